//! Time and writers told by single lines of scraped text, of which nothing is known but its words.

use super::date_words::{POSTED, UPDATED, WEEKDAYS};
use super::dates::{self, Found, Order};
use super::title::fold;
use super::unsigned::employed;
use super::visible::{BARS, LABEL_WORDS, holds, is_byline, named_beside, signed};

/// When a scraped text was published, by a date line in it, as ISO 8601, with the time where the line tells it; none where the
/// line tells of a change only, or where day and month could have changed places: `language`, a BCP 47 code, may tell
/// which comes first.
///
/// ```
/// use copydesk::boilerplate::date_line;
/// assert_eq!(date_line("14.03.2026, 18:20 Uhr", None).as_deref(), Some("2026-03-14T18:20:00"));
/// assert_eq!(date_line("Updated March 15, 2026 | Published March 14, 2026", Some("en")).as_deref(), Some("2026-03-14"));
/// assert_eq!(date_line("3/4/2026", Some("en")), None);
/// assert_eq!(date_line("3/4/2026 16h40", Some("pt")).as_deref(), Some("2026-04-03T16:40:00"));
/// ```
pub fn date_line(line: &str, language: Option<&str>) -> Option<String> {
    labelled_dates(line, language).find(|(label, _)| !holds(label, UPDATED)).map(|(_, date)| date.moment())
}

/// As [`date_line`], of a line that opens with its date; none behind a weekday, as mastheads write the day of the visit.
///
/// ```
/// use copydesk::boilerplate::opening_date;
/// assert_eq!(opening_date("• March 14, 2026 | 4 min read", None).as_deref(), Some("2026-03-14"));
/// assert_eq!(opening_date("Sunday, March 15, 2026", None), None);
/// ```
pub fn opening_date(line: &str, language: Option<&str>) -> Option<String> {
    let line = line.trim_start_matches(|char: char| !char.is_alphanumeric());
    let opens = dates::all(line, Order::DayFirst).next().is_some_and(|date| date.start == 0);
    date_line(line, language).filter(|_| opens)
}

/// As [`date_line`], of a line that says that its date is that of publication.
///
/// ```
/// use copydesk::boilerplate::stated_date;
/// assert_eq!(stated_date("Published - March 05, 2026 08:02 pm IST", None).as_deref(), Some("2026-03-05T20:02:00"));
/// assert_eq!(stated_date("March 05, 2026", None), None);
/// ```
pub fn stated_date(line: &str, language: Option<&str>) -> Option<String> {
    let stated = |label: &str| holds(label, POSTED) && !holds(label, UPDATED);
    labelled_dates(line, language).find(|(label, _)| stated(label)).map(|(_, date)| date.moment())
}

/// When a scraped text was last changed, by a line that says so; otherwise as [`date_line`].
///
/// ```
/// use copydesk::boilerplate::changed_date;
/// assert_eq!(changed_date("Updated 2:12 PM EDT, March 11, 2026", None).as_deref(), Some("2026-03-11T14:12:00-04:00"));
/// assert_eq!(changed_date("March 11, 2026", None), None);
/// ```
pub fn changed_date(line: &str, language: Option<&str>) -> Option<String> {
    labelled_dates(line, language).find(|(label, _)| holds(label, UPDATED)).map(|(_, date)| date.moment())
}

/// The dates of a line that can be read one way only, each with the folded words before it.
fn labelled_dates<'a>(line: &'a str, language: Option<&str>) -> impl Iterator<Item = (String, Found)> + 'a {
    let order = Order::in_language(language);
    // Those that can be read both ways are found, so that they end the label of the next, and left out.
    let read = if order == Order::MonthFirst { order } else { Order::DayFirst };
    let mut from = 0;
    dates::all(line, read).filter_map(move |date| {
        let label = fold(line.get(from..date.start).unwrap_or(""));
        from = date.end;
        // With dots the day comes first everywhere.
        let sure = date.sure
            || order != Order::Unknown
            || line.get(date.start..date.end).is_some_and(|text| text.contains('.'));
        sure.then_some((label, date))
    })
}

/// Whether a line is a date with its label, its time, or the writer's name, perhaps with that of a change behind it, and
/// nothing else: "Jane Doe | 3 May 2024", "3/5/2024 16h40 Updated 4/5/2024 8h05".
pub(crate) fn is_date_line(line: &str) -> bool {
    is_dated(line) || is_imprint(line)
}

/// "The Ledger / English edition / 22.04.2026": names of a paper beside its day.
fn is_imprint(line: &str) -> bool {
    [" / ", " | ", " · ", " • "].iter().any(|sign| {
        let parts = || line.split(sign);
        parts().count() > 1 && parts().all(|part| words(part) <= PART_WORDS) && parts().any(is_dated)
    })
}

/// The most words of a part of an imprint.
const PART_WORDS: usize = 4;

