//! Units of one kind: kilometres and miles, hours and days, two currencies.

use std::collections::HashMap;
use std::sync::OnceLock;

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

impl Measure {
    /// The measure that a claim's quantity names. A bare fraction of one is a share, as per cent are.
    pub fn of(unit: Option<&str>, value: f64) -> Option<Self> {
        static LIST: OnceLock<HashMap<String, Measure>> = OnceLock::new();
        let list = LIST.get_or_init(|| {
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
        });
        let Some(unit) = unit else {
            return (value > 0.0 && value < 1.0).then_some(Self { kind: SHARE, factor: 1.0 });
        };
        let code = unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase());
        if code {
            let number = unit.bytes().fold(0.0, |sum, b| sum * 256.0 + f64::from(b));
            return Some(Self { kind: MONEY, factor: number });
        }
        let share = (value > 0.0 && value < 1.0).then_some(Self { kind: SHARE, factor: 1.0 });
        list.get(unit).copied().or(share)
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
        assert_eq!(half.same_amount(0.5, Measure::of(Some("%"), 50.0).unwrap(), 50.0), Some(true));
    }
}
