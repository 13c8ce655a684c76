//! `cenotaph demo`: the main job, on the real case, from nothing to an exhibition that has been checked.

use std::{
    fs,
    path::{Path, PathBuf},
};

use include_dir::{Dir, include_dir};
use registrar::{
    ExhibitOptions, PeopleMatched, PeopleOptions, Registrar, Suggested, Summary, Surroundings,
    outcome::{Checked, Exhibited, Imported, Verdict},
};
use serde_json::json;

use super::{End, Outcome, check, exhibit, people, problems, suggest};
use crate::{
    args::{Cli, Demo},
    failure::Failure,
    output::{Output, size},
    words::Lang,
};

/// The case of Paris 2019, compiled in so that the demo needs nothing else.
static CASE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../cases/paris-2019");

/// Everything that a demo makes lies in these folders below the one it is given.
struct Places {
    case: PathBuf,
    archive: PathBuf,
    exhibition: PathBuf,
}

pub(super) fn run(cli: &Cli, args: &Demo, output: &Output) -> Outcome {
    let places = Places {
        case: args.dir.join("case"),
        archive: args.dir.join("archive"),
        exhibition: args.dir.join("exhibition"),
    };
    let stopwatch = registrar::Stopwatch::start();
    let mut registrar = begin(cli, args, &places, output)?;
    unpack(&CASE, &places.case)?;
    let imported = registrar.import_case(&places.case, args.report.as_deref(), &mut |done| {
        output.progress(done);
    })?;
    let matched = registrar.match_people(&PeopleOptions {
        accept_certain: true,
        ..PeopleOptions::default()
    })?;
    let report = registrar.summary()?.report;
    let suggested = report
        .map(|(number, _)| registrar.suggest(&number))
        .transpose()?;
    let (_, claims_waiting) = registrar.claim_proposals(0)?;
    let options = ExhibitOptions {
        languages: exhibit::tags(&[Lang::En, Lang::Fr, Lang::Fa, Lang::Ar]),
        ..ExhibitOptions::default()
    };
    let exhibited = registrar.release(&places.exhibition, &options, "")?;
    let summary = registrar.summary()?;
    // The lock is given back before the archive is checked, as a stranger would.
    drop(registrar);
    let checked = registrar::verify(&places.archive, None, None)?;
    output.progress("");
    let seconds = stopwatch.seconds();
    let made = Made {
        imported,
        matched,
        suggested,
        claims_waiting,
        exhibited,
        summary,
        checked,
    };
    made.document(args, &places, seconds, output);
    made.say(args, &places, output);
    output.say("demo-took", &[("seconds", format!("{seconds:.1}").into())]);
    if made.checked.verdict() != Verdict::Holds {
        return Ok(End::Problems);
    }
    if !args.no_serve {
        server::serve_folder(&places.exhibition, args.addr, &mut |address| {
            output.say(
                "demo-serving",
                &[("address", format!("http://{address}/").into())],
            );
        })?;
    }
    Ok(End::Done)
}

/// Makes the archive, or opens the one that an earlier demo left.
fn begin(cli: &Cli, args: &Demo, places: &Places, output: &Output) -> Result<Registrar, Failure> {
    let path = || [("path", args.dir.display().to_string().into())];
    if places.archive.join("archive.toml").exists() {
        output.say("demo-again", &path());
        let registrar = Registrar::open(&places.archive, Surroundings::Machine, &cli.actor)?;
        super::say_repairs(&registrar, output);
        return Ok(registrar);
    }
    output.say("demo-new", &path());
    Ok(Registrar::create(
        &places.archive,
        "Paris 2019",
        Surroundings::Machine,
        &cli.actor,
    )?
    .0)
}

/// Writes the compiled-in case to a folder, where people can look at it and change it.
fn unpack(dir: &Dir<'_>, to: &Path) -> Result<(), Failure> {
    for file in dir.files() {
        let path = to.join(file.path());
        if fs::read(&path).is_ok_and(|before| before == file.contents()) {
            continue;
        }
        let folder = path.parent().unwrap_or(to);
        fs::create_dir_all(folder).map_err(|cause| io_failure(folder, &cause))?;
        fs::write(&path, file.contents()).map_err(|cause| io_failure(&path, &cause))?;
    }
    dir.dirs().try_for_each(|dir| unpack(dir, to))
}

