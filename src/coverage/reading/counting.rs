//! Reading numbers: what is a day or a year, what bounds a number, and what it counts where no word behind it tells.

use super::dates::Date;
use super::facts::{Number, Words};
use super::grammar::Role;
use super::reader::Reader;
use super::term::Term;
use crate::claims::Comparator;
use crate::text::Span;

/// How many content words before a number may name what it counts.
const TOLD_OF: usize = 3;
/// How far before a number the word may stand that leads to it: "rose to about 50".
const LED: usize = 2;
/// How many minutes to either side of its words a time is that is told with "about", and to one side one told with "after" or
/// "before".
const ABOUT: u16 = 30;
const SOON: u16 = 60;
/// How many words before a time "about" may stand.
const NEAR_TIME: usize = 2;

impl Reader {
    pub fn number(&mut self, value: f64, digits: &str, unit: Option<u32>, span: Span) {
        self.step += 1;
        self.awaits_predicate = false;
        self.breaks(false);
        self.prior_is("", false, span);
        if (1.0..=31.0).contains(&value) && value.fract() == 0.0 {
            self.days.push(value as u8);
        }
        let mark = self.currency.take().map_or(span, |(_, mark)| mark.cover(&span));
        if let Some((_, at)) = self.month
            && self.step == at + 1
            && unit.is_none()
            && let Some(date) = self.dates.last_mut()
            && date.day == 0
            && (1.0..=31.0).contains(&value)
        {
            date.day = value as u8;
            if let Words::At(words) = &mut date.words {
                *words = words.cover(&span);
            }
            return;
        }
        let year = digits.len() == 4 && (1900.0..2100.0).contains(&value) && unit.is_none();
        if year && digits.bytes().all(|b| b.is_ascii_digit()) {
            match self.dates.last_mut().zip(self.month) {
                Some((date, (_, at))) if self.step - at <= 2 && date.year == 0 => {
                    (date.year, date.year_said) = (value as u16, true);
                }
                _ => {
                    let date = Date::unknown(Words::At(span));
                    self.dates.push(Date { year: value as u16, year_said: true, ..date });
                }
            }
            return;
        }
        let near = self.last.is_some_and(|(_, at, _)| self.step - at <= 3);
        self.linked = near && self.numbers.last().is_some_and(|number| number.units.is_empty());
        let led = self.last.is_some_and(|(_, at, _)| self.lead_at > at);
        if let Some(part) = self.numbers.last_mut().filter(|_| self.linked && led) {
            part.own = true;
        }
        self.last = Some((value, self.step, span));
        let (comparator, words) = match self.comparator.take() {
            Some((comparator, at, before)) if self.step - at <= 3 => (comparator, before.cover(&mark)),
            _ => (Comparator::Equal, mark),
        };
        let units = unit.into_iter().collect();
        let mut number = Number::new(value, None, comparator, units, Words::At(words));
        number.before = self.before;
        self.numbers.push(number);
    }

    /// The place of a number with the sign or the word before it that makes it one below zero: "-12", "minus 12".
    pub fn minus(&self, text: &str, number: Span) -> Option<Span> {
        let before = text.get(..number.start).unwrap_or_default();
        let bare = before.trim_end_matches(['-', '−']);
        let signed =
            bare.len() < before.len() && bare.chars().next_back().is_none_or(|c| c.is_whitespace() || c == '(');
        match self.prior == "minus" {
            true => Some(self.prior_span.cover(&number)),
            false => signed.then(|| Span::new(bare.len(), number.end)),
        }
    }

    /// Reads a time of the day, in minutes from midnight.
    pub fn time(&mut self, minutes: u16, span: Span) {
        self.step += 1;
        let rough = self
            .comparator
            .take()
            .is_some_and(|(comparator, at, _)| comparator == Comparator::About && self.step - at <= NEAR_TIME);
        let slack = match self.prior.as_str() {
            word if Role::Later.has(word) => [0, SOON],
            word if Role::Earlier.has(word) || Role::Until.has(word) || Role::NoLater.has(word) => [SOON, 0],
            // "Gegen 6 Uhr".
            word if rough || Role::Against.has(word) => [ABOUT, ABOUT],
            _ => [0, 0],
        };
        self.prior_is("", false, span);
        self.dates.push(Date { time: minutes + 1, slack, ..Date::unknown(Words::At(span)) });
    }

    /// "A 34-year-old man": how old somebody is, which no word behind it counts.
    pub fn age(&mut self, value: f64, unit: u32, span: Span) {
        self.number(value, "", Some(unit), span);
        if let Some(number) = self.numbers.last_mut() {
            number.own = true;
        }
        self.last = None;
    }

    /// "12th": a day next to a month, else a rank, which counts nothing.
    pub fn ordinal(&mut self, value: f64, span: Span) {
        if (1.0..=31.0).contains(&value) {
            self.days.push(value as u8);
        }
        let monthless = self.month.is_none_or(|(_, at)| self.step != at);
        if monthless {
            self.step += 1;
            self.last = Some((value, self.step, span));
        } else {
            self.number(value, "", None, span);
        }
    }

    /// Reads a mark or the end, behind which no word names what a number counts.
    pub fn number_ends(&mut self) {
        self.awaits_predicate = false;
        if self.last.is_some_and(|(_, at, _)| at == self.step) {
            self.counts_nothing();
        }
    }

    /// Nothing behind the last number names what it counts, so that what stands before it does; of "the toll rose to 50" not
    /// the verb.
    pub fn counts_nothing(&mut self) {
        let led = self.last.is_some_and(|(_, at, _)| self.lead_at > 0 && self.lead_at < at && at - self.lead_at <= LED);
        let plain = |term: &&Term| !(term.name || term.calendar || term.number);
        let before: Vec<u32> = self.sequence.iter().rev().filter(plain).take(TOLD_OF).map(|term| term.id).collect();
        let verbs = usize::from(led && before.len() > 1);
        if let Some(number) = self.numbers.last_mut().filter(|number| number.units.is_empty()) {
            number.told_of = before[verbs..].to_vec();
        }
    }
}

/// "Over 18", "younger than twelve": bounds of two groups, one from below and one from above, where nothing counted stands behind
/// one of them.
pub(crate) fn two_groups(m: &Number, n: &Number) -> bool {
    use Comparator::{AtLeast, AtMost, Less, More};
    let bounds = (m.comparator, n.comparator);
    let apart = matches!(bounds, (More | AtLeast, Less | AtMost) | (Less | AtMost, More | AtLeast));
    apart && m.measure.or(n.measure).is_none() && (m.units.is_empty() || n.units.is_empty())
}

/// How many words "of them" may be: "d'entre elles".
const OF_THEM: usize = 3;

/// Whether a number counts some of those whom its claim names before: "seven of them had died".
pub(crate) fn is_of_them(text: &str, number: &Number) -> bool {
    let behind = number.place().and_then(|place| text.get(place.end..)).unwrap_or_default();
    let words = behind.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.take(OF_THEM).map(str::to_lowercase).collect();
    (1..=words.len()).any(|count| Role::OfThem.has(&words[..count].join(" ")))
}

/// The unit of an age.
pub(crate) const AGED: &str = "#aged";

/// The age in "34-year-old".
pub(crate) fn age(word: &str) -> Option<f64> {
    let mut parts = word.split(['-', '‐', '‑']);
    let age = parts.next().filter(|age| age.len() < 4)?.parse::<u8>().ok()?;
    (parts.next() == Some("year") && parts.next() == Some("old")).then_some(f64::from(age))
}
