//! How does a terminal do it? The binary: reads what was typed, calls the registrar, says what came of it.

mod args;
mod commands;
mod failure;
mod output;
mod words;

use std::process::ExitCode;

use clap::Parser as _;

use crate::{
    args::Cli,
    output::Output,
    words::{Lang, Words},
};

/// Why another allocator: see the root manifest.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = Cli::parse();
    commands::read_apart();
    let lang = cli.lang.unwrap_or_else(lang_of_environment);
    let output = Output {
        words: Words::new(lang),
        json: cli.json,
    };
    match commands::run(&cli, &output) {
        Ok(commands::End::Done) => ExitCode::SUCCESS,
        Ok(commands::End::Problems) => ExitCode::from(1),
        Ok(commands::End::NotChecked) => ExitCode::from(2),
        Err(failure) => {
            output.failure(&failure);
            ExitCode::from(2)
        }
    }
}

/// The language that the environment asks for, in the order of POSIX.
#[expect(
    clippy::disallowed_methods,
    reason = "the binary is where the environment is read"
)]
fn lang_of_environment() -> Lang {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        .map_or(Lang::En, |name| Lang::of_locale(&name))
}
