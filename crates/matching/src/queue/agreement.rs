//! How far answers can be trusted: the range of an error rate, the agreement of two reviewers.

/// The range in which an error rate lies when `wrong` of `checked` drawn pairs were wrong: Wilson 1927, Probable Inference, the Law of
/// Succession, and Statistical Inference. `z` is the normal quantile, 1.96 for 95 %. From 0 to 1 when nothing was checked.
pub fn wilson(wrong: u64, checked: u64, z: f64) -> (f64, f64) {
    if checked == 0 {
        return (0.0, 1.0);
    }
    let n = checked as f64;
    let share = wrong.min(checked) as f64 / n;
    let z2 = z * z;
    let middle = share + z2 / (2.0 * n);
    let reach = z * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
    let low = (middle - reach) / (1.0 + z2 / n);
    let high = (middle + reach) / (1.0 + z2 / n);
    // With none or all wrong one end is 0 or 1 exactly; rounding would put it beside.
    (
        if wrong == 0 { 0.0 } else { low.max(0.0) },
        if wrong >= checked { 1.0 } else { high.min(1.0) },
    )
}

/// Agreement of two reviewers beyond chance: Cohen 1960, A Coefficient of Agreement for Nominal Scales. `counts[a][b]` are the pairs
/// that the first called `a` and the second `b`. At most 1; 0 is what chance gives. `None` when nothing was judged, or when both gave
/// one and the same answer throughout, which leaves chance nothing to differ by.
pub fn kappa<const ANSWERS: usize>(counts: &[[u64; ANSWERS]; ANSWERS]) -> Option<f64> {
    let total: u64 = counts.iter().flatten().sum();
    if total == 0 {
        return None;
    }
    let total = total as f64;
    let (mut agreed, mut by_chance) = (0.0, 0.0);
    for answer in 0..ANSWERS {
        let first: u64 = counts[answer].iter().sum();
        let second: u64 = counts.iter().map(|row| row[answer]).sum();
        agreed += counts[answer][answer] as f64 / total;
        by_chance += (first as f64 / total) * (second as f64 / total);
    }
    (by_chance < 1.0).then(|| (agreed - by_chance) / (1.0 - by_chance))
}
