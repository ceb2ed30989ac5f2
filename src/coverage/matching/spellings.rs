//! One person under two names: "Alan Pryce" in one report, "Adam Pryce" in another on the same story.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use super::nodes::outlet_of;
use crate::coverage::reading::vocabulary::{fold, language, nouns_have_capitals, stem};
use crate::coverage::types::ClaimRecord;
use crate::text::distance;
use crate::{Context, Result};

/// How many letters a first name must have: of shorter ones two that are alike are mostly two.
pub(crate) const SHORT: usize = 4;
/// How many letters two spellings differ in at most.
const SLIPS: usize = 2;
/// How many first names of one family name are compared, and how many documents of each are listed.
const COMPARED: usize = 12;

/// Two claims that spell a name of one person differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling {
    /// Row of one claim.
    pub a: usize,
    /// Row of the other claim, of another outlet.
    pub b: usize,
    /// The name in the first.
    pub a_words: String,
    /// The name in the second.
    pub b_words: String,
}

/// The longest acronym that is taken for its words.
const LONGEST_ACRONYM: usize = 6;

/// Where a first name stands: the first claim of each document.
type Places = BTreeMap<u64, (usize, String)>;

/// Names of persons that reports on one story spell differently.
///
/// One name is the same; of a family name, the first names begin alike and differ in few letters, a consonant among them: "Helena" and
/// "Hélène", "Steven" and "Stephen" are translations or habits. In one language they may differ in a first letter that sounds
/// alike: "Carla", "Karla". Nor are two habits what family names of one first name differ in, in one language. No report has both, and the reports share a cluster.
///
/// # Errors
///
/// [`Cancelled`](crate::ErrorKind::Cancelled).
///
/// ```
/// use copydesk::Context;
/// use copydesk::coverage::{ClaimRecord, spellings};
///
/// let claim = |document, outlet: &str, text: &str| ClaimRecord {
///     document,
///     outlet: outlet.into(),
///     text: text.into(),
///     ..Default::default()
/// };
/// let claims = [
///     claim(1, "Herald", "the notes were kept by auditor Alan Pryce"),
///     claim(1, "Herald", "the court quashed the verdict"),
///     claim(2, "Courier", "Adam Pryce had audited the fund"),
///     claim(2, "Courier", "the verdict was quashed by the court"),
/// ];
/// let found = spellings(&claims, &[None, Some(0), None, Some(0)], &Context::default())?;
/// assert_eq!((found[0].a_words.as_str(), found[0].b_words.as_str()), ("Alan Pryce", "Adam Pryce"));
/// # Ok::<(), copydesk::Error>(())
/// ```
pub fn spellings(claims: &[ClaimRecord], clusters: &[Option<u32>], context: &Context) -> Result<Vec<Spelling>> {
    let mut told: HashMap<u64, HashSet<u32>> = HashMap::new();
    for (claim, cluster) in claims.iter().zip(clusters) {
        if let Some(cluster) = cluster {
            told.entry(claim.document).or_default().insert(*cluster);
        }
    }
    let mut families: BTreeMap<(Option<i64>, String), BTreeMap<String, Places>> = BTreeMap::new();
    let mut firsts: BTreeMap<(Option<i64>, String), BTreeMap<String, Places>> = BTreeMap::new();
    for (row, claim) in claims.iter().enumerate().filter(|(_, claim)| told.contains_key(&claim.document)) {
        if row % 1024 == 0 {
            context.check()?;
        }
        for (first, family) in full_names(claim) {
            let name = format!("{first} {family}");
            let (first, family) = (fold(&first.to_lowercase()), fold(&family.to_lowercase()));
            let known = families.entry((claim.story, family.clone())).or_default().entry(first.clone()).or_default();
            known.entry(claim.document).or_insert((row, name.clone()));
            let known = firsts.entry((claim.story, first)).or_default().entry(family).or_default();
            known.entry(claim.document).or_insert((row, name));
        }
    }
    let mut found = Vec::new();
    let groups = families.values().map(|names| (names, false)).chain(firsts.values().map(|names| (names, true)));
    for (names, of_families) in groups.filter(|(names, _)| (2..=COMPARED).contains(&names.len())) {
        context.check()?;
        for (rank, (name, places)) in names.iter().enumerate() {
            for (other, others) in names.iter().skip(rank + 1) {
                let one = if of_families { is_misheard(name, other) } else { is_variant(name, other) };
                if one && !places.keys().any(|document| others.contains_key(document)) {
                    let pairs = pairs(places, others, claims, &told);
                    // Another language may write a family name otherwise.
                    let one_language =
                        |pair: &Spelling| claims[pair.a].language == claims[pair.b].language || !of_families;
                    found.extend(pairs.into_iter().filter(one_language));
                }
            }
        }
    }
    Ok(found)
}

