//! People whom an English text calls by a trade that no list has, by the ending of its word: "Forecaster Dee Ames said", "said forecaster
//! Dee Ames".

use super::found::adjacent;
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::speakers::words::{Known, class};
use crate::learn::form::Shape;
use crate::text::pos::Pos;

/// How words for who does something end.
const AGENTS: &[&str] = &["er", "or", "ist", "ian", "eer", "ant", "ent", "man", "woman", "person"];
/// Firms make things, too.
const MAKERS: &str = "maker";
/// The fewest letters of such a word.
const LEAST: usize = 6;
/// The most names behind it.
const NAMES: usize = 3;

fn is_agent(word: &str) -> bool {
    word.len() >= LEAST && AGENTS.iter().any(|end| word.ends_with(end)) && !word.ends_with(MAKERS)
}

/// Whether a verb of reporting stands before word `from` or behind the last one before `to`, or the age of whoever is named.
fn speaks(analysis: &Analysis, from: usize, to: usize) -> bool {
    let verb = |i: usize| i < analysis.len() && analysis.is_reporting_verb(i) && analysis.quoted[i] == state::OUT;
    from.checked_sub(1).is_some_and(verb) || verb(to) || is_aged(analysis, to)
}

/// ", 19,": an age behind the word before `at`.
fn is_aged(analysis: &Analysis, at: usize) -> bool {
    let age = || analysis.words.of(at + 1).parse::<u8>().is_ok_and(|age| (10..110).contains(&age));
    analysis.words.of(at) == "," && age() && analysis.words.of(at + 2) == ","
}

/// "Okafor, 19, scored": the name of somebody at the head of a sentence, whatever the tagger takes it for.
pub(crate) fn is_name_of_age(analysis: &Analysis, i: usize) -> bool {
    analysis.form(i).shape == Shape::Title && analysis.sentence_at(i).0 == i && is_aged(analysis, i + 1)
}

/// Where the name begins behind a trade, in a run of capitals or right before it: nothing where no trade stands there.
pub(crate) fn behind_trade(analysis: &Analysis, gazetteer: &Known, start: usize, end: usize) -> Option<usize> {
    let unknown = |i: usize| gazetteer.at(i) == 0 && is_agent(&analysis.lower(i));
    let title = |i: usize| analysis.form(i).shape == Shape::Title && gazetteer.at(i) & class::ORGANISATION == 0;
    let names = |from: usize| (2..=NAMES).contains(&(end - from)) && (from..end).all(title);
    if gazetteer.language != "en" {
        return None;
    }
    if end > start + 2 && unknown(start) && title(start) && names(start + 1) {
        let known = gazetteer.is_first_name(start + 1);
        return (known || speaks(analysis, start, end)).then_some(start + 1);
    }
    let noun = start.checked_sub(1).filter(|&noun| adjacent(analysis, noun) && analysis.pos[noun] == Pos::Noun)?;
    let lower = analysis.form(noun).shape == Shape::Lower && unknown(noun);
    (lower && names(start) && speaks(analysis, noun, end)).then_some(start)
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::claims::extract_attributions;
    use crate::claims::speakers::testing::{expect_last, speakers};
    use crate::claims::types::SpeakerType;

    #[test]
    fn a_trade_that_no_list_has_is_no_part_of_the_name() {
        let text = "Forecaster Dee Ames said more rain was on the way. \u{201c}Stay home,\u{201d} Ames said.";
        assert_eq!(speakers(text, "en"), [Some("Dee Ames".to_owned()), Some("Dee Ames".to_owned())]);
        let text = "\"Stay home,\" said forecaster Dee Ames.";
        let found = extract_attributions(text, Some("en"), &Context::default()).expect("a short text");
        assert_eq!(found[0].speaker_type, Some(SpeakerType::Person));
        // A name of three words stays one.
        expect_last("Oliver Dee Ames said more rain was on the way.", "en", "Oliver Dee Ames");
        expect_last("Pensioner Doreen Watts said she was billed twice.", "en", "Doreen Watts");
    }

    #[test]
    fn an_age_shows_a_name_at_the_head_of_a_sentence() {
        let text = "Okafor, 19, scored twice. \u{201c}My mum cried,\u{201d} he laughed. Coach Ben Marsh left early.";
        assert_eq!(speakers(text, "en")[0].as_deref(), Some("Okafor"));
    }
}
