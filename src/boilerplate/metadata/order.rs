//! Whether `3/4/2025` is the fourth of March or the third of April.
//!
//! The United States and few others put the month first, and a page in English on a `.com` seldom says where it is at
//! home. Its other dates do: one with a day past the twelfth, one that data for machines tells as well, one in words.
//! Where nothing decides, such a date is no date: a wrong month is worse than none.

use super::dates;
use crate::boilerplate::html::blocks::Page;

/// What `3/4/2025` means on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    DayFirst,
    MonthFirst,
    /// Nothing tells: dates that can be read both ways are not read.
    Unknown,
}

/// Countries whose English pages put the day first, by the end of their hosts' names. Other ends are sold to anybody.
const DAY_FIRST: &[&str] = &["uk", "au", "nz", "ie", "in", "za", "sg", "ng", "ke", "pk"];

/// Ends of names that only the United States and its offices have.
const MONTH_FIRST: &[&str] = &["us", "gov", "mil", "edu"];

/// The most dates that can be read both ways and are compared with others.
const MOST: usize = 16;

/// The longest block whose dates in words are looked at, in words.
const LINE: u32 = 25;

impl Order {
    /// Of a page in the languages that it says it is in, the most trusted first, at an address; `known` gives the days
    /// that it tells machines.
    pub(crate) fn of<'a>(
        page: &Page,
        languages: impl IntoIterator<Item = &'a str>,
        host: Option<&str>,
        known: impl FnOnce() -> Vec<u64>,
    ) -> Self {
        let slashed = Slashed::new(&page.text);
        let known = || if slashed.open.is_empty() { Self::Unknown } else { slashed.as_in(&known()) };
        let worded = || if slashed.open.is_empty() { Self::Unknown } else { in_words(page) };
        slashed.order().or(|| place(languages, host)).or(known).or(worded)
    }

    /// Of a text of which no more than its language is known.
    pub(crate) fn in_language(language: Option<&str>) -> Self {
        place(language, None)
    }

    fn or(self, other: impl FnOnce() -> Self) -> Self {
        if self == Self::Unknown { other() } else { self }
    }

    /// What the evidence for either side comes to: nothing, if there is some for both.
    fn told(day_first: bool, month_first: bool) -> Self {
        match (day_first, month_first) {
            (true, false) => Self::DayFirst,
            (false, true) => Self::MonthFirst,
            _ => Self::Unknown,
        }
    }
}

/// By country and language: `en` alone is written everywhere, and Canada does both.
fn place<'a>(languages: impl IntoIterator<Item = &'a str>, host: Option<&str>) -> Order {
    let end = host.and_then(|host| host.rsplit('.').next()).unwrap_or("");
    if DAY_FIRST.contains(&end) {
        return Order::DayFirst;
    }
    for language in languages {
        let language = language.trim().to_ascii_lowercase();
        let mut parts = language.split(['-', '_']);
        let code = parts.next().unwrap_or("");
        let region =
            parts.next_back().filter(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_lowercase()));
        match (code, region) {
            ("", _) | ("en", None | Some("ca")) => {}
            ("en", Some("us" | "ph")) => return Order::MonthFirst,
            _ => return Order::DayFirst,
        }
    }
    if MONTH_FIRST.contains(&end) { Order::MonthFirst } else { Order::Unknown }
}

/// The dates with slashes in a text.
#[derive(Debug, Default)]
struct Slashed {
    day_first: bool,
    month_first: bool,
    /// Those that can be read both ways: first number, second number, year.
    open: Vec<(u32, u32, u32)>,
}

impl Slashed {
    fn new(text: &str) -> Self {
        let mut found = Self::default();
        let bytes = text.as_bytes();
        for at in memchr::memchr_iter(b'/', bytes) {
            let Some((first, second, year)) = around(bytes, at) else { continue };
            match (first > 12, second > 12) {
                (true, false) => found.day_first = true,
                (false, true) => found.month_first = true,
                (false, false) if first != second && found.open.len() < MOST => found.open.push((first, second, year)),
                _ => {}
            }
        }
        found
    }

    /// By those of which one number can be no month.
    fn order(&self) -> Order {
        Order::told(self.day_first, self.month_first)
    }

    /// By days that are known from elsewhere, or the days beside these, as in another time zone.
    fn as_in(&self, known: &[u64]) -> Order {
        let is_known = |year, month, day| {
            let number = dates::number(&format!("{year:04}-{month:02}-{day:02}"));
            number.is_some_and(|number| known.iter().any(|known| known.abs_diff(number) <= 1))
        };
        let day_first = self.open.iter().any(|&(first, second, year)| is_known(year, second, first));
        let month_first = self.open.iter().any(|&(first, second, year)| is_known(year, first, second));
        Order::told(day_first, month_first)
    }
}

