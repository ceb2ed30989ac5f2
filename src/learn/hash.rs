//! The hash that maps features to rows of weights, and the check sum of model files.
//!
//! Model files hold weights by hash, so this function is part of their format: it is fixed forever, the same on every
//! platform, and the tests pin its values. It is the multiply-and-fold construction of wyhash (Wang Yi, 2019, public
//! domain) in its plainest form: good spread, a few bytes a cycle, not meant against adversaries who choose collisions
//! (a collision costs accuracy, never safety).

const INCREMENT: u64 = 0x9E37_79B9_7F4A_7C15;
const MULTIPLIER: u64 = 0xE703_7ED1_A0B4_28DB;

/// Folds two words into one: the 128-bit product of both, its halves xored.
///
/// Both words are offset first, so that a zero on one side does not swallow the other.
#[inline]
pub const fn mix(a: u64, b: u64) -> u64 {
    let product = ((a ^ INCREMENT) as u128).wrapping_mul((b ^ MULTIPLIER) as u128);
    (product as u64) ^ ((product >> 64) as u64)
}

/// The hash of `bytes` under `seed`. Different seeds give independent hashes.
///
/// Words of eight bytes, little-endian, are folded one after the other; a shorter rest is padded with zeros; the length
/// is folded in last, so that padding cannot collide with real zeros.
///
/// ```
/// use copydesk::learn::hash_bytes;
/// assert_eq!(hash_bytes(b"news", 0), hash_bytes(b"news", 0));
/// assert_ne!(hash_bytes(b"news", 0), hash_bytes(b"news", 1));
/// ```
#[inline]
pub fn hash_bytes(bytes: &[u8], seed: u64) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut state = seed;
    for word in words {
        state = mix(state, u64::from_le_bytes(*word));
    }
    if !rest.is_empty() {
        let mut word = [0; 8];
        word[..rest.len()].copy_from_slice(rest);
        state = mix(state, u64::from_le_bytes(word));
    }
    mix(state, bytes.len() as u64)
}

/// The hash of a string's UTF-8 under `seed`, see [`hash_bytes`].
#[inline]
pub fn hash_str(text: &str, seed: u64) -> u64 {
    hash_bytes(text.as_bytes(), seed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_fixed_forever() {
        let pinned = [
            (("", 0), 599_253_049_823_791_284),
            (("a", 0), 10_724_666_779_630_218_753),
            (("a", 1), 2_714_321_114_646_119_773),
            (("seven b", 0), 13_027_920_415_582_665_982),
            (("eight by", 0), 10_150_188_508_700_901_994),
            (("nine byte", 7), 8_040_278_749_244_506_080),
        ];
        for ((text, seed), value) in pinned {
            assert_eq!(hash_str(text, seed), value, "{text:?} under {seed}");
        }
    }

    #[test]
    fn zeros_differ_from_padding() {
        let zeros = [0_u8; 24];
        let hashes: std::collections::BTreeSet<u64> = (0..=24).map(|n| hash_bytes(&zeros[..n], 0)).collect();
        assert_eq!(hashes.len(), 25);
    }

    #[test]
    fn low_and_high_bits_spread_evenly() {
        let (mut low, mut high) = ([0_u32; 64], [0_u32; 64]);
        for i in 0..64_000_u32 {
            let h = hash_str(&format!("word{i}"), 3);
            low[(h & 63) as usize] += 1;
            high[(h >> 58) as usize] += 1;
        }
        assert!(low.iter().chain(&high).all(|n| (800..1200).contains(n)), "{low:?} {high:?}");
    }
}
