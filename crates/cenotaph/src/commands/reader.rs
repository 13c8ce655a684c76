//! `cenotaph reader`: the process in which a stranger's file is read. Started by the program itself, and spoken to through pipes.

use std::path::Path;

use super::{End, Outcome};
use crate::{args::Reader, output::Output};

/// This program, whatever has become of its file since it was started.
const SELF: &str = "/proc/self/exe";

/// Reads files in processes of their own from now on.
pub(crate) fn apart() {
    registrar::read_apart(Path::new(SELF), &["reader"]);
}

pub(super) fn run(args: &Reader) -> Outcome {
    // Whoever asked has gone; there is nobody left to tell.
    let _ = registrar::serve_as_reader(args.memory, args.processor);
    Ok(End::Done)
}

/// Says which locks the readers of this run lack, if any: in one line, beside standard output.
pub(super) fn say_missing(output: &Output) {
    let missing = registrar::readers()
        .confined()
        .map(registrar::Confined::missing)
        .unwrap_or_default();
    if !missing.is_empty() {
        output.say_beside(
            "reader-unconfined",
            &[("missing", missing.join(", ").into())],
        );
    }
}
