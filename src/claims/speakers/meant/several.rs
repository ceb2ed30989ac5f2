//! Several as one speaker: names joined by "and", somebody with those beside him, neither of two.

use super::descriptions::DEFINITE;
use crate::claims::attribution::linking::Run;
use crate::claims::frame::pack::Pack;
use crate::claims::frame::unsaid::names_nobody;
use crate::claims::speakers::names::entities::Mention;
use crate::claims::speakers::sources::resolve::{Referent, Resolver};
use crate::claims::types::SpeakerType;
use crate::text::pos::Pos;

impl Resolver<'_> {
    /// "Ann Berg and the treasurer, Paul Lund": all of them.
    pub(crate) fn joined(&self, from: usize, to: usize) -> Option<Referent> {
        let mut people: Vec<usize> = Vec::new();
        let mut end = from;
        for mention in self.entities.inside(from, to).iter().filter(|mention| self.is_person(mention.entity)) {
            // Between two names stands "and", and nothing that opens a clause or a phrase of its own.
            let joins = |i: usize| matches!(self.analysis.words.of(i), "and" | "und" | "&" | "nor");
            let other = |i: usize| {
                matches!(self.analysis.pos[i], Pos::Verb | Pos::Aux | Pos::Sconj)
                    || i > end && self.analysis.words.of(i) == "("
            };
            let comma = (end..mention.start).any(|i| self.analysis.words.of(i) == ",") && people.len() + 1 < 6;
            let linked = (end..mention.start).any(joins) || comma && self.listed(mention.to, to);
            // "Berg, founder and director of Berg Events": a name behind a preposition describes the one before it.
            let inner = mention.start > end && self.pos(mention.start - 1) == Pos::Adp;
            if inner && !people.is_empty() {
                continue;
            }
            if (end..mention.start).any(other) || !people.is_empty() && !linked {
                return None;
            }
            if !people.contains(&mention.entity) {
                people.push(mention.entity);
            }
            end = mention.to;
        }
        (people.len() > 1).then(|| self.together(&people))
    }

    /// "According to Solheim and Westin": two names of which nothing else tells what they are.
    pub(crate) fn both(&self, first: &Mention, second: &Mention, (from, to): Run) -> Option<Referent> {
        let joined = self.language == "en"
            && first.start == from
            && second.start == first.to + 1
            && second.to == to
            && first.entity != second.entity
            && self.analysis.words.of(first.to) == "and";
        joined.then(|| self.together(&[first.entity, second.entity]))
    }

    /// Whether a name with "and" before it is still to come: "Berg, Lund and Moe".
    fn listed(&self, from: usize, to: usize) -> bool {
        let joined = |mention: &Mention| {
            mention.start.checked_sub(1).is_some_and(|before| matches!(self.analysis.words.of(before), "and" | "und"))
        };
        self.entities.inside(from, to).iter().any(|mention| self.is_person(mention.entity) && joined(mention))
    }

    /// "Ann Berg and her team", "Berg, and other critics": the name with those beside it.
    pub(crate) fn with_others(&self, mention: &Mention, to: usize) -> Referent {
        let at = mention.to + usize::from(self.analysis.words.of(mention.to) == ",");
        let others = matches!(self.analysis.words.of(at), "and" | "und")
            && matches!(
                self.analysis.words.of(at + 1),
                "his" | "her" | "their" | "other" | "others" | "sein" | "ihr" | "andere"
            );
        let words = &self.analysis.words.words;
        let rest = (others && at + 1 < to)
            .then(|| self.analysis.words.text.get(words[at].span.start..words[to - 1].span.end))
            .flatten();
        match rest {
            Some(rest) => {
                let rest: Vec<&str> = rest.split_whitespace().take(12).collect();
                Referent::Joint(
                    mention.entity,
                    format!("{} {}", self.entities.all[mention.entity].name, rest.join(" ")),
                )
            }
            None => Referent::Entity(mention.entity),
        }
    }

    /// "Neither the mayor nor Berg": both, by name or in words.
    pub(crate) fn neither_of(&self, from: usize, to: usize) -> Option<Referent> {
        if self.language != "en" || self.analysis.lower(from) != "neither" {
            return None;
        }
        // "Neither Berg nor Lund": whatever is known of them.
        let mentions = self.entities.inside(from, to);
        if mentions.len() > 1 {
            let mut entities: Vec<usize> = mentions.iter().take(6).map(|mention| mention.entity).collect();
            entities.dedup();
            return Some(self.together(&entities));
        }
        let nor = (from + 2..to.saturating_sub(1)).find(|&i| self.analysis.lower(i) == "nor")?;
        let part = |from: usize, to: usize| {
            let person = self.entities.inside(from, to).iter().find(|mention| self.is_person(mention.entity));
            let words = &self.analysis.words.words;
            let skip = usize::from(DEFINITE.contains(&self.analysis.lower(from).as_str()) && from + 1 < to);
            person.map(|mention| self.entities.all[mention.entity].name.clone()).or_else(|| {
                let text = self.analysis.words.text.get(words[from + skip].span.start..words[to - 1].span.end)?;
                Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
            })
        };
        let (one, other) = part(from + 1, nor).zip(part(nor + 1, to))?;
        Some(Referent::Phrase(format!("{one} and {other}"), SpeakerType::Group))
    }

    /// "Nobody said", "none of the engineers", "aucun élu": nobody is no speaker. "Neither Berg nor Lund" and "few" are somebody.
    pub(crate) fn is_nobody(&self, source: Run) -> bool {
        const SOMEBODY: &[&str] = &["neither", "few", "weder", "ni", "né", "nem", "noch", "ни"];
        let words: Vec<String> = (source.0..source.1.min(source.0 + 3)).map(|i| self.analysis.lower(i)).collect();
        names_nobody(Pack::of(Some(self.language)), |at| words.get(at).map(String::as_str), 0)
            && !words.first().is_some_and(|word| SOMEBODY.contains(&word.as_str()))
    }

    /// Several as one speaker: "Ann Berg and Paul Lund".
    pub(crate) fn together(&self, entities: &[usize]) -> Referent {
        let and = if self.language == "de" { " und " } else { " and " };
        let names: Vec<&str> = entities.iter().map(|&entity| self.entities.all[entity].name.as_str()).collect();
        let text = match names.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{}{and}{last}", rest.join(", ")),
            _ => names.concat(),
        };
        Referent::Phrase(text, SpeakerType::Group)
    }
}
