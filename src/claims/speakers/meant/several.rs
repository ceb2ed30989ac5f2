//! Several as one speaker: names joined by "and", somebody with those beside him, neither of two.

use super::descriptions::DEFINITE;
use crate::claims::attribution::linking::Run;
use crate::claims::frame::pack::Pack;
use crate::claims::frame::unsaid::names_nobody;
use crate::claims::speakers::names::entities::Mention;
use crate::claims::speakers::sources::resolve::{Referent, Resolver, Seen};
use crate::claims::speakers::words::class;
use crate::claims::types::{Act, SpeakerType};
use crate::text::pos::Pos;

/// The most that are listed as one speaker.
const LISTED: usize = 6;
/// The longest office before a name, in words.
const SEGMENT: usize = 10;

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
            if people.len() == 1 && self.heads_body(people[0], mention) {
                return Some(Referent::Entity(mention.entity));
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

    /// "House Energy | and Commerce Committee Chair Ann Berg": whether a name behind "and" is that of who heads the body which the name before
    /// begins.
    fn heads_body(&self, before: usize, mention: &Mention) -> bool {
        const BODY: u32 = class::ORGANISATION | class::ALIAS;
        let headed = (mention.start..mention.from).any(|i| self.class(i) & BODY != 0);
        let known = &self.entities.all[before];
        let proven = known.sex != 0 || known.calling || known.aged;
        headed && mention.start > 0 && self.is(mention.start - 1, &["and"]) && !proven
    }

    /// "According to Solheim and Westin", "Solheim, Westin and Moe": names of which nothing else tells what they are.
    pub(crate) fn all_of(&self, mentions: &[Mention], (from, to): Run) -> Option<Referent> {
        let (first, last) = (mentions.first()?, mentions.last()?);
        let joins = |pair: &[Mention]| {
            let and = if pair[1].start == last.start { "and" } else { "," };
            pair[1].start == pair[0].to + 1
                && pair[0].entity != pair[1].entity
                && self.analysis.words.of(pair[0].to) == and
                && !self.heads_body(pair[0].entity, &pair[1])
        };
        let whole = first.start == from && last.to == to && (2..=LISTED).contains(&mentions.len());
        let joined = self.language == "en" && whole && mentions.windows(2).all(joins);
        let entities: Vec<usize> = mentions.iter().map(|mention| mention.entity).collect();
        joined.then(|| self.together(&entities))
    }

    /// "the mayor, the fire chief and a priest", "Ann Berg and the fire chief": several of whom not all are people with names, each read by
    /// itself; in the words of the text where none has a name.
    pub(crate) fn conjoined(&self, from: usize, to: usize, seen: Seen) -> Option<Referent> {
        let outside = |i: usize| !self.inside_name(i, from, to);
        let and = (from + 1..to.checked_sub(1)?).rev().find(|&i| self.is(i, &["and"]) && outside(i))?;
        let mention = |i: usize| self.entities.inside(i, to).iter().take(2).find(|mention| mention.start == i);
        let person = |i: usize| mention(i).is_some_and(|mention| self.is_person(mention.entity));
        let mut parts: Vec<Run> = vec![(and + 1, to)];
        let mut end = and;
        for i in (from..and).rev().filter(|&i| self.analysis.words.of(i) == ",") {
            parts.push((i + 1, end));
            end = i;
        }
        parts.push((from, end));
        parts.reverse();
        // "the author and poet" is one, "Ann Berg and her team" are read elsewhere.
        let opens = |&(first, end): &Run| {
            let whole = |mention: &Mention| mention.to == end || self.is_person(mention.entity);
            let led = matches!(self.pos(first), Pos::Det | Pos::Num) || mention(first).is_some_and(whole);
            first < end && led && !self.is(first, &["his", "her", "their", "its", "other", "others"])
        };
        let plain = |&(first, end): &Run| (first..end).all(|i| self.nominal(i) || self.inside_name(i, first, end));
        // "Ann Berg, the mayor and the head of the board": what stands behind a comma may describe the name before it.
        let apposed = parts.len() > 2 && parts.iter().any(|part| person(part.0));
        let named = parts.iter().all(|part| person(part.0));
        let headed = parts.windows(2).any(|pair| {
            let both = mention(pair[0].0).zip(mention(pair[1].0));
            both.is_some_and(|(before, head)| self.heads_body(before.entity, head))
        });
        let last = parts.len() - 1;
        // "the head of the bank and Nordline": what "of" leads may be two.
        let bound = parts[..last].iter().any(|&(first, end)| (first..end).any(|i| self.is(i, &["of"]) && outside(i)));
        let fits =
            parts.iter().all(opens) && parts[..last].iter().all(plain) && !apposed && !named && !bound && !headed;
        if self.language != "en" || !fits || parts.len() > LISTED {
            return None;
        }
        let found: Vec<Referent> =
            parts.iter().map(|&(first, end)| self.source((first, end), seen)).collect::<Option<_>>()?;
        let repeated = |(at, one): (usize, &Referent)| found[..at].contains(one);
        if found.iter().enumerate().any(repeated) {
            return None;
        }
        let article = usize::from(DEFINITE.contains(&self.analysis.lower(from).as_str()));
        let words = &self.analysis.words.words;
        let text = self.analysis.words.text.get(words[from + article].span.start..words[to - 1].span.end)?;
        let names: Vec<String> = found.iter().map(|referent| self.speaker(referent).name).collect();
        let text = match names.split_last() {
            Some((last, rest)) if found.iter().any(|referent| referent.entity().is_some()) => {
                format!("{} and {last}", rest.join(", "))
            }
            _ => text.split_whitespace().collect::<Vec<_>>().join(" "),
        };
        Some(Referent::Phrase(text, SpeakerType::Group))
    }

    /// "the mayor, Ana Ruiz, and the police chief, Bo Lind": two with their offices before them. The tagger may take the second alone for
    /// the source.
    pub(crate) fn apposed_pair(&self, from: usize, to: usize) -> Option<Referent> {
        if self.language != "en" {
            return None;
        }
        let (start, _) = self.sentence_at(from);
        let person = |mention: &&Mention| self.is_person(mention.entity) && !mention.quoted;
        let second = self.entities.inside(from, to).iter().find(person)?;
        let and =
            (start.max(second.start.saturating_sub(SEGMENT))..second.start).rev().find(|&i| self.is(i, &["and"]))?;
        let first = self.entities.inside(start, and).last().filter(person)?;
        let comma = |i: usize| self.analysis.words.of(i) == ",";
        let office = |start: usize, end: usize| {
            let words = end.checked_sub(1).filter(|&last| comma(last) && last > start)?;
            (start..words).all(|i| self.nominal(i)).then_some(())
        };
        let parted = first.to == and || first.to + 1 == and && comma(first.to);
        let fits = parted && first.entity != second.entity;
        office(start, first.start).zip(office(and + 1, second.start))?;
        fits.then(|| self.together(&[first.entity, second.entity]))
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

    /// "Fears are growing | that the dam will not hold", "Rumours persist": what is felt or told does not speak, and nobody is said to.
    pub(crate) fn is_aired(&self, source: Run, cue: Option<Run>) -> bool {
        let Some(cue) = cue.filter(|cue| self.language == "en" && source.1 <= cue.0) else { return false };
        let felt = |i: usize| {
            self.analysis.lexicon[i].is_some_and(|entry| entry.act == Act::Believe)
                || self.is(i, &["doubts", "rumours", "rumors", "hopes", "suspicions"])
        };
        let noun = |i: usize| {
            let open = self.pos(i) == Pos::Noun || self.pos(i) == Pos::Propn && i == self.sentence_at(i).0;
            open && felt(i) && self.class(i) & (class::PERSON | class::DOCUMENT) == 0
        };
        let reports = (cue.0..cue.1).any(|i| self.pos(i) == Pos::Verb && self.analysis.is_reporting_verb(i));
        let bare = self.analysis.lower(source.0).ends_with('s') || self.pos(source.0) == Pos::Adj;
        let head = self.head_of(source);
        let plain = head.is_some_and(|head| (source.0..head).all(|i| self.pos(i) == Pos::Adj));
        bare && plain && !reports && head.is_some_and(noun)
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

#[cfg(test)]
mod tests {
    use crate::claims::speakers::testing::{expect_last as last, last_speaker};

    #[test]
    fn two_with_their_offices_before_them_are_two() {
        let text = "The mayor, Ana Ruiz, and the police chief, Bo Lind, said the road was closed.";
        assert_eq!(crate::claims::speakers::testing::last_speaker(text, "en").as_deref(), Some("Ana Ruiz and Bo Lind"));
    }

    #[test]
    fn what_is_felt_does_not_speak() {
        for text in [
            "Fears are growing that the dam will not hold.",
            "Rumours persist that the mayor will resign.",
            "Fears among residents are growing that the dam will not hold.",
        ] {
            assert_eq!(last_speaker(text, "en"), None, "{text}");
        }
        last("Officials are worried that the dam will not hold.", "en", "Officials");
        last("The statement said that the dam will not hold.", "en", "statement");
    }

    #[test]
    fn the_name_of_a_body_may_hold_and() {
        last("House Energy and Commerce Committee Chair Ann Berg said the rules would go.", "en", "Ann Berg");
        last(
            "The House Energy and Commerce Committee said the rules would go.",
            "en",
            "House Energy and Commerce Committee",
        );
        last(
            "Energy minister Tom Lund and Commerce minister Ann Berg said the rules would go.",
            "en",
            "Tom Lund and Ann Berg",
        );
    }

    #[test]
    fn all_of_a_list_speak() {
        for (text, who) in [
            ("On Monday the mayor and the fire chief said the bridge was safe.", "mayor and the fire chief"),
            ("The mayor, the fire chief and a priest said the bridge was safe.", "mayor, the fire chief and a priest"),
            (
                "On Monday the mayor, the clerk and the head of the school said it was safe.",
                "mayor, the clerk and the head of the school",
            ),
            ("Berg, Lund and Moe said the bridge was safe.", "Berg, Lund and Moe"),
            ("\u{201c}We are leaving,\u{201d} said Solheim and Westin.", "Solheim and Westin"),
            ("\u{201c}We are leaving,\u{201d} said Solheim, Westin and Moe.", "Solheim, Westin and Moe"),
            (
                "Mayor Rupert Hale took office in May. The mayor and the fire chief said it was safe.",
                "Rupert Hale and fire chief",
            ),
        ] {
            last(text, "en", who);
        }
    }

    #[test]
    fn one_of_several_trades_is_one() {
        last("The author and poet said talks would resume.", "en", "author and poet");
        last("Ann Berg, the mayor and leader of the council, said talks would resume.", "en", "Ann Berg");
        last("The former clerk and U.S. senator said talks would resume.", "en", "former clerk and U.S. senator");
    }
}
