//! Days of the Gregorian calendar, counted from 1970-01-01.
//!
//! The arithmetic of eras of 400 years is Howard Hinnant's ("chrono-compatible low-level date algorithms", 2014).

/// A day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day {
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

impl Day {
    /// The day of that date, if there is one, in the years 1 to 9999.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let fits =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=month_length(year, month)).contains(&day);
        fits.then_some(Self { year, month, day })
    }

    /// Days since 1970-01-01.
    pub fn number(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = (i64::from(self.month) + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// The day of that number, if its year is one of 1 to 9999.
    pub fn of_number(number: i64) -> Option<Self> {
        let shifted = number.checked_add(719_468)?;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = u32::try_from(day_of_year - (153 * month + 2) / 5 + 1).ok()?;
        let month = u32::try_from(if month < 10 { month + 3 } else { month - 9 }).ok()?;
        let year = i32::try_from(year_of_era + era * 400 + i64::from(month <= 2)).ok()?;
        Self::new(year, month, day)
    }

    /// That many days later.
    pub fn plus(self, days: i64) -> Option<Self> {
        Self::of_number(self.number().checked_add(days)?)
    }

    /// Monday is 1, Sunday 7.
    pub fn weekday(self) -> u32 {
        // 1970-01-01 was a Thursday.
        (self.number() + 3).rem_euclid(7) as u32 + 1
    }

    /// Year and month, that many months later.
    pub fn month_plus(self, months: i64) -> Option<(i32, u32)> {
        let count = (i64::from(self.year) * 12 + i64::from(self.month) - 1).checked_add(months)?;
        let year = i32::try_from(count.div_euclid(12)).ok().filter(|year| (1..=9999).contains(year))?;
        Some((year, count.rem_euclid(12) as u32 + 1))
    }

    /// The date at the beginning of an ISO 8601 string: "2022-01-12T21:26:00Z".
    pub fn of_iso(text: &str) -> Option<Self> {
        let number = |from: usize, to: usize| {
            text.get(from..to).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()
        };
        let dashes = text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
        let (month, day) = if dashes { (number(5, 7)?, number(8, 10)?) } else { (number(4, 6)?, number(6, 8)?) };
        Self::new(i32::try_from(number(0, 4)?).ok()?, month, day)
    }

    /// ISO 8601.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn month_length(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_days() {
        let day = |year, month, day| Day::new(year, month, day).unwrap();
        assert_eq!(day(1970, 1, 1).number(), 0);
        assert_eq!(day(2000, 3, 1).number(), 11_017);
        assert_eq!(day(2022, 1, 12).weekday(), 3);
        assert_eq!(day(2024, 2, 28).plus(2), Some(day(2024, 3, 1)));
        assert_eq!(day(1900, 2, 28).plus(1), Some(day(1900, 3, 1)));
        assert_eq!(day(2022, 1, 31).month_plus(-2), Some((2021, 11)));
        assert_eq!(Day::new(2023, 2, 29), None);
        assert_eq!(Day::of_iso("2022-01-12T21:26:00+02:00"), Some(day(2022, 1, 12)));
        assert_eq!(Day::of_iso("20220112"), Some(day(2022, 1, 12)));
        assert_eq!(Day::of_iso("12.01.2022"), None);
        assert_eq!(day(9999, 12, 31).plus(1), None);
    }

    proptest! {
        #[test]
        fn numbers_and_days_are_one_to_one(number in -700_000_i64..2_900_000, text in "\\PC{0,12}") {
            let day = Day::of_number(number).unwrap();
            prop_assert_eq!(day.number(), number);
            prop_assert_eq!(Day::of_iso(&day.iso()), Some(day));
            prop_assert!(Day::of_number(number + 1).unwrap() > day);
            let _ = Day::of_iso(&text);
        }
    }
}
