//! `cenotaph erase`: removes a record's or an item's data for good.

use registrar::EraseOptions;
use serde_json::json;

use super::{End, Outcome, open};
use crate::{
    args::{Cli, Erase},
    output::Output,
};

pub(super) fn run(cli: &Cli, args: &Erase, output: &Output) -> Outcome {
    let options = EraseOptions {
        reason: args.reason.clone(),
        note: args.note.clone(),
        with_items: args.with_items,
    };
    let erased = open(cli, output)?.erase(&args.subject, &options)?;
    let numbers = |items: &[_]| {
        items
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<String>>()
    };
    let (items, still) = (numbers(&erased.items), numbers(&erased.still_in));
    output.document(&json!({
        "entry": erased.entry, "payloads": erased.payloads, "claims": erased.claims, "items": items, "still_in": still,
    }));
    output.say(
        "erase-done",
        &[
            ("claims", erased.claims.into()),
            ("entry", erased.entry.into()),
        ],
    );
    if !items.is_empty() {
        output.say("erase-items", &[("items", items.join(", ").into())]);
    }
    if !still.is_empty() {
        output.say("erase-still", &[("items", still.join(", ").into())]);
    }
    Ok(End::Done)
}
