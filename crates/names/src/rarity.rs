//! How rare the parts of a name are: agreement in a rare part says more than agreement in a frequent one.

use std::collections::BTreeMap;

use crate::register::{Names, PartId};

/// Shares of skeletons among names, so that the spellings of one name share their frequency: a rare spelling of a frequent
/// name is not rare.
#[derive(Clone, Debug, Default)]
pub struct Rarity {
    bits: Vec<f32>,
    average: f32,
}

impl Rarity {
    /// Counted from the names of a register, each as often as it was added.
    pub fn of(names: &Names) -> Self {
        let mut shares: BTreeMap<u64, u64> = BTreeMap::new();
        let counts = names.part_counts();
        for &(part, count) in &counts {
            if let Some(key) = names.part_key(part) {
                *shares.entry(key).or_default() += u64::from(count);
            }
        }
        let total: u64 = shares.values().sum();
        // Laplace's rule, so that a part seen once in a short list is not taken for unique.
        let all = (total + shares.len() as u64 + 1) as f64;
        let bits_of = |count: u64| -((count as f64 + 1.0) / all).log2();
        let square: f64 = shares
            .values()
            .map(|count| (*count as f64 / total.max(1) as f64).powi(2))
            .sum();
        let bits = counts
            .iter()
            .map(|&(part, _)| {
                let count = names
                    .part_key(part)
                    .and_then(|key| shares.get(&key).copied())
                    .unwrap_or(0);
                bits_of(count) as f32
            })
            .collect();
        Self {
            bits,
            average: if square > 0.0 {
                -square.log2() as f32
            } else {
                0.0
            },
        }
    }

    /// Bits of a part of that register: −log2 of its smoothed share, above 0.
    pub fn bits(&self, part: PartId) -> f32 {
        self.bits.get(part.0 as usize).copied().unwrap_or(0.0)
    }

    /// Bits that agreement in a part is worth on average: −log2 Σ f² (Rényi's entropy of order 2: the chance that two
    /// strangers agree).
    pub fn average(&self) -> f32 {
        self.average
    }
}
