//! Where dates stand, and which day each of them is.

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
}

impl Finder<'_> {
    /// The date that begins at piece `at`.
    pub fn date(&self, at: usize) -> Option<Found> {
        let piece = self.pieces.get(at)?;
        let found = match piece.kind {
            PieceKind::Digits => {
                self.numeric(at).or_else(|| self.day_first(at)).or_else(|| self.ago(at, at)).or_else(|| self.year(at))
            }
            PieceKind::Word => self
                .weekday(at)
                .or_else(|| self.month_first(at))
                .or_else(|| self.relative(at))
                .or_else(|| self.ago_in_words(at)),
            PieceKind::Mark => None,
        }?;
        Some(self.with_time(found))
    }

    fn word(&self, at: usize) -> Option<&str> {
        self.pieces.get(at).filter(|piece| piece.kind == PieceKind::Word).map(|piece| piece.folded.as_str())
    }

    fn mark(&self, at: usize, marks: &[&str]) -> bool {
        self.pieces.get(at).is_some_and(|piece| piece.kind == PieceKind::Mark && marks.contains(&piece.folded.as_str()))
    }

    fn breaks(&self, at: usize) -> bool {
        self.pieces.get(at).is_none_or(|piece| piece.breaks)
    }

    /// Digits without separators, `length` of them at most, and their value.
    fn digits(&self, at: usize, lengths: std::ops::RangeInclusive<usize>) -> Option<u32> {
        let piece = self.pieces.get(at).filter(|piece| piece.kind == PieceKind::Digits)?;
        (lengths.contains(&piece.folded.len()) && piece.folded.bytes().all(|b| b.is_ascii_digit()))
            .then(|| piece.folded.parse().ok())
            .flatten()
    }

    /// A year of four digits, not glued to anything.
    fn plain_year(&self, at: usize) -> Option<i32> {
        let glued = self
            .pieces
            .get(at + 1)
            .is_some_and(|after| !after.spaced && (after.kind != PieceKind::Mark || after.is("%")));
        let year = self.digits(at, 4..=4).filter(|year| (1500..2100).contains(year) && !glued)?;
        i32::try_from(year).ok()
    }

    /// "2022-01-12", "12/01/2022", "12.01.2022".
    fn numeric(&self, at: usize) -> Option<Found> {
        if at > 0
            && !self.pieces[at].spaced
            && self.pieces[at - 1].kind == PieceKind::Mark
            && self.mark(at - 1, &["/", "-", ".", ":", "#", "_"])
        {
            return None;
        }
        if let Some([day, month, year]) = self.dotted(at) {
            let year = if year < 100 { 2000 + year } else { year };
            let date = Day::new(i32::try_from(year).ok()?, month, day)?;
            return Some(Found { start: at, end: at + 1, value: Some((date.iso(), Precision::Day)) });
        }
        let separator = self.pieces.get(at + 1).filter(|piece| !piece.spaced && (piece.is("-") || piece.is("/")))?;
        let same = self.pieces.get(at + 3).is_some_and(|piece| !piece.spaced && piece.is(&separator.folded));
        if !same || self.pieces[at + 2].spaced || self.pieces.get(at + 4).is_none_or(|piece| piece.spaced) {
            return None;
        }
        let end = at + 5;
        if self.pieces.get(end).is_some_and(|after| !after.spaced && after.is(&separator.folded)) {
            return None;
        }
        let second = self.digits(at + 2, 1..=2)?;
        let date = if let Some(year) = self.digits(at, 4..=4) {
            Day::new(i32::try_from(year).ok()?, second, self.digits(at + 4, 1..=2)?)
        } else {
            let (first, year) = (self.digits(at, 1..=2)?, i32::try_from(self.digits(at + 4, 4..=4)?).ok()?);
            match (first, second) {
                (day, month) if !self.pack.english || day > 12 || day == month => Day::new(year, month, day),
                (month, day) if day > 12 => Day::new(year, month, day),
                // In English "12/01/2022" is a day in January or in December.
                _ => return Some(Found { start: at, end, value: None }),
            }
        }?;
        Some(Found { start: at, end, value: Some((date.iso(), Precision::Day)) })
    }

    /// Day, month, year of "12.01.2022".
    fn dotted(&self, at: usize) -> Option<[u32; 3]> {
        let piece = &self.pieces[at];
        let parts: Vec<&str> = piece.folded.split('.').collect();
        let [day, month, year] = parts[..] else { return None };
        let fits = day.len() <= 2 && month.len() <= 2 && (year.len() == 4 || year.len() == 2 && month.len() == 2);
        if !fits || year.len() == 2 && self.pack.english {
            return None;
        }
        Some([day.parse().ok()?, month.parse().ok()?, year.parse().ok()?])
    }

    /// "12 January 2022", "12th of January", "12. Januar", "12 de enero de 2022", "1er janvier".
    fn day_first(&self, at: usize) -> Option<Found> {
        let day = self.digits(at, 1..=2)?;
        let mut next = at + 1;
        // "10-12 January": the first day is part of the date, the last one its value.
        let mut last = day;
        if self.pieces.get(next).is_some_and(Piece::is_dash)
            && let Some(second) = self.digits(next + 1, 1..=2).filter(|second| *second > day)
        {
            (last, next) = (second, next + 2);
        }
        let ordinal = self.word(next).is_some_and(|word| self.pack.ordinal.has(word));
        if (ordinal || self.mark(next, &[".", "º", "°"])) && !self.pieces[next].spaced {
            next += 1;
        }
        while next < at + 6 && self.word(next).is_some_and(|word| self.pack.of.has(word)) {
            next += 1;
        }
        let month = self.month(next, true)?;
        let mut end = next + 1;
        // "12 Jan. 2022"
        if self.mark(end, &["."])
            && !self.pieces[end].spaced
            && self.pieces[next].folded.chars().count() <= 4
            && self.plain_year(end + 1).is_some()
        {
            end += 1;
        }
        let (year, end) = self.year_after(end);
        self.day_of_month(at, end, last, month, year)
    }

    /// "January 12, 2022", "Jan. 12", "January 2022", "in January".
    fn month_first(&self, at: usize) -> Option<Found> {
        let name = self.word(at)?;
        self.pack.month.get(name)?;
        let mut next = at + 1;
        if self.mark(next, &["."]) && !self.pieces[next].spaced && name.chars().count() <= 4 {
            next += 1;
        }
        if self.breaks(next) {
            return self.lone_month(at);
        }
        if self.pack.english
            && let Some(day) = self.digits(next, 1..=2).filter(|day| (1..=31).contains(day))
            && let Some(month) = self.month(at, true)
        {
            let mut end = next + 1;
            if self.word(end).is_some_and(|word| self.pack.ordinal.has(word)) && !self.pieces[end].spaced {
                end += 1;
            }
            // "May 5 per cent" and "March 12 soldiers" are rare; times, as in "May 12:30", are not dates.
            if self.mark(end, &[":", "%"]) && !self.pieces[end].spaced {
                return None;
            }
            let (year, end) = self.year_after(end);
            return self.day_of_month(at, end, day, month, year);
        }
        let month = self.month(at, false)?;
        let mut of = next;
        while of < next + 2 && self.word(of).is_some_and(|word| self.pack.of.has(word)) {
            of += 1;
        }
        let of = of + usize::from(of == next && self.mark(of, &[","]));
        match self.plain_year(of).filter(|_| !self.breaks(of)) {
            Some(year) => {
                let value = Some((format!("{year:04}-{month:02}"), Precision::Month));
                Some(Found { start: at, end: of + 1, value })
            }
            None => self.lone_month(at),
        }
    }

    /// A month without day and year: the nearest one behind, or ahead where the sentence says so.
    fn lone_month(&self, at: usize) -> Option<Found> {
        let month = self.month(at, false)?;
        let before = self.word(at.wrapping_sub(1)).unwrap_or("");
        let known = self.pack.before.has(before)
            || self.pack.last.has(before)
            || self.pack.next.has(before)
            || self.pack.this.has(before);
        if !known {
            return None;
        }
        let value = self.published.map(|published| {
            let ahead = self.pack.next.has(before) || self.is_ahead(at) && !self.pack.last.has(before);
            let year = match (ahead, month.cmp(&published.month)) {
                (true, std::cmp::Ordering::Less) => published.year + 1,
                (false, std::cmp::Ordering::Greater) => published.year - 1,
                _ => published.year,
            };
            (format!("{year:04}-{month:02}"), Precision::Month)
        });
        Some(Found { start: at, end: at + 1, value })
    }

    /// The month of that name; with a day beside it (`sure`) even where the name is another word too.
    fn month(&self, at: usize, sure: bool) -> Option<u32> {
        let name = self.word(at)?;
        let month = self.pack.month.get(name)?.parse().ok()?;
        let written = self.pieces[at].span.of(self.text);
        let capital = self.pack.small_months || written.chars().next().is_some_and(char::is_uppercase);
        let dated = sure
            || !self.pack.unsure.has(name)
            || self.word(at.wrapping_sub(1)).is_some_and(|word| self.pack.before.has(word))
            || self.plain_year(at + 1).is_some();
        (capital && dated).then_some(month)
    }

    /// A year behind day and month: "2022", ", 2022", "de 2022".
    fn year_after(&self, at: usize) -> (Option<i32>, usize) {
        let mut next = at;
        if self.mark(next, &[","]) && !self.breaks(next + 1) {
            next += 1;
        }
        while next < at + 2 && self.word(next).is_some_and(|word| self.pack.of.has(word)) {
            next += 1;
        }
        match self.plain_year(next).filter(|_| !self.breaks(next)) {
            Some(year) => (Some(year), next + 1),
            None => (None, at),
        }
    }

    /// A day of a month; without a year the one nearest to the day of publication.
    fn day_of_month(&self, start: usize, end: usize, day: u32, month: u32, year: Option<i32>) -> Option<Found> {
        let date = match (year, self.published) {
            (Some(year), _) => Some(Day::new(year, month, day)?),
            (None, Some(published)) => (published.year - 1..=published.year + 1)
                .filter_map(|year| Day::new(year, month, day))
                .min_by_key(|date| (date.number() - published.number()).abs()),
            // The 29th of February is a day in some year.
            (None, None) => Day::new(2024, month, day).map(|_| None)?,
        };
        Some(Found { start, end, value: date.map(|date| (date.iso(), Precision::Day)) })
    }

    /// "on Wednesday", "Monday, 10", "last Friday", "Wednesday, 12 January 2022".
    fn weekday(&self, at: usize) -> Option<Found> {
        let (mut end, weekday) = self.pack.weekday.starting(|i| self.weekday_word(i), at)?;
        let weekday: u32 = weekday.parse().ok()?;
        let written = self.pieces[at].span.of(self.text);
        if !self.pack.small_months && !written.starts_with(char::is_uppercase) {
            return None;
        }
        // "Wed", "Sun", "Mon": only with a date behind them.
        let short = written.chars().count() <= 3;
        let after = end + usize::from(self.mark(end, &[",", "."]));
        let after = after
            + usize::from(
                self.word(after)
                    .is_some_and(|word| matches!(word, "the" | "den" | "dem" | "le" | "el" | "dia" | "día" | "il")),
            );
        if !self.breaks(after) {
            let full = if self.pieces[after].kind == PieceKind::Digits {
                self.day_first(after).or_else(|| self.numeric(after))
            } else {
                self.month_first(after)
            };
            if let Some(full) = full.filter(|full| self.pieces[after].kind == PieceKind::Digits || full.end > after + 1)
            {
                return Some(Found { start: at, ..full });
            }
        }
        if short {
            return None;
        }
        let next_word = self.word(end).unwrap_or("");
        let before = self.word(at.wrapping_sub(1)).unwrap_or("");
        let (last, next, this) = (
            self.pack.last.has(before) || self.pack.last_after.has(next_word),
            self.pack.next.has(before) || self.pack.next_after.has(next_word),
            self.pack.this.has(before),
        );
        let number = self
            .digits(after, 1..=2)
            .filter(|day| (1..=31).contains(day) && !self.breaks(after) && (after > end || !self.pack.english))
            .filter(|_| {
                !self.pieces.get(after + 1).is_some_and(|piece| {
                    !piece.spaced && (piece.kind == PieceKind::Word || piece.is(":") || piece.is("%"))
                })
            });
        let date = self.published.and_then(|published| {
            let behind = (i64::from(published.weekday()) - i64::from(weekday)).rem_euclid(7);
            if let Some(day) = number {
                // Day of the month and weekday together name one day within a month or so.
                let fits = |date: &Day| date.day == day && date.weekday() == weekday;
                let near = (0..40).flat_map(|away| [-away, away]).filter_map(|away| published.plus(away)).find(fits);
                return near.or_else(|| Day::new(published.year, published.month, day));
            }
            let ahead = -(behind - 7) % 7;
            match () {
                () if last => published.plus(-if behind == 0 { 7 } else { behind }),
                () if next => published.plus(if ahead == 0 { 7 } else { ahead }),
                () if this => published.plus(ahead),
                () if self.is_ahead(at) => published.plus(ahead),
                () => published.plus(-behind),
            }
        });
        let start =
            if last && self.pack.last.has(before) || next && self.pack.next.has(before) || this { at - 1 } else { at };
        if number.is_some() {
            end = after + 1;
        } else if self.pack.last_after.has(next_word) || self.pack.next_after.has(next_word) {
            end += 1;
        }
        Some(Found { start, end, value: date.map(|date| (date.iso(), Precision::Day)) })
    }

    /// For weekdays a hyphen counts as a word: "segunda-feira".
    fn weekday_word(&self, at: usize) -> Option<&str> {
        self.pieces
            .get(at)
            .filter(|piece| piece.kind == PieceKind::Word || piece.is("-"))
            .map(|piece| piece.folded.as_str())
    }

    /// "yesterday", "last month", "this year".
    fn relative(&self, at: usize) -> Option<Found> {
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
        let (end, years) = self.pack.year_shift.starting(word, at)?;
        let year = self.published.and_then(|published| Some(published.year + years.parse::<i32>().ok()?));
        Some(Found { start: at, end, value: year.map(|year| (format!("{year:04}"), Precision::Year)) })
    }

    /// "two days ago", "vor drei Wochen", "hace un mes".
    fn ago_in_words(&self, at: usize) -> Option<Found> {
        if let Some((count, _)) = self.pack.before_ago.starting(|i| self.word(i), at) {
            return self.ago(at, count);
        }
        self.pack.number.get(self.word(at)?)?;
        self.ago(at, at)
    }

    fn ago(&self, start: usize, count: usize) -> Option<Found> {
        let number = match self.word(count) {
            Some(word) => self.pack.number.number(word)? as i64,
            None => i64::from(self.digits(count, 1..=3)?),
        };
        let unit = self.word(count + 1)?;
        let mut end = count + 2;
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
        } else {
            let years = self.pack.year_unit.number(unit)? as i64;
            let year = published.map(|day| i64::from(day.year) - number * years).filter(|year| *year > 0);
            year.map(|year| (format!("{year:04}"), Precision::Year))
        };
        Some(Found { start, end, value })
    }

    /// A year that stands alone: "in 2014", "the 2008 summit", "(2009-2017)".
    fn year(&self, at: usize) -> Option<Found> {
        let year = self.plain_year(at)?;
        let piece = &self.pieces[at];
        let before = at.checked_sub(1).map(|before| &self.pieces[before]);
        let glued =
            !piece.spaced && before.is_some_and(|before| !(before.is("(") || before.is_dash() || before.is("/")));
        if glued {
            return None;
        }
        let previous = before.filter(|_| !piece.breaks);
        let bracketed = previous.is_some_and(|before| {
            before.is("(") || before.is_dash() && !piece.spaced && self.plain_year(at.wrapping_sub(2)).is_some()
        });
        let known = previous.is_some_and(|before| self.pack.before.has(&before.folded));
        let alone = self.pieces.get(at + 1).is_none_or(|after| after.breaks || after.kind == PieceKind::Mark);
        // Anything else may count: "2000 soldiers"; recent years before a noun are years, "the 2008 summit".
        let recent = (1900..2060).contains(&year)
            && !self.pieces.get(at + 1).is_some_and(|after| after.kind == PieceKind::Digits);
        let round = year % 500 == 0;
        let named = recent && (!round || known) && (known || alone || !self.pack.small_months);
        (bracketed || known && recent || named).then(|| Found {
            start: at,
            end: at + 1,
            value: Some((format!("{year:04}"), Precision::Year)),
        })
    }

    /// The time of day behind a date: "12 Jan 2022 | 09:26 PM", "2022-01-12T21:26".
    fn with_time(&self, found: Found) -> Found {
        let Some((date, Precision::Day)) = &found.value else { return found };
        let mut at = found.end;
        if self.mark(at, &[",", "|", "–", "-", "·"])
            || self.word(at).is_some_and(|word| self.pack.time.has(word) || word == "t")
        {
            at += 1;
        }
        let minutes = |at: usize| self.mark(at, &[":"]) && !self.pieces[at].spaced && !self.breaks(at);
        let (Some(hour), true, Some(minute)) = (self.digits(at, 1..=2), minutes(at + 1), self.digits(at + 2, 2..=2))
        else {
            return found;
        };
        if self.breaks(at) {
            return found;
        }
        let mut end = at + 3;
        if minutes(end) && self.digits(end + 1, 2..=2).is_some() {
            end += 2;
        }
        let mut hour = hour;
        match self.word(end) {
            Some("pm") if hour <= 12 => (hour, end) = (hour % 12 + 12, end + 1),
            Some("am") if hour <= 12 => (hour, end) = (hour % 12, end + 1),
            Some("z") if !self.pieces[end].spaced => end += 1,
            _ => {}
        }
        if hour > 23 || minute > 59 {
            return found;
        }
        let value = Some((format!("{date}T{hour:02}:{minute:02}"), Precision::Time));
        Found { start: found.start, end, value }
    }

    /// Whether the sentence around a piece looks ahead: "will meet on Thursday".
    fn is_ahead(&self, at: usize) -> bool {
        let stops = |piece: &Piece| matches!(piece.folded.as_str(), "." | "!" | "?" | ";");
        let future = |piece: &Piece| self.pack.future.has(&piece.folded) || piece.folded.ends_with("'ll");
        let mut before = self.pieces[at.saturating_sub(20)..at].iter().rev().take_while(|piece| !stops(piece));
        if !self.pieces[at].breaks {
            for piece in before.by_ref() {
                if future(piece) {
                    return true;
                }
                if piece.breaks {
                    break;
                }
            }
        }
        let after = self.pieces[at + 1..].iter().take(12);
        after.take_while(|piece| !stops(piece) && !piece.breaks).any(future)
    }
}
