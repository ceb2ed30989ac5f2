//! English sentences cut into clauses that assert one thing each.
//!
//! Without a parse, from tags: a coordinator is a cut where a subject and a finite verb follow it, or a finite verb alone,
//! which takes over the subject; subordinate clauses stay with their main clause, short relative clauses with their noun.

use super::openings::{Opening, gapped, is_subordinator, listed, opening, takes_clause};
use super::roles::subject;
use super::words::Words;
use crate::text::pos::Pos;

/// Words of a relative clause that is cut out as a claim of its own.
const LONG_RELATIVE: usize = 12;
/// How far before "nor" its "neither" stands, in tokens.
const PAIR: usize = 12;
/// Words of a subject that a clause takes over; a longer one is a misreading, and copies of it would add up.
const LONGEST_SUBJECT: usize = 30;

/// The clauses of one sentence, or of the part of it that is quoted; `ids` are positions of tokens, in order.
///
/// Each clause is given by its tokens; one that takes over a subject begins with the tokens of it.
pub(crate) fn split_clauses(words: &Words, ids: &[usize]) -> Vec<Vec<usize>> {
    let (main, asides) = cut_relatives(words, ids);
    let mut clauses: Vec<Vec<usize>> = Vec::new();
    let mut state = State::default();
    let mut from = 0;
    let mut opening = Opening::Own;
    let mut at = 0;
    while at <= main.len() {
        let cut = if at < main.len() { state.cut(words, &main, at) } else { Some((at, Opening::Own)) };
        let Some((next, following)) = cut else {
            state.step(words, &main, at);
            at += 1;
            continue;
        };
        let clause = &main[from..at];
        match (opening, clauses.last_mut()) {
            (Opening::Shared, Some(last)) => {
                match subject(words, last).filter(|subject| subject.len() <= LONGEST_SUBJECT) {
                    Some(mut whole) => {
                        whole.extend(clause);
                        clauses.push(whole);
                    }
                    // Nothing to take over: it stays what it was, a part of the clause before.
                    None => last.extend(&main[last_end(&main, last)..at]),
                }
            }
            _ => clauses.push(clause.to_vec()),
        }
        (from, opening) = (next, following);
        at = next.max(at + 1);
        state = State::default();
        state.begins(words, &main, from);
        state.verb = opening == Opening::Shared;
    }
    clauses.extend(asides);
    let mut clauses: Vec<Vec<usize>> =
        clauses.iter().map(|clause| trim(words, clause)).filter(|clause| !clause.is_empty()).collect();
    clauses.sort_by_key(|clause| clause.last().copied());
    clauses
}

/// Where in `main` the tokens behind a clause begin.
fn last_end(main: &[usize], clause: &[usize]) -> usize {
    clause.last().map_or(0, |last| main.partition_point(|id| id <= last))
}

/// What is open at a place of a clause.
#[derive(Debug, Default)]
struct State {
    /// Its finite verb has been seen.
    verb: bool,
    /// It began with a subordinate clause that has not ended.
    prefix: bool,
    /// A subordinate clause is open behind the verb.
    subordinate: bool,
    /// The verb of that clause has not been seen.
    unfinished: bool,
    /// A clause with "that" is open behind the verb.
    complement: bool,
    /// "that", "what", "which" have been seen and their verb has not.
    awaits: bool,
    /// "even as", "because" have been seen behind the verb and their verb has not.
    pending: bool,
    /// A clause without "that" may be open behind "think", "glad", and its verb has not been seen.
    bare: bool,
    /// A relative clause behind a comma is open.
    relative: bool,
    /// A relative clause behind its noun is open.
    restrictive: bool,
    /// Brackets that are open.
    brackets: usize,
}

impl State {
    /// Looks at the first word of a clause.
    fn begins(&mut self, words: &Words, main: &[usize], from: usize) {
        self.prefix = main.get(from).is_some_and(|id| is_subordinator(words, *id));
    }

    /// Takes in a token.
    fn step(&mut self, words: &Words, main: &[usize], at: usize) {
        let id = main[at];
        if at == 0 {
            self.begins(words, main, 0);
        }
        match words.word(id) {
            "(" | "[" => self.brackets += 1,
            ")" | "]" => self.brackets = self.brackets.saturating_sub(1),
            "," | "–" | "—" => {
                let own = opening(words, main, at + 1) == Some(Opening::Own);
                self.prefix &= !own;
                // The comma after a relative clause closes it; the one before it is seen before "which" is.
                (self.relative, self.restrictive, self.awaits, self.bare) = (false, false, false, false);
                // "as drivers, mechanics and guards stayed away": a list goes on before the verb of the clause.
                self.subordinate &= !own || self.unfinished;
            }
            _ if self.prefix => {}
            _ => self.word(words, main, at),
        }
    }

