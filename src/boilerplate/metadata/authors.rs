//! Names of authors, cleaned of "By", job titles and all else that stands in a byline.

use super::lexicon::{AGENCIES, BY, DATED, JOBS, NOT_NAMES, PARTS};
use super::months::month;
use super::title::{fold, squeeze};

/// The most authors of one page.
const MAX_AUTHORS: usize = 12;

/// The longest byline that is read, in bytes; what is longer is no byline.
const MAX_BYLINE: usize = 600;

/// The names in a byline or an author field, in order, each once; the site's own name is left out.
pub(crate) fn names(values: &[String], site: Option<&str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for value in values.iter().filter(|value| value.len() <= MAX_BYLINE) {
        for name in split(value) {
            let folded = fold(&name);
            let known = names.iter().any(|old| fold(old) == folded);
            let is_site = site.is_some_and(|site| fold(site) == folded);
            if !known && !is_site && names.len() < MAX_AUTHORS {
                names.push(name);
            }
        }
    }
    let is_agency = |name: &String| AGENCIES.contains(&fold(name).as_str());
    if !names.iter().all(is_agency) {
        names.retain(|name| !is_agency(name));
    }
    names
}

/// "Surname, Given", as library catalogues write it, in the order people say it.
pub(crate) fn turned(value: &str) -> String {
    match value.split_once(',') {
        Some((family, given)) if !given.contains(',') && !given.trim().is_empty() => {
            format!("{} {}", given.trim(), family.trim())
        }
        _ => value.to_owned(),
    }
}

/// One byline into names.
fn split(value: &str) -> Vec<String> {
    let value = squeeze(&super::collect::unescape(value));
    if value.contains("://") || value.starts_with("www.") || value.contains('@') && !value.contains(' ') {
        return Vec::new();
    }
    let value = lead_off(&value);
    let mut pieces = vec![value.to_owned()];
    for part in PARTS {
        pieces = pieces.iter().flat_map(|piece| piece.split(part)).map(str::to_owned).collect();
    }
    let mut names = Vec::new();
    for piece in pieces {
        // "Surname, Given" in one field of two single words is one name; lists have longer members.
        let parts: Vec<&str> = piece.split([',', '،', '、']).map(str::trim).filter(|part| !part.is_empty()).collect();
        for (at, part) in parts.iter().enumerate() {
            // After a name come jobs and degrees ("MD", "E-RYT 200") as often as other names.
            let degree = part.chars().count() <= 5 && !part.chars().any(char::is_lowercase);
            if at > 0 && (degree || is_job(&fold(part))) {
                continue;
            }
            let name = clean(part);
            if is_name(&name) {
                names.push(name);
            }
        }
    }
    names
}

/// Cuts "By", "Von", "Written by:" and the like off the front, and what follows a bar or a date.
fn lead_off(value: &str) -> &str {
    let mut value = value.trim_matches(|char: char| {
        char.is_whitespace() || matches!(char, ':' | '|' | '-' | '–' | '—' | '•' | '·' | '/')
    });
    for _ in 0..3 {
        let lower = value.to_lowercase();
        let Some(by) = BY.iter().find(|by| {
            lower.strip_prefix(**by).is_some_and(|rest| rest.starts_with(|char: char| !char.is_alphanumeric()))
        }) else {
            break;
        };
        // Lower-casing may change lengths, so the words are counted off instead of the bytes.
        let skip = by.split(' ').count();
        let mut rest = value;
        for _ in 0..skip {
            let end = rest.find(|char: char| char.is_whitespace() || char == ':').unwrap_or(rest.len());
            rest = rest[end..].trim_start_matches(|char: char| char.is_whitespace() || char == ':');
        }
        value = rest;
    }
    value
}

/// One name without brackets, roles and dates around it.
fn clean(part: &str) -> String {
    let mut name = lead_off(part);
    for open in ['(', '[', '|', '•', '·', '–', '—', '/', '<', '{'] {
        if let Some(at) = name.find(open).filter(|&at| at > 0) {
            name = &name[..at];
        }
    }
    if let Some((head, _)) = name.split_once(" - ") {
        name = head;
    }
    let name = name.trim_matches(|char: char| !char.is_alphanumeric() && char != '.' && char != ')');
    // Job titles of several words may follow the name without any sign.
    let words: Vec<&str> = name.split_whitespace().collect();
    let cut = (1..words.len()).find(|&at| {
        let dated = DATED.contains(&fold(words[at]).as_str())
            || month(&fold(words[at])).is_some()
                && words.get(at + 1).is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()))
            || words[at].starts_with(|char: char| char.is_ascii_digit());
        dated || at >= 2 && is_job(&fold(&words[at..].join(" ")))
    });
    squeeze(&words[..cut.unwrap_or(words.len())].join(" "))
}

fn is_job(folded: &str) -> bool {
    let folded = format!(" {folded} ");
    JOBS.iter().any(|job| folded.contains(&format!(" {job} ")))
}

/// Whether it can be the name of a person or an editorial office.
fn is_name(name: &str) -> bool {
    let letters = name.chars().filter(|char| char.is_alphabetic()).count();
    let digits = name.chars().filter(char::is_ascii_digit).count();
    let words = name.split_whitespace().count();
    if letters < 2 || digits > 2 || words > 6 || name.chars().count() > 60 {
        return false;
    }
    let folded = fold(name);
    // A date line's pieces; a month may be a given name, but not stand alone.
    let dated = |word: &str| {
        month(word).is_some() || DATED.contains(&word) || word.starts_with(|char: char| char.is_ascii_digit())
    };
    if NOT_NAMES.contains(&folded.as_str()) || folded.split(' ').all(dated) || name.contains('.') && words == 1 {
        return false;
    }
    // A role alone ("Staff Writer") is no name, an office ("Politics Desk", "The Investopedia Team") is one.
    let first_is_small = name.chars().next().is_some_and(char::is_lowercase);
    !(first_is_small && words > 3 || JOBS.contains(&folded.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn one(value: &str) -> Vec<String> {
        names(&[value.to_owned()], None)
    }

    #[test]
    fn bylines_become_names() {
        for (given, expected) in [
            ("By Jane Doe", vec!["Jane Doe"]),
            ("BY JANE DOE AND RAVI PATEL", vec!["JANE DOE", "RAVI PATEL"]),
            ("Written by: Jane Doe, Senior Editor", vec!["Jane Doe"]),
            ("Jane Doe, Ravi Patel & Ana Sá", vec!["Jane Doe", "Ravi Patel", "Ana Sá"]),
            ("Von Jörg Müller und Anna Schmidt", vec!["Jörg Müller", "Anna Schmidt"]),
            ("Par Élise Petit", vec!["Élise Petit"]),
            ("Jane Doe | Reuters | 3 May 2024", vec!["Jane Doe"]),
            ("Jane Doe Chief Political Correspondent", vec!["Jane Doe"]),
            ("https://facebook.example/jane", vec![]),
            ("admin", vec![]),
            ("Иван Петров", vec!["Иван Петров"]),
        ] {
            assert_eq!(one(given), expected, "{given}");
        }
    }

    #[test]
    fn what_is_too_long_is_no_byline() {
        assert!(one(&"by name ".repeat(100_000)).is_empty());
    }

    #[test]
    fn the_same_name_counts_once() {
        assert_eq!(names(&["Jane Doe".into(), "by Jane Doe".into()], None), ["Jane Doe"]);
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in "\\PC{0,80}") {
            one(&text);
        }
    }
}
