//! From words to the public type: spans, kind, act, outlet.

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::frame::pack::Pack;
use crate::claims::types::{Act, Kind};
use crate::learn::form::Shape;
use crate::text::Span;
use crate::text::pos::Pos;

/// How far from the head of its sentence an interview is named before the cue, in words.
const OPENING: usize = 12;

/// The most words from "charged" to what somebody is charged with.
const CHARGED: usize = 14;
/// How far behind its verb the particle of a German one stands, in words.
const PARTED: usize = 28;

/// Kinds of outlets, which stand before their names.
const OUTLETS: &[&str] = &[
    "agency",
    "agencies",
    "newspaper",
    "paper",
    "daily",
    "weekly",
    "tabloid",
    "magazine",
    "broadcaster",
    "channel",
    "station",
    "network",
    "television",
    "radio",
    "website",
    "portal",
    "outlet",
    "newswire",
];

/// Signs that belong to the number before them.
const SIGNS: [char; 5] = ['%', '‰', '€', '£', '$'];

/// The bytes of a run; a closing mark whose opening mark lies inside belongs to it, and so does the sign of its last number.
pub(crate) fn span(analysis: &Analysis, run: Run) -> Span {
    let words = &analysis.words.words;
    let mut span = Span::new(words[run.0].span.start, words[run.1 - 1].span.end);
    for quote in &analysis.quotes[analysis.quotes.partition_point(|quote| quote.outer.start < span.start)..] {
        if quote.outer.start >= span.end {
            break;
        }
        if quote.inner.end >= span.end.saturating_sub(4) && quote.inner.start < span.end && quote.outer.end > span.end {
            let between = analysis.words.text.get(span.end..quote.outer.end).unwrap_or("");
            if !between.chars().any(char::is_alphanumeric) {
                span.end = quote.outer.end;
            }
        }
    }
    span.end += sign(analysis.words.text, span.end);
    span
}

/// The length of the sign behind a number: "The rate rose to 4.5 | %, the bank said."
fn sign(text: &str, end: usize) -> usize {
    let (before, rest) = (text.get(..end).unwrap_or(""), text.get(end..).unwrap_or(""));
    let signs = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let own = before
        .ends_with(|c: char| c.is_ascii_digit())
        .then(|| signs.chars().next().filter(|c| SIGNS.contains(c)))
        .flatten()
        // "3 $5 notes": a sign before a number belongs to that.
        .filter(|c| !signs[c.len_utf8()..].starts_with(|c: char| c.is_ascii_digit()));
    own.map_or(0, |c| rest.len() - signs.len() + c.len_utf8())
}

/// The kind of an attribution; outside of English speech stands behind a dash at the head of its paragraph as well: "— Дома, — ответил он."
pub(crate) fn kind_of(analysis: &Analysis, contents: &[Run], language: &str) -> Kind {
    let opens = |dash: usize| {
        let words = &analysis.words.words;
        let first = dash == 0 || words[dash - 1].paragraph != words[dash].paragraph;
        first && analysis.form(dash).shape == Shape::Dash
    };
    let spoken = contents.first().and_then(|run| run.0.checked_sub(1)).is_some_and(opens);
    if spoken && language != "en" { Kind::Direct } else { kind(analysis, contents) }
}

/// The longest name of a ship or a work between marks, in words.
const NAMED: usize = 4;

/// Whether marks hold the name of a thing that stands before them, or behind an article: "the ferry “Sula Queen”", "the “Sula Queen”".
fn is_named(analysis: &Analysis, at: usize) -> bool {
    let Some(quote) = analysis.quotes.get(at) else { return false };
    let (first, end) = (analysis.words.at(quote.inner.start), analysis.words.at(quote.inner.end));
    let Some(before) = analysis.words.at(quote.outer.start).checked_sub(1) else { return false };
    let led = analysis.pos[before] == Pos::Noun || analysis.is_one_of(before, &["the"]);
    let last = end.saturating_sub(usize::from(analysis.words.of(end.saturating_sub(1)) == ","));
    let name = |i: usize| analysis.pos[i] == Pos::Propn && analysis.form(i).is_capital();
    led && first + 1 < last && last <= first + NAMED && (first..last).all(name)
}