    fn word(&mut self, words: &Words, main: &[usize], at: usize) {
        let id = main[at];
        let before = at.checked_sub(1).map(|before| main[before]);
        if words.is_finite(id) {
            // The verb of a relative clause is not that of its main clause.
            let of_relative = self.awaits && self.restrictive;
            (self.verb, self.awaits, self.pending) = (self.verb || !of_relative, false, false);
            self.unfinished = false;
            self.restrictive &= of_relative || self.complement;
            self.bare = takes_clause(words, main, at);
            return;
        }
        self.bare |= self.verb && takes_clause(words, main, at);
        let opens = self.verb && is_subordinator(words, id);
        (self.subordinate, self.unfinished) = (self.subordinate || opens, self.unfinished || opens);
        let clausal = words.is(id, &["because", "although", "though", "while", "whereas", "unless"])
            || words.is(id, &["as", "if", "though"]) && before.is_some_and(|before| words.is(before, &["even"]));
        self.pending |= self.verb && clausal;
        if words.is(id, &["which", "who", "whom", "whose", "what", "where", "how", "why", "when", "whether", "that"]) {
            let noun = before.is_some_and(|before| matches!(words.pos(before), Pos::Noun | Pos::Propn));
            let comma = before.is_some_and(|before| words.is(before, &[","]));
            let determiner = words.pos(id) == Pos::Det && !noun;
            self.relative |= comma && words.is(id, &["which", "who", "whom", "whose", "where"]);
            self.restrictive |= noun && words.is(id, &["which", "who", "that"]) && words.pos(id) == Pos::Pron;
            self.complement |= self.verb && words.is(id, &["that"]) && words.pos(id) == Pos::Sconj;
            self.awaits |= !determiner;
        }
    }

    /// Whether the clause ends before token `at`: where the next one begins, and how.
    fn cut(&self, words: &Words, main: &[usize], at: usize) -> Option<(usize, Opening)> {
        let id = main[at];
        if !self.verb || self.prefix || self.awaits || self.pending || self.brackets > 0 {
            return None;
        }
        let own = |next: usize| (opening(words, main, next) == Some(Opening::Own)).then_some((next, Opening::Own));
        if words.is(id, &[";"]) {
            return own(at + 1);
        }
        let mark = words.is(id, &[",", "–", "—"]) && words.is_mark(id);
        let coordinator = at + usize::from(mark);
        let conjunction = *main.get(coordinator)?;
        // "neither the police | nor the mayor"
        // "has repeatedly | and openly broken the law"
        let adverb = |place: usize| main.get(place).is_some_and(|id| words.pos(*id) == Pos::Adv);
        let inner = at >= 2 && adverb(at - 1) && adverb(at + 1) && words.pos(main[at - 2]) == Pos::Aux;
        if coordinator == at && inner {
            return None;
        }
        let pair = || main[..coordinator].iter().rev().take(PAIR).any(|id| words.is(*id, &["neither"]));
        if words.is(conjunction, &["nor"]) && pair() {
            return None;
        }
        let inside = self.complement || self.restrictive || self.relative || self.subordinate || self.bare;
        // "said that it had sold the plant, | that 300 people would go and that ..."
        let that = mark && words.is(conjunction, &["that"]) && !self.relative && !self.restrictive;
        if that && opening(words, main, coordinator + 1) == Some(Opening::Own) {
            return Some((coordinator + 1, Opening::Own));
        }
        let coordinated = words.pack.coordinator.has(words.word(conjunction));
        if !inside && (mark || coordinated) && gapped(words, main, at, coordinator + usize::from(coordinated)) {
            return Some((coordinator + usize::from(coordinated), Opening::Own));
        }
        if mark && !coordinated && !inside && listed(words, main, coordinator) {
            return Some((coordinator, Opening::Shared));
        }
        if !coordinated {
            return if words.is(id, &["–", "—"]) && !self.relative { own(at + 1) } else { None };
        }
        // The comma may stand within the quotation that ends here.
        let quoted = at >= 2 && words.is_quote(main[at - 1]) && words.is(main[at - 2], &[","]);
        let comma = mark || quoted;
        if !comma && (self.subordinate || self.relative) {
            return None;
        }
        let next = coordinator + 1;
        // "and that Russia ...", but "places that you know | and that make you smile"
        let described = self.restrictive && !self.complement;
        if !described
            && main.get(next).is_some_and(|id| words.is(*id, &["that"]) && words.pos(*id) != Pos::Det)
            && main.len() > next + 2
        {
            // "and that allows us to act": what stands before is the subject of its own verb.
            let subject = main.get(next + 1).is_some_and(|id| words.is_finite(*id));
            return Some((next + usize::from(!subject), Opening::Own));
        }
        // "I think prices and wages will rise": the subject of the inner clause goes on, unless a pronoun begins a clause.
        let pronoun = main.get(next).is_some_and(|id| {
            words.is(*id, &["i", "we", "he", "she", "they", "it", "there"]) || words.is_contracted(*id)
        });
        if self.bare && !comma && !pronoun {
            return None;
        }
        let contrast = words.is(conjunction, &["while", "whereas", "so"]);
        match opening(words, main, next)? {
            Opening::Own => (comma || !contrast).then_some((next, Opening::Own)),
            Opening::Shared => {
                let inside = self.complement || self.restrictive || self.relative || self.subordinate || contrast;
                (!inside).then_some((next, Opening::Shared))
            }
        }
    }
}

