//! Links lists whose truth is known, or counts their levels: `cargo run --release -p matching --example measure -- link LISTS
//! [THREADS]` or `… levels LISTS`. `LISTS` is a number of invented people, or a folder with `records.csv` and `truth.csv`
//! (`rec_id,person`, people of one family side by side), as `bench` writes them.
//!
//! `link` tells seconds, memory, weights, precision and recall, and how often a probability is right. `levels` counts how often each
//! level is seen among candidates of one person, strangers and relatives, in the form of `data/weights.tsv`.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "an example measures and reports on its standard output; its people are those of the tests"
)]

#[path = "../tests/it/people.rs"]
mod people;

use std::{collections::HashMap, error::Error, path::Path, time::Instant};

use matching::{
    block::{Blocks, Gather, clean_lists},
    compare::{Field, RecordComparer},
    link::{Judged, Linkage, Progress, Settings, link},
    record::{RecordIndex, Records},
    table::{Columns, Reading, ReadingSettings},
};
use names::rarity::Rarity;

/// Records with the person and the family of each.
struct Known {
    records: Records,
    truth: Vec<u32>,
    families: Vec<u32>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let start = Instant::now();
    let [what, lists, rest @ ..] = arguments.as_slice() else {
        println!("usage: measure link|levels LISTS [THREADS]");
        return Ok(());
    };
    let known = match lists.parse() {
        Ok(count) => invented(count),
        Err(_) => of_folder(Path::new(lists))?,
    };
    let there = people::true_pairs(&known.truth);
    println!(
        "# {} records, {there} true pairs, read after {:.1?}; {}",
        known.truth.len(),
        start.elapsed(),
        memory()
    );
    if what == "levels" {
        levels(&known, there);
    } else {
        let threads = rest.first().map_or(Ok(2), |threads| threads.parse())?;
        measure(&known, there, threads);
    }
    Ok(())
}

fn invented(count: usize) -> Known {
    let rows = people::lists(count, &people::LISTS, 1);
    Known {
        records: people::records(&rows, &[]),
        truth: rows.truth,
        families: rows.families,
    }
}

fn of_folder(folder: &Path) -> Result<Known, Box<dyn Error>> {
    let mut table = csv::Reader::from_path(folder.join("records.csv"))?;
    let header = table.headers()?.clone();
    let (columns, _) = Columns::of(&header.iter().collect::<Vec<_>>())?;
    let mut reading = Reading::new(columns, ReadingSettings::default());
    for row in table.records() {
        reading.row(&row?.iter().collect::<Vec<_>>());
    }
    let records = reading.finish();
    let mut people = HashMap::new();
    for row in csv::Reader::from_path(folder.join("truth.csv"))?.records() {
        let row = row?;
        let number: String = row[1].chars().filter(char::is_ascii_digit).collect();
        people.insert(row[0].to_owned(), number.parse::<u32>()?);
    }
    let truth: Vec<u32> = records
        .keys
        .iter()
        .map(|key| people.get(key).copied().unwrap_or(u32::MAX))
        .collect();
    Ok(Known {
        records,
        families: truth.clone(),
        truth,
    })
}

fn measure(known: &Known, there: u64, threads: usize) {
    let start = Instant::now();
    let settings = Settings {
        threads,
        ..Settings::default()
    };
    let told = link(
        &known.records,
        &Judged::default(),
        &settings,
        &mut |progress| {
            let between = matches!(progress, Progress::Pairs(done, all) if done != all);
            let again = matches!(progress, Progress::Weights(2..));
            if !between && !again {
                println!("  {progress:?} after {:.1?}; {}", start.elapsed(), memory());
            }
        },
    );
    let Ok(linkage) = told else {
        println!("decisions contradict each other");
        return;
    };
    println!("linked after {:.1?}; {}", start.elapsed(), memory());
    tell(known, &linkage);
    reliability(known, &linkage, there);
}

fn tell(known: &Known, linkage: &Linkage) {
    let report = &linkage.report;
    println!(
        "candidates {} ({:.1} a record), reach {:.4?}, learned {}, prior {:.2}, relatives {:.3}",
        report.candidates,
        report.candidates as f64 / known.truth.len() as f64,
        report.reach,
        report.learned,
        report.prior,
        report.relatives,
    );
    for (field, bits) in &report.weights {
        println!("  {}: {bits:.1?}", field.as_str());
    }
    let (precision, recall) =
        people::precision_and_recall(&known.truth, &linkage.clustering.cluster);
    println!(
        "precision {precision:.4} recall {recall:.4} F1 {:.4}; not linkable {}, expected errors {:.0?}, largest {:?}",
        2.0 * precision * recall / (precision + recall),
        report.not_linkable,
        report.expected_errors,
        report.largest.first(),
    );
    println!("capped {}, notes {:?}", report.capped.len(), report.notes);
}

