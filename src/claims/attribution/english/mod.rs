//! English behind the judge: what is added, cut and dropped here changes no weight, since the judge learns from what
//! [`tagging::repair`](crate::claims::attribution::tagging) leaves.
//!
//! [`finish`] runs the rules in their order: attributions that the tagger passed over ([`recovered`]), what reports nothing
//! ([`rejected`]), whose words they are ([`sources`]), where they begin and end ([`contents`]).

pub(super) mod contents;
mod grammar;
pub(super) mod recovered;
pub(super) mod rejected;
pub(crate) mod sources;

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::denied::{add_denials, part_objects, part_pronouns, split_names};
use crate::claims::attribution::linking::{Link, Run, by_cue};
use crate::claims::attribution::passive::add_subjects;
use crate::claims::attribution::tagging::repair::{add_inner, trim};
use crate::claims::frame::pack::Pack;
use crate::learn::form::Shape;
use crate::text::pos::Pos;
use contents::addressees::leave_addressees;
use contents::apposed::mend_ends;
use contents::around::complete;
use contents::asides::{end_at_asides, leave_whatever};
use contents::beside::end_beside;
use contents::bounds::cut_contents;
use contents::closing::{close_late, finish_subjects};
use contents::continued::join_paragraphs;
use contents::contrasted::split_contrasted;
use contents::dismissed::begin_with_claim;
use contents::edges::mend_edges;
use contents::heads::open_with_clauses;
use contents::joined::{add_second, split_coordinated};
use contents::listed::{extend_according, extend_listed};
use contents::marked::run_over_marks;
use contents::opened::open_sentences;
use contents::rebutted::end_before;
use contents::semicolons::split_semicolons;
use contents::twice::split_sources;
use contents::unclosed::end_unclosed;
use recovered::alleged::{add_faced, is_void, leave_facing};
use recovered::answered::close_quotations;
use recovered::disowned::{add_denied, give_denied};
use recovered::hearings::{add_heard, begin_with_gerunds};
use recovered::likewise::add_likewise;
use recovered::missed::add_missed;
use recovered::tails::close_tails;
use recovered::views::add_views;
use rejected::attributive::leave_attributive;
use rejected::bare::is_bare;
use rejected::doubtful::is_doubtful;
use rejected::handled::is_handled;
use rejected::idle::{is_idle, leave_pleas};
use rejected::reduced::{cut_at_main_verbs, give_agents, is_reduced};
use rejected::restored::drop_and_restore;
use rejected::shapes::{is_told_otherwise, mend_shapes};
use rejected::untold::is_untold;
use rejected::voiceless::is_voiceless;
use sources::authorities::complete_sources;
use sources::behind::give_behind;
use sources::cited::give_cited;
use sources::passed::pass_on;
use sources::raised::give_gapped;
use sources::relinked::{own_subjects, relink_parts};

/// How many words stand between an inner cue and its "that" at most.
const ADDRESSEE: usize = 5;

