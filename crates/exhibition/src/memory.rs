//! What pages were written from, so that those which show nothing new need not be written again.
//!
//! While a share of pages is written, it is noted of what they were told (`seen`); afterwards the prints of that, 64 bits each,
//! are summed up. An exhibition that remembers the sum leaves the pages alone as long as it is the same. Whoever asks for the
//! edition as a whole is taken to have read all of it.

use std::{
    cell::RefCell,
    collections::{BTreeSet, HashMap},
    hash::{DefaultHasher, Hash, Hasher as _},
    ops::Deref,
    sync::Arc,
};

use edition::{
    EvidenceNumber, RecordId, SourceId,
    edition::{Edition, Subject},
};

use crate::{Options, Report, pictures::Gallery, site};

/// Something of the edition that a page may show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Part<'p> {
    /// Everything.
    Whole,
    /// The day of its newest entry.
    AsOf,
    /// A record.
    Subject(RecordId),
    /// What kind of page a record has, and so its address.
    Kind(RecordId),
    /// A source.
    Source(SourceId),
    /// An item.
    Item(EvidenceNumber),
    /// A room with who is in it.
    Room(&'p str),
    /// Names of everybody on the wall.
    WallNames,
}

thread_local! {
    /// What the share being written by this thread has been told; `None` while nobody asks.
    static SEEN: RefCell<Option<BTreeSet<u64>>> = const { RefCell::new(None) };
}

/// Notes that the page being written was told `part`.
pub(crate) fn seen(part: Part<'_>) {
    SEEN.with_borrow_mut(|seen| {
        if let Some(seen) = seen {
            seen.insert(print(&part));
        }
    });
}

/// Does `work` and says what it was told.
pub(crate) fn watch<T>(work: impl FnOnce() -> T) -> (T, Vec<u64>) {
    let before = SEEN.replace(Some(BTreeSet::new()));
    let done = work();
    let seen = SEEN.replace(before).unwrap_or_default();
    (done, seen.into_iter().collect())
}

/// 64 bits that two things share by chance once in 2^64. Only ever compared with those of the same program.
fn print(thing: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    thing.hash(&mut hasher);
    hasher.finish()
}

/// The edition, asked for as a whole: the page is then written whenever anything has changed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Watched<'a>(&'a Edition);

impl<'a> Watched<'a> {
    pub(crate) fn new(edition: &'a Edition) -> Self {
        Self(edition)
    }

    /// The edition, for as long as it lives.
    pub(crate) fn whole(self) -> &'a Edition {
        seen(Part::Whole);
        self.0
    }

    /// What every page shows of it: its name, title and words of its curator, and the rooms with their titles, not who is in them.
    /// Nothing else may be read through this.
    pub(crate) fn face(self) -> &'a Edition {
        self.0
    }
}

impl Deref for Watched<'_> {
    type Target = Edition;

    fn deref(&self) -> &Edition {
        seen(Part::Whole);
        self.0
    }
}

/// The prints of everything in an edition.
#[derive(Debug, Default)]
pub(crate) struct Prints {
    of: HashMap<u64, u64>,
    /// Of what every page shows.
    face: u64,
}

impl Prints {
    /// Prints `edition` with `threads` threads.
    pub(crate) fn new(
        edition: &Edition,
        gallery: &Gallery,
        options: &Options,
        threads: usize,
    ) -> Self {
        let share = edition.subjects.len().div_ceil(threads.max(1)).max(1);
        let mut of: HashMap<u64, u64> = HashMap::with_capacity(edition.subjects.len() + 1_024);
        std::thread::scope(|scope| {
            let workers: Vec<_> = edition
                .subjects
                .chunks(share)
                .map(|share| {
                    scope.spawn(move || {
                        let mut prints = Vec::with_capacity(share.len() * 2);
                        for subject in share {
                            prints.push((print(&Part::Subject(subject.id)), print(subject)));
                            prints.push((print(&Part::Kind(subject.id)), print(&kind(subject))));
                        }
                        prints
                    })
                })
                .collect();
            for worker in workers {
                // A thread that was stopped leaves its records without prints, and their pages are written.
                of.extend(worker.join().unwrap_or_default());
            }
        });
        for source in &edition.sources {
            of.insert(print(&Part::Source(source.id)), print(source));
        }
        for item in &edition.items {
            let told = gallery.told(item.number);
            of.insert(print(&Part::Item(item.number)), print(&(item, told)));
        }
        for room in &edition.rooms {
            of.insert(print(&Part::Room(room.room.as_str())), print(room));
        }
        of.insert(print(&Part::AsOf), print(&edition.as_of));
        let people = edition
            .rooms
            .iter()
            .filter(|room| room.room.as_str() == "people");
        let names = people.flat_map(|room| &room.members).map(|id| {
            let subject = site::find(edition, *id);
            (id, subject.map(|subject| (&subject.names, kind(subject))))
        });
        of.insert(print(&Part::WallNames), print_all(names));
        let face = face(edition, options);
        let mut whole: Vec<(u64, u64)> = of.iter().map(|(part, print)| (*part, *print)).collect();
        whole.sort_unstable();
        let rest = (
            &edition.ledger,
            &edition.releases,
            &edition.withdrawn,
            format!("{:?}", edition.outlines),
        );
        of.insert(print(&Part::Whole), print(&(whole, face, rest)));
        Self { of, face }
    }

    /// One print of all these parts and of what every page shows.
    fn sum(&self, parts: &[u64]) -> u64 {
        let prints: Vec<Option<&u64>> = parts.iter().map(|part| self.of.get(part)).collect();
        print(&(self.face, parts, prints))
    }
}

