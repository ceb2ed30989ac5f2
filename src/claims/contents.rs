//! Contents cut into what is claimed: sentences, clauses, fragments with the words around them.

use super::attribution::pack::pack as attribution_pack;
use super::extract::{CLAUSE, FRAGMENT, Reader};
use super::frame::clauses::{split_clauses, trim};
use super::frame::cue::Cue;
use super::frame::parted::parted;
use super::frame::plain::parted_by_denial;
use super::frame::roles::find_roles;
use super::frame::words::Words;
use super::taken_back::is_cue;
use super::types::{Act, Attribution, Kind};
use crate::Span;
use crate::text::pos::{Form, Pos, Tag};

/// Words of the longest phrase that may only name something.
const NAME: usize = 7;
/// The words of an addressee at most, with "that".
const ADDRESSEE: usize = 12;

impl Reader<'_> {
    /// The tokens of each claim of an attribution's content.
    pub(super) fn contents(&self, attribution: &Attribution) -> Vec<Vec<usize>> {
        let words = &self.words;
        let mut clauses = Vec::new();
        let mut units = self.units(&attribution.spans);
        if let Some(first) = units.first_mut() {
            let addressee = self.addressee(first, attribution).max(self.dated(first, attribution));
            first.drain(..addressee);
            // "told parliament | that | sailings to Lund would stop": no pronoun stands before a plural, whatever the tagger takes it for.
            if let [that, next, third, ..] = first[..]
                && words.is(that, &["that"])
                && attribution.kind != Kind::Direct
            {
                let word = words.word(next);
                let plural = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
                let rest = first[3..].iter().take(ADDRESSEE).take_while(|id| !words.is_mark(**id));
                let to = words.is(third, &["to"]) && matches!(words.pos(third + 1), Pos::Propn | Pos::Noun | Pos::Det);
                let other = (words.pos(third) == Pos::Adp || to) && rest.into_iter().any(|id| words.is_finite(*id));
                if plural && (!words.is_finite(next) || other) {
                    first.drain(..1);
                }
            }
            // "denied | this: | the deadline was kept"
            if let [one, colon, ..] = first[..]
                && words.pack.pronoun.has(words.word(one))
                && words.is(colon, &[":"])
            {
                first.drain(..2);
            }
        }
        for unit in units {
            if !words.pack.english {
                let parts = parted(words, &trim(words, &unit));
                clauses.extend(parts.iter().flat_map(|part| parted_by_denial(words, part)));
                continue;
            }
            let mut parts: Vec<Vec<usize>> = Vec::new();
            for clause in split_clauses(words, &unit) {
                // What is too short for a claim stays with its neighbour.
                match parts.last_mut() {
                    Some(last) if self.length(&clause) < CLAUSE || self.length(last) < CLAUSE => {
                        last.extend(clause.iter());
                        last.sort_unstable();
                        last.dedup();
                    }
                    _ => parts.push(clause),
                }
            }
            clauses.extend(parts);
        }
        clauses.retain(|clause| !clause.is_empty());
        // "the alliance" beside a whole sentence is what broken marks cut off.
        if words.pack.english && clauses.len() > 1 && attribution.kind != Kind::Direct {
            let verbal = |clause: &Vec<usize>| clause.iter().any(|id| words.is_verb(*id) || words.pos(*id) == Pos::Num);
            let any = clauses.iter().any(verbal);
            clauses.retain(|clause| !any || self.length(clause) > CLAUSE || verbal(clause));
        }
        // "denied this", "denied it": what that is stands elsewhere, and nobody knows for certain where.
        let pronoun = |id: &usize| words.is_mark(*id) || words.pack.pronoun.has(words.word(*id));
        if attribution.kind == Kind::Indirect && (clauses.iter().flatten().all(pronoun) || is_cue(attribution)) {
            return Vec::new();
        }
        if let [only] = &clauses[..]
            && self.length(only) < FRAGMENT
            && !self.is_object(only, attribution)
            && match words.pack.english {
                true => find_roles(words, only).predicate.is_none(),
                // "wies | die Vorwürfe | zurück": the object of a verb has no clause of its own.
                false => attribution.kind != Kind::Indirect,
            }
        {
            return vec![self.surrounded(only, attribution)];
        }
        clauses
    }

    /// "announced | the tour while on stage", "denied | any wrongdoing and left": what stands right behind a cue of reported speech and
    /// has a noun is all of its object.
    fn is_object(&self, ids: &[usize], attribution: &Attribution) -> bool {
        let words = &self.words;
        let cue = attribution.cue_span.and_then(|span| words.within(span).next_back());
        let behind = cue.is_some_and(|cue| ids.first() == Some(&(cue + 1)));
        let named = |id: &usize| matches!(words.pos(*id), Pos::Noun | Pos::Propn);
        // "cited | the backlash as proof that"
        let goes_on = ids.last().is_some_and(|last| words.is(last + 1, &["as", "that", "to", "for"]));
        behind && !goes_on && words.pack.english && attribution.kind == Kind::Indirect && ids.iter().any(named)
    }

    /// How many tokens of a content say to whom it is said: "warned | NATO last week that | ...".
    pub(super) fn addressee(&self, ids: &[usize], attribution: &Attribution) -> usize {
        let words = &self.words;
        let cue = attribution.cue_span.and_then(|span| words.within(span).last());
        // "told the leaders, | who were in the hall, | what he would do"
        if ids.first().is_some_and(|first| words.is(*first, &["who"]) && words.is(first.saturating_sub(1), &[","])) {
            let comma = ids.iter().take(ADDRESSEE).position(|id| words.is(*id, &[","]));
            let told = |comma: &usize| {
                ids.get(comma + 1).is_some_and(|id| words.is(*id, &["that", "what", "how", "why", "whether"]))
            };
            return comma.filter(told).map_or(0, |comma| comma + 1);
        }
        let addresses = cue.is_some_and(|cue| words.pack.addressing.has(words.word(cue)));
        if !addresses || attribution.kind == Kind::Direct {
            return 0;
        }
        let that = ids.iter().take(ADDRESSEE).position(|id| words.is(*id, &["that"])).filter(|that| *that > 0);
        let phrase = |that: &usize| !ids[..*that].iter().any(|id| words.is_finite(*id) || words.is_quote(*id));
        // "promised | a bridge that would open in June": what is promised.
        let relative = |that: &usize| {
            ids.first().is_some_and(|first| words.is(*first, &["a", "an"]))
                && ids.get(that + 1).is_some_and(|next| words.pos(*next) == Pos::Aux)
        };
        that.filter(phrase).filter(|that| !relative(that)).map_or(0, |that| that + 1)
    }

    /// How many tokens of a content say when it was said: "said | on Tuesday that | exports fell", "signalled | months ago that | ...".
    fn dated(&self, ids: &[usize], attribution: &Attribution) -> usize {
        let words = &self.words;
        let behind = attribution
            .cue_span
            .is_some_and(|cue| ids.first().is_some_and(|first| words.tokens[*first].span.start >= cue.end));
        if !words.pack.english || attribution.kind == Kind::Direct || !behind {
            return 0;
        }
        let that = ids.iter().take(ADDRESSEE).position(|id| words.is(*id, &["that"])).filter(|that| *that > 0);
        let Some(that) = that else { return 0 };
        let small = |id: &usize| matches!(words.pos(*id), Pos::Adp | Pos::Adv | Pos::Punct);
        let first = ids.iter().take(that).find(|id| !small(id)).map(|id| words.tokens[*id].span.start);
        let last = ids.get(that - 1).map(|id| words.tokens[*id].span.end);
        let dated = first.zip(last).is_some_and(|(start, end)| {
            let at = self.dates.partition_point(|date| date.span.end <= start);
            self.dates.get(at).is_some_and(|date| date.span.start <= start && end <= date.span.end)
        });
        if dated { that + 1 } else { 0 }
    }

    /// Contents cut at the ends of sentences; what a cue breaks within a sentence stays one unit.
    pub(super) fn units(&self, spans: &[Span]) -> Vec<Vec<usize>> {
        let words = &self.words;
        // A Japanese quotation of several sentences is one sentence with whoever says it, and says several things.
        let stopped = |id: &usize| words.is(*id, &["。", "！", "？"]);
        let mut units: Vec<(usize, Vec<usize>)> = Vec::new();
        for span in spans {
            for id in words.within(*span) {
                let Some(sentence) = words.sentence(words.tokens[id].span.start) else { continue };
                match units.last_mut() {
                    Some((last, ids)) if *last == sentence && !ids.last().is_some_and(stopped) => {
                        if ids.last().is_none_or(|last| *last < id) {
                            ids.push(id);
                        }
                    }
                    _ => units.push((sentence, vec![id])),
                }
            }
        }
        units.into_iter().map(|(_, ids)| ids).collect()
    }

    /// How many words these tokens hold.
    pub(super) fn length(&self, ids: &[usize]) -> usize {
        ids.iter().filter(|id| !self.words.is_mark(**id)).count()
    }

    /// A fragment with the words of its clause on its side of source and cue.
    pub(super) fn surrounded(&self, fragment: &[usize], attribution: &Attribution) -> Vec<usize> {
        let words = &self.words;
        let (Some(first), Some(last)) = (fragment.first(), fragment.last()) else { return fragment.to_vec() };
        // "is charged with | murder |, which she denies": what is taken up by another clause has no more to it.
        let apart = words.is(last + 1, &[","])
            && attribution.cue_span.is_some_and(|cue| cue.start > words.tokens[*last].span.end);
        if words.pack.english && apart && attribution.act == Act::Deny && taken_up(words, last + 2) {
            return fragment.to_vec();
        }
        let Some(sentence) = words.sentence(words.tokens[*first].span.start) else { return fragment.to_vec() };
        let all: Vec<usize> = words.within(words.sentences[sentence]).collect();
        let clauses = if words.pack.english { split_clauses(words, &all) } else { vec![all] };
        let Some(around) = clauses.iter().find(|clause| clause.contains(first) && clause.contains(last)) else {
            return fragment.to_vec();
        };
        let reporting = [attribution.source_span, attribution.cue_span];
        // The "not" of "did not deny" is the cue's.
        let denial = Cue::read(words, attribution).denial;
        let outside = |id: usize| {
            // "Exclusive: Finch to quit, sources say"
            words.pack.english && words.is(id, &[":"])
                || denial && words.pack.negator.has(words.word(id))
                || !words.pack.english && words.is(id, &[",", ";"])
        };
        let said = |id: &&usize| {
            let span = words.tokens[**id].span;
            if outside(**id) && !fragment.contains(id) {
                return false;
            }
            fragment.contains(id) || !reporting.iter().flatten().any(|reporting| reporting.overlaps(&span))
        };
        // Only what stands on the fragment's side of them.
        let head = around.iter().position(|id| id == first).unwrap_or(0);
        let left = around[..head].iter().rposition(|id| !said(&id)).map_or(0, |at| at + 1);
        let right = around[head..].iter().position(|id| !said(&id)).map_or(around.len(), |at| head + at);
        // "said “no” | and left": another deed of the same subject.
        let end = head + fragment.len();
        let deed = around.get(end).is_some_and(|mark| words.is_quote(*mark))
            && around.get(end + 1).is_some_and(|and| words.is(*and, &["and", "but"]));
        let right = if deed { right.min(end + 1) } else { right };
        // "rejected | the charge; its lawyer said ...", "called for | a lower toll, though ...": a mark ends the content there.
        let mark = around.get(end).is_some_and(|mark| words.is(*mark, &[",", ";", ":", "–", "—", "-"]));
        let right = if mark && words.pack.english { right.min(end) } else { right };
        let kept = trim(words, &around[left..right]);
        if self.length(&kept) > self.length(fragment) { kept } else { fragment.to_vec() }
    }

    /// Whether an English phrase of reported speech only names something, as a misread attribution does ("the finance
    /// department"): no verb, no number, no complement behind the name. What somebody denies or demands may be a name.
    pub(super) fn states_nothing(&self, ids: &[usize], attribution: &Attribution) -> bool {
        let words = &self.words;
        let plain = attribution.kind == Kind::Indirect && matches!(attribution.act, Act::Say | Act::Believe | Act::Ask);
        // "criticised | Ruiz": whom somebody accuses is no statement.
        let named = |id: &usize| words.pos(*id) == Pos::Propn || words.is(*id, &["'s", "the"]);
        let accused = attribution.kind == Kind::Indirect && attribution.act == Act::Accuse;
        if accused && words.pack.english && self.length(ids) <= NAME && ids.iter().all(named) {
            return true;
        }
        // "commented on | the state of affairs in the north": of what somebody spoke is no statement, however long it is.
        let topic = attribution
            .cue_span
            .and_then(|span| words.within(span).next_back())
            .is_some_and(|last| words.is(last, &["on"]));
        if !plain || !words.pack.english || self.length(ids) > NAME && !topic {
            return false;
        }
        // "Wet roads double the risk, according to a study": what somebody is the authority for is stated, whatever its verb looks like.
        let authority = attribution.cue_span.is_some_and(|span| words.is(words.within(span).start, &["according"]));
        let stated = authority && self.length(ids) > FRAGMENT;
        // "Vaccine 'halves' risk, study finds": so is what stands before a tail.
        let tail = ids.len() > CLAUSE
            && attribution.source_span.zip(attribution.cue_span).is_some_and(|(source, cue)| {
                let end = ids.last().map_or(source.end, |last| words.tokens[*last].span.end);
                end <= source.start && source.end <= cue.start
            });
        // "said | the fire spread in minutes": who said that said a clause, whatever its verb looks like.
        let said = attribution.cue_span.is_some_and(|span| {
            let cue = words.within(span);
            cue.clone().next_back().is_some_and(|last| words.is(last, &["said", "says", "say"]))
                && ids.first().is_some_and(|first| *first == cue.end || *first == cue.end + 1)
        });
        if stated || tail || said && self.length(ids) >= FRAGMENT {
            return false;
        }
        if happens(words, ids, attribution) {
            return false;
        }
        let cue = Cue::read(words, attribution);
        if cue.act != attribution.act || cue.open {
            return false;
        }
        // "the plan a disgrace", "the plan as a danger", "the plan unfit"
        let complement = ids.windows(2).any(|pair| {
            words.pos(pair[1]) == Pos::Det && matches!(words.pos(pair[0]), Pos::Noun | Pos::Propn | Pos::Pron)
        }) || ids.last().is_some_and(|last| matches!(words.pos(*last), Pos::Adj | Pos::Adv));
        // "citing two people": how many they are is no statement.
        let cited = attribution
            .cue_span
            .and_then(|span| words.within(span).next_back())
            .is_some_and(|cue| words.pack.citing.has(words.word(cue)));
        let admits = attribution.cue_span.is_some_and(|cue| {
            let last = words.within(cue).next_back();
            last.is_some_and(|last| {
                words.is(last, &["admitted", "admits", "admitting"]) && ids.first() == Some(&(last + 1))
            })
        });
        let says = |id: &usize| {
            // "pointed shoes"
            let bent = matches!(words.tag(*id), Tag { pos: Pos::Verb, form: Form::Participle | Form::Gerund });
            // "Smoking kills, according to doctors"
            // "admitted | dumping acid": a deed in -ing is what is admitted.
            let deed = words.tag(*id).form == Form::Gerund && ids.first() == Some(id) && admits;
            let describes = bent
                && !authority
                && !deed
                && matches!(words.pos(id + 1), Pos::Noun | Pos::Propn)
                && ids.contains(&(id + 1));
            let verb = words.is_verb(*id) && !describes || words.is_finite(*id) || words.pack.past.has(words.word(*id));
            // "found no evidence of fraud"
            verb || words.pos(*id) == Pos::Num && !cited
                || words.is(*id, &["as", "no", "neither", "nothing", "nobody", "none"])
        };
        // Behind "that" stands a clause, whatever the tagger takes its verb for.
        let clause =
            ids.first().is_some_and(|first| first.checked_sub(1).is_some_and(|that| words.is(that, &["that"])));
        !complement && !clause && !ids.iter().any(says) && (cited || self.quantities_in(&words.spans(ids)).is_empty())
    }
}

