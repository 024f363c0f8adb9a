//! Tables and pages in Chinese and Russian.

use crate::sample;
use expect_test::expect;
use portway_report::{Basis, Language, Style, html, table};
use unicode_width::UnicodeWidthStr;

const OTHERS: [Language; 2] = [Language::Zh, Language::Ru];

fn style(language: Language) -> Style {
    Style { language, ..Style::PLAIN }
}

fn run(language: Language) -> String {
    let (timeline, evidence) = (sample::timeline(31), sample::evidence());
    let basis = Basis { timeline: &timeline, evidence: &evidence, counts: sample::counts() };
    table::run(&sample::results(31), &basis, None, style(language))
}

fn compared(language: Language) -> String {
    let (timeline, evidence) = (sample::timeline(31), sample::evidence());
    table::comparison(
        &sample::comparison(),
        &Basis { timeline: &timeline, evidence: &evidence, counts: sample::counts() },
        style(language),
    )
}

fn head(text: &str, lines: usize) -> String {
    text.lines().take(lines).map(|line| format!("{line}\n")).collect::<String>().replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn a_run_in_chinese() {
    expect![[r#"
        Sample crossing 样例口岸：Winter with more lanes，2026年1月1日至31日

        日均出入境 169 ± 2 辆（To the east 85.1 ± 1.4 辆，To the west 84.1 ± 1.4 辆）。
        通行量由需求决定，但Right port·Documents已接近饱和：开放时间内车道利用率 89.3 ±
        1.2%。

        车流量与全程时间（小时）
        车型                    车次/日     全程时间          P50          P90
        To the east
          Loaded truck 货车  58.3 ± 1.0  10.8 ±  0.7   8.7 ±  0.6  22.7 ±  1.5
          Empty truck        21.8 ± 0.4   8.4 ±  0.6   6.7 ±  0.4  17.6 ±  1.2
          Bus                 5.1 ± 0.1  1.97 ± 0.13  1.57 ± 0.10   4.1 ±  0.3
          全部车型           85.1 ± 1.4   9.8 ±  0.5   7.9 ±  0.4  20.7 ±  1.0
        To the west
          Loaded truck 货车  58.3 ± 1.0   6.5 ±  0.4   5.2 ±  0.3  13.6 ±  0.9
          Empty truck        21.8 ± 0.4   5.0 ±  0.3   4.0 ±  0.3  10.5 ±  0.7
    "#]]
    .assert_eq(&head(&run(Language::Zh), 16));
}

#[test]
fn a_run_in_russian() {
    expect![[r#"
        Sample crossing 样例口岸: Winter with more lanes, с 1 по 31 января 2026 г.

        Границу пересекают 169 ± 2 авт. в сутки (To the east 85,1 ± 1,4, To the west
        84,1 ± 1,4). Ограничивает спрос, но запаса почти нет: полосы (Right port,
        Documents) заняты 89,3 ± 1,2 % времени работы.

        Поток и полное время в пути, ч
        категория             авт./сут.       в пути          P50          P90
        To the east
          Loaded truck 货车  58,3 ± 1,0  10,8 ±  0,7   8,7 ±  0,6  22,7 ±  1,5
          Empty truck        21,8 ± 0,4   8,4 ±  0,6   6,7 ±  0,4  17,6 ±  1,2
          Bus                 5,1 ± 0,1  1,97 ± 0,13  1,57 ± 0,10   4,1 ±  0,3
          все категории      85,1 ± 1,4   9,8 ±  0,5   7,9 ±  0,4  20,7 ±  1,0
        To the west
          Loaded truck 货车  58,3 ± 1,0   6,5 ±  0,4   5,2 ±  0,3  13,6 ±  0,9
          Empty truck        21,8 ± 0,4   5,0 ±  0,3   4,0 ±  0,3  10,5 ±  0,7
    "#]]
    .assert_eq(&head(&run(Language::Ru), 16));
}

#[test]
fn a_comparison_in_russian() {
    expect![[r#"
        A winter: Winter, с 1 по 31 января 2026 г.
        B more-lanes: Winter with more lanes, с 1 по 31 января 2026 г.

        more-lanes в сравнении с winter: пересечения границы — изменение не выявлено (0
        ± 5 авт./сут.); полное время в пути −2,4 ± 0,3 ч; загрузка полос −21 ± 3 п. п.
        (Right port, Documents).

        Что меняется
                                               A     B         B − A  оценка
        Пересечения границы, авт./сут.
          весь поток                         169   170      0 ±    5  не выявлено
          To the east                       85,1  85,1      0 ±    3  не выявлено
          To the west                       84,1  84,1      0 ±    3  не выявлено
        Полное время в пути, ч
    "#]]
    .assert_eq(&head(&compared(Language::Ru), 14));
}

#[test]
fn a_validation_in_chinese() {
    expect![[r#"
        3 项实测中，1 项相符，1 项不符，1 项待定。

        检验项      实测         仿真     允许范围  判定
        winter
          V1-mean    172   169 ±    2      160–184  相符
            出入境车次，辆/日
          V2-door   6.00   9.8 ±  0.5    5.00–7.00  不符
            全程时间，小时
          V3-use   0.600  0.69 ± 0.03  0.500–0.700  待定
            车道利用率

        未能相符之处
        V3-use：The interval reaches over the edge of the allowed range.

        结论的依据
        winter：2026年1月1日至31日，20 次重复仿真
        随机种子 1，模型 sample 5f2a9c01d4e7，Portway 0.1.0；整个置信区间落在允许范围内
          才算相符
    "#]]
    .assert_eq(&table::validation(&sample::validation(), style(Language::Zh)));
}

#[test]
fn no_line_is_wider_than_a_terminal_in_any_language() {
    let definitions = portway_study::measures::catalogue();
    for language in OTHERS {
        let validation = table::validation(&sample::validation(), style(language));
        for text in [run(language), compared(language), validation, table::measures(definitions, style(language))] {
            for line in text.lines() {
                assert!(line.width() <= 80, "{} columns: {line}", line.width());
            }
        }
    }
}

/// Words that stand only in the English catalogues, and not in the sample's own titles.
#[test]
fn a_page_has_no_english_word_of_the_catalogues() {
    let (timeline, evidence) = (sample::timeline(31), sample::evidence());
    let basis = Basis { timeline: &timeline, evidence: &evidence, counts: sample::counts() };
    for language in OTHERS {
        let comparison = sample::comparison();
        let pages = [
            html::run(language, &sample::results(31), &basis, None),
            html::comparison(language, &comparison, &basis, &basis),
            html::validation(language, &sample::validation(), "样例口岸"),
        ];
        for page in pages {
            assert!(page.contains(&format!("<html lang=\"{}\">", language.tag())));
            let body = page.split_once("</style>").map_or("", |(_, body)| body);
            for word in ["lanes used", "mean wait", "door to door", "Monday", "half-width", " to 2026", "replication"] {
                assert!(!body.contains(word), "a page in {} says {word:?}", language.tag());
            }
        }
    }
}
