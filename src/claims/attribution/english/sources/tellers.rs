//! Who may stand with a verb that tells, in English, whatever the tagger takes either for: "Ruiz quipped", "a diplomat who asked not to be
//! named told the Fern", "warned the mayor of Callow on Monday".

use super::unseen::is_passive;
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::english::grammar::SOURCE;
use crate::claims::attribution::lexicon::Lexicon;
use crate::claims::attribution::linking::Run;
use crate::claims::speakers::is_trade;
use crate::learn::form::Shape;
use crate::text::pos::{Form, Pos};

/// The most words of when, where and to whom behind the verb.
const ADJUNCT: usize = 14;

/// Verbs that stand before whom something is told.
const ADDRESSING: &[&str] = &[
    "told",
    "tells",
    "tell",
    "informed",
    "informs",
    "reminded",
    "reminds",
    "assured",
    "assures",
    "notified",
    "warned",
    "warns",
    "promised",
    "promises",
    "asked",
    "asks",
    "advised",
    "advises",
    "reassured",
    "reassures",
];

/// Verbs of tails that the lexicon, against which the tagger is trained, has not.
const UNLISTED: &[&str] = &["heard", "shot", "fired", "reassured", "reassures"];

/// Among them those that do not stand alone.
const TOLD: &[&str] = &["told", "tells", "tell", "informed", "informs", "reminded", "reminds", "notified"];

/// Who hears what others say, under oath.
const COURTS: &[&str] = &["court", "inquest", "jury", "tribunal", "hearing", "trial", "inquiry", "judge", "jurors"];

/// Participles of "it is believed": nobody is named who does.
const IMPERSONAL: &[&str] =
    &["believed", "understood", "thought", "alleged", "claimed", "said", "reported", "feared", "hoped", "expected"];

/// Who speaks in a tail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tail {
    pub source: Option<Run>,
    pub cue: Run,
    /// One past its last word.
    pub end: usize,
}

/// Whether a word is a verb that closes sentences. The tagger takes "Ruiz joked" for many things, so that the form tells.
pub(crate) fn opens(analysis: &Analysis, lexicon: &Lexicon, i: usize) -> bool {
    let unlisted = UNLISTED.contains(&analysis.words.of(i));
    let known = analysis.lexicon[i].is_some() || unlisted;
    known
        && analysis.quoted[i] == state::OUT
        && !analysis.form(i).is_capital()
        && (lexicon.closes(analysis.form(i).hash) || unlisted || behind_verb(analysis, i).is_some())
}

/// "Ruiz quipped on Monday", "a diplomat who asked not to be named told the Fern", "the mayor, who lives there, said".
pub(crate) fn told(analysis: &Analysis, verbs: &[usize], from: usize, end: usize) -> Option<Tail> {
    let near = verbs[verbs.partition_point(|&i| i <= from)..].iter().copied();
    let near = near.take_while(|&i| i < end.min(from + 2 * SOURCE));
    near.take(3).find_map(|verb| {
        let small = |i: usize| {
            let auxiliary = matches!(analysis.words.of(i), "has" | "have" | "had" | "also" | "once" | "later");
            let quoted = matches!(analysis.words.of(i), "is" | "was") && analysis.words.of(i + 1) == "quoted";
            analysis.pos[i] == Pos::Adv || auxiliary || quoted
        };
        let edge = (from + 1..verb).rev().take_while(|&i| small(i)).last().unwrap_or(verb);
        let no = (edge..verb).any(|i| analysis.is_one_of(i, &["never", "not", "hardly", "n't"]));
        let source = (from, edge);
        let (verb, rest) = match behind_verb(analysis, verb) {
            Some(rest) => (rest - 1, rest),
            None => (verb, addressee(analysis, verb, end)?),
        };
        if no || !is_adjunct(analysis, rest, end) {
            return None;
        }
        if let Some(cue) = impersonal(analysis, source, verb) {
            return Some(Tail { source: None, cue, end });
        }
        let subject = is_subject(analysis, source) && fits(analysis, source, verb, end);
        subject.then(|| Tail { source: Some(named(analysis, source)), cue: (edge, verb + 1), end })
    })
}

