//! Numbers as matching compares them: ranges with units.

use super::fates::Fate;
use super::measures::Measure;
use crate::claims::{Comparator, Quantity};
use crate::text::Span;

/// How much looser than its words a bounded or rounded number is taken: "about 100" covers 90 to 110,
/// "over 100" up to 125, "up to 100" from 50.
const ABOUT: f64 = 0.1;
const OVER: f64 = 0.25;
const UP_TO: f64 = 0.5;

/// How many times another amount one must be before the two are no dispute.
const FAR: f64 = 20.0;

/// How many times another count one may be where only one tells what befell those whom it counts.
const CLOSE: f64 = 2.0;

/// What may be a year where nothing tells what it counts.
const YEARS: std::ops::RangeInclusive<f64> = 1000.0..=2100.0;

/// Of how many figures of a claim it is asked whether two make a third.
const PARTS: usize = 12;

/// A number as a range, with the terms that may name what it counts.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Number {
    pub value: f64,
    pub low: f64,
    pub high: f64,
    /// Terms behind the number (or its unit); empty where nothing names what it counts.
    pub units: Vec<u32>,
    /// The content word before it: "turnout was 61".
    pub before: Option<u32>,
    /// The last content words before it, where nothing behind it names what it counts: "the toll had risen to 50 by Sunday".
    pub told_of: Vec<u32>,
    pub words: Words,
    /// It is a number of its own beside the quantities that its claim comes with: "two" of "two of the five miners", an age.
    pub own: bool,
    /// What kind of amount it is, where its claim tells.
    pub measure: Option<Measure>,
    /// What becomes of those whom it counts.
    pub fate: Option<Fate>,
    /// Those whom it counts may be of any kind: "three people".
    pub anybody: bool,
    /// Those whom it counts are told by what they do or are: "three workers".
    pub somebody: bool,
    /// The figure itself, as told: what its bounds add is left out.
    top: f64,
    pub comparator: Comparator,
}

/// Where a fact's words are found when somebody wants to read them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Words {
    /// In the claim's text.
    At(Span),
    /// In the claim's list of quantities or dates.
    Given(usize),
}

impl Words {
    /// Where they stand; nowhere if only the list has them.
    pub fn span(self) -> Span {
        if let Self::At(span) = self { span } else { Span::default() }
    }
}

impl Number {
    pub fn new(value: f64, upper: Option<f64>, comparator: Comparator, units: Vec<u32>, words: Words) -> Self {
        let top = upper.unwrap_or(value).max(value);
        let hair = value.abs() * 1e-9;
        let (low, high) = match comparator {
            Comparator::Equal => (value, top),
            Comparator::About => (value - value.abs() * ABOUT, top + top.abs() * ABOUT),
            Comparator::More => (value + hair, top + top.abs() * OVER),
            Comparator::AtLeast => (value, top + top.abs() * OVER),
            Comparator::Less => (value - value.abs() * OVER, top - hair),
            Comparator::AtMost => (value - value.abs() * UP_TO, top),
        };
        Self {
            value,
            low,
            high,
            units,
            before: None,
            told_of: Vec::new(),
            words,
            own: false,
            measure: None,
            fate: None,
            anybody: false,
            somebody: false,
            top,
            comparator,
        }
    }

    pub fn given(quantity: &Quantity, position: usize, units: Vec<u32>) -> Self {
        let number = Self::new(quantity.value, quantity.upper, quantity.comparator, units, Words::Given(position));
        Self { measure: Measure::of(quantity.unit.as_deref(), quantity.value), ..number }
    }

    /// Where it stands in the text of its claim, if that is known.
    pub fn place(&self) -> Option<Span> {
        Some(self.words.span()).filter(|place| place.start < place.end)
    }

    /// Takes the number so many times: "1.5 million".
    pub fn scale(&mut self, factor: f64) {
        for bound in [&mut self.value, &mut self.low, &mut self.high, &mut self.top] {
            *bound *= factor;
        }
    }

    /// A given number with what the text around it tells: its own words, what else it may count, how loose it is.
    pub fn with(mut self, read: Self) -> Self {
        if self.units.is_empty() {
            self.told_of = read.told_of;
        }
        self.units.extend(read.units);
        self.before = read.before;
        self.low = self.low.min(read.low);
        self.high = self.high.max(read.high);
        self.words = read.words;
        self
    }

    /// What equal numbers have in common as a term; shares are told in per cent, however they are written.
    pub fn term(&self) -> String {
        let value = self.measure.and_then(|measure| measure.in_percent(self.value)).unwrap_or(self.value);
        format!("#{value}")
    }

