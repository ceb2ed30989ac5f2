//! What is read of a claim.

use super::super::facts::Words;
use super::*;

fn read(text: &str, language: &str) -> (Features, Vec<String>) {
    let mut analyzer = Analyzer::new(None);
    let claim = ClaimRecord { text: text.into(), language: Some(language.into()), ..ClaimRecord::default() };
    let features = analyzer.analyze(&claim, &Context::default()).unwrap();
    let terms = features
        .sequence
        .iter()
        .map(|term| format!("{}{}", if term.sign < 0 { "-" } else { "" }, analyzer.term(term.id)));
    let terms = terms.collect();
    (features, terms)
}

#[test]
fn stop_words_go_and_acronyms_stay() {
    let (_, terms) = read("The US told us that it will not ratify the meadow.", "en");
    assert_eq!(terms.len(), 3, "{terms:?}");
    assert_eq!(terms.iter().filter(|term| term.starts_with('-')).count(), 1, "{terms:?}");
}

#[test]
fn numbers_have_scales_bounds_and_units() {
    let (features, _) = read("more than 1,75,000 Russian soldiers and $6.5 billion", "en");
    let values: Vec<f64> = features.numbers.iter().map(|number| number.value).collect();
    assert_eq!(values, [175_000.0, 6.5e9]);
    assert!(features.numbers[0].low > 175_000.0 && features.numbers[0].units.len() == 2);
    let (features, _) = read("rund 100.000 Soldaten", "de");
    assert_eq!(features.numbers[0].value, 100_000.0);
    assert!(features.numbers[0].low < 100_000.0);
}

#[test]
fn calendar_words_are_dates_and_not_numbers() {
    let (features, _) = read("talks on Wednesday, 12 January, and again on March 3rd, 2021", "en");
    assert!(features.numbers.is_empty(), "{:?}", features.numbers);
    let parts: Vec<_> = features.dates.iter().map(|d| (d.year, d.month, d.day, d.weekday)).collect();
    assert!(parts.contains(&(0, 0, 0, 3)) && parts.contains(&(0, 1, 12, 0)), "{parts:?}");
    assert!(parts.contains(&(2021, 3, 3, 0)), "{parts:?}");
}

#[test]
fn a_negation_takes_the_next_content_word() {
    let (_, terms) = read("Nobody doubts the meadow", "en");
    assert_eq!(terms, ["-doubt", "meadow"]);
    let (_, easy) = read("It is not easy", "en");
    let (_, hard) = read("It is difficult", "en");
    assert_eq!(easy, hard);
}

proptest::proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,120}", language in "en|de|fr|zh|xx") {
        let (features, _) = read(&text, &language);
        proptest::prop_assert!(features.bag.windows(2).all(|pair| pair[0].id < pair[1].id));
        for number in &features.numbers {
            if let Words::At(span) = number.words {
                proptest::prop_assert!(text.get(span.start..span.end).is_some());
            }
        }
    }
}

#[test]
fn irregular_forms_are_their_word() {
    for (form, word) in [("the court upheld it", "the court upholds it"), ("nurses withdrew", "nurses withdraw")] {
        assert_eq!(read(form, "en").1, read(word, "en").1);
    }
    assert_ne!(read("Glocken sang", "de").1, read("Glocken sing", "de").1);
}

#[test]
fn a_verb_takes_its_particle_along() {
    let related = |text: &str| read(text, "en").0.sequence.last().map_or(0, |term| term.related);
    assert_eq!(related("they walked out"), super::related::number("walk_out"));
    // Nothing of its own: "off" goes with the next word.
    assert_eq!(related("ferries off"), related("ferries"));
    assert_eq!(read("sie legten off", "de").0.sequence.last().map(|term| term.related), Some(0));
}