/// "it is believed", "the jury was told": nobody says who.
fn impersonal(analysis: &Analysis, source: Run, verb: usize) -> Option<Run> {
    let be = verb.checked_sub(1).filter(|&be| be > source.0 && analysis.is_one_of(be, &["is", "was", "were"]))?;
    let it = be == source.0 + 1 && analysis.is_one_of(source.0, &["it"]);
    let court = analysis.is_one_of(be - 1, COURTS) && analysis.words.of(verb) == "told";
    (it && IMPERSONAL.contains(&analysis.words.of(verb)) || court).then_some((source.0, verb + 1))
}

/// Where what stands behind a verb and the one it is said to begins; nothing where the verb needs somebody and nobody stands there.
fn addressee(analysis: &Analysis, verb: usize, end: usize) -> Option<usize> {
    if !analysis.is_one_of(verb, ADDRESSING) {
        return Some(verb + 1);
    }
    let passive = analysis.pos[verb - 1] == Pos::Aux;
    let word = |i: usize| {
        let nominal = analysis.is_nominal(i) && analysis.pos[i] != Pos::Adp || analysis.form(i).is_capital();
        nominal || matches!(analysis.words.of(i), "'s" | "’s" | "and" | "of")
    };
    let behind = verb + 1 + (verb + 1..end.min(verb + 9)).take_while(|&i| word(i)).count();
    let somebody = behind > verb + 1;
    (somebody || passive || !analysis.is_one_of(verb, TOLD)).then_some(behind)
}

/// "pointed out", "shot back", "quoted as saying": where a verb of several words ends.
fn behind_verb(analysis: &Analysis, verb: usize) -> Option<usize> {
    const PARTS: &[(&str, &[&str])] = &[
        ("pointed", &["out"]),
        ("points", &["out"]),
        ("point", &["out"]),
        ("shot", &["back"]),
        ("fired", &["back"]),
        ("hit", &["back"]),
        ("chimed", &["in"]),
        ("quoted", &["as", "saying"]),
    ];
    let whole = |&&(word, rest): &&(&str, &[&str])| analysis.words.of(verb) == word && analysis.reads(verb + 1, rest);
    PARTS.iter().find(whole).map(|(_, rest)| verb + 1 + rest.len())
}

/// Whether a verb goes with the subject before it, however it is tagged.
fn fits(analysis: &Analysis, (from, to): Run, verb: usize, end: usize) -> bool {
    let word = analysis.words.of(verb);
    if word == "heard" {
        return analysis.is_one_of(to - 1, COURTS) && verb + 1 == end;
    }
    if word == "saying" || matches!(word, "out" | "back" | "in") {
        return true;
    }
    let before = verb.checked_sub(1).is_some_and(|before| analysis.pos[before] == Pos::Aux);
    if before && is_passive(analysis, (to.saturating_sub(1), verb + 1)) {
        return false;
    }
    // "figures released on Monday show": the noun before what describes it.
    let describes = |&i: &usize| {
        matches!(analysis.pos[i], Pos::Adp | Pos::Verb | Pos::Sconj) || analysis.is_one_of(i, &["who", "that", ","])
    };
    let head = (from + 1..to).find(describes).unwrap_or(to);
    let last = analysis.words.of(head - 1);
    let plural =
        last.ends_with('s') || matches!(last, "police" | "they" | "people" | "many" | "some" | "others" | "data");
    let past =
        word.ends_with("ed") || matches!(analysis.tag(verb).form, Form::Past | Form::Participle) || is_irregular(word);
    if past {
        // "workers paid in cash told": a participle closes nothing without its subject.
        return true;
    }
    let somebody = analysis.form(head - 1).is_capital() || matches!(analysis.pos[from], Pos::Det | Pos::Pron);
    match word.ends_with('s') {
        true => analysis.pos[verb] == Pos::Verb || somebody && !plural,
        false => analysis.pos[verb] == Pos::Verb || plural && !somebody && to <= from + 3 && head == to,
    }
}

/// Past forms that no ending tells, and that the tagger takes for nouns.
fn is_irregular(word: &str) -> bool {
    matches!(word, "said" | "wrote" | "told" | "swore" | "thought" | "felt" | "found")
}

