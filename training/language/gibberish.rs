//! Letters that are no language: keys hit next to each other, or anywhere.

use copydesk::learn::linear::Random;

const KEYS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/// A "word" of mashed keys.
pub fn draw(random: &mut Random) -> Vec<char> {
    let length = 4 + random.below(10);
    match random.below(3) {
        0 => run_of_keys(length, random),
        1 => one_hand(length, random),
        _ => (0..length).map(|_| char::from(b'a' + random.below(26) as u8)).collect(),
    }
}

/// Neighbours in a row, forwards or backwards: "asdfgh", "poiuy".
fn run_of_keys(length: usize, random: &mut Random) -> Vec<char> {
    let mut word = Vec::new();
    while word.len() < length {
        let row: Vec<char> = KEYS[random.below(3)].chars().collect();
        let start = random.below(row.len() - 3);
        let mut run = row[start..row.len().min(start + 3 + random.below(4))].to_vec();
        if random.below(4) == 0 {
            run.reverse();
        }
        word.extend(run);
    }
    word
}

/// Keys of the middle row, most of them, as fingers at rest hit them: "jkfdhsjk".
fn one_hand(length: usize, random: &mut Random) -> Vec<char> {
    let letter = |random: &mut Random| {
        let row = KEYS[if random.below(10) < 8 { 1 } else { random.below(3) }];
        row.chars().nth(random.below(row.len())).unwrap_or('j')
    };
    (0..length).map(|_| letter(random)).collect()
}