fn is_dated(line: &str) -> bool {
    let mut found = dates::all(line, Order::DayFirst);
    let Some(date) = found.next() else { return false };
    let end = found.try_fold(date.past, |end, next| {
        let label = fold(line.get(end..next.start).unwrap_or(""));
        let changed = holds(&label, UPDATED) || holds(&label, POSTED);
        if changed && words(&label) <= LABEL_WORDS as usize { Ok(next.past) } else { Err(end) }
    });
    let (Ok(end) | Err(end)) = end;
    let (before, rest) = (line.get(..date.start).unwrap_or("").trim(), line.get(end..).unwrap_or(""));
    let after = rest.trim();
    let parted = ['|', '•', '·', '–', '—', '-', ',', ':'];
    let label = fold(before);
    let labelled = holds(&label, UPDATED) || holds(&label, POSTED) || is_byline(before);
    // "Fri 14 Mar 2026"
    let weekday = words(before) == 1 && (before.chars().count() <= 3 || is_weekday(before));
    // "Published 9:15 p.m. EST, Wed February 25, 2026"
    let timed = || {
        let label = fold(before.split(|char: char| char.is_ascii_digit()).next().unwrap_or(""));
        let told = label.is_empty() || holds(&label, UPDATED) || holds(&label, POSTED);
        date.clock.is_some() && date.past == date.end && told && words(&label) <= LABEL_WORDS as usize
    };
    let first = before.is_empty() || weekday || timed() || words(before) <= 4 && (before.ends_with(parted) || labelled);
    let named = after.contains(['|', '•', '·']) || is_byline(after.trim_start_matches(parted).trim());
    // "6:30 Uhr - Lesezeit: 2 Min."
    let behind = if date.past > date.end { rest } else { after };
    let read = APART.iter().filter_map(|sign| behind.split_once(sign)).min_by_key(|(time, _)| time.len());
    let read = read.is_some_and(|(time, rest)| words(time) <= 2 && words(rest) <= 5 && rest.contains(char::is_numeric));
    first && (words(after) <= 2 || words(after) <= 6 && named || read)
}

/// Whether a line is a name and the day behind it, and nothing else: "Jane Doe Fri 14 Mar 2026 07.15 GMT".
pub(crate) fn is_dated_name(line: &str) -> bool {
    let Some(date) = dates::all(line, Order::DayFirst).next() else { return false };
    let (before, rest) = (line.get(..date.start).unwrap_or(""), line.get(date.start..).unwrap_or(""));
    let name = before.trim_end().trim_end_matches(',');
    let name = name.rsplit_once(' ').filter(|(_, last)| is_weekday(last)).map_or(name, |(name, _)| name);
    words(line.get(date.past..).unwrap_or("")) <= 2 && named_beside(name, rest).is_some()
}

/// "Friday", "Fri"
fn is_weekday(word: &str) -> bool {
    let word = fold(word);
    WEEKDAYS.iter().any(|day| *day == word || word.chars().count() >= 2 && word.len() <= 4 && day.starts_with(&word))
}

/// What parts a date from how long the reading takes.
const APART: [&str; 5] = [" - ", " – ", " — ", " / ", "  "];

/// How many words a text has, numbers and times ("16h40") not counted.
fn words(text: &str) -> usize {
    let parts = text.split(|char: char| !char.is_alphanumeric());
    parts.filter(|word| !word.is_empty() && !word.contains(|char: char| char.is_ascii_digit())).count()
}

/// The names in a line near a scraped text's headline that says who wrote it, and perhaps when; none of a line that does
/// not. `next` is the line below it, which may have the name to its "Written by", or the date to its name.
///
/// ```
/// use copydesk::boilerplate::line_authors;
///
/// assert_eq!(line_authors("By Nora Hale and Ravi Patel, Harrow", None), ["Nora Hale", "Ravi Patel"]);
/// assert_eq!(line_authors("14 March 2026 | Mara Ellery", None), ["Mara Ellery"]);
/// assert_eq!(line_authors("Written by", Some("Mara Ellery")), ["Mara Ellery"]);
/// assert_eq!(line_authors("Mara Ellery", Some("14 March 2026, 10:20")), ["Mara Ellery"]);
/// assert_eq!(line_authors("Hannah Osei North of England correspondent", None), ["Hannah Osei"]);
/// assert!(line_authors("Harbour council delays the new bridge", Some("14 March 2026")).is_empty());
/// ```
pub fn line_authors(line: &str, next: Option<&str>) -> Vec<String> {
    let parted = || {
        let (head, tail) = line.split_once(BARS)?;
        named_beside(head, tail).or_else(|| named_beside(tail, head))
    };
    let before = || {
        let date = dates::all(line, Order::DayFirst).next()?;
        named_beside(line.get(..date.start)?, line.get(date.start..)?)
    };
    let below = || named_beside(line, next.filter(|next| is_date_line(next))?);
    let found = signed(line, next).or_else(parted).or_else(before).or_else(below);
    let mut names = found.or_else(|| employed(line)).unwrap_or_default();
    // "Von Sabine Körner, Varnholm": a place stands behind whole names.
    let whole = names.iter().any(|name| name.contains(' '));
    names.retain(|name| !name.starts_with(char::is_lowercase) && (name.contains(' ') || !whole));
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_lines_are_told_from_sentences_that_begin_with_a_date() {
        for line in [
            "14.03.2026, 18:20 Uhr",
            "10/03/2026 16h40  Atualizado 11/03/2026 08h05",
            "Publié le 08/10/2026 à 07h15 - Temps de lecture : 2 min",
            "19. März 2026, 06:30 Uhr  Lesezeit: 2 Min.",
            "Jane Doe | 3 May 2024",
            "Published 9:15 p.m. EST, Wed February 25, 2026",
            "March 14, 2026 6:30 p.m. PT",
            "18:20 Uhr, Mittwoch, 4. März 2026",
            "The Vell Ledger / English edition / 22.04.2026",
            "Politik | 4. März 2026 | Vell",
        ] {
            assert!(is_date_line(line), "{line}");
        }
        for line in [
            "On 3 May 2024 the council met again",
            "3 May 2024 was a cold day - 12 people froze in the open field near the harbour wall",
            "The council met on 3 May 2024",
            "14 March 2026 - 3 dead in Vell",
            "Council at 9:15 p.m. on February 25, 2026",
            "The council of Vell has met again | 4 March 2026",
        ] {
            assert!(!is_date_line(line), "{line}");
        }
    }
}
