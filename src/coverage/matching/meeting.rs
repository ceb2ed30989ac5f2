//! Which terms of two claims meet: the same, of one root or of like meaning, in two languages translated or alike.

use super::score::Side;
use super::spellings::spelt;
use crate::coverage::reading::features::{Features, Term};
use crate::coverage::reading::related::degree;

/// How many bytes two words must begin with to be of one root.
const ROOT: usize = 5;
/// What stands behind the particle of a German infinitive, and how that ends.
const ZU: &str = "zu";
const INFINITIVE: &str = "en";
/// Share of trigrams from which unlike terms of two languages are cognates.
const COGNATE: f64 = 0.55;

/// How far each term of either bag meets one of the other, in [0, 1], and which of them are names.
pub(crate) struct Met {
    pub x: Vec<f64>,
    pub y: Vec<f64>,
    pub naming_x: Vec<bool>,
    pub naming_y: Vec<bool>,
}

/// Looks for the meeting terms of two claims, of two languages if they are `across`, and of like meaning if `near`; `term`
/// spells a term.
pub(crate) fn meet<'t>(a: &Side<'_>, b: &Side<'_>, (across, near): (bool, bool), term: impl Fn(u32) -> &'t str) -> Met {
    let (x, y) = (a.features, b.features);
    let (mut in_x, mut in_y) = (vec![0.0; x.bag.len()], vec![0.0; y.bag.len()]);
    // At the beginning of a claim a name cannot be told by its capital; where the other side tells, it is one here too.
    let (mut naming_x, mut naming_y) = (a.naming.to_vec(), b.naming.to_vec());
    let (mut i, mut j) = (0, 0);
    while let (Some(s), Some(t)) = (x.bag.get(i), y.bag.get(j)) {
        match s.id.cmp(&t.id) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                (in_x[i], in_y[j]) = (1.0, 1.0);
                let name = naming_x[i] || naming_y[j];
                (naming_x[i], naming_y[j]) = (name, name);
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    if !across {
        derived(x, &mut in_x, y, &mut in_y, &term);
        if near {
            relatives(x, &mut in_x, &naming_x, y, &mut in_y, &naming_y);
        }
    } else {
        by_lexicon(x, &mut in_x, y, &mut in_y);
        by_lexicon(y, &mut in_y, x, &mut in_x);
        cognates(x, &mut in_x, y, &mut in_y, &term);
    }
    acronyms(x, &mut in_x, y, &mut in_y, &term);
    acronyms(y, &mut in_y, x, &mut in_x, &term);
    Met { x: in_x, y: in_y, naming_x, naming_y }
}

/// Words of one root that stemming leaves apart: "complain" and "complaint", "command" and "commander". Never names, where
/// two of them so alike are mostly two.
fn derived<'t>(x: &Features, in_x: &mut [f64], y: &Features, in_y: &mut [f64], term: impl Fn(u32) -> &'t str) {
    let open = |term: &Term| !(term.number || term.class || term.name);
    for (i, s) in x.bag.iter().enumerate().filter(|(_, s)| open(s)) {
        let word = term(s.id);
        if in_x[i] > 0.0 || word.len() < ROOT {
            continue;
        }
        let hit = (0..y.bag.len()).find(|j| in_y[*j] == 0.0 && open(&y.bag[*j]) && one_root(word, term(y.bag[*j].id)));
        if let Some(j) = hit {
            (in_x[i], in_y[j]) = (1.0, 1.0);
        }
    }
}

/// Acronyms meet the names that they stand for: "NTSB", "National Transportation Safety Board".
fn acronyms<'t>(x: &Features, in_x: &mut [f64], y: &Features, in_y: &mut [f64], term: impl Fn(u32) -> &'t str) {
    let unmet: Vec<usize> = (0..x.bag.len()).filter(|&i| x.bag[i].acronym && in_x[i] <= 0.0).collect();
    if unmet.is_empty() {
        return;
    }
    let initials: Vec<u8> = y.sequence.iter().map(|term| if term.name { term.initial } else { 0 }).collect();
    for i in unmet {
        let Some(run) = spelt(term(x.bag[i].id).as_bytes(), &initials) else { continue };
        in_x[i] = 1.0;
        for place in y.sequence[run].iter().filter_map(|term| y.place_of(term.id)) {
            in_y[place] = 1.0;
        }
    }
}

/// Words of like meaning, as far as they meet; never names.
fn relatives(x: &Features, in_x: &mut [f64], naming_x: &[bool], y: &Features, in_y: &mut [f64], naming_y: &[bool]) {
    for (i, s) in x.bag.iter().enumerate().filter(|(i, s)| s.related != 0 && !naming_x[*i]) {
        if in_x[i] > 0.0 {
            continue;
        }
        let mut best = (0, 0.0);
        for (j, t) in y.bag.iter().enumerate() {
            if in_y[j] == 0.0 && t.related != 0 && !naming_y[j] {
                let degree = degree(s.related, t.related);
                if degree > best.1 {
                    best = (j, degree);
                }
            }
        }
        if best.1 > 0.0 {
            (in_x[i], in_y[best.0]) = (best.1, best.1);
        }
    }
}

