//! English attributions whose parts stand elsewhere than the tagger saw them: the agent of a passive, the verb behind "who asked
//! not to be named", the verb before ", citing a report,", the speaker behind "there is no doubt that", two speakers joined.

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::english::contents::semicolons::trailing;
use crate::claims::attribution::linking::{Link, Run, cue_words};
use crate::claims::attribution::pack::pack;
use crate::claims::frame::pack::Pack;
use crate::learn::form::Shape;
use crate::text::pos::{Form, Pos};

/// The longest agent that is looked for, in words.
const AGENT: usize = 12;

/// The longest subject behind a word that opens a clause, in words.
const SUBJECT: usize = 10;

/// The longest phrase that is joined to a source, in words.
const JOINED: usize = 6;

/// The most phrases that are joined to a source by commas.
const LISTED: usize = 6;

/// The most words before a parenthesis that belong to the verb behind it.
const AROUND: usize = 20;

/// Mends the parts of each attribution.
pub(crate) fn relink_parts(analysis: &Analysis, links: &mut Vec<Link>) {
    let mut cues = cue_words(links);
    for link in links.iter_mut() {
        let Some(cue) = link.cue else { continue };
        if let Some(found) = unnamed(analysis, link, cue)
            .or_else(|| citing(analysis, link, cue))
            .or_else(|| undoubted(analysis, link, cue))
            && let Some(own) = found.cue
            && !(own.0..own.1).any(|i| cues.contains(&i))
        {
            cues.extend(own.0..own.1);
            *link = found;
            continue;
        }
        behind_according(analysis, link, cue);
        agent(analysis, link, cue);
        verb_around(analysis, link, cue);
        both(analysis, link);
        whole_condition(analysis, link, cue);
    }
    links.retain(|link| !asks_for_silence(analysis, link));
    links.sort_by_key(Link::start);
}

/// "The unrest was sparked, the indictment claims, after | he refused to comply": a pronoun right before its verb speaks, and what a clause
/// holds goes on over what is said in it.
pub(crate) fn own_subjects(analysis: &Analysis, links: &mut [Link]) {
    for at in 0..links.len() {
        let (before, rest) = links.split_at_mut(at);
        let Some(link) = rest.first_mut() else { continue };
        let (Some(source), Some(cue), &[content]) = (link.source, link.cue, link.contents.as_slice()) else { continue };
        let subject = opened(analysis, source, cue).or_else(|| before_dashes(analysis, source, cue));
        if let Some(subject) = subject.filter(|_| content.0 >= cue.1) {
            link.source = Some(subject);
            link.inherited = false;
            continue;
        }
        let Some(pronoun) = cue.0.checked_sub(1).filter(|&pronoun| source.1 <= pronoun) else { continue };
        let subject =
            analysis.is_one_of(pronoun, &["he", "she", "they"]) && analysis.quoted[pronoun] == analysis.quoted[cue.0];
        if !subject || !analysis.tag(cue.0).is_finite() || content.0 < cue.1 {
            continue;
        }
        link.source = Some((pronoun, cue.0));
        link.inherited = false;
        let same = |own: Run| own.0 < source.1 && source.0 < own.1;
        let Some(outer) = before.last_mut().filter(|outer| outer.source.is_some_and(same)) else { continue };
        let (Some(own), Some(last)) = (outer.cue, outer.contents.last_mut()) else { continue };
        let joined = last.1 < pronoun && pronoun - last.1 <= 2 && matches!(analysis.pos[last.1], Pos::Sconj | Pos::Adp);
        if joined
            && last.0 >= own.1
            && analysis.sentence_of[last.0] == analysis.sentence_of[cue.0]
            && analysis.is_plain(*last)
        {
            last.1 = content.1;
            link.parent = Some(own);
        }
    }
}

