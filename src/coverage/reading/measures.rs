//! Units of one kind: kilometres and miles, hours and days, two currencies.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::grammar::Role;

const MEASURES: &str = include_str!("../data/measures.txt");
/// What two figures in different units may be apart and still be one: "14 miles", "22 kilometres".
const ROUNDED: f64 = 0.05;

/// A unit of measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Measure {
    /// Which amounts it measures; those of one kind can be compared.
    kind: u32,
    /// How many of the first unit of its kind it is; for money, where there is none, what tells currencies apart.
    factor: f64,
}

const MONEY: u32 = u32::MAX;
const SHARE: u32 = u32::MAX - 1;
/// Points by which a share changes: of 20 per cent, 3 per cent are less than one.
const POINTS: u32 = u32::MAX - 2;
/// How many words name a unit, and how many small ones may stand before it: "a quarter of a percentage point".
const NAMED: usize = 3;
const SMALL: usize = 2;
/// How many bytes a word of a unit has at most.
const LONGEST: usize = 32;
/// Among how many words of a claim it is looked for.
const WORDS: usize = 64;

impl Measure {
    /// The measure that a claim's quantity names. A bare fraction of one is a share, as per cent are.
    pub fn of(unit: Option<&str>, value: f64) -> Option<Self> {
        let Some(unit) = unit else {
            return (value > 0.0 && value < 1.0).then_some(Self { kind: SHARE, factor: 1.0 });
        };
        let code = unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase());
        if code {
            let number = unit.bytes().fold(0.0, |sum, b| sum * 256.0 + f64::from(b));
            return Some(Self { kind: MONEY, factor: number });
        }
        let share = (value > 0.0 && value < 1.0).then_some(Self { kind: SHARE, factor: 1.0 });
        list().get(unit).copied().or(share)
    }

    /// Points of a share, where the words behind a number name them: "25 basis points", "a quarter of a percentage point". What
    /// claims tell of their units may stop at the first of these words.
    pub fn of_points(behind: &str) -> Option<Self> {
        let small = |word: &&str| Role::Complement.has(word) || Role::Determiner.has(word);
        let mut lower: Vec<String> = Vec::new();
        for word in behind.split_whitespace().take(SMALL + NAMED).take_while(|word| word.len() <= LONGEST) {
            let bare = word.trim_end_matches([',', ';', ':', '.']);
            lower.push(bare.to_lowercase());
            if bare.len() < word.len() {
                break;
            }
        }
        let words: Vec<&str> = lower.iter().map(String::as_str).collect();
        let from = words.iter().take(SMALL).take_while(|word| small(word)).count();
        let words = words.get(from..)?;
        let mut named = (1..=words.len().min(NAMED)).filter_map(|count| list().get(&words[..count].join(" ")));
        named.rfind(|measure| measure.kind == POINTS).copied()
    }

    /// Points of which a text tells a fraction, wherever that stands: "by a quarter of a percentage point".
    pub fn of_fraction(text: &str) -> Option<Self> {
        let starts = text.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at).take(WORDS);
        starts.filter_map(|at| text.get(at..).and_then(Self::of_points)).next()
    }

    /// A share in per cent, a fraction of one to the nearest; `None` for what is no share.
    pub fn in_percent(self, value: f64) -> Option<f64> {
        let percent = value * self.factor * 100.0;
        (self.kind == SHARE).then(|| if self.factor == 1.0 { percent.round() } else { value })
    }

    /// Whether two amounts in different units are one; `None` where that cannot be told, being of one unit or of two kinds.
    pub fn same_amount(self, value: f64, other: Self, amount: f64) -> Option<bool> {
        if matches!((self.kind, other.kind), (SHARE, POINTS) | (POINTS, SHARE)) && self.factor == other.factor {
            return (value == amount).then_some(false);
        }
        if self.kind != other.kind || self.factor == other.factor {
            return None;
        }
        if self.kind == MONEY {
            return (value == amount).then_some(false);
        }
        let (a, b) = (value * self.factor, amount * other.factor);
        Some((a - b).abs() <= ROUNDED * a.abs().max(b.abs()))
    }

    /// Whether it is a part of a whole.
    pub fn is_share(self) -> bool {
        self.kind == SHARE
    }

    /// Whether both measure the same kind of thing.
    pub fn comparable(self, other: Self) -> bool {
        self.kind == other.kind && (self.kind != MONEY || self.factor == other.factor)
    }
}

/// The units by their names.
fn list() -> &'static HashMap<String, Measure> {
    static LIST: OnceLock<HashMap<String, Measure>> = OnceLock::new();
    LIST.get_or_init(|| {
        let lines = MEASURES.lines().filter(|line| !line.starts_with('#'));
        let mut list = HashMap::new();
        for (number, (kind, units)) in (0u32..).zip(lines.filter_map(|line| line.split_once(": "))) {
            let kind = match kind {
                "share" => SHARE,
                "points" => POINTS,
                _ => number,
            };
            for (unit, factor) in units.split_whitespace().filter_map(|unit| unit.split_once('=')) {
                list.extend(factor.parse().ok().map(|factor| (unit.replace('_', " "), Measure { kind, factor })));
            }
        }
        list
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(value: f64, unit: &str, amount: f64, other: &str) -> Option<bool> {
        Measure::of(Some(unit), value)?.same_amount(value, Measure::of(Some(other), amount)?, amount)
    }

    #[test]
    fn amounts_in_two_units() {
        assert_eq!(same(14.0, "miles", 22.5, "kilometres"), Some(true));
        assert_eq!(same(14.0, "miles", 14.0, "kilometres"), Some(false));
        assert_eq!(same(48.0, "hours", 2.0, "days"), Some(true));
        assert_eq!(same(5.0, "USD", 5.0, "EUR"), Some(false));
        assert_eq!(same(5.0, "USD", 4.0, "EUR"), None);
        assert_eq!(same(5.0, "hours", 5.0, "miles"), None);
        assert_eq!(same(3.0, "percent", 3.0, "percentage points"), Some(false));
        assert_eq!(same(3.0, "percent", 2.0, "percentage points"), None);
        let half = Measure::of(None, 0.5).unwrap();
        assert_eq!(same(25.0, "basis points", 0.25, "percentage points"), Some(true));
        assert_eq!(half.same_amount(0.5, Measure::of(Some("%"), 50.0).unwrap(), 50.0), Some(true));
    }

    #[test]
    fn points_are_read_behind_a_number() {
        let points = |behind: &str| Measure::of_points(behind).map(|measure| measure.factor);
        assert_eq!(points(" basis points to 4.75 percent"), Some(0.0001));
        assert_eq!(points(" punti base al 4,75 per cento"), Some(0.0001));
        assert_eq!(points(" of a percentage point, to 4.75 percent"), Some(0.01));
        assert_eq!(points(" points ahead"), None);
        assert_eq!(points(" percent"), None);
        let fraction = |text: &str| Measure::of_fraction(text).map(|measure| measure.factor);
        assert_eq!(fraction("rates rose by a quarter of a percentage point"), Some(0.01));
        assert_eq!(fraction("a quarter of the points were awarded"), None);
    }
}
