//! `cenotaph exhibit`: writes the exhibition.

use registrar::{
    Compare, ExhibitOptions, PrintOptions,
    outcome::{Compared, Exhibited, Printed},
};
use serde_json::{Value, json};

use super::{End, Outcome, folder, open, open_to_read, problems};
use crate::{
    args::{Cli, Exhibit, Way},
    output::{Output, size},
    words::Lang,
};

pub(super) fn run(cli: &Cli, args: &Exhibit, output: &Output) -> Outcome {
    if let Some([earlier, later]) = args.compare.as_deref() {
        let registrar = open_to_read(cli, output)?;
        let compared = registrar.compare(&Compare::parse(earlier), &Compare::parse(later))?;
        output.document(&differences(&compared));
        say_differences(&compared, output);
        return Ok(End::Done);
    }
    let out = match &args.out {
        Some(out) => out.clone(),
        None => folder(cli)?.join("exhibition"),
    };
    if let Some(folder) = &args.panels {
        let registrar = open_to_read(cli, output)?;
        let printed = registrar.print_panels(folder, &print_options(args))?;
        if args.out.is_none() {
            output.document(&json!({ "panels": panels(&printed) }));
        }
        say_printed(&printed, output);
        if args.out.is_none() {
            return Ok(End::Done);
        }
    }
    let options = ExhibitOptions {
        languages: tags(&args.languages),
        base: args.base.clone(),
        way: match args.way {
            Way::Web => registrar::Way::Web,
            Way::Stick => registrar::Way::Stick,
            Way::Kiosk => registrar::Way::Kiosk,
        },
    };
    let exhibited = match &args.release {
        Some(note) => open(cli, output)?.release(&out, &options, note)?,
        None => open_to_read(cli, output)?.exhibit(&out, &options)?,
    };
    let packed = args.zip.as_deref();
    let packed = packed
        .map(|zip| registrar::pack(&out, zip).map(|bytes| (zip, bytes)))
        .transpose()?;
    let mut document = document(&exhibited);
    if let Some((zip, bytes)) = packed {
        document["zip"] = json!({ "file": zip.display().to_string(), "bytes": bytes });
    }
    output.document(&document);
    say(&exhibited, output);
    if let Some((zip, bytes)) = packed {
        output.say(
            "exhibit-packed",
            &[
                ("file", zip.display().to_string().into()),
                ("size", size(bytes).into()),
            ],
        );
    }
    Ok(End::Done)
}

/// How the panels are printed.
fn print_options(args: &Exhibit) -> PrintOptions {
    PrintOptions {
        pairs: args
            .pair
            .iter()
            .map(|(one, two)| (one.tag(), two.tag()))
            .collect(),
        sizes: args.sizes.clone(),
        marks: args.print_marks,
        people: args.people.clone(),
        base: args.base.clone(),
    }
}

/// What was printed, as JSON.
fn panels(printed: &Printed) -> Value {
    json!({
        "out": printed.out.display().to_string(), "files": printed.files, "pages": printed.pages, "bytes": printed.bytes,
        "people": printed.people, "pictures_missing": printed.pictures_missing,
    })
}

fn say_printed(printed: &Printed, output: &Output) {
    output.say(
        "panels-done",
        &[
            ("out", printed.out.display().to_string().into()),
            ("files", printed.files.into()),
            ("pages", printed.pages.into()),
            ("size", size(printed.bytes).into()),
        ],
    );
    if printed.people == 0 {
        output.say("panels-no-people", &[]);
    }
    for why in &printed.pictures_missing {
        output.say("panels-picture", &[("cause", why.as_str().into())]);
    }
}

/// Language tags.
pub(super) fn tags(languages: &[Lang]) -> Vec<&'static str> {
    languages.iter().map(|lang| lang.tag()).collect()
}

/// What was written, as JSON.
pub(super) fn document(exhibited: &Exhibited) -> Value {
    json!({
        "out": exhibited.out.display().to_string(), "languages": exhibited.languages, "files": exhibited.files,
        "bytes": exhibited.bytes, "unchanged": exhibited.unchanged, "removed": exhibited.removed,
        "people": exhibited.people, "ledger_size": exhibited.ledger_size,
        "manifest": exhibited.manifest, "release": exhibited.release, "entered": exhibited.entered,
        "problems": problems::document(&exhibited.problems),
    })
}

fn say(exhibited: &Exhibited, output: &Output) {
    output.say(
        "exhibit-done",
        &[
            ("out", exhibited.out.display().to_string().into()),
            ("files", exhibited.files.into()),
            ("size", size(exhibited.bytes).into()),
            ("languages", exhibited.languages.join(", ").into()),
        ],
    );
    if exhibited.unchanged + exhibited.removed > 0 {
        output.say(
            "exhibit-changed",
            &[
                ("unchanged", exhibited.unchanged.into()),
                ("removed", exhibited.removed.into()),
            ],
        );
    }
    if let Some(number) = exhibited.release {
        let said = if exhibited.entered {
            "exhibit-released"
        } else {
            "exhibit-released-before"
        };
        output.say(
            said,
            &[
                ("number", number.into()),
                ("manifest", exhibited.manifest.as_str().into()),
            ],
        );
    }
    problems::say_flagged(&exhibited.problems, output);
    output.say(
        "exhibit-open",
        &[(
            "start",
            exhibited
                .out
                .join("index.html")
                .display()
                .to_string()
                .into(),
        )],
    );
}

/// What differs between two exhibitions, as JSON.
fn differences(compared: &Compared) -> Value {
    let [added, changed, removed] = compared.files;
    let rooms = compared.rooms.iter().map(|room| {
        let [added, changed, removed] = &room.pages;
        json!({ "room": room.room, "added": added, "changed": changed, "removed": removed })
    });
    json!({
        "same": compared.same,
        "rooms": rooms.collect::<Vec<_>>(),
        "files": { "added": added, "changed": changed, "removed": removed },
    })
}

fn say_differences(compared: &Compared, output: &Output) {
    let line = |name: &str, [added, changed, removed]: [u64; 3]| {
        output.say(
            "compare-room",
            &[
                ("room", name.into()),
                ("added", added.into()),
                ("changed", changed.into()),
                ("removed", removed.into()),
            ],
        );
    };
    for room in &compared.rooms {
        let [added, changed, removed] = &room.pages;
        line(
            &room.room,
            [added, changed, removed].map(|pages| pages.len() as u64),
        );
    }
    if compared.files != [0; 3] {
        line(&output.words.say("compare-files", &[]), compared.files);
    }
    output.say("compare-same", &[("same", compared.same.into())]);
}
