//! Which files there are, and how threads share the writing of them.

use std::{
    ops::Range,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use edition::{Pictures, RecordId, edition::Edition};

use crate::{
    Options, RenderError, Report, Sink, Way, assets, banners, cards, data, feeds, kiosk,
    lang::Lang,
    memory::{self, Memory, Part, Prints, Share, print_all, seen},
    page, panels,
    pictures::{self, Gallery},
    rooms,
    site::Site,
    sitemap, stick,
    words::Words,
};

/// Records whose identifiers end in so many zero bits begin a share, so that one more record moves no other into another share.
/// Chosen by us: shares of about 64 are small enough that threads end together, large enough that taking one costs nothing.
const SHARE_BITS: u32 = 6;

/// Items, whose pages may be long, are shared out by so many numbers.
const ITEMS: u32 = 8;

/// Sources written in one go.
const SOURCES: u64 = 16;

/// Paths with the SHA-256 of what stands there, in hexadecimal.
pub(crate) type Sums = Vec<(String, String)>;

/// One piece of work.
#[derive(Clone, Debug)]
enum Job<'a> {
    /// Files that belong to no language.
    Root,
    /// The index of the wall's search.
    Search,
    /// The entrance.
    Entrance(usize),
    /// A room.
    Room(usize, &'a str),
    /// Pages of records.
    Subjects(usize, Range<usize>),
    /// Pages of items.
    Items(usize, Range<usize>),
    /// Pages of sources.
    Sources(usize, Range<usize>),
    /// Pages where something stood that is shown no more.
    Withdrawn(usize),
    /// Manifests of pictures.
    Manifests,
    /// Feeds of a language.
    Feeds(usize),
    /// Cards of a language.
    Cards(usize),
    /// Banners of a language.
    Banners(usize),
    /// The list of all addresses.
    Sitemap,
    /// Tables of sources and items.
    Tables,
    /// Claims to take away.
    Data(data::Part),
}

/// What kind of page a file is, for the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A page of a victim.
    Person,
    /// A page of a list.
    List,
    /// Any other.
    Other,
}

/// Counts what goes to the sink.
pub(crate) struct Output<'s> {
    sink: &'s dyn Sink,
    report: Report,
    /// What was written with its SHA-256, where a list of them is to be written.
    sums: Option<Sums>,
    /// What was written, each path with a line end; kept while a share is being written that may be remembered.
    paths: Option<String>,
    /// Files of data that were written, for the list of them.
    pub(crate) data: Vec<data::File>,
}

impl Output<'_> {
    /// Writes one file.
    pub(crate) fn write(
        &mut self,
        path: &str,
        bytes: &[u8],
        kind: Kind,
    ) -> Result<(), RenderError> {
        self.sink
            .put(path, bytes)
            .map_err(|source| RenderError::Sink {
                path: path.to_owned(),
                source,
            })?;
        if let Some(sums) = &mut self.sums {
            sums.push((path.to_owned(), stick::digest(bytes)));
        }
        let size = bytes.len() as u64;
        self.note(path);
        let report = &mut self.report;
        report.files += 1;
        report.bytes += size;
        report.pages += u64::from(path.ends_with(".html"));
        match kind {
            Kind::Person => report.largest_person_page = report.largest_person_page.max(size),
            Kind::List => report.largest_list_page = report.largest_list_page.max(size),
            Kind::Other => {}
        }
        Ok(())
    }

    fn note(&mut self, path: &str) {
        if let Some(paths) = &mut self.paths {
            paths.push_str(path);
            paths.push('\n');
        }
    }

    /// Keeps the file that stands at `path`, whose name says what it holds; `false` when it must be written.
    pub(crate) fn keep(&mut self, path: &str) -> bool {
        // A list of sums needs the bytes.
        let kept = self.sums.is_none() && self.sink.keep(path);
        if kept {
            self.report.files += 1;
            self.note(path);
        }
        kept
    }

    /// Writes one page of `lang`.
    pub(crate) fn page(
        &mut self,
        lang: Lang,
        path: &str,
        page: &str,
        kind: Kind,
    ) -> Result<(), RenderError> {
        self.write(&format!("{}/{path}", lang.tag()), page.as_bytes(), kind)
    }
}