    /// Whether both are the same amount, be it in other units: "one in five", "20 per cent".
    pub fn is_amount(&self, other: &Self) -> bool {
        let same = self.measure.zip(other.measure).and_then(|(a, b)| a.same_amount(self.value, b, other.value));
        same.unwrap_or(self.value == other.value)
    }

    /// Whether both may be right at once; a bound next to the bare figure is no more than a looser word for it.
    pub fn agrees(&self, other: &Self) -> bool {
        if let Some(same) = self.measure.zip(other.measure).and_then(|(a, b)| a.same_amount(self.value, b, other.value))
        {
            return same;
        }
        // "At most 3 per cent", "at most 5 per cent": two upper bounds are two rules and compared as they stand. Of lower ones
        // ("at least 14", "at least 17") both may be right, as far as they reach.
        if self.comparator == other.comparator && matches!(self.comparator, Comparator::Less | Comparator::AtMost) {
            return (self.value - other.value).abs() <= ABOUT * self.value.abs().max(other.value.abs());
        }
        // "About 1,500", "around 1,800": two rough figures reach no further towards each other than one does towards a plain one.
        if self.comparator == Comparator::About && other.comparator == Comparator::About {
            let apart = (self.value - other.top).max(other.value - self.top);
            return apart <= ABOUT * self.top.abs().max(other.top.abs());
        }
        let loose = self.comparator == Comparator::Equal || other.comparator == Comparator::Equal;
        (loose && self.value == other.value && self.top == other.top)
            || (self.low <= other.high && other.low <= self.high)
    }

    /// Whether it is a lower bound that the other may lie beyond: "more than 12" and "at least 17" may both be right, and so may
    /// "more than 12" and "19". A round one is an estimate, and reaches no further than words for it do: "more than 100,000" is
    /// no "175,000".
    pub fn reaches(&self, other: &Self) -> bool {
        let open = |number: &Self| matches!(number.comparator, Comparator::More | Comparator::AtLeast);
        let bounded = matches!(other.comparator, Comparator::Less | Comparator::AtMost);
        let one_unit = self.measure.zip(other.measure).is_none_or(|(a, b)| a == b);
        let beyond = open(other) || !self.is_round();
        open(self) && beyond && !bounded && one_unit && other.top >= self.value
    }

    /// Of one digit and noughts.
    fn is_round(&self) -> bool {
        let digits = format!("{}", self.value.abs());
        digits.len() > 1 && digits.trim_end_matches('0').len() == 1
    }

    /// Whether the two can contradict each other: of one kind or unit, and more than the "one" of "one of them".
    pub fn comparable(&self, other: &Self) -> bool {
        if self.value == 1.0 || other.value == 1.0 || self.is_of_another_scale(other) || self.has_another_fate(other) {
            return false;
        }
        if (self.fate.is_some() && self.fate == other.fate) || (self.may_be_year() && other.may_be_year()) {
            return true;
        }
        match (self.measure, other.measure) {
            (Some(a), Some(b)) if a.comparable(b) || a.same_amount(self.value, b, other.value) == Some(false) => true,
            (Some(a), Some(b)) if !a.comparable(b) => false,
            // "53 % of the people", "120 people": a share is no count.
            (Some(share), None) if share.is_share() && !other.units.is_empty() => false,
            (None, Some(share)) if share.is_share() && !self.units.is_empty() => false,
            _ if self.told_of.is_empty() || other.told_of.is_empty() => self.same_unit(other),
            _ => self.told_of.iter().any(|term| other.told_of.contains(term)),
        }
    }

    /// The figure as it is written alike wherever it is told, with what bounds it: "12", "60–70", ">300".
    pub fn figure(&self) -> String {
        let comparator = match self.comparator {
            Comparator::About => Comparator::Equal,
            other => other,
        };
        let upper = (self.top > self.value).then_some(self.top);
        amount(&Quantity { value: self.value, upper, unit: None, comparator, span: Span::default() })
    }

    /// Far from the other, and not by a slip of noughts: "$200 million", "$47 billion" are sums of two things.
    fn is_of_another_scale(&self, other: &Self) -> bool {
        let (small, large) = (self.value.abs().min(other.value.abs()), self.value.abs().max(other.value.abs()));
        let noughts = (large / small).log10();
        self.measure.is_some()
            && small > 0.0
            && large > FAR * small
            && (noughts - noughts.round()).abs() > f64::EPSILON * 8.0
    }

    /// Whether it may be a year of old, which dates leave out: "in the winter of 1187".
    fn may_be_year(&self) -> bool {
        self.measure.is_none() && self.units.is_empty() && YEARS.contains(&self.value) && self.value.fract() == 0.0
    }

    /// Whether it counts those whom something befell, and the other, which is no near one, does not tell that: 31 who were hurt are
    /// no dispute with 1,800 who were there.
    pub fn has_lone_fate(&self, other: &Self) -> bool {
        let (small, large) = (self.value.min(other.value), self.value.max(other.value));
        self.fate.is_some() != other.fate.is_some() && large > CLOSE * small
    }

