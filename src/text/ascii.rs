//! Runs of ASCII letters, sixteen bytes at a time.
//!
//! Most bytes of news copy are ASCII letters. These functions test and fold them within machine words, without a branch a
//! byte (the technique is known as SWAR, "SIMD within a register").

/// The highest bit of each byte.
const HIGH: u64 = 0x8080_8080_8080_8080;

/// The bit that tells lower case from upper.
const CASE: u64 = 0x2020_2020_2020_2020;

/// Bytes of a window.
pub(crate) const WINDOW: usize = 16;

/// Marks the bytes that are ASCII letters by their highest bit.
const fn letters(bytes: u64) -> u64 {
    let low = (bytes | CASE) & !HIGH;
    let from_a = low + 0x1F1F_1F1F_1F1F_1F1F;
    let behind_z = low + 0x0505_0505_0505_0505;
    from_a & !behind_z & !bytes & HIGH
}

/// The sixteen bytes from `at`, as two little-endian integers; `None` where fewer are left.
#[inline]
fn window(bytes: &[u8], at: usize) -> Option<[u64; 2]> {
    let window: &[u8; WINDOW] = bytes.get(at..)?.first_chunk()?;
    let value = u128::from_le_bytes(*window);
    Some([value as u64, (value >> 64) as u64])
}

/// How many ASCII letters stand from `at` on without a break.
#[inline]
pub(crate) fn letter_run(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    while let Some([low, high]) = window(bytes, end) {
        let (low, high) = (letters(low) ^ HIGH, letters(high) ^ HIGH);
        if low != 0 {
            return end - at + (low.trailing_zeros() / 8) as usize;
        }
        if high != 0 {
            return end - at + 8 + (high.trailing_zeros() / 8) as usize;
        }
        end += WINDOW;
    }
    let rest = bytes.get(end..).unwrap_or(&[]);
    end - at + rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count()
}

/// The lower-case form of `size` bytes from `at`, padded with zeros, if all of them are ASCII letters and there are at most
/// [`WINDOW`]. May be `None` for a word at the very end of `bytes`, too.
#[inline]
pub(crate) fn lower_letters(bytes: &[u8], at: usize, size: usize) -> Option<[u64; 2]> {
    let [low, high] = window(bytes, at)?;
    let [in_low, in_high] = *FIRST.get(size)?;
    let all = letters(low) & in_low == HIGH & in_low && letters(high) & in_high == HIGH & in_high;
    all.then_some([(low | CASE) & in_low, (high | CASE) & in_high])
}

/// Masks of the first so many bytes of a window.
const FIRST: [[u64; 2]; WINDOW + 1] = {
    let mut masks = [[0; 2]; WINDOW + 1];
    let mut size = 1;
    while size <= WINDOW {
        masks[size] = masks[size - 1];
        masks[size][(size - 1) / 8] |= 0xFF << (8 * ((size - 1) % 8));
        size += 1;
    }
    masks
};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_looking_at_each_byte(bytes in "[a-zA-Z@\\[`{é0-9]{0,40}|[a-zA-Z]{0,60}", at in 0usize..40, size in 0usize..20) {
            let bytes = bytes.as_bytes();
            let at = at.min(bytes.len());
            let run = bytes[at..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
            prop_assert_eq!(letter_run(bytes, at), run);
            if let Some([low, high]) = lower_letters(bytes, at, size) {
                let mut want = [0; WINDOW];
                want[..size].copy_from_slice(&bytes[at..at + size]);
                want.make_ascii_lowercase();
                prop_assert!(run >= size);
                prop_assert_eq!([low.to_le_bytes(), high.to_le_bytes()].concat(), want);
            } else {
                prop_assert!(run < size || size > WINDOW || at + WINDOW > bytes.len());
            }
        }
    }
}
