//! The person that "he", "she" or a word for somebody means: near, a subject, of the right sex, whoever spoke last.

use super::contrast::excludes;
use crate::claims::attribution::analysis::NONE;
use crate::claims::speakers::names::entities::Mention;
use crate::claims::speakers::names::members::tells;
use crate::claims::speakers::sources::resolve::{Resolver, Seen};
use crate::claims::speakers::sources::untagged::is_plain;
use crate::claims::types::SpeakerType;
use crate::text::pos::Pos;

/// How much the last speaker is preferred for a pronoun, in the units of [`Resolver::person_before`].
pub(crate) const PREVIOUS: f32 = 3.4;

/// How much a name in the same paragraph counts.
const PARAGRAPH: f32 = 2.0;

/// How much evidence of the right sex counts, in the same units.
pub(crate) const AGREES: f32 = 2.0;

/// How much it counts against somebody that the content names him, in a quotation and outside.
const NAMED: (f32, f32) = (-4.0, -6.0);

/// How much it counts that somebody has spoken since without words that are reported: "Finch disagrees. “That is a lie,” she said."
const SPOKE: f32 = 1.5;

/// How far behind a name the clause that describes it begins, in words.
const RELATIVE: usize = 6;

/// How much it counts to be the subject of a sentence.
const SUBJECT: f32 = 1.5;

/// How much it counts against who spoke last that he did so of another one, in a clause that describes him.
const INSERTED: f32 = 2.5;

