//! Long English texts in which hardly anybody speaks: guides, manuals, blogs. "Machine learning examines data", "companies want images"
//! look like reports to a model that has read news alone, so that there it must be sure.

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::attribution::pack::pack;
use crate::text::pos::Pos;

/// The fewest words of a text that tell whether people speak in it.
const LEAST: usize = 250;
/// In news one speaks at least as often, in words of the text.
const SELDOM: usize = 400;

/// The fewest words between marks that somebody says, and that are no name or term.
const QUOTED: usize = 8;

/// Whether a text is long and next to nobody speaks in it.
pub(crate) fn is_quiet(analysis: &Analysis, links: &[Link]) -> bool {
    // In an interview what is said stands between marks, whoever says it.
    let quoted = |&(from, to): &Run| to >= from + QUOTED && (from..to).any(|i| analysis.quoted[i] == state::IN);
    let counts = |link: &Link| link.contents.iter().any(quoted) || speaks(analysis, link);
    let spoken = links.iter().filter(|link| counts(link)).count();
    analysis.len() >= LEAST && spoken * SELDOM < analysis.len()
}

/// Whether somebody says something in so many words: a subject, a verb of speech in a finite form, and a clause or a quotation.
pub(crate) fn speaks(analysis: &Analysis, link: &Link) -> bool {
    let (Some(source), Some(cue), Some(pack)) = (link.source, link.cue, pack("en")) else { return false };
    // What the writer thinks and what "it" shows is nobody's report.
    let writer = source.1 == source.0 + 1
        && analysis.pos[source.0] == Pos::Pron
        && !analysis.is_one_of(source.0, &["he", "she", "they"]);
    let verb = |i: usize| {
        let finite = analysis.tag(i).is_finite() && analysis.is_reporting_verb(i);
        finite && pack.lexicon.closes(analysis.form(i).hash)
    };
    let tells = analysis.is_one_of(cue.0, &["according"]) || (cue.0..cue.1).any(verb);
    let quoted = |&(from, to): &Run| (from..to).any(|i| analysis.quoted[i] == state::IN);
    // "apps that | offer feedback that | can help"
    let clause = |&(from, to): &Run| {
        let relative = analysis.pos[from] == Pos::Pron && analysis.is_one_of(from, &["that", "which", "who"]);
        !relative && analysis.has_finite((from, to))
    };
    !writer && tells && link.contents.iter().any(|run| quoted(run) || clause(run))
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    /// A guide in which nobody speaks.
    fn guide() -> String {
        let step = "Models sort the orders of a shop by what they cost. The filter keeps the cheap ones and the list shows the rest. \
                    A second pass adds the rows that the first one missed, and the table grows with each day of trade. ";
        step.repeat(8)
    }

    #[test]
    fn where_nobody_speaks_a_deed_is_no_report() {
        let text = format!("{}Machine learning examines vast amounts of data to spot new trends.", guide());
        assert!(parts(&text, "en").iter().all(|found| !found[1].contains("learning")), "{:?}", parts(&text, "en"));
    }

    #[test]
    fn who_speaks_there_is_heard() {
        let text = format!("{}The list is never complete, said Ana Ruiz, who wrote it.", guide());
        assert!(parts(&text, "en").iter().any(|found| found[2] == "The list is never complete"));
    }
}
