//! Subjects that the tagger ran together with the clause around them: "the boat, which was on patrol, the bureau". English alone,
//! like [`super::mend`].

use super::resolve::Resolver;
use crate::claims::attribution::analysis::state;
use crate::claims::attribution::lexicon::Part;
use crate::claims::attribution::linking::Run;
use crate::claims::frame::pack::Pack;
use crate::claims::speakers::names::entities::Mention;
use crate::learn::form::Shape;
use crate::text::pos::Pos;
use crate::text::pos::{Form, Tag};

/// How far before "nor" its "neither" is looked for, and the longest owner, in words.
const SEGMENT: usize = 12;

impl Resolver<'_> {
    /// A finite verb of reporting: not "saying", not "to say", not "was told".
    pub(crate) fn finite(&self, cue: Run) -> Option<usize> {
        // "“...,” notes Ruiz", "“...,” Ruiz stresses": between a quotation and a name the tagger takes a verb for a noun.
        let edge = |i: usize| self.analysis.quoted.get(i) == Some(&state::CLOSE) || self.entities.covers(i);
        let known = |i: usize| self.analysis.lexicon[i].is_some_and(|entry| entry.part == Part::Verb);
        if cue.1 == cue.0 + 1
            && self.analysis.tag(cue.0) == (Tag { pos: Pos::Noun, form: Form::Plural })
            && known(cue.0)
            && cue.0.checked_sub(1).is_some_and(edge)
        {
            return Some(cue.0);
        }
        let verb = (cue.0..cue.1).rev().find(|&i| self.analysis.candidate[i])?;
        let word = self.analysis.lower(verb);
        let before = verb.checked_sub(1).map_or(String::new(), |before| self.analysis.lower(before));
        let bound = ["to", "be", "been", "being", "was", "were", "is", "are"].contains(&before.as_str());
        (self.pos(verb) == Pos::Verb && !word.ends_with("ing") && !bound).then_some(verb)
    }

    /// "The owner of the house where the fire started | said": no source was seen behind a clause that describes the phrase which opens
    /// the sentence.
    pub(crate) fn behind_place(&self, cue: Run) -> Option<Run> {
        self.finite(cue)?;
        let (from, _) = self.sentence_at(cue.0);
        let clause =
            (from + 1..cue.0).take(SEGMENT).find(|&i| self.is(i, &["where", "who", "which", "that", "whose"]))?;
        let phrase = |i: usize| self.nominal(i) || self.pos(i) == Pos::Adp;
        let finite = (clause + 1..cue.0).filter(|&i| self.analysis.tag(i).is_finite()).count();
        let plain = (from..cue.0).all(|i| self.analysis.quoted[i] == state::OUT && !self.is(i, &[",", "and", "but"]));
        let led = matches!(self.pos(from), Pos::Det | Pos::Num | Pos::Propn);
        let whole = cue.0 - clause <= SEGMENT && (from..clause).all(phrase) && self.pos(clause - 1) == Pos::Noun;
        (led && whole && plain && finite == 1).then_some((from, cue.0))
    }

    /// "Fellow protester, mechanical engineer | Ana Weir |, 60, from the north": a name that its description leads behind a comma.
    pub(crate) fn is_apposed(&self, mention: &Mention, from: usize) -> bool {
        let described = |i: &usize| matches!(self.pos(*i), Pos::Adj | Pos::Noun | Pos::Det);
        let start = mention.start - (from..mention.start).rev().take_while(described).count();
        self.language == "en" && start < mention.start && start > from + 1 && self.comma(start)
    }

    /// "The minister, in a talk with the agency PTI, said": of a phrase with a preposition between commas a name was taken.
    pub(crate) fn behind_aside(&self, source: Run, cue: Run) -> Option<Run> {
        let (from, _) = self.sentence_at(cue.0);
        if source.1 + 1 != cue.0 || !self.comma(cue.0) {
            return None;
        }
        let comma = |&i: &usize| self.analysis.form(i).shape == Shape::Comma;
        let open = (from..source.0).rev().take(SEGMENT).find(comma)?;
        let led = self.pos(open + 1) == Pos::Adp && source.0 > open + 1;
        let plain = (open..cue.0).all(|i| self.analysis.quoted[i] == state::OUT && !self.analysis.tag(i).is_finite());
        if led && plain { self.phrase_before(open, from) } else { None }
    }

    /// "The bank raised its rate to 4%, its fifth rise, and said": what is put beside the deed does not speak, but its subject does.
    pub(crate) fn beside_deed(&self, source: Run, cue: Run) -> Option<Run> {
        let (from, _) = self.sentence_at(cue.0);
        let joined = cue.0 == source.1 + 2 && self.is(cue.0 - 1, &["and"]) && self.comma(cue.0 - 1);
        let opens = self.comma(source.0) && self.is(source.0, &["its", "his", "her", "their", "a", "an", "the"]);
        let named = self.entities.inside(source.0, source.1).iter().any(|mention| self.is_person(mention.entity));
        if !joined || !opens || named {
            return None;
        }
        let end = from + (from..source.0).take(SEGMENT).take_while(|&i| self.nominal(i)).count();
        let deed = end > from && self.analysis.tag(end).is_finite() && self.pos(from) != Pos::Adp;
        (deed && self.analysis.has_noun((from, end))).then_some((from, end))
    }

    /// "The minister, however, blamed": over an adverb between commas.
    pub(crate) fn behind_adverb(&self, cue: Run) -> Option<Run> {
        self.finite(cue)?;
        let (from, _) = self.sentence_at(cue.0);
        let adverb = cue.0.checked_sub(2).filter(|&adverb| adverb > from + 1 && self.comma(cue.0))?;
        let small = self.pos(adverb) == Pos::Adv && self.comma(adverb);
        if small { self.phrase_before(adverb - 1, from) } else { None }
    }

    /// "Lund's claim that", "his repeated promise to": whose it is.
    pub(crate) fn possessor(&self, cue: Run) -> Option<Run> {
        let noun = self.pos(cue.1 - 1) == Pos::Noun && self.analysis.lexicon[cue.1 - 1].is_some();
        let (from, _) = self.sentence_at(cue.0);
        let whose = (from..cue.1 - 1).rev().take(3).find(|&i| self.pos(i) != Pos::Adj)?;
        if !noun || self.analysis.quoted[whose] != self.analysis.quoted[cue.0] {
            return None;
        }
        if self.is(whose, &["his", "her", "their", "its"]) {
            return Some((whose, whose + 1));
        }
        let clitic = self.is(whose, &["'s", "’s"]);
        let start = (from..whose).rev().take(SEGMENT).take_while(|&i| self.nominal(i)).last()?;
        clitic.then_some((start, whose + 1))
    }

    /// "The report by the bank – which was written for Ann Berg – found": the subject before what dashes enclose.
    pub(crate) fn dashed(&self, cue: Run) -> Option<Run> {
        self.finite(cue)?;
        let (from, _) = self.sentence_at(cue.0);
        let dash = |i: &usize| self.analysis.form(*i).shape == Shape::Dash && self.analysis.quoted[*i] == state::OUT;
        let close = cue.0.checked_sub(1).filter(|close| *close > from && dash(close))?;
        let open = (from + 1..close).find(dash)?;
        let inside = |i: usize| self.nominal(i) || matches!(self.pos(i), Pos::Adp | Pos::Cconj);
        let subject = self.is(open + 1, &["who", "which", "whose", "where"])
            && (from..open).all(inside)
            && !matches!(self.pos(from), Pos::Adp | Pos::Cconj);
        subject.then_some((from, open))
    }

    /// "Customers we spoke to say": the head of a relative clause without its pronoun.
    pub(crate) fn contact(&self, source: Run, cue: Run) -> Option<Run> {
        // "a claim | the ministry said was false": what is judged is nobody.
        let own = source.0 + 2;
        let claim = self.pos(source.0) == Pos::Det
            && source.1 == cue.0
            && Pack::of(Some("en")).content_noun.has(&self.analysis.lower(source.0 + 1));
        if claim && own < source.1 && matches!(self.pos(own), Pos::Propn | Pos::Det | Pos::Pron) {
            return Some((own, source.1));
        }
        let alone = source.1 == source.0 + 1 && source.1 == cue.0 && self.pos(source.0) == Pos::Pron;
        let verb = cue.1.checked_sub(1).filter(|&verb| verb >= cue.0 + 2 && self.analysis.candidate[verb])?;
        let inner = matches!(self.pos(cue.0), Pos::Verb | Pos::Aux)
            && matches!(self.pos(verb - 1), Pos::Adp | Pos::Part | Pos::Verb);
        let (from, _) = self.sentence_at(source.0);
        let noun = source.0 > from && matches!(self.pos(source.0 - 1), Pos::Noun | Pos::Propn);
        if !(alone && inner && noun) || self.is(source.0, &["who", "which", "that"]) {
            return None;
        }
        self.phrase_before(source.0, from)
    }

    /// "Neither Ann Berg nor Paul Lund said": both of them.
    pub(crate) fn neither(&self, source: Run) -> Option<Run> {
        let nor = source.0.checked_sub(1).filter(|&nor| self.is(nor, &["nor"]))?;
        let (from, _) = self.sentence_at(source.0);
        let neither = (from..nor).rev().take(SEGMENT).find(|&i| self.is(i, &["neither"]))?;
        (neither + 1..nor)
            .all(|i| self.nominal(i) || self.analysis.form(i).shape == Shape::Comma)
            .then_some((neither, source.1))
    }

    /// "It hit the boat, which was on patrol, the bureau said": the subject right before the cue, where the source begins before
    /// another verb.
    pub(crate) fn nearer(&self, source: Run, cue: Run) -> Option<Run> {
        let (start, end) = self.straight(cue)?;
        let verb = self.analysis.has_finite((source.0, start));
        (start > source.0 && end == cue.0 && self.comma(start) && verb).then_some((start, end))
    }

    /// "Lund, who came to his senses after Berg lost, called the vote a mistake": what a preposition leads and a clause ends is no
    /// subject; that of the sentence is.
    pub(crate) fn main_subject(&self, source: Run, cue: Run) -> Option<Run> {
        let (from, _) = self.sentence_at(source.0);
        let before = source.0.checked_sub(1).filter(|&before| before >= from && source.1 <= cue.0)?;
        // "mounted a campaign in 2024 that | challenged": a number is no subject either.
        let number = (source.0..source.1).all(|i| self.pos(i) == Pos::Num || self.is(i, &["that", "which"]));
        let clause = (source.0 + 1..source.1).any(|i| self.analysis.tag(i).is_finite() && !self.entities.covers(i));
        // "after Berg tried to overturn | the vote, called it a mistake": nor is the object of a verb.
        let object = self.pos(before) == Pos::Verb && self.comma(source.1 + 1);
        let oblique = self.pos(before) == Pos::Adp && (clause || number) || object;
        let goes_on = self.comma(cue.0) || cue.0 > from && self.is(cue.0 - 1, &["and", "but"]);
        if !oblique || !goes_on {
            return None;
        }
        let mention = self.entities.inside(from, source.0).first().filter(|mention| mention.start <= from + 1)?;
        (mention.subject && !mention.quoted).then_some((mention.start, mention.to))
    }

    /// "His journey from the mines to | a seat in parliament shows", "several studies, including one by | the bank, found": a phrase
    /// behind a preposition is a part of the subject, and what is included in it the subject's, too.
    pub(crate) fn whole_phrase(&self, source: Run, cue: Run) -> Option<Run> {
        self.finite(cue)?;
        let (from, _) = self.sentence_at(source.0);
        let comma = |i: &usize| self.analysis.form(*i).shape == Shape::Comma;
        if source.1 + 1 == cue.0 && self.comma(cue.0) {
            let open = (from + 1..source.0).rev().take(SEGMENT).find(comma)?;
            let plain = (open + 2..source.0).all(|i| self.nominal(i) || matches!(self.pos(i), Pos::Cconj | Pos::Adp));
            let start = (from..open).rev().take(SEGMENT).take_while(|&i| self.nominal(i)).last()?;
            let begins = from + usize::from(self.pos(from) == Pos::Cconj);
            return (plain && start == begins && self.is(open + 1, &["including"])).then_some((start, open));
        }
        let open = (from..source.0).rev().take(SEGMENT).find(comma).map_or(from, |comma| comma + 1);
        let first = (open..source.0).find(|&i| !matches!(self.pos(i), Pos::Adv | Pos::Cconj))?;
        let oblique = source.1 == cue.0 && self.pos(source.0 - 1) == Pos::Adp;
        let noun = matches!(self.pos(first), Pos::Det | Pos::Adj | Pos::Noun)
            || self.is(first, &["his", "her", "its", "their"]);
        let inside = |i: usize| {
            (self.nominal(i) || matches!(self.pos(i), Pos::Adp | Pos::Pron))
                && !self.is(i, &["who", "which", "that", "whom"])
        };
        let whole = source.0 - first <= SEGMENT && (first..source.0).all(inside);
        (oblique && noun && whole).then_some((first, source.1))
    }

    /// "The demands that the Russians are talking about", "a model – who Berg said": who is the subject of the clause, not what it
    /// describes.
    pub(crate) fn clause_subject(&self, source: Run, cue: Run) -> Option<Run> {
        let that = (source.0..source.1).rev().find(|&i| self.is(i, &["that", "which", "whom", "who"]))?;
        let subject = (that + 1..source.1).all(|i| self.nominal(i) || self.pos(i) == Pos::Pron);
        (that + 1 < source.1 && source.1 == cue.0 && subject).then_some((that + 1, source.1))
    }

    /// "Beijing considers": a name with a reporting verb that the tagger took for a noun.
    pub(crate) fn trailing_verb(&self, source: Run, cue: Run) -> Option<Run> {
        let last = source.1.checked_sub(1).filter(|&last| last > source.0 && source.1 <= cue.0)?;
        let verb = self.analysis.lexicon[last].is_some_and(|entry| entry.part == Part::Verb);
        let small = !self.analysis.form(last).is_capital() && self.analysis.lower(last).ends_with('s');
        let named = self.entities.inside(source.0, last).last().is_some_and(|mention| mention.to == last);
        (verb && small && named).then_some((source.0, last))
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::speakers::testing::last_speaker;

    #[test]
    fn a_description_may_stand_before_the_name_and_where_somebody_is_from_behind_it() {
        let text =
            "Fellow protester, mechanical engineer Richard Weir, 60, from Corvo, North Tarn, said: “We are ready.”";
        assert_eq!(last_speaker(text, "en").as_deref(), Some("Richard Weir"));
    }
}
