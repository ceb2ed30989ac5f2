//! Who speaks where the attribution has no words for it.

use super::pronouns::Pronoun;
use crate::claims::attribution::analysis::{NONE, state};
use crate::claims::attribution::english::sources::raised::is_raised;
use crate::claims::attribution::english::sources::unseen::is_passive;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::attribution::passive::is_accused;
use crate::claims::speakers::names::entities::Mention;
use crate::claims::speakers::sources::resolve::{Referent, Resolver, Seen};
use crate::claims::speakers::words::class;
use crate::claims::types::SpeakerType;
use crate::learn::form::Shape;
use crate::text::pos::Pos;

/// Whether a verb needs no pronoun: "añadió".
fn drops_pronouns(language: &str) -> bool {
    matches!(language, "es" | "pt" | "it" | "ru")
}

impl Resolver<'_> {
    /// No words for the source: a quotation that goes on has the speaker before it.
    pub(crate) fn implicit(&self, link: &Link, seen: Seen) -> Option<Referent> {
        if let Some(mention) = link.cue.and_then(|cue| self.beside(cue, seen)) {
            return Some(Referent::Entity(mention.entity));
        }
        let start = link.contents.first()?.0;
        if link.cue.is_none()
            && let Some(found) = link.contents.last().and_then(|run| self.behind(run.1, seen))
        {
            return Some(found);
        }
        if let Some(cue) = link.cue.filter(|_| drops_pronouns(self.language)) {
            let person = || self.person_before(cue.0.min(start), 0, seen);
            let named = || person().map(Referent::Entity);
            if self.is_of_many(cue) {
                return self.many_last(seen, cue.0);
            }
            let unlisted = || self.unlisted_subject(cue.0.min(start), 0, seen);
            if let Some(body) = self.we_of_body(cue.0.min(start), 0, person(), seen) {
                return Some(body);
            }
            // "Los vecinos piden agua. «...», aseguró": a verb for one is not that of many.
            if self.spoke_as_many(cue, seen) {
                return self.plain_subject(cue.0.min(start), seen.alone());
            }
            return self.plain_subject(cue.0.min(start), seen).or_else(named).or_else(unlisted);
        }
        let (place, referent) = seen.last?;
        if !self.near(place, start) {
            return None;
        }
        // "Et d'ajouter que ...": the French infinitive of telling goes on.
        let infinitive =
            link.cue.filter(|cue| self.language == "fr" && cue.0 > 0 && self.among(cue.0 - 1, &["de", "d'"]));
        if infinitive.is_some_and(|cue| self.among(self.sentence_at(cue.0).0, &["et"])) {
            return Some(referent.clone());
        }
        let quoted = self.analysis.quote[start] != NONE && self.analysis.quoted[start] != state::OUT;
        let words = &self.analysis.words.words;
        let same_sentence = link.cue.is_some() && words[place].sentence == words[start].sentence;
        (quoted && link.cue.is_none() || same_sentence).then(|| referent.clone())
    }

    /// "I ask whether he regrets it. “No.”": the answer is not the writer's.
    pub(crate) fn is_interviewer(&self, link: &Link) -> bool {
        const WRITERS: &[&str] =
            &["i", "we", "ich", "wir", "je", "j'", "nous", "yo", "eu", "nós", "io", "noi", "ik", "wij", "я", "мы"];
        let writer = link.source.is_some_and(|(from, to)| to == from + 1 && self.analysis.is_one_of(from, WRITERS));
        writer && link.contents.iter().all(|run| self.analysis.quoted[run.0] == state::OUT)
    }

    /// "“...”, lästerte Promoter Berg": behind a closing mark and a verb that no lexicon has stands a name or a pronoun.
    fn behind(&self, end: usize, seen: Seen) -> Option<Referent> {
        let (analysis, count) = (self.analysis, self.analysis.len());
        let close = (end.saturating_sub(1)..count.min(end + 3)).find(|&i| analysis.quoted[i] == state::CLOSE)?;
        let verb = (close + 1..count.min(close + 3)).find(|&i| analysis.form(i).is_word())?;
        let comma = (close + 1..verb).any(|i| analysis.form(i).shape == Shape::Comma)
            || close > 0 && analysis.form(close - 1).shape == Shape::Comma;
        let paragraph = |i: usize| analysis.words.words[i].paragraph;
        if !comma
            || paragraph(verb) != paragraph(close)
            || analysis.form(verb).is_capital()
            || self.class(verb) & class::FUNCTION != 0
        {
            return None;
        }
        let next = (verb + 1 < count && paragraph(verb + 1) == paragraph(verb)).then_some(verb + 1)?;
        if let Some(pronoun) = self.pronoun_at(next).filter(|kind| matches!(kind, Pronoun::Male | Pronoun::Female)) {
            return self.pronoun(next, pronoun, seen);
        }
        let mention = self.entities.inside(next, next + 5).first()?;
        let titles = (next..mention.start).all(|i| analysis.form(i).is_word());
        (titles && !mention.quoted && self.is_person(mention.entity)).then_some(Referent::Entity(mention.entity))
    }

    /// "He is accused of ...": the subject of a passive cue is spoken of, and does not speak.
    pub(crate) fn is_told_of(&self, link: &Link) -> bool {
        if link.source.is_none() && link.cue.is_some_and(|cue| is_accused(self.analysis, self.language, cue)) {
            return true;
        }
        let Some((from, to)) = link.cue.filter(|_| self.language == "en") else { return false };
        let by = |at: usize| at > 0 && self.analysis.lower(at - 1) == "by" || self.analysis.lower(at) == "by";
        let after = link.source.is_some_and(|source| source.0 >= to && by(source.0));
        let passive = |i: usize| {
            (self.class(i) & class::PASSIVE != 0 || matches!(self.analysis.words.of(i), "told" | "informed"))
                && (i.saturating_sub(2)..i).any(|at| {
                    let word = self.analysis.lower(at);
                    let be = matches!(
                        word.as_str(),
                        "is" | "are" | "was" | "were" | "be" | "been" | "being" | "'re" | "’re"
                    );
                    be && (at + 1 == i || self.analysis.pos[at + 1] == Pos::Adv)
                })
        };
        // "Asked whether she would resign, Berg said", "Berg, asked about it, said": who was asked asks nothing.
        let first = from == self.sentence_at(from).0;
        let between = link.contents.last().is_some_and(|run| self.analysis.words.of(run.1) == ",");
        let set_off = !first && (self.comma(from) && between || self.is(from - 1, &["when"]));
        let what = self.is(to, &["whether", "if", "about", "why", "how", "what", "when", "where", "who", "by"]);
        let about = to == from + 2 && self.is(from + 1, &["about", "by", "if"]);
        let asked = (to == from + 1 || about)
            && (first || set_off && (what || about))
            && self.is(from, &["asked", "questioned", "pressed", "quizzed"]);
        !after && (asked || (from..to).any(passive))
    }

    /// "In an email sent by Ann Berg, employees were told": who is told does not speak, but the one behind "by" does.
    pub(crate) fn agent(&self, link: &Link) -> Option<Referent> {
        let cue = link.cue?;
        let (from, _) = self.sentence_at(cue.0);
        let by = (from..cue.0)
            .rev()
            .take(40)
            .find(|&i| self.analysis.words.of(i) == "by" && self.analysis.quoted[i] == state::OUT)?;
        let mention = self.entities.inside(by + 1, by + 8).first().filter(|mention| mention.start <= by + 2)?;
        self.is_person(mention.entity).then_some(Referent::Entity(mention.entity))
    }

    /// "The move sparked criticism that ...", "which drew questions", "he faces accusations": the subject is no speaker.
    pub(crate) fn is_cause(&self, link: &Link) -> bool {
        let Some((from, to)) = link.cue.filter(|_| self.language == "en") else { return false };
        let last = (from..to).rev().find(|&i| self.analysis.form(i).is_word() && self.analysis.pos[i] != Pos::Adp);
        let noun = last.is_some_and(|last| matches!(self.analysis.pos[last], Pos::Noun));
        let next = matches!(self.analysis.pos.get(to), Some(Pos::Noun | Pos::Adj));
        let causes = (from..to).find(|&i| self.class(i) & class::CAUSING != 0 && self.analysis.pos[i] != Pos::Noun);
        causes.is_some_and(|at| noun && last != Some(at) || next && last == Some(at))
    }

    /// "A second pattern was revealed": nobody in the sentence says it, so that who spoke before goes on.
    pub(crate) fn reported_on(&self, link: &Link, seen: Seen) -> Option<Option<Referent>> {
        let cue = link.cue.filter(|_| {
            self.language == "en" && link.source.is_none_or(|source| source.1 <= link.cue.map_or(0, |cue| cue.0))
        })?;
        if is_raised(self.analysis, link) {
            return Some(None);
        }
        // "was shut down amid concerns about": nobody is said to have the concerns.
        let reports = (cue.0..cue.1).any(|i| self.analysis.is_reporting_verb(i));
        if !reports || !is_passive(self.analysis, cue) || self.is_told_of(link) {
            return None;
        }
        // "It's claimed the money was lost": whoever says so is not named, and hardly the one who spoke last.
        let near = cue.0.saturating_sub(2).max(self.sentence_at(cue.0).0)..cue.1;
        let told = |at: usize| {
            self.is(at, &["it"]) && near.contains(&(at + 1)) && self.is(at + 1, &["is", "'s", "’s", "has", "being"])
        };
        if near.clone().any(told) {
            return Some(None);
        }
        // "is expected to grow" is in the air, "was revealed" by somebody.
        let aired = |i: usize| {
            let thought = self.is(i, &["understood", "believed", "thought", "feared", "hoped", "rumoured", "rumored"]);
            let judged = ["expected", "intended", "meant", "set", "judged", "adjudged", "deemed"];
            // "It is understood that": nobody says who thinks so.
            self.is(i, &judged)
                || thought && self.is(cue.0 - usize::from(cue.0 > 0 && !self.is(cue.0, &["it"])), &["it"])
        };
        let last = seen.last.filter(|&(place, _)| self.near(place, cue.0) && !(cue.0..cue.1).any(aired));
        Some(last.map(|(_, referent)| referent.clone()))
    }

    /// "Ann Berg spoke at the National Press Club, saying ...": a participle after a comma has the subject of its sentence,
    /// though another name stands nearer.
    pub(crate) fn is_adjunct(&self, link: &Link, source: Run) -> bool {
        let Some(cue) = link.cue.filter(|cue| self.language == "en" && cue.0 > 0 && source.1 < cue.0) else {
            return false;
        };
        let participle =
            self.analysis.lower(cue.0).ends_with("ing") && self.analysis.form(cue.0 - 1).shape == Shape::Comma;
        let before = source.0.checked_sub(1);
        let opens =
            before.is_none_or(|before| self.analysis.sentence_of[before] != self.analysis.sentence_of[source.0]);
        let subject = opens
            || self.pronoun_at(source.0).is_some()
            || self.shown(cue) == Some(source)
            || matches!(self.analysis.pos.get(source.1), Some(Pos::Verb | Pos::Aux))
            || self.entities.inside(source.0, source.1).iter().any(|mention| mention.subject);
        participle && !subject
    }

    /// "Ann Berg opened the hearing, saying ...": the subject of the sentence speaks where no source stands.
    pub(crate) fn sentence_subject(&self, link: &Link, seen: Seen) -> Option<Referent> {
        let cue = link.cue.filter(|_| self.language == "en" && !self.is_told_of(link))?;
        // "widely held views" and "reportedly" have no subject.
        let last = self.analysis.last_word(cue)?;
        let verb = (cue.0..cue.1).any(|i| self.analysis.pos[i] == Pos::Verb);
        if !verb || matches!(self.analysis.pos[last], Pos::Noun | Pos::Adj) {
            return None;
        }
        let (from, _) = self.sentence_at(cue.0);
        let first = (from..cue.0).find(|&i| self.analysis.form(i).is_word())?;
        if let Some(pronoun) = self.pronoun_at(first).filter(|pronoun| *pronoun != Pronoun::Relative) {
            return self.pronoun(first, pronoun, seen);
        }
        let mentions = self.entities.inside(from, cue.0);
        let named = |mention: &&Mention| {
            let kind = self.entities.all[mention.entity].kind;
            let verb = matches!(self.analysis.pos.get(mention.to), Some(Pos::Verb | Pos::Aux));
            // "Amnesty accused both | and called for an inquiry": the name at the head, whatever the tagger takes its verb for.
            let opens = mention.start == first && self.is(cue.0 - 1, &["and"]);
            (kind == SpeakerType::Person || verb || opens)
                && mention.subject
                && !mention.quoted
                && !seen.says(mention.from)
        };
        mentions.iter().find(named).map(|mention| Referent::Entity(mention.entity))
    }

    /// The name that a cue follows or, after a quotation, leads: "..., asked Berg".
    pub(crate) fn beside(&self, (from, to): Run, seen: Seen) -> Option<&Mention> {
        let free = |mention: &&Mention| !mention.quoted && !seen.says(mention.from);
        let mentions = &self.entities.mentions;
        let before = mentions[..mentions.partition_point(|mention| mention.from < from)].last();
        let before = before.filter(|mention| mention.to == from).filter(free);
        let person = |mention: &&Mention| self.entities.all[mention.entity].kind == SpeakerType::Person;
        let quoted = from > 0 && self.analysis.quoted[from - 1] == state::CLOSE;
        let after = self.entities.inside(to, to + 6).first();
        let after = after.filter(|mention| quoted && mention.start <= to && person(mention)).filter(free);
        before.or(after)
    }
}