fn io_failure(path: &Path, cause: &std::io::Error) -> Failure {
    Failure {
        code: "io",
        facts: vec![
            ("path", path.display().to_string().into()),
            ("cause", cause.to_string().into()),
        ],
    }
}

/// Everything the demo made.
struct Made {
    imported: Imported,
    matched: PeopleMatched,
    /// What was read out of the report and proposed.
    suggested: Option<Suggested>,
    /// Proposals that wait, whenever they were made.
    claims_waiting: u64,
    exhibited: Exhibited,
    summary: Summary,
    checked: Checked,
}

impl Made {
    fn document(&self, args: &Demo, places: &Places, seconds: f64, output: &Output) {
        let Self {
            imported,
            matched,
            suggested,
            claims_waiting,
            exhibited,
            summary,
            checked,
        } = self;
        output.document(&json!({
        "dir": args.dir.display().to_string(),
        "archive": places.archive.display().to_string(),
        "case": places.case.display().to_string(),
        "records": summary.records, "claims": summary.claims, "sources": summary.sources, "items": summary.items,
        "people": exhibited.people, "same_pairs": summary.same_pairs, "open_pairs": summary.open_pairs,
        "entries": summary.entries, "root": summary.root,
        "report": summary.report.as_ref().map(|(number, digest)| json!({ "number": number, "sha256": digest })),
        "matched": people::document(matched, true),
        "suggested": suggested.as_ref().map(suggest::document), "claims_waiting": claims_waiting,
        "new": { "records": imported.records, "claims": imported.claims, "entries": imported.entries },
        "problems": problems::document(&imported.problems),
        "exhibition": exhibit::document(exhibited),
        "verify": check::document(checked),
        "seconds": seconds,
    }));
    }

    fn say(&self, args: &Demo, places: &Places, output: &Output) {
        let Self {
            imported,
            matched,
            suggested,
            claims_waiting,
            exhibited,
            summary,
            checked,
        } = self;
        problems::say(&imported.problems, output);
        output.say(
            "demo-made",
            &[
                ("records", summary.records.into()),
                ("claims", summary.claims.into()),
                ("sources", summary.sources.into()),
                ("items", summary.items.into()),
                ("first", summary.first_item.as_str().into()),
                ("last", summary.last_item.as_str().into()),
            ],
        );
        output.say(
            "demo-people",
            &[
                ("people", exhibited.people.into()),
                ("same", summary.same_pairs.into()),
                ("open", summary.open_pairs.into()),
            ],
        );
        people::say(matched, true, output);
        if let Some((number, digest)) = &summary.report {
            output.say(
                "demo-report",
                &[
                    ("number", number.as_str().into()),
                    ("digest", digest.as_str().into()),
                ],
            );
            if args.report.is_none() {
                output.say("demo-summary", &[]);
            }
        }
        if let Some(suggested) = suggested {
            suggest::say(suggested, output);
            output.say("claims-waiting", &[("count", (*claims_waiting).into())]);
        }
        output.say(
            "demo-ledger",
            &[
                ("entries", summary.entries.into()),
                ("root", summary.root.as_str().into()),
            ],
        );
        let verdict = output
            .words
            .say(&format!("verdict-{}", checked.verdict().as_str()), &[]);
        output.say("demo-verified", &[("verdict", verdict.into())]);
        output.say(
            "demo-exhibition",
            &[
                ("files", exhibited.files.into()),
                ("size", size(exhibited.bytes).into()),
                ("languages", exhibited.languages.join(", ").into()),
            ],
        );
        output.say(
            "demo-open",
            &[(
                "start",
                places
                    .exhibition
                    .join("index.html")
                    .display()
                    .to_string()
                    .into(),
            )],
        );
    }
}
