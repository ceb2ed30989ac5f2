//! Weeks, quarters, seasons, decades, and ranges: intervals from their first day to their last.

use super::civil::Day;
use super::find::{Finder, Found};
use super::tense::Tense;
use crate::claims::frame::pieces::PieceKind;
use crate::claims::types::Precision;

/// An interval as ISO 8601.
fn interval(from: Day, to: Day, precision: Precision) -> (String, Precision) {
    (format!("{}/{}", from.iso(), to.iso()), precision)
}

/// The week of a day, Monday to Sunday.
pub(super) fn week_of(day: Day) -> Option<(String, Precision)> {
    let monday = day.plus(1 - i64::from(day.weekday()))?;
    Some(interval(monday, monday.plus(6)?, Precision::Week))
}

/// The decade of a year.
pub(super) fn decade_of(year: i32) -> Option<(String, Precision)> {
    let first = year - year.rem_euclid(10);
    Some(interval(Day::new(first, 1, 1)?, Day::new(first + 9, 12, 31)?, Precision::Decade))
}

/// So many calendar months from the first day of one.
fn months(year: i32, month: u32, count: i64, precision: Precision) -> Option<(String, Precision)> {
    let from = Day::new(year, month, 1)?;
    let (year, month) = from.month_plus(count)?;
    Some(interval(from, Day::new(year, month, 1)?.plus(-1)?, precision))
}

/// The first and the last day of a value.
fn days(value: &str) -> Option<(Day, Day)> {
    if let Some((from, to)) = value.split_once('/') {
        return Some((Day::of_iso(from)?, Day::of_iso(to)?));
    }
    let number = |from: usize, to: usize| value.get(from..to)?.parse::<u32>().ok();
    let year = i32::try_from(number(0, 4)?).ok()?;
    match value.len() {
        4 => Some((Day::new(year, 1, 1)?, Day::new(year, 12, 31)?)),
        7 => {
            let first = Day::new(year, number(5, 7)?, 1)?;
            let (year, month) = first.month_plus(1)?;
            Some((first, Day::new(year, month, 1)?.plus(-1)?))
        }
        _ => Day::of_iso(value).map(|day| (day, day)),
    }
}

