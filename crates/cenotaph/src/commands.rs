//! One function per command: call the registrar, then say what came of it.

mod add;
mod check;
mod claims;
mod cover;
mod demo;
mod erase;
mod exhibit;
mod export;
mod import;
mod init;
mod linking;
mod log;
mod names;
mod people;
mod problems;
mod read;
mod reader;
mod review;
mod search;
mod suggest;
mod synth;

use std::path::{Path, PathBuf};

use registrar::{Registrar, Surroundings};

use crate::{
    args::{Cli, Command},
    failure::Failure,
    output::Output,
};

pub(crate) use reader::apart as read_apart;

/// How a command ended, for the exit code (DESIGN section 4.8).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// Done, or it holds: 0.
    Done,
    /// Done, but problems were found, or it does not hold: 1.
    Problems,
    /// It could not be checked: 2.
    NotChecked,
}

type Outcome = Result<End, Failure>;

/// Does what was typed.
pub(crate) fn run(cli: &Cli, output: &Output) -> Outcome {
    match &cli.command {
        Command::Demo(args) => demo::run(cli, args, output),
        Command::Init(args) => init::run(cli, args, output),
        Command::Add(args) => add::run(cli, args, output),
        Command::Import(args) => import::run(cli, args, output),
        Command::Read(args) => read::run(args, output),
        Command::Match(args) => match &args.table {
            Some(table) => linking::run(args, table, output),
            None => people::run(cli, args, output),
        },
        Command::Suggest(args) => suggest::run(cli, args, output),
        Command::Review(args) if claims::is_asked(args) => claims::run(cli, args, output),
        Command::Review(args) => review::run(cli, args, output),
        Command::Names(args) => names::run(args, output),
        Command::Search(args) => search::run(cli, args, output),
        Command::Log(args) => log::run(cli, args, output),
        Command::Check => check::check(cli, output),
        Command::Verify(args) => check::verify(args, output),
        Command::Exhibit(args) => exhibit::run(cli, args, output),
        Command::Export(args) => export::run(cli, args, output),
        Command::Cover(args) => cover::run(cli, args, output),
        Command::Erase(args) => erase::run(cli, args, output),
        Command::Synth(args) => synth::run(args, output),
        Command::Reader(args) => reader::run(args, output),
    }
}

/// The folder of the archive that the command is about.
fn folder(cli: &Cli) -> Result<PathBuf, Failure> {
    match &cli.archive {
        Some(folder) => Ok(folder.clone()),
        None => Ok(registrar::find_archive(Path::new("."))?),
    }
}

/// Opens the archive for writing and says what had to be repaired.
fn open(cli: &Cli, output: &Output) -> Result<Registrar, Failure> {
    let registrar = Registrar::open(&folder(cli)?, Surroundings::Machine, &cli.actor)?;
    say_repairs(&registrar, output);
    Ok(registrar)
}

/// Opens the archive to look at it only.
fn open_to_read(cli: &Cli, output: &Output) -> Result<Registrar, Failure> {
    let registrar = Registrar::open_to_read(&folder(cli)?)?;
    say_repairs(&registrar, output);
    Ok(registrar)
}

fn say_repairs(registrar: &Registrar, output: &Output) {
    for repair in registrar.repairs() {
        let facts: Vec<_> = repair
            .facts
            .iter()
            .map(|(name, value)| (*name, value.as_str().into()))
            .collect();
        let what = output.words.say(&format!("repair-{}", repair.code), &facts);
        output.say("repaired", &[("what", what.into())]);
    }
}
