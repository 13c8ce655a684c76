//! Scores the pairs of names of a table on one core and says how fast. Usage: `score PAIRS.tsv OUT.tsv` (columns left, right, anything).

use std::{
    collections::HashSet,
    env, fs,
    io::{BufWriter, Write},
};

use bench::timed;
use names::{compare::Comparer, rarity::Rarity, register::Names};

fn main() {
    let arguments: Vec<String> = env::args().collect();
    let [_, input, output] = arguments.as_slice() else {
        panic!("usage: score PAIRS.tsv OUT.tsv")
    };
    let text = fs::read_to_string(input).expect("pairs");
    let (header, rows) = text.split_once('\n').expect("a header");
    let pairs: Vec<(&str, &str)> = rows
        .lines()
        .map(|row| {
            let mut cells = row.split('\t');
            (cells.next().expect("left"), cells.next().expect("right"))
        })
        .collect();

    let mut register = Names::new();
    let (ids, reading) = timed(|| {
        pairs
            .iter()
            .map(|(left, right)| (register.add(left), register.add(right)))
            .collect::<Vec<_>>()
    });
    let rarity = Rarity::of(&register);
    let mut comparer = Comparer::new(&register, &rarity);
    let (scores, first) = timed(|| {
        ids.iter()
            .map(|&(left, right)| comparer.compare(left, right).score)
            .collect::<Vec<_>>()
    });
    // Again, in another pairing: what is remembered of parts helps, but no pair was seen before.
    let half = ids.len() / 2;
    let (_, other) = timed(|| {
        let mut sum = 0.0;
        for round in 1..=20 {
            for at in 0..ids.len() {
                sum += comparer
                    .compare(ids[at].0, ids[(at * 7 + round * 31 + half) % ids.len()].1)
                    .score;
            }
        }
        sum
    });
    let distinct: HashSet<&str> = pairs
        .iter()
        .flat_map(|&(left, right)| [left, right])
        .collect();
    let per_second = |count: usize, seconds: f64| count as f64 / seconds;
    println!(
        "{} names read, {:.0}/s; {} pairs once, {:.0}/s; {} other pairs of the same names, {:.0}/s",
        distinct.len(),
        per_second(distinct.len(), reading),
        ids.len(),
        per_second(ids.len(), first),
        ids.len() * 20,
        per_second(ids.len() * 20, other),
    );

    let mut out = BufWriter::new(fs::File::create(output).expect("a file to write"));
    writeln!(out, "{header}\tscore").expect("written");
    for (row, score) in rows.lines().zip(scores) {
        writeln!(out, "{row}\t{score:.6}").expect("written");
    }
}
