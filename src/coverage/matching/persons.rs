//! Persons of one family name: which names under one key are those of one person.

use std::collections::BTreeMap;

use crate::claims::SpeakerType;
use crate::claims::speakers::{given_names, may_be_one, speaker_key};

/// To how many persons of one family name a name is compared; beyond, only equal first names join.
const COMPARED: usize = 64;

/// The number of the person whom each name means, of names that share a `speaker_key`, from 0.
///
/// Two full names with different first names are two persons; an initial, a short form or another transcription joins its
/// name, and a family name alone the only person who bears it. Where it may mean several it stands for itself. The order of
/// the names changes nothing but the numbers. Names of other speakers than persons are one whatever their words.
///
/// ```
/// use copydesk::coverage::persons;
/// assert_eq!(persons("clinton", &["Bill Clinton", "Clinton", "William Clinton"]), [0, 0, 0]);
/// assert_eq!(persons("clinton", &["Bill Clinton", "Clinton", "Hillary Clinton"]), [0, 1, 2]);
/// assert_eq!(persons("nato", &["NATO", "the North Atlantic Treaty Organization"]), [0, 0]);
/// ```
pub fn persons(key: &str, names: &[&str]) -> Vec<usize> {
    let of_key = |name: &str| speaker_key(name, SpeakerType::Person) == key;
    let given: Vec<Vec<String>> =
        names.iter().map(|name| if of_key(name) { given_names(name) } else { Vec::new() }).collect();
    let told = |names: &[String]| names.iter().any(|name| name.chars().count() > 1);
    // Each first name once, those that are spelt out before initials, and in an order of their own.
    let mut place: BTreeMap<(bool, &[String]), usize> =
        given.iter().map(|names| ((!told(names), &names[..]), 0)).collect();
    let mut persons: Vec<Vec<&[String]>> = Vec::new();
    let mut count = 0;
    for ((untold, names), person) in &mut place {
        let meant = |known: &Vec<&[String]>| known.iter().all(|other| may_be_one(names, other));
        let mut fitting = (0..persons.len().min(COMPARED)).filter(|at| meant(&persons[*at]));
        let first = fitting.next();
        *person = match first {
            // An initial or a family name alone joins only whom it cannot but mean.
            Some(at) if !(*untold && fitting.next().is_some()) => at,
            _ => count,
        };
        count = count.max(*person + 1);
        if !*untold {
            match persons.get_mut(*person) {
                Some(known) => known.push(names),
                None => persons.push(vec![names]),
            }
        }
    }
    let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
    let of = |names: &Vec<String>| place.get(&(!told(names), &names[..])).copied().unwrap_or(0);
    let found: Vec<usize> = given.iter().map(of).collect();
    found
        .into_iter()
        .map(|person| {
            let next = numbers.len();
            *numbers.entry(person).or_insert(next)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_may_mean_two_stands_for_itself() {
        assert_eq!(persons("smith", &["J. Smith", "John Smith", "James Smith", "Smith"]), [0, 1, 2, 3]);
        assert_eq!(persons("smith", &["J. Smith", "John Smith", "Mary Smith", "M. Smith"]), [0, 0, 1, 1]);
        assert_eq!(persons("smith", &["Smith", "Ms. Smith", "Mary Smith"]), [0, 0, 0]);
        assert_eq!(persons("smith", &[]), [0; 0]);
    }

    #[test]
    fn the_order_changes_nothing_but_the_numbers() {
        let mut names = ["Joe Harlan", "Joseph Harlan", "Jill Harlan", "J. Harlan", "Harlan", "Jo Harlan"];
        let together = |names: &[&str]| -> Vec<Vec<String>> {
            let mut groups: BTreeMap<usize, Vec<String>> = BTreeMap::new();
            for (name, person) in names.iter().zip(persons("harlan", names)) {
                groups.entry(person).or_default().push((*name).to_owned());
            }
            let mut groups: Vec<Vec<String>> = groups.into_values().collect();
            groups.iter_mut().for_each(|group| group.sort());
            groups.sort();
            groups
        };
        let wanted = together(&names);
        for _ in 0..names.len() {
            names.rotate_left(1);
            assert_eq!(together(&names), wanted);
        }
        names.reverse();
        assert_eq!(together(&names), wanted);
    }

    #[test]
    fn bodies_are_never_parted() {
        assert_eq!(persons("harbour police", &["Harbour Police", "the harbour police of John Smith"]), [0, 0]);
    }
}
