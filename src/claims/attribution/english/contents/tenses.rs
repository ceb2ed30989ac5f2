//! Tenses in which what somebody said cannot go on, in English: "said taxes would fall, | yet they went up", "said it had paid, |
//! although three are still owed wages". What was said in the past is told a step back; who leaves that step speaks himself.

use crate::claims::attribution::analysis::Analysis;
use crate::claims::attribution::linking::Run;
use crate::claims::attribution::pack::Pack;
use crate::claims::types::Act;
use crate::text::pos::{Form, Pos};

/// How far behind the conjunction the verb of its clause is looked for, in words.
const SUBJECT: usize = 12;

/// Whether the clause behind the comma leaves the tense of what a cue, whose content begins at `first`, reports.
pub(super) fn breaks_tense(analysis: &Analysis, pack: &Pack, (cue, first): (Run, usize), comma: usize) -> bool {
    if !analysis.is_one_of(comma + 1, &["but", "yet", "although", "though"]) {
        return false;
    }
    let finite = |&i: &usize| analysis.tag(i).is_finite();
    let Some(told) = (cue.0..cue.1).rev().find(|&i| analysis.is_reporting_verb(i)) else { return false };
    let Some(own) = (first..comma).find(finite) else { return false };
    let future = analysis.is_one_of(own, &["would"]);
    let back = future || analysis.tag(own).form == Form::Past || analysis.is_one_of(own, &["could", "might"]);
    let start = comma + 2;
    let to = analysis.sentence_at(comma).1.min(start + SUBJECT);
    let Some(verb) = (start..to).find(finite) else { return false };
    if analysis.tag(told).form != Form::Past || !back {
        return false;
    }
    match analysis.tag(verb).form {
        Form::Present => true,
        Form::Past => {
            // Who promises what will be, tells of nothing that was; who tells of a plan, may think of it.
            let promised = future && analysis.does(told, Act::Promise);
            let deed = analysis.tag(verb).pos == Pos::Verb
                && !analysis.is_one_of(verb, &["was", "were", "had", "did"])
                && !analysis.does(verb, Act::Believe);
            promised || deed && future || analysis.is_one_of(verb, &pack.changed)
        }
        _ => false,
    }
}
