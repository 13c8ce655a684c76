//! Which words are one name, across scripts and conventions, and which are two.

use names::{cost::similarity, normal::normal, sound::Readings};

/// From here up two words count as spellings of one.
const ONE: f32 = 0.85;
/// Below this they count as two.
const TWO: f32 = 0.75;

const ONE_NAME: &str = include_str!("../data/one_name.txt");
const TWO_NAMES: &str = include_str!("../data/two_names.txt");

fn lines(table: &str) -> impl Iterator<Item = &str> {
    table.lines().filter(|line| !line.starts_with('#'))
}

/// The sounds of a spelling, of which a joint may have made two words.
fn read(spelling: &str) -> Readings {
    normal(spelling)
        .split(' ')
        .map(Readings::of)
        .reduce(|before, next| before.join(&next))
        .expect("a spelling has a word")
}

/// Spellings of a line, and whether each is a near one only.
fn spellings(line: &str) -> Vec<(&str, Readings, bool)> {
    line.split_whitespace()
        .map(|word| {
            let spelling = word.trim_start_matches('~');
            (spelling, read(spelling), word.starts_with('~'))
        })
        .collect()
}

/// All pairs of one line with their similarity; near ones left out.
fn pairs_of_one() -> Vec<(String, f32)> {
    let mut pairs = Vec::new();
    for line in lines(ONE_NAME) {
        let words = spellings(line);
        for (place, (one, left, near)) in words.iter().enumerate() {
            for (other, right, also_near) in &words[place + 1..] {
                if !near && !also_near {
                    pairs.push((format!("{one} {other}"), similarity(left, right)));
                }
            }
        }
    }
    pairs
}

fn pairs_of_two() -> Vec<(String, f32)> {
    let mut pairs = Vec::new();
    for line in lines(TWO_NAMES) {
        let (left, right) = line.split_once('|').expect("two names");
        for (one, left, _) in spellings(left) {
            for (other, right, _) in spellings(right) {
                pairs.push((format!("{one} {other}"), similarity(&left, &right)));
            }
        }
    }
    pairs
}

/// Those of `pairs` that do not hold.
fn failing(pairs: &[(String, f32)], holds: impl Fn(f32) -> bool) -> Vec<String> {
    pairs
        .iter()
        .filter(|(_, alike)| !holds(*alike))
        .map(|(pair, alike)| format!("{alike:.2} {pair}"))
        .collect()
}

#[test]
fn spellings_of_one_name_are_alike() {
    let pairs = pairs_of_one();
    assert!(pairs.len() > 3_000);
    let failed = failing(&pairs, |alike| alike >= ONE);
    assert!(failed.len() * 80 <= pairs.len(), "{failed:#?}");
    let far = failing(&pairs, |alike| alike >= TWO);
    assert!(far.is_empty(), "{far:#?}");
}

#[test]
fn names_that_are_near_are_told_apart() {
    let pairs = pairs_of_two();
    assert!(pairs.len() > 900);
    let failed = failing(&pairs, |alike| alike < TWO);
    assert!(failed.len() * 50 <= pairs.len(), "{failed:#?}");
}
