//! Every call to the storage fails once, in every way it may fail, and nothing that was acknowledged is lost.

use std::{collections::BTreeMap, io::Read};

use archive::{
    Archive, Error, NewEntry, PayloadState, Result,
    faulty::{Fault, Memory},
};
use proof::digest::Digest;

use crate::support::{Log, description, entries, entry, writing};

/// What is done after the failure.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Then {
    /// The process died with it; the archive is opened again.
    Reopen,
    /// The same step is tried again on the same archive.
    TryAgain,
}

/// One thing that a person does.
type Step = fn(&mut Archive, &mut Seen) -> Result<()>;

const STEPS: [Step; 11] = [
    |archive, seen| seen.put(archive, b"first item"),
    |archive, seen| seen.append(archive, naming(0, b"first item")),
    |archive, _| publish(archive),
    // Past the end of the first tile, so that it and its bundle become full.
    |archive, seen| seen.append(archive, entries(1, 300)),
    |archive, _| publish(archive),
    |archive, _| publish(archive),
    |archive, seen| seen.put(archive, b"second item"),
    |archive, seen| seen.append(archive, naming(300, b"second item")),
    |archive, seen| seen.append(archive, erasing(301)),
    |archive, _| publish(archive),
    |archive, seen| seen.append(archive, entries(302, 305)),
];

fn naming(number: u64, item: &[u8]) -> Vec<NewEntry> {
    vec![NewEntry {
        items: vec![Digest::of(item)],
        ..entry(number, 1)
    }]
}

/// Erases the payload of entry 7 and the first item.
fn erasing(number: u64) -> Vec<NewEntry> {
    vec![NewEntry {
        erases: vec![entry(7, 1).payloads[0].commitment()],
        erases_items: vec![Digest::of(b"first item")],
        ..entry(number, 1)
    }]
}

fn publish(archive: &mut Archive) -> Result<()> {
    archive.publish(&Log::new().signer).map(drop)
}

/// What has been acknowledged.
#[derive(Default)]
struct Seen {
    entries: BTreeMap<u64, NewEntry>,
    items: Vec<Vec<u8>>,
    erased: bool,
}

impl Seen {
    fn put(&mut self, archive: &mut Archive, item: &[u8]) -> Result<()> {
        archive.put_item(&mut &item[..], u64::MAX)?;
        self.items.push(item.to_vec());
        Ok(())
    }

    fn append(&mut self, archive: &mut Archive, entries: Vec<NewEntry>) -> Result<()> {
        let range = archive.append(&entries)?;
        self.erased |= entries.iter().any(NewEntry::is_erasure);
        self.entries.extend(range.zip(entries));
        Ok(())
    }

    /// Every acknowledged entry and item is there, no entry is half there, the tree is that of the entries, and what was erased is gone.
    fn verify(&self, archive: &Archive, memory: &Memory) {
        let stored = archive.entries(0, u64::MAX).unwrap();
        assert_eq!(stored.len() as u64, archive.len().unwrap());
        for (index, new) in &self.entries {
            assert_eq!(stored[*index as usize].bytes, new.bytes, "entry {index}");
        }
        for entry in &stored {
            assert_eq!(
                entry.payloads.len(),
                1,
                "entry {} has its payload",
                entry.index
            );
            if let PayloadState::Present(salted) = &entry.payloads[0].state {
                assert_eq!(salted.commitment(), entry.payloads[0].commitment);
            }
        }
        let leaves: Vec<_> = stored
            .iter()
            .map(|entry| proof::merkle::leaf_hash(&entry.bytes))
            .collect();
        assert_eq!(archive.root().unwrap(), proof::merkle::root(&leaves));
        for item in self
            .items
            .iter()
            .filter(|item| !self.erased || item.as_slice() != b"first item")
        {
            if let Ok(mut reader) = archive.open_item(&Digest::of(item)) {
                let mut bytes = Vec::new();
                reader.read_to_end(&mut bytes).unwrap();
                assert_eq!(&bytes, item);
            } else {
                let erased = archive.open_item(&Digest::of(item)).unwrap_err();
                assert!(matches!(erased, Error::ItemErased { .. }), "{erased}");
            }
        }
        if self.erased {
            assert!(!memory.holds(&entry(7, 1).payloads[0].bytes));
            assert!(!memory.holds(b"first item"));
        }
    }
}

/// Does everything from the making on, with one fault, and returns how often the storage was called.
fn run(fault: Option<(u64, Fault)>, then: Then) -> u64 {
    let memory = Memory::default();
    if let Some((at, fault)) = fault {
        memory.fail_at(at, fault);
    }
    let mut seen = Seen::default();
    let mut archive = make(&memory);
    for step in STEPS {
        if let Err(error) = step(&mut archive, &mut seen) {
            require_told(&error);
            if then == Then::Reopen {
                drop(archive);
                archive = Archive::open_on(Box::new(memory.clone()), &writing()).unwrap();
                seen.verify(&archive, &memory);
            }
            // An erasure that is durable but unfinished is completed, not repeated; after reopening there is nothing left to complete.
            archive.finish_erasures().unwrap();
            step(&mut archive, &mut seen).unwrap();
        }
    }
    drop(archive);
    let archive = reopen(&memory);
    let calls = memory.calls();
    // A fault beyond the work itself is not to hit the verification.
    memory.fail_at(u64::MAX, Fault::Lost);
    seen.verify(&archive, &memory);
    assert_eq!(seen.items.len(), 2);
    let report = archive
        .check(Some(&Log::new().verifier), &mut |_| {})
        .unwrap();
    assert!(report.problems.is_empty(), "{:?}", report.problems);
    calls
}

/// Makes the archive; interrupted, it is made again, or found to be made.
fn make(memory: &Memory) -> Archive {
    Archive::create_on(Box::new(memory.clone()), &description()).unwrap_or_else(|error| {
        require_told(&error);
        match Archive::open_on(Box::new(memory.clone()), &writing()) {
            Ok(archive) => archive,
            Err(Error::NoArchive) => {
                Archive::create_on(Box::new(memory.clone()), &description()).unwrap()
            }
            Err(error) => panic!("{error}"),
        }
    })
}

fn reopen(memory: &Memory) -> Archive {
    match Archive::open_on(Box::new(memory.clone()), &writing()) {
        Ok(archive) => archive,
        Err(error) => {
            require_told(&error);
            Archive::open_on(Box::new(memory.clone()), &writing()).unwrap()
        }
    }
}

/// The failure is told as what it is.
fn require_told(error: &Error) {
    match error {
        Error::Injected { .. } => {}
        Error::ErasureUnfinished { source, .. } => require_told(source),
        other => panic!("told as {other:?}"),
    }
}

#[test]
fn whatever_call_fails_in_whatever_way_nothing_acknowledged_is_lost() {
    let calls = run(None, Then::Reopen);
    assert!(calls > 60, "the workload makes only {calls} calls");
    for then in [Then::Reopen, Then::TryAgain] {
        for fault in [Fault::Lost, Fault::Persisted, Fault::Half] {
            for at in 0..calls {
                let told = std::panic::catch_unwind(|| run(Some((at, fault)), then));
                assert!(told.is_ok(), "call {at}, {fault:?}, {then:?}");
            }
        }
    }
}