/// The numbers of a date whose first slash stands at `at`.
fn around(bytes: &[u8], at: usize) -> Option<(u32, u32, u32)> {
    let before = bytes[..at].iter().rev().take(3).take_while(|byte| byte.is_ascii_digit()).count();
    let (first, start) = (digits(bytes, at - before)?, at - before);
    let (second, middle) = (digits(bytes, at + 1)?, at + 1);
    let rest = middle + second.1;
    let (year, length) = digits(bytes, rest + 1)?;
    let joined = bytes.get(rest) == Some(&b'/') && (start == 0 || bytes[start - 1] != b'/');
    let fits = before <= 2
        && second.1 <= 2
        && (first.0 | second.0) > 0
        && joined
        && bytes.get(rest + 1 + length) != Some(&b'/');
    let year = if length == 2 { 2_000 + year } else { year };
    let sound = (1..=31).contains(&first.0) && (1..=31).contains(&second.0) && dates::YEARS.contains(&year);
    (fits && sound && matches!(length, 2 | 4)).then_some((first.0, second.0, year))
}

/// The number of up to five digits at a place, and how many it has.
fn digits(bytes: &[u8], at: usize) -> Option<(u32, usize)> {
    let digits = bytes.get(at..)?.iter().take(5).take_while(|byte| byte.is_ascii_digit());
    let (value, count) = digits.fold((0, 0), |(value, count), byte| (value * 10 + u32::from(byte - b'0'), count + 1));
    (count > 0).then_some((value, count))
}

/// By the dates in words, "March 4, 2025" or "4 March 2025", in the page's short blocks.
fn in_words(page: &Page) -> Order {
    let (mut day_first, mut month_first) = (false, false);
    for block in page.blocks.iter().filter(|block| block.words <= LINE && block.digits >= 5) {
        let text = block.span.of(&page.text);
        for date in dates::all(text, Order::Unknown) {
            let words = text.get(date.start..date.end).unwrap_or("");
            if words.contains(char::is_alphabetic) {
                let digits = words.bytes().take_while(u8::is_ascii_digit).count();
                day_first |= (1..=2).contains(&digits);
                month_first |= digits == 0;
            }
        }
    }
    Order::told(day_first, month_first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<(u32, u32, u32)> {
        memchr::memchr_iter(b'/', text.as_bytes()).filter_map(|at| around(text.as_bytes(), at)).collect()
    }

    #[test]
    fn dates_with_slashes_are_found_and_nothing_else() {
        assert_eq!(numbers("on 3/4/2025, and 28/02/25."), [(3, 4, 2025), (28, 2, 2025)]);
        assert_eq!(numbers("9/11, 24/7/365, 1/2/3/2024, a/b/2024, 2024/3/4, 120/80/2024, /, 3/4/, 3/4/123456"), []);
        assert_eq!(numbers("é3/4/2025é"), [(3, 4, 2025)]);
    }

    #[test]
    fn a_place_decides_where_it_is_told() {
        let place = |languages: &[&str], host| place(languages.iter().copied(), host);
        assert_eq!(place(&["en"], Some("post.example")), Order::Unknown);
        assert_eq!(place(&["en", "en_US"], Some("post.example")), Order::MonthFirst);
        assert_eq!(place(&["en-GB"], None), Order::DayFirst);
        assert_eq!(place(&["en-US"], Some("post.co.uk")), Order::DayFirst);
        assert_eq!(place(&["en"], Some("harbour.gov")), Order::MonthFirst);
        assert_eq!(place(&["de"], Some("post.example")), Order::DayFirst);
        assert_eq!(place(&["en-CA"], None), Order::Unknown);
        assert_eq!(place(&[], None), Order::Unknown);
    }

    #[test]
    fn other_dates_decide_unless_they_disagree() {
        assert_eq!(Slashed::new("3/4/2025, 3/14/2025").order(), Order::MonthFirst);
        assert_eq!(Slashed::new("3/4/2025, 14/3/2025").order(), Order::DayFirst);
        assert_eq!(Slashed::new("14/3/2025, 3/14/2025").order(), Order::Unknown);
        let known = [dates::number("2025-04-03").unwrap()];
        assert_eq!(Slashed::new("3/4/2025").as_in(&known), Order::DayFirst);
        assert_eq!(Slashed::new("4/3/2025").as_in(&known), Order::MonthFirst);
        assert_eq!(Slashed::new("5/6/2025").as_in(&known), Order::Unknown);
    }
}
