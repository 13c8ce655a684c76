//! Measures clustering and the queue: `cargo run --release -p matching --example cluster_speed`.
//!
//! People with one to ten records in five lists, a wrong pair here and there, so that most records hang together in one component.

#![expect(clippy::print_stdout, reason = "the measurements are what it is for")]
#![expect(clippy::disallowed_methods, reason = "the clock is what it is for")]

use std::{collections::BTreeMap, time::Instant};

use matching::{
    cluster::{Constraints, Edge, cluster},
    queue::questions,
};

fn main() {
    for (people, wrong) in [
        (20_000, 10),
        (200_000, 0),
        (200_000, 10),
        (200_000, 100),
        (200_000, 1_000),
    ] {
        families(people, wrong);
    }
    let identical = 100_000_u32;
    let window = (0..identical)
        .flat_map(|left| (left + 1..(left + 11).min(identical)).map(move |right| (left, right)));
    let window: Vec<Edge> = window
        .map(|(left, right)| Edge {
            left,
            right,
            bits: 8.0,
        })
        .collect();
    measure(
        "100,000 identical records, each with its neighbours",
        identical,
        &window,
        &mut |_, _| 8.0,
    );
    let star: Vec<Edge> = (1..identical)
        .map(|right| Edge {
            left: 0,
            right,
            bits: 9.0,
        })
        .collect();
    measure(
        "one record like 100,000 others",
        identical,
        &star,
        &mut |_, _| -4.0,
    );
    let chain: Vec<Edge> = (1..identical)
        .map(|right| Edge {
            left: right - 1,
            right,
            bits: 6.0,
        })
        .collect();
    measure("a chain of 100,000", identical, &chain, &mut |_, _| -8.0);
}

/// `wrong` in a thousand pairs are between strangers.
fn families(people: u64, wrong: u64) {
    let mut chance = Chance(people ^ wrong);
    let mut truth = Vec::new();
    for person in 0..people {
        let records = 1 + chance.below(10);
        truth.extend((0..records).map(|_| person as u32));
    }
    let records = truth.len() as u32;
    let mut edges = Vec::new();
    let mut first = 0;
    for one in truth.chunk_by(|a, b| a == b) {
        for left in 0..one.len() as u32 {
            for right in left + 1..one.len() as u32 {
                // The keys miss a third, and some of the rest look like strangers.
                if chance.below(3) > 0 {
                    let bits = chance.below(160) as f32 / 10.0 - 3.0;
                    edges.push(Edge {
                        left: first + left,
                        right: first + right,
                        bits,
                    });
                }
            }
        }
        first += one.len() as u32;
    }
    for _ in 0..edges.len() as u64 * wrong / 1_000 {
        let (left, right) = (
            chance.below(u64::from(records)) as u32,
            chance.below(u64::from(records)) as u32,
        );
        let bits = chance.below(100) as f32 / 10.0 - 4.0;
        edges.push(Edge { left, right, bits });
    }
    let mut weight = |left: u32, right: u32| {
        if truth[left as usize] == truth[right as usize] {
            5.0
        } else {
            -9.0
        }
    };
    let name = format!("{people} people, {wrong} in 1,000 pairs between strangers");
    let cluster = measure(&name, records, &edges, &mut weight);
    let (mut both, mut found, mut true_pairs) = (0_u64, 0_u64, 0_u64);
    let pairs = |count: u64| count * (count - 1) / 2;
    let mut joint: BTreeMap<(u32, u32), u64> = BTreeMap::new();
    let (mut by_cluster, mut by_person) = (BTreeMap::new(), BTreeMap::new());
    for (cluster, person) in cluster.iter().zip(&truth) {
        *joint.entry((*cluster, *person)).or_default() += 1;
        *by_cluster.entry(*cluster).or_insert(0_u64) += 1;
        *by_person.entry(*person).or_insert(0_u64) += 1;
    }
    both += joint.values().copied().map(pairs).sum::<u64>();
    found += by_cluster.values().copied().map(pairs).sum::<u64>();
    true_pairs += by_person.values().copied().map(pairs).sum::<u64>();
    println!(
        "    precision {:.4}, recall {:.4}",
        both as f64 / found as f64,
        both as f64 / true_pairs as f64
    );
}

fn measure(
    name: &str,
    records: u32,
    edges: &[Edge],
    absent: &mut dyn FnMut(u32, u32) -> f32,
) -> Vec<u32> {
    let constraints = Constraints {
        list: (0..records).map(|record| (record % 5) as u16).collect(),
        second: vec![0.0, 1.0, 2.0, 0.0, 0.0],
        ..Constraints::default()
    };
    let mut asked = 0_u64;
    let begun = Instant::now();
    let clustering = cluster(records, edges, &constraints, &mut |left, right| {
        asked += 1;
        absent(left, right)
    });
    let clustered = begun.elapsed();
    let Ok(clustering) = clustering else {
        return Vec::new();
    };
    let begun = Instant::now();
    let asked_first = questions(edges, &clustering, &[], 1_000).len();
    let queued = begun.elapsed();
    let mut size: BTreeMap<u32, u32> = BTreeMap::new();
    for cluster in &clustering.cluster {
        *size.entry(*cluster).or_default() += 1;
    }
    println!(
        "{name}: {records} records, {} pairs: {clustered:.2?}; {asked} absent pairs asked, {} clusters, largest {:?}; {asked_first} questions in {queued:.2?}",
        edges.len(),
        size.len(),
        size.values().max()
    );
    clustering.cluster
}

/// SplitMix64.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut next = self.0;
        next = (next ^ (next >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        next = (next ^ (next >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (next ^ (next >> 31)) % end
    }
}