/// One print of all of these, in their order.
pub(crate) fn print_all<T: Hash>(things: impl Iterator<Item = T>) -> u64 {
    let mut hasher = DefaultHasher::new();
    things.for_each(|thing| thing.hash(&mut hasher));
    hasher.finish()
}

/// What decides where the page of a record stands.
fn kind(subject: &Subject) -> [bool; 3] {
    [
        site::is_victim(subject),
        site::is_grave(subject),
        site::is_demand(subject),
    ]
}

fn face(edition: &Edition, options: &Options) -> u64 {
    let Edition {
        archive_name,
        made_up,
        title,
        claim,
        introduction,
        content_note,
        shown,
        contact,
        credits,
        ..
    } = edition;
    let words = (
        (archive_name, made_up, title, claim, introduction),
        (content_note, shown, contact, credits),
    );
    let rooms: Vec<_> = edition
        .rooms
        .iter()
        .map(|room| (&room.room, room.number, &room.title, &room.introduction))
        .collect();
    let languages: Vec<&str> = options.languages.iter().map(|lang| lang.tag()).collect();
    print(&(
        words,
        rooms,
        &edition.ledger.origin,
        &edition.withheld,
        languages,
        &options.base_address,
        &options.program_version,
        format!("{:?}", options.way),
    ))
}

/// What an exhibition remembers of how it was written. Empty, it remembers nothing and all is written.
#[derive(Debug, Default)]
pub struct Memory {
    shares: HashMap<String, Arc<Share>>,
}

/// Pages written together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Share {
    /// What they were told.
    pub(crate) parts: Vec<u64>,
    /// The print of that.
    pub(crate) sum: u64,
    /// What was written.
    pub(crate) report: Report,
    /// Its paths, each with a line end.
    pub(crate) paths: String,
    /// What the list of data says of it.
    pub(crate) notes: String,
}

/// First line of a memory as it is kept.
const HEAD: &str = "cenotaph-memory 2";

impl Memory {
    /// The share called `name`, if it would be written the same.
    pub(crate) fn same(&self, name: &str, prints: &Prints) -> Option<&Arc<Share>> {
        let share = self.shares.get(name)?;
        (share.sum == prints.sum(&share.parts)).then_some(share)
    }

    /// Remembers a share that was told `parts`.
    pub(crate) fn keep(&mut self, name: String, mut share: Share, prints: &Prints) {
        share.sum = prints.sum(&share.parts);
        self.shares.insert(name, Arc::new(share));
    }

    /// Goes on remembering a share that is the same.
    pub(crate) fn go_on(&mut self, name: String, share: &Arc<Share>) {
        self.shares.insert(name, Arc::clone(share));
    }

    /// Remembers all that `other` remembers.
    pub(crate) fn merge(&mut self, other: Self) {
        self.shares.extend(other.shares);
    }

    /// As bytes, to be kept beside the exhibition. Only the program that wrote them may read them: what it makes of the same
    /// edition is taken to be known.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut names: Vec<&String> = self.shares.keys().collect();
        names.sort();
        let mut out = format!("{HEAD}\n").into_bytes();
        for name in names {
            let Some(share) = self.shares.get(name) else {
                continue;
            };
            let Report {
                files,
                pages,
                bytes,
                largest_person_page,
                largest_list_page,
            } = share.report;
            let numbers = [
                share.sum,
                files,
                pages,
                bytes,
                largest_person_page,
                largest_list_page,
            ];
            for text in [name, &share.paths, &share.notes] {
                out.extend_from_slice(&(text.len() as u64).to_le_bytes());
                out.extend_from_slice(text.as_bytes());
            }
            out.extend_from_slice(&(share.parts.len() as u64).to_le_bytes());
            for number in numbers.iter().chain(&share.parts) {
                out.extend_from_slice(&number.to_le_bytes());
            }
        }
        out
    }

    /// Reads what `to_bytes` wrote; `None` for anything else.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes.strip_prefix(HEAD.as_bytes())?.strip_prefix(b"\n")?;
        let mut shares = HashMap::new();
        while !rest.is_empty() {
            let name = text(&mut rest)?.to_owned();
            let paths = text(&mut rest)?.to_owned();
            let notes = text(&mut rest)?.to_owned();
            let count = usize::try_from(number(&mut rest)?).ok()?;
            let sum = number(&mut rest)?;
            let report = Report {
                files: number(&mut rest)?,
                pages: number(&mut rest)?,
                bytes: number(&mut rest)?,
                largest_person_page: number(&mut rest)?,
                largest_list_page: number(&mut rest)?,
            };
            let length = count.checked_mul(8)?;
            let (parts, after) = rest.split_at_checked(length)?;
            let parts = parts
                .chunks_exact(8)
                .filter_map(|eight| Some(u64::from_le_bytes(eight.try_into().ok()?)))
                .collect();
            rest = after;
            let share = Share {
                parts,
                sum,
                report,
                paths,
                notes,
            };
            shares.insert(name, Arc::new(share));
        }
        Some(Self { shares })
    }
}

fn number(rest: &mut &[u8]) -> Option<u64> {
    let (eight, after) = rest.split_first_chunk::<8>()?;
    *rest = after;
    Some(u64::from_le_bytes(*eight))
}

fn text<'b>(rest: &mut &'b [u8]) -> Option<&'b str> {
    let length = usize::try_from(number(rest)?).ok()?;
    let (text, after) = rest.split_at_checked(length)?;
    *rest = after;
    std::str::from_utf8(text).ok()
}
