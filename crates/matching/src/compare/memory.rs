//! What was found before, in a table of fixed size: newer entries take the place of older ones.

/// Log2 of the number of entries: with 32 bytes each they are half a MiB, which a core has near it.
const SIZE: u32 = 14;

/// The table. What it holds changes nothing but the time.
#[derive(Debug)]
pub(super) struct Memory<T> {
    entries: Vec<Option<(u32, u32, T)>>,
}

impl<T: Copy> Default for Memory<T> {
    fn default() -> Self {
        Self {
            entries: vec![None; 1 << SIZE],
        }
    }
}

impl<T: Copy> Memory<T> {
    /// What belongs to a pair: remembered, or found now.
    pub(super) fn get(&mut self, left: u32, right: u32, find: impl FnOnce() -> T) -> T {
        // Multiplicative hashing (Knuth, The Art of Computer Programming 6.4).
        let mixed = (u64::from(left) << 32 | u64::from(right)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mixed = (mixed ^ (mixed >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
        let entry = &mut self.entries[(mixed >> (64 - SIZE)) as usize];
        match entry {
            Some((one, other, found)) if (*one, *other) == (left, right) => *found,
            _ => {
                let found = find();
                *entry = Some((left, right, found));
                found
            }
        }
    }
}
