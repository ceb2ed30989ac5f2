//! Deeds that the judge does not know as such, in English: "going on to record | straight wins", "using the local term for | the bay",
//! "the deal announced Wednesday by | the leaders". They are left out behind it, since what is left out before it is trained against.

use super::doubtful::HANDLES;
use crate::claims::attribution::analysis::Analysis;
use crate::claims::attribution::linking::{Link, Run};
use crate::text::pos::{Form, Pos};

/// Whether an attribution tells of a deed, or of an agent behind a participle.
pub(crate) fn is_handled(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let first = link.start();
    let agent = first > cue.1 && first <= cue.1 + 2 && analysis.words.of(first - 1) == "by";
    let before = link.source.is_some_and(|source| source.1 == cue.0);
    if before && agent && analysis.pos[cue.0] == Pos::Verb && cue.1 == cue.0 + 1 {
        return true;
    }
    let mut verbs = (cue.0..cue.1).filter(|&i| analysis.pos[i] == Pos::Verb || analysis.candidate[i]).peekable();
    if verbs.peek().is_none() || link.contents.iter().any(|&run| run.0 < cue.0) {
        return false;
    }
    if !analysis.is_plain(cue) || !link.contents.iter().all(|&run| analysis.is_plain(run)) {
        return false;
    }
    let light = |i: usize| analysis.is_one_of(i, &["go", "goes", "going", "went", "gone"]);
    let uses = verbs.clone().next().is_some_and(|i| analysis.words.of(i) == "using");
    let handles = || verbs.clone().all(|i| analysis.is_one_of(i, HANDLES) || light(i)) && !verbs.clone().all(light);
    (uses || handles()) && link.contents.iter().all(|&run| is_object(analysis, run))
}

/// Whether a run is a noun phrase: no clause opens it, and its first verb stands in a clause of its own.
pub(crate) fn is_object(analysis: &Analysis, (from, to): Run) -> bool {
    const OPENS: &[&str] = &[
        "that", "which", "who", "where", "when", "because", "whether", "how", "what", "why", "if", "to", "before",
        "after",
    ];
    let opens = |i: usize| analysis.is_one_of(i, OPENS);
    // "straight-set wins": a participle right before a noun describes it.
    let describes =
        |i: usize| i == from && analysis.tag(i).form == Form::Participle && analysis.pos.get(i + 1) == Some(&Pos::Noun);
    let verb = (from..to).find(|&i| matches!(analysis.pos[i], Pos::Verb | Pos::Aux) && !describes(i)).unwrap_or(to);
    let noun = analysis.has_noun((from, verb));
    noun && !opens(from) && (verb == to || (from..verb).any(opens) || analysis.tag(verb).form == Form::Participle)
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    #[test]
    fn deeds_report_nothing() {
        for text in [
            "Holt won the first set, going on to record straight wins over both rivals.",
            "The pilots sailed west, using the local term for the bay.",
        ] {
            let found = parts(text, "en");
            assert!(found.is_empty(), "{text}: {found:?}");
        }
    }
}