/// Whether a run is who speaks: a pronoun, or a noun phrase with what describes it.
fn is_subject(analysis: &Analysis, (from, to): Run) -> bool {
    if from >= to || to - from > 2 * SOURCE || !analysis.is_plain((from, to)) {
        return false;
    }
    if to == from + 1 && analysis.pos[from] == Pos::Pron {
        return analysis.is_one_of(from, &["he", "she", "they", "it", "some", "others", "many", "both", "another"]);
    }
    let capital = |i: usize| analysis.form(i).is_capital();
    let nominal = |i: usize| {
        analysis.is_of_source(i) && analysis.words.of(i) != "that"
            || capital(i)
            || matches!(analysis.words.of(i), "and" | "." | "(" | ")")
            // "Ruth Lowe-Sole"
            || analysis.words.of(i) == "-" && i > from && capital(i - 1) && capital(i + 1)
    };
    let opens =
        !matches!(analysis.pos[from], Pos::Adp | Pos::Adv | Pos::Sconj | Pos::Cconj | Pos::Aux | Pos::Pron | Pos::Part)
            && (analysis.pos[from] != Pos::Verb || capital(from))
            && analysis.form(from).is_word();
    let own = analysis.is_one_of(from, &["his", "her", "their", "its"]);
    let relative = |i: &usize| matches!(analysis.words.of(*i), "who" | "which" | "whose" | "where");
    let head = (from..to).find(|i| relative(i) || analysis.is_comma(*i)).unwrap_or(to);
    if !(opens || own) || relative(&from) || head == from {
        return false;
    }
    // "people briefed on the plan", "figures released on Monday"
    let participle = |i: usize| {
        i > from
            && analysis.pos[i] == Pos::Verb
            && matches!(analysis.tag(i).form, Form::Participle | Form::Gerund | Form::Past)
            && matches!(analysis.pos[i - 1], Pos::Noun | Pos::Propn)
            && i + 1 < head
    };
    let described = (from..head).filter(|&i| !nominal(i)).all(|i| participle(i) || analysis.pos[i] == Pos::Adv);
    let one = (from..head).filter(|&i| !capital(i) && participle(i)).count() <= 1;
    // "an official": the tagger takes the noun for an adjective.
    let article = analysis.pos[from] == Pos::Det && head > from + 1;
    let ends = article || analysis.has_noun((from, head)) || (from..head).any(capital);
    let clause = head == to || is_aside(analysis, head, to);
    let whole = |end: usize| analysis.pos[end - 1] != Pos::Adp && !matches!(analysis.words.of(end - 1), "and" | "the");
    described && one && ends && clause && whole(head) && whole(to)
}

/// Who speaks without the clause between commas that describes him.
fn named(analysis: &Analysis, (from, to): Run) -> Run {
    let relative = |i: usize| matches!(analysis.words.of(i), "who" | "which" | "whose" | "where");
    let aside = (from..to - 1).find(|&i| analysis.is_comma(i) && relative(i + 1));
    (from, aside.unwrap_or(to - usize::from(analysis.is_comma(to - 1))))
}

/// Whether a run describes the words before it: "who asked not to be named", ", the mayor,", ", whose director left,".
fn is_aside(analysis: &Analysis, from: usize, to: usize) -> bool {
    let comma = analysis.is_comma(from);
    if comma != analysis.is_comma(to - 1) || comma && to < from + 3 {
        return false;
    }
    let (first, last) = if comma { (from + 1, to - 1) } else { (from, to) };
    if (first..last).any(|i| analysis.is_comma(i)) {
        return false;
    }
    if matches!(analysis.words.of(first), "who" | "which" | "whose" | "where") {
        let verb = |i: usize| matches!(analysis.pos[i], Pos::Verb | Pos::Aux);
        return (first + 1..last).any(verb) && last > first + 1;
    }
    comma && (first..last).all(|i| analysis.is_of_source(i) || analysis.form(i).is_capital())
}

