//! `cenotaph synth`: a made-up case of any size.

use registrar::synth::SynthSettings;
use serde_json::json;

use super::{End, Outcome};
use crate::{args::Synth, output::Output};

pub(super) fn run(args: &Synth, output: &Output) -> Outcome {
    let settings = SynthSettings {
        people: args.people,
        lists: args.lists,
        seed: args.seed,
        pictures: args.pictures,
    };
    let report = registrar::write_synth(settings, &args.out)?;
    let out = args.out.display().to_string();
    output.document(&json!({
        "out": out, "people": report.people, "named": report.named, "rows": report.rows, "seed": args.seed, "made_up": true,
    }));
    let facts = [
        ("people", u64::from(report.people).into()),
        ("named", u64::from(report.named).into()),
        ("lists", report.rows.len().into()),
        ("out", out.into()),
    ];
    output.say("synth-done", &facts);
    output.say("synth-next", &facts);
    Ok(End::Done)
}
