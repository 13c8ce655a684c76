//! Whole ledgers: sound, damaged and incomplete.

use std::{io, num::NonZeroUsize};

use proof::{
    checkpoint::Checkpoint,
    ledger_check::{LedgerCheck, Problem, check_ledger},
    policy::Policy,
    report::Verdict,
    tile::{TileError, TileId},
};

use crate::support::{Ledger, ORIGIN, log};

fn policy() -> Policy {
    Policy::parse(Policy::text_of_log(&log().verifier()).as_bytes()).unwrap()
}

fn check(ledger: &Ledger) -> LedgerCheck {
    check_on(ledger, 2, Some(&policy()))
}

fn check_on(ledger: &Ledger, threads: usize, policy: Option<&Policy>) -> LedgerCheck {
    let read = |path: &str, limit: usize| ledger.read(path, limit);
    check_ledger(
        &read,
        policy,
        NonZeroUsize::new(threads).unwrap(),
        &mut |_| {},
    )
}

/// The verdicts of the checks that are not signatures: checkpoint, entries, tiles, root.
fn verdicts(check: &LedgerCheck) -> Vec<(&str, Verdict)> {
    let checks = check.report.checks.iter();
    let of_tree =
        checks.filter(|check| !["log signature", "witnesses"].contains(&check.what.as_str()));
    of_tree
        .map(|check| (check.what.as_str(), check.verdict))
        .collect()
}

use Verdict::{DoesNotHold as No, Holds as Yes, NotChecked as Open};

fn outcome(entries: Verdict, tiles: Verdict, root: Verdict) -> Vec<(&'static str, Verdict)> {
    vec![
        ("checkpoint", Yes),
        ("entries", entries),
        ("tiles", tiles),
        ("root", root),
    ]
}

#[test]
fn sound_ledgers_hold_at_every_size_and_on_any_number_of_threads() {
    for size in [
        0, 1, 2, 255, 256, 257, 511, 512, 513, 700, 65_535, 65_536, 65_537, 66_000,
    ] {
        let ledger = Ledger::of_size(size, &[]);
        let reports: Vec<_> = [1, 2, 7]
            .map(|threads| {
                let check = check_on(&ledger, threads, Some(&policy()));
                assert_eq!(check.problems, []);
                assert_eq!(
                    check.checkpoint.map(|checkpoint| checkpoint.size),
                    Some(size)
                );
                check.report
            })
            .into();
        assert_eq!(reports[0].verdict(), Yes, "{size} entries: {}", reports[0]);
        assert!(reports.iter().all(|report| *report == reports[0]));
    }
}

#[test]
fn progress_is_told_and_bytes_are_counted() {
    let ledger = Ledger::of_size(66_000, &[]);
    let mut seen = Vec::new();
    let read = |path: &str, limit: usize| ledger.read(path, limit);
    let check = check_ledger(&read, None, NonZeroUsize::MIN, &mut |progress| {
        seen.push((progress.entries, progress.of));
    });
    assert_eq!(seen, [(65_536, 66_000), (66_000, 66_000)]);
    assert_eq!(
        check.entry_bytes,
        ledger
            .entries
            .iter()
            .map(|entry| entry.len() as u64)
            .sum::<u64>()
    );
}

#[test]
fn without_a_policy_the_signature_is_left_open() {
    let check = check_on(&Ledger::of_size(300, &[]), 2, None);
    assert_eq!(verdicts(&check), outcome(Yes, Yes, Yes));
    assert_eq!(check.report.verdict(), Open);
}

#[test]
fn a_changed_entry_is_found_and_named() {
    let mut ledger = Ledger::of_size(700, &[]);
    let path = "tile/entries/001";
    let bundle = ledger.files.get_mut(path).unwrap();
    let last = bundle.len() - 1;
    bundle[last] ^= 1;
    let check = check(&ledger);
    assert_eq!(verdicts(&check), outcome(No, Yes, Yes));
    assert_eq!(
        check.problems,
        [Problem::EntryHash {
            index: 511,
            path: path.to_owned()
        }]
    );
}

#[test]
fn a_changed_tile_is_found_and_named() {
    let mut ledger = Ledger::of_size(700, &[]);
    ledger.files.get_mut("tile/0/001").unwrap()[40] ^= 1;
    let check = check(&ledger);
    assert_eq!(verdicts(&check), outcome(No, No, No));
    let tile = TileId {
        level: 1,
        index: 0,
        width: 2,
    };
    assert_eq!(
        check.problems,
        [
            Problem::EntryHash {
                index: 257,
                path: "tile/entries/001".to_owned()
            },
            Problem::NodeHash { tile, place: 1 },
        ]
    );
}

#[test]
fn a_changed_hash_above_is_found_and_named() {
    let mut ledger = Ledger::of_size(66_000, &[]);
    ledger.files.get_mut("tile/1/000").unwrap()[32 * 9] ^= 1;
    ledger.files.get_mut("tile/2/000.p/1").unwrap()[0] ^= 1;
    let check = check(&ledger);
    assert_eq!(verdicts(&check), outcome(Yes, No, Yes));
    assert_eq!(
        check.problems,
        [
            Problem::NodeHash {
                tile: TileId {
                    level: 1,
                    index: 0,
                    width: 256
                },
                place: 9
            },
            Problem::NodeHash {
                tile: TileId {
                    level: 2,
                    index: 0,
                    width: 1
                },
                place: 0
            },
        ]
    );
}

