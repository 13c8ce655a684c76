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

pub(super) fn run(args: &Reader, output: &Output) -> Outcome {
    Ok(
        match registrar::serve_as_reader(args.memory, args.processor) {
            Ok(()) => End::Done,
            Err(error) => {
                // For the program that asked, which reads it when it finds that there is no answer.
                output.line_beside(&error.to_string());
                End::NotChecked
            }
        },
    )
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
