//! Measures the reader of reports against reports marked by hand: `reading FOLDER [--differences] [--gold FILE]`, `reading --speed FOLDER`.

use std::{collections::BTreeMap, env, fmt::Write as _, path::Path, time::Instant};

use intake::{limits::Limits, text};

#[path = "../../../crates/intake/tests/it/marked/mod.rs"]
mod marked;

use marked::{
    Marked,
    score::{Score, Tally, share},
};

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let has = |flag: &str| arguments.iter().any(|argument| argument == flag);
    let folder = arguments
        .iter()
        .find(|argument| !argument.starts_with("--"))
        .expect("usage: reading FOLDER [--differences | --gold | --speed]");
    let reports = marked::folder(Path::new(folder));
    if has("--speed") {
        speed(&reports);
    } else if has("--gold") {
        gold(&reports);
    } else {
        agreement(&reports, has("--differences"));
    }
}

fn agreement(reports: &[Marked], differences: bool) {
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    for report in reports {
        let mut differs = |difference: String| {
            if differences {
                println!("{difference}");
            }
        };
        let score = scores.entry(report.language()).or_default();
        score.add(report, &report.reading(), &mut differs);
    }
    println!("| language | what | marked | found | precision | recall | F1 | F1 overlap | right meaning |");
    println!("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for (language, score) in &scores {
        for (kind, tally) in &score.kinds {
            row(language, kind, tally);
        }
        row(language, "**all entities**", &score.entities());
        row(language, "**dates and counts**", &score.values());
        row(language, "**quotations**", &score.quotes);
    }
}

fn row(language: &str, what: &str, tally: &Tally) {
    println!(
        "| {language} | {what} | {} | {} | {:.3} | {:.3} | {:.3} | {:.3} | {:.3} |",
        tally.marked,
        tally.found,
        share(tally.exact, tally.found),
        share(tally.exact, tally.marked),
        tally.f1(),
        share(2 * tally.overlap, tally.found + tally.marked),
        tally.right(),
    );
}

/// One line of JSON a report, for other programs: text, headline and marked names.
fn gold(reports: &[Marked]) {
    for report in reports {
        let title = report.title.clone().unwrap_or_default();
        let mut named = String::new();
        for one in &report.named {
            if title.contains(&one.span.start) {
                continue;
            }
            if !named.is_empty() {
                named.push(',');
            }
            let (kind, start, end) = (one.kind.as_str(), one.span.start, one.span.end);
            write!(named, r#"["{kind}",{start},{end}]"#).expect("memory");
        }
        let text = report.text.replace('\\', r"\\").replace('"', r#"\""#).replace('\n', r"\n");
        println!(
            r#"{{"language":"{}","text":"{text}","title":[{},{}],"named":[{named}]}}"#,
            report.language(),
            title.start,
            title.end
        );
    }
}

/// Reads texts of 4 MB of each language, one core, and prints MB of UTF-8 a second.
fn speed(reports: &[Marked]) {
    let limits = Limits::default();
    let mut texts: BTreeMap<&str, String> = BTreeMap::new();
    for report in reports {
        let text = texts.entry(report.language()).or_default();
        text.push_str(&report.text);
        text.push('\n');
    }
    for (language, part) in texts {
        let text = part.repeat(4_000_000 / part.len() + 1);
        let mut seconds: Vec<f64> = (0..5)
            .map(|_| {
                let start = Instant::now();
                let reading = text::read(text.as_bytes(), &limits, None);
                assert!(reading.entities.len() > 1000, "nothing was read");
                start.elapsed().as_secs_f64()
            })
            .collect();
        seconds.sort_by(f64::total_cmp);
        let rate = |seconds: f64| text.len() as f64 / 1e6 / seconds;
        println!(
            "{language}: {:.1} MB/s (slowest {:.1}, fastest {:.1}; {:.1} MB)",
            rate(seconds[2]),
            rate(seconds[4]),
            rate(seconds[0]),
            text.len() as f64 / 1e6
        );
    }
    // Reports as they come: short.
    let (mut bytes, start) = (0, Instant::now());
    for _ in 0..200 {
        for report in reports {
            bytes += report.text.len();
            report.reading();
        }
    }
    let rate = bytes as f64 / 1e6 / start.elapsed().as_secs_f64();
    println!("one report at a time, {} reports: {rate:.1} MB/s", reports.len());
}
