//! `cenotaph exhibit`: writes the exhibition.

use registrar::{ExhibitOptions, outcome::Exhibited};
use serde_json::{Value, json};

use super::{End, Outcome, folder, open_to_read};
use crate::{
    args::{Cli, Exhibit},
    output::{Output, size},
    words::Lang,
};

pub(super) fn run(cli: &Cli, args: &Exhibit, output: &Output) -> Outcome {
    let registrar = open_to_read(cli, output)?;
    let out = match &args.out {
        Some(out) => out.clone(),
        None => folder(cli)?.join("exhibition"),
    };
    let options = ExhibitOptions {
        languages: tags(&args.languages),
        base: args.base.clone(),
    };
    let exhibited = registrar.exhibit(&out, &options)?;
    output.document(&document(&exhibited));
    say(&exhibited, output);
    Ok(End::Done)
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