/// Writes everything.
pub(crate) fn render(
    edition: &Edition,
    blobs: &Pictures<'_>,
    options: &Options,
    threads: usize,
    sink: &dyn Sink,
    before: &Memory,
) -> Result<(Report, Memory), RenderError> {
    if options.languages.is_empty() {
        return Err(RenderError::NoLanguage);
    }
    if let Some(room) = clash(edition) {
        return Err(RenderError::TwoRooms {
            room: room.to_owned(),
        });
    }
    // Pictures first: a page says so when one cannot be read.
    let (gallery, pictured) = Gallery::write(edition, blobs, options, threads, sink)?;
    let prints = Prints::new(edition, &gallery, options, threads);
    let mut site = Site::new(edition, gallery, options);
    let words: Vec<Words> = options
        .languages
        .iter()
        .map(|lang| Words::new(*lang))
        .collect();
    site.cards = cards::addresses(&site, &words);
    let site = site;
    let jobs = jobs(edition, &site, words.len());
    let next = AtomicUsize::new(0);
    let is_stick = options.way == Way::Stick;
    // The list of sums of a stick needs the bytes of every file.
    let nothing = Memory::default();
    let before = if is_stick { &nothing } else { before };
    let outcome: Mutex<Outcome> = Mutex::default();
    std::thread::scope(|scope| {
        for _ in 0..threads.max(1) {
            scope.spawn(|| {
                let mut output = Output {
                    sink,
                    report: Report::default(),
                    sums: is_stick.then(Vec::new),
                    paths: None,
                    data: Vec::new(),
                };
                let mut memory = Memory::default();
                let mut failure = None;
                // Jobs are taken in order, so the first that fails is begun before any later one fails.
                while let Some((place, job)) = take(&next, &jobs) {
                    let done = match name(edition, &words, job) {
                        Some(name) => {
                            let share = (&site, words.as_slice(), job);
                            again(name, share, (before, &prints), &mut output, &mut memory)
                        }
                        None => run(&site, edition, &words, job, &mut output),
                    };
                    if let Err(error) = done {
                        next.store(jobs.len(), Ordering::Relaxed);
                        failure = Some((place, error));
                        break;
                    }
                }
                let mut outcome = match outcome.lock() {
                    Ok(outcome) => outcome,
                    Err(poisoned) => poisoned.into_inner(),
                };
                outcome.report.add(&output.report);
                outcome.memory.merge(memory);
                outcome.data.append(&mut output.data);
                outcome.sums.extend(output.sums.unwrap_or_default());
                if let Some((place, error)) = failure
                    && outcome
                        .failure
                        .as_ref()
                        .is_none_or(|(known, _)| place < *known)
                {
                    outcome.failure = Some((place, error));
                }
            });
        }
    });
    let Outcome {
        report,
        memory,
        sums,
        data,
        failure,
    } = match outcome.into_inner() {
        Ok(outcome) => outcome,
        Err(poisoned) => poisoned.into_inner(),
    };
    if let Some((_, error)) = failure {
        return Err(error);
    }
    let mut output = Output {
        sink,
        report,
        sums: is_stick.then_some(sums),
        paths: None,
        data: Vec::new(),
    };
    output.report.add(&pictured.report);
    if let Some(sums) = &mut output.sums {
        sums.extend(pictured.sums);
    }
    data::finish(&site, &words, data, &mut output)?;
    if let Some(sums) = output.sums.take() {
        stick::sums(sums, &mut output)?;
    }
    Ok((output.report, memory))
}

/// What several threads wrote.
#[derive(Debug, Default)]
pub(crate) struct Written {
    report: Report,
    sums: Sums,
}

