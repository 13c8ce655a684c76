//! `cenotaph log`: the ledger as people read it.

use std::path::Path;

use registrar::{Registrar, outcome::LogLine};
use serde_json::{Map, Value, json};

use super::{End, Outcome, open_to_read};
use crate::{
    args::{Cli, Log},
    output::Output,
};

pub(super) fn run(cli: &Cli, args: &Log, output: &Output) -> Outcome {
    let registrar = open_to_read(cli, output)?;
    if let (Some(index), Some(out)) = (args.receipt, &args.out) {
        return hand_out(&registrar, index, out, output);
    }
    let lines = registrar.log(args.from, args.limit)?;
    let size = registrar.entries()?;
    output.document(
        &json!({ "size": size, "entries": lines.iter().map(document).collect::<Vec<_>>() }),
    );
    for line in &lines {
        say(line, output);
    }
    Ok(End::Done)
}

/// Writes an entry and its receipt into a folder.
fn hand_out(registrar: &Registrar, index: u64, out: &Path, output: &Output) -> Outcome {
    let (receipt, entry) = registrar.receipt(index)?;
    let receipt_path = out.join(format!("{index}.tlog-proof"));
    let entry_path = out.join(format!("{index}.json"));
    registrar::write_file(&receipt_path, &receipt)?;
    registrar::write_file(&entry_path, &entry)?;
    let (receipt, entry) = (
        receipt_path.display().to_string(),
        entry_path.display().to_string(),
    );
    output.document(&json!({ "index": index, "receipt": receipt, "entry": entry }));
    output.say(
        "receipt-done",
        &[("receipt", receipt.into()), ("entry", entry.into())],
    );
    Ok(End::Done)
}

fn document(line: &LogLine) -> Value {
    let counts: Map<String, Value> = line
        .counts
        .iter()
        .map(|(name, count)| (name.clone(), Value::from(*count)))
        .collect();
    json!({
        "index": line.index, "time": line.time, "type": line.kind, "actor": line.actor, "counts": counts,
        "erased": line.erased, "reason": line.reason,
    })
}

fn say(line: &LogLine, output: &Output) {
    let reason = line.reason.as_deref().unwrap_or_default();
    let mut what = output.words.say(
        &format!("entry-{}", line.kind),
        &[("reason", reason.into())],
    );
    if line.erased {
        what = output.words.say("log-erased", &[("what", what.into())]);
    }
    for (name, count) in &line.counts {
        what += ", ";
        what += &output.words.say(
            "log-count",
            &[
                ("name", name.as_str().into()),
                ("count", count.to_string().into()),
            ],
        );
    }
    output.say(
        "log-line",
        &[
            ("index", format!("{:>6}", line.index).into()),
            ("time", line.time.as_str().into()),
            ("actor", line.actor.as_str().into()),
            ("what", what.into()),
        ],
    );
}