/// "Shares in Lund fell after | Duval | said": the subject between a word that opens a clause and the verb speaks there, and not that of
/// the sentence.
fn opened(analysis: &Analysis, source: Run, cue: Run) -> Option<Run> {
    let pack = pack("en")?;
    let small = |i: &usize| matches!(analysis.pos[*i], Pos::Adv | Pos::Aux);
    let edge = (source.1..cue.0).rev().take_while(small).last().unwrap_or(cue.0);
    let opens = |i: usize| analysis.is_one_of(i, &pack.opening) || analysis.is_one_of(i, &["as"]);
    let open =
        (source.1..edge).rev().take(SUBJECT).find(|&i| opens(i) || !analysis.is_of_source(i)).filter(|&i| opens(i))?;
    let subject = (open + 1, edge);
    let led = analysis.pos[open + 1] == Pos::Adp;
    let plain = analysis.is_plain((open, cue.1)) && analysis.tag(cue.0).is_finite();
    (plain && !led && open + 1 < edge && analysis.has_noun(subject)).then_some(subject)
}

/// "The report by Norvik - which studied the fire that killed Ivan Abel - | found": who is named between dashes does not speak behind them.
fn before_dashes(analysis: &Analysis, source: Run, cue: Run) -> Option<Run> {
    let (from, _) = analysis.sentence_at(cue.0);
    let dash = |i: &usize| analysis.form(*i).shape == Shape::Dash || analysis.words.of(*i) == "-";
    let close = cue.0.checked_sub(1).filter(|&close| close > from && dash(&close) && source.1 == close)?;
    let open = (from + 1..source.0).rev().find(dash)?;
    let clause = matches!(analysis.words.of(open + 1), "which" | "who" | "whose" | "where");
    let head = (from, open);
    let noun = analysis.has_noun(head) && !analysis.has_finite(head) && analysis.pos[from] != Pos::Adp;
    let plain = analysis.is_plain((from, close)) && analysis.tag(cue.0).is_finite();
    (clause && noun && plain && open - from <= AROUND).then_some(head)
}

/// Whether a verb reports outside of quotations, in a form that the tagger may take for a participle.
pub(crate) fn reports(analysis: &Analysis, verb: usize) -> bool {
    analysis.is_reporting_verb(verb)
        && matches!(analysis.tag(verb).form, Form::Past | Form::Present | Form::Participle)
        && analysis.quoted[verb] == state::OUT
}

/// "not to be named" at the head of a content.
fn asks_for_silence(analysis: &Analysis, link: &Link) -> bool {
    const ASKS: &[&str] = &["ask", "declin", "refus", "wish", "request", "prefer"];
    let Some(&(from, to)) = link.contents.first() else { return false };
    let verb = link.cue.filter(|cue| cue.1 == from).map(|cue| analysis.lower(cue.1 - 1));
    // "declined | to be named", "asked | not to be named"
    let not = usize::from(analysis.words.of(from) == "not");
    let named = from + not + 2;
    verb.is_some_and(|verb| ASKS.iter().any(|stem| verb.starts_with(stem)))
        && named < to
        && analysis.reads(from + not, &["to", "be"])
        && matches!(analysis.words.of(named), "named" | "identified" | "quoted")
}

/// "Two officials who asked | not to be named said ...": they say what stands behind the next verb.
fn unnamed(analysis: &Analysis, link: &Link, cue: Run) -> Option<Link> {
    if !asks_for_silence(analysis, link) {
        return None;
    }
    let from = link.contents.first()?.0;
    let (start, end) = analysis.sentence_at(cue.0);
    let to = analysis.last_word((from, end))? + 1;
    // "who declined to be named because she was not allowed to speak | said"
    let verb = (from + 3..to.min(from + AROUND))
        .find(|&i| reports(analysis, i) && !analysis.is_one_of(i - 1, &["to", "be"]))?;
    let who = (start + 1..cue.0).rev().take(4).find(|&i| analysis.words.of(i) == "who");
    let source = match (link.source, who) {
        (Some(source), Some(who)) if source.0 < who => (source.0, source.1.min(who)),
        (Some(source), None) if source.1 <= cue.0 => source,
        _ => return None,
    };
    (verb + 1 < to).then(|| Link {
        source: Some(source),
        cue: Some((verb, verb + 1)),
        contents: vec![(verb + 1, to)],
        ..Link::default()
    })
}