/// Direct, mixed or indirect, by the words in quotation marks; single marks around one word do not count ("Vaccine 'halves' risk"), nor do
/// those around the name of a thing.
pub(crate) fn kind(analysis: &Analysis, contents: &[Run]) -> Kind {
    let (mut all, mut inside) = (0_usize, 0_usize);
    let scare = |i: usize| {
        let quote = analysis.quote.get(i).and_then(|&at| analysis.quotes.get(at as usize));
        quote.is_some_and(|quote| {
            let single = quote.outer.of(analysis.words.text).starts_with(['\'', '‘']);
            single && quote.inner == analysis.words.words[i].span
        })
    };
    let named = |i: usize| analysis.quote.get(i).is_some_and(|&at| is_named(analysis, at as usize));
    for i in contents.iter().flat_map(|run| run.0..run.1) {
        if analysis.form(i).is_word() {
            all += 1;
            inside += usize::from(analysis.quoted[i] == state::IN && !scare(i) && !named(i));
        }
    }
    if inside * 10 >= all * 9 && inside > 0 {
        Kind::Direct
    } else if inside > 0 {
        Kind::Mixed
    } else {
        Kind::Indirect
    }
}

/// What the cue's words do: the last reporting word that is no plain "say" decides.
pub(crate) fn act(analysis: &Analysis, cue: Option<Run>, language: &str) -> Act {
    let Some((from, to)) = cue else { return Act::Say };
    // "a suo avviso": whose opinion it is, and no warning.
    if language == "it" && (from..to).any(|i| analysis.is_one_of(i, &["suo", "sua", "loro"])) {
        return Act::Say;
    }
    let acts = |strict: bool| {
        let known = (from..to).filter(move |&i| !strict || analysis.candidate[i]);
        // Who expects something thinks it likely, though the word demands it elsewhere.
        let expects = |i: usize| analysis.lower(i).starts_with("expect");
        // Who laments accuses nobody.
        let mourns =
            |i: usize| ["lament", "regret", "bemoan", "bewail"].iter().any(|stem| analysis.lower(i).starts_with(stem));
        // Who is charged with fraud is accused of it, who is charged a fee is not.
        let charges = |i: usize| analysis.lower(i).starts_with("charg") && is_charge(analysis, i);
        // Who wants to do something plans it, who wants others to do it demands it.
        let wants = |i: usize| {
            analysis.is_one_of(i, &["want", "wants", "wanted", "wanting", "seek", "seeks", "sought", "seeking"])
                && analysis.is_one_of(i + 1, &["to"])
        };
        let act = move |i: usize, act: Act| match act {
            Act::Demand if charges(i) => Act::Accuse,
            Act::Demand if wants(i) => Act::Plan,
            _ if expects(i) => Act::Believe,
            Act::Accuse | Act::Believe if mourns(i) => Act::Say,
            act => act,
        };
        known.filter_map(move |i| analysis.lexicon[i].map(|entry| act(i, entry.act)))
    };
    let last = |strict: bool| acts(strict).rfind(|act| *act != Act::Say);
    match last(true).or_else(|| acts(true).next_back()).or_else(|| last(false)) {
        Some(Act::Deny) if leaves_open(analysis, (from, to), language) => Act::Say,
        act => act.unwrap_or(Act::Say),
    }
}

/// The same in view of what is said: "chiese" and "demande" ask where a question is quoted. English has another word for each.
pub(crate) fn act_of(analysis: &Analysis, link: &Link, language: &str) -> Act {
    let asks = |run: &Run| (run.1 - 1..analysis.len().min(run.1 + 1)).any(|i| analysis.words.of(i) == "?");
    match act(analysis, link.cue, language) {
        Act::Say if language == "de" => link.cue.and_then(|cue| parted_act(analysis, cue)).unwrap_or(Act::Say),
        Act::Demand if language != "en" && link.contents.last().is_some_and(asks) => Act::Ask,
        act => act,
    }
}

