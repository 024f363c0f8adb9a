//! Mistakes in `observations.csv`.

use super::check_with;
use expect_test::expect;

#[test]
fn observations_that_no_run_can_answer() {
    check_with(
        "",
        "observations.csv",
        r#"id,scenario,measure,statistic,from,to,value,low,high,source
early,now,crossings,mean,2023-12-31,,1,0,2,me
turned,now,crossings,mean,2024-01-03,2024-01-02,1,0,2,me
beside,now,crossings,mean,,,3,0,2,me
"#,
        expect![[r#"
            error[outside-window]: 2023-12-31 is no day of scenario `now`
             --> observations.csv:2:26
              |
            2 | early,now,crossings,mean,2023-12-31,,1,0,2,me
              |                          ^^^^^^^^^^
              |
              = help: it goes from 2024-01-01 to 2024-01-31

            error[reversed]: `from` is after `to`
             --> observations.csv:3:27
              |
            3 | turned,now,crossings,mean,2024-01-03,2024-01-02,1,0,2,me
              |                           ^^^^^^^^^^ ---------- to
              |                           |
              |                           from

            warning[outside-range]: `value` is not between `low` and `high`
             --> observations.csv:4:29
              |
            4 | beside,now,crossings,mean,,,3,0,2,me
              |                             ^ value
              |
              = help: the range is what a run has to meet; it goes around the value

            2 errors, 1 warning
        "#]],
    );
}

#[test]
fn observations_with_unknown_names() {
    check_with(
        "",
        "observations.csv",
        r#"id,scenario,measure,statistic,direction,class,value,low,high,source
V1,noww,crossings,mean,east,truck+bux,60,50,70,count
V2,now,crossings,mean,west,,60,50,70,count
V3,now,crossings,mean,east,,60,70,50,count
V4,now,crossings,mean,east,,60,,70,count
"#,
        expect![[r#"
            error[unknown-name]: there is no scenario `noww`
             --> observations.csv:2:4
              |
            2 | V1,noww,crossings,mean,east,truck+bux,60,50,70,count
              |    ^^^^ not defined
              |
              = help: did you mean `now`?

            error[unknown-name]: there is no class `bux`
             --> observations.csv:2:29
              |
            2 | V1,noww,crossings,mean,east,truck+bux,60,50,70,count
              |                             ^^^^^^^^^ not defined
              |
              = help: did you mean `bus`?

            error[unknown-name]: there is no direction `west`
             --> observations.csv:3:23
              |
            3 | V2,now,crossings,mean,west,,60,50,70,count
              |                       ^^^^ not defined
              |
              = help: did you mean `east`?

            error[reversed]: `low` is above `high`
             --> observations.csv:4:32
              |
            4 | V3,now,crossings,mean,east,,60,70,50,count
              |                                ^^ -- high
              |                                |
              |                                low

            error[wrong-number]: `low` is empty: a number is missing
             --> observations.csv:5:32
              |
            5 | V4,now,crossings,mean,east,,60,,70,count
              |                                ^

            5 errors
        "#]],
    );
}