/// Whether two words are of one root: they begin alike, or do so without the "zu" within a German infinitive ("abzuschalten",
/// "abschaltet").
pub(crate) fn one_root(a: &str, b: &str) -> bool {
    let beside_zu = |infinitive: &str, other: &str| {
        let within = |at: usize| [&infinitive[..at], &infinitive[at + ZU.len()..]].concat();
        infinitive.ends_with(INFINITIVE)
            && infinitive.match_indices(ZU).take(2).any(|(at, _)| at > 0 && begin_alike(&within(at), other))
    };
    begin_alike(a, b) || beside_zu(a, b) || beside_zu(b, a)
}

/// For five bytes and seven tenths of the longer one.
fn begin_alike(a: &str, b: &str) -> bool {
    let common = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    common >= ROOT && 10 * common >= 7 * a.len().max(b.len())
}

fn by_lexicon(x: &Features, in_x: &mut [f64], y: &Features, in_y: &mut [f64]) {
    for (translation, original) in &x.alternatives {
        if let (Some(i), Some(j)) = (x.place_of(*original), y.place_of(*translation)) {
            (in_x[i], in_y[j]) = (1.0, 1.0);
        }
    }
}

/// Terms of two languages that are spelled alike: "Russland" and "Russia" are in a class, "Ankara" meets "Ancara" here.
fn cognates<'t>(x: &Features, in_x: &mut [f64], y: &Features, in_y: &mut [f64], term: impl Fn(u32) -> &'t str) {
    let open = |term: &Term| !term.number && !term.class;
    for (i, s) in x.bag.iter().enumerate().filter(|(_, s)| open(s)) {
        if in_x[i] > 0.0 {
            continue;
        }
        let hit =
            (0..y.bag.len()).find(|j| in_y[*j] == 0.0 && open(&y.bag[*j]) && alike(term(s.id), term(y.bag[*j].id)));
        if let Some(j) = hit {
            (in_x[i], in_y[j]) = (1.0, 1.0);
        }
    }
}

/// Dice coefficient of character bigrams with the same first letter, for words of four letters and more.
fn alike(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(24).collect(), b.chars().take(24).collect());
    if a.len() < 4 || b.len() < 4 || a[0] != b[0] {
        return false;
    }
    let mut rest: Vec<&[char]> = b.windows(2).collect();
    let hits = a.windows(2).filter(|pair| rest.iter().position(|r| r == pair).map(|at| rest.swap_remove(at)).is_some());
    2.0 * hits.count() as f64 / (a.len() + b.len() - 2) as f64 >= COGNATE
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Context;
    use crate::coverage::reading::features::Analyzer;
    use crate::coverage::types::ClaimRecord;

    #[test]
    fn cognates_are_alike_and_strangers_are_not() {
        assert!(alike("ankara", "ankaras") && alike("stoltenberg", "stoltenbergs") && alike("president", "presidente"));
        assert!(!alike("vienna", "wien") && !alike("table", "tall") && !alike("un", "un"));
    }

    #[test]
    fn a_german_infinitive_is_of_the_root_of_its_verb() {
        assert!(one_root("zurückzuzahlen", "zurückzahlt") && one_root("abschaltet", "abzuschalten"));
        assert!(!one_root("zurückzuzahlen", "zurückgibt") && !one_root("einzudämmen", "einschalten"));
    }

    fn met(x: &str, y: &str, near: bool) -> (Vec<f64>, Vec<f64>) {
        let mut analyzer = Analyzer::new(None);
        let mut read = |text: &str| {
            let claim = ClaimRecord { text: text.into(), ..ClaimRecord::default() };
            analyzer.analyze(&claim, &Context::default()).unwrap()
        };
        let (x, y) = (read(x), read(y));
        let naming = |features: &Features| features.bag.iter().map(|term| term.name).collect::<Vec<_>>();
        let (names_x, names_y) = (naming(&x), naming(&y));
        let weights = [1.0; 32];
        let side = |features, naming| Side {
            features,
            weights: &weights,
            alone: &weights,
            naming,
            names_known: true,
            quoted: false,
        };
        let (a, b) = (side(&x, names_x.as_slice()), side(&y, names_y.as_slice()));
        let met = meet(&a, &b, (false, near), |id| analyzer.term(id));
        (met.x, met.y)
    }

    #[test]
    fn an_acronym_meets_the_name_that_it_stands_for() {
        let (x, y) = met("a fine by the HSB", "inspectors of the Harbour Safety Board fined it", true);
        assert!(x.iter().all(|hit| *hit > 0.0), "{x:?}");
        assert_eq!(y.iter().filter(|hit| **hit > 0.0).count(), 4);
        assert!(met("a fine by the HSB", "inspectors of the Harbour Board fined it", true).0.contains(&0.0));
    }

    #[test]
    fn words_of_like_meaning_meet_in_part() {
        let (x, y) = met("a walkout at the quay", "dockers walk out at the quay", true);
        assert!(x.iter().any(|degree| *degree > 0.0 && *degree < 1.0), "{x:?}");
        assert_eq!(x.iter().filter(|d| **d > 0.0).count(), y.iter().filter(|d| **d > 0.0).count());
        assert!(met("a walkout at the quay", "dockers walk out at the quay", false).0.contains(&0.0));
    }
}