/// "announced | the resignation of the police chief": a noun of a deed with who or what it befalls states that it happens.
fn happens(words: &Words, ids: &[usize], attribution: &Attribution) -> bool {
    let cue = attribution.cue_span.and_then(|span| words.within(span).next_back());
    let tells = ["announced", "announces", "announce", "announcing", "confirmed", "confirms", "confirming"];
    let deed = |id: usize| ["tion", "sion", "sure", "ment"].iter().any(|end| words.word(id).ends_with(end));
    let of = |at: usize| ids.get(at + 1).is_some_and(|next| words.is(*next, &["of"]));
    let noun = (0..ids.len().min(4)).find(|&at| words.pos(ids[at]) == Pos::Noun && of(at));
    // "announced | a new fund for farmers": what is new is there now.
    let new = ids.len() > FRAGMENT
        && attribution.source_span.is_some()
        && words.is(ids[0], &["a", "an", "new", "record"])
        && ids.iter().skip(1).any(|id| words.pos(*id) == Pos::Noun);
    cue.is_some_and(|last| words.is(last, &tells)) && (new || noun.is_some_and(|at| deed(ids[at])))
}

/// What an attribution leaves of a clause, without the words at its end that led to what is said (", which", ", in which"); nothing where
/// the last of them needs more: "tools such as | ...", "Holt received | ...".
pub(super) fn closed_off(words: &Words, ids: &[usize]) -> Vec<usize> {
    let leads = |id: usize| {
        words.is(id, &["which", "who", "whom", "that", "as", "because", "while", "when", "where"])
            && matches!(words.pos(id), Pos::Pron | Pos::Sconj | Pos::Adv | Pos::Adp)
    };
    let mut own = trim(words, ids);
    while let Some(last) = own.last().copied().filter(|last| leads(*last)) {
        own.pop();
        if let [.., comma, last] = own[..]
            && words.pos(last) == Pos::Adp
            && words.is(comma, &[","])
        {
            own.pop();
        }
        own = trim(words, &own);
        if words.is(last, &["that", "which"]) {
            own.truncate(own.len() - taken_on(words, &own));
        }
    }
    let open = own.last().is_some_and(|last| {
        let next = last + 1;
        let object = matches!(words.pos(next), Pos::Det | Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num);
        let lacks = matches!(words.pos(*last), Pos::Adp | Pos::Det | Pos::Part | Pos::Aux)
            || words.pos(*last) == Pos::Verb && object
            || words.is(*last, &["such", "his", "its", "their", "our", "my", "your"]);
        // "found out.": nothing was cut off there.
        lacks && !words.is_mark(next)
    });
    if open { Vec::new() } else { own }
}

/// The longest phrase that takes up a clause, in tokens.
const TAKEN_ON: usize = 6;

/// "voted to end the deal, | a move | that ...": how many tokens at the end take up the clause for what somebody says of it.
fn taken_on(words: &Words, own: &[usize]) -> usize {
    let Some(back) = own.iter().rev().take(TAKEN_ON).position(|id| words.is(*id, &[","])) else { return 0 };
    let phrase = &own[own.len() - back..];
    let nominal = |id: &usize| matches!(words.pos(*id), Pos::Adj | Pos::Noun);
    let whole = phrase
        .split_first()
        .is_some_and(|(first, rest)| words.is(*first, &["a", "an", "something", "one"]) && rest.iter().all(nominal));
    if whole { back + 1 } else { 0 }
}

/// Whether words take up what stands before them: "which", "a claim".
pub(super) fn taken_up(words: &Words, at: usize) -> bool {
    let noun = at + usize::from(words.is(at, &["a", "an", "the"]));
    words.is(at, &["which", "something"])
        || noun > at && attribution_pack("en").is_some_and(|pack| words.is(noun, &pack.disowned))
}

#[cfg(test)]
mod tests;
