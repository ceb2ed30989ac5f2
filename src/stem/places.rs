//! Where things lie in a list, by their hashes.

/// Bits of a slot that number a place, from 1; those above them are of the hash.
const NUMBER: u32 = (1 << 17) - 1;

/// A table with open addressing of up to 131,071 places: whoever looks one up tells by the list itself whether it is the one.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// Each place where its hash points, or in the next free slot behind; a power of two or none.
    slots: Vec<u32>,
}

impl Places {
    /// An empty table with so many slots, a power of two.
    pub(super) fn with_slots(slots: usize) -> Self {
        Self { slots: vec![0; slots] }
    }

    /// How many slots there are; half of them should stay free.
    pub(super) fn slots(&self) -> usize {
        self.slots.len()
    }

    /// Forgets all places.
    pub(super) fn clear(&mut self) {
        self.slots.fill(0);
    }

    /// The place in the slot where the hash points, `usize::MAX` for none: most likely the one looked for.
    #[inline]
    pub(super) fn likely(&self, hash: u64) -> usize {
        place(self.slots.get(self.first_slot(hash)).copied().unwrap_or(0))
    }

    /// The place of that hash that is the one.
    #[inline]
    pub(super) fn find(&self, hash: u64, is: impl Fn(usize) -> bool) -> Option<usize> {
        let mut at = self.first_slot(hash);
        while let Some(&slot) = self.slots.get(at).filter(|slot| **slot != 0) {
            if slot & !NUMBER == mark(hash) && is(place(slot)) {
                return Some(place(slot));
            }
            at = self.next_slot(at);
        }
        None
    }

    /// Adds a place that is not in yet.
    pub(super) fn add(&mut self, hash: u64, place: usize) {
        let mut at = self.first_slot(hash);
        while self.slots.get(at).is_some_and(|slot| *slot != 0) {
            at = self.next_slot(at);
        }
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = mark(hash) | (place + 1) as u32;
        }
    }

    #[inline]
    fn first_slot(&self, hash: u64) -> usize {
        hash as usize & self.slots.len().wrapping_sub(1)
    }

    #[inline]
    fn next_slot(&self, at: usize) -> usize {
        (at + 1) & self.slots.len().wrapping_sub(1)
    }
}

/// The place that a slot numbers.
#[inline]
fn place(slot: u32) -> usize {
    ((slot & NUMBER) as usize).wrapping_sub(1)
}

/// What of a hash stands in its slot.
#[inline]
fn mark(hash: u64) -> u32 {
    (hash >> 32) as u32 & !NUMBER
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_added_however_the_hashes_meet() {
        let mut places = Places::with_slots(16);
        // All point to the last slot; the first three look alike in it too.
        let hashes = [15, 15, 15 | 1 << 20, 15 | 1 << 60, 15 | 1 << 61];
        for (place, hash) in hashes.into_iter().enumerate() {
            assert_eq!(places.find(hash, |found| found == place), None);
            places.add(hash, place);
        }
        for (place, hash) in hashes.into_iter().enumerate() {
            assert_eq!(places.find(hash, |found| found == place), Some(place));
        }
        assert_eq!(places.likely(15), 0);
        assert_eq!(places.find(15 | 1 << 62, |_| true), None);
        places.clear();
        assert_eq!((places.find(15, |_| true), places.likely(15)), (None, usize::MAX));
        assert_eq!(Places::default().find(15, |_| true), None);
    }
}
