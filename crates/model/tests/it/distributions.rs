//! Distributions: what is read, how they print, and where a mistake is shown.

use crate::quantities::show;
use expect_test::expect;
use portway_model::Distribution;
use portway_model::distribution::{Sign, parse, parse_gaps};
use portway_model::quantity::Dimension;
use proptest::prelude::*;

fn duration(text: &str) -> Distribution {
    parse(text, Dimension::Duration, Sign::NonNegative).unwrap()
}

fn refused(texts: &[&str]) -> String {
    let refused = |text: &&str| show(text, &parse(text, Dimension::Duration, Sign::NonNegative).unwrap_err());
    texts.iter().map(refused).collect()
}

#[test]
fn every_form_of_the_language_is_read() {
    let minute = 60_000.0;
    assert_eq!(duration("45 s"), Distribution::Constant(45_000.0));
    assert_eq!(duration("constant(45 s)"), Distribution::Constant(45_000.0));
    assert_eq!(duration("uniform(5 min, 9 min)"), Distribution::Uniform { low: 5.0 * minute, high: 9.0 * minute });
    assert_eq!(duration("exponential(mean 6 min)"), Distribution::Exponential { mean: 6.0 * minute });
    assert_eq!(duration("erlang(mean 6 min, shape 2)"), Distribution::Erlang { mean: 6.0 * minute, shape: 2 });
    assert_eq!(duration("gamma(mean 6 min, cv 0.7)"), Distribution::Gamma { mean: 6.0 * minute, cv: 0.7 });
    assert_eq!(duration("lognormal(mean 22 min, cv 0.6)"), Distribution::Lognormal { mean: 22.0 * minute, cv: 0.6 });
    assert_eq!(duration("weibull(mean 6 min, shape 1.5)"), Distribution::Weibull { mean: 6.0 * minute, shape: 1.5 });
    assert_eq!(
        duration("hyperexponential(mean 6 min, cv 2)"),
        Distribution::Hyperexponential { mean: 6.0 * minute, cv: 2.0 }
    );
    assert_eq!(
        duration("triangular(low 5 min, mode 7 min, high 20 min)"),
        Distribution::Triangular { low: 5.0 * minute, mode: 7.0 * minute, high: 20.0 * minute }
    );
    assert_eq!(
        parse("normal(mean -5 min, sd 20 min)", Dimension::Duration, Sign::Any),
        Ok(Distribution::Normal { mean: -5.0 * minute, sd: 20.0 * minute })
    );
    assert_eq!(
        duration("empirical(4 min, 5 min, 9 min)"),
        Distribution::Empirical(vec![4.0 * minute, 5.0 * minute, 9.0 * minute])
    );
}

#[test]
fn order_and_space_do_not_matter() {
    let written = duration("lognormal(mean 22 min, cv 0.6)");
    assert_eq!(duration("lognormal( cv 0.6 ,mean 22min )"), written);
    assert_eq!(duration("  lognormal (mean 22 min,cv 0.6)  "), written);
    assert_eq!(duration("uniform(high 9 min, low 5 min)"), duration("uniform(5 min, 9 min)"));
}

