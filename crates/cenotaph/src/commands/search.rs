//! `cenotaph search`: names in any script, words in any document.

use serde_json::json;

use super::{End, Outcome, add, open_to_read};
use crate::{
    args::{Cli, Search},
    output::Output,
};

pub(super) fn run(cli: &Cli, args: &Search, output: &Output) -> Outcome {
    if args.alike {
        return alike(cli, output);
    }
    let query = args.query.join(" ");
    let found = open_to_read(cli, output)?.search(&query, args.limit)?;
    let hits: Vec<_> = found
        .hits
        .iter()
        .map(|hit| json!({ "kind": hit.kind, "id": hit.id, "name": hit.name, "snippet": hit.snippet }))
        .collect();
    output.document(&json!({ "query": query, "behind": found.behind, "hits": hits }));
    for hit in &found.hits {
        output.say(
            "search-hit",
            &[
                ("id", hit.id.as_str().into()),
                ("name", hit.name.as_str().into()),
            ],
        );
        if !hit.snippet.is_empty() && hit.snippet != hit.name {
            output.say(
                "search-snippet",
                &[("snippet", hit.snippet.as_str().into())],
            );
        }
    }
    if found.hits.is_empty() {
        output.say("search-none", &[]);
    }
    if found.behind > 0 {
        output.say("search-behind", &[("count", found.behind.into())]);
    }
    Ok(End::Done)
}

fn alike(cli: &Cli, output: &Output) -> Outcome {
    let alike = open_to_read(cli, output)?.alike()?;
    output.document(&json!({ "alike": add::alike(&alike) }));
    add::say_alike(&alike, output);
    if alike.is_empty() {
        output.say("alike-none", &[]);
    }
    Ok(End::Done)
}
