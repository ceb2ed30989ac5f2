//! Orders for training.

/// Shuffles by Fisher and Yates with Marsaglia's xorshift generator: the same order on every machine. `state` must not be zero.
pub fn shuffle(order: &mut [usize], state: &mut u64) {
    for i in (1..order.len()).rev() {
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        order.swap(i, (*state % (i as u64 + 1)) as usize);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_is_a_permutation_and_repeats() {
        let run = |seed: u64| {
            let mut order: Vec<usize> = (0..50).collect();
            shuffle(&mut order, &mut { seed });
            order
        };
        let mut sorted = run(7);
        assert_ne!(sorted, (0..50).collect::<Vec<_>>());
        assert_eq!(sorted, run(7));
        sorted.sort_unstable();
        assert_eq!(sorted, (0..50).collect::<Vec<_>>());
        shuffle(&mut [], &mut 1);
    }
}
