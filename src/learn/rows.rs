//! Rows of weights, one byte each, and their sums.

/// A row, aligned so that it lies within one line of the processor's caches: most of the time of a hashed model is spent waiting
/// for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(align(32))]
pub struct Row<const LANES: usize>(pub [i8; LANES]);

/// How many rows a sum of 16 bits holds, whatever their weights.
const MOST: usize = 255;

/// The sum of some rows, each place taken modulo their number, a power of two.
///
/// A function of its own: inlined, its sums are kept in single registers, and it takes three times as long.
#[inline(never)]
pub fn sum_rows<const LANES: usize>(rows: &[Row<LANES>], places: &[u32]) -> [i32; LANES] {
    let mut total = [0; LANES];
    for places in places.chunks(MOST) {
        let mut sums = [0_i16; LANES];
        for &place in places {
            if let Some(Row(row)) = rows.get(place as usize & (rows.len().wrapping_sub(1))) {
                for lane in 0..LANES {
                    sums[lane] += i16::from(row[lane]);
                }
            }
        }
        for lane in 0..LANES {
            total[lane] += i32::from(sums[lane]);
        }
    }
    total
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_hold_any_number_of_rows() {
        let rows = [Row([127; 16]), Row([-128; 16])];
        assert_eq!(sum_rows(&rows, &[0; 1000]), [127_000; 16]);
        assert_eq!(sum_rows(&rows, &[1, 3, 2]), [-129; 16]);
        assert_eq!(sum_rows::<16>(&[], &[1]), [0; 16]);
    }
}
