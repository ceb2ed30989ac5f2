//! Whom something is told, where no "that" parts it from what is told, in English: "told the Herald | the bridge was shut", "told MPs |
//! taxes would fall". Who tells tells somebody, so that the first noun behind the verb is no part of it.

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::speakers::is_somebody;
use crate::learn::form::Shape;
use crate::text::pos::Pos;

/// Verbs behind which somebody stands whom it is told.
const TELLING: &[&str] = &[
    "tell", "tells", "told", "telling", "assure", "assures", "assured", "inform", "informs", "informed", "remind",
    "reminds", "reminded", "notify", "notifies", "notified",
];
/// Words of whom it is told, at most.
const LONGEST: usize = 5;

/// Leaves whom something is told out of what is told.
pub(crate) fn leave_addressees(analysis: &Analysis, links: &mut [Link]) {
    for link in links {
        let Some(cue) = link.cue else { continue };
        if !analysis.is_one_of(cue.1 - 1, TELLING) {
            continue;
        }
        let Some(run) = link.contents.first_mut().filter(|run| run.0 == cue.1 && run.0 < run.1) else { continue };
        if let Some(begin) = behind_addressee(analysis, *run) {
            run.0 = begin;
        }
    }
}

/// Where a clause with a subject and a verb of its own begins behind whom it is told.
fn behind_addressee(analysis: &Analysis, run: Run) -> Option<usize> {
    let nominal = |i: &usize| matches!(analysis.pos[*i], Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num);
    let outside = |i: usize| i < run.1 && analysis.quoted[i] == state::OUT && analysis.form(i).is_word();
    let led =
        analysis.pos[run.0] == Pos::Det || analysis.is_one_of(run.0, &["his", "her", "its", "their", "our", "my"]);
    let begin = if led {
        let end = run.0 + 1 + (run.0 + 1..run.1).take(LONGEST).take_while(nominal).count();
        // "told the court | he had lied": another phrase begins.
        let opens = end > run.0 + 1 && outside(end) && matches!(analysis.pos[end], Pos::Det | Pos::Pron);
        opens.then_some(end)?
    } else {
        let acronym = analysis.form(run.0).shape == Shape::Upper || analysis.words.of(run.0) == "MPs";
        let told = acronym || is_somebody("en", analysis.form(run.0).hash, analysis.words.of(run.0));
        (told && nominal(&run.0) && outside(run.0 + 1) && nominal(&(run.0 + 1))).then_some(run.0 + 1)?
    };
    let states = (begin + 1..run.1).find(|&i| !nominal(&i) && analysis.pos[i] != Pos::Adv)?;
    (outside(run.0) && analysis.tag(states).is_finite()).then_some(begin)
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    #[test]
    fn whom_it_is_told_is_not_what_is_told() {
        for (text, content) in [
            ("The minister told MPs taxes would fall.", "taxes would fall"),
            ("The chief told staff jobs were safe.", "jobs were safe"),
            ("Two officials told the Tern the president was tired.", "the president was tired"),
            ("She told reporters sales had doubled.", "sales had doubled"),
            ("The chief told staff they were safe.", "they were safe"),
        ] {
            let found = parts(text, "en");
            assert_eq!(found.last().map(|last| last[2].as_str()), Some(content), "{text}: {found:?}");
        }
    }
}