/// Does `count` pieces of work with `threads` threads; gives back what was written, or the failure that comes first in order.
/// With `summed`, the digest of each file is kept.
pub(crate) fn share_out(
    threads: usize,
    count: usize,
    sink: &dyn Sink,
    summed: bool,
    work: impl Fn(usize, &mut Output<'_>) -> Result<(), RenderError> + Sync,
) -> Result<Written, RenderError> {
    let next = AtomicUsize::new(0);
    let outcome: Mutex<(Written, Option<(usize, RenderError)>)> = Mutex::default();
    std::thread::scope(|scope| {
        for _ in 0..threads.max(1).min(count) {
            scope.spawn(|| {
                let mut output = Output {
                    sink,
                    report: Report::default(),
                    sums: summed.then(Vec::new),
                    paths: None,
                    data: Vec::new(),
                };
                let mut failure = None;
                loop {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    if place >= count {
                        break;
                    }
                    if let Err(error) = work(place, &mut output) {
                        next.store(count, Ordering::Relaxed);
                        failure = Some((place, error));
                        break;
                    }
                }
                let mut outcome = match outcome.lock() {
                    Ok(outcome) => outcome,
                    Err(poisoned) => poisoned.into_inner(),
                };
                let (written, first) = &mut *outcome;
                written.report.add(&output.report);
                written.sums.extend(output.sums.unwrap_or_default());
                if let Some((place, error)) = failure
                    && first.as_ref().is_none_or(|(known, _)| place < *known)
                {
                    *first = Some((place, error));
                }
            });
        }
    });
    let (written, failure) = match outcome.into_inner() {
        Ok(outcome) => outcome,
        Err(poisoned) => poisoned.into_inner(),
    };
    match failure {
        Some((_, error)) => Err(error),
        None => Ok(written),
    }
}

/// Folders of a language that are no rooms; a room of such a name would write over their pages.
const FOLDERS: [&str; 7] = [
    "data",
    "events",
    "groups",
    "officials",
    "places",
    "proceedings",
    "sources",
];

/// The first room whose address another room or a folder has already.
fn clash(edition: &Edition) -> Option<&str> {
    let mut rooms: Vec<&str> = FOLDERS.to_vec();
    edition
        .rooms
        .iter()
        .map(|room| room.room.as_str())
        .find(|room| {
            let taken = rooms.contains(room);
            rooms.push(room);
            taken
        })
}

/// What the threads have done.
#[derive(Default)]
struct Outcome {
    report: Report,
    memory: Memory,
    sums: Sums,
    data: Vec<data::File>,
    failure: Option<(usize, RenderError)>,
}

/// Does a job unless it would be done the same as before and its files are still there.
fn again(
    name: String,
    (site, words, job): (&Site<'_>, &[Words], &Job<'_>),
    (before, prints): (&Memory, &Prints),
    output: &mut Output<'_>,
    memory: &mut Memory,
) -> Result<(), RenderError> {
    if let Some(share) = before.same(&name, prints)
        && share.paths.lines().all(|path| output.sink.keep(path))
    {
        output.report.add(&share.report);
        output.data.extend(data::listed(&share.notes));
        memory.go_on(name, share);
        return Ok(());
    }
    let mut own = Output {
        sink: output.sink,
        report: Report::default(),
        sums: output.sums.is_some().then(Vec::new),
        paths: Some(String::new()),
        data: Vec::new(),
    };
    let (done, parts) = memory::watch(|| run(site, site.edition.face(), words, job, &mut own));
    done?;
    output.report.add(&own.report);
    if let (Some(all), Some(sums)) = (&mut output.sums, own.sums) {
        all.extend(sums);
    }
    let notes = data::notes(&own.data);
    output.data.append(&mut own.data);
    let share = Share {
        parts,
        sum: 0,
        report: own.report,
        paths: own.paths.unwrap_or_default(),
        notes,
    };
    memory.keep(name, share, prints);
    Ok(())
}

/// What a share is called from one exhibition to the next; `None` for work that is always done anew, because it shows a
/// bit of everything.
fn name(edition: &Edition, words: &[Words], job: &Job<'_>) -> Option<String> {
    let (lang, members) = match job {
        Job::Root
        | Job::Entrance(_)
        | Job::Room(..)
        | Job::Withdrawn(_)
        | Job::Manifests
        | Job::Feeds(_)
        | Job::Sitemap
        | Job::Tables => return None,
        Job::Cards(lang) => return Some(format!("{}/cards", words.get(*lang)?.lang.tag())),
        Job::Banners(lang) => return Some(format!("{}/banners", words.get(*lang)?.lang.tag())),
        Job::Data(part) => {
            let members = print_all(part.records(edition).iter().map(|subject| subject.id));
            return Some(format!("data/{}/{members:016x}", part.name()));
        }
        Job::Search => return Some("search".to_owned()),
        Job::Subjects(lang, share) => {
            let subjects = edition.subjects.get(share.clone())?;
            (lang, print_all(subjects.iter().map(|subject| subject.id)))
        }
        Job::Items(lang, share) => {
            let items = edition.items.get(share.clone())?;
            (lang, print_all(items.iter().map(|item| item.number)))
        }
        Job::Sources(lang, share) => {
            let sources = edition.sources.get(share.clone())?;
            (lang, print_all(sources.iter().map(|source| source.id)))
        }
    };
    // By all its members: one that joins it or leaves it makes it another share.
    let lang = words.get(*lang)?.lang.tag();
    Some(format!("{lang}/{members:016x}"))
}

fn take<'j, 'a>(next: &AtomicUsize, jobs: &'j [Job<'a>]) -> Option<(usize, &'j Job<'a>)> {
    let place = next.fetch_add(1, Ordering::Relaxed);
    Some((place, jobs.get(place)?))
}

