//! Dates as matching compares them: by their known parts.

use super::facts::Words;
use crate::claims::DateMention;
use crate::text::Span;

/// How many days from a said day a reckoned one must be to be the same event's: what is told of a talk held "today" is no
/// dispute with the deadline that it set.
const NEAR: i32 = 2;

/// A date by the parts that are known; 0 stands for unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Date {
    pub year: u16,
    pub month: u8,
    pub day: u8,
    pub weekday: u8,
    /// Minutes from midnight, and one.
    pub time: u16,
    /// How many minutes earlier and later that may have been: "about 6 a.m.", "shortly after 6 a.m.".
    pub slack: [u16; 2],
    pub said: Said,
    /// The year stands in the text; else it was reckoned from the day of publication, or is not known.
    pub year_said: bool,
    pub words: Words,
    /// Where its words stand in the text, if only the list of its claim has it; empty where that is not known.
    pub read_at: Span,
}

/// What of a date the words of its claim say. The rest was reckoned from the day of publication, which may be another
/// one in each outlet and is no ground to see a disagreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Said {
    /// A day, month or year.
    Date,
    /// A weekday.
    Weekday,
    /// Nothing: "today", "last year".
    Nothing,
}

impl Date {
    /// A date of which nothing is known yet.
    pub const fn unknown(words: Words) -> Self {
        let read_at = Span::new(0, 0);
        Self {
            year: 0,
            month: 0,
            day: 0,
            weekday: 0,
            time: 0,
            slack: [0; 2],
            said: Said::Date,
            year_said: false,
            words,
            read_at,
        }
    }

    /// Where it stands in the text of its claim, if that is known.
    pub fn place(&self) -> Option<Span> {
        let place = self.words.span();
        [place, self.read_at].into_iter().find(|place| place.start < place.end)
    }

    /// What equal dates have in common as a term.
    pub fn term(&self) -> String {
        let Self { year, month, day, weekday, time, .. } = self;
        format!("@{year}-{month}-{day}-{weekday}-{time}")
    }

    /// The parts of an ISO 8601 value as claims carry it; `None` where it is no such value.
    pub fn given(date: &DateMention, position: usize) -> Option<Self> {
        let parts = |value: &str| {
            let mut parts = value.split('T').next().unwrap_or_default().split('-');
            let mut next = || parts.next().and_then(|part| part.parse().ok()).unwrap_or(0);
            [next(), next(), next()]
        };
        // Of an interval what its first and last day have in common: the year, or year and month.
        let (first, last) = date.value.split_once('/').unwrap_or((&date.value, &date.value));
        let ([year, month, day], last) = (parts(first), parts(last));
        if year == 0 || year != last[0] {
            return None;
        }
        let month = if month == last[1] { u8::try_from(month).ok()? } else { 0 };
        let day = if month != 0 && day == last[2] { u8::try_from(day).ok()? } else { 0 };
        Some(Self { year, month, day, weekday: weekday(year, month, day), ..Self::unknown(Words::Given(position)) })
    }

    /// The date with what of it stands in the text, where `read` are the dates and `days` the numbers from 1 to 31.
    pub fn as_said(mut self, read: &[Self], days: &[u8]) -> Self {
        let day = |date: &Self| date.day == 0 || self.day == 0 || date.day == self.day;
        let part = |date: &Self| match self.month {
            0 => date.year == self.year,
            month => date.month == month && day(date),
        };
        self.year_said = read.iter().any(|date| date.year == self.year);
        let part = read.iter().find(|date| part(date));
        self.read_at = part.map_or(Span::default(), |date| date.words.span());
        if part.is_some() || days.contains(&self.day) {
            return self;
        }
        self.said = Said::Nothing;
        if let Some(date) = read.iter().find(|date| date.weekday != 0 && date.weekday == self.weekday) {
            (self.said, self.words) = (Said::Weekday, date.words);
        }
        self
    }

    /// Equal in every part that both know, and one such part there is.
    pub fn agrees(&self, other: &Self) -> bool {
        compare(self.parts(), self.seen_from(other.parts(), other)) == Some(true)
    }

    /// The parts of another date, with the time of this one where one of the two is told so roughly that it may be that.
    fn seen_from(&self, mut parts: [u16; 5], other: &Self) -> [u16; 5] {
        let (first, last) = if self.time <= other.time { (self, other) } else { (other, self) };
        let [_, later] = first.slack;
        let [earlier, _] = last.slack;
        if first.time != 0 && parts[4] != 0 && last.time - first.time <= later.max(earlier) {
            parts[4] = self.time;
        }
        parts
    }

