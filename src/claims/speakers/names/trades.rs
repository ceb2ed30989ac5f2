//! English trades with the capital of a sentence before a full name: "Pensioner Doreen Watts".

use crate::claims::attribution::analysis::Analysis;
use crate::claims::speakers::words::{Known, class};
use crate::learn::form::{Shape, fold_hash};

/// What English makes words for people with, by what they do.
const ENDINGS: &[&str] = &["er", "or", "ist", "ian", "eer", "ant", "ent", "man", "woman", "ee"];
/// The fewest letters of such a word: "Peter" and "Brent" are shorter.
const LEAST: usize = 7;

/// Whether the first word of a run of capitals at the head of a sentence is a trade, and what follows a first name and a family name.
pub(crate) fn is_trade_led(analysis: &Analysis, gazetteer: &Known, start: usize, end: usize) -> bool {
    let named = gazetteer.language == "en"
        && end == start + 3
        && gazetteer.is_first_name(start + 1)
        && (start..end).all(|i| analysis.form(i).shape == Shape::Title)
        && analysis.sentence_at(start).0 == start;
    if !named || gazetteer.is_first_name(start) {
        return false;
    }
    let word = analysis.lower(start);
    let plural = format!("{word}s");
    let many = gazetteer.get(fold_hash(&plural), &plural) & class::GROUP != 0;
    let known = class::PLACE | class::DEMONYM | class::ORGANISATION | class::OUTLET;
    let made = word.chars().count() >= LEAST && ENDINGS.iter().any(|end| word.ends_with(end));
    gazetteer.at(start) & known == 0 && (many || made)
}

#[cfg(test)]
mod tests {
    use crate::claims::speakers::testing::expect_last;

    #[test]
    fn a_trade_is_no_part_of_a_name() {
        expect_last("Pensioner Doreen Watts said she was billed twice.", "en", "Doreen Watts");
        expect_last("Shopkeeper Anna Holt said the street was empty.", "en", "Anna Holt");
        expect_last("Alexander Paul Berg said the street was empty.", "en", "Alexander Paul Berg");
    }
}
