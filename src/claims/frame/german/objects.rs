//! The object of a German clause: a phrase that may be an accusative and is not the subject.

use super::line::{GAP, Line, flag};
use super::nominal::Phrase;
use super::order::Order;

impl Line<'_> {
    /// The accusative object of a verb that may have one.
    pub fn object(&self, order: &Order, predicate: (usize, usize)) -> Option<(usize, usize)> {
        let subject = order.subject;
        if subject.is_none() && !order.infinitive || self.is_passive_or_copula(order, predicate) {
            return None;
        }
        // "Den Vertrag kündigte die Stadt": the object stands before the verb.
        if let Some(front) = order.front.filter(|front| subject.is_some_and(|subject| front.from != subject.from)) {
            let time = self.has(front.head, flag::TIME);
            return (front.may_be(flag::ACC) && !time).then_some((front.from, front.to));
        }
        let (from, to) = match (order.last, predicate.0 > order.verb) {
            (true, _) => (subject.map_or(order.start, |subject| subject.to), order.verb),
            (false, true) => (order.verb + 1, predicate.0),
            (false, false) => (order.verb + 1, order.end),
        };
        // "verspricht die Ware zu liefern": the object is that of the infinitive.
        let infinitive = |at: usize| self.is(at, &["zu"]) && self.is_infinitive(at + 1) || self.has_zu(at);
        let own = |at: usize| (predicate.0..predicate.1).contains(&at);
        if !order.last && (from..order.end).any(|at| infinitive(at) && !own(at)) {
            return None;
        }
        let mut at = from;
        while at < to {
            if let Some(subject) = subject.filter(|subject| subject.from == at) {
                at = subject.to;
            } else if self.is(at, &[GAP]) || self.is_quote(at) {
                at += 1;
            } else if self.is_mark(at) || self.begins_clause(at) {
                return None;
            } else if self.has(at, flag::PREP) && !self.is_noun(at) {
                at = self.behind_preposition(at);
            } else if let Some(phrase) = self.rounded(at).or_else(|| self.phrase(at)) {
                if phrase.to <= to && self.is_accusative(phrase, from, to) {
                    return Some((phrase.from, self.with_joined(phrase, to)));
                }
                at = phrase.to.max(at + 1);
            } else {
                at += 1;
            }
        }
        None
    }

    /// Whether another clause begins here, with or without its comma: "..., was er tut", "Schafe die das nutzen".
    fn begins_clause(&self, at: usize) -> bool {
        let relative = self.is(at, &["der", "die", "das", "den", "dem"])
            && self.has(at + 1, flag::DET)
            && !self.has(at + 1, flag::PL);
        let opens = self.has(at, flag::OPENS) && !self.is_capital(at);
        opens || relative || self.is(at, &["denn", "aber", "sondern", "was", "wer"])
    }

    /// Whether a phrase between `from` and `to` is rather an accusative than anything else.
    fn is_accusative(&self, phrase: Phrase, from: usize, to: usize) -> bool {
        if !phrase.may_be(flag::ACC) || (phrase.head..phrase.to).any(|at| self.has(at, flag::TIME)) {
            return false;
        }
        if phrase.pronoun {
            let alone = self.is(phrase.from, &["es", "sie"]) && phrase.from <= from + 2;
            return self.has(phrase.from, flag::PRON) && (phrase.cases == flag::ACC || alone);
        }
        // "dem 15 Zentimeter | größeren Mann"
        let inside = phrase.from > 0
            && self.is_noun(phrase.from - 1)
            && self.is_attribute(phrase.from)
            && !self.is_noun(phrase.from);
        // "den Gästen" is rather a dative of many.
        let many = self.is(phrase.from, &["den", "meinen", "seinen", "ihren", "unseren", "diesen"])
            && self.word(phrase.head).ends_with('n');
        // A noun alone is an object where it ends the clause or goes on with a preposition: "fordert Hilfe", "hat Angst vor".
        let followed = self.is(phrase.to, &["und", "oder", "sowie"]) || self.has(phrase.to, flag::PREP | flag::PART);
        !inside && !many && (phrase.sure || phrase.to >= to || followed)
    }

    /// Where an object ends with what "und" joins to it.
    fn with_joined(&self, phrase: Phrase, to: usize) -> usize {
        let mut end = phrase.to;
        while self.is(end, &["und", "oder", "sowie"]) && !self.joins_clause(end) {
            let other = self.phrase(end + 1).filter(|other| !other.pronoun && other.to <= to);
            let Some(other) = other else { break };
            end = other.to;
        }
        end
    }

    /// Whether the verb is one of being and becoming, or in the passive.
    fn is_passive_or_copula(&self, order: &Order, predicate: (usize, usize)) -> bool {
        let (from, to) = predicate;
        let last = to.saturating_sub(1);
        let finite = if order.last { order.end - 1 } else { order.verb };
        let completed = if order.last { to > from + 1 } else { to > order.verb + 1 };
        if self.has(finite, flag::BE) {
            return true;
        }
        // "wird gezahlt"; "wird zahlen" has an object.
        if self.has(finite, flag::BECOME)
            && (!completed || self.is_participle(last) && !self.is_infinitive(last) || self.is_participle(from))
        {
            return true;
        }
        let passive = (from..to).any(|at| self.is(at, &["werden", "worden", "sein", "gewesen", "geworden"]));
        let stem = self.word(if completed { if order.last { from } else { last } } else { finite });
        passive || ["bleib", "blieb", "heiß", "hieß", "geblieben"].iter().any(|start| stem.starts_with(start))
    }
}
