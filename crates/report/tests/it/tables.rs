//! Terminal tables as text.

use crate::sample;
use expect_test::expect;
use portway_report::{Basis, Style, table};

#[test]
fn a_run() {
    let (timeline, evidence) = (sample::timeline(31), sample::evidence());
    let basis = Basis { timeline: &timeline, evidence: &evidence, counts: sample::counts() };
    expect![[r#"
        Sample crossing 样例口岸: Winter with more lanes, 2026-01-01 to 2026-01-31

        169 ± 2 vehicles a day cross (To the east 85.1 ± 1.4, To the west 84.1 ± 1.4).
        The limit is demand, but Right port, Documents is nearly full: its lanes are
        used 89.3 ± 1.2 % of the time they are open.

        Traffic and time door to door, hours
        class                crossings/day  door to door          P50          P90
        To the east
          Loaded truck 货车     58.3 ± 1.0   10.8 ±  0.7   8.7 ±  0.6  22.7 ±  1.5
          Empty truck           21.8 ± 0.4    8.4 ±  0.6   6.7 ±  0.4  17.6 ±  1.2
          Bus                    5.1 ± 0.1   1.97 ± 0.13  1.57 ± 0.10   4.1 ±  0.3
          all classes           85.1 ± 1.4    9.8 ±  0.5   7.9 ±  0.4  20.7 ±  1.0
        To the west
          Loaded truck 货车     58.3 ± 1.0    6.5 ±  0.4   5.2 ±  0.3  13.6 ±  0.9
          Empty truck           21.8 ± 0.4    5.0 ±  0.3   4.0 ±  0.3  10.5 ±  0.7
          Bus                    5.1 ± 0.1   1.18 ± 0.08  0.94 ± 0.06  2.48 ± 0.17
          all classes           84.1 ± 1.4    5.9 ±  0.3   4.7 ±  0.2  12.4 ±  0.6

        Waits, hours
        class                                  mean           P50          P90
        To the east
          Loaded truck 货车  yard       4.0 ±   0.3   3.2 ±   0.2   8.3 ±  0.6
                             physical   3.5 ±   0.2  2.82 ±  0.19   7.4 ±  0.5
                             blocked   0.45 ±  0.03  0.36 ±  0.02  0.95 ± 0.06
          Empty truck        yard       3.1 ±   0.2  2.45 ±  0.16   6.4 ±  0.4
                             physical  2.72 ±  0.18  2.18 ±  0.15   5.7 ±  0.4
                             blocked   0.35 ±  0.02  0.28 ±  0.02  0.73 ± 0.05
          Bus                yard      0.72 ±  0.05  0.58 ±  0.04  1.52 ± 0.10
                             physical  0.64 ±  0.04  0.51 ±  0.03  1.34 ± 0.09
                             blocked   0.08 ±  0.01  0.07 ± 0.004  0.17 ± 0.01
          all classes        yard      3.61 ±  0.18  2.89 ±  0.14   7.6 ±  0.4
                             physical  3.20 ±  0.16  2.56 ±  0.13   6.7 ±  0.3
                             blocked   0.41 ±  0.02  0.33 ±  0.02  0.86 ± 0.04
        To the west
          Loaded truck 货车  yard      2.38 ±  0.16  1.91 ±  0.13   5.0 ±  0.3
                             physical  2.11 ±  0.14  1.69 ±  0.11   4.4 ±  0.3
                             blocked   0.27 ±  0.02  0.22 ±  0.01  0.57 ± 0.04
          Empty truck        yard      1.84 ±  0.12  1.47 ±  0.10   3.9 ±  0.3
                             physical  1.63 ±  0.11  1.31 ±  0.09   3.4 ±  0.2
                             blocked   0.21 ±  0.01  0.17 ±  0.01  0.44 ± 0.03
          Bus                yard      0.43 ±  0.03  0.35 ±  0.02  0.91 ± 0.06
                             physical  0.38 ±  0.03  0.31 ±  0.02  0.81 ± 0.05
                             blocked   0.05 ± 0.003  0.04 ± 0.003  0.10 ± 0.01
          all classes        yard      2.17 ±  0.11  1.73 ±  0.09   4.5 ±  0.2
                             physical  1.92 ±  0.10  1.54 ±  0.08   4.0 ±  0.2
                             blocked   0.25 ±  0.01  0.20 ±  0.01  0.52 ± 0.03
        yard: in a holding lot; physical: in front of lanes and links; blocked: done,
        the next place is full

        Corridor performance (CAREC CPMM)
                                            To the east  To the west
        TFI1 time at Left port 左岸口岸, h  1.42 ± 0.12  1.42 ± 0.12
        TFI1 time at Right port, h          1.42 ± 0.12  1.42 ± 0.12
        TFI4 speed without delay, km/h      54.8 ±  0.1  54.8 ±  0.1
        TFI4 speed with delay, km/h         17.2 ±  1.3  17.2 ±  1.3
        TFI2 and TFI3 need prices, and the model has no [money].

        Release of goods (WCO Time Release Study), hours
                           To the east  To the west
        Left port 左岸口岸
          to assessment    0.80 ± 0.10  0.80 ± 0.10
          to inspection    0.30 ± 0.02  0.30 ± 0.02
          arrival to exit  1.10 ± 0.10  1.10 ± 0.10

        Stages and links, queues in vehicles
                                     queue      longest  lanes used %   blocked %
        Left port 左岸口岸
          Holding lot             0            0           41.0 ± 1.2   0.0 ± 0.4
          Customs 海关          6.4 ±  0.5    29 ±    2    63.2 ± 1.2   8.0 ± 0.4
          Passports            0.31 ± 0.03  1.43 ± 0.10    12.0 ± 1.2   0.0 ± 0.4
        Right port
          Gate                 1.20 ± 0.10   5.5 ±  0.4    33.3 ± 1.2  21.0 ± 0.4
          Documents            14.8 ±  1.2    68 ±    5    89.3 ± 1.2   2.0 ± 0.4
          X-ray                 3.3 ±  0.3  15.2 ±  1.1    70.4 ± 1.2   0.0 ± 0.4
          Toll                    0            0              –           –
        Links
          Bridge, To the east  0.80 ± 0.10  12.0 ±  1.0       –           –
          Bridge, To the west  0.80 ± 0.10  12.0 ±  1.0       –           –

        Findings
        warning: No evidence is written down for flow.empty.volume, so nobody can say
                 how good the number is.

        What it rests on
        5 inputs: 1 observed, 1 design figures, 1 derived, 2 assumptions
        20 replications, seed 1, 2026-01-01 to 2026-01-31, Asia/Yakutsk time
        model sample 5f2a9c01d4e7, Portway 0.1.0
        ± is the half-width of the 95 % interval of the mean over replications.
        P50, P90: half of the vehicles, nine in ten need no longer. –: no number.
        Costs are not told: the model has no [money] table.
    "#]]
    .assert_eq(&table::run(&sample::results(31), &basis, None, Style::PLAIN));
}

#[test]
fn a_comparison() {
    let (timeline, evidence) = (sample::timeline(31), sample::evidence());
    let basis = Basis { timeline: &timeline, evidence: &evidence, counts: sample::counts() };
    expect![[r#"
        A winter: Winter, 2026-01-01 to 2026-01-31
        B more-lanes: Winter with more lanes, 2026-01-01 to 2026-01-31

        more-lanes against winter: no change of crossings is seen (0 ± 5 vehicles/day);
        time door to door −2.4 ± 0.3 h; use of lanes −21 ± 3 percentage points at Right
        port, Documents.

        What changes
                                               A     B         B − A  verdict
        Crossings, vehicles/day
          all traffic                        169   170      0 ±    5  not seen
          To the east                       85.1  85.1      0 ±    3  not seen
          To the west                       84.1  84.1      0 ±    3  not seen
        Time door to door, h
          all traffic                       9.84  7.48   −2.4 ±  0.3  changed
          To the east                       9.84  7.48   −2.4 ±  0.3  changed
          To the west                       5.90  4.49  −1.42 ± 0.18  changed
        All waiting, h
          all traffic                       7.20  5.47   −1.7 ±  0.2  changed
          To the east                       7.20  5.47   −1.7 ±  0.2  changed
          To the west                       4.32  3.28  −1.04 ± 0.13  changed
        Yard wait, h
          all traffic                       3.61  2.74  −0.87 ± 0.11  changed
          To the east                       3.61  2.74  −0.87 ± 0.11  changed
          To the west                       2.17  1.65  −0.52 ± 0.06  changed
        Physical wait, h
          all traffic                       3.20  2.43  −0.77 ± 0.10  changed
          To the east                       3.20  2.43  −0.77 ± 0.10  changed
          To the west                       1.92  1.46  −0.46 ± 0.06  changed
        Blocked, h
          all traffic                       0.41  0.31  −0.10 ± 0.01  changed
          To the east                       0.41  0.31  −0.10 ± 0.01  changed
          To the west                       0.25  0.19  −0.06 ± 0.01  changed
        Queue, vehicles
          Right port, Documents             14.8  11.2   −3.6 ±  0.4  changed
        Use of lanes, %
          Right port, Documents             89.3  67.9    −21 ±    3  changed
        Lanes blocked, %
          Left port 左岸口岸, Customs 海关   8.0   6.1   −1.9 ±  0.2  changed
          Right port, Gate                  21.0  16.0   −5.0 ±  0.6  changed
          Right port, Documents              2.0   1.5   −0.5 ±  0.1  changed

        What it rests on
        20 pairs of replications with common random numbers, seed 1
        variance of the difference reduced by common random numbers: crossings 14.2 ×,
          time door to door 14.2 ×
        model sample 5f2a9c01d4e7, Portway 0.1.0
    "#]]
    .assert_eq(&table::comparison(&sample::comparison(), &basis, Style::PLAIN));
}

#[test]
fn a_validation() {
    expect![[r#"
        1 of 3 observations agrees, 1 misses, 1 is open.

        check      observed    simulated      allowed  verdict
        winter
          V1-mean       172   169 ±    2      160–184  agrees
            crossings, vehicles/day
          V2-door      6.00   9.8 ±  0.5    5.00–7.00  misses
            time door to door, h
          V3-use      0.600  0.69 ± 0.03  0.500–0.700  open
            use of lanes

        Where it does not agree
        V3-use: The interval reaches over the edge of the allowed range.

        What it rests on
        winter: 2026-01-01 to 2026-01-31, 20 replications
        seed 1, model sample 5f2a9c01d4e7, Portway 0.1.0; a check agrees when its whole
          interval lies in the allowed range
    "#]]
    .assert_eq(&table::validation(&sample::validation(), Style::PLAIN));
}

#[test]
fn the_first_measures_of_the_catalogue() {
    let definitions = portway_study::measures::catalogue();
    expect![[r#"
        crossings_per_day  vehicles/day
            corridor, by direction and class; mean, P50, P90, P95
            Vehicles that crossed the border, per day of the window, closed days
            included. Quantiles are over days.
        crossings  vehicles
            corridor, by direction and class; mean
            Vehicles that crossed the border in the whole window.

        The scope of a measure is `corridor`, a stage as `facility.stage`, or the name
        of a link or facility; that of a way which a flow chooses is `flow/route`. A
        link has a row for each direction that travels it; where several directions
        travel it the same way, they are one row without a direction, and that of the
        way back has the scope `link.reversed`. An empty direction or class means all.
        Names and scopes stay the same from version to version.
    "#]]
    .assert_eq(&table::measures(&definitions[..2], Style::PLAIN));
}

#[test]
fn no_line_is_wider_than_the_page_and_colour_adds_no_words() {
    let (timeline, evidence) = (sample::timeline(31), sample::evidence());
    let basis = Basis { timeline: &timeline, evidence: &evidence, counts: sample::counts() };
    let wide = Style { width: 200, ..Style::PLAIN };
    let plain = table::run(&sample::results(31), &basis, None, wide);
    assert!(plain.lines().all(|line| line.chars().count() <= 80));
    let coloured = table::run(&sample::results(31), &basis, None, Style { colour: true, ..Style::PLAIN });
    let mut uncoloured = coloured.clone();
    for code in ["\u{1b}[0m", "\u{1b}[1m", "\u{1b}[2m", "\u{1b}[31m", "\u{1b}[33m"] {
        uncoloured = uncoloured.replace(code, "");
    }
    let trimmed = |text: &str| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    assert_ne!(coloured, plain);
    assert_eq!(trimmed(&uncoloured), trimmed(&plain));
}
