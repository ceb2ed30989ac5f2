//! Words that look like cues and describe a noun, in English: "a clearly identified group", "a smaller than expected sum", "the office in
//! charge of schools". They are left out before anything is mended by them.

use crate::claims::attribution::analysis::Analysis;
use crate::claims::attribution::linking::{Link, Run};
use crate::text::pos::{Form, Pos};

/// Leaves out attributions by such words.
pub(crate) fn leave_attributive(analysis: &Analysis, links: &mut Vec<Link>) {
    links.retain(|link| {
        let Some(cue) = link.cue else { return true };
        let owned = link.source.is_some_and(|source| source.1 == cue.0 && is_owner(analysis, source));
        !(compares(analysis, cue)
            || is_charge(analysis, cue)
            || describes(analysis, cue)
            || owned && bent(analysis, cue))
    });
}

/// "her | cracked brick house": whose the noun is.
fn is_owner(analysis: &Analysis, (from, to): Run) -> bool {
    to == from + 1 && analysis.is_one_of(from, &["his", "her", "its", "their", "our", "my", "your"])
}

/// Whether a cue is a participle alone before a noun.
fn bent(analysis: &Analysis, (from, to): Run) -> bool {
    let noun = matches!(analysis.tag(to).pos, Pos::Noun | Pos::Propn | Pos::Adj);
    to == from + 1 && analysis.tag(from).form == Form::Participle && noun
}

/// "than expected"
fn compares(analysis: &Analysis, (from, to): Run) -> bool {
    analysis.is_one_of(from, &["than"]) && to == from + 2
}

/// "in charge of"
fn is_charge(analysis: &Analysis, (from, to): Run) -> bool {
    (from..to).any(|i| {
        analysis.is_one_of(i, &["charge"])
            && i > 0
            && analysis.is_one_of(i - 1, &["in"])
            && analysis.is_one_of(i + 1, &["of"])
    })
}

/// A participle between an article with an adverb and a noun: "a clearly | identified | group".
fn describes(analysis: &Analysis, (from, to): Run) -> bool {
    let Some(verb) = (from..to).find(|&i| analysis.pos[i] == Pos::Verb) else { return false };
    let article = |i: usize| analysis.pos[i] == Pos::Det;
    let led = verb >= 2 && analysis.pos[verb - 1] == Pos::Adv && article(verb - 2);
    let noun = matches!(analysis.tag(verb + 1).pos, Pos::Noun | Pos::Propn);
    analysis.tag(verb).form == Form::Participle && led && noun
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    #[test]
    fn what_describes_a_noun_reports_nothing() {
        for text in [
            "Soldiers fired at a clearly identified group of medics.",
            "The bank set aside a smaller than expected sum to cover its losses.",
            "The director in charge of planning resigned.",
        ] {
            assert!(parts(text, "en").is_empty(), "{text} {:?}", parts(text, "en"));
        }
    }
}
