//! What a date is made of, and where one begins.

use std::cell::OnceCell;

use super::civil::Day;
use super::pack::Pack;
use crate::claims::frame::pieces::{Piece, PieceKind};
use crate::claims::types::Precision;

/// A date as read: its pieces, and its value where it has one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    /// First piece.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// ISO 8601 and how precise it is; `None` if it depends on a day of publication that is not known.
    pub value: Option<(String, Precision)>,
}

/// What is at hand when a text is searched.
pub(super) struct Finder<'a> {
    pub text: &'a str,
    pub pieces: &'a [Piece],
    pub pack: &'a Pack,
    pub published: Option<Day>,
    /// Whether "03/04/2024" begins with the day, where other dates of the text tell.
    pub order: OnceCell<Option<bool>>,
}

impl Finder<'_> {
    /// The date that begins at piece `at`.
    pub fn date(&self, at: usize) -> Option<Found> {
        let piece = self.pieces.get(at)?;
        let found = match piece.kind {
            PieceKind::Digits => {
                let decade = self.numeric(at).or_else(|| self.decade(at)).or_else(|| self.day_first(at));
                decade.or_else(|| self.ago(at, at)).or_else(|| self.year(at))
            }
            PieceKind::Word => self
                .weekday(at)
                .or_else(|| self.month_first(at))
                .or_else(|| self.relative(at))
                .or_else(|| self.weekend(at))
                .or_else(|| self.holiday(at))
                .or_else(|| self.quarter(at))
                .or_else(|| self.season(at))
                .or_else(|| self.decade_named(at))
                .or_else(|| self.ago_in_words(at)),
            PieceKind::Mark => None,
        }?;
        Some(self.with_time(found))
    }

    pub(super) fn word(&self, at: usize) -> Option<&str> {
        self.pieces.get(at).filter(|piece| piece.kind == PieceKind::Word).map(|piece| piece.folded.as_str())
    }

    pub(super) fn mark(&self, at: usize, marks: &[&str]) -> bool {
        self.pieces.get(at).is_some_and(|piece| piece.kind == PieceKind::Mark && marks.contains(&piece.folded.as_str()))
    }

    pub(super) fn breaks(&self, at: usize) -> bool {
        self.pieces.get(at).is_none_or(|piece| piece.breaks)
    }

    /// Digits without separators, `length` of them at most, and their value.
    pub(super) fn digits(&self, at: usize, lengths: std::ops::RangeInclusive<usize>) -> Option<u32> {
        let piece = self.pieces.get(at).filter(|piece| piece.kind == PieceKind::Digits)?;
        (lengths.contains(&piece.folded.len()) && piece.folded.bytes().all(|b| b.is_ascii_digit()))
            .then(|| piece.folded.parse().ok())
            .flatten()
    }

    /// A year of four digits, not glued to anything.
    pub(super) fn plain_year(&self, at: usize) -> Option<i32> {
        let glued = self
            .pieces
            .get(at + 1)
            .is_some_and(|after| !after.spaced && (after.kind != PieceKind::Mark || after.is("%")));
        let year = self.digits(at, 4..=4).filter(|year| (1500..2100).contains(year) && !glued)?;
        i32::try_from(year).ok()
    }
}