/// "The agency reported, citing | a report, that ...": the verb before the parenthesis reports.
fn citing(analysis: &Analysis, link: &Link, cue: Run) -> Option<Link> {
    let &[(from, to)] = link.contents.as_slice() else { return None };
    let alone = cue.1 == cue.0 + 1 && matches!(analysis.words.of(cue.0), "citing" | "quoting");
    let verb = cue.0.checked_sub(2).filter(|&verb| analysis.is_comma(verb + 1) && reports(analysis, verb))?;
    let source = link.source.filter(|source| source.1 <= verb)?;
    let that = (from + 1..to).find(|&i| analysis.words.of(i) == "that" && analysis.is_comma(i - 1))?;
    (alone && that + 2 < to).then(|| Link {
        source: Some(source),
        cue: Some((verb, verb + 1)),
        contents: vec![(that, to)],
        ..Link::default()
    })
}

/// "There is no doubt | that the pump was old, Berg believes": a noun of doubt without a source says nothing where somebody else closes
/// the sentence.
fn undoubted(analysis: &Analysis, link: &Link, cue: Run) -> Option<Link> {
    let noun = (cue.0..cue.1).any(|i| matches!(analysis.words.of(i), "doubt" | "question" | "evidence" | "way"));
    let no = (cue.0.saturating_sub(1)..cue.1).any(|i| matches!(analysis.words.of(i), "no" | "little"));
    let (from, to) = analysis.sentence_at(cue.0);
    let report = (noun && no).then(|| trailing(analysis, from, to))??;
    if link.source.is_some_and(|source| source != report.source) {
        return None;
    }
    let content = report.content.filter(|content| analysis.quoted[content.0] == state::OUT)?;
    Some(Link {
        source: Some(report.source),
        cue: Some((report.verb, report.verb + 1)),
        contents: vec![content],
        ..Link::default()
    })
}

/// "It was alleged by the union | that ...", "Vik was told by Rasch that ...": the agent speaks.
fn agent(analysis: &Analysis, link: &mut Link, cue: Run) {
    let by = if analysis.words.of(cue.1 - 1) == "by" { cue.1 - 1 } else { cue.1 };
    if by == cue.0 || by >= analysis.len() || analysis.words.of(by) != "by" {
        return;
    }
    let passive = analysis.tag(by - 1).form == Form::Participle && analysis.pos[by - 1] == Pos::Verb;
    let (_, to) = analysis.sentence_at(cue.0);
    let between = |&i: &usize| {
        let nominal = analysis.is_nominal(i) || analysis.pos[i] == Pos::Cconj;
        analysis.words.of(i) != "that" && (nominal || matches!(analysis.words.of(i), "'s" | "’s" | "-"))
    };
    let that = by + 1 + (by + 1..to.min(by + 1 + AGENT)).take_while(between).count();
    if !passive || that == by + 1 || that + 1 >= to || analysis.words.of(that) != "that" {
        return;
    }
    let Some(run) = link.contents.iter_mut().find(|run| run.0 >= by && run.0 <= that + 1 && run.1 > that + 1) else {
        return;
    };
    run.0 = that;
    link.source = Some((by + 1, that));
    link.cue = Some((cue.0, by));
    link.inherited = false;
}

/// "According to | a report, engineers had warned": who warned begins behind the comma.
fn behind_according(analysis: &Analysis, link: &mut Link, cue: Run) {
    let Some(source) = link.source.filter(|source| source.1 <= cue.0) else { return };
    let (from, _) = analysis.sentence_at(source.0);
    let according = source.0 >= from + 2 && source.0 <= from + 3 && analysis.words.of(from) == "According";
    let last = (source.0..source.1).rev().find(|&i| analysis.is_comma(i)).filter(|comma| comma + 1 < source.1);
    if let Some(comma) = last.filter(|_| according) {
        // A later sentence goes on with the report.
        let same = analysis.sentence_of[cue.0] == analysis.sentence_of[source.0];
        link.source = Some(if same { (comma + 1, source.1) } else { (source.0, comma) });
    }
}

