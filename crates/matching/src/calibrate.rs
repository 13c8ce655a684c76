//! From bits to a probability that means what it says.
//!
//! The weights of EM are log-odds already. Where people decided enough pairs, a line through the log-odds (Platt 1999) corrects
//! what dependence between fields makes too sure. Reviewers see pairs chosen by their weight, which does not bend such a line.

#[cfg(test)]
mod tests;

use std::f64::consts::LN_2;

/// Decided pairs of each answer that a line needs; fewer leave the bits as they are ("a few hundred", section 7 of the method
/// notes).
pub const LEAST: usize = 50;
/// Pairs that count for "the bits are right as they are", in either parameter.
const TRUST: f64 = 20.0;

/// A line from bits to calibrated bits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// What a bit is worth.
    pub slope: f32,
    /// Bits added.
    pub shift: f32,
}

impl Line {
    /// The bits are right as they are.
    pub const STRAIGHT: Self = Self {
        slope: 1.0,
        shift: 0.0,
    };

    /// Calibrated bits.
    pub fn at(self, bits: f32) -> f32 {
        self.slope * bits + self.shift
    }
}

/// Fits a line to decided pairs: their bits, and whether they are one person. Straight when there are too few of either answer.
pub fn fit(decided: &[(f32, bool)]) -> Line {
    let same = decided.iter().filter(|(_, same)| *same).count();
    if same < LEAST || decided.len() - same < LEAST {
        return Line::STRAIGHT;
    }
    // Newton's method on the penalised likelihood, with odds in natural units; the penalty keeps it from running off when the
    // answers are parted cleanly.
    let (mut slope, mut shift) = (1.0f64, 0.0f64);
    for _ in 0..50 {
        let (mut to_slope, mut to_shift) = (TRUST * (1.0 - slope), -TRUST * shift);
        let (mut ss, mut st, mut tt) = (TRUST, 0.0, TRUST);
        for &(bits, same) in decided {
            let odds = f64::from(bits) * LN_2;
            let chance = 1.0 / (1.0 + (-(slope * odds + shift)).exp());
            let miss = f64::from(u8::from(same)) - chance;
            let spread = chance * (1.0 - chance);
            to_slope += miss * odds;
            to_shift += miss;
            ss += spread * odds * odds;
            st += spread * odds;
            tt += spread;
        }
        let whole = ss * tt - st * st;
        if whole <= 0.0 {
            break;
        }
        slope += (to_slope * tt - to_shift * st) / whole;
        shift += (to_shift * ss - to_slope * st) / whole;
        slope = slope.clamp(0.2, 2.0);
        shift = shift.clamp(-8.0, 8.0);
    }
    Line {
        slope: slope as f32,
        shift: (shift / LN_2) as f32,
    }
}

/// The rising sequence nearest to `points` (value, weight), by pooling neighbours that fall (Ayer et al. 1955).
pub fn rising(points: &[(f64, f64)]) -> Vec<f64> {
    let mut pools: Vec<(f64, f64, usize)> = Vec::new();
    for &(value, weight) in points {
        let mut pool = (value, weight, 1);
        while let Some(&(before, weight_before, count)) = pools.last() {
            if before <= pool.0 {
                break;
            }
            pools.pop();
            let weight = weight_before + pool.1;
            pool = (
                (before * weight_before + pool.0 * pool.1) / weight,
                weight,
                count + pool.2,
            );
        }
        pools.push(pool);
    }
    pools
        .into_iter()
        .flat_map(|(value, _, count)| std::iter::repeat_n(value, count))
        .collect()
}
