//! ISO 8601 dates and times as the timestamps of a table.

/// Microseconds since 1970-01-01 UTC of an ISO 8601 date or date and time; a missing time is midnight, a missing zone UTC.
/// `None` for what is no such date.
///
/// Days are counted as in Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms".
pub fn timestamp_micros(iso: &str) -> Option<i64> {
    let bytes = iso.as_bytes();
    let number = |from: usize, to: usize| -> Option<i64> {
        let digits = bytes.get(from..to)?;
        digits.iter().all(u8::is_ascii_digit).then(|| digits.iter().fold(0, |n, d| n * 10 + i64::from(d - b'0')))
    };
    if bytes.get(4) != Some(&b'-') || bytes.get(7) != Some(&b'-') {
        return None;
    }
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let midnight = days_since_1970(year, month, day) * 86_400;
    if bytes.len() == 10 {
        return Some(midnight * 1_000_000);
    }
    if !matches!(bytes[10], b'T' | b't' | b' ') || bytes.get(13) != Some(&b':') {
        return None;
    }
    let (hour, minute) = (number(11, 13)?, number(14, 16)?);
    let (mut at, mut second, mut micros) = (16, 0, 0);
    if bytes.get(at) == Some(&b':') {
        second = number(17, 19)?;
        at = 19;
        if matches!(bytes.get(at), Some(b'.' | b',')) {
            let digits = bytes[at + 1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            micros = number(at + 1, at + 1 + digits.min(6))? * 10_i64.pow(6 - digits.min(6) as u32);
            at += 1 + digits;
        }
    }
    if hour > 24 || minute > 59 || second > 60 {
        return None;
    }
    let zone = match bytes.get(at) {
        None => 0,
        Some(b'Z' | b'z') if at + 1 == bytes.len() => 0,
        Some(sign @ (b'+' | b'-')) => {
            let minutes = match bytes.len() - at {
                3 => 0,
                5 => number(at + 3, at + 5)?,
                6 if bytes[at + 3] == b':' => number(at + 4, at + 6)?,
                _ => return None,
            };
            let offset = number(at + 1, at + 3)? * 3600 + minutes * 60;
            if *sign == b'+' { offset } else { -offset }
        }
        Some(_) => return None,
    };
    Some((midnight + hour * 3600 + minute * 60 + second - zone) * 1_000_000 + micros)
}

/// Days from 1970-01-01 to a day of the Gregorian calendar.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::timestamp_micros;

    #[test]
    fn dates_times_and_zones() {
        assert_eq!(timestamp_micros("1970-01-01"), Some(0));
        assert_eq!(timestamp_micros("2022-01-12T21:26"), Some(1_642_022_760_000_000));
        assert_eq!(timestamp_micros("2022-01-12T21:26:30.25Z"), Some(1_642_022_790_250_000));
        assert_eq!(timestamp_micros("2022-01-12T23:26:00+02:00"), timestamp_micros("2022-01-12T21:26Z"));
        assert_eq!(timestamp_micros("2022-01-12 16:26-0500"), timestamp_micros("2022-01-12T21:26"));
        assert_eq!(timestamp_micros("1969-12-31T23:59:59"), Some(-1_000_000));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in
            ["", "2022", "2022-13-01", "12.01.2022", "2022-01-12T", "2022-01-12T9:00", "2022-01-12T10:00?", "двадцать"]
        {
            assert_eq!(timestamp_micros(text), None, "{text}");
        }
    }
}