/// "The town will not, Vik insisted, | raise fees": the auxiliary before the parenthesis belongs to the verb behind it.
fn verb_around(analysis: &Analysis, link: &mut Link, cue: Run) {
    let (Some(source), [content]) = (link.source, link.contents.as_slice()) else { return };
    let (from, _) = analysis.sentence_at(cue.0);
    let (open, close) = (source.0.min(cue.0), source.1.max(cue.1));
    let enclosed = open > from + 1 && analysis.is_comma(open - 1) && content.0 == close + 1 && analysis.is_comma(close);
    if !enclosed || open - from > AROUND {
        return;
    }
    let small = |i: &usize| matches!(analysis.pos[*i], Pos::Part | Pos::Adv);
    let auxiliary = (from..open - 1).rev().find(|i| !small(i)).is_some_and(|i| analysis.pos[i] == Pos::Aux);
    let bare = matches!(analysis.tag(content.0).form, Form::Base | Form::Participle | Form::Gerund);
    if auxiliary && bare && analysis.is_plain((from, open)) && analysis.has_noun((from, open)) {
        link.contents.insert(0, (from, open - 1));
    }
}

/// "Vik and | Holt said", "On Monday the mayor, the clerk and | the fire chief said": all of the subject speak.
fn both(analysis: &Analysis, link: &mut Link) {
    let (Some(source), Some(cue)) = (link.source, link.cue) else { return };
    if source.0 >= cue.1 {
        link.source = Some((source.0, all_behind(analysis, source)));
        return;
    }
    let (from, _) = analysis.sentence_at(cue.0);
    let source = (with_head(analysis, from, source.0), source.1);
    let Some(before) = source.0.checked_sub(1).filter(|&before| before > from) else { return };
    // "The mayor, | the clerk and a priest said"
    let inside = (source.0..source.1).any(|i| analysis.words.of(i) == "and") && source.1 == cue.0;
    if inside && analysis.is_comma(before) && opens_phrase(analysis, source.0) {
        let head = behind_time(analysis, from, before);
        link.source = Some((first_of_list(analysis, head, source.0), source.1));
        return;
    }
    let and = before;
    if !matches!(analysis.words.of(and), "and" | "&") {
        return;
    }
    let head = behind_time(analysis, from, and);
    let name = |i: usize| analysis.pos[i] == Pos::Propn && analysis.quoted[i] == state::OUT;
    let start = (head..and).rev().take(4).take_while(|&i| name(i)).last();
    let opens = |start: usize| start == head || !analysis.form(start - 1).is_word();
    if let Some(start) = start.filter(|&start| source.1 <= cue.0 && name(source.0) && opens(start)) {
        link.source = Some((first_of_list(analysis, head, start), source.1));
        return;
    }
    // "The mayor and | the fire chief said": the phrase before "and" opens the sentence, and holds no verb.
    let start = (head..and).rev().take(JOINED).take_while(|&i| is_joined(analysis, i)).last();
    let noun = matches!(analysis.pos[and - 1], Pos::Noun | Pos::Propn);
    let led = |i: usize| opens_phrase(analysis, i);
    if let Some(start) = start.filter(|&start| source.1 == cue.0 && noun && led(start) && led(source.0) && opens(start))
    {
        link.source = Some((first_of_list(analysis, head, start), source.1));
    }
}

/// "and the head of | the school said": where the phrase begins that the source is bound to.
fn with_head(analysis: &Analysis, from: usize, start: usize) -> usize {
    let of = start.checked_sub(1).filter(|&of| of > from && analysis.words.of(of) == "of");
    let head = of.and_then(|of| (from..of).rev().take(JOINED).take_while(|&i| is_joined(analysis, i)).last());
    let joined = |head: usize| head > from && analysis.words.of(head - 1) == "and" && opens_phrase(analysis, head);
    head.filter(|&head| joined(head)).unwrap_or(start)
}

