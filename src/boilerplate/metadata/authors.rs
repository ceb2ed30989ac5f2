//! Names of authors, cleaned of "By", job titles and all else that stands in a byline.

use super::lexicon::{AGENCIES, BY, DATED, DEGREES, JOBS, NOT_NAMES, PARTS};
use super::months::month;
use super::title::{fold, squeeze};

/// The most authors of one page.
const MAX_AUTHORS: usize = 12;

/// The longest byline that is read, in bytes; what is longer is no byline.
const MAX_BYLINE: usize = 600;

/// Where a name was found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    /// A field for names: what stands in it is a name, or several.
    Stated,
    /// Text for readers: jobs, dates and places may follow a name without any sign.
    Shown,
}

/// The names in a byline, in order, each once; the site's own name is left out.
pub(crate) fn names(values: &[String], site: Option<&str>) -> Vec<String> {
    collect(values, site, Field::Shown)
}

/// The names in fields that machines read; as [`names`].
pub(crate) fn stated(values: &[String], site: Option<&str>) -> Vec<String> {
    collect(values, site, Field::Stated)
}

fn collect(values: &[String], site: Option<&str>, field: Field) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for value in values.iter().filter(|value| value.len() <= MAX_BYLINE) {
        for name in split(value, field) {
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

/// Whether a name is written as names are: few words, capitals but for one particle.
pub(crate) fn is_sound(name: &str) -> bool {
    let small = name.split(' ').filter(|word| word.starts_with(char::is_lowercase)).count();
    name.split(' ').count() <= 4 && small <= 1
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
fn split(value: &str, field: Field) -> Vec<String> {
    let value = squeeze(&super::collect::unescape(value));
    if value.contains("://") || value.starts_with("www.") || value.contains('@') && !value.contains(' ') {
        return Vec::new();
    }
    let mut names: Vec<String> = Vec::new();
    // "Jane Doe, Home and Garden Expert": a part that names a job goes as a whole, before "and" parts it.
    let mut after_job = false;
    for part in lead_off(&value).split([',', '،', '、', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        let degree = part.chars().count() <= 5 && !part.chars().any(char::is_lowercase);
        let small = field == Field::Shown && part.starts_with(char::is_lowercase);
        if !names.is_empty() && (degree || small || is_job(&fold(part)) || after_job && !part.contains(' ')) {
            after_job |= !degree;
            continue;
        }
        let mut pieces = vec![part.to_owned()];
        for between in PARTS {
            pieces = pieces.iter().flat_map(|piece| piece.split(between)).map(str::to_owned).collect();
        }
        names.extend(pieces.iter().map(|piece| clean(piece, field)).filter(|name| is_name(name, field)));
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
        if BY.contains(&lower.as_str()) {
            return "";
        }
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
fn clean(part: &str, field: Field) -> String {
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
        dated || ends || field == Field::Shown && at >= 2 && is_job(&fold(&words[at..].join(" ")))
    });
    squeeze(&words[..cut.unwrap_or(words.len())].join(" "))
}

fn is_job(folded: &str) -> bool {
    let folded = format!(" {folded} ");
    JOBS.iter().any(|job| folded.contains(&format!(" {job} ")))
}

/// Whether it can be the name of a person or an editorial office.
fn is_name(name: &str, field: Field) -> bool {
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
    let is_role = if field == Field::Shown { is_job(&folded) } else { JOBS.contains(&folded.as_str()) };
    !(first_is_small && words > 3 || is_role)
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
            ("Jane Doe, Home and Garden Expert", vec!["Jane Doe"]),
            ("View all posts by Jane Doe", vec!["Jane Doe"]),
            ("Written By", vec![]),
            ("Jane Doe RN", vec!["Jane Doe"]),
        ] {
            assert_eq!(one(given), expected, "{given}");
        }
    }

    #[test]
    fn fields_for_names_keep_them_whole() {
        for given in ["Northern Travel Expert", "Harbour Growth Marketing", "Jane (Miller) Doe", "Hard On"] {
            assert_eq!(stated(&[given.to_owned()], None), [given]);
        }
        assert_eq!(stated(&["Jane Doe and Ravi Patel, MD".to_owned()], None), ["Jane Doe", "Ravi Patel"]);
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
