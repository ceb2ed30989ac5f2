//! Character trigrams of a claim, and how alike two sets of them are.

/// Trigrams of letters and digits, words apart by one space, hashed to 16 bits (FNV-1a).
pub(crate) fn grams(text: &str) -> Vec<u16> {
    let mut grams = Vec::with_capacity(text.len().min(4096));
    let mut window = [' '; 3];
    for c in text.chars().take(2048).flat_map(char::to_lowercase).chain([' ']) {
        let c = if c.is_alphanumeric() { c } else { ' ' };
        if c == ' ' && window[2] == ' ' {
            continue;
        }
        window = [window[1], window[2], c];
        let hash = window.iter().fold(0x811c_9dc5_u32, |hash, c| (hash ^ u32::from(*c)).wrapping_mul(0x0100_0193));
        grams.push((hash ^ (hash >> 16)) as u16);
    }
    grams.sort_unstable();
    grams.dedup();
    grams.shrink_to_fit();
    grams
}

/// Cosine of two sets.
pub(crate) fn cosine(a: &[u16], b: &[u16]) -> f64 {
    let (mut i, mut j, mut common) = (0, 0, 0usize);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        common += usize::from(x == y);
        (i, j) = (i + usize::from(x <= y), j + usize::from(y <= x));
    }
    if common == 0 { 0.0 } else { common as f64 / ((a.len() * b.len()) as f64).sqrt() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cosine_of_sets() {
        assert_eq!(cosine(&[1, 2, 3, 4], &[1, 2, 3, 4]), 1.0);
        assert_eq!(cosine(&[1, 2], &[3, 4]), 0.0);
        assert_eq!(cosine(&[], &[1]), 0.0);
        assert_eq!(cosine(&[1, 3], &[1, 2]), 0.5);
    }
}
