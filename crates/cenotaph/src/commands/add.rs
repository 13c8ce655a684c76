//! `cenotaph add`: files and folders become items.

use registrar::{AddOptions, Alike, Likeness, outcome::AddedItem};
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
        "alike": alike(&added.alike),
        "problems": problems::document(&added.problems),
    }));
    for item in &added.items {
        say(item, output);
    }
    say_alike(&added.alike, output);
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

/// Says which items are alike, and how much.
pub(super) fn say_alike(alike: &[Alike], output: &Output) {
    for pair in alike {
        let id = match pair.what {
            Likeness::Picture => "alike-picture",
            Likeness::Text => "alike-text",
            Likeness::MuchOfTheText => "alike-much-of-the-text",
        };
        output.say(
            id,
            &[
                ("item", pair.item.to_string().into()),
                ("other", pair.other.to_string().into()),
                ("distance", u64::from(pair.distance).into()),
            ],
        );
    }
}

/// Items that are alike as JSON.
pub(super) fn alike(alike: &[Alike]) -> Vec<Value> {
    alike
        .iter()
        .map(|pair| {
            json!({
                "item": pair.item.to_string(), "other": pair.other.to_string(),
                "what": pair.what.as_str(), "distance": pair.distance,
            })
        })
        .collect()
}

/// An item as JSON.
pub(super) fn document(item: &AddedItem) -> Value {
    json!({
        "number": item.number.to_string(), "path": item.path.display().to_string(), "sha256": item.digest,
        "size": item.size, "media_type": item.media_type, "known": item.known,
    })
}
