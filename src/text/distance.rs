//! How far two words are apart.

/// How many letters must be put in, left out or exchanged to make one of the other (Levenshtein 1966).
pub(crate) fn distance(a: &[char], b: impl IntoIterator<Item = char>) -> usize {
    let mut row: Vec<usize> = (0..=a.len()).collect();
    for (i, y) in b.into_iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, x) in a.iter().enumerate() {
            let best = (diagonal + usize::from(*x != y)).min(row[j] + 1).min(row[j + 1] + 1);
            diagonal = std::mem::replace(&mut row[j + 1], best);
        }
    }
    row[a.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_put_in_left_out_and_exchanged_count_one_each() {
        let between = |a: &str, b: &str| distance(&a.chars().collect::<Vec<_>>(), b.chars());
        assert_eq!((between("pablo", "paolo"), between("alan", "allan"), between("alan", "")), (1, 1, 4));
        assert_eq!((between("gremany", "germany"), between("", "")), (2, 0));
    }
}
