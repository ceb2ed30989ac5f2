//! Letters that are no language: keys hit next to each other, the same ones again and again, or anywhere.

use copydesk::learn::linear::Random;

/// The rows of a keyboard; fingers at rest lie on the middle one.
type Keys = [&'static str; 3];

const LATIN: Keys = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const CYRILLIC: Keys = ["йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"];

/// A "word" of mashed keys, of the Latin keyboard or the Russian.
pub fn draw(cyrillic: bool, random: &mut Random) -> Vec<char> {
    let keys = if cyrillic { CYRILLIC } else { LATIN };
    let length = 4 + random.below(10);
    match random.below(10) {
        0..=2 => run_of_keys(&keys, length, random),
        3..=5 => (0..length).map(|_| resting(&keys, random)).collect(),
        6..=7 => repeated(&keys, length, random),
        _ => (0..length).map(|_| any(&keys, random)).collect(),
    }
}

/// Neighbours in a row, forwards or backwards: "asdfgh", "poiuy".
fn run_of_keys(keys: &Keys, length: usize, random: &mut Random) -> Vec<char> {
    let mut word = Vec::new();
    while word.len() < length {
        let row: Vec<char> = keys[random.below(3)].chars().collect();
        let start = random.below(row.len() - 3);
        let mut run = row[start..row.len().min(start + 3 + random.below(4))].to_vec();
        if random.below(4) == 0 {
            run.reverse();
        }
        word.extend(run);
    }
    word
}

/// One to three keys again and again: "xxxxx", "sdfsdf", "lkjlkj".
fn repeated(keys: &Keys, length: usize, random: &mut Random) -> Vec<char> {
    let unit: Vec<char> = match random.below(3) {
        0 => vec![any(keys, random)],
        n => (0..=n).map(|_| resting(keys, random)).collect(),
    };
    unit.iter().copied().cycle().take(length.max(unit.len() * 2)).collect()
}

fn resting(keys: &Keys, random: &mut Random) -> char {
    let row = if random.below(10) < 8 { 1 } else { random.below(3) };
    nth(keys[row], random)
}

fn any(keys: &Keys, random: &mut Random) -> char {
    nth(&keys.concat(), random)
}

fn nth(row: &str, random: &mut Random) -> char {
    row.chars().nth(random.below(row.chars().count())).unwrap_or('j')
}
