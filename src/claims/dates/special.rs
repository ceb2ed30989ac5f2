//! Days that have names of their own: weekends, and holidays with a fixed day.

use super::find::{Finder, Found};
use super::tense::Tense;
use crate::claims::types::Precision;

impl Finder<'_> {
    /// "over the weekend", "last weekend", "am kommenden Wochenende": its Saturday and Sunday.
    pub(super) fn weekend(&self, at: usize) -> Option<Found> {
        self.pack.weekend.get(self.word(at)?)?;
        let before = self.word(at.checked_sub(1)?).filter(|_| !self.breaks(at))?;
        let (last, next, this) = (self.pack.last.has(before), self.pack.next.has(before), self.pack.this.has(before));
        let definite = self.pack.article.has(before) && !self.pack.number.has(before) || self.pack.at.has(before);
        if !(last || next || this || definite) || self.pack.recurring.has(before) {
            return None;
        }
        let start = if last || next || this { at - 1 } else { at };
        let value = self.published.and_then(|published| {
            // The Saturday that is or was last.
            let since = (i64::from(published.weekday()) - 6).rem_euclid(7);
            let ahead = next || !last && self.tense(at, at + 1) != Tense::Back && (this || self.ahead(at));
            let days = match () {
                () if last && since <= 1 => -since - 7,
                () if ahead && !(this && since <= 1) => 7 - since,
                () => -since,
            };
            let saturday = published.plus(days)?;
            Some((format!("{}/{}", saturday.iso(), saturday.plus(1)?.iso()), Precision::Day))
        });
        Some(Found { start, end: at + 1, value })
    }

    fn ahead(&self, at: usize) -> bool {
        self.tense(at, at + 1) == Tense::Ahead
    }

    /// "on New Year's Eve", "an Heiligabend 2021": the file gives month and day.
    pub(super) fn holiday(&self, at: usize) -> Option<Found> {
        let (end, date) = self.pack.holiday.starting(|i| self.word(i), at)?;
        let (month, day) = date.split_once('-')?;
        let led = self.word(at.checked_sub(1)?).is_some_and(|before| {
            self.pack.before.has(before) || self.pack.at.has(before) || self.pack.article.has(before)
        });
        let (year, after) = self.year_after(end);
        let found = self.day_of_month(at, end, day.parse().ok()?, month.parse().ok()?, year);
        found.filter(|_| led).map(|found| Found { end: after, ..found })
    }
}
