//! Chance from a seed: the same on every machine.

/// SplitMix64 (Steele, Lea & Flood 2014).
#[derive(Clone, Debug)]
pub struct Chance(u64);

/// Mixes a number so that close numbers come far apart.
pub fn mix(number: u64) -> u64 {
    let z = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

impl Chance {
    /// A row of numbers for a seed and what they are for.
    pub fn new(seed: u64, purpose: u64) -> Self {
        Self(mix(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ mix(purpose)))
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.0)
    }

    /// A number in 0…1, 1 excluded.
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// `true` with this probability.
    pub fn is(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// A whole number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.unit() * end as f64) as usize
    }

    /// A whole number from `low` to `high`, both included.
    pub fn from(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1) as usize) as i64
    }

    /// One of several.
    pub fn of<'a, T>(&mut self, several: &'a [T]) -> &'a T {
        &several[self.below(several.len())]
    }

    /// About normal: mean 0, variance 1 (sum of twelve).
    pub fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }
}

/// Ranks drawn by Zipf's law: rank r with weight 1 / (r + shift)^exponent.
#[derive(Clone, Debug)]
pub struct Zipf(Vec<f64>);

impl Zipf {
    /// Over `count` ranks.
    pub fn new(count: usize, shift: f64, exponent: f64) -> Self {
        let mut sum = 0.0;
        Self(
            (0..count)
                .map(|rank| {
                    sum += (rank as f64 + shift).powf(-exponent);
                    sum
                })
                .collect(),
        )
    }

    /// A rank, from 0.
    pub fn draw(&self, chance: &mut Chance) -> usize {
        let at = chance.unit() * self.0.last().expect("ranks");
        self.0
            .partition_point(|&sum| sum <= at)
            .min(self.0.len() - 1)
    }
}