impl Resolver<'_> {
    /// "Lund met Finch, who called him a coward. “I am leaving,” he said": whether who spoke at word `place` did so in a clause that
    /// describes him, and of somebody of that sex whom the sentence is about.
    fn spoke_of_him(&self, place: usize, sex: i32, seen: Seen) -> bool {
        let (from, to) = self.analysis.sentence_at(place);
        let who = (place..to.min(place + RELATIVE)).find(|&i| self.is(i, &["who"]));
        let him: &[&str] = if sex < 0 { &["him", "his"] } else { &["her"] };
        let Some(who) = who.filter(|_| self.language == "en" && sex != 0) else { return false };
        let led = self.entities.inside(from, who).last().is_some_and(|mention| who - mention.to <= 1);
        let other =
            self.entities.inside(from, place).iter().any(|mention| mention.start <= from + 1 && mention.subject);
        let of_him = (who + 1..to).any(|i| self.is(i, him) && self.content[i] != NONE);
        led && other && of_him && seen.last.is_some_and(|last| last.0 == place)
    }

    /// Whether a verb of speech stands behind a subject that is named after the last speaker.
    fn spoke_since(&self, mention: &Mention, seen: Seen) -> bool {
        let since = seen.last.is_some_and(|(place, _)| place < mention.start);
        let opens = mention.subject || self.analysis.sentence_at(mention.start).0 == mention.start;
        since && opens && tells(self.analysis, mention.to) && !mention.quoted
    }

    /// What that adds; a subject whose verb the tagger takes for a noun ("Finch denies it") is one as well.
    fn since(&self, mention: &Mention, sentences: f32, seen: Seen) -> f32 {
        if sentences > 1.0 || !self.spoke_since(mention, seen) {
            return 0.0;
        }
        SPOKE + if mention.subject { 0.0 } else { SUBJECT }
    }

    /// "He has one piece of advice for Berg, which he will not follow": the pronoun has stood in the sentence before the name,
    /// and the two of them are one person, who is not Berg.
    fn is_other(&self, mention: &Mention, at: usize) -> bool {
        let (from, _) = self.analysis.sentence_at(at);
        let same = |i: usize| self.analysis.lower(i) == self.analysis.lower(at);
        let outside = |i: usize| self.analysis.quoted[i] == self.analysis.quoted[at];
        self.language == "en"
            && mention.from > from
            && mention.to <= at
            && (from..mention.from).any(|i| outside(i) && same(i))
    }

    /// The person that "he" or "she" at word `at` means: near, a subject, of that sex if the document shows any, the one
    /// who spoke last. Evidence of the other sex weighs, but a translation may have it wrong, so it does not decide.
    pub(crate) fn person_before(&self, at: usize, sex: i32, seen: Seen) -> Option<usize> {
        let found = self.person_scored(at, sex, seen).map(|(_, entity)| entity);
        found.or_else(|| self.person_after(at, sex, seen))
    }

    /// The same for a description whose noun is of these classes: outside of English a trade alone may stand for somebody whom the
    /// text names further on, and not "der Mann".
    pub(crate) fn person_known(&self, at: usize, sex: i32, classes: u32, seen: Seen) -> Option<usize> {
        let ahead = self.language == "en" || excludes(classes);
        let found = self.person_scored(at, sex, seen).map(|(_, entity)| entity);
        // "Der Minister warf ihr das vor. Uwe Otto schwieg.": whom nothing calls by a trade, and who never speaks, is nobody's name.
        let meant = |entity: &usize| {
            self.language == "en" || self.voices.contains(entity) || !self.entities.all[*entity].roles.is_empty()
        };
        found.or_else(|| if ahead { self.person_after(at, sex, seen).filter(meant) } else { None })
    }

    /// The same with how likely it is, of those named before.
    pub(crate) fn person_scored(&self, at: usize, sex: i32, seen: Seen) -> Option<(f32, usize)> {
        let words = &self.analysis.words.words;
        let named = self.named_in(seen);
        let mut best: Option<(f32, usize)> = None;
        let mut consider = |score: f32, entity: usize| {
            if best.is_none_or(|(top, _)| score > top) {
                best = Some((score, entity));
            }
        };
        let agrees = |entity: usize| match self.sex(entity) * sex.signum() {
            1 => AGREES,
            -1 => -5.0,
            _ => 0.0,
        } + named.iter().find(|named| named.0 == entity).map_or(0.0, |named| named.1);
        for mention in self.before(at).take(60) {
            let entity = &self.entities.all[mention.entity];
            if entity.kind != SpeakerType::Person
                || seen.says(mention.from)
                || self.acts_on(mention, at)
                || self.is_other(mention, at)
            {
                continue;
            }
            let sentences = words[at].sentence.saturating_sub(words[mention.from].sentence) as f32;
            let paragraphs = words[at].paragraph.saturating_sub(words[mention.from].paragraph) as f32;
            if paragraphs > 8.0 {
                break;
            }
            let score = agrees(mention.entity) - 0.7 * sentences.min(6.0) - 0.8 * paragraphs
                + self.prominence(mention, at)
                + if paragraphs == 0.0 { PARAGRAPH } else { 0.0 }
                + if entity.evidence == 0 { -1.5 } else { 0.0 }
                + self.since(mention, sentences, seen)
                - 0.002 * (at - mention.from) as f32;
            consider(score, mention.entity);
        }
        let latest = seen.last.and_then(|(_, referent)| referent.entity());
        for (turn, &(place, entity, shown)) in seen.speakers().filter(|speaker| speaker.0 < at).take(12).enumerate() {
            let paragraphs = words[at].paragraph.saturating_sub(words[place].paragraph) as f32;
            let sentences = words[at].sentence.saturating_sub(words[place].sentence) as f32;
            // "He" a moment ago shows the sex that a name does not.
            let agreement = if shown * sex > 0 { agrees(entity).max(AGREES) } else { agrees(entity) };
            let earlier = if turn == 0 && latest == Some(entity) { 0.0 } else { 1.0 };
            // Who spoke right before and may be of either sex is believed to be of this one.
            let unknown = earlier == 0.0 && sentences <= 1.0 && self.sex(entity) == 0;
            let agreement = if unknown { agreement + AGREES / 2.0 } else { agreement };
            let inserted = if turn == 0 && self.spoke_of_him(place, sex, seen) { INSERTED } else { 0.0 };
            let score =
                agreement + PREVIOUS - earlier - inserted - 0.5 * sentences.min(6.0) - 0.8 * paragraphs.min(6.0);
            consider(score, entity);
        }
        best
    }

    /// Nobody named yet: a broken translation or a lead puts the name after the pronoun.
    pub(crate) fn person_after(&self, at: usize, sex: i32, seen: Seen) -> Option<usize> {
        let words = &self.analysis.words.words;
        let named = self.named_in(seen);
        let agrees =
            |entity: usize| self.sex(entity) * sex.signum() >= 0 && !named.iter().any(|named| named.0 == entity);
        let after = self.entities.mentions.partition_point(|mention| mention.from < at);
        let fits = |mention: &&Mention| {
            self.is_person(mention.entity)
                && !seen.says(mention.from)
                && agrees(mention.entity)
                && self.near(mention.from, at)
        };
        let next = || self.entities.mentions[after..].iter().take(12).filter(fits);
        // "He told the truth. | Chris Berg quit": who opens the next paragraph.
        let opens = |mention: &&Mention| {
            mention.start > 0 && words[mention.start - 1].paragraph != words[mention.start].paragraph
        };
        next().find(opens).or_else(|| next().next()).map(|mention| mention.entity)
    }

    /// Who is named in what the source says, and how much that counts against him as its speaker.
    pub(crate) fn named_in(&self, seen: Seen) -> Vec<(usize, f32)> {
        let mut named: Vec<(usize, f32)> = Vec::new();
        if is_plain(self.language) {
            return named;
        }
        for run in seen.contents().iter().take(4) {
            for mention in self.entities.inside(run.0, run.1.min(run.0 + 200)) {
                let weight = if mention.quoted { NAMED.0 } else { NAMED.1 };
                match named.iter_mut().find(|known| known.0 == mention.entity) {
                    Some(known) => known.1 = known.1.min(weight),
                    None => named.push((mention.entity, weight)),
                }
            }
        }
        named
    }

    /// What the place of a mention in its sentence adds to its salience for a pronoun at word `at`.
    pub(crate) fn prominence(&self, mention: &Mention, at: usize) -> f32 {
        let before = mention.start.checked_sub(1);
        let word = before.map_or(String::new(), |before| self.analysis.lower(before));
        let oblique = before.is_some_and(|before| matches!(self.analysis.pos[before], Pos::Adp | Pos::Sconj));
        let owner = matches!(self.analysis.lower(mention.to).as_str(), "'s" | "’s" | "'" | "’");
        // "It was Ann Berg who opened": a cleft puts its subject after the verb.
        let cleft = matches!(word.as_str(), "was" | "is") && self.analysis.lower(mention.to) == "who";
        let role = match (mention.subject || cleft, oblique || owner) {
            (true, false) => SUBJECT,
            (true, true) => 0.5,
            (false, false) => 0.0,
            (false, true) => -0.5,
        };
        let reported = self.content[mention.from] != NONE && self.content[mention.from] != self.content[at];
        let reported = match (mention.quoted, reported) {
            (true, _) => -3.0,
            (false, true) => -1.5,
            (false, false) => 0.0,
        };
        role + reported + 0.3 * (self.entities.all[mention.entity].mentions as f32).ln()
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::speakers::testing::expect_last as last;

    #[test]
    fn who_speaks_of_another_in_a_clause_that_describes_him_does_not_go_on() {
        let text = "Mayor Rupert Hale spoke after a row with Rob Finch, who called him a coward. \u{201c}I am leaving,\u{201d} he told reporters.";
        last(text, "en", "Rupert Hale");
        let text = "Mayor Rupert Hale met Rob Finch, who said the bridge was safe. \u{201c}I checked,\u{201d} he told reporters.";
        last(text, "en", "Rob Finch");
    }
}