/// How often pairs of a probability are true, and what a threshold on the pairs alone would give.
fn reliability(known: &Known, linkage: &Linkage, there: u64) {
    let mut bins = [(0u64, 0u64, 0.0f64); 10];
    let mut kept = 0u64;
    let same = |left: RecordIndex, right: RecordIndex| {
        known.truth[left.0 as usize] == known.truth[right.0 as usize]
    };
    let mut brier = 0.0;
    for pair in &linkage.pairs {
        let same = same(pair.left, pair.right);
        let bin = &mut bins[((pair.probability * 10.0) as usize).min(9)];
        bin.0 += 1;
        bin.1 += u64::from(same);
        bin.2 += f64::from(pair.probability);
        kept += u64::from(same);
        brier += (f64::from(pair.probability) - f64::from(u8::from(same))).powi(2);
    }
    for (count, same, sum) in bins {
        let all = (count as f64).max(1.0);
        println!(
            "  predicted {:.3} observed {:.3} of {count}",
            sum / all,
            same as f64 / all
        );
    }
    println!(
        "true pairs {there}, kept {kept} ({:.4}); Brier {:.4} over {} pairs kept",
        kept as f64 / there as f64,
        brier / linkage.pairs.len().max(1) as f64,
        linkage.pairs.len()
    );
}

fn levels(known: &Known, there: u64) {
    let records = &known.records;
    let rarity = Rarity::of(&records.names);
    let clean = clean_lists(records);
    let blocks = Blocks::build(records, 2, false);
    let mut gather = Gather::new(&blocks, &clean, false);
    let all = 0..records.rows.len() as u32;
    let thresholds: Vec<u32> = all
        .clone()
        .map(|record| gather.threshold(record).0)
        .collect();
    let mut comparer = RecordComparer::new(records, &rarity);
    let mut counts: Vec<Vec<[f64; 3]>> = Field::ALL
        .iter()
        .map(|field| vec![[0.5; 3]; field.levels().len() + 1])
        .collect();
    let (mut found, mut rarities) = (0u64, [(0.0f64, 0.0f64); 3]);
    let mut candidates = Vec::new();
    for record in all {
        candidates.clear();
        gather.candidates(record, &thresholds, &mut candidates);
        for candidate in &candidates {
            let (left, right) = (record as usize, candidate.other as usize);
            // People of a family stand side by side.
            let near = known.families[left].abs_diff(known.families[right]);
            let kind = match near {
                _ if known.truth[left] == known.truth[right] => 0,
                ..=8 => 2,
                _ => 1,
            };
            let compared = comparer.compare(RecordIndex(record), RecordIndex(candidate.other));
            for (field, &level) in compared.levels.iter().enumerate() {
                counts[field][usize::from(level)][kind] += 1.0;
            }
            rarities[kind].0 += 1.0;
            rarities[kind].1 += f64::from(compared.rarity);
            found += u64::from(kind == 0);
        }
    }
    println!(
        "# the keys propose {found} of the true pairs ({:.4})",
        found as f64 / there as f64
    );
    for (kind, (count, sum)) in ["match", "stranger", "relative"].iter().zip(rarities) {
        println!(
            "# {kind}: {count} candidates, mean rarity {:.2}",
            sum / count.max(1.0)
        );
    }
    for field in Field::ALL {
        let counts = &counts[field as usize];
        let sum = |kind: usize| counts[1..].iter().map(|count| count[kind]).sum::<f64>();
        for (word, count) in field.levels().iter().zip(&counts[1..]) {
            let share = |kind: usize| count[kind] / sum(kind);
            println!(
                "{}\t{word}\t{:.5}\t{:.5}\t{:.5}\t{:.1}",
                field.as_str(),
                share(0),
                share(1),
                share(2),
                (share(0) / share(1)).log2(),
            );
        }
    }
}

/// Memory held now and at most, as Linux tells it.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let lines: Vec<&str> = status
        .lines()
        .filter(|line| line.starts_with("VmRSS") || line.starts_with("VmHWM"))
        .collect();
    let words: Vec<&str> = lines
        .iter()
        .flat_map(|line| line.split_whitespace())
        .collect();
    words.join(" ")
}
