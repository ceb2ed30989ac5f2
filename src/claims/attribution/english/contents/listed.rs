//! What several do, in English: "said people hold doors for her, greet her | and give her a seat". Who spoke in the past does nothing in the
//! present, so that a verb in the present goes on with what is said.

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::text::pos::{Form, Pos, Tag};

/// How far the last verb of such a list is looked for, and what follows it, in words.
const FAR: usize = 40;

/// Extends contents to the end of such a list.
pub(crate) fn extend_listed(analysis: &Analysis, links: &mut [Link]) {
    let mut taken: Vec<Run> = links.iter().flat_map(|link| link.contents.iter().copied().chain(link.cue)).collect();
    taken.sort_unstable();
    for link in links {
        let Some(cue) = link.cue else { continue };
        let Some(run) = link.contents.last_mut().filter(|run| run.0 >= cue.1 && run.0 < run.1) else { continue };
        let Some(end) = goes_on(analysis, cue, *run) else { continue };
        let next = taken.partition_point(|own| own.0 < run.1);
        let limit = taken.get(next).map_or(end, |own| end.min(own.0));
        if limit == end {
            run.1 = end;
        }
    }
}

/// One past what a list of verbs in the present goes on with, behind a content in the present.
fn goes_on(analysis: &Analysis, cue: Run, run: Run) -> Option<usize> {
    let told = (cue.0..cue.1).rev().find(|&i| analysis.is_reporting_verb(i))?;
    let (_, to) = analysis.sentence_at(run.0);
    let present = |i: usize| {
        let bare = analysis.tag(i) == Tag { pos: Pos::Verb, form: Form::Base };
        bare || analysis.tag(i) == Tag { pos: Pos::Verb, form: Form::Present }
    };
    let own = (run.0..run.1).find(|&i| analysis.tag(i).is_finite())?;
    let joint = run.1 + usize::from(analysis.is_comma(run.1));
    let verb = joint + 1;
    let plain = analysis.is_plain(run) && verb + 1 < to && analysis.quoted[verb] == state::OUT;
    let listed = plain && analysis.is_one_of(joint, &["and", "or"]) && present(verb) && present(own);
    // "said it hurts and | goes on working" has one subject for both.
    let many = !analysis.words.of(verb).ends_with('s') && !analysis.words.of(own).ends_with('s');
    if analysis.tag(told).form != Form::Past || !listed || !many {
        return None;
    }
    let stop = |&i: &usize| analysis.is_comma(i) || analysis.quoted[i] != state::OUT;
    let end = (verb + 1..to.min(verb + FAR)).find(stop).unwrap_or(to);
    Some(analysis.last_word((verb, end))? + 1)
}

/// "It killed a man and \"likely\" fired again | in an attack of a minute, according to a report": who closes a sentence is the authority for
/// all of it, where what was found of it is no clause.
pub(crate) fn extend_according(analysis: &Analysis, links: &mut [Link]) {
    let mut taken: Vec<Run> = links.iter().flat_map(|link| link.contents.iter().copied().chain(link.cue)).collect();
    taken.sort_unstable();
    for link in links {
        let Some(cue) = link.cue.filter(|cue| analysis.reads(cue.0, &["according", "to"])) else { continue };
        let [run] = link.contents.as_mut_slice() else { continue };
        let (from, _) = analysis.sentence_at(cue.0);
        let closes = run.1 + 1 == cue.0 && analysis.is_comma(run.1) && run.0 > from;
        let before = taken.partition_point(|own| own.0 < run.0);
        let free = !taken[..before].iter().rev().take(8).any(|own| own.1 > from);
        let Some(last) = run.0.checked_sub(1).filter(|_| closes && free) else { continue };
        let open = analysis.quoted[last] == state::OUT && analysis.quoted[from] == state::OUT;
        let phrase = analysis.pos[run.0] == Pos::Adp && analysis.is_plain(*run) && !analysis.is_comma(last);
        if open && phrase && analysis.has_finite((from + 1, run.0)) {
            run.0 = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    #[test]
    fn what_several_do_goes_on() {
        let text = "Holt said people hold doors for her, greet her in the street and give her a seat.";
        assert_eq!(parts(text, "en")[0][2], "people hold doors for her, greet her in the street and give her a seat");
    }

    #[test]
    fn who_closes_a_sentence_is_the_authority_for_it() {
        let text = "A tank killed a reporter and then \"likely\" fired at others in an attack of a minute, according to a report.";
        let what = "A tank killed a reporter and then \"likely\" fired at others in an attack of a minute";
        assert_eq!(parts(text, "en")[0][2], what);
    }
}
