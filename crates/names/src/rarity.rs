//! How rare the parts of a name are: agreement in a rare part says more than agreement in a frequent one.

use std::collections::BTreeMap;

use crate::register::Names;

/// Counts of skeletons, so that the spellings of one name share their frequency.
#[derive(Clone, Debug, Default)]
pub struct Rarity {
    counts: BTreeMap<u64, u32>,
    total: u64,
}

impl Rarity {
    /// Counted from the names of a register, each as often as it was added.
    pub fn of(names: &Names) -> Self {
        let mut rarity = Self::default();
        for (part, count) in names.part_counts() {
            if let Some(key) = names.part_key(part) {
                *rarity.counts.entry(key).or_default() += count;
                rarity.total += u64::from(count);
            }
        }
        rarity
    }

    /// Bits of a part with this key: −log2 of its smoothed share, above 0.
    pub fn bits(&self, key: u64) -> f32 {
        let count = self.counts.get(&key).copied().unwrap_or(0);
        let kinds = self.counts.len() as f64;
        let share = (f64::from(count) + 1.0) / (self.total as f64 + kinds + 1.0);
        -share.log2() as f32
    }
}
