//! What completes a German finite verb at the end of its clause: "hat ... gezahlt", "soll ... geschlossen werden".

use super::line::{GAP, Line, flag};
use super::order::Order;

/// How far behind its verb the end of a clause is looked for, in words.
const REACH: usize = 60;
/// What opens a relative clause.
const RELATIVE: [&str; 11] = ["der", "die", "das", "den", "dem", "deren", "dessen", "denen", "was", "wie", "wo"];

impl Line<'_> {
    /// The words that tell what is done: the finite verb alone, or what completes it.
    pub fn predicate(&self, order: &Order) -> (usize, usize) {
        let verb = order.verb;
        if order.last {
            return (verb, order.end);
        }
        let completed = if self.has(verb, flag::HELPS) { self.completion(verb) } else { None };
        match completed {
            Some((from, to)) if from == verb + 1 => (verb, to),
            Some(found) => found,
            None => (verb, verb + 1),
        }
    }

    /// What completes the finite verb at `verb`.
    pub fn completion(&self, verb: usize) -> Option<(usize, usize)> {
        let limit = self.len().min(verb + REACH);
        let mut at = verb + 1;
        // "hat gewarnt vor ...": what goes on behind the participle.
        let mut late = None;
        let mut crossed = false;
        while at < limit {
            if let Some(end) = self.within(at) {
                at = end;
                continue;
            }
            if self.is_comma(at) {
                // A clause between commas: "hat die Firma, die ..., gezahlt".
                let Some(close) = self.aside(at, limit) else { break };
                (at, crossed) = (close + 1, true);
                continue;
            }
            if self.leaves(at) {
                break;
            }
            let to = self.verbs_end(at, limit);
            if to > at && !self.has(at - 1, flag::JOINS) {
                // "mit dieser Gabe umzugehen" behind a comma is another clause.
                let due = self.is(at - 1, &["zu"]) || self.has_zu(at);
                if self.closes(to) && !(crossed && due) && self.completes(verb, (at, to)) {
                    let zu = at > verb + 1 && self.is(at - 1, &["zu"]);
                    return Some((at - usize::from(zu), to));
                }
                let goes_on = to == at + 1 && self.is_participle(at) && self.has(to, flag::PREP);
                late = late.or((goes_on && !self.has(verb, flag::MODAL)).then_some((at, to)));
            }
            at += 1;
        }
        late
    }

    /// Whether verbs at the end of a clause complete its finite verb: a participle, an infinitive behind a modal verb or with "zu".
    fn completes(&self, verb: usize, (from, to): (usize, usize)) -> bool {
        let infinitive = !self.is_participle(from) && to == from + 1;
        let modal = self.has(verb, flag::MODAL | flag::BECOME);
        modal || !infinitive || self.is(from - 1, &["zu"]) || self.has_zu(from)
    }

    /// Where the verbs end that stand together from `at` on.
    fn verbs_end(&self, at: usize, limit: usize) -> usize {
        let verbal = |&at: &usize| {
            let form = self.is_participle(at) || self.is_infinitive(at) || self.is_chained(at);
            form && !self.is_mark(at) && !self.is_capital(at)
        };
        let first = self.is_open(at) || self.is_chained(at) || self.is(at, &["tun", "sehen"]);
        if first { at + (at..limit).take_while(verbal).count() } else { at }
    }

    /// Whether the verbs before `at` end their clause.
    fn closes(&self, at: usize) -> bool {
        // "geografischen und kulturellen Nähe"
        let attribute = self.is_attribute(at + 1) && self.is_noun(at + 2);
        let mark = self.is_mark(at) && !self.is(at, &["("]) && !(self.is_quote(at) && self.is_noun(at + 1));
        mark || self.is(at, &["und", "oder", "aber", "als", "wie", "noch", "sowie"]) && !attribute
    }

    /// One past a comma or a list that parts no clauses, or what was cut out.
    fn within(&self, at: usize) -> Option<usize> {
        if !self.is_comma(at) {
            return None;
        }
        let attributes = self.is_attribute(at - 1) && self.is_attribute(at + 1) && !self.is_noun(at - 1);
        // "Schwellungen, rote Flecken oder Ekzeme auftreten": the verb behind the last of several ends the clause.
        let next = (at + 1..self.len()).find(|&i| self.is_mark(i) && !self.is_quote(i)).unwrap_or(self.len());
        let verbal = self.is_participle(next - 1) || self.is_infinitive(next - 1);
        let member = verbal && self.phrase(at + 1).is_some_and(|phrase| !phrase.pronoun && !self.is(at + 1, &RELATIVE));
        if attributes || member || self.is(at, &[GAP]) { Some(at + 1) } else { self.listed(at) }
    }

    /// The comma that closes what the one at `at` opens, if it is no clause of its own and none follows.
    fn aside(&self, at: usize, limit: usize) -> Option<usize> {
        let led = usize::from(self.has(at + 1, flag::PREP));
        let relative = self.is(at + 1 + led, &RELATIVE) || self.is_noun(at + 1) || self.is_noun(at + 2);
        let close = (at + 1..limit).find(|&i| self.is_comma(i)).filter(|_| relative)?;
        (!self.has(close + 1, flag::OPENS)).then_some(close)
    }

    /// Whether another clause begins at `at`, or the sentence ends.
    fn leaves(&self, at: usize) -> bool {
        let dated = self.is(at, &["."]) && self.is_number(at - 1);
        self.is(at, &["um", "ohne", "statt", "anstatt"]) && self.has_infinitive(at)
            || self.is(at, &["und", "oder", "aber"]) && self.joins_clause(at)
            || self.is(at, &["als", "wie"]) && self.has(at + 1, flag::PRON)
            || self.is_mark(at) && self.is(at, &[";", ":", ".", "!", "?"]) && !dated
    }
}
