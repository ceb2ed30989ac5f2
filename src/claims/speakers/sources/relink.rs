//! Attributions whose parts the tagger mixed up, linked anew: a source taken for what is said, words that tell where a quotation is
//! from, a cue behind the contents.

use super::resolve::Resolver;
use crate::claims::attribution::analysis::state;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::speakers::words::class;
use crate::learn::form::Shape;
use crate::text::pos::Pos;

impl Resolver<'_> {
    /// "In der Sendung „Der Tag“ sagte Berg: „...“", "Wie Berg vor der Wahl sagte": a noun before the verb is no source where a
    /// preposition opens the sentence and the name stands behind the verb, or where "wie" opens it and the name follows.
    pub(crate) fn german(&self, link: &Link) -> Option<Link> {
        let (source, cue) = link.source.zip(link.cue).filter(|(source, cue)| source.1 <= cue.0)?;
        let (from, _) = self.sentence_at(cue.0);
        let opens = |words: &[&str]| self.is(from, words);
        let mark = |i: usize| {
            matches!(self.analysis.words.of(i), ":" | "," | ".") || self.analysis.quoted.get(i) != Some(&state::OUT)
        };
        let name = if opens(&["in", "bei", "auf", "nach", "im", "am", "beim", "zu", "vor", "mit", "an", "während"]) {
            self.entities
                .inside(cue.1, cue.1 + 4)
                .first()
                .filter(|mention| mention.start <= cue.1 + 1 && mark(mention.to))?
        } else if opens(&["wie"]) && source.0 > from + 1 {
            self.entities.inside(from + 1, source.0).first().filter(|mention| mention.start <= from + 2)?
        } else {
            return None;
        };
        Some(Link { source: Some((name.start, name.to)), ..link.clone() })
    }

    /// "“...,” said the chef": the phrase behind the cue was taken for a content of its own.
    pub(crate) fn swallowed(&self, link: &Link, cue: Run) -> Option<Link> {
        let behind = *link.contents.iter().find(|run| run.0 == cue.1).filter(|_| link.source.is_none())?;
        let before = cue.0.checked_sub(1)?;
        let (from, _) = self.sentence_at(cue.0);
        let quoted = link.contents.iter().any(|run| run.1 <= cue.0 && self.analysis.quoted[run.0] == state::IN);
        // "The bridge must close, said the mayor": nothing is left of what was said, so that it is the clause before.
        let comma = self.analysis.form(before).shape == Shape::Comma && before > from;
        let clause =
            comma && link.contents.len() == 1 && (from..before).any(|i| matches!(self.pos(i), Pos::Verb | Pos::Aux));
        let name = self.entities.inside(behind.0, behind.1).iter().find(|mention| self.is_person(mention.entity));
        let end = (behind.0..behind.1).find(|&i| self.analysis.form(i).shape == Shape::Comma);
        let source = match (name, end) {
            // "said the mayor, Ann Berg, to cheers"
            (Some(name), Some(end)) if name.start == end + 1 => (behind.0, name.to),
            (_, Some(end)) => (behind.0, end),
            _ => behind,
        };
        let person = class::PERSON | class::UNNAMED | class::ALIAS;
        let noun = self.analysis.last_word(source)?;
        let named = name.is_some_and(|name| name.to == source.1);
        let names = self.class(noun) & person != 0 && self.pos(source.0) == Pos::Det || named;
        let plain = (source.0..source.1)
            .all(|i| self.nominal(i) || self.analysis.form(i).shape == Shape::Comma || self.pos(i) == Pos::Adp);
        let mut contents: Vec<Run> = link.contents.iter().copied().filter(|run| *run != behind).collect();
        if clause && !quoted {
            contents.push((from, before));
        }
        let whole = names && plain && source.1 - source.0 <= 10 && self.finite(cue).is_some() && !contents.is_empty();
        whole.then(|| Link { source: Some(source), contents, ..link.clone() })
    }

    /// "..., as quoted by the Post": where words are taken from is none of them.
    pub(crate) fn second_hand(&self, link: &Link) -> Option<Link> {
        let quoted = |run: &Run| {
            self.is(run.0, &["as"])
                && self.is(run.0 + 1, &["quoted", "cited", "reported"])
                && self.is(run.0 + 2, &["by", "in"])
        };
        let contents: Vec<Run> = link.contents.iter().copied().filter(|run| !quoted(run)).collect();
        (!contents.is_empty() && contents.len() < link.contents.len()).then(|| Link { contents, ..link.clone() })
    }

    /// "some calling her out, saying that she lied and calling on her to go": a participle behind "and" has the source of the
    /// one before.
    pub(crate) fn goes_on(&self, link: &Link, before: &Link) -> Option<Run> {
        let (cue, earlier) = (link.cue?, before.cue?);
        let participle = |cue: Run| self.analysis.lower(cue.0).ends_with("ing");
        let source = before.source.filter(|source| link.source.is_none_or(|own| own.1 <= source.0))?;
        let joined = cue.0 > 0 && self.is(cue.0 - 1, &["and"]) && participle(cue) && participle(earlier);
        let same = self.analysis.sentence_of[cue.0] == self.analysis.sentence_of[earlier.0] && earlier.0 < cue.0;
        (joined && same && self.language == "en").then_some(source)
    }

    /// "Cuts will be announced in May, said chair Ann Berg", "That being said, “...,” he said": where no source stands with the
    /// cue, the one behind the words that are said.
    pub(crate) fn behind_contents(&self, link: &Link) -> Option<Link> {
        let idle = |run: Run| self.is(run.0, &["that"]) && self.is(run.1 - 1, &["being"]);
        if link.source.is_some_and(|source| !idle(source)) {
            return None;
        }
        let last = link.contents.last()?;
        if let Some(cue) = link.cue.filter(|cue| link.source.is_some() && last.1 <= cue.0) {
            return self.straight(cue).map(|source| Link { source: Some(source), ..link.clone() });
        }
        let cue = link.cue.filter(|cue| cue.0 < last.0 || last.1 <= cue.0)?;
        let from = last.1.max(cue.1);
        let (_, to) = self.sentence_at(from.checked_sub(1)?);
        let mark = (from..to.min(from + 3)).take_while(|&i| !self.analysis.form(i).is_word()).last()?;
        let marked = (from..=mark).any(|i| self.analysis.quoted[i] == state::CLOSE || self.shape_is_comma(i));
        let says = |i: usize| i < to && self.analysis.candidate[i] && self.finite((i, i + 1)).is_some();
        let first = mark + 1;
        let run = if says(first) {
            let named = self.entities.inside(first + 1, to.min(first + 12)).iter();
            let mention = named.clone().find(|mention| self.is_person(mention.entity))?;
            let led = (first + 1..mention.start)
                .all(|i| self.nominal(i) || self.pos(i) == Pos::Adv || self.pos(i) == Pos::Verb);
            ((first + 1, mention.to), first, led)
        } else {
            let pronoun = self.is(first, &["he", "she", "they"]) && says(first + 1);
            ((first, first + 1), first + 1, pronoun)
        };
        let (source, verb, fits) = run;
        (marked && fits).then(|| Link { source: Some(source), cue: Some((verb, verb + 1)), ..link.clone() })
    }

    /// Whether a word is a comma.
    fn shape_is_comma(&self, i: usize) -> bool {
        self.analysis.form(i).shape == Shape::Comma
    }
}