/// "macht die Behörde für den Schaden verantwortlich", "ruft dazu auf, Wasser zu sparen", "wies den Vorwurf zurück": what a German verb that
/// says little does with the word that closes its clause.
fn parted_act(analysis: &Analysis, cue: Run) -> Option<Act> {
    const ACTS: &[(&[&str], &str, Act)] = &[
        (&["macht", "machte", "machten", "machen"], "verantwortlich", Act::Accuse),
        (&["ruft", "rief", "riefen", "rufen"], "auf", Act::Demand),
        (&["weist", "wies", "wiesen", "weisen"], "zurück", Act::Deny),
    ];
    let verb = cue.1.checked_sub(1)?;
    let (_, end) = analysis.sentence_at(verb);
    let closes = |i: usize| i + 1 >= end || !analysis.form(i + 1).is_word() || analysis.is_one_of(i + 1, &["und"]);
    let parted =
        |particle: &str| (cue.1..end.min(cue.1 + PARTED)).any(|i| analysis.is_one_of(i, &[particle]) && closes(i));
    ACTS.iter().find(|(verbs, particle, _)| analysis.is_one_of(verb, verbs) && parted(particle)).map(|(_, _, act)| *act)
}

/// "charged Holm with bribery", "charges that": a verb behind which no price stands.
fn is_charge(analysis: &Analysis, verb: usize) -> bool {
    let (_, to) = analysis.sentence_at(verb);
    let behind =
        (verb + 1..to.min(verb + CHARGED)).take_while(|&i| !analysis.is_comma(i) && !analysis.tag(i).is_finite());
    let with = |i: usize| analysis.is_one_of(i, &["with"]);
    let mut before = behind.take_while(|&i| !matches!(analysis.pos[i], Pos::Num | Pos::Sym));
    analysis.is_one_of(verb + 1, &["that"]) || before.any(with)
}

/// "n'a pas exclu", "refused to rule out": what is not ruled out is not denied.
fn leaves_open(analysis: &Analysis, (from, to): Run, language: &str) -> bool {
    let pack = Pack::of(Some(language));
    // German "nicht | ausgeschlossen"
    let first = from.saturating_sub(usize::from(language == "de"));
    let words: Vec<String> = (first..to).map(|i| analysis.lower(i).replace('’', "'")).collect();
    let word = |at: usize| words.get(at).map(String::as_str);
    let no = |at: usize| pack.negator.has(&words[at]) || pack.not_confirmed.starting(word, at).is_some();
    let excluded = (0..words.len()).any(|at| pack.exclusion.starting(word, at).is_some());
    excluded && (0..words.len()).any(no)
}

/// Whether a source stands right before its cue, as in "an official | as saying".
fn source_behind(link: &Link) -> bool {
    link.source.zip(link.cue).is_some_and(|(source, cue)| source.1 == cue.0)
}