/// Whether two family names of one first name, folded, are one that was misheard: "Vikholt", "Wikholm".
fn is_misheard(a: &str, b: &str) -> bool {
    let letters = |name: &str| -> Vec<char> { name.chars().take(24).collect() };
    let (x, y) = (letters(a), letters(b));
    let long = x.len().min(y.len()) > SHORT;
    let (p, q) = (consonants(&x), consonants(&y));
    // The same consonants, or more of them at the end, are another habit of writing or another form: "Zelensky", "Zelenskyy".
    let habits = p.starts_with(&q) || q.starts_with(&p) || stem("en", a) == stem("en", b);
    long && !habits && p.first() == q.first() && distance(&x, y.iter().copied()) <= SLIPS
}

/// The claims of two spellings whose reports tell one story, each report with the first of the other side that it meets.
fn pairs(x: &Places, y: &Places, claims: &[ClaimRecord], told: &HashMap<u64, HashSet<u32>>) -> Vec<Spelling> {
    let mut found = Vec::new();
    let one_story = |a: &u64, b: &u64| told.get(a).zip(told.get(b)).is_some_and(|(a, b)| !a.is_disjoint(b));
    for (document, (row, words)) in x.iter().take(COMPARED) {
        for (other, (other_row, other_words)) in y.iter().take(COMPARED) {
            let (here, there) = (&claims[*row], &claims[*other_row]);
            // In two languages another first letter is a habit of each.
            let initial = |name: &str| name.chars().next();
            let one_habit = initial(words) == initial(other_words) || here.language == there.language;
            if one_habit && one_story(document, other) && outlet_of(here) != outlet_of(there) {
                let (one, two) = ((*row, words.clone()), (*other_row, other_words.clone()));
                let ((a, a_words), (b, b_words)) = if row < other_row { (one, two) } else { (two, one) };
                found.push(Spelling { a, b, a_words, b_words });
            }
        }
    }
    found
}

/// The first and family names that stand side by side in a claim and in the name of its speaker. German writes every noun with
/// a capital, so that nothing is seen there.
fn full_names(claim: &ClaimRecord) -> Vec<(&str, &str)> {
    if nouns_have_capitals(claim.language.as_deref()) {
        return Vec::new();
    }
    let titles = &language(claim.language.as_deref().unwrap_or("en")).titles;
    let mut names = Vec::new();
    for text in [Some(claim.text.as_str()), claim.speaker.as_deref()].into_iter().flatten() {
        let mut before: Option<&str> = None;
        for word in text.split_whitespace() {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let bare = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare);
            let name = is_name(bare).then_some(bare);
            let opens = word.starts_with(bare);
            names.extend(before.zip(name).filter(|_| opens));
            before = name.filter(|name| word.ends_with(name) && !titles.contains(name.to_lowercase().as_str()));
        }
    }
    names.retain(|(first, _)| first.chars().count() >= SHORT);
    names
}

/// A capital and small letters behind it.
fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && word.chars().count() > 2
        && word.chars().all(char::is_alphabetic)
        && letters.any(char::is_lowercase)
}

/// Whether two first names, folded, may be one that was misheard, and not one in two habits of writing.
pub(crate) fn is_variant(a: &str, b: &str) -> bool {
    // "United", "Unites" are forms of a word.
    if stem("en", a) == stem("en", b) {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(24).collect(), b.chars().take(24).collect());
    let (x, y) = (consonants(&a), consonants(&b));
    if a.first() != b.first() {
        // "Carla", "Karla": what sounds alike is filed under two letters.
        return x == y && a.len() >= SHORT && a[1..] == b[1..];
    }
    !x.starts_with(&y) && !y.starts_with(&x) && distance(&a, b.iter().copied()) <= SLIPS
}

/// Whether two family names, folded, may be one that somebody wrote wrongly or otherwise.
pub(crate) fn is_slip(a: &str, b: &str) -> bool {
    let (x, y): (Vec<char>, Vec<char>) = (a.chars().take(24).collect(), b.chars().take(24).collect());
    let alike = x.first() == y.first() && consonants(&x) == consonants(&y) && distance(&x, y.iter().copied()) <= SLIPS;
    alike || is_variant(a, b)
}

/// Where words of these initials stand that an acronym is made of, one of which it may leave out unless it is of two letters:
/// "NYAG", "New York State Attorney General".
pub(crate) fn spelt(acronym: &[u8], initials: &[u8]) -> Option<Range<usize>> {
    let letters = acronym.len();
    if !(2..=LONGEST_ACRONYM).contains(&letters) {
        return None;
    }
    let fits = |words: &[u8]| {
        let common = words.iter().zip(acronym).take_while(|(x, y)| x == y).count();
        common == letters || (common > 0 && words[common + 1..] == acronym[common..])
    };
    let more = usize::from(letters > 2);
    let starts = 0..(initials.len() + 1).saturating_sub(letters);
    starts.flat_map(|at| [at..at + letters, at..at + letters + more]).find(|run| {
        let words = initials.get(run.clone()).unwrap_or_default();
        !words.is_empty() && !words.contains(&0) && fits(words)
    })
}

