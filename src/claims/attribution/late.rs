//! What is mended behind the judge, in English: it learns from what [`super::repair`] leaves, and what is added or cut here changes
//! no weight.

use super::analysis::Analysis;
use super::asides::{end_at_asides, leave_whatever};
use super::bounds::cut_contents;
use super::closing::close_late;
use super::continued::join_paragraphs;
use super::contrasted::split_contrasted;
use super::doubtful::is_doubtful;
use super::joined::split_coordinated;
use super::linking::{Link, Run, by_cue};
use super::missed::add_missed;
use super::opened::open_sentences;
use super::passive::add_subjects;
use super::relinked::relink_parts;
use super::repair::{add_inner, trim};
use super::restored::drop_and_restore;
use super::semicolons::split_semicolons;
use crate::learn::form::Shape;
use crate::text::pos::Pos;

/// How many words stand between an inner cue and its "that" at most.
const ADDRESSEE: usize = 5;

/// Mends what the judge has kept.
pub(crate) fn finish(analysis: &Analysis, links: &mut Vec<Link>) {
    add_missed(analysis, links);
    close_late(analysis, links);
    open_sentences(analysis, links);
    join_paragraphs(analysis, links);
    relink_parts(analysis, links);
    leave_whatever(analysis, links);
    end_at_asides(analysis, links);
    split_semicolons(analysis, links);
    cut_contents(analysis, links);
    // Cut to a mere object, some verbs report no longer.
    let reports = |link: &Link| link.cue.is_none_or(|cue| !is_doubtful(analysis, link, cue)) && named(analysis, link);
    drop_and_restore(analysis, links, reports);
    split_contrasted(analysis, links);
    split_coordinated(analysis, links);
    add_inner(analysis, links, ADDRESSEE);
    add_subjects(analysis, links);
    for link in links.iter_mut() {
        trim(analysis, link);
    }
    links.retain(|link| !link.contents.is_empty());
    // What has been cut off stands in nobody's words any more.
    let by_cue = by_cue(links);
    for at in 0..links.len() {
        let Some(cue) = links[at].cue else { continue };
        let inside = |parent: &Run| {
            let parent = by_cue.get(parent).and_then(|&parent| links.get(parent));
            parent.is_some_and(|parent| parent.contents.iter().any(|run| run.0 <= cue.0 && cue.1 <= run.1))
        };
        links[at].parent = links[at].parent.filter(inside);
    }
}

/// "Despite not | seeking": small words alone name nobody.
fn named(analysis: &Analysis, link: &Link) -> bool {
    let small =
        |i: usize| matches!(analysis.pos[i], Pos::Adp | Pos::Sconj | Pos::Part | Pos::Adv | Pos::Cconj | Pos::Punct);
    let led = |from: usize| matches!(analysis.pos[from], Pos::Adp | Pos::Sconj) || !analysis.form(from).is_capital();
    // "The vessel | “tried to block the path” ...": without a speaker, or by a mere noun, nothing is reported that no word reports.
    let word = |i: usize| analysis.lexicon[i].is_some() && analysis.pos[i] != Pos::Det;
    let reports = |i: usize| word(i) || analysis.form(i).shape == Shape::Colon;
    let silent = link.cue.is_some_and(|cue| {
        let nominal = link.source.is_none() || analysis.pos[cue.0] == Pos::Det;
        nominal && !(cue.0..cue.1).any(reports)
    });
    !silent && link.source.is_none_or(|(from, to)| !(led(from) && to - from > 1 && (from..to).all(small)))
}
