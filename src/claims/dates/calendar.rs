//! Dates by the calendar: "12 January 2022", "12.01.2022", "January 2022", "in 2014".

use super::civil::Day;
use super::find::{Finder, Found};
use super::tense::Tense;
use crate::claims::frame::pieces::{Piece, PieceKind};
use crate::claims::types::Precision;

/// How many months ahead a month is at most that a sentence without any tense means.
const SOON: u32 = 3;

impl Finder<'_> {
    /// "2022-01-12", "12/01/2022", "12.01.2022".
    pub(super) fn numeric(&self, at: usize) -> Option<Found> {
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
                // In English "12/01/2022" is a day in January or in December, unless other dates of the text tell.
                (first, second) => match *self.order.get_or_init(|| self.order_of_others()) {
                    Some(true) => Day::new(year, second, first),
                    Some(false) => Day::new(year, first, second),
                    None => return Some(Found { start: at, end, value: None }),
                },
            }
        }?;
        Some(Found { start: at, end, value: Some((date.iso(), Precision::Day)) })
    }

    /// Whether the dates of the text that can be read in one way only, "25/02/2024", begin with the day.
    fn order_of_others(&self) -> Option<bool> {
        let mut seen = [false; 2];
        for at in 0..self.pieces.len().saturating_sub(4) {
            if self.pieces[at + 1].is("/") && self.pieces[at + 3].is("/") && self.digits(at + 4, 4..=4).is_some() {
                let (Some(first), Some(second)) = (self.digits(at, 1..=2), self.digits(at + 2, 1..=2)) else {
                    continue;
                };
                seen[0] |= first > 12 && second <= 12;
                seen[1] |= second > 12 && first <= 12;
            }
        }
        (seen[0] != seen[1]).then_some(seen[0])
    }

    /// Day, month, year of "12.01.2022".
    pub(super) fn dotted(&self, at: usize) -> Option<[u32; 3]> {
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
    pub(super) fn day_first(&self, at: usize) -> Option<Found> {
        let day = self.digits(at, 1..=2)?;
        let mut next = at + 1;
        // "10-12 January", "vom 3. bis 5. Mai": both days of one month.
        let mut last = day;
        let point = usize::from(self.mark(next, &["."]) && !self.pieces[next].spaced);
        let joined = self.pieces.get(next + point).is_some_and(Piece::is_dash)
            || self.word(next + point).is_some_and(|word| self.pack.range.has(word));
        if joined && let Some(second) = self.digits(next + point + 1, 1..=2).filter(|second| *second > day) {
            (last, next) = (second, next + point + 2);
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
        self.days_of_month(at, end, (day, last), month, year)
    }

    /// "January 12, 2022", "Jan. 12", "January 2022", "in January".
    pub(super) fn month_first(&self, at: usize) -> Option<Found> {
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
            // "June 3-5", "June 3 to 5"
            let mut last = day;
            let joined = self.pieces.get(end).is_some_and(Piece::is_dash)
                || self.word(end).is_some_and(|word| self.pack.range.has(word));
            if joined
                && let Some(second) = self.digits(end + 1, 1..=2).filter(|second| (day + 1..=31).contains(second))
                && self.month(end + 2, true).is_none()
            {
                (last, end) = (second, end + 2);
            }
            // "May 5 per cent" and "March 12 soldiers" are rare; times, as in "May 12:30", are not dates.
            if self.mark(end, &[":", "%"]) && !self.pieces[end].spaced {
                return None;
            }
            let (year, end) = self.year_after(end);
            return self.days_of_month(at, end, (day, last), month, year);
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
    pub(super) fn lone_month(&self, at: usize) -> Option<Found> {
        let month = self.month(at, false)?;
        let before = self.word(at.wrapping_sub(1)).unwrap_or("");
        let known = self.pack.before.has(before)
            || self.pack.last.has(before)
            || self.pack.next.has(before)
            || self.pack.this.has(before);
        if !known {
            return None;
        }
        if let Some(year) = self.year_of_range(at, month) {
            return Some(Found {
                start: at,
                end: at + 1,
                value: Some((format!("{year:04}-{month:02}"), Precision::Month)),
            });
        }
        let value = self.published.map(|published| {
            let months = (month + 12 - published.month) % 12;
            // "The report comes out in May", told in March: in the present the nearer one is meant.
            let looks_ahead = match self.tense(at, at + 1) {
                Tense::Ahead => true,
                Tense::Back => false,
                Tense::Unknown => (1..=SOON).contains(&months),
            };
            let ahead = self.pack.next.has(before) || looks_ahead && !self.pack.last.has(before);
            let year = match (ahead, month.cmp(&published.month)) {
                (true, std::cmp::Ordering::Less) => published.year + 1,
                (false, std::cmp::Ordering::Greater) => published.year - 1,
                _ => published.year,
            };
            (format!("{year:04}-{month:02}"), Precision::Month)
        });
        Some(Found { start: at, end: at + 1, value })
    }

    /// "between March and May 2021", "von November bis März 2021": the year behind the other month is that of the first too, or
    /// the one after it.
    fn year_of_range(&self, at: usize, month: u32) -> Option<i32> {
        self.pack.range.get(self.word(at + 1)?)?;
        let last = self.month(at + 2, true)?;
        let (year, _) = self.year_after(at + 3);
        year.map(|year| year - i32::from(last < month))
    }

    /// The month of that name; with a day beside it (`sure`) even where the name is another word too.
    pub(super) fn month(&self, at: usize, sure: bool) -> Option<u32> {
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
    pub(super) fn year_after(&self, at: usize) -> (Option<i32>, usize) {
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

    /// Days of one month, the first and the last.
    fn days_of_month(
        &self,
        start: usize,
        end: usize,
        (first, last): (u32, u32),
        month: u32,
        year: Option<i32>,
    ) -> Option<Found> {
        let to = self.day_of_month(start, end, last, month, year)?;
        if first == last {
            return Some(to);
        }
        let year = to.value.as_ref().and_then(|(value, _)| Day::of_iso(value)).map(|day| day.year).or(year);
        let from = self.day_of_month(start, end, first, month, year)?;
        let value = from.value.zip(to.value).map(|((from, _), (to, _))| (format!("{from}/{to}"), Precision::Day));
        Some(Found { start, end, value })
    }

    /// A day of a month; without a year the last one or the next, as the sentence looks back or ahead, else the nearest.
    pub(super) fn day_of_month(
        &self,
        start: usize,
        end: usize,
        day: u32,
        month: u32,
        year: Option<i32>,
    ) -> Option<Found> {
        let date = match (year, self.published) {
            (Some(year), _) => Some(Day::new(year, month, day)?),
            (None, Some(published)) => {
                let tense = self.tense(start, end);
                let away = |date: &Day| date.number() - published.number();
                (published.year - 4..=published.year + 4)
                    .filter_map(|year| Day::new(year, month, day))
                    .filter(|date| match tense {
                        Tense::Ahead => away(date) >= 0,
                        Tense::Back => away(date) <= 0,
                        Tense::Unknown => true,
                    })
                    .min_by_key(|date| away(date).abs())
            }
            // The 29th of February is a day in some year.
            (None, None) => Day::new(2024, month, day).map(|_| None)?,
        };
        Some(Found { start, end, value: date.map(|date| (date.iso(), Precision::Day)) })
    }

    /// A year that stands alone: "in 2014", "the 2008 summit", "(2009-2017)".
    pub(super) fn year(&self, at: usize) -> Option<Found> {
        let year = self.plain_year(at)?;
        if let Some(season) = self.years_in_short(at, year) {
            return Some(season);
        }
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
        let round = year % 500 == 0 || !known && !alone && self.counts_something(at);
        let named = recent && (!round || known) && (known || alone || !self.pack.small_months);
        (bracketed || known && recent || named).then(|| Found {
            start: at,
            end: at + 1,
            value: Some((format!("{year:04}"), Precision::Year)),
        })
    }

    /// "2014-17", "2023/24"
    fn years_in_short(&self, at: usize, year: i32) -> Option<Found> {
        let joined = self.pieces.get(at + 1).is_some_and(|piece| !piece.spaced && (piece.is_dash() || piece.is("/")));
        let last = self.digits(at + 2, 2..=2).filter(|_| joined && !self.pieces[at + 2].spaced)?;
        let free = self.pieces.get(at + 3).is_none_or(|after| {
            after.spaced
                || after.kind == PieceKind::Mark && !after.is_dash() && !matches!(after.folded.as_str(), "/" | ":")
        });
        let last = year - year % 100 + i32::try_from(last).ok()?;
        let value = Some((format!("{year:04}-01-01/{last:04}-12-31"), Precision::Year));
        (free && (year + 1..year + 40).contains(&last)).then_some(Found { start: at, end: at + 3, value })
    }

    /// Whether four digits that may be a year count what follows: "2024 soldiers took part". An event of a year may stand
    /// in the plural too, "2024 elections", and a name or an article makes a year of them, "the 2008 banks".
    fn counts_something(&self, at: usize) -> bool {
        let Some(next) = self.pieces.get(at + 1).filter(|next| next.kind == PieceKind::Word && !next.breaks) else {
            return false;
        };
        let before = at.checked_sub(1).map(|before| &self.pieces[before]).filter(|_| !self.pieces[at].breaks);
        let opens = before.is_none_or(|before| matches!(before.folded.as_str(), "." | ":" | "\"" | "“" | "„" | "»"));
        let capital = next.span.of(self.text).starts_with(char::is_uppercase);
        if self.pack.capital_nouns {
            return opens && capital;
        }
        let plural = next.folded.ends_with('s') && !next.folded.ends_with("ss") && !next.folded.contains('\'')
            || matches!(next.folded.as_str(), "people" | "men" | "women" | "children");
        let said =
            before.is_some_and(|before| before.kind == PieceKind::Word && !self.pack.article.has(&before.folded));
        self.pack.english
            && plural
            && !capital
            && next.folded.len() > 3
            && !self.pack.event.has(&next.folded)
            && (opens || said)
    }
}