/// Whether a word may stand in one of several phrases that "and" joins.
fn is_joined(analysis: &Analysis, i: usize) -> bool {
    matches!(analysis.pos[i], Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num)
        && analysis.quoted[i] == state::OUT
        && !Pack::of(Some("en")).past.has(&analysis.lower(i))
}

fn opens_phrase(analysis: &Analysis, i: usize) -> bool {
    matches!(analysis.pos[i], Pos::Det | Pos::Propn | Pos::Num)
}

/// "On Monday | the mayor and": where the subject begins behind a phrase of time or place without a comma.
fn behind_time(analysis: &Analysis, from: usize, and: usize) -> usize {
    let led = analysis.pos[from] == Pos::Adp;
    let subject = (from + 2..and.min(from + JOINED)).find(|&i| analysis.pos[i] == Pos::Det).filter(|_| led);
    subject.filter(|&subject| (from + 1..subject).all(|i| is_joined(analysis, i))).unwrap_or(from)
}

/// "Vik, Lund and Holt": where the list begins whose last phrase but one begins at `start`, if it opens the sentence.
fn first_of_list(analysis: &Analysis, head: usize, start: usize) -> usize {
    let mut first = start;
    for _ in 0..LISTED {
        let Some(comma) = first.checked_sub(1).filter(|&comma| comma > head && analysis.is_comma(comma)) else { break };
        let item = (head..comma).rev().take(JOINED).take_while(|&i| is_joined(analysis, i)).last();
        // "Last week, Vik and Holt said"
        let time = analysis.words.of(comma - 1).ends_with("day") || is_time(analysis, comma - 1);
        let Some(item) = item.filter(|&item| opens_phrase(analysis, item) && !time) else { return start };
        first = item;
    }
    if first == head { first } else { start }
}

fn is_time(analysis: &Analysis, i: usize) -> bool {
    analysis.is_one_of(i, &["week", "month", "year", "morning", "afternoon", "evening", "night", "weekend", "summer"])
}

/// "said Vik | and Holt", "said Vik |, Lund and Holt": one past the last name of those who stand behind their verb.
fn all_behind(analysis: &Analysis, source: Run) -> usize {
    let (_, to) = analysis.sentence_at(source.0);
    let name = |i: usize| i < to && analysis.pos[i] == Pos::Propn && analysis.quoted[i] == state::OUT;
    if !(source.0..source.1).all(name) {
        return source.1;
    }
    let mut end = source.1;
    for _ in 0..LISTED {
        let names = (end + 1..to.min(end + JOINED)).take_while(|&i| name(i)).count();
        if end >= to || !analysis.is_comma(end) || names == 0 {
            break;
        }
        end += 1 + names;
    }
    let last = end + 1 + (end + 1..to.min(end + 1 + JOINED)).take_while(|&i| is_joined(analysis, i)).count();
    let noun = last > end + 1 && matches!(analysis.pos[last - 1], Pos::Noun | Pos::Propn);
    // "said Vik and Holt agreed": another clause.
    let ends = last >= to || !analysis.form(last).is_word() || analysis.pos[last] == Pos::Adp;
    let joined = end < to && analysis.words.of(end) == "and" && noun && opens_phrase(analysis, end + 1);
    if joined && ends { last } else { source.1 }
}

/// "If Vik says | the memo exists, he must resign, Berg said": what somebody says under a condition keeps the condition.
fn whole_condition(analysis: &Analysis, link: &mut Link, cue: Run) {
    let (from, to) = analysis.sentence_at(cue.0);
    if let [run] = link.contents.as_mut_slice()
        && matches!(analysis.words.of(from), "If" | "Unless")
        && run.1 <= cue.0
        && analysis.is_plain((from, run.1))
        && let Some(report) = trailing(analysis, from, to)
        && cue.0 <= report.verb
        && report.verb < cue.1
    {
        run.0 = from;
        link.source = Some(report.source);
    }
}
