//! Prints the panels of an invented draft into a folder: `panels DIR PEOPLE [PAIR] [SIZES]`, such as `panels out 120 fr,ar a1,label`.
//!
//! Serves to look at sheets and to measure.

#[path = "../tests/it/invented.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod invented;

use std::{fs, path::PathBuf, time::Instant};

use edition::{Audience, Pictures, Policy};
use exhibition::{Lang, PanelOptions, Size, print_panels};

#[expect(clippy::print_stdout, reason = "a program for the terminal")]
#[expect(clippy::disallowed_methods, reason = "a stopwatch is what this is for")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().unwrap_or_else(|| "panels".to_owned()));
    let people = arguments.next().map_or(Ok(30), |people| people.parse())?;
    let pair = arguments.next().unwrap_or_else(|| "en,fa".to_owned());
    let wanted = arguments.next().unwrap_or_default();
    let lang = |tag: &str| Lang::ALL.into_iter().find(|lang| lang.tag() == tag);
    let pair = pair
        .split_once(',')
        .and_then(|(one, two)| Some((lang(one)?, lang(two)?)));
    let options = PanelOptions {
        pairs: pair.into_iter().collect(),
        sizes: Size::ALL
            .into_iter()
            .filter(|size| wanted.split(',').any(|word| word == size.slug()))
            .collect(),
        marks: wanted.contains("marks"),
        base_address: Some("https://memorial.example".to_owned()),
        ..PanelOptions::default()
    };
    let edition = edition::compile(invented::draft(people), &Policy::new(Audience::Public));
    fs::create_dir_all(&folder)?;
    let last = std::sync::Mutex::new(Instant::now());
    let sink = |path: &str, bytes: &[u8]| {
        if let Ok(mut last) = last.lock() {
            println!(
                "{path}: {} bytes, {:.2} s",
                bytes.len(),
                last.elapsed().as_secs_f64()
            );
            *last = Instant::now();
        }
        fs::write(folder.join(path), bytes)
    };
    let report = print_panels(&edition, &Pictures::none(&edition), &options, &sink)?;
    println!("{report:?}");
    Ok(())
}
