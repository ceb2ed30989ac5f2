//! A byline without what stands around its names: "By", jobs, dates, places, and credits for other work.

use super::authors::Field;
use super::lexicon::{BY, DATED, OTHERS, PLACED};
use super::months::month;
use super::people::{AGENCIES, DEGREES, JOBS, TITLES};
use super::title::{fold, squeeze};

/// A line up to where it names people for other work than writing: "Jane Doe Photo: Ravi Patel", "Editing by Ravi Patel".
/// Where it is the `first` that names anybody, it may begin with such a word that also stands before authors.
pub(super) fn before_credits(line: &str, first: bool) -> &str {
    let lower = line.to_lowercase();
    if !OTHERS.iter().any(|cue| lower.contains(cue)) {
        return line;
    }
    let mut from = 0;
    let mut rest = line;
    loop {
        let lower: String = rest.chars().take(24).flat_map(char::to_lowercase).collect();
        let begins = |cue: &&&str| {
            lower
                .strip_prefix(**cue)
                .is_some_and(|rest| cue.ends_with(is_colon) || !rest.starts_with(char::is_alphanumeric))
        };
        if let Some(cue) = OTHERS.iter().find(begins)
            && (from > 0 || !first || !BY.contains(cue))
        {
            return &line[..from];
        }
        let Some(space) = rest.find(' ') else { return line };
        from += space + 1;
        rest = &line[from..];
    }
}

/// Whether a line ends in words for other work, so that the next one names who did it.
pub(super) fn ends_in_credit(line: &str) -> bool {
    let lower = line.trim().to_lowercase();
    OTHERS.iter().any(|cue| lower.ends_with(cue))
}

/// Cuts "By", "Von", "Written by:" and the like off the front, and what follows a bar or a date.
pub(super) fn lead_off(value: &str) -> &str {
    let mut value = value.trim_matches(|char: char| {
        char.is_whitespace() || matches!(char, '|' | '-' | '–' | '—' | '•' | '·' | '/') || is_colon(char)
    });
    for _ in 0..3 {
        let lower = value.to_lowercase();
        if BY.contains(&lower.as_str()) {
            return "";
        }
        let begins = |by: &&&str| {
            lower.strip_prefix(**by).is_some_and(|rest| rest.starts_with(|char: char| !char.is_alphanumeric()))
        };
        // The longest: "Text by" before "Text".
        let Some(by) = BY.iter().filter(begins).max_by_key(|by| by.len()) else {
            break;
        };
        // Lower-casing may change lengths, so the words are counted off instead of the bytes.
        let skip = by.split(' ').count();
        let mut rest = value;
        for _ in 0..skip {
            let parts = |char: char| char.is_whitespace() || is_colon(char) || matches!(char, '・' | '·');
            rest = rest[rest.find(parts).unwrap_or(rest.len())..].trim_start_matches(parts);
        }
        value = rest;
    }
    value
}

/// The most words of a role before a name.
const ROLE: usize = 4;

/// A byline without the role before its first name: "our correspondent Jane Doe", "unserem Korrespondenten Jan Otto", "notre
/// envoyée spéciale à Varn, Claire Monnet". Such a role begins with a small word.
pub(super) fn past_role(value: &str) -> &str {
    if !value.starts_with(char::is_lowercase) {
        return value;
    }
    let mut rest = value;
    for _ in 0..ROLE {
        let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
        let second = after.split([' ', ',']).next().unwrap_or("");
        rest = after.trim_start();
        let known = |words: &str| {
            let folded = fold(words);
            JOBS.iter().any(|job| folded.starts_with(job) && folded.len() <= job.len() + INFLECTED)
        };
        let behind = if known(&format!("{word} {second}")) {
            rest.get(second.len()..).unwrap_or("").trim_start()
        } else if known(word) {
            rest
        } else {
            continue;
        };
        if behind.starts_with(char::is_uppercase) {
            return behind;
        }
        // "à Varn, Claire Monnet"
        let placed = behind.split_once(", ").filter(|(place, _)| place.split(' ').count() <= ROLE);
        if let Some((_, name)) = placed.filter(|(_, name)| name.starts_with(char::is_uppercase)) {
            return name;
        }
    }
    value
}

/// The longest ending of a word for a job, in bytes: "Korrespondenten".
const INFLECTED: usize = 3;

/// One name without brackets, roles and dates around it.
pub(super) fn clean(part: &str, field: Field) -> String {
    let mut name = lead_off(part);
    for open in ['(', '[', '|', '•', '·', '⋅', '–', '—', '/', '<', '{'] {
        let Some(at) = name.find(open).filter(|&at| at > 0) else { continue };
        // "Jane (Miller) Doe" keeps its middle.
        let goes_on = name.rfind([')', ']']).is_some_and(|end| name[end..].contains(char::is_alphabetic));
        if field == Field::Shown || !matches!(open, '(' | '[') || !goes_on {
            name = &name[..at];
        }
    }
    if let Some((head, _)) = name.split_once(" - ") {
        name = head;
    }
    let name = name.trim_matches(|char: char| !char.is_alphanumeric() && char != '.' && char != ')');
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_number = |at: usize| words.get(at).is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let is_month = |at: usize| words.get(at).is_some_and(|word| month(&fold(word)).is_some());
    let cut = (1..words.len()).find(|&at| {
        let word = fold(words[at]);
        let dated = DATED.contains(&word.as_str()) && (field == Field::Shown || is_number(at + 1) || is_month(at + 1))
            || is_month(at) && is_number(at + 1)
            || is_number(at);
        let ends = at >= 2 && at + 1 == words.len() && DEGREES.contains(&word.as_str());
        let behind = TITLES.contains(&words[at]) || words[at].contains('@');
        dated || ends || behind || field == Field::Shown && at >= 2 && is_beside(&words, at)
    });
    squeeze(&words[..cut.unwrap_or(words.len())].join(" "))
}

/// Whether the words from `at` on tell where a person works, or is: a job, a place, an agency, or a house in small
/// letters behind a name in capitals.
fn is_beside(words: &[&str], at: usize) -> bool {
    let rest = fold(&words[at..].join(" "));
    let small = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().nth(1).is_some()
            && word.chars().skip(1).all(char::is_lowercase)
    };
    let capital = |word: &&str| {
        let mut letters = word.chars().filter(|char| char.is_alphabetic());
        letters.clone().count() > 1 && letters.all(char::is_uppercase)
    };
    PLACED.contains(&words[at])
        || AGENCIES.contains(&rest.as_str())
        || small(words[at]) && words[..at].iter().all(capital)
        || is_job(&rest)
}

fn is_colon(char: char) -> bool {
    matches!(char, ':' | '：')
}

pub(super) fn is_job(folded: &str) -> bool {
    let bytes = folded.as_bytes();
    let whole = |at: usize, job: &str| {
        (at == 0 || bytes[at - 1] == b' ') && bytes.get(at + job.len()).is_none_or(|byte| *byte == b' ')
    };
    JOBS.iter().any(|job| folded.match_indices(job).any(|(at, _)| whole(at, job)))
}