    /// Whether each counts those whom something else befell: killed, hurt.
    fn has_another_fate(&self, other: &Self) -> bool {
        self.fate.zip(other.fate).is_some_and(|(a, b)| a != b)
    }

    /// Whether both count people whom the same befell, by whatever name: "two workers died", "three people were killed".
    pub fn of_one_toll(&self, other: &Self) -> bool {
        let people = |number: &Self| (number.anybody || number.somebody) && number.measure.is_none();
        self.fate.is_some() && self.fate == other.fate && people(self) && people(other)
    }

    /// Whether it is what two figures make together: the "eight cards" of "one red and seven yellow cards".
    pub fn is_sum(&self, figures: &[f64]) -> bool {
        let figures = &figures[..figures.len().min(PARTS)];
        let together = |(at, a): (usize, &f64)| figures[at + 1..].iter().any(|b| a + b == self.value);
        self.comparator == Comparator::Equal && figures.iter().enumerate().any(together)
    }

    /// Whether another number is the step from it to a figure of its claim: the "three" fewer of "six instead of nine".
    pub fn is_step_to(&self, other: &Self, figures: &[f64]) -> bool {
        let plain = |number: &Self| number.fate.is_none() && number.measure.is_none();
        let step = |figure: &f64| (self.value - figure).abs() == other.value;
        plain(self) && plain(other) && figures[..figures.len().min(PARTS)].iter().any(step)
    }

    /// Whether it is a share that a claim tells of a number of its own: the "10,000" of "20,000 households, half of which".
    pub fn is_share_of(&self, numbers: &[Self]) -> bool {
        let numbers = &numbers[..numbers.len().min(PARTS)];
        let shares = || numbers.iter().filter_map(|share| Some((share, share.measure?.in_percent(share.value)?)));
        let is = |whole: &Self, share: &Self, percent: f64| {
            let slack = if share.comparator == Comparator::About { ABOUT } else { 1e-9 };
            (whole.value * percent / 100.0 - self.value).abs() <= slack * self.value.abs()
        };
        let wholes = numbers.iter().filter(|number| number.measure.is_none());
        wholes.into_iter().any(|whole| shares().any(|(share, percent)| is(whole, share, percent)))
    }

    /// Three significant digits or more: such a figure hardly agrees by chance.
    pub fn is_precise(&self) -> bool {
        let digits = format!("{}", self.value.abs());
        digits.trim_matches(|c| c == '0' || c == '.').chars().filter(char::is_ascii_digit).count() >= 3
    }

    /// Whether both count the same thing: a unit is common, or, where neither has one, the word before.
    pub fn same_unit(&self, other: &Self) -> bool {
        if self.has_another_fate(other) {
            false
        } else if self.units.is_empty() && other.units.is_empty() {
            self.before.is_some() && self.before == other.before
        } else {
            self.units.iter().any(|unit| other.units.contains(unit))
        }
    }
}

/// An amount as conflicts tell it where they find no words for it: "~14 km", "60–70 boats".
///
/// ```
/// use copydesk::claims::{Comparator, Quantity};
/// use copydesk::{Span, coverage};
///
/// let unit = Some("km".to_owned());
/// let span = Span::default();
/// let quantity = Quantity { value: 14.0, upper: None, unit, comparator: Comparator::About, span };
/// assert_eq!(coverage::amount(&quantity), "~14 km");
/// ```
pub fn amount(quantity: &Quantity) -> String {
    let sign = if quantity.comparator == Comparator::Equal { "" } else { quantity.comparator.name() };
    let upper = quantity.upper.map_or_else(String::new, |upper| format!("–{upper}"));
    let unit = quantity.unit.as_deref().map_or_else(String::new, |unit| format!(" {unit}"));
    format!("{sign}{}{upper}{unit}", quantity.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_decide_what_agrees() {
        let number = |value, comparator| Number::new(value, None, comparator, vec![], Words::Given(0));
        let exact = number(100_000.0, Comparator::Equal);
        assert!(exact.agrees(&number(103_000.0, Comparator::About)));
        assert!(!exact.agrees(&number(175_000.0, Comparator::About)));
        assert!(number(4_000.0, Comparator::More).agrees(&number(4_200.0, Comparator::Equal)));
        assert!(number(4_000.0, Comparator::More).agrees(&number(4_000.0, Comparator::Equal)));
        assert!(!number(4_000.0, Comparator::More).agrees(&number(4_000.0, Comparator::Less)));
        assert!(number(8.0, Comparator::AtMost).agrees(&number(6.5, Comparator::Equal)));
    }
}