/// What is left of a name without vowels, doubled letters and letters that stand for one another.
fn consonants(name: &[char]) -> Vec<char> {
    let sound = |(at, c): (usize, &char)| match c {
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' => (*c == 'h' && at > 0 && name[at - 1] == 'p').then_some('f'),
        'c' | 'q' => Some('k'),
        'z' => Some('s'),
        'v' | 'w' => Some('f'),
        'j' => Some('g'),
        'p' if name.get(at + 1) == Some(&'h') => None,
        c => Some(*c),
    };
    let mut left: Vec<char> = name.iter().enumerate().filter_map(sound).collect();
    left.dedup();
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(document: u64, text: &str) -> ClaimRecord {
        ClaimRecord { document, text: text.into(), ..ClaimRecord::default() }
    }

    fn found(texts: [&str; 2], clusters: [Option<u32>; 2]) -> Vec<(String, String)> {
        let claims = [claim(1, texts[0]), claim(2, texts[1])];
        let found = spellings(&claims, &clusters, &Context::default()).unwrap();
        found.into_iter().map(|pair| (pair.a_words, pair.b_words)).collect()
    }

    #[test]
    fn a_first_name_with_another_letter_is_seen_where_reports_share_a_claim() {
        let texts = ["the mayor, Paolo Vance, resigned", "the town has no mayor since Pablo Vance’s resignation"];
        assert_eq!(found(texts, [Some(3), Some(3)]), [("Paolo Vance".to_owned(), "Pablo Vance".to_owned())]);
        assert_eq!(found(texts, [Some(3), Some(4)]), []);
        assert_eq!(found(texts, [Some(3), None]), []);
    }

    #[test]
    fn an_acronym_is_made_of_initials() {
        let of = |acronym: &str, words: &str| spelt(acronym.as_bytes(), words.as_bytes());
        assert_eq!(of("eu", "xeux"), Some(1..3));
        assert_eq!(of("nyag", "nysag"), Some(0..5));
        assert_eq!(of("ap", "asp"), None);
        assert_eq!(of("nyag", "ny\0ag"), None);
        assert_eq!((of("a", "a"), of("", ""), of("abcdefg", "abcdefg")), (None, None, None));
    }

    #[test]
    fn who_has_both_names_knows_two_persons() {
        let both = "Paolo Vance and his brother Pablo Vance ran the club";
        assert_eq!(found([both, "Pablo Vance ran the club"], [Some(3), Some(3)]), []);
    }

    #[test]
    fn another_first_letter_of_one_sound_is_another_spelling_in_one_language() {
        let texts = ["the mayor, Carla Munn, resigned", "mayor Karla Munn has resigned"];
        assert_eq!(found(texts, [Some(3), Some(3)]), [("Carla Munn".to_owned(), "Karla Munn".to_owned())]);
        let mut claims = [claim(1, texts[0]), claim(2, texts[1])];
        claims[1].language = Some("nl".into());
        assert_eq!(spellings(&claims, &[Some(3), Some(3)], &Context::default()).unwrap(), []);
        assert_eq!(found(["the mayor, Mark Munn, resigned", "mayor Dark Munn has resigned"], [Some(3), Some(3)]), []);
    }

    #[test]
    fn a_family_name_that_was_misheard_is_another_spelling() {
        for (a, b) in [("Anders Vikholt", "Anders Vikholm"), ("Anders Vikholt", "Anders Wikholm")] {
            let texts = [format!("captain {a} spoke"), format!("the captain, {b}, spoke")];
            assert_eq!(found([&texts[0], &texts[1]], [Some(3), Some(3)]), [(a.to_owned(), b.to_owned())]);
        }
        for (a, b) in [
            ("Sergei Mikhalsky", "Sergei Mikhalskyy"),
            ("Anders Brask", "Anders Brasky"),
            ("Anders Holt", "Anders Hole"),
            ("Anders Vikholt", "Anders Tikholt"),
        ] {
            assert_eq!(found([&format!("{a} spoke"), &format!("{b} spoke")], [Some(3), Some(3)]), [], "{a}, {b}");
        }
    }

    #[test]
    fn titles_short_forms_and_habits_of_writing_are_no_other_name() {
        for (a, b) in [
            ("Major Vance", "Mayor Vance"),
            ("Helena Dastre", "Hélène Dastre"),
            ("Stephen Moe", "Steven Moe"),
            ("Patrick Moe", "Pat Moe"),
            ("Ann Moe", "Amy Moe"),
            ("United States", "Unites States"),
            ("Martin Moe", "Berta Moe"),
            ("In Tessel, Paolo, Vance", "Pablo Vance"),
        ] {
            assert_eq!(found([&format!("{a} spoke"), &format!("{b} spoke")], [Some(3), Some(3)]), [], "{a}, {b}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_letters_are_an_acronym_or_none(acronym in "[a-c]{0,8}", words in "[a-c]{0,12}") {
            if let Some(run) = spelt(acronym.as_bytes(), words.as_bytes()) {
                proptest::prop_assert!(run.end <= words.len() && run.len() <= acronym.len() + 1);
            }
        }

        #[test]
        fn any_names_are_compared(a in "\\PC{0,40}", b in "\\PC{0,40}") {
            found([&a, &b], [Some(0), Some(0)]);
        }
    }
}
