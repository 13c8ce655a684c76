//! `cenotaph export`: what is known goes out in the form of another system.

use registrar::{ExportOptions, outcome::Exported};
use serde_json::json;

use super::{End, Outcome, open_to_read};
use crate::{
    args::{Cli, Export},
    output::{Output, size},
};

pub(super) fn run(cli: &Cli, args: &Export, output: &Output) -> Outcome {
    let registrar = open_to_read(cli, output)?;
    let options = ExportOptions {
        format: args.format.clone(),
        audience: args.audience.clone(),
        readme: output.words.say("export-readme", &[]),
    };
    let exported = registrar.export(&args.out, &options)?;
    output.document(&json!({
        "out": exported.out.display().to_string(), "format": args.format, "audience": exported.audience,
        "files": exported.files, "bytes": exported.bytes, "records": exported.records, "facts": exported.facts,
        "left": exported.left,
    }));
    say(&exported, output);
    Ok(End::Done)
}

fn say(exported: &Exported, output: &Output) {
    output.say(
        "export-done",
        &[
            ("out", exported.out.display().to_string().into()),
            ("records", exported.records.into()),
            ("facts", exported.facts.into()),
            ("files", exported.files.into()),
            ("size", size(exported.bytes).into()),
        ],
    );
    for (why, count) in &exported.left {
        output.say(&format!("export-left-{why}"), &[("count", (*count).into())]);
    }
    if exported.audience != "public" {
        output.say("export-closed", &[]);
    }
}
