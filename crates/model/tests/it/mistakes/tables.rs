//! CSV files.

use super::{check, check_with};
use expect_test::expect;

#[test]
fn a_holiday_without_a_column() {
    check_with(
        "",
        "holidays.csv",
        r#"date,country,name
2024-01-01,CN,New Year
"#,
        expect![[r#"
            error[missing-column]: holidays.csv has no column `kind`
             --> holidays.csv:1:1
              |
            1 | date,country,name
              | ^^^^ the header

            1 error
        "#]],
    );
}

#[test]
fn a_row_that_is_too_short() {
    check_with(
        "",
        "holidays.csv",
        r#"date,country,kind,name
2024-01-01,CN,off,New Year
2024-01-02,RU
"#,
        expect![[r#"
            error[wrong-row]: this row has 2 of 4 cells
             --> holidays.csv:3:1
              |
            3 | 2024-01-02,RU
              | ^^^^^^^^^^^^^
              |
              = help: text with a comma is written in double quotes

            1 error
        "#]],
    );
}

#[test]
fn a_row_with_a_comma_too_many() {
    check_with(
        "",
        "holidays.csv",
        r#"date,country,kind,name
2024-01-01,CN,off,New Year, day 1
"#,
        expect![[r#"
            error[wrong-row]: this row has 5 of 4 cells
             --> holidays.csv:2:1
              |
            2 | 2024-01-01,CN,off,New Year, day 1
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              |
              = help: text with a comma is written in double quotes

            1 error
        "#]],
    );
}

#[test]
fn a_holiday_of_an_unknown_kind() {
    check_with(
        "",
        "holidays.csv",
        r#"date,country,kind,name
2024-01-01,CN,free,New Year
"#,
        expect![[r#"
            error[unknown-word]: expected off or workday, found `free`
             --> holidays.csv:2:15
              |
            2 | 2024-01-01,CN,free,New Year
              |               ^^^^

            1 error
        "#]],
    );
}

#[test]
fn a_holiday_that_is_no_date() {
    check_with(
        "",
        "holidays.csv",
        r#"date,country,kind,name
"01.01.2024",CN,off,"New Year, day 1"
"#,
        expect![[r#"
            error[wrong-date]: `01.01.2024` is not a date
             --> holidays.csv:2:2
              |
            2 | "01.01.2024",CN,off,"New Year, day 1"
              |  ^^^^^^^^^^
              |
              = help: a date is year, month and day: "2024-02-10"

            1 error
        "#]],
    );
}

#[test]
fn a_holiday_twice() {
    check_with(
        "",
        "holidays.csv",
        r#"date,country,kind,name
2024-01-01,CN,off,New Year
# again
2024-01-01,CN,workday,
"#,
        expect![[r#"
            error[duplicate]: CN has 2024-01-01 twice
             --> holidays.csv:4:1
              |
            2 | 2024-01-01,CN,off,New Year
              | -------------------------- first here
            3 | # again
            4 | 2024-01-01,CN,workday,
              | ^^^^^^^^^^^^^^^^^^^^^^ again here

            1 error
        "#]],
    );
}

#[test]
fn a_country_without_holidays() {
    check_with(
        r#"[profile.p]
holiday = { country = "RU", factor = 0 }
[flow.more]
class = "bus"
route = "east"
volume = "1/day"
profile = "p"
"#,
        "holidays.csv",
        r#"date,country,kind,name
2024-01-01,CN,off,New Year
"#,
        expect![[r#"
            warning[no-holidays]: holidays.csv has no days of RU
              --> corridor.toml:52:23
               |
            52 | holiday = { country = "RU", factor = 0 }
               |                       ^^^^ so this changes nothing

            1 warning
        "#]],
    );
}

#[test]
fn a_table_of_demand_that_is_not_there() {
    check(
        r#"volume = "60/day""#,
        r#"volume = "demnd.csv""#,
        expect![[r#"
        error[unknown-file]: there is no file `demnd.csv` in the folder
          --> corridor.toml:42:10
           |
        42 | volume = "demnd.csv"
           |          ^^^^^^^^^^^ not found

        1 error
    "#]],
    );
}

#[test]
fn a_table_of_demand_with_mistakes() {
    check_with(
        r#"[flow.more]
class = "bus"
route = "east"
volume = "demand.csv"
"#,
        "demand.csv",
        r#"flow,from,per_day
mor,2024-01-01,3
more,2024-13-01,3
more,2024-01-01,many
more,2024-02-01,-1
"#,
        expect![[r#"
            error[unknown-name]: there is no flow `mor`
             --> demand.csv:2:1
              |
            2 | mor,2024-01-01,3
              | ^^^ not defined
              |
              = help: did you mean `more`?

            error[wrong-date]: there is no day `2024-13-01`
             --> demand.csv:3:6
              |
            3 | more,2024-13-01,3
              |      ^^^^^^^^^^

            error[wrong-number]: `many` is not a number
             --> demand.csv:4:17
              |
            4 | more,2024-01-01,many
              |                 ^^^^

            error[out-of-range]: -1 vehicles a day is not between 0 and 10000000
             --> demand.csv:5:17
              |
            5 | more,2024-02-01,-1
              |                 ^^

            4 errors
        "#]],
    );
}

#[test]
fn a_table_of_demand_that_is_empty() {
    let flows = r#"[flow.more]
class = "bus"
route = "east"
volume = "demand.csv"
[flow.most]
class = "bus"
route = "east"
volume = "demand.csv"
"#;
    check_with(
        flows,
        "demand.csv",
        "",
        expect![[r#"
        error[empty-file]: demand.csv is empty
         |
         = help: its first line is flow,from,per_day

        1 error
    "#]],
    );
    check_with(
        flows,
        "demand.csv",
        "flow,from,per_day\n",
        expect![[r#"
        error[no-rows]: demand.csv has a header and no row
         |
         = help: write a row for each flow and date, e.g.
                 trucks-north,2026-01-01,84.5

        1 error
    "#]],
    );
}

#[test]
fn a_flow_without_rows() {
    check_with(
        r#"[flow.more]
class = "bus"
route = "east"
volume = "demand.csv"
"#,
        "demand.csv",
        r#"flow,from,per_day
trucks,2024-01-01,3
"#,
        expect![[r#"
            error[missing-row]: demand.csv has no row for flow `more`
              --> corridor.toml:54:10
               |
            54 | volume = "demand.csv"
               |          ^^^^^^^^^^^^ named here

            1 error
        "#]],
    );
}

#[test]
fn two_volumes_of_a_day() {
    check_with(
        r#"[flow.more]
class = "bus"
route = "east"
volume = "demand.csv"
"#,
        "demand.csv",
        r#"flow,from,per_day
more,2024-01-01,3
more,2024-01-01,4
"#,
        expect![[r#"
            error[duplicate]: flow `more` has two volumes from 2024-01-01 on
             --> demand.csv:3:1
              |
            2 | more,2024-01-01,3
              | ----------------- first here
            3 | more,2024-01-01,4
              | ^^^^^^^^^^^^^^^^^ again here

            1 error
        "#]],
    );
}

#[test]
fn a_table_that_nothing_reads() {
    check_with(
        "",
        "demnad.csv",
        r#"flow,from,per_day
"#,
        expect![[r#"
            warning[unused]: nothing reads `demnad.csv`
             |
             = help: a flow names it with volume = "demnad.csv"

            1 warning
        "#]],
    );
}

#[test]
fn evidence_of_nothing() {
    check_with(
        "",
        "evidence.csv",
        r#"path,status,source
link.bridge.sped,observed,sign at the bridge
link.bridge,observed,map
"#,
        expect![[r#"
            error[evidence]: `link.bridge.sped` is no input
             --> evidence.csv:2:1
              |
            2 | link.bridge.sped,observed,sign at the bridge
              | ^^^^^^^^^^^^^^^^ matches nothing in the folder
              |
              = help: did you mean `link.bridge.speed`?

            error[evidence]: `link.bridge` is no input
             --> evidence.csv:3:1
              |
            3 | link.bridge,observed,map
              | ^^^^^^^^^^^ matches nothing in the folder
              |
              = help: a path is written as the tables are, e.g. link.bridge.speed

            2 errors
        "#]],
    );
}

#[test]
fn evidence_without_a_source() {
    check_with(
        "",
        "evidence.csv",
        r#"path,status,source
link.bridge.speed,observed,
"#,
        expect![[r#"
            error[missing-cell]: evidence without a source
             --> evidence.csv:2:1
              |
            2 | link.bridge.speed,observed,
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^ `source` is empty
              |
              = help: name the publication or the site, or for an assumption the
                      reasoning

            1 error
        "#]],
    );
}

#[test]
fn evidence_twice() {
    check_with(
        "",
        "evidence.csv",
        r#"path,status,source
link.bridge.speed,observed,sign
link.bridge.speed,guess,sign
link.bridge.speed,design,sign
"#,
        expect![[r#"
            error[unknown-word]: expected observed or design or derived or assumption, found `guess`
             --> evidence.csv:3:19
              |
            3 | link.bridge.speed,guess,sign
              |                   ^^^^^

            error[duplicate]: `link.bridge.speed` has two rows of evidence
             --> evidence.csv:4:1
              |
            2 | link.bridge.speed,observed,sign
              | ----------------- first here
            3 | link.bridge.speed,guess,sign
            4 | link.bridge.speed,design,sign
              | ^^^^^^^^^^^^^^^^^ again here

            2 errors
        "#]],
    );
}

#[test]
fn exact_answers_with_unknown_names_and_no_numbers() {
    check_with(
        "",
        "exact.csv",
        r#"id,scenario,measure,statistic,direction,class,value,half_width,source
E1,noww,crossings,mean,east,truck,60,,Erlang C
E2,now,crossings,mean,east,truck+bux,60,,Erlang C
E3,now,crossings,mean,east,,sixty,,Erlang C
E4,now,crossings,mean,east,,60,0,Erlang C
E5,now,crossings,mean,east,,60,0.5,Erlang C
E5,now,crossings,mean,east,,60,0.5,Erlang C
"#,
        expect![[r#"
            error[unknown-name]: there is no scenario `noww`
             --> exact.csv:2:4
              |
            2 | E1,noww,crossings,mean,east,truck,60,,Erlang C
              |    ^^^^ not defined
              |
              = help: did you mean `now`?

            error[unknown-name]: there is no class `bux`
             --> exact.csv:3:28
              |
            3 | E2,now,crossings,mean,east,truck+bux,60,,Erlang C
              |                            ^^^^^^^^^ not defined
              |
              = help: did you mean `bus`?

            error[wrong-number]: `sixty` is not a number
             --> exact.csv:4:29
              |
            4 | E3,now,crossings,mean,east,,sixty,,Erlang C
              |                             ^^^^^

            error[out-of-range]: a half-width is above zero
             --> exact.csv:5:32
              |
            5 | E4,now,crossings,mean,east,,60,0,Erlang C
              |                                ^
              |
              = help: leave it empty when the value is exact

            error[duplicate]: two exact answers are called `E5`
             --> exact.csv:7:1
              |
            6 | E5,now,crossings,mean,east,,60,0.5,Erlang C
              | -- first here
            7 | E5,now,crossings,mean,east,,60,0.5,Erlang C
              | ^^ again here

            5 errors
        "#]],
    );
}
