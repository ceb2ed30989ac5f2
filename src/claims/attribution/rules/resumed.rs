//! "Об этом сообщил мэр.", "Así lo reconoció ayer la edil.", "Dat maakte de wethouder bekend.": a sentence that says who said
//! what stands in the sentence before.

use super::reported::Reader;
use crate::claims::attribution::linking::{Link, Run};
use crate::learn::form::Shape;

/// How far from the head of its sentence the source begins, in words.
const REACH: usize = 6;

impl Reader<'_, '_> {
    /// The attribution of the sentence before, with the cue that is used for it.
    pub(super) fn resumed(&self, cues: &[Run]) -> Option<(Link, usize)> {
        let frame = &self.frame;
        let found = |at: usize| frame.pack.resumed.iter().find(|phrase| frame.reads(at, phrase)).map(Vec::len);
        if let Some(link) = self.resumed_behind_colon(cues, found) {
            return Some(link);
        }
        let phrase = found(frame.from);
        // "О его возбуждении | сообщила пресс-служба."
        const OWN: &[&str] = &["его", "её", "ее", "их", "случившемся", "произошедшем", "происшествии", "инциденте"];
        let russian = frame.pack.code == "ru" && frame.is(frame.from, &["о", "об"]) && frame.is(frame.from + 1, OWN);
        let owned = || cues.first().filter(|cue| russian && cue.0 <= frame.from + 3).map(|cue| cue.0 - frame.from);
        let start = frame.from + phrase.or_else(owned)?;
        let sentence = frame.analysis.sentence_of[frame.from].checked_sub(1)?;
        let before = frame.analysis.sentence(sentence as usize);
        let words = &frame.analysis.words.words;
        let beside = before.0 < before.1 && words[before.0].paragraph == words[frame.from].paragraph;
        let free = self.links.last().is_none_or(|link| link.contents.last().is_none_or(|run| run.1 <= before.0));
        if !beside {
            return None;
        }
        // Dutch has its participle at the end: "Dat heeft directeur Berg vrijdag meegedeeld".
        let dutch = frame.pack.code == "nl";
        let at = if dutch { cues.len().checked_sub(1)? } else { 0 };
        let cue = *cues.get(at)?;
        let verb = if dutch { (start, start + 1) } else { cue };
        if verb.0 > start + 3 || !(start..verb.0).all(|i| frame.is_particle(i) || frame.is_adverb(i)) {
            return None;
        }
        let source = frame.inverted(verb, frame.to).filter(|source| source.0 <= start + REACH);
        let source = source.or_else(|| frame.first_name(verb.1, frame.to))?;
        // What else the sentence says stands behind a comma: "..., quien atribuyó el retraso a «imprevistos»".
        // "Dat bevestigt ook aannemer Berg: de oplevering staat gepland voor mei."
        let colon = Some(source.1).filter(|&colon| dutch && colon + 1 < frame.to && frame.shape(colon) == Shape::Colon);
        let colon = colon.filter(|&colon| frame.out(colon) && frame.out(colon + 1));
        if let Some(colon) = colon {
            let contents = vec![frame.trimmed((colon + 1, frame.sentence_end(colon)))];
            return Some((Link { source: Some(source), cue: Some(cue), contents, ..Link::default() }, at));
        }
        if !free {
            return None;
        }
        let end = (source.1..frame.to).find(|&i| frame.is_comma(i)).unwrap_or(frame.to);
        let quiet = (start..end)
            .all(|i| frame.out(i) && frame.shape(i) != Shape::Colon && !frame.is(i, &frame.pack.complementisers));
        if !quiet {
            return None;
        }
        let (from, mut to) = before;
        while to > from && !frame.analysis.form(to - 1).is_word() {
            to -= 1;
        }
        (to - from >= 3)
            .then(|| (Link { source: Some(source), cue: Some(cue), contents: vec![(from, to)], ..Link::default() }, at))
    }

    /// "Lo stabilimento resterà aperto: lo ha annunciato Riva.": what stands before the colon is taken up behind it.
    fn resumed_behind_colon(&self, cues: &[Run], phrase: impl Fn(usize) -> Option<usize>) -> Option<(Link, usize)> {
        let frame = &self.frame;
        let romance = matches!(frame.pack.code, "it" | "es" | "pt" | "fr");
        let (at, &cue) = cues.iter().enumerate().next_back().filter(|_| romance)?;
        let colon = (frame.from..cue.0).rev().take(REACH).find(|&i| frame.shape(i) == Shape::Colon && frame.out(i))?;
        let start = colon + 1 + phrase(colon + 1)?;
        let small =
            (start..cue.0).all(|i| frame.is_particle(i) || frame.is(i, &frame.pack.auxiliaries) || frame.is_adverb(i));
        let source = frame.inverted(cue, frame.to).filter(|source| source.0 >= cue.1)?;
        let content = frame.trimmed((frame.clause_start(colon), colon));
        let closes = frame.closes(source.1);
        let free = !self.links[self.first..].iter().any(|link| link.contents.iter().any(|run| run.0 < colon));
        let plain = (content.0..content.1).all(|i| frame.out(i));
        (small && closes && free && plain && self.words(content) >= 3)
            .then(|| (Link { source: Some(source), cue: Some(cue), contents: vec![content], ..Link::default() }, at))
    }
}
