//! Words that the tagger leaves on the wrong side of an edge, in English: an article alone as the source, a day before what is said, the
//! noun of "figures show" as the cue.

use super::bounds::is_main_clause;
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::attribution::pack::pack;
use crate::learn::form::Shape;
use crate::text::pos::{Form, Pos};

/// How far behind its article a noun stands, in words.
const PHRASE: usize = 6;

/// How something is announced; other adverbs belong to what follows: "nearly all".
const MANNER: &[&str] =
    &["publicly", "formally", "officially", "privately", "recently", "previously", "jointly", "openly", "personally"];

/// Mends the edges of one attribution.
pub(crate) fn mend_edges(analysis: &Analysis, link: &mut Link) {
    let Some(cue) = link.cue else { return };
    // "MUMBAI: The court said": where it was written is no part of who speaks.
    if let Some(source) = &mut link.source {
        let place = (source.0..source.1).take_while(|&i| analysis.form(i).shape == Shape::Upper).count();
        let colon = source.0 + place;
        if place > 0 && colon + 1 < source.1 && analysis.form(colon).shape == Shape::Colon {
            source.0 = colon + 1;
        }
    }
    leave_circumstance(analysis, link, cue);
    hold_predicate(analysis, link, cue);
    hold_main_clause(analysis, link, cue);
    hold_time(analysis, link, cue);
    if let Some(source) = link.source
        && let Some(verb) = owned(analysis, source, cue)
    {
        (link.source, link.cue) = (Some((source.0, verb)), Some((verb, cue.1)));
        return;
    }
    let relative = |i: usize| analysis.is_one_of(i, &["who", "which", "whose"]);
    // "The poll moved | Governor Ana Finch, an ally, | to urge": whom somebody moves to speak speaks.
    if let Some(source) = &mut link.source
        && analysis.is_one_of(cue.0, &["to"])
        && source.1 <= cue.0
        && let Some(verb) = (source.0..source.1).find(|&i| analysis.tag(i).is_finite())
        && !(source.0..verb).any(|i| relative(i) || i > source.0 && analysis.is_one_of(i, &["that"]))
        && analysis.has_noun((verb + 1, source.1))
    {
        source.0 = verb + 1;
    }
    // "fell by 3 percent after | Reuters reported": a clause begins behind the conjunction, and its subject is the source.
    if let Some(source) = &mut link.source {
        let opens = |&i: &usize| analysis.is_one_of(i, &["after", "before", "because", "since", "while", "when"]);
        let named = |i: usize| analysis.form(i).is_capital() && analysis.is_plain((source.0, source.1));
        let close = source.1 == cue.0 && source.1 - source.0 <= PHRASE;
        if let Some(at) = (source.0 + 1..source.1 - 1).rev().find(opens).filter(|&at| close && named(at + 1)) {
            source.0 = at + 1;
        }
    }
    // "The concert began, according to schedule, at noon": what something is done by says nothing.
    let measured = link.source.is_some_and(|source| {
        source.1 == source.0 + 1 && pack("en").is_some_and(|pack| analysis.is_one_of(source.0, &pack.measures))
    });
    if measured && (cue.0..cue.1).any(|i| analysis.is_one_of(i, &["according"])) {
        link.contents.clear();
        return;
    }
    // "Ruiz, said to be worth $4 million, left": others say so, and nobody is named who does.
    let told =
        cue.1 == cue.0 + 1 && analysis.is_one_of(cue.0, &["said", "thought", "believed", "reported", "understood"]);
    let to_be = link.contents.first().is_some_and(|run| run.0 == cue.1 && analysis.reads(run.0, &["to", "be"]));
    if told && to_be && cue.0 > 0 && analysis.is_comma(cue.0 - 1) {
        link.source = None;
    }
    if let Some((source, own)) = unnamed(analysis, link, cue) {
        (link.source, link.cue) = (Some(source), Some(own));
        return;
    }
    // "| A | leaked memo reveals", "| Government | figures show": the noun phrase goes on to its verb.
    if let Some(source) = link.source.filter(|source| source.1 == source.0 + 1 && source.1 < cue.0) {
        let nominal = |i: usize| {
            matches!(analysis.pos[i], Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num)
                || analysis.pos[i] == Pos::Verb && analysis.tag(i).form == Form::Participle
        };
        let article = analysis.pos[source.0] == Pos::Det && cue.0 - source.0 <= PHRASE;
        let whole = article && (source.1..cue.0).all(nominal) && analysis.has_noun((source.1, cue.0));
        if whole && !link.contents.iter().any(|run| run.0 < cue.0 && source.1 < run.1) {
            link.source = Some((source.0, cue.0));
        }
    }
    if let Some(run) = link.contents.first_mut().filter(|run| run.0 == cue.1 && cue.1 > cue.0 + 1) {
        // "deciding to pay about | two thirds": the word belongs to the number.
        let about = analysis.is_one_of(cue.1 - 1, &["about", "around", "nearly", "almost", "over"]);
        if about && matches!(analysis.pos[run.0], Pos::Num | Pos::Sym) && analysis.quoted[run.0] == state::OUT {
            run.0 -= 1;
            link.cue = Some((cue.0, cue.1 - 1));
            return;
        }
    }
    let Some(run) = link.contents.first_mut().filter(|run| run.0 == cue.1 && run.1 > run.0 + 3) else { return };
    if analysis.quoted[run.0] != state::OUT {
        return;
    }
    // "warned Thursday | of famine"
    let day = analysis.form(run.0).is_capital() && analysis.words.of(run.0).ends_with("day")
        || analysis.is_one_of(run.0, &["today", "yesterday"]);
    // "announced publicly | the names of the winners": how it was is no part of what it was.
    let object = analysis.pos[run.0 + 1] == Pos::Det && !analysis.has_finite((run.0 + 1, run.1));
    let manner = analysis.is_one_of(run.0, MANNER);
    if object && (day || manner) {
        run.0 += 1;
        return;
    }
    // "said Friday | it had not been told"
    let subject = matches!(analysis.pos[run.0 + 1], Pos::Pron | Pos::Det | Pos::Propn | Pos::Num)
        && analysis.has_finite((run.0 + 2, run.1));
    if day && (is_opener(analysis, run.0 + 1) || subject) {
        run.0 += 1;
        return;
    }
    // "Government | figures | show crime fell"
    let noun = cue.1 == cue.0 + 1 && analysis.words.of(cue.0).ends_with('s') && analysis.form(cue.0).is_word();
    let shows = analysis.is_one_of(run.0, &["show", "suggest", "indicate", "reveal"]);
    let source = link.source.filter(|source| source.1 == cue.0);
    if noun
        && shows
        && let Some(source) = source
    {
        link.source = Some((source.0, cue.1));
        link.cue = Some((run.0, run.0 + 1));
        run.0 += 1;
    }
}