/// The outlet that an attribution is taken from: "as quoted by The Guardian", "told Reuters", "in an interview with ...".
///
/// `outlet` says whether the name of a body begins at a word, with `true` that of a known outlet, and answers its end.
pub(crate) fn via(analysis: &Analysis, link: &Link, outlet: impl Fn(usize, bool) -> Option<Run>) -> Option<Run> {
    let cue = link.cue?;
    let (from, end) = analysis.sentence_at(cue.0);
    let free = |i: usize| !link.contents.iter().any(|run| run.0 <= i && i < run.1);
    // "told the Czech daily Lidovky": the kind of outlet stands before its name.
    let announced = |at: usize| {
        let phrase = |i: &usize| matches!(analysis.pos[*i], Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn);
        let mut near = (at..end.min(at + 4)).take_while(phrase);
        let noun = near.find(|&i| analysis.is_one_of(i, OUTLETS) && analysis.form(i).shape == Shape::Lower)?;
        let name = (noun + 1..end.min(noun + 4)).take_while(|&i| analysis.form(i).is_capital() && free(i)).count();
        let known = || outlet(noun + 1, false).filter(|found| found.0 == noun + 1 && free(noun + 1));
        known().or((name > 0).then_some((noun + 1, noun + 1 + name)))
    };
    let name_after = |mut at: usize, known: bool| {
        if let Some(found) = announced(at) {
            return Some(found);
        }
        while at < end && analysis.words.of(at).eq_ignore_ascii_case("the") && outlet(at, known).is_none() {
            at += 1;
        }
        let (from, to) = (at < end && free(at)).then(|| outlet(at, known)).flatten()?;
        // "told Reuters on Tuesday": when is no part of who.
        let when = (from + 1..to).find(|&i| matches!(analysis.words.of(i), "on" | "in" | "at" | "after" | "during"));
        Some((from, when.unwrap_or(to)))
    };
    // "In an interview with TV Callow, Ruiz said"
    let interview =
        |i: usize| analysis.is_one_of(i, &["interview", "conversation"]) && analysis.words.of(i + 1) == "with";
    // "Speaking to CNN, Ruiz said"
    let speaking =
        |i: usize| analysis.is_one_of(i, &["speaking", "talking"]) && matches!(analysis.words.of(i + 1), "to" | "with");
    let before = (from..cue.0.min(from + OPENING)).find(|&i| (interview(i) || speaking(i)) && free(i));
    if let Some(found) = before.and_then(|i| name_after(i + 2, speaking(i))) {
        return Some(found);
    }
    // "The Courier quoted | an official as saying"
    let quoting = |i: &usize| analysis.is_one_of(*i, &["quoted", "quotes", "quoting", "cited", "cites", "citing"]);
    let before = link.source.and_then(|source| source.0.checked_sub(1)).filter(|i| *i > from && source_behind(link));
    let small = |i: &usize| matches!(analysis.pos[*i], Pos::Aux | Pos::Adv);
    if let Some(verb) = before.filter(quoting)
        && let verb = (from..verb).rev().take_while(small).last().unwrap_or(verb)
        && let Some(start) = analysis.source_start(from, verb)
        && let Some(found) = name_after(start, false).filter(|found| found.1 <= verb)
    {
        return Some(found);
    }
    // "Reuters reported, citing | two people", "Reuters, citing | two people, | reported"
    let citing = link.source.and_then(|source| source.0.checked_sub(2)).filter(|&comma| {
        comma > from && analysis.is_comma(comma) && analysis.is_one_of(comma + 1, &["citing", "quoting"])
    });
    if let Some(edge) = citing.map(|comma| comma.min(cue.0))
        && let Some(start) = analysis.source_start(from, edge)
        && let Some(found) = (start..edge).find_map(|at| name_after(at, false)).filter(|found| found.1 <= edge)
    {
        return Some(found);
    }
    for i in cue.0..end.min(cue.1 + 12) {
        if !free(i) || analysis.form(i).shape == Shape::Stop {
            if i >= cue.1 {
                break;
            }
            continue;
        }
        let (word, next) = (analysis.lower(i), analysis.lower(i + 1));
        let (at, known) = match (word.as_str(), next.as_str()) {
            ("quoted" | "cited" | "reported" | "saying", "by") | ("interview" | "conversation", "with") => {
                (i + 2, false)
            }
            // "documents seen by The Ledger", but not "by the court"
            ("seen" | "viewed" | "reviewed" | "obtained" | "published" | "aired" | "broadcast" | "carried", "by") => {
                (i + 2, true)
            }
            // "was told by Berg": who tells.
            ("told" | "tells" | "telling", next) if next != "by" => (i + 1, false),
            _ => continue,
        };
        if let Some(found) = name_after(at, known) {
            return Some(found);
        }
    }
    None
}
