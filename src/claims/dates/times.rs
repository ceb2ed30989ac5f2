//! The time of day beside a date: "12 Jan 2022 | 09:26 PM", "06:45 on 2 March", "am Montag gegen 14.30 Uhr".

use super::find::{Finder, Found};
use crate::claims::types::Precision;

impl Finder<'_> {
    /// A date with the time of day behind or before it.
    pub(super) fn with_time(&self, found: Found) -> Found {
        let Some((date, Precision::Day)) = &found.value else { return found };
        if date.contains('/') {
            return found;
        }
        let mut at = found.end;
        if self.mark(at, &[",", "|", "–", "-", "·"])
            || self.word(at).is_some_and(|word| self.pack.time.has(word) || word == "t")
        {
            at += 1;
        }
        let behind = self.clock(at).map(|(hour, minute, end)| (hour, minute, found.start, end));
        // "at 6 pm on Friday": the time ends where the date or its preposition begins.
        let joined = self.word(found.start.wrapping_sub(1)).is_some_and(|word| self.pack.at.has(word));
        let until = found.start - usize::from(joined);
        let before = || {
            (until.saturating_sub(7)..until).find_map(|from| {
                let (hour, minute, end) = self.clock(from)?;
                (end == until && !self.breaks(until)).then_some((hour, minute, from, found.end))
            })
        };
        match behind.or_else(before) {
            Some((hour, minute, start, end)) => {
                let value = Some((format!("{date}T{hour:02}:{minute:02}"), Precision::Minute));
                Found { start, end, value }
            }
            None => found,
        }
    }

    /// A time of day at a piece, and one past it: "09:26 PM", "14.30 Uhr", "6 a.m.", "14h30", "noon".
    fn clock(&self, at: usize) -> Option<(u32, u32, usize)> {
        let piece = self.pieces.get(at).filter(|piece| !piece.breaks)?;
        if let Some(hour) = self.word(at).and_then(|word| self.pack.clock.number(word)) {
            return Some((hour as u32, 0, at + 1));
        }
        let glued = |at: usize| self.pieces.get(at).is_some_and(|piece| !piece.spaced);
        let (hour, mut minute, mut end) = if let Some((hour, minute)) = piece.folded.split_once('.') {
            (hour.parse().ok()?, (minute.len() == 2).then(|| minute.parse().ok())??, at + 1)
        } else {
            (self.digits(at, 1..=2)?, 0, at + 1)
        };
        let mut known = false;
        if self.mark(end, &[":"])
            && glued(end)
            && glued(end + 1)
            && let Some(minutes) = self.digits(end + 1, 2..=2)
        {
            (minute, end, known) = (minutes, end + 2, true);
            if self.mark(end, &[":"]) && glued(end) && self.digits(end + 1, 2..=2).is_some() {
                end += 2;
            }
        }
        let mut hour = hour;
        let half = self.half_of_day(end);
        match half {
            Some((after, true)) if hour <= 12 => (hour, end, known) = (hour % 12 + 12, after, true),
            Some((after, false)) if hour <= 12 => (hour, end, known) = (hour % 12, after, true),
            _ => {}
        }
        let suffix = self.word(end).and_then(|word| self.pack.clock.get(word));
        if suffix == Some("hours") {
            (end, known) = (end + 1, true);
            // "14h30"
            if glued(end)
                && let Some(minutes) = self.digits(end, 2..=2).filter(|_| minute == 0)
            {
                (minute, end) = (minutes, end + 1);
            }
        } else if self.word(end) == Some("z") && glued(end) {
            end += 1;
        }
        (known && hour < 24 && minute < 60).then_some((hour, minute, end))
    }

    /// "am", "p.m.": one past it, and whether it is the second half.
    fn half_of_day(&self, at: usize) -> Option<(usize, bool)> {
        let word = self.word(at)?;
        if matches!(word, "am" | "pm") {
            // German "am" is a preposition.
            return self.pack.english.then_some((at + 1, word == "pm"));
        }
        let dotted = self.mark(at + 1, &["."]) && self.word(at + 2) == Some("m") && matches!(word, "a" | "p");
        let end = at + 3 + usize::from(self.mark(at + 3, &["."]) && !self.breaks(at + 3));
        dotted.then_some((end, word == "p"))
    }
}
