//! Writes the exhibition of an invented draft into a folder: `sample DIR PEOPLE [LANGUAGES [WAY [ADDRESS]]]`, such as
//! `sample out 30000 en kiosk`.
//!
//! Serves to look at pages and to measure. Languages are joined by commas; all four when left out.

#[path = "../tests/it/invented.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod invented;

#[path = "../tests/it/painted.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod painted;

use std::{collections::HashSet, fs, path::PathBuf, sync::Mutex, time::Instant};

use edition::{Audience, Policy};
use exhibition::{Lang, Options, render};

#[expect(clippy::print_stdout, reason = "a program for the terminal")]
#[expect(clippy::disallowed_methods, reason = "a stopwatch is what this is for")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().unwrap_or_else(|| "sample".to_owned()));
    let people = arguments.next().map_or(Ok(120), |people| people.parse())?;
    let languages = arguments.next();
    let wanted = |lang: &Lang| {
        languages
            .as_ref()
            .is_none_or(|tags| tags.split(',').any(|tag| tag == lang.tag()))
    };
    let way = match arguments.next().as_deref() {
        Some("kiosk") => exhibition::Way::Kiosk,
        Some("stick") => exhibition::Way::Stick,
        _ => exhibition::Way::Web,
    };
    let options = Options {
        languages: Lang::ALL.into_iter().filter(wanted).collect(),
        base_address: arguments.next(),
        program_version: "sample".to_owned(),
        way,
    };
    let start = Instant::now();
    let edition = edition::compile(
        painted::with_pictures(invented::draft(people)),
        &Policy::new(Audience::Public),
    );
    println!("compiled in {:.2} s", start.elapsed().as_secs_f64());
    let made = Mutex::new(HashSet::new());
    let sink = |path: &str, bytes: &[u8]| {
        let file = folder.join(path);
        if let (Some(parent), Ok(mut made)) = (file.parent(), made.lock())
            && made.insert(parent.to_owned())
        {
            // Made under the lock, so that no other thread writes into it before it is there.
            fs::create_dir_all(parent)?;
        }
        fs::write(file, bytes)
    };
    let start = Instant::now();
    let painter = painted::Painter::default();
    let report = render(
        &edition,
        &edition::Pictures::new(&edition, &painter),
        &options,
        2,
        &sink,
    )?;
    println!(
        "rendered in {:.2} s: {report:?}",
        start.elapsed().as_secs_f64()
    );
    Ok(())
}
