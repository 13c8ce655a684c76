//! `cenotaph add`: files and folders become items.

use registrar::{AddOptions, outcome::AddedItem};
use serde_json::{Value, json};

use super::{End, Outcome, open, problems, reader};
use crate::{
    args::{Add, Cli},
    output::Output,
};

pub(super) fn run(cli: &Cli, args: &Add, output: &Output) -> Outcome {
    let options = AddOptions {
        source: args.source.clone(),
        access: args.access.clone(),
        how: args.how.clone(),
    };
    let added = open(cli, output)?.add(&args.paths, &options)?;
    output.document(&json!({
        "items": added.items.iter().map(document).collect::<Vec<_>>(),
        "problems": problems::document(&added.problems),
    }));
    for item in &added.items {
        say(item, output);
    }
    let new = added.items.iter().filter(|item| !item.known).count();
    output.say(
        "add-total",
        &[("count", added.items.len().into()), ("new", new.into())],
    );
    problems::say(&added.problems, output);
    reader::say_missing(output);
    Ok(if added.problems.iter().all(|problem| problem.taken) {
        End::Done
    } else {
        End::Problems
    })
}

fn say(item: &AddedItem, output: &Output) {
    let facts = [
        ("number", item.number.to_string().into()),
        ("digest", item.digest.as_str().into()),
        ("path", item.path.display().to_string().into()),
    ];
    output.say(if item.known { "add-known" } else { "add-item" }, &facts);
}

/// An item as JSON.
pub(super) fn document(item: &AddedItem) -> Value {
    json!({
        "number": item.number.to_string(), "path": item.path.display().to_string(), "sha256": item.digest,
        "size": item.size, "media_type": item.media_type, "known": item.known,
    })
}
