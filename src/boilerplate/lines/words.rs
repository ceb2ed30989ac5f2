//! Words as cues see them: lower-cased, hashed, numbers folded.

/// One word of a line: a hash of its lower-case form and where it stands, in bytes of the scanned text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word {
    /// Hash of the lower-case form; [`NUMBER`] for digits only.
    pub hash: u64,
    /// First byte.
    pub start: usize,
    /// Past the last byte.
    pub end: usize,
}

/// The hash that all numbers share.
pub(crate) const NUMBER: u64 = 1;

const SEED: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// FNV-1a, one step: fixed for ever, since hashes are saved in templates.
#[inline]
pub(crate) fn step(hash: u64, unit: u32) -> u64 {
    (hash ^ u64::from(unit)).wrapping_mul(PRIME)
}

/// Where [`step`] begins.
pub(crate) const fn seed() -> u64 {
    SEED
}

/// Ideographs and kana are written without spaces: each is a word.
#[inline]
pub(crate) fn stands_alone(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// Marks that stand inside words of Arabic, Hebrew and Indic scripts.
#[inline]
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{93a}'..='\u{94f}'
        | '\u{200c}' | '\u{200d}' | '\u{ad}')
}

/// Hands the words of `text` to `sink`, which says whether it wants more. Single letters, digits and symbols such as ©
/// count as words where a cue may name them.
pub(crate) fn each_word(text: &str, mut sink: impl FnMut(Word) -> bool) {
    let mut open: Option<(u64, usize, bool)> = None;
    for (at, c) in text.char_indices() {
        let word = c.is_alphanumeric() && !stands_alone(c);
        if word || (is_mark(c) && open.is_some()) {
            let (mut hash, start, mut digits) = open.unwrap_or((SEED, at, true));
            if word {
                // "1.2k"
                digits &= c.is_numeric() || at > start && matches!(c, 'k' | 'K');
                if c.is_ascii() {
                    hash = step(hash, u32::from(c.to_ascii_lowercase()));
                } else {
                    // The dot that a capital of Turkish leaves behind is a mark like others.
                    for low in c.to_lowercase().filter(|&low| !is_mark(low)) {
                        hash = step(hash, u32::from(low));
                    }
                }
            }
            open = Some((hash, start, digits));
            continue;
        }
        if let Some((hash, start, digits)) = open.take()
            && !sink(Word { hash: if digits { NUMBER } else { hash }, start, end: at })
        {
            return;
        }
        if (stands_alone(c) || c == '©')
            && !sink(Word { hash: step(SEED, u32::from(c)), start: at, end: at + c.len_utf8() })
        {
            return;
        }
    }
    if let Some((hash, start, digits)) = open {
        sink(Word { hash: if digits { NUMBER } else { hash }, start, end: text.len() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut all = Vec::new();
        each_word(text, |word| {
            all.push(&text[word.start..word.end]);
            true
        });
        all
    }

    #[test]
    fn words_are_parted_by_all_that_is_no_letter() {
        assert_eq!(words("S'abonner, 12 commentaires"), ["S", "abonner", "12", "commentaires"]);
        assert_eq!(words("© 2024"), ["©", "2024"]);
        assert_eq!(words("广告a"), ["广", "告", "a"]);
        assert!(words("— … |").is_empty());
    }

    #[test]
    fn case_and_numbers_fold() {
        let mut hashes = Vec::new();
        each_word("ÉTÉ été 12 7", |word| {
            hashes.push(word.hash);
            true
        });
        assert_eq!(hashes[0], hashes[1]);
        assert_eq!(hashes[2], NUMBER);
        assert_eq!(hashes[2], hashes[3]);
    }
}