#[test]
fn mistakes_are_shown_where_they_are() {
    let texts = [
        "",
        "22",
        "lognormal",
        "lognormal mean 22 min, cv 0.6",
        "lognormal(mean 22 min, cv 0.6",
        "mean 22 min, cv 0.6)",
        "22 min)",
        "lognormal(mean 22 min, cv 0.6) or so",
        "lognormal()",
        "lognormal(mean 22 min,, cv 0.6)",
        "lognormal(mean 22 min)",
        "lognormal(mean 22 min, cv 0.6, cv 0.7)",
        "lognormal(mean 22 min, sd 5 min)",
        "lognormal(mean 22 min, cv = 0.6)",
        "lognormal(mean 22 min, cv: 0.6)",
        "lognormal(mean 22 min, cv)",
        "lognormal(22 min, 0.6)",
        "lognormal(maen 22 min, cv 0.6)",
        "lognormal(mean 22 km, cv 0.6)",
        "lognormal(mean 22, cv 0.6)",
        "lognormal(mean 22 min, cv 0)",
        "lognormal(mean 22 min, cv -1)",
        "lognormal(mean 22 min, cv 60)",
        "lognormal(mean 22 min, cv 600)",
        "lognormal(mean 22 min, cv 60 %)",
        "lognormal(mean 0 min, cv 0.6)",
        "gamma(mean 6 min, cv 0.00001)",
        "Lognormal(mean 22 min, cv 0.6)",
        "log-normal(mean 22 min, cv 0.6)",
        "poisson(mean 3)",
        "(22 min)",
        "hyperexponential(mean 6 min, cv 0.5)",
        "erlang(mean 6 min, shape 0)",
        "erlang(mean 6 min, shape 2.5)",
        "weibull(mean 6 min, shape 0)",
        "uniform(9 min, 5 min)",
        "uniform(5 min, 5 min)",
        "uniform(5 min)",
        "uniform(5 min, high 9 min)",
        "triangular(low 5 min, mode 30 min, high 20 min)",
        "triangular(5 min, 7 min, 20 min)",
        "normal(mean 0 min, sd 0 min)",
        "normal(mean -5 min, sd 1 min)",
        "constant(1 min, 2 min)",
        "constant(mean 1 min)",
        "empirical()",
        "empirical(4 min, -5 min)",
        "uniform((5 min, 9 min))",
    ];
    expect![[r#"

        ^ nothing is written here
          = a duration is wanted, e.g. "22 min"
        22
        ^^ `22` has no unit
          = a duration is wanted, e.g. "22 min"
        lognormal
        ^^^^^^^^^ `lognormal` needs its parameters in parentheses
          = e.g. "lognormal(mean 22 min, cv 0.6)"
        lognormal mean 22 min, cv 0.6
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `lognormal` needs its parameters in parentheses
          = e.g. "lognormal(mean 22 min, cv 0.6)"
        lognormal(mean 22 min, cv 0.6
                 ^ this parenthesis is never closed
          = e.g. "lognormal(mean 22 min, cv 0.6)"
        mean 22 min, cv 0.6)
        ^^^^ `mean` is not a distribution
          = known are constant, uniform, exponential, erlang, gamma, lognormal, weibull, hyperexponential, triangular, normal, empirical
        22 min)
              ^ this parenthesis was never opened
        lognormal(mean 22 min, cv 0.6) or so
                                      ^^^^^^ `or so` is left over after the distribution
        lognormal()
                 ^^ `lognormal` needs its parameters
          = e.g. "lognormal(mean 22 min, cv 0.6)"
        lognormal(mean 22 min,, cv 0.6)
                             ^ nothing stands between these commas
          = e.g. "lognormal(mean 22 min, cv 0.6)"
        lognormal(mean 22 min)
                  ^^^^^^^^^^^ `lognormal` needs its `cv`
          = e.g. "lognormal(mean 22 min, cv 0.6)"
        lognormal(mean 22 min, cv 0.6, cv 0.7)
                                       ^^ `cv` is given twice
        lognormal(mean 22 min, sd 5 min)
                               ^^ `lognormal` has no parameter `sd`
          = e.g. "lognormal(mean 22 min, cv 0.6)"
        lognormal(mean 22 min, cv = 0.6)
                                  ^ a parameter and its value stand without `=`
          = "cv 0.6"
        lognormal(mean 22 min, cv: 0.6)
                                 ^ a parameter and its value stand without `:`
          = "cv 0.6"
        lognormal(mean 22 min, cv)
                               ^^ `cv` has no value
        lognormal(22 min, 0.6)
                  ^^^^^^ name the parameter
          = e.g. "lognormal(mean 22 min, cv 0.6)"
        lognormal(maen 22 min, cv 0.6)
                  ^^^^ `lognormal` has no parameter `maen`
          = did you mean `mean`?
        lognormal(mean 22 km, cv 0.6)
                          ^^ `km` is a length; a duration is wanted, e.g. "22 min"
        lognormal(mean 22, cv 0.6)
                       ^^ `22` has no unit
          = a duration is wanted, e.g. "22 min"
        lognormal(mean 22 min, cv 0)
                                  ^ cv must be above zero
          = write the mean itself for a constant
        lognormal(mean 22 min, cv -1)
                                  ^^ a plain number cannot be negative here
        lognormal(mean 22 min, cv 60)
                                  ^^ the largest cv is 20
          = the cv is the standard deviation over the mean, not in per cent
        lognormal(mean 22 min, cv 600)
                                  ^^^ the largest cv is 20
          = the cv is the standard deviation over the mean, not in per cent
        lognormal(mean 22 min, cv 60 %)
                                     ^ `%` is a share; a plain number is wanted, e.g. "0.7"
        lognormal(mean 0 min, cv 0.6)
                       ^^^^^ the mean must be above zero
          = write the value itself for a constant
        gamma(mean 6 min, cv 0.00001)
                             ^^^^^^^ a cv below 0.001 is as good as a constant
          = write the mean itself for a constant
        Lognormal(mean 22 min, cv 0.6)
        ^^^^^^^^^ `Lognormal` is not a distribution
          = did you mean `lognormal`?
        log-normal(mean 22 min, cv 0.6)
        ^^^^^^^^^^ `log-normal` is not a distribution
          = did you mean `lognormal`?
        poisson(mean 3)
        ^^^^^^^ `poisson` is not a distribution
          = known are constant, uniform, exponential, erlang, gamma, lognormal, weibull, hyperexponential, triangular, normal, empirical
        (22 min)
        ^ the name of the distribution is missing
          = known are constant, uniform, exponential, erlang, gamma, lognormal, weibull, hyperexponential, triangular, normal, empirical
        hyperexponential(mean 6 min, cv 0.5)
                                        ^^^ the cv of a hyperexponential is at least 1
          = below 1 a `gamma` or `erlang` fits
        erlang(mean 6 min, shape 0)
                                 ^ the shape of an erlang is a whole number from 1 to 1000
          = a `gamma` takes any cv
        erlang(mean 6 min, shape 2.5)
                                 ^^^ the shape of an erlang is a whole number from 1 to 1000
          = a `gamma` takes any cv
        weibull(mean 6 min, shape 0)
                                  ^ the shape of a weibull is from 0.1 to 1000
        uniform(9 min, 5 min)
                ^^^^^^^^^^^^ low is above high
        uniform(5 min, 5 min)
                ^^^^^^^^^^^^ low and high are the same
          = write the value itself for a constant
        uniform(5 min)
                ^^^^^ a uniform has two bounds
          = e.g. "uniform(5 min, 9 min)"
        uniform(5 min, high 9 min)
                ^^^^^^^^^^^^^^^^^ a uniform has two bounds
          = e.g. "uniform(5 min, 9 min)"
        triangular(low 5 min, mode 30 min, high 20 min)
                                   ^^^^^^ the mode lies outside low and high
        triangular(5 min, 7 min, 20 min)
                   ^^^^^ name the parameter
          = e.g. "triangular(low 5 min, mode 7 min, high 20 min)"
        normal(mean 0 min, sd 0 min)
                              ^^^^^ the sd must be above zero
          = write the value itself for a constant
        normal(mean -5 min, sd 1 min)
                    ^^^^^^ a duration cannot be negative here
        constant(1 min, 2 min)
                 ^^^^^^^^^^^^ a constant is one value
          = e.g. "constant(45 s)"
        constant(mean 1 min)
                 ^^^^ `constant` has no parameter `mean`
          = e.g. "constant(45 s)"
        empirical()
                 ^^ `empirical` needs its parameters
          = e.g. "empirical(4 min, 5 min, 9 min)"
        empirical(4 min, -5 min)
                         ^^^^^^ a duration cannot be negative here
        uniform((5 min, 9 min))
                              ^ `)` is left over after the distribution
    "#]].assert_eq(&refused(&texts));
}

#[test]
fn gaps_have_a_mean_of_one_and_their_own_mistakes() {
    let gaps = |text| parse_gaps(text).unwrap();
    assert_eq!(gaps("exponential"), Distribution::Exponential { mean: 1.0 });
    assert_eq!(gaps(" constant "), Distribution::Constant(1.0));
    assert_eq!(gaps("erlang 4"), Distribution::Erlang { mean: 1.0, shape: 4 });
    assert_eq!(gaps("gamma cv 0.7"), Distribution::Gamma { mean: 1.0, cv: 0.7 });
    assert_eq!(gaps("hyperexponential cv 2"), Distribution::Hyperexponential { mean: 1.0, cv: 2.0 });

    let texts = [
        "",
        "erlang",
        "erlang 0",
        "erlang four",
        "erlang cv 4",
        "gamma 0.7",
        "gamma cv",
        "gamma cv 0",
        "hyperexponential cv 0.5",
        "exponential 5 min",
        "exponential(mean 5 min)",
        "exponentail",
        "poisson",
        "5 min",
    ];
    let refused: String = texts.iter().map(|text| show(text, &parse_gaps(text).unwrap_err())).collect();
    expect![[r#"

        ^ nothing is written here
          = write "exponential", "constant", "erlang 4", "gamma cv 0.7" or "hyperexponential cv 2"
        erlang
        ^^^^^^ `erlang` needs its shape
          = write "exponential", "constant", "erlang 4", "gamma cv 0.7" or "hyperexponential cv 2"
        erlang 0
               ^ the shape of an erlang is a whole number from 1 to 1000
          = a `gamma` takes any cv
        erlang four
               ^^^^ `erlang` gaps have no parameter `four`
          = write "exponential", "constant", "erlang 4", "gamma cv 0.7" or "hyperexponential cv 2"
        erlang cv 4
               ^^ `erlang` gaps have no parameter `cv`
          = write "exponential", "constant", "erlang 4", "gamma cv 0.7" or "hyperexponential cv 2"
        gamma 0.7
              ^^^ name the parameter
          = "gamma cv 0.7"
        gamma cv
              ^^ `cv` has no value
        gamma cv 0
                 ^ cv must be above zero
          = write the mean itself for a constant
        hyperexponential cv 0.5
                            ^^^ the cv of a hyperexponential is at least 1
          = below 1 a `gamma` or `erlang` fits
        exponential 5 min
                    ^^^^^ `exponential` gaps have no parameter
          = write "exponential", "constant", "erlang 4", "gamma cv 0.7" or "hyperexponential cv 2"
        exponential(mean 5 min)
                   ^^^^^^^^^^^^ `exponential` gaps have no parameter
          = write "exponential", "constant", "erlang 4", "gamma cv 0.7" or "hyperexponential cv 2"
        exponentail
        ^^^^^^^^^^^ `exponentail` is not a way to space arrivals
          = did you mean `exponential`?
        poisson
        ^^^^^^^ `poisson` is not a way to space arrivals
          = write "exponential", "constant", "erlang 4", "gamma cv 0.7" or "hyperexponential cv 2"
        5 min
        ^^^^^ `5 min` is not a way to space arrivals
          = write "exponential", "constant", "erlang 4", "gamma cv 0.7" or "hyperexponential cv 2"
    "#]]
    .assert_eq(&refused);
}

/// Milliseconds as people and fitting programs give them: whole minutes, whole milliseconds, fractions.
fn any_duration() -> impl Strategy<Value = f64> {
    prop_oneof![
        (1u32..100_000).prop_map(|minutes| f64::from(minutes) * 60_000.0),
        (1u32..100_000_000).prop_map(f64::from),
        0.001..1e9f64
    ]
}

fn any_distribution() -> impl Strategy<Value = Distribution> {
    let (mean, cv) = (any_duration, || 0.001..20.0f64);
    let sorted = |mut values: Vec<f64>| {
        values.sort_by(f64::total_cmp);
        values.dedup();
        values
    };
    let several = move |count| prop::collection::vec(any_duration(), count).prop_map(sorted);
    prop_oneof![
        mean().prop_map(Distribution::Constant),
        mean().prop_map(|mean| Distribution::Constant(-mean)),
        mean().prop_map(|mean| Distribution::Exponential { mean }),
        (mean(), 1u32..=1000).prop_map(|(mean, shape)| Distribution::Erlang { mean, shape }),
        (mean(), cv()).prop_map(|(mean, cv)| Distribution::Gamma { mean, cv }),
        (mean(), cv()).prop_map(|(mean, cv)| Distribution::Lognormal { mean, cv }),
        (mean(), 0.1..1000.0f64).prop_map(|(mean, shape)| Distribution::Weibull { mean, shape }),
        (mean(), 1.0..20.0f64).prop_map(|(mean, cv)| Distribution::Hyperexponential { mean, cv }),
        (-1e9..1e9f64, mean()).prop_map(|(mean, sd)| Distribution::Normal { mean, sd }),
        several(1..6usize).prop_map(Distribution::Empirical),
        several(3..8usize).prop_filter_map("two bounds", |values| match values.as_slice() {
            [low, .., high] => Some(Distribution::Uniform { low: *low, high: *high }),
            _ => None,
        }),
        several(3..8usize).prop_filter_map("three corners", |values| match values.as_slice() {
            [low, mode, .., high] => Some(Distribution::Triangular { low: *low, mode: *mode, high: *high }),
            _ => None,
        }),
    ]
}

proptest! {
    #[test]
    fn words_are_read_back_exactly(distribution in any_distribution()) {
        let words = distribution.words(Dimension::Duration);
        prop_assert_eq!(parse(&words, Dimension::Duration, Sign::Any), Ok(distribution), "{}", words);
    }

    #[test]
    fn gaps_are_read_back_exactly(shape in 1u32..=1000, cv in 1.0..20.0f64) {
        for gaps in [
            Distribution::Constant(1.0),
            Distribution::Exponential { mean: 1.0 },
            Distribution::Erlang { mean: 1.0, shape },
            Distribution::Gamma { mean: 1.0, cv },
            Distribution::Hyperexponential { mean: 1.0, cv },
        ] {
            prop_assert_eq!(parse_gaps(&gaps.gaps_words()), Ok(gaps));
        }
    }

    #[test]
    fn no_text_panics_and_every_mistake_lies_in_it(
        text in "\\PC{0,40}|(gamma|uniform|empirical|erlang|x)? ?\\(?((mean|cv|low|shape)? ?-?[0-9.]{0,3} ?(min|h|%)?,?){0,3}\\)?"
    ) {
        let errors = [
            parse(&text, Dimension::Duration, Sign::Any).err(),
            parse(&text, Dimension::Number, Sign::NonNegative).err(),
            parse_gaps(&text).err(),
        ];
        for error in errors.into_iter().flatten() {
            prop_assert!(text.get(error.span.clone()).is_some(), "{:?} of {text:?}", error.span);
        }
    }
}