/// All the work, the long pieces first.
fn jobs<'a>(edition: &Edition, site: &Site<'a>, languages: usize) -> Vec<Job<'a>> {
    let mut jobs = vec![Job::Root, Job::Search, Job::Sitemap, Job::Tables];
    // Drawings take longest, so they are begun first.
    jobs.extend((0..languages).map(Job::Cards));
    jobs.extend((0..languages).map(Job::Banners));
    jobs.extend(data::parts(edition).into_iter().map(Job::Data));
    for lang in 0..languages {
        jobs.push(Job::Feeds(lang));
        jobs.push(Job::Entrance(lang));
        jobs.extend(
            page::rooms(site)
                .into_iter()
                .map(|room| Job::Room(lang, room)),
        );
        let items = shares(&edition.items, |item| item.number.0 % ITEMS == 0);
        jobs.extend(items.map(|share| Job::Items(lang, share)));
        let sources = shares(&edition.sources, |source| source.id.bits() % SOURCES == 0);
        jobs.extend(sources.map(|share| Job::Sources(lang, share)));
        let begins = |id: RecordId| id.bits().trailing_zeros() >= SHARE_BITS;
        let subjects = shares(&edition.subjects, |subject| begins(subject.id));
        jobs.extend(subjects.map(|share| Job::Subjects(lang, share)));
        jobs.push(Job::Withdrawn(lang));
    }
    jobs.push(Job::Manifests);
    jobs
}

/// Parts of `all` that begin where `begins` says so.
fn shares<T>(all: &[T], begins: impl Fn(&T) -> bool) -> impl Iterator<Item = Range<usize>> {
    let mut starts: Vec<usize> = all
        .iter()
        .enumerate()
        .filter(|(place, one)| *place == 0 || begins(one))
        .map(|(place, _)| place)
        .collect();
    starts.push(all.len());
    let pairs: Vec<Range<usize>> = starts.windows(2).map(|pair| pair[0]..pair[1]).collect();
    pairs.into_iter().filter(|share| !share.is_empty())
}

fn run(
    site: &Site<'_>,
    edition: &Edition,
    words: &[Words],
    job: &Job<'_>,
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    match job {
        Job::Root => {
            for (path, bytes) in assets::FILES {
                output.write(path, bytes, Kind::Other)?;
            }
            if site.options.way == Way::Kiosk {
                for (path, bytes) in kiosk::FILES {
                    output.write(path, bytes, Kind::Other)?;
                }
            }
            if site.options.way == Way::Stick {
                stick::readme(site, words, output)?;
            }
            panels::write_rooms(site, words, output)?;
            rooms::door::write(site, words, output)
        }
        Job::Search => rooms::wall_search::write(site, output),
        Job::Cards(lang) => cards::write(site, &words[*lang], output),
        Job::Banners(lang) => banners::write(site, &words[*lang], output),
        Job::Feeds(lang) => feeds::write(site, &words[*lang], output),
        Job::Sitemap => sitemap::write(site, output),
        Job::Tables => data::write_tables(site, output),
        Job::Data(part) => {
            part.records(edition)
                .iter()
                .for_each(|subject| seen(Part::Subject(subject.id)));
            data::write(edition, part, output)
        }
        Job::Entrance(lang) => rooms::entrance::write(site, &words[*lang], output),
        Job::Room(lang, room) => rooms::write(site, &words[*lang], room, output),
        Job::Subjects(lang, share) => edition.subjects[share.clone()]
            .iter()
            .inspect(|subject| seen(Part::Subject(subject.id)))
            .try_for_each(|subject| {
                // Short addresses belong to no language; they are written with the first.
                if *lang == 0 {
                    panels::write_subject(site, words, subject, output)?;
                }
                rooms::write_subject(site, &words[*lang], subject, output)
            }),
        Job::Items(lang, share) => edition.items[share.clone()]
            .iter()
            .inspect(|item| seen(Part::Item(item.number)))
            .try_for_each(|item| {
                if *lang == 0 {
                    panels::write_item(site, words, item, output)?;
                }
                rooms::item::write(site, &words[*lang], item, output)
            }),
        Job::Sources(lang, share) => edition.sources[share.clone()]
            .iter()
            .inspect(|source| seen(Part::Source(source.id)))
            .try_for_each(|source| rooms::source::write(site, &words[*lang], source, output)),
        Job::Withdrawn(lang) => rooms::withdrawn::write(site, &words[*lang], output),
        Job::Manifests => edition
            .items
            .iter()
            .try_for_each(|item| pictures::manifest::write(site, words, item, output)),
    }
}

impl Report {
    fn add(&mut self, other: &Self) {
        self.files += other.files;
        self.pages += other.pages;
        self.bytes += other.bytes;
        self.largest_person_page = self.largest_person_page.max(other.largest_person_page);
        self.largest_list_page = self.largest_list_page.max(other.largest_list_page);
    }
}