    /// Both say a part as fine, and it differs; or the one says a day and the other reckons one from the day of
    /// publication ("last night"). Of two that only reckon nothing is believed: one text may have appeared on two days.
    pub fn differs(&self, other: &Self) -> bool {
        let days = self.day != 0 && other.day != 0;
        let parts = match (self.said, other.said) {
            (Said::Nothing, Said::Nothing) => return false,
            (Said::Nothing, _) | (_, Said::Nothing) if days => {
                let number =
                    |date: &Self| (i32::from(date.year) * 12 + i32::from(date.month)) * 31 + i32::from(date.day);
                if (number(self) - number(other)).abs() > NEAR {
                    return false;
                }
                (self.parts(), other.parts())
            }
            // "3 March" of last year and of this one: where a year is but reckoned, another year is no dispute.
            (Said::Date, Said::Date)
                if self.year != 0
                    && other.year != 0
                    && self.year != other.year
                    && !(self.year_said && other.year_said) =>
            {
                let known = |date: &Self| [0, date.month.into(), date.day.into(), 0, 0];
                (known(self), known(other))
            }
            _ => (self.said_parts(), other.said_parts()),
        };
        compare(parts.0, self.seen_from(parts.1, other)) == Some(false)
    }

    /// Whether it is a month or a year and no day.
    pub fn is_period(&self) -> bool {
        self.day == 0 && self.weekday == 0 && self.time == 0
    }

    /// Whether it is a year or a month whose year is said.
    pub fn is_of_a_year(&self) -> bool {
        self.is_period() && self.year_said
    }

    /// Whether it is another one as far as both are known, told or reckoned.
    pub fn is_another(&self, other: &Self) -> bool {
        compare(self.parts(), self.seen_from(other.parts(), other)) == Some(false)
    }

    fn parts(&self) -> [u16; 5] {
        [self.year, self.month.into(), self.day.into(), self.weekday.into(), self.time]
    }

    fn said_parts(&self) -> [u16; 5] {
        match self.said {
            Said::Date => self.parts(),
            Said::Weekday => [0, 0, 0, self.weekday.into(), 0],
            Said::Nothing => [0; 5],
        }
    }
}

/// `None` where the two have no part in common.
fn compare(a: [u16; 5], b: [u16; 5]) -> Option<bool> {
    let mut common = a.into_iter().zip(b).filter(|(a, b)| *a != 0 && *b != 0).peekable();
    common.peek()?;
    Some(common.all(|(a, b)| a == b))
}

/// 1 for Monday to 7 for Sunday, 0 where the date is not a day (Sakamoto's method).
fn weekday(year: u16, month: u8, day: u8) -> u8 {
    const SHIFT: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let Some(shift) = (month as usize).checked_sub(1).and_then(|m| SHIFT.get(m)) else { return 0 };
    if !(1..=31).contains(&day) || year == 0 {
        return 0;
    }
    let y = u32::from(year) - u32::from(month < 3);
    let sunday_based = (y + y / 4 - y / 100 + y / 400 + shift + u32::from(day)) % 7;
    if sunday_based == 0 { 7 } else { sunday_based as u8 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_compare_by_what_both_know() {
        let at = Words::Given(0);
        let (year, month, day) = (2022, 1, 12);
        let day = Date { year, month, day, weekday: weekday(2022, 1, 12), year_said: true, ..Date::unknown(at) };
        assert_eq!(day.weekday, 3);
        let wednesday = Date { weekday: 3, ..Date::unknown(at) };
        assert!(day.agrees(&wednesday));
        assert!(day.differs(&Date { weekday: 4, ..wednesday }));
        let at_six = |slack| Date { time: 361, slack, ..Date::unknown(at) };
        let soon = Date { time: 376, ..Date::unknown(at) };
        assert!(at_six([30, 30]).agrees(&soon) && soon.agrees(&at_six([0, 60])) && !soon.differs(&at_six([0, 60])));
        assert!(at_six([60, 0]).differs(&soon) && soon.differs(&at_six([0, 0])));
        let march = Date { month: 3, ..Date::unknown(at) };
        assert!(!march.agrees(&wednesday) && !march.differs(&wednesday));
    }
}
