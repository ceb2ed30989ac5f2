//! A second main clause beside a passive, in English: "The firm was accused of fraud | and the shop is closed". A passive without a
//! clause of its own says nothing of what the writer tells behind "and".

use crate::claims::attribution::analysis::Analysis;
use crate::claims::attribution::english::contents::bounds::is_main_clause;
use crate::claims::attribution::linking::{Link, Run};
use crate::learn::form::Shape;
use crate::text::pos::Pos;

/// How far the second clause is looked for, in words: a bound on text without stops.
const FAR: usize = 40;

/// Ends contents before such a clause.
pub(crate) fn end_beside(analysis: &Analysis, links: &mut [Link]) {
    for link in links {
        let Some(cue) = link.cue.filter(|&cue| analysis.passives(cue).next().is_some()) else { continue };
        let Some(run) = link.contents.last_mut().filter(|run| run.0 >= cue.1) else { continue };
        if let Some(end) = beside(analysis, *run) {
            run.1 = end;
        }
    }
}

/// Where the first conjunction stands behind which a subject has its verb, if none has one before.
fn beside(analysis: &Analysis, (from, to): Run) -> Option<usize> {
    const CLAUSE: &[&str] = &["that", "whether", "if", "how", "why", "what", "when", "who", "where", "because", "as"];
    // "health and mental care": a subject with an article or a pronoun of its own begins a clause and no second part of a phrase.
    let subject = |i: usize| {
        let nominative = analysis.is_one_of(i, &["he", "she", "it", "they", "we", "i", "there"]);
        analysis.tag(i).pos == Pos::Det || nominative
    };
    let limit = to.min(from + FAR);
    let and = (from + 1..limit)
        .find(|&i| analysis.is_one_of(i, &["and", "but"]) && subject(i + 1) && is_main_clause(analysis, i + 1, to))?;
    let bracket = |i: usize| analysis.form(i).shape == Shape::Bracket;
    let clause = |i: usize| analysis.is_one_of(i, CLAUSE) || analysis.pos[i] == Pos::Sconj || bracket(i);
    let end = and - usize::from(analysis.is_comma(and - 1));
    let own = analysis.has_finite((from, and)) || (from..and).any(clause);
    (!own && end > from && analysis.is_plain((from, to))).then_some(end)
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    #[test]
    fn what_is_told_beside_a_passive_is_not_said() {
        for (text, what) in [
            ("The firm was accused of fraud and the shop is closed.", "The firm \u{2026} fraud"),
            ("The plan was branded a disgrace and the mayor has resigned.", "The plan \u{2026} a disgrace"),
            ("Prices are expected to rise and the bank has cut its staff.", "Prices \u{2026} to rise"),
        ] {
            assert_eq!(parts(text, "en")[0][2], what, "{text}");
        }
        let text = "Holt was told that the bank was closed and the shops were shut.";
        assert_eq!(parts(text, "en")[0][2], "that the bank was closed and the shops were shut");
    }
}
