//! `cenotaph names`: names compared, and names in their parts.

use std::io::{BufWriter, Write as _};

use registrar::naming::{self, ScoreOptions, shown};
use serde_json::{Value, json};

use super::{End, Outcome, problems};
use crate::{
    args::{Names, NamesCommand, NamesParts, NamesScore},
    failure::Failure,
    output::Output,
};

pub(super) fn run(args: &Names, output: &Output) -> Outcome {
    match &args.command {
        NamesCommand::Score(args) => score(args, output),
        NamesCommand::Parts(args) => Ok(parts(args, output)),
    }
}

fn score(args: &NamesScore, output: &Output) -> Outcome {
    if output.json && args.out.is_none() {
        return Err(Failure {
            code: "names-json",
            facts: Vec::new(),
        });
    }
    let options = ScoreOptions {
        pairs: args.pairs.clone(),
        out: args.out.clone(),
        threads: args.threads.map(usize::from),
    };
    let mut standard = BufWriter::new(std::io::stdout());
    let scored = naming::score(&options, &mut standard, &mut |rows| {
        // On a terminal, progress would stand between the pairs.
        if args.out.is_some() {
            let facts = [("rows", rows.into())];
            output.progress(&output.words.say("progress-reading", &facts));
        }
    })?;
    // A reader that went away (`| head`) is no error.
    let _ = standard.flush();
    if args.out.is_some() {
        output.progress("");
    }
    output.document(&json!({
        "rows": scored.rows, "pairs": scored.pairs, "out": args.out.as_ref().map(|out| out.display().to_string()),
        "problems": problems::document_of_kinds(&scored.troubles),
    }));
    let facts = [("rows", scored.rows.into()), ("pairs", scored.pairs.into())];
    // Standard output holds the pairs when they go nowhere else.
    if args.out.is_some() {
        output.say("names-done", &facts);
    } else {
        output.say_beside("names-done", &facts);
    }
    problems::say_kinds(&scored.troubles, output);
    Ok(if scored.troubles.is_empty() {
        End::Done
    } else {
        End::Problems
    })
}

fn parts(args: &NamesParts, output: &Output) -> End {
    let read: Vec<_> = args
        .names
        .iter()
        .map(|name| (name, naming::parse(name)))
        .collect();
    let documents: Vec<Value> = read
        .iter()
        .map(|(name, parsed)| {
            let parts: Vec<Value> = parsed
                .parts
                .iter()
                .map(|part| json!({ "text": part.text, "role": part.role.as_str(), "joint": part.joint }))
                .collect();
            json!({ "name": name, "parts": parts, "cut": parsed.cut, "mixed": parsed.mixed })
        })
        .collect();
    output.document(&json!(documents));
    for (name, parsed) in &read {
        if read.len() > 1 {
            output.line(name);
        }
        for part in &parsed.parts {
            let role = output
                .words
                .say(&format!("role-{}", part.role.as_str()), &[]);
            output.say(
                "names-part",
                &[
                    ("part", shown(&part.text).as_ref().into()),
                    ("role", role.into()),
                ],
            );
        }
        if parsed.parts.is_empty() {
            output.say("names-nothing", &[]);
        }
        if parsed.cut > 0 {
            output.say("names-cut", &[("count", parsed.cut.into())]);
        }
        if parsed.mixed {
            output.say("names-mixed", &[]);
        }
    }
    End::Done
}
