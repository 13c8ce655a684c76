//! Checking a receipt step by step, so that a reader sees which step fails.

use crate::{
    checkpoint::Checkpoint,
    policy::{Policy, Witnessed},
    receipt::Receipt,
    report::{Report, Verdict},
};

/// Checks that `entry` is in the log as the receipt says, and that the policy believes that log's checkpoint. Without a policy nobody vouches
/// for the checkpoint, and its signatures are not checked.
pub fn check_receipt(receipt: &[u8], entry: &[u8], policy: Option<&Policy>) -> Report {
    let mut report = Report::default();
    let receipt = match Receipt::parse(receipt) {
        Ok(receipt) => receipt,
        Err(error) => {
            report.add("receipt", Verdict::DoesNotHold, error);
            return report;
        }
    };
    let extra = receipt.extra.as_ref().map_or(0, Vec::len);
    let note = match extra {
        0 => format!("entry {}", receipt.index),
        _ => format!(
            "entry {}; carries {extra} bytes that nobody vouches for",
            receipt.index
        ),
    };
    report.add("receipt", Verdict::Holds, note);
    let checkpoint = match Checkpoint::parse(receipt.checkpoint.text()) {
        Ok(checkpoint) => checkpoint,
        Err(error) => {
            report.add("checkpoint", Verdict::DoesNotHold, error);
            return report;
        }
    };
    report.add("checkpoint", Verdict::Holds, describe(&checkpoint));
    match receipt.verify_inclusion(entry, checkpoint.size, &checkpoint.root) {
        Ok(()) => report.add("inclusion", Verdict::Holds, "the entry is in the log"),
        Err(error) => report.add("inclusion", Verdict::DoesNotHold, error),
    }
    check_signatures(&receipt.checkpoint, policy, &mut report);
    report
}

/// Adds the checks of a checkpoint's signatures.
pub(crate) fn check_signatures(
    note: &crate::note::Note,
    policy: Option<&Policy>,
    report: &mut Report,
) {
    let Some(policy) = policy else {
        report.add(
            "log signature",
            Verdict::NotChecked,
            "no policy says whom to believe",
        );
        return;
    };
    match policy.check_log(note) {
        Ok(checkpoint) => report.add("log signature", Verdict::Holds, checkpoint.origin),
        Err(error) => report.add("log signature", Verdict::DoesNotHold, error),
    }
    match policy.check_quorum(note) {
        Ok(witnessed) if witnessed.is_empty() => {
            report.add("witnesses", Verdict::Holds, "the policy asks for none");
        }
        Ok(witnessed) => report.add("witnesses", Verdict::Holds, list(&witnessed)),
        Err(error) => report.add("witnesses", Verdict::DoesNotHold, error),
    }
}

pub(crate) fn describe(checkpoint: &Checkpoint) -> String {
    let Checkpoint {
        origin, size, root, ..
    } = checkpoint;
    format!("{origin}, {size} entries, root {root}")
}

fn list(witnessed: &[Witnessed]) -> String {
    let each = witnessed
        .iter()
        .map(|Witnessed { name, time }| format!("{name} at {time} seconds since 1970"));
    each.collect::<Vec<_>>().join(", ")
}
