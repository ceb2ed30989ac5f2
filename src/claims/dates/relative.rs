//! Days, weeks, months and years counted from the day of publication: "yesterday", "two weeks ago".

use super::find::{Finder, Found};
use super::periods::{decade_of, week_of};
use super::tense::Tense;
use crate::claims::frame::pieces::PieceKind;
use crate::claims::types::Precision;

impl Finder<'_> {
    /// "yesterday", "last month", "this year".
    pub(super) fn relative(&self, at: usize) -> Option<Found> {
        let word = |i: usize| self.pieces.get(i).filter(|piece| i == at || !piece.breaks).and_then(|_| self.word(i));
        if let Some((end, days)) = self.pack.day.starting(word, at) {
            let date = self.published.and_then(|published| published.plus(days.parse().ok()?));
            return Some(Found { start: at, end, value: date.map(|date| (date.iso(), Precision::Day)) });
        }
        if let Some((end, months)) = self.pack.month_shift.starting(word, at) {
            let month = self.published.and_then(|published| published.month_plus(months.parse().ok()?));
            return Some(Found {
                start: at,
                end,
                value: month.map(|(year, month)| (format!("{year:04}-{month:02}"), Precision::Month)),
            });
        }
        if let Some((end, weeks)) = self.pack.week_shift.starting(word, at) {
            let week = self.published.and_then(|published| published.plus(weeks.parse::<i64>().ok()? * 7));
            return Some(Found { start: at, end, value: week.and_then(week_of) });
        }
        if self.is_morrow(at) {
            let value = self.published.and_then(|published| published.plus(1)).map(|day| (day.iso(), Precision::Day));
            return Some(Found { start: at, end: at + 1, value });
        }
        let (end, years) = self.pack.year_shift.starting(word, at)?;
        let year = self.published.and_then(|published| Some(published.year + years.parse::<i32>().ok()?));
        Some(Found { start: at, end, value: year.map(|year| (format!("{year:04}"), Precision::Year)) })
    }

    /// "two days ago", "vor drei Wochen", "hace un mes".
    pub(super) fn ago_in_words(&self, at: usize) -> Option<Found> {
        if let Some((count, _)) = self.pack.before_ago.starting(|i| self.word(i), at) {
            return self.ago(at, count);
        }
        if let Some((count, _)) = self.pack.in_time.starting(|i| self.word(i), at) {
            return self.ago(at, count).filter(|found| self.tense(at, found.end) == Tense::Ahead);
        }
        self.pack.number.get(self.word(at)?)?;
        self.ago(at, at)
    }

    pub(super) fn ago(&self, start: usize, count: usize) -> Option<Found> {
        let number = match self.word(count) {
            Some(word) => self.pack.number.number(word)? as i64,
            None => i64::from(self.digits(count, 1..=3)?),
        };
        let unit = self.word(count + 1)?;
        let mut end = count + 2;
        // "in two weeks" lies ahead.
        let ahead = start < count && self.word(start).is_some_and(|word| self.pack.in_time.has(word));
        let number = if ahead { -number } else { number };
        if start == count {
            self.pack.ago.get(self.word(end)?)?;
            end += 1;
        }
        let published = self.published;
        let value = if let Some(days) = self.pack.day_unit.number(unit) {
            published.and_then(|day| day.plus(-number * days as i64)).map(|day| (day.iso(), Precision::Day))
        } else if let Some(months) = self.pack.month_unit.number(unit) {
            let month = published.and_then(|day| day.month_plus(-number * months as i64));
            month.map(|(year, month)| (format!("{year:04}-{month:02}"), Precision::Month))
        } else if let Some(weeks) = self.pack.week_unit.number(unit) {
            published.and_then(|day| day.plus(-number * 7 * weeks as i64)).and_then(week_of)
        } else {
            let years = self.pack.year_unit.number(unit)? as i64;
            if years == 10 {
                let year = published.and_then(|day| i32::try_from(i64::from(day.year) - number * years).ok());
                return Some(Found { start, end, value: year.and_then(decade_of) });
            }
            let year = published.map(|day| i64::from(day.year) - number * years).filter(|year| *year > 0);
            year.map(|year| (format!("{year:04}"), Precision::Year))
        };
        Some(Found { start, end, value })
    }

    /// "morgen", "mañana": the day after, where it is not the morning ("am Morgen", "gestern Morgen", "la mañana").
    fn is_morrow(&self, at: usize) -> bool {
        if !self.word(at).is_some_and(|word| self.pack.morrow.has(word)) {
            return false;
        }
        let before = at.checked_sub(1).map(|before| &self.pieces[before]).filter(|_| !self.pieces[at].breaks);
        let opens = before.is_none_or(|before| before.kind == PieceKind::Mark && !before.is(","));
        let capital = self.pieces[at].span.of(self.text).starts_with(char::is_uppercase);
        let morning = before.is_some_and(|before| {
            let word = before.folded.as_str();
            self.pack.article.has(word)
                || self.pack.recurring.has(word)
                || self.pack.day.has(word)
                || self.pack.weekday.has(word)
        });
        !morning && (!capital || opens)
    }
}