#[test]
fn every_changed_bit_of_a_small_ledger_is_found() {
    let ledger = Ledger::of_size(3, &[]);
    for (path, bytes) in &ledger.files {
        for bit in 0..bytes.len() * 8 {
            let mut changed = ledger.clone();
            changed.files.get_mut(path).unwrap()[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(check(&changed).report.verdict(), No, "{path}, bit {bit}");
        }
    }
}

#[test]
fn an_exchanged_ledger_does_not_lead_to_the_signed_root() {
    let signed = Ledger::of_size(700, &[]);
    let mut entries = signed.entries.clone();
    entries[42] = b"another story".to_vec();
    let mut exchanged = Ledger::new(entries, &[]);
    exchanged
        .files
        .insert("checkpoint".to_owned(), signed.files["checkpoint"].clone());
    assert_eq!(verdicts(&check(&exchanged)), outcome(Yes, Yes, No));
}

#[test]
fn a_ledger_signed_anew_by_another_key_is_refused() {
    let mut ledger = Ledger::of_size(3, &[]);
    let impostor = proof::note::Ed25519Signer::from_seed(ORIGIN, &[2; 32]).unwrap();
    let note = Checkpoint::new(ORIGIN, 3, ledger.root())
        .sign(&[&impostor])
        .unwrap();
    ledger
        .files
        .insert("checkpoint".to_owned(), note.to_bytes());
    let check = check(&ledger);
    assert_eq!(verdicts(&check), outcome(Yes, Yes, Yes));
    assert_eq!(check.report.verdict(), No);
}

#[test]
fn a_truncated_ledger_is_found_and_named() {
    let mut ledger = Ledger::of_size(700, &[]);
    ledger.files.remove("tile/entries/002.p/188");
    let found = check(&ledger);
    assert_eq!(verdicts(&found), outcome(No, Yes, Yes));
    let path = "tile/entries/002.p/188".to_owned();
    assert_eq!(found.problems, [Problem::Missing { path }]);

    // The tile is gone too, so nothing is left of these entries.
    ledger.files.remove("tile/0/002.p/188");
    assert_eq!(verdicts(&check(&ledger)), outcome(No, No, Open));

    let mut halved = Ledger::of_size(700, &[]);
    halved
        .files
        .get_mut("tile/entries/000")
        .unwrap()
        .truncate(1000);
    let problems = check(&halved).problems;
    assert!(
        matches!(
            &problems[..],
            [Problem::Malformed {
                error: TileError::BundleTooShort { .. },
                ..
            }]
        ),
        "{problems:?}"
    );
}

#[test]
fn a_missing_tile_is_made_up_for_by_its_entries() {
    let mut ledger = Ledger::of_size(700, &[]);
    ledger.files.remove("tile/0/001");
    assert_eq!(verdicts(&check(&ledger)), outcome(Yes, No, Yes));
}

/// C2SP tlog-tiles, "Partial Tiles": a log may delete a partial tile once the full one is there.
#[test]
fn full_tiles_stand_in_for_partial_ones() {
    let small = Ledger::of_size(700, &[]);
    let mut grown = Ledger::of_size(70_000, &[]);
    grown
        .files
        .insert("checkpoint".to_owned(), small.files["checkpoint"].clone());
    assert!(!grown.files.contains_key("tile/0/002.p/188"));
    let check = check(&grown);
    assert_eq!(
        verdicts(&check),
        outcome(Yes, Yes, Yes),
        "{:?}",
        check.problems
    );
}

#[test]
fn what_cannot_be_read_is_left_open() {
    let ledger = Ledger::of_size(700, &[]);
    let denied = |path: &str, limit: usize| match path {
        "tile/entries/001" => Err(io::ErrorKind::PermissionDenied.into()),
        _ => ledger.read(path, limit),
    };
    let check = check_ledger(&denied, Some(&policy()), NonZeroUsize::MIN, &mut |_| {});
    assert_eq!(verdicts(&check), outcome(Open, Yes, Yes));
    assert_eq!(
        check.problems,
        [Problem::Unreadable {
            path: "tile/entries/001".to_owned(),
            kind: io::ErrorKind::PermissionDenied
        }]
    );
    assert_eq!(check.report.verdict(), Open);
}

#[test]
fn without_a_checkpoint_nothing_is_checked() {
    let mut ledger = Ledger::of_size(3, &[]);
    ledger.files.remove("checkpoint");
    assert_eq!(verdicts(&check(&ledger)), [("checkpoint", Open)]);
    ledger
        .files
        .insert("checkpoint".to_owned(), b"nonsense".to_vec());
    assert_eq!(verdicts(&check(&ledger)), [("checkpoint", No)]);
}

#[test]
fn a_size_that_no_ledger_has_ends_in_bounded_time() {
    let mut ledger = Ledger::of_size(3, &[]);
    let note = Checkpoint::new(ORIGIN, u64::MAX, ledger.root())
        .sign(&[&log()])
        .unwrap();
    ledger
        .files
        .insert("checkpoint".to_owned(), note.to_bytes());
    let check = check(&ledger);
    assert_eq!(check.report.verdict(), No);
    assert!(check.problems.len() <= 100);
}

#[test]
fn many_problems_are_counted_and_the_first_listed() {
    let mut ledger = Ledger::of_size(30_000, &[]);
    ledger
        .files
        .retain(|path, _| !path.starts_with("tile/entries/"));
    let check = check(&ledger);
    assert_eq!(check.problem_count, 118);
    assert_eq!(check.problems.len(), 50);
    assert_eq!(
        check.problems[0],
        Problem::Missing {
            path: "tile/entries/000".to_owned()
        }
    );
}
