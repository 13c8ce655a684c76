//! `cenotaph check` and `cenotaph verify`: whether everything is as the ledger says.

use registrar::outcome::{Checked, Verdict};
use serde_json::json;

use super::{End, Outcome, folder};
use crate::{
    args::{Cli, Verify},
    output::{Output, size},
};

/// Fixity of the whole archive.
pub(super) fn check(cli: &Cli, output: &Output) -> Outcome {
    let folder = folder(cli)?;
    let checked = registrar::check(&folder, &mut |done, total| {
        output.progress(&format!("{} / {}", size(done), size(total)));
    })?;
    output.progress("");
    Ok(say(&checked, output))
}

/// An archive, a ledger folder or a receipt, with nothing else at hand.
pub(super) fn verify(args: &Verify, output: &Output) -> Outcome {
    let checked = registrar::verify(&args.path, args.policy.as_deref(), args.data.as_deref())?;
    Ok(say(&checked, output))
}

/// Says each check and the whole.
pub(super) fn say(checked: &Checked, output: &Output) -> End {
    let verdict = checked.verdict();
    output.document(&document(checked));
    for check in &checked.checks {
        let what = output.words.say(&format!("check-{}", check.what), &[]);
        let mark = output
            .words
            .say(&format!("mark-{}", check.verdict.as_str()), &[]);
        let facts = [
            ("mark", mark.into()),
            ("what", what.into()),
            ("note", check.note.as_str().into()),
        ];
        output.say(
            if check.note.is_empty() {
                "check-line"
            } else {
                "check-line-note"
            },
            &facts,
        );
    }
    output.say(
        "check-size",
        &[
            ("entries", checked.entries.into()),
            ("items", checked.items.into()),
            ("bytes", checked.bytes.into()),
        ],
    );
    if !checked.root.is_empty() {
        output.say("checked-root", &[("root", checked.root.as_str().into())]);
    }
    output.say(&format!("verdict-{}", verdict.as_str()), &[]);
    match verdict {
        Verdict::Holds => End::Done,
        Verdict::DoesNotHold => End::Problems,
        Verdict::NotChecked => End::NotChecked,
    }
}

/// The checks as JSON (DESIGN section 6).
pub(super) fn document(checked: &Checked) -> serde_json::Value {
    let checks: Vec<_> = checked
        .checks
        .iter()
        .map(|check| json!({ "what": check.what, "verdict": check.verdict.as_str(), "note": check.note }))
        .collect();
    json!({
        "verdict": checked.verdict().as_str(), "checks": checks, "entries": checked.entries, "items": checked.items,
        "bytes": checked.bytes, "root": checked.root,
    })
}