/// "We will never forget it, the mayor | vowed | yesterday as flags flew": when somebody spoke is not what he said, which stands before
/// the comma.
fn leave_circumstance(analysis: &Analysis, link: &mut Link, cue: Run) {
    let (Some(source), &[run]) = (link.source, link.contents.as_slice()) else { return };
    let (from, _) = analysis.sentence_at(cue.0);
    let comma = source.0.checked_sub(1).filter(|&comma| comma > from && analysis.is_comma(comma));
    let Some(comma) = comma.filter(|_| run.0 == cue.1 && source.1 == cue.0) else { return };
    let day = |i: usize| {
        analysis.is_one_of(i, &["yesterday", "today", "tonight"])
            || analysis.words.of(i).ends_with("day") && analysis.form(i).is_capital()
    };
    let when = |i: usize| analysis.is_one_of(i, &["as", "after", "when", "while", "before", "amid", "during"]);
    let rest = run.0 + usize::from(day(run.0));
    let told = analysis.is_reporting_verb(cue.1 - 1);
    if rest > run.0
        && rest < run.1
        && when(rest)
        && told
        && is_main_clause(analysis, from, comma)
        && analysis.is_plain((from, run.1))
    {
        link.contents = vec![(from, comma)];
    }
}

/// "Mayor denies bridge is | unsafe": what somebody or something is said to be belongs to it.
fn hold_predicate(analysis: &Analysis, link: &mut Link, cue: Run) {
    let Some(run) = link.contents.last_mut().filter(|run| run.0 >= cue.1 && run.1 > run.0 + 1) else { return };
    let (_, to) = analysis.sentence_at(run.1 - 1);
    let copula = analysis.is_one_of(run.1 - 1, &["is", "are", "was", "were"]) && run.1 < to;
    let open = |i: usize| analysis.form(i).is_word() && analysis.quoted[i] == state::OUT;
    if copula && open(run.1) && matches!(analysis.pos[run.1], Pos::Adj | Pos::Adv | Pos::Noun | Pos::Det | Pos::Verb) {
        run.1 = (run.1..to.min(run.1 + 2 * PHRASE)).find(|&i| !open(i)).unwrap_or(to.min(run.1 + 2 * PHRASE));
    }
}

/// "said that while he respected the verdict, | he would appeal": a clause that depends needs its main one, where nobody else speaks in it.
fn hold_main_clause(analysis: &Analysis, link: &mut Link, cue: Run) {
    let Some(run) = link.contents.last_mut().filter(|run| run.0 >= cue.1 && run.1 > run.0 + 2) else { return };
    let that = analysis.is_one_of(run.0, &["that"]) || run.0 > 0 && analysis.is_one_of(run.0 - 1, &["that"]);
    let first = run.0 + usize::from(analysis.is_one_of(run.0, &["that"]));
    let depends = analysis.is_one_of(first, &["while", "although", "though", "if", "when", "because", "unless"]);
    let (_, to) = analysis.sentence_at(run.1 - 1);
    let open = that && depends && run.1 + 2 < to && analysis.is_comma(run.1) && analysis.is_plain((run.0, to));
    // "..., later warning that": who said so goes on with something else.
    let goes_on = |&i: &usize| {
        let next = i + 1 + usize::from(i + 2 < to && analysis.pos[i + 1] == Pos::Adv);
        analysis.is_comma(i) && next < to && analysis.tag(next).form == Form::Gerund
    };
    let to = (run.1 + 1..to).find(goes_on).unwrap_or(to);
    // "the country | would respond": what is yet to be said is no report.
    let due =
        |i: usize| analysis.is_one_of(i - 1, &["would", "will", "could", "might", "may", "should", "must", "can"]);
    let reports = |i: usize| analysis.is_reporting_verb(i) && !due(i);
    let alone = open && !(run.1 + 1..to).any(reports) && is_main_clause(analysis, run.1 + 1, to);
    if let Some(last) = analysis.last_word((run.1, to)).filter(|_| alone) {
        run.1 = last + 1;
    }
}