/// Mends what the judge has kept.
pub(crate) fn finish(analysis: &Analysis, links: &mut Vec<Link>) {
    give_behind(analysis, links);
    mend_shapes(analysis, links);
    leave_pleas(analysis, links);
    leave_attributive(analysis, links);
    add_missed(analysis, links);
    add_heard(analysis, links);
    begin_with_gerunds(analysis, links);
    split_sources(analysis, links);
    close_late(analysis, links);
    finish_subjects(analysis, links, true);
    open_sentences(analysis, links);
    join_paragraphs(analysis, links);
    own_subjects(analysis, links);
    give_gapped(analysis, links);
    relink_parts(analysis, links);
    pass_on(analysis, links);
    close_tails(analysis, links);
    leave_whatever(analysis, links);
    end_at_asides(analysis, links);
    split_semicolons(analysis, links);
    add_second(analysis, links);
    cut_contents(analysis, links);
    close_quotations(analysis, links);
    open_with_clauses(analysis, links);
    end_with_sentences(analysis, links);
    give_agents(analysis, links);
    cut_at_main_verbs(analysis, links);
    complete(analysis, links);
    end_beside(analysis, links);
    links.retain(|link| !link.contents.is_empty());
    // Cut to a mere object, some verbs report no longer.
    let reports = |link: &Link| {
        link.cue.is_none_or(|cue| !is_doubtful(analysis, link, cue) && !is_handled(analysis, link, cue))
            && named(analysis, link)
            && !is_idle(analysis, link)
            && !is_reduced(analysis, link)
            && !is_void(analysis, link)
            && !is_bare(analysis, link)
            && !is_told_otherwise(analysis, link)
            && !is_voiceless(analysis, link)
            && !is_untold(analysis, link)
    };
    drop_and_restore(analysis, links, reports);
    split_contrasted(analysis, links);
    split_coordinated(analysis, links);
    split_names(analysis, links);
    part_pronouns(analysis, links);
    part_objects(analysis, links);
    add_denials(analysis, links);
    add_inner(analysis, links, ADDRESSEE);
    add_subjects(analysis, links);
    add_views(analysis, links);
    for link in links.iter_mut() {
        mend_edges(analysis, link);
        hold_exclusion(analysis, link);
        trim(analysis, link);
    }
    begin_with_claim(analysis, links);
    leave_addressees(analysis, links);
    end_before(analysis, links);
    run_over_marks(analysis, links);
    extend_listed(analysis, links);
    extend_according(analysis, links);
    add_likewise(analysis, links);
    complete_sources(analysis, links);
    give_denied(analysis, links);
    add_denied(analysis, links);
    leave_facing(analysis, links);
    add_faced(analysis, links);
    end_unclosed(analysis, links);
    mend_ends(analysis, links);
    give_cited(analysis, links);
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

/// "Ruiz refused | to rule out a strike": the verb behind "to" belongs to the cue, since what is said is what is not ruled out.
fn hold_exclusion(analysis: &Analysis, link: &mut Link) {
    let (Some(cue), Some(run)) = (link.cue, link.contents.first_mut()) else { return };
    // "stopped short of | ruling out a strike"
    let to = analysis.reads(run.0, &["to", "rule", "out"]);
    let rules = run.0 == cue.1 && run.1 > run.0 + 3 && (to || analysis.reads(run.0, &["ruling", "out"]));
    if !rules || !analysis.is_plain(*run) {
        return;
    }
    let words: Vec<String> = (cue.0..cue.1 + usize::from(to)).map(|i| analysis.lower(i)).collect();
    let word = |at: usize| words.get(at).map(String::as_str);
    let whole =
        |at: usize| Pack::of(Some("en")).not_confirmed.starting(word, at).is_some_and(|(end, _)| end == words.len());
    if (0..words.len()).any(whole) {
        run.0 += if to { 3 } else { 2 };
        link.cue = Some((cue.0, run.0));
    }
}

/// "in finding that the order stands. | His view ...": what is reported without marks ends with the sentence of its cue, and what
/// stands in another sentence without marks is told by the writer.
fn end_with_sentences(analysis: &Analysis, links: &mut [Link]) {
    for link in links.iter_mut() {
        let Some(cue) = link.cue else { continue };
        let (begin, end) = analysis.sentence_at(cue.0);
        let stops = |end: usize| end > 0 && analysis.form(end - 1).shape == Shape::Stop;
        let outside = |i: usize| analysis.quoted[i] == state::OUT;
        // "as having “failed.” | Those who were there stress that": the mark that closes a quotation stands behind the stop.
        let closed = end > begin + 1 && analysis.quoted[end - 1] == state::CLOSE && stops(end - 1);
        for run in link.contents.iter_mut().filter(|run| closed && run.0 >= cue.1 && run.0 < end && run.1 > end) {
            if analysis.is_plain((end, run.1)) && !analysis.is_plain((run.0, end)) {
                run.1 = end;
            }
        }
        if !stops(end) {
            continue;
        }
        for run in link.contents.iter_mut().filter(|run| run.0 >= cue.1 && run.0 < end && run.1 > end) {
            if outside(end - 1) && outside(end) {
                run.1 = end - 1;
            }
        }
        let within = |run: &Run| run.0 < end && run.1 > begin;
        let told = (cue.0..cue.1).any(|i| analysis.pos[i] == Pos::Verb) && link.contents.iter().any(within);
        let told_by_writer = |run: &Run| analysis.is_plain(*run) && (run.0 >= end || run.1 <= begin && stops(begin));
        link.contents.retain(|run| !(told && told_by_writer(run)));
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

#[cfg(test)]
mod sentence_tests;
#[cfg(test)]
mod tests;