/// "warned Ruiz", "said a person who knows her": the verb before who speaks.
pub(crate) fn inverted(analysis: &Analysis, verbs: &[usize], from: usize, end: usize) -> Option<Tail> {
    let addresses = analysis.is_one_of(from, TOLD);
    // "around the dam, estimates Colonel Ames": right behind a comma and before who bears a title a third person is no noun.
    let third = || {
        let plural = analysis.tag(from).pos == Pos::Noun && analysis.words.of(from).ends_with('s');
        let title = is_trade("en", analysis.form(from + 1).hash, analysis.words.of(from + 1));
        plural && title && (from + 2..end).all(|i| analysis.form(i).is_capital() || !analysis.form(i).is_word())
    };
    let closing = verbs.binary_search(&from).is_ok() && !addresses && from + 1 < end;
    if !closing || !(analysis.pos[from] == Pos::Verb || third()) {
        return None;
    }
    // "denied the charge, admitted the error": only what names somebody stands behind its verb.
    let said = matches!(analysis.words.of(from), "said" | "says");
    let start = from + 1;
    let stop =
        |i: &usize| analysis.pos[*i] == Pos::Adp && !matches!(analysis.words.of(*i), "of" | "for" | "from" | "with");
    let who = (start..end).find(|&i| matches!(analysis.words.of(i), "who" | "whose" | "which"));
    let close = match who {
        Some(who) if analysis.is_comma(who - 1) => who - 1,
        Some(_) => end,
        // "said the firm's economist, Ana Ruiz"
        None => {
            (start..end).find(|i| stop(i) || analysis.is_comma(*i) && !names_rest(analysis, *i, end)).unwrap_or(end)
        }
    };
    let day = |i: usize| analysis.words.of(i).ends_with("day");
    let named = (start..close).any(|i| analysis.form(i).is_capital() && !day(i)) && analysis.pos[start] != Pos::Adp;
    let human = |i: usize| is_trade("en", analysis.form(i).hash, analysis.words.of(i));
    let somebody = named || analysis.pos[start] == Pos::Det && (said || (start + 1..close).any(human));
    let head = (start..close).find(|&i| analysis.is_comma(i)).unwrap_or(close);
    let fits = somebody && is_subject(analysis, (start, head)) && is_adjunct(analysis, close, end);
    fits.then_some(Tail { source: Some((start, close)), cue: (from, start), end })
}

/// Whether but a name stands between a comma and the end.
fn names_rest(analysis: &Analysis, comma: usize, end: usize) -> bool {
    let name = |i: usize| {
        analysis.form(i).is_capital() || matches!(analysis.words.of(i), "." | "-" | "de" | "van" | "von" | "al" | "bin")
    };
    comma + 1 < end && end - comma <= 6 && analysis.form(comma + 1).is_capital() && (comma + 1..end).all(name)
}

/// Whether a run tells when, where or in what: nothing, or words that a preposition, an adverb, a comma or a day leads.
fn is_adjunct(analysis: &Analysis, from: usize, end: usize) -> bool {
    if from >= end {
        return true;
    }
    let day =
        |i: usize| analysis.lower(i).ends_with("day") || analysis.is_one_of(i, &["last", "this", "earlier", "later"]);
    let comma = analysis.form(from).shape == Shape::Comma;
    // "Ruiz insisted, | raise fees", "rebels said, | and burned it": the clause around goes on.
    let goes_on = comma
        && from + 1 < end
        && (matches!(analysis.pos[from + 1], Pos::Cconj | Pos::Aux)
            || analysis.words.of(from + 1) == "that"
            || analysis.pos[from + 1] == Pos::Verb && analysis.tag(from + 1).form != Form::Gerund);
    let led = matches!(analysis.pos[from], Pos::Adp | Pos::Adv) || comma && !goes_on || day(from);
    let about = matches!(analysis.words.of(from), "that" | "of" | "about" | "for" | "against" | "as" | "than" | "if");
    let relative = |i: &usize| matches!(analysis.words.of(*i), "that" | "which" | "who" | "whose" | "where");
    let relative = (from..end).find(relative).unwrap_or(end);
    led && !about && end - from <= ADJUNCT && !analysis.has_finite((from, relative))
}