/// "The fire began shortly | before 4 a.m.", "at 4 a.m. | on Monday": when it was, told in two steps.
fn hold_time(analysis: &Analysis, link: &mut Link, cue: Run) {
    let Some(run) = link.contents.last_mut().filter(|run| run.0 >= cue.1 && run.1 > run.0 + 1) else { return };
    let (last, next) = (run.1 - 1, run.1);
    let (_, to) = analysis.sentence_at(last);
    let nearly = analysis.pos[last] == Pos::Adv && analysis.is_one_of(next, &["before", "after"]);
    let clock = analysis.is_one_of(last, &["a.m.", "p.m."]) && analysis.is_one_of(next, &["on"]);
    // "crossed the border at | 5:30 a.m. on Sunday": a preposition is no end where a number stands behind it.
    if analysis.pos[last] == Pos::Adp
        && next < to
        && analysis.pos[next] == Pos::Num
        && analysis.is_plain((last, next + 1))
    {
        let inside = |i: &usize| analysis.is_nominal(*i) && analysis.quoted[*i] == state::OUT;
        let end = next + (next..to.min(next + 2 * PHRASE)).take_while(inside).count();
        if end == to || !analysis.form(end).is_word() || analysis.pos[end] == Pos::Cconj {
            run.1 = end;
        }
        return;
    }
    if next + 1 >= to || !(nearly || clock) || !analysis.is_plain((last, next + 2)) {
        return;
    }
    let time = |i: &usize| matches!(analysis.pos[*i], Pos::Num | Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn);
    let end = next + 1 + (next + 1..to.min(next + 1 + PHRASE)).take_while(time).count();
    if end > next + 1 && (end == to || !analysis.form(end).is_word()) {
        run.1 = end;
    }
}

/// "her | spokesman hit back": the noun behind the pronoun is who speaks. Where the verb begins.
fn owned(analysis: &Analysis, source: Run, cue: Run) -> Option<usize> {
    let whose = source.1 == source.0 + 1 && analysis.is_one_of(source.0, &["his", "her", "its", "their", "our", "my"]);
    let nominal = |i: &usize| matches!(analysis.pos[*i], Pos::Adj | Pos::Noun | Pos::Propn);
    let verb = cue.0 + (cue.0..cue.1).take_while(nominal).count();
    let own = whose && source.1 == cue.0 && verb > cue.0 && verb < cue.1;
    (own && analysis.pos[verb] == Pos::Verb).then_some(verb)
}

/// "“...,” one diver, who | asked not to be named, | said": who speaks, and the verb behind the clause that tells why he has no name.
fn unnamed(analysis: &Analysis, link: &Link, cue: Run) -> Option<(Run, Run)> {
    let relative = |i: &usize| analysis.is_one_of(*i, &["who"]);
    let who = match link.source {
        Some(source) => Some(source.0).filter(|_| source.1 == source.0 + 1),
        None => cue.0.checked_sub(1),
    };
    let who = who.filter(relative)?;
    let (from, to) = analysis.sentence_at(who);
    let asks = analysis.is_one_of(cue.0, &["asked", "declined", "wished", "wanted", "requested", "refused", "spoke"]);
    let silent = |i: &usize| analysis.is_one_of(*i, &["named", "identified", "anonymity", "quoted"]);
    let last = (cue.0 + 1..to.min(cue.1 + 2 * PHRASE)).find(silent)?;
    // "asked not to be named | said", "asked not to be named, as nobody may speak, | said"
    let close = (last + 1..to.min(cue.1 + 2 * PHRASE)).find(|&i| analysis.is_comma(i));
    let verb = if analysis.is_reporting_verb(last + 1) { last + 1 } else { close? + 1 };
    let tells = verb < to && analysis.lexicon[verb].is_some() && !analysis.form(verb).is_capital();
    let end = who - usize::from(who > from && analysis.is_comma(who - 1));
    let start = analysis.source_start(from, end)?;
    (asks && tells && start < end && analysis.has_noun((start, end))).then_some(((start, end), (verb, verb + 1)))
}

/// Whether a word opens what is said of: "that", "of".
fn is_opener(analysis: &Analysis, i: usize) -> bool {
    analysis.is_one_of(i, &["that", "of", "about", "against", "to"])
}
