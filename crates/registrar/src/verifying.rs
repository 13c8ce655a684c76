//! Whether everything is as the ledger says: the fixity of an archive, and what a stranger can check of a ledger or receipt.

use std::{
    fs, io,
    num::NonZero,
    path::{Path, PathBuf},
    thread,
};

use archive::{Archive, CheckReport, Opening, PayloadState, Problem};
use model::wire;
use proof::{
    ledger_check::check_ledger,
    policy::Policy,
    receipt_check::check_receipt,
    report::{Report, Verdict as ProofVerdict},
};

use crate::{
    error::{Error, Result},
    files,
    outcome::{Check, Checked, Verdict},
};

/// Problems of one kind that are told one by one; the rest is counted.
const TOLD: usize = 20;

/// Entries read at once.
const PORTION: u64 = 4_096;

/// Largest receipt, entry or policy that is read.
const PAPER_LIMIT: u64 = 1 << 20;

/// Checks the fixity of everything in the archive: entries, payloads, items, published files, signature.
pub fn check(folder: &Path, progress: &mut dyn FnMut(u64, u64)) -> Result<Checked> {
    check_archive(folder, None, progress)
}

/// Checks whatever lies at `path`, offline: an archive, the folder of a ledger, or a receipt (with the entry in `data`).
///
/// Without a policy an archive is checked against the policy that lies in it; a bare ledger or receipt then has nobody to vouch for it.
pub fn verify(path: &Path, policy: Option<&Path>, data: Option<&Path>) -> Result<Checked> {
    let kind = fs::metadata(path).map_err(|source| Error::io(path, source))?;
    if kind.is_file() {
        return verify_receipt(path, policy, data);
    }
    if path.join("archive.toml").is_file() {
        return check_archive(path, policy, &mut |_, _| {});
    }
    if path.join("checkpoint").is_file() {
        return verify_ledger(path, policy);
    }
    Err(Error::CannotVerify {
        path: path.to_path_buf(),
        cause: "no `archive.toml` and no `checkpoint`".to_owned(),
    })
}

fn read_policy(path: &Path) -> Result<Policy> {
    Policy::parse(&files::read(path, PAPER_LIMIT)?).map_err(|error| Error::CannotVerify {
        path: path.to_path_buf(),
        cause: error.to_string(),
    })
}