/// Cuts out long relative clauses behind commas; each becomes a clause with its noun as the subject.
fn cut_relatives(words: &Words, ids: &[usize]) -> (Vec<usize>, Vec<Vec<usize>>) {
    let mut main = Vec::with_capacity(ids.len());
    let mut asides = Vec::new();
    let mut at = 0;
    while at < ids.len() {
        let opens = words.is(ids[at], &[","])
            && ids.get(at + 1).is_some_and(|id| words.is(*id, &["which", "who"]) && words.pos(*id) == Pos::Pron)
            && ids.get(at + 2).is_some_and(|id| words.is_finite(*id) || words.pos(*id) == Pos::Adv);
        if opens {
            let end = (at + 2..ids.len()).find(|&i| words.is(ids[i], &[",", ";", "–", "—"])).unwrap_or(ids.len());
            let antecedent = antecedent(words, &ids[..at]);
            if end - at > LONG_RELATIVE && !antecedent.is_empty() {
                let mut aside = antecedent;
                aside.extend(&ids[at + 2..end]);
                asides.push(aside);
                at = end + usize::from(ids.get(end).is_some_and(|id| words.is(*id, &[","])));
                continue;
            }
        }
        main.push(ids[at]);
        at += 1;
    }
    (main, asides)
}

/// The noun phrase at the end of these tokens, without what qualifies it from behind.
fn antecedent(words: &Words, ids: &[usize]) -> Vec<usize> {
    let outside = |id: &usize| {
        !matches!(words.pos(*id), Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num | Pos::Det | Pos::Adp | Pos::Sym)
    };
    let start = ids.iter().rposition(outside).map_or(0, |at| at + 1);
    let start = start + ids[start..].iter().take_while(|id| words.pos(**id) == Pos::Adp).count();
    let run = &ids[start..];
    if run.iter().any(|id| matches!(words.pos(*id), Pos::Noun | Pos::Propn)) { run.to_vec() } else { Vec::new() }
}

/// Without the marks, coordinators and complementisers at its ends; quotation marks stay where their partner does.
pub(crate) fn trim(words: &Words, ids: &[usize]) -> Vec<usize> {
    let mut ids = ids;
    let mut quotes = ids.iter().filter(|id| words.is_quote(**id)).count();
    let closed = |ids: &[usize]| ids.iter().take(60).any(|id| words.is(*id, &[")", "]"]));
    while let [first, rest @ ..] = ids {
        let quote = words.is_quote(*first);
        let outer = quotes % 2 == 1 || quotes == 2 && ids.last().is_some_and(|last| words.is_quote(*last));
        let bracket = words.is(*first, &["(", "["]) && closed(rest);
        let mark = words.is_mark(*first) && !quote && !bracket;
        if !(quote && outer || mark || is_leading(words, *first, rest)) {
            break;
        }
        quotes -= usize::from(quote);
        ids = rest;
    }
    while let [rest @ .., last] = ids {
        let quote = words.is_quote(*last);
        let mark = words.is_mark(*last) && !quote && !words.is(*last, &[")", "]", "%", "?"]);
        // "“I never said that,” Holt told the court."
        let object = words.is(*last, &["that"]) && words.is_mark(*last + 1);
        let trailing = !object
            && words.is(*last, &["and", "but", "or", "that", "while"])
            && matches!(words.pos(*last), Pos::Cconj | Pos::Sconj);
        if !(quote && quotes % 2 == 1 || mark || trailing) {
            break;
        }
        quotes -= usize::from(quote);
        ids = rest;
    }
    ids.to_vec()
}

/// Whether a first word belongs to what stands before: coordinators, the "that" of "said that", the "of" of "warned of".
fn is_leading(words: &Words, first: usize, rest: &[usize]) -> bool {
    match words.word(first) {
        "and" | "but" | "or" | "yet" => words.pos(first) == Pos::Cconj,
        "of" => words.pos(first) == Pos::Adp && !rest.first().is_some_and(|next| words.is(*next, &["course"])),
        // The tagger may take a complementiser for a pronoun; one that a subject follows is none, nor is one behind a verb
        // or a noun ("told parliament that prices rose"), unless its own verb follows ("said that was wrong").
        "that" => {
            let governed = first.checked_sub(1).is_some_and(|before| {
                matches!(words.pos(before), Pos::Verb | Pos::Noun | Pos::Propn | Pos::Cconj) && !words.is_mark(before)
            });
            let subject = rest.first().is_some_and(|next| !words.is_finite(*next) && !words.is_mark(*next));
            let joined = first.checked_sub(1).is_some_and(|before| words.pos(before) == Pos::Cconj);
            if joined && rest.first().is_some_and(|next| words.is_finite(*next)) {
                return false;
            }
            words.pos(first) == Pos::Sconj
                || governed && subject
                || rest.first().is_some_and(|next| {
                    matches!(words.pos(*next), Pos::Propn | Pos::Pron | Pos::Det) || words.is_quote(*next)
                })
        }
        _ => false,
    }
}
