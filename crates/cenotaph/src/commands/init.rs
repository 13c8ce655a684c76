//! `cenotaph init`: a new archive.

use registrar::{Registrar, Surroundings};
use serde_json::json;

use super::{End, Outcome};
use crate::{
    args::{Cli, Init},
    output::Output,
};

pub(super) fn run(cli: &Cli, args: &Init, output: &Output) -> Outcome {
    let (_, made) = Registrar::create(&args.dir, &args.name, Surroundings::Machine, &cli.actor)?;
    let path = made.path.display().to_string();
    let policy = made.policy.display().to_string();
    output.document(&json!({ "archive": path, "name": made.name, "origin": made.origin, "key": made.key, "policy": policy }));
    output.say(
        "init-done",
        &[("name", made.name.into()), ("path", path.into())],
    );
    output.say("init-key", &[("key", made.key.into())]);
    output.say("init-policy", &[("policy", policy.into())]);
    Ok(End::Done)
}