impl Finder<'_> {
    /// "the 1970s", "1960er Jahre", "the '90s"; "in his 70s" is an age.
    pub(super) fn decade(&self, at: usize) -> Option<Found> {
        let suffix = self.pieces.get(at + 1).filter(|piece| !piece.spaced)?;
        if self.pack.decade.get(&suffix.folded) != Some("after") {
            return None;
        }
        let mut end = at + 2;
        while end < at + 4
            && self.pieces.get(end).is_some_and(|piece| {
                !piece.breaks
                    && (self.pack.decade.get(&piece.folded) == Some("noun") || piece.is_dash() && !piece.spaced)
            })
        {
            end += 1;
        }
        let short = || {
            let quoted = at > 0 && !self.pieces[at].spaced && self.mark(at - 1, &["'", "’", "‘"]);
            self.digits(at, 2..=2).filter(|_| quoted || end > at + 2).map(|short| 1900 + short)
        };
        let year = self.digits(at, 4..=4).filter(|year| (1100..2100).contains(year)).or_else(short)?;
        (year % 10 == 0).then_some(Found { start: at, end, value: decade_of(i32::try_from(year).ok()?) })
    }

    /// "les années 1970", "anni 70": the word stands before.
    pub(super) fn decade_named(&self, at: usize) -> Option<Found> {
        (self.pack.decade.get(self.word(at)?) == Some("before")).then_some(())?;
        let next = at + 1 + usize::from(self.mark(at + 1, &["'", "’", "‘"]));
        let year = self.digits(next, 4..=4).or_else(|| self.digits(next, 2..=2).map(|short| 1900 + short))?;
        let fits = year % 10 == 0 && (1900..2100).contains(&year) && !self.breaks(next);
        fits.then_some(Found { start: at, end: next + 1, value: decade_of(i32::try_from(year).ok()?) })
    }

    /// "the first quarter of 2023", "im zweiten Quartal", "Q1 2023", "the first half of last year".
    pub(super) fn quarter(&self, at: usize) -> Option<Found> {
        let (end, name) = match self.pack.quarter.starting(|i| self.word(i), at) {
            Some(found) => found,
            None => {
                let number = self.digits(at + 1, 1..=1).filter(|number| (1..=4).contains(number))?;
                let glued = self.word(at) == Some("q") && !self.pieces[at + 1].spaced;
                glued.then_some((at + 2, ["q1", "q2", "q3", "q4"][number as usize - 1]))?
            }
        };
        let (year, after) = self.year_of_period(end);
        let (first, count, precision) = match name {
            "q1" => (1, 3, Precision::Quarter),
            "q2" => (4, 3, Precision::Quarter),
            "q3" => (7, 3, Precision::Quarter),
            "q4" => (10, 3, Precision::Quarter),
            "h1" => (1, 6, Precision::Half),
            "h2" => (7, 6, Precision::Half),
            _ => {
                // "last quarter"
                let value = self.published.and_then(|day| {
                    let month = day.month - (day.month - 1) % 3;
                    let (year, month) = Day::new(day.year, month, 1)?.month_plus(3 * name.parse::<i64>().ok()?)?;
                    months(year, month, 3, Precision::Quarter)
                });
                return Some(Found { start: at, end, value });
            }
        };
        // "the first half of the match": a period of a year has one, or nothing behind it.
        let other = self.word(end).is_some_and(|word| self.pack.of.has(word)) && after == end;
        // Halves without a year are mostly those of a game.
        if other || count == 6 && year.is_none() {
            return None;
        }
        let value = self.period(year, at, end, |year| months(year, first, count, precision));
        Some(Found { start: at, end: after, value })
    }

    /// "in autumn", "last summer", "im Sommer 2023".
    pub(super) fn season(&self, at: usize) -> Option<Found> {
        let month = self.pack.season.number(self.word(at)?)? as u32;
        let named = self.pieces[at].span.of(self.text).starts_with(char::is_uppercase);
        if self.pack.capital_nouns && !named {
            return None;
        }
        let (year, end) = self.year_of_period(at + 1);
        let word = |back: usize| self.word(at.wrapping_sub(back)).unwrap_or("");
        let before = if self.pack.article.has(word(1)) { word(2) } else { word(1) };
        let shift = |section: &super::pack::Section| section.has(word(1));
        let shifted = shift(&self.pack.last) || shift(&self.pack.next) || shift(&self.pack.this);
        let known = self.pack.before.has(before) || self.pack.before.has(word(1)) || shifted;
        // "since the fall of Kabul"
        let other = self.pack.english && self.word(at + 1).is_some_and(|word| self.pack.of.has(word)) && year.is_none();
        if year.is_none() && (!known || self.is_another_word(at)) || other {
            return None;
        }
        let season = |year: i32| months(year, month, 3, Precision::Season);
        let value = match (year, self.published) {
            (None, Some(published)) if shift(&self.pack.this) => self.this_season(at, published, season),
            (None, Some(published)) if shift(&self.pack.last) => (published.year - 2..=published.year)
                .rev()
                .filter_map(season)
                .find(|(value, _)| days(value).is_some_and(|(_, last)| last < published)),
            (None, Some(published)) if shift(&self.pack.next) => (published.year..=published.year + 1)
                .filter_map(season)
                .find(|(value, _)| days(value).is_some_and(|(first, _)| first > published)),
            _ => self.period(year, at, end, season),
        };
        Some(Found { start: at, end, value })
    }

    /// "likely to | fall ill", "rise and | fall", "the | fall in prices": a season that is a verb or another noun as well. Behind "to"
    /// or "and" it is a season where another time stands before them: "from spring to fall".
    fn is_another_word(&self, at: usize) -> bool {
        let Some(name) = self.word(at).filter(|name| self.pack.unsure.has(name)) else { return false };
        let time = |at: usize| {
            let named = |name: &str| self.pack.season.has(name) || self.pack.month.has(name);
            self.word(at).is_some_and(named) || self.plain_year(at).is_some()
        };
        let joined = |back: usize| self.word(at.wrapping_sub(back)).is_some_and(|word| self.pack.range.has(word));
        let article = usize::from(self.word(at.wrapping_sub(1)).is_some_and(|word| self.pack.article.has(word)));
        let verb = joined(1 + article) && !(2..=3).any(|back| time(at.wrapping_sub(back + article)));
        let small = |at: usize| {
            self.pieces
                .get(at)
                .is_some_and(|piece| piece.kind == PieceKind::Word && piece.folded == piece.span.of(self.text))
        };
        let of_prices = name == "fall"
            && self.word(at + 1) == Some("in")
            && small(at + 2)
            && !self.pack.article.has(&self.pieces[at + 2].folded);
        verb || of_prices
    }

    /// "this winter": the one that goes on; else the coming one where the sentence looks ahead, the nearer one where it does not. What
    /// lies behind in the same year is this year's: "the floods this spring were the worst".
    fn this_season(
        &self,
        at: usize,
        published: Day,
        season: impl Fn(i32) -> Option<(String, Precision)>,
    ) -> Option<(String, Precision)> {
        let all: Vec<((String, Precision), Day, Day)> = (published.year - 1..=published.year + 1)
            .filter_map(season)
            .filter_map(|value| days(&value.0).map(|(first, last)| (value, first, last)))
            .collect();
        let (mut behind, mut coming) = (None, None);
        for (value, first, last) in all {
            if first <= published && published <= last {
                return Some(value);
            }
            if last < published {
                behind = Some((value, first, last));
            } else if coming.is_none() {
                coming = Some((value, first));
            }
        }
        let (Some((past, first, last)), Some((next, begins))) = (behind, coming) else { return None };
        let nearer = published.number() - last.number() <= begins.number() - published.number();
        let back = match self.tense(at, at + 1) {
            Tense::Ahead => false,
            Tense::Back => nearer || first.year == published.year,
            Tense::Unknown if begins.year != first.year && begins.month < 12 => first.year == published.year,
            Tense::Unknown => nearer,
        };
        Some(if back { past } else { next })
    }

    /// The year behind a period: "of 2023", "2023", "of last year"; and one past it.
    fn year_of_period(&self, end: usize) -> (Option<i32>, usize) {
        if let (Some(year), after) = self.year_after(end) {
            return (Some(year), after);
        }
        let mut next = end;
        while next < end + 2 && self.word(next).is_some_and(|word| self.pack.of.has(word) || self.pack.before.has(word))
        {
            next += 1;
        }
        let named = self.plain_year(next).filter(|_| !self.breaks(next) && next > end);
        if let Some(year) = named {
            return (Some(year), next + 1);
        }
        match self.pack.year_shift.starting(|i| self.word(i), next) {
            Some((after, shift)) => {
                let year = self.published.zip(shift.parse::<i32>().ok()).map(|(day, shift)| day.year + shift);
                (year, if year.is_some() { after } else { end })
            }
            None => (None, end),
        }
    }

    /// A period that comes once a year: of the year that is named, else the last one or the next.
    fn period(
        &self,
        year: Option<i32>,
        start: usize,
        end: usize,
        of: impl Fn(i32) -> Option<(String, Precision)>,
    ) -> Option<(String, Precision)> {
        if let Some(year) = year {
            return of(year);
        }
        let published = self.published?;
        let ahead = self.tense(start, end) == Tense::Ahead;
        let mut years: Vec<i32> = (published.year - 2..=published.year + 2).collect();
        if !ahead {
            years.reverse();
        }
        years.into_iter().filter_map(of).find(|(value, _)| {
            days(value).is_some_and(|(first, last)| if ahead { last >= published } else { first <= published })
        })
    }

    /// Two dates that are the ends of one range: "between 2014 and 2017", "vom 3. Mai bis zum 5. Juni", "2014-2017".
    pub(super) fn joined(&self, from: &Found, to: &Found) -> Option<Found> {
        let gap = self.pieces.get(from.end..to.start)?;
        if gap.is_empty() || gap.len() > 2 || gap.iter().any(|piece| piece.breaks) || self.breaks(to.start) {
            return None;
        }
        let before = self.word(from.start.wrapping_sub(1)).unwrap_or("");
        let before =
            if self.pack.article.has(before) { self.word(from.start.wrapping_sub(2)).unwrap_or("") } else { before };
        let joiner = self.pack.range.get(&gap[0].folded);
        let opened = joiner.is_some() && self.pack.between.has(before);
        let dash = gap.len() == 1 && gap[0].is_dash() && !gap[0].spaced;
        if !(opened || dash || joiner == Some("alone")) {
            return None;
        }
        let ((first, precision), (last, other)) = (from.value.as_ref()?, to.value.as_ref()?);
        if precision != other {
            return None;
        }
        let (mut from_day, mut to_day) = (days(first)?.0, days(last)?.1);
        if to_day < from_day && *precision == Precision::Day && from_day.number() - to_day.number() < 7 {
            // "between Monday and Wednesday", written on Tuesday.
            match self.tense(from.start, to.end) {
                Tense::Ahead => to_day = to_day.plus(7)?,
                _ => from_day = from_day.plus(-7)?,
            }
        }
        let start = if opened && self.pack.between.has(self.word(from.start.wrapping_sub(1)).unwrap_or("")) {
            from.start - 1
        } else {
            from.start
        };
        let value = Some(match precision {
            Precision::Minute => (format!("{first}/{last}"), *precision),
            _ => interval(from_day, to_day, *precision),
        });
        (from_day <= to_day).then_some(Found { start, end: to.end, value })
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::dates::tests::check;

    #[test]
    fn this_winter_is_the_one_that_goes_on_or_the_nearer_one() {
        check(&[
            ("en", "2026-03-12", "Most cases were recorded this winter.", &["2025-12-01/2026-02-28"]),
            ("en", "2026-01-20", "Forty people had died this winter.", &["2025-12-01/2026-02-28"]),
            ("en", "2026-09-20", "This winter would be hard.", &["2026-12-01/2027-02-28"]),
            ("en", "2026-03-12", "The airline will add flights this winter.", &["2026-12-01/2027-02-28"]),
            ("en", "2026-04-12", "The festival that was to open this summer has moved.", &["2026-06-01/2026-08-31"]),
            ("en", "2026-12-12", "The floods this spring were the worst.", &["2026-03-01/2026-05-31"]),
            ("de", "2026-03-12", "Diesen Winter seien 40 Menschen gestorben.", &["2025-12-01/2026-02-28"]),
            ("es", "2026-03-12", "Los casos se registraron este invierno.", &["2025-12-01/2026-02-28"]),
            ("fr", "2026-03-12", "Les cas ont été enregistrés cet hiver.", &["2025-12-01/2026-02-28"]),
        ]);
    }

    #[test]
    fn to_fall_is_no_autumn() {
        let day = "2026-03-12";
        check(&[
            ("en", day, "Families were likely to fall ill.", &[]),
            ("en", day, "Prices continued to rise and fall.", &[]),
            ("en", day, "The rate is set to fall in the spring.", &["2026-03-01/2026-05-31"]),
            ("en", day, "Demand slumped after the fall in prices.", &[]),
            ("en", day, "The bridge would open in fall.", &["2026-09-01/2026-11-30"]),
            ("en", day, "Prices rose in the fall of 2024.", &["2024-09-01/2024-11-30"]),
            ("en", day, "The school will close in the fall.", &["2026-09-01/2026-11-30"]),
        ]);
    }
}
