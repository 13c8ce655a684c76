//! `cenotaph cover`: decides who may see a part of a page.

use serde_json::json;

use super::{End, Outcome, open};
use crate::{
    args::{Cli, Cover},
    output::Output,
};

pub(super) fn run(cli: &Cli, args: &Cover, output: &Output) -> Outcome {
    let access = args.access.as_str();
    let place = open(cli, output)?.judge_region(&args.place, access, &args.reason)?;
    output.document(&json!({ "place": place, "access": access }));
    output.say(
        "cover-done",
        &[("place", place.as_str().into()), ("access", access.into())],
    );
    Ok(End::Done)
}
