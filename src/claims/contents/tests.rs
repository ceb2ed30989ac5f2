//! How contents are cut, on texts written for it.

use crate::claims::testing::{read, words};

#[test]
fn what_is_promised_keeps_its_relative_clause() {
    for (text, expected) in [
        ("The mayor promised a bridge that would open in June.", "a bridge that would open in June"),
        ("The mayor promised a crowd that the bridge would open.", "the bridge would open"),
    ] {
        assert_eq!(read(text, "en").first().map(|claim| words(text, claim)).as_deref(), Some(expected));
    }
}

#[test]
fn sentences_of_a_japanese_quotation_are_claims_of_their_own() {
    let text = "「船が来た。市長は残った」と町は発表した。";
    let told: Vec<String> = read(text, "ja").iter().map(|claim| words(text, claim)).collect();
    assert_eq!(told, ["船が来た", "市長は残った"]);
}
