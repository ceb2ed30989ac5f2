//! Names of authors, cleaned of "By", job titles and all else that stands in a byline.

use super::byline::{before_credits, clean, ends_in_credit, is_job, lead_off, past_role};
use super::lexicon::{DATED, PARTS};
use super::months::month;
use super::people::{AGENCIES, DEGREES, DESKS, JOBS, NOT_NAMES};
use super::title::{fold, folds_to, squeeze};

/// The most authors of one page.
const MAX_AUTHORS: usize = 12;

/// The longest byline that is read, in bytes; what is longer is no byline.
const MAX_BYLINE: usize = 600;

/// Where a name was found.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
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
        for name in split(value, field, site) {
            let folded = fold(&name);
            let known = names.iter().any(|old| folds_to(old, &folded));
            let is_site = site.is_some_and(|site| folds_to(site, &folded));
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

/// Whether a name is that of an editorial office, which stands in for whoever wrote: "Rédaction web", "News desk".
pub(crate) fn is_desk(name: &str) -> bool {
    fold(name).split(' ').any(|word| DESKS.contains(&word))
}

/// Whether a name is written as names are: few words, capitals but for one word, or for several particles inside.
pub(crate) fn is_sound(name: &str) -> bool {
    let small = |word: &&str| word.starts_with(char::is_lowercase);
    let (words, lower) = (name.split(' ').count(), name.split(' ').filter(small).count());
    // "Ilka van der Ostrand"
    let particles = || name.split(' ').filter(small).all(|word| word.chars().count() <= LONGEST_PARTICLE);
    let framed =
        || !name.starts_with(char::is_lowercase) && name.split(' ').next_back().is_some_and(|word| !small(&word));
    words <= 4 && lower <= 1 || words <= 6 && words - lower <= 3 && particles() && framed()
}

/// The longest particle of a name, in letters: "van", "der", "dos".
const LONGEST_PARTICLE: usize = 3;

/// "Surname, Given", as library catalogues write it, in the order people say it.
pub(crate) fn turned(value: &str) -> String {
    match value.split_once(',') {
        Some((family, given)) if !given.contains(',') && !given.trim().is_empty() => {
            format!("{} {}", given.trim(), family.trim())
        }
        _ => value.to_owned(),
    }
}

/// A byline, whose parts may stand on lines of their own, into names.
fn split(value: &str, field: Field, site: Option<&str>) -> Vec<String> {
    let value = super::collect::unescape(value);
    if field == Field::Stated {
        return value.split(';').flat_map(|part| split_line(&in_order(&squeeze(part), site), field, true)).collect();
    }
    let mut names: Vec<String> = Vec::new();
    // "Reviewed by" on a line of its own: the next one names somebody else.
    let mut other = false;
    for line in value.lines() {
        if std::mem::replace(&mut other, ends_in_credit(line)) && !names.is_empty() {
            continue;
        }
        let first = names.is_empty();
        let found = split_line(&squeeze(line), field, first).into_iter().map(|name| without_site(name, site));
        // What stands below a name is another one only if it looks like one: desks and places stand there too.
        let is_other = |name: &String| {
            is_sound(name) && !name.starts_with(char::is_lowercase) && (name.contains(' ') || !is_cased(name))
        };
        names.extend(found.filter(|name| first || is_other(name)));
    }
    names
}

/// One line of a byline into names; `first` is whether no name came before it.
fn split_line(value: &str, field: Field, first: bool) -> Vec<String> {
    if value.contains("://") || value.starts_with("www.") || value.contains('@') && !value.contains(' ') {
        return Vec::new();
    }
    let mut names: Vec<String> = Vec::new();
    // "Jane Doe, Home and Garden Expert": a part that names a job goes as a whole, before "and" parts it.
    let mut after_job = false;
    let value = before_credits(value, first);
    for part in past_role(lead_off(value)).split([',', '،', '、', ';']).map(str::trim).filter(|part| !part.is_empty())
    {
        let bare = without_and(part);
        // "Jane Doe, Ravi Patel, and Ana Sá": another person comes, whoever came before.
        let alone = bare.len() == part.len();
        after_job &= alone;
        let part = bare;
        // "Jan Otto und Mia Sand, Emdorf": a place stands behind whole names.
        let whole = || names.iter().any(|name| name.contains(' '));
        if field == Field::Shown && alone && !part.contains(' ') && is_cased(part) && whole() {
            continue;
        }
        let folded = fold(part);
        let degree = part.chars().count() <= 5 && !part.chars().any(char::is_lowercase) && is_cased(part)
            || DEGREES.contains(&folded.replace(' ', "").as_str());
        let small = field == Field::Shown && part.starts_with(char::is_lowercase);
        let job = is_job(&folded);
        if (!first || !names.is_empty()) && (degree || small || job || after_job && !part.contains(' ')) {
            if let Some(person) = if job { person_behind(part) } else { None } {
                names.push(clean(person, field));
            }
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

/// A part without the "and" before or behind it.
fn without_and(part: &str) -> &str {
    let mut bare = part;
    for and in PARTS.iter().map(|between| between.trim()).filter(|and| !and.is_empty()) {
        bare = bare.strip_prefix(and).filter(|rest| rest.starts_with(' ')).unwrap_or(bare).trim_start();
        bare = bare.strip_suffix(and).filter(|rest| rest.ends_with(' ')).unwrap_or(bare).trim_end();
    }
    bare
}

/// The next author in "Staff Writer and Thomas Kim": a full name behind a job, not a second job.
fn person_behind(part: &str) -> Option<&str> {
    let (head, tail) =
        PARTS.iter().filter_map(|between| part.rsplit_once(between)).min_by_key(|(_, tail)| tail.len())?;
    let words = tail.split(' ').count();
    let capitals = tail.split(' ').all(|word| word.starts_with(char::is_uppercase));
    (is_job(&fold(head)) && !is_job(&fold(tail)) && (2..=4).contains(&words) && capitals).then_some(tail)
}

/// "Delgado, Maria" in a field for one name, in the order people say it; a list of full names stays.
fn in_order(value: &str, site: Option<&str>) -> String {
    let Some((family, given)) = value.split_once(", ") else { return value.to_owned() };
    let is_word = |text: &str| {
        text.starts_with(char::is_uppercase) && text.chars().all(|c| c.is_alphabetic() || "-'’".contains(c))
    };
    let is_given = given.split(' ').count() <= 2 && given.split(' ').all(|word| is_word(word.trim_end_matches('.')));
    let other = |text: &str| {
        let folded = fold(text);
        AGENCIES.contains(&folded.as_str())
            || NOT_NAMES.contains(&folded.as_str())
            || DEGREES.contains(&folded.replace(' ', "").as_str())
            || is_job(&folded)
            || site.is_some_and(|site| folds_to(site, &folded))
    };
    let turns = is_word(family) && is_given && !other(family) && !other(given);
    if turns && without_and(given) == given { turned(value) } else { value.to_owned() }
}

/// A name without the site's behind it: "Jane Doe Harbour Gazette".
fn without_site(name: String, site: Option<&str>) -> String {
    let Some(site) = site.map(fold).filter(|site| !site.is_empty()) else { return name };
    let words: Vec<&str> = name.split(' ').collect();
    let cut = (2..words.len()).find(|&at| folds_to(&words[at..].join(" "), &site));
    cut.map_or_else(|| name.clone(), |at| words[..at].join(" "))
}

/// Whether a text is in a script with capitals.
pub(super) fn is_cased(text: &str) -> bool {
    text.chars().any(|char| char.is_uppercase() || char.is_lowercase())
}

/// Whether it can be the name of a person or an editorial office.
fn is_name(name: &str, field: Field) -> bool {
    let letters = name.chars().filter(|char| char.is_alphabetic()).count();
    let digits = name.chars().filter(char::is_ascii_digit).count();
    let words = name.split_whitespace().count();
    // "5 min read", but "3i Global".
    let counted = name.starts_with(|char: char| char.is_ascii_digit()) && !name.contains(char::is_uppercase);
    if letters < 2 || digits > 2 || words > 6 || name.chars().count() > 60 || counted {
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
    fn the_last_of_several_is_an_author_too() {
        for (given, expected) in [
            ("By Jane Doe, Ravi Patel, and Ana Sá", vec!["Jane Doe", "Ravi Patel", "Ana Sá"]),
            ("Jane Doe, Staff Writer and Ravi Patel, City Hall Reporter", vec!["Jane Doe", "Ravi Patel"]),
            ("Jane Doe, Senior Writer, and Ravi Patel", vec!["Jane Doe", "Ravi Patel"]),
            ("Jane Doe, Editor and Garden Columnist", vec!["Jane Doe"]),
            ("Jane Doe, Ravi Patel und", vec!["Jane Doe", "Ravi Patel"]),
        ] {
            assert_eq!(one(given), expected, "{given}");
        }
        let oxford = "Jane Doe, Ravi Patel, and Ana Sá".to_owned();
        assert_eq!(stated(&[oxford], None), ["Jane Doe", "Ravi Patel", "Ana Sá"]);
    }

    #[test]
    fn what_credits_say_beside_the_name_is_left_out() {
        for (given, expected) in [
            ("Γράφει η Άννα Παππά", vec!["Άννα Παππά"]),
            ("作者：王小芳", vec!["王小芳"]),
            ("Muhabir: Işık Çelik", vec!["Işık Çelik"]),
            ("Propos recueillis par Élise Petit", vec!["Élise Petit"]),
            ("박지영 기자 park@herald.example", vec!["박지영"]),
            ("लेखक: मीरा वर्मा", vec!["मीरा वर्मा"]),
            ("Reporting by Jane Doe; Editing by Ravi Patel", vec!["Jane Doe"]),
            ("Reporting by Jane Doe\nEditing by Ravi Patel", vec!["Jane Doe"]),
            ("Jane Doe in Lisbon", vec!["Jane Doe"]),
            ("Dr. Ravi Patel, PhD", vec!["Dr. Ravi Patel"]),
            ("JANE DOE Harbor Evening News Staff", vec!["JANE DOE"]),
            ("RAVI PATEL Associated Press", vec!["RAVI PATEL"]),
            ("A. J. Doe", vec!["A. J. Doe"]),
            ("JOHN McDONALD", vec!["JOHN McDONALD"]),
            ("Lena Holm Foto: Nils Ek", vec!["Lena Holm"]),
            ("Posted by Jane Doe at 9:40 AM", vec!["Jane Doe"]),
            ("Editing by Ravi Patel", vec![]),
            ("Kim In-sook", vec!["Kim In-sook"]),
        ] {
            assert_eq!(one(given), expected, "{given}");
        }
    }

    #[test]
    fn parts_on_lines_of_their_own_are_authors_or_go() {
        for (given, expected) in [
            ("Jane Doe\nRavi Patel", vec!["Jane Doe", "Ravi Patel"]),
            ("Jane Doe\nReuters", vec!["Jane Doe"]),
            ("Jane Doe\nPolitical editor", vec!["Jane Doe"]),
            ("Jane Doe\nReuters\nWed", vec!["Jane Doe"]),
            ("Jane Doe\nReviewed by\nRavi Patel", vec!["Jane Doe"]),
            ("3i Global", vec!["3i Global"]),
            ("Jane Doe\nSenior Harbour Analyst", vec!["Jane Doe"]),
            ("Jane Doe\n5 min read", vec!["Jane Doe"]),
            ("Jane Doe\nin Lisbon\nand Ravi Patel", vec!["Jane Doe", "Ravi Patel"]),
            ("By\nJane Doe\nLisbon", vec!["Jane Doe"]),
        ] {
            assert_eq!(one(given), expected, "{given}");
        }
        assert_eq!(names(&["Jane Doe The Herald".to_owned()], Some("The Herald")), ["Jane Doe"]);
    }

    #[test]
    fn a_field_for_one_name_may_put_the_family_first() {
        for (given, expected) in [
            ("Doe, Jane", vec!["Jane Doe"]),
            ("Doe, Jane A.; Patel, Ravi", vec!["Jane A. Doe", "Ravi Patel"]),
            ("Jane Doe, Ravi Patel", vec!["Jane Doe", "Ravi Patel"]),
            ("Jane Doe, PhD", vec!["Jane Doe"]),
            ("Reuters, Jane Doe", vec!["Jane Doe"]),
        ] {
            assert_eq!(stated(&[given.to_owned()], None), expected, "{given}");
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
        fn any_text_is_read_without_panic(text in "(\\PC|\n|, | and |By ){0,60}") {
            one(&text);
            stated(&[text], Some("The Herald"));
        }
    }
}
