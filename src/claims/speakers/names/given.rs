//! First names: whether two names of one family name may be those of one person.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::claims::speakers::key::{SUFFIXES, latin};
use crate::claims::speakers::words::{Gazetteer, class, fold};
use crate::learn::form::fold_hash;
use crate::text::distance;

/// How long the longer of two names must be for its vowels to be a matter of transcription: "Dana" and "Dina" are two.
const LONG: usize = 6;
/// "Volodymyr" and "Vladimir": one letter in so many may be another.
const SLIP: usize = 3;
/// A short form that begins its name: "Pat".
const SHORT: usize = 3;
/// What is no known first name is taken for one up to this length: beyond, it is rather a title.
const UNKNOWN: usize = 9;

const NAMES: u32 = class::MALE_NAME | class::FEMALE_NAME;

/// The first names of a full name, as they are compared: small Latin letters, without titles, particles and the family name.
///
/// ```
/// use copydesk::claims::speakers::given_names;
/// assert_eq!(given_names("Senator John F. Smith"), ["john", "f"]);
/// assert!(given_names("Ms. Smith").is_empty());
/// ```
pub fn given_names(name: &str) -> Vec<String> {
    let known = Gazetteer::of("");
    let mut words: Vec<String> = (name.split_whitespace())
        .filter(|word| !word.starts_with(char::is_lowercase))
        .flat_map(|word| word.split('-'))
        .map(|word| latin(fold(word).trim_matches(|c: char| !c.is_alphanumeric())))
        .filter(|word| !(word.is_empty() || SUFFIXES.contains(&word.as_str())))
        .collect();
    words.pop();
    let classes = |word: &String| known.get(fold_hash(word), word);
    let initial = |word: &String| word.chars().count() == 1;
    if words.iter().any(|word| classes(word) & NAMES != 0) {
        words.retain(|word| initial(word) || classes(word) & NAMES != 0);
    } else {
        let english = Gazetteer::of("en");
        let title = |word: &String| classes(word) != 0 || english.get(fold_hash(word), word) != 0;
        let alone = words.iter().filter(|word| !initial(word)).count() == 1;
        words.retain(|word| initial(word) || (alone && !title(word) && word.chars().count() < UNKNOWN));
    }
    words
}

/// Whether the first names of two persons of one family name leave it open that they are one: one of them is not told, or is
/// an initial, a short form or another transcription of the other's.
///
/// ```
/// use copydesk::claims::speakers::{given_names, may_be_one};
/// let one = |a: &str, b: &str| may_be_one(&given_names(a), &given_names(b));
/// assert!(one("Bill Clinton", "William J. Clinton") && one("Mr Clinton", "Bill Clinton"));
/// assert!(!one("Bill Clinton", "Hillary Clinton"));
/// ```
pub fn may_be_one(a: &[String], b: &[String]) -> bool {
    a.is_empty() || b.is_empty() || a.iter().any(|x| b.iter().any(|y| one_name(x, y)))
}

fn one_name(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let length = short.chars().count();
    if a == b || (length == 1 && long.starts_with(short)) || nicknames(a).any(|name| name == b) {
        return true;
    }
    let known = Gazetteer::of("");
    let sexes = |name: &str| known.get(fold_hash(name), name) & NAMES;
    if sexes(a) & sexes(b) == 0 && sexes(a) != 0 && sexes(b) != 0 {
        return false;
    }
    if length >= SHORT && long.starts_with(short) {
        return true;
    }
    let (x, y) = (sounds(a), sounds(b));
    let consonants = |letters: &[char]| -> Vec<char> {
        letters.iter().copied().filter(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')).collect()
    };
    let longest = x.len().max(y.len());
    x == y || (longest >= LONG && consonants(&x) == consonants(&y) && distance(&x, y) <= longest / SLIP)
}

/// The letters of a name, those that languages write differently alike: "Aleksandr", "Alexander"; "Wladimir", "Vladimir".
fn sounds(name: &str) -> Vec<char> {
    let written = name.replace("ph", "f").replace("kh", "k").replace("ch", "k").replace("th", "t").replace('x', "ks");
    let alike = |c| match c {
        'w' => 'v',
        'y' | 'j' => 'i',
        'c' | 'q' => 'k',
        'z' => 's',
        c => c,
    };
    let mut letters: Vec<char> = written.chars().filter(|c| *c != 'h').map(alike).collect();
    letters.dedup();
    letters
}

/// The other names under which the bearer of a first name may be known: its short forms, and the names of which it is one.
fn nicknames(name: &str) -> impl Iterator<Item = &'static str> {
    static FORMS: OnceLock<HashMap<&'static str, Vec<&'static str>>> = OnceLock::new();
    let forms = FORMS.get_or_init(|| {
        let mut forms: HashMap<&str, Vec<&str>> = HashMap::new();
        let lines = include_str!("../data/nicknames.txt").lines().filter(|line| !line.starts_with('#'));
        for (name, short) in lines.filter_map(|line| line.split_once(':')) {
            for short in short.split_whitespace() {
                forms.entry(name).or_default().push(short);
                forms.entry(short).or_default().push(name);
            }
        }
        forms
    });
    forms.get(name).into_iter().flatten().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(a: &str, b: &str) -> bool {
        let (x, y) = (given_names(a), given_names(b));
        assert_eq!(may_be_one(&x, &y), may_be_one(&y, &x), "{a} / {b}");
        may_be_one(&x, &y)
    }

    #[test]
    fn another_first_name_is_another_person() {
        let two = [
            ("Senator John Smith", "Engineer Mary Smith"),
            ("John Smith", "James Smith"),
            ("John Smith", "Joan Smith"),
            ("Paul Berger", "Paula Berger"),
            ("Tim Holt", "Tom Holt"),
            ("Maria Holt", "Marta Holt"),
            ("Marco Holt", "Mario Holt"),
            ("Dana Holt", "Dina Holt"),
            ("J. Marlowe", "Peter Marlowe"),
            ("Hillary Clinton", "Bill Clinton"),
            ("Bill Clinton", "Dr. Chelsea Clinton"),
        ];
        for (a, b) in two {
            assert!(!one(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn short_forms_initials_and_transcriptions_are_one_name() {
        let same = [
            ("Joe Harlan", "Joseph R. Harlan"),
            ("J. R. Harlan", "Joseph Harlan"),
            ("Pat Hollis", "Patricia Hollis"),
            ("Bob Marlowe", "Robert Marlowe"),
            ("Sergei Polozkov", "Serguéi Polozkov"),
            ("Jon Harlan", "John Harlan"),
            ("Erik Harlan", "Eric Harlan"),
            ("Mohammed Harlan", "Muhammad Harlan"),
            ("Александр Полозков", "Alexander Polozkov"),
            ("Volodymyr Zelensky", "Wladimir Zelensky"),
            ("Jean-Luc Perrin", "Jean Perrin"),
            ("President Joe Harlan", "President Harlan"),
            ("Hafenmeisterin Brandt", "Ilse Brandt"),
            ("ferry captain Marta Nowak", "Marta Nowak"),
            ("Harlan Jr.", "Joe Harlan"),
        ];
        for (a, b) in same {
            assert!(one(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn every_line_of_short_forms_is_read() {
        let lines = include_str!("../data/nicknames.txt").lines().filter(|line| !line.starts_with('#'));
        for line in lines {
            let name = line.split(':').next().unwrap_or_default();
            assert!(nicknames(name).next().is_some(), "{line}");
        }
    }
}
