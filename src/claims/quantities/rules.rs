//! What looks like a quantity and is none: years, labels, ages, telephone numbers, pronouns.

use super::counted::Unit;
use super::find::Finder;
use super::words::{Number, word};
use crate::claims::frame::pieces::PieceKind;
use crate::text::pos::{Pos, Tag};

impl Finder<'_> {
    /// Whether it is a quantity at all, and no year, label, score or pronoun.
    pub(super) fn counts(&self, at: usize, number: &Number, range: bool, unit: Option<&Unit>, bounded: bool) -> bool {
        let piece = &self.pieces[at];
        if number.bare && !number.fraction && !range {
            let before = word(self.pieces, at.wrapping_sub(1)).unwrap_or("");
            let noun = unit.is_some_and(|unit| !self.pack.not_one.has(&unit.name));
            return noun && !self.pack.pronoun_before.has(before);
        }
        // "by a third man": an ordinal.
        let named = self
            .tags
            .get(number.end)
            .copied()
            .flatten()
            .is_some_and(|tag| matches!(tag.pos, Pos::Noun | Pos::Propn) && !self.pieces[number.end].breaks);
        if number.fraction && self.pack.english && number.end == at + 2 && self.pack.article.has(&piece.folded) && named
        {
            return false;
        }
        if piece.kind == PieceKind::Word {
            let small = number.value <= 12.0 && !number.fraction && !number.vague && number.factor == 1.0;
            // "the two said", "one": numbers of a few that count nothing named are pronouns.
            return !small || unit.is_some() || range || bounded || self.tells_of_some(at, number);
        }
        if !number.plain {
            return true;
        }
        if let Some(after) = self.pieces.get(number.end).filter(|after| !after.breaks)
            && (self.pack.not_counted.has(&after.folded) || self.is_half_of_day(number.end))
        {
            return false;
        }
        if self.pack.comma && self.is_ordinal(number) {
            return false;
        }
        if self.is_telephone(at, number.end) || unit.is_none() && self.is_aside(at, number) {
            return false;
        }
        let digits = piece.folded.as_str();
        let year =
            digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit()) && (1500.0..2100.0).contains(&number.value);
        if year && !(bounded && unit.is_some()) && unit.is_none_or(|unit| unit.name != "percent") {
            // What is no date ("2024 soldiers marched") counts, if it counts something.
            let plural = unit.is_some_and(|unit| unit.end > number.end);
            if !plural {
                return false;
            }
        }
        let before = at.checked_sub(1).map(|before| &self.pieces[before]).filter(|_| !piece.breaks);
        if let Some(before) = before {
            let label = if before.is(".") && !before.spaced {
                word(self.pieces, at.wrapping_sub(2))
            } else {
                Some(before.folded.as_str())
            };
            if label.is_some_and(|label| self.pack.label.has(label))
                && !bounded
                && unit.is_none_or(|unit| unit.name != "percent")
            {
                return false;
            }
            let named = matches!(self.tags.get(at - 1).copied().flatten(), Some(Tag { pos: Pos::Propn, .. }));
            if named && unit.is_none() {
                return false;
            }
        }
        true
    }

    /// "twelve were hurt", "four of them died", but not "the two were seen", who are somebody the text has named.
    fn tells_of_some(&self, at: usize, number: &Number) -> bool {
        let before = word(self.pieces, at.wrapping_sub(1)).unwrap_or("");
        let known = self.pack.pronoun_before.has(before) && self.same_line(at - 1, at);
        let told = self.pack.of_some.starting(|i| word(self.pieces, i), number.end).is_some();
        told && !known && number.value > 1.0 && self.same_line(at, number.end)
    }

    /// "3.40 a.m.": the time of day.
    fn is_half_of_day(&self, at: usize) -> bool {
        let stop = self.pieces.get(at + 1).is_some_and(|piece| piece.is("."));
        let half = matches!(word(self.pieces, at), Some("a" | "p")) && word(self.pieces, at + 2) == Some("m");
        self.pack.english && half && stop
    }

    /// "a 12-year-old", "aged 12", "der 19-Jährige", "19 Jahre alt".
    pub(super) fn is_age(&self, at: usize, end: usize) -> bool {
        // The word may be the unit already, and hyphens part its words.
        let words: Vec<&str> = self.pieces[at + 1..]
            .iter()
            .take(end - at + 5)
            .take_while(|piece| !piece.breaks && (piece.kind == PieceKind::Word || piece.is_dash() && !piece.spaced))
            .filter(|piece| piece.kind == PieceKind::Word)
            .map(|piece| piece.folded.as_str())
            .collect();
        let word_at = |at: usize| words.get(at).copied();
        let behind = (0..words.len().min(2)).any(|from| self.pack.age.starting(word_at, from).is_some());
        behind || self.pack.age_before.ending(|i| word(self.pieces, i), at).is_some()
    }

    /// Groups of digits that stand side by side: "0800 555 0199", "+49 30 1234567".
    fn is_telephone(&self, at: usize, end: usize) -> bool {
        let same = |at: usize| self.is_digits(at) && !self.pieces[at].breaks && !self.dated[at];
        let before = at > 0 && !self.pieces[at].breaks && self.is_digits(at - 1) && !self.dated[at - 1];
        before || same(end) || at > 0 && self.pieces[at - 1].is("+") && !self.pieces[at].spaced
    }

    /// An age between commas, "the actor, 44, has denied", or a number in brackets behind a name.
    fn is_aside(&self, at: usize, number: &Number) -> bool {
        let (Some(before), Some(after)) = (at.checked_sub(1).map(|at| &self.pieces[at]), self.pieces.get(number.end))
        else {
            return false;
        };
        let commas = before.is(",") && (after.is(",") || after.is("."));
        (commas || before.is("(") && after.is(")"))
            && (1.0..=115.0).contains(&number.value)
            && number.value.fract() == 0.0
    }

    /// "am 3. Tag": a point after small digits, with more of the sentence behind it.
    pub(super) fn is_ordinal(&self, number: &Number) -> bool {
        self.pack.capital_nouns
            && number.value <= 100.0
            && self.pieces.get(number.end).is_some_and(|piece| piece.is(".") && !piece.spaced)
            && self.pieces.get(number.end + 1).is_some_and(|piece| piece.kind == PieceKind::Word && !piece.breaks)
    }
}