fn check_archive(
    folder: &Path,
    policy: Option<&Path>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Checked> {
    let policy = read_policy(policy.unwrap_or(&folder.join("policy")))?;
    let archive = match Archive::open(folder, &Opening::Inspect) {
        Ok(archive) => archive,
        Err(error) => return refused(error.into()),
    };
    let report = archive.check(None, &mut |done| {
        progress(done.item_bytes_done, done.item_bytes);
    })?;
    let mut checked = Checked {
        entries: report.entries,
        items: report.items,
        bytes: report.item_bytes,
        root: report.root.map(|root| root.to_string()).unwrap_or_default(),
        ..Checked::default()
    };
    checked.checks.push(signature(&archive, &policy)?);
    checked.checks.extend(fixity(&report));
    checked.checks.push(readable(&archive)?);
    Ok(checked)
}

/// An archive that cannot even be opened because it is not what its checkpoint says does not hold; other errors stay errors.
fn refused(error: Error) -> Result<Checked> {
    match error {
        Error::Truncated { .. } | Error::ForeignKey { .. } | Error::Damaged { .. } => {
            let check = Check {
                what: "open".to_owned(),
                verdict: Verdict::DoesNotHold,
                note: error.to_string(),
            };
            Ok(Checked {
                checks: vec![check],
                ..Checked::default()
            })
        }
        other => Err(other),
    }
}

fn signature(archive: &Archive, policy: &Policy) -> Result<Check> {
    let published = match archive.checkpoint() {
        Ok(published) => published,
        Err(error) => return Ok(failed("checkpoint", error.to_string())),
    };
    let Some(published) = published else {
        let note = "none has been published".to_owned();
        return Ok(Check {
            what: "checkpoint".to_owned(),
            verdict: Verdict::NotChecked,
            note,
        });
    };
    Ok(match policy.check(&published.note) {
        Ok(endorsement) => holds("checkpoint", endorsement.checkpoint.origin),
        Err(violation) => failed("checkpoint", violation.to_string()),
    })
}

/// Whether a problem belongs to a check.
type Belongs = fn(&Problem) -> bool;

/// One check for each kind of thing that the report looked at.
fn fixity(report: &CheckReport) -> Vec<Check> {
    let kinds: [(&str, u64, Belongs); 4] = [
        ("entries", report.entries, |problem| {
            !is_payload(problem) && !is_item(problem) && !is_published(problem)
        }),
        ("payloads", report.payloads, is_payload),
        ("items", report.items, is_item),
        ("published", report.published_files, is_published),
    ];
    let mut checks = Vec::new();
    for (what, count, belongs) in kinds {
        let problems: Vec<String> = report
            .problems
            .iter()
            .filter(|problem| belongs(problem))
            .map(ToString::to_string)
            .collect();
        checks.push(if problems.is_empty() {
            holds(what, count.to_string())
        } else {
            failed(what, told(&problems))
        });
    }
    // An item that no entry names does no harm, but somebody should know.
    let surplus = if report.surplus.is_empty() {
        String::new()
    } else {
        told(&report.surplus)
    };
    checks.push(holds("surplus", surplus));
    checks
}

fn is_payload(problem: &Problem) -> bool {
    matches!(problem, Problem::PayloadChanged { .. })
}

fn is_item(problem: &Problem) -> bool {
    matches!(
        problem,
        Problem::ItemMissing { .. }
            | Problem::ItemChanged { .. }
            | Problem::ItemUnreadable { .. }
            | Problem::ItemNotErased { .. }
    )
}

fn is_published(problem: &Problem) -> bool {
    matches!(
        problem,
        Problem::PublishedMissing { .. }
            | Problem::PublishedChanged { .. }
            | Problem::PublishedUnreadable { .. }
            | Problem::CheckpointMalformed { .. }
            | Problem::ForeignOrigin { .. }
            | Problem::ForeignKey { .. }
    )
}

/// Whether every entry and every payload that is still there can be read, and each entry commits to its own payloads.
fn readable(archive: &Archive) -> Result<Check> {
    let length = archive.len()?;
    let (mut next, mut payloads, mut problems) = (0, 0u64, Vec::new());
    while next < length {
        let portion = archive.entries(next, PORTION)?;
        if portion.is_empty() {
            break;
        }
        next += portion.len() as u64;
        for stored in portion {
            let entry = match wire::v1::decode_entry(&stored.bytes) {
                Ok(entry) => entry,
                Err(error) => {
                    problems.push(format!("entry {}: {error}", stored.index));
                    continue;
                }
            };
            let commitments: Vec<_> = stored
                .payloads
                .iter()
                .map(|payload| payload.commitment)
                .collect();
            if entry.commitments != commitments {
                problems.push(format!(
                    "entry {} does not commit to the payloads beside it",
                    stored.index
                ));
            }
            for payload in &stored.payloads {
                let PayloadState::Present(salted) = &payload.state else {
                    continue;
                };
                payloads += 1;
                if let Err(error) = wire::v1::decode_payload(&salted.bytes) {
                    problems.push(format!("entry {}: {error}", stored.index));
                }
            }
        }
    }
    Ok(if problems.is_empty() {
        holds("claims", payloads.to_string())
    } else {
        failed("claims", told(&problems))
    })
}

fn verify_ledger(folder: &Path, policy: Option<&Path>) -> Result<Checked> {
    let policy = policy.map(read_policy).transpose()?;
    let threads = thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
    let read = |name: &str, limit: usize| read_below(folder, name, limit);
    let check = check_ledger(&read, policy.as_ref(), threads, &mut |_| {});
    let mut checked = from_proof(&check.report);
    if let Some(checkpoint) = &check.checkpoint {
        checked.entries = checkpoint.size;
        checked.root = checkpoint.root.to_string();
    }
    checked.bytes = check.entry_bytes;
    Ok(checked)
}

fn read_below(folder: &Path, name: &str, limit: usize) -> io::Result<Option<Vec<u8>>> {
    let path: PathBuf = folder.join(name);
    match fs::metadata(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
        Ok(facts) if facts.len() > limit as u64 => {
            Err(io::Error::from(io::ErrorKind::FileTooLarge))
        }
        Ok(_) => fs::read(&path).map(Some),
    }
}

fn verify_receipt(path: &Path, policy: Option<&Path>, data: Option<&Path>) -> Result<Checked> {
    let Some(data) = data else {
        return Err(Error::CannotVerify {
            path: path.to_path_buf(),
            cause: "a receipt needs `--data`".to_owned(),
        });
    };
    let policy = policy.map(read_policy).transpose()?;
    let receipt = files::read(path, PAPER_LIMIT)?;
    let entry = files::read(data, PAPER_LIMIT)?;
    Ok(from_proof(&check_receipt(
        &receipt,
        &entry,
        policy.as_ref(),
    )))
}

fn from_proof(report: &Report) -> Checked {
    let checks = report.checks.iter().map(|check| Check {
        what: check.what.replace(' ', "-"),
        verdict: match check.verdict {
            ProofVerdict::Holds => Verdict::Holds,
            ProofVerdict::DoesNotHold => Verdict::DoesNotHold,
            ProofVerdict::NotChecked => Verdict::NotChecked,
        },
        note: check.note.clone(),
    });
    Checked {
        checks: checks.collect(),
        ..Checked::default()
    }
}

fn holds(what: &str, note: String) -> Check {
    Check {
        what: what.to_owned(),
        verdict: Verdict::Holds,
        note,
    }
}

fn failed(what: &str, note: String) -> Check {
    Check {
        what: what.to_owned(),
        verdict: Verdict::DoesNotHold,
        note,
    }
}

/// The first problems, and how many more there are.
fn told(problems: &[String]) -> String {
    let mut text = problems
        .iter()
        .take(TOLD)
        .cloned()
        .collect::<Vec<_>>()
        .join("; ");
    if problems.len() > TOLD {
        text += &format!("; +{}", problems.len() - TOLD);
    }
    text
}
