//! `cenotaph suggest`: what an item could add to the archive, read out of it and put before a reviewer.

use registrar::Suggested;
use serde_json::{Value, json};

use super::{End, Outcome, open};
use crate::{
    args::{Cli, Suggest},
    output::Output,
};

pub(super) fn run(cli: &Cli, args: &Suggest, output: &Output) -> Outcome {
    let mut registrar = open(cli, output)?;
    let suggested = registrar.suggest(&args.item)?;
    let (_, waiting) = registrar.claim_proposals(0)?;
    let mut document = document(&suggested);
    document["waiting"] = waiting.into();
    output.document(&document);
    say(&suggested, output);
    output.say("claims-waiting", &[("count", waiting.into())]);
    Ok(End::Done)
}

/// What was proposed, for machines.
pub(super) fn document(suggested: &Suggested) -> Value {
    let matched = suggested.matched.iter();
    json!({
        "item": suggested.item,
        "proposed": suggested.proposed,
        "known": suggested.known,
        "matched": matched.map(|(name, record)| json!({ "name": name, "record": record })).collect::<Vec<_>>(),
    })
}

/// The same for people.
pub(super) fn say(suggested: &Suggested, output: &Output) {
    output.say(
        "suggest-made",
        &[
            ("count", suggested.proposed.values().sum::<u64>().into()),
            ("item", suggested.item.as_str().into()),
        ],
    );
    for (kind, count) in &suggested.proposed {
        let what = output.words.say(&format!("suggest-{kind}"), &[]);
        output.say(
            "suggest-kind",
            &[("what", what.into()), ("count", (*count).into())],
        );
    }
    if suggested.known > 0 {
        output.say("suggest-known", &[("count", suggested.known.into())]);
    }
    for (name, record) in &suggested.matched {
        output.say(
            "suggest-matched",
            &[
                ("name", name.as_str().into()),
                ("record", record.as_str().into()),
            ],
        );
    }
}
