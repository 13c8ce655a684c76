//! Which files there are, and how threads share the writing of them.

use std::{
    ops::Range,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use edition::{Pictures, edition::Edition};

use crate::{
    Options, RenderError, Report, Sink, Way, assets, kiosk, lang::Lang, page, rooms, site::Site,
    stick, words::Words,
};

/// Records written in one go. Chosen by us: small enough that threads end together, large enough that taking one costs nothing.
const SHARE: usize = 64;

/// Paths with the SHA-256 of what stands there, in hexadecimal.
pub(crate) type Sums = Vec<(String, String)>;

/// One piece of work.
#[derive(Clone, Debug)]
enum Job<'a> {
    /// Files that belong to no language.
    Root,
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
    pictures: &Pictures<'_>,
    options: &Options,
    threads: usize,
    sink: &dyn Sink,
) -> Result<Report, RenderError> {
    if options.languages.is_empty() {
        return Err(RenderError::NoLanguage);
    }
    if let Some(room) = clash(edition) {
        return Err(RenderError::TwoRooms {
            room: room.to_owned(),
        });
    }
    let site = Site::new(edition, pictures, options);
    let words: Vec<Words> = options
        .languages
        .iter()
        .map(|lang| Words::new(*lang))
        .collect();
    let jobs = jobs(&site, words.len());
    let next = AtomicUsize::new(0);
    let outcome: Mutex<(Report, Sums, Option<(usize, RenderError)>)> = Mutex::default();
    let is_stick = options.way == Way::Stick;
    std::thread::scope(|scope| {
        for _ in 0..threads.max(1) {
            scope.spawn(|| {
                let mut output = Output {
                    sink,
                    report: Report::default(),
                    sums: is_stick.then(Vec::new),
                };
                let mut failure = None;
                // Jobs are taken in order, so the first that fails is begun before any later one fails.
                while let Some((place, job)) = take(&next, &jobs) {
                    if let Err(error) = run(&site, &words, job, &mut output) {
                        next.store(jobs.len(), Ordering::Relaxed);
                        failure = Some((place, error));
                        break;
                    }
                }
                let mut outcome = match outcome.lock() {
                    Ok(outcome) => outcome,
                    Err(poisoned) => poisoned.into_inner(),
                };
                outcome.0.add(&output.report);
                outcome.1.extend(output.sums.unwrap_or_default());
                if let Some((place, error)) = failure
                    && outcome.2.as_ref().is_none_or(|(known, _)| place < *known)
                {
                    outcome.2 = Some((place, error));
                }
            });
        }
    });
    let (report, sums, failure) = match outcome.into_inner() {
        Ok(outcome) => outcome,
        Err(poisoned) => poisoned.into_inner(),
    };
    if let Some((_, error)) = failure {
        return Err(error);
    }
    let mut output = Output {
        sink,
        report,
        sums: None,
    };
    if is_stick {
        stick::sums(sums, &mut output)?;
    }
    Ok(output.report)
}

/// Folders of a language that are no rooms; a room of such a name would write over their pages.
const FOLDERS: [&str; 6] = [
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

fn take<'j, 'a>(next: &AtomicUsize, jobs: &'j [Job<'a>]) -> Option<(usize, &'j Job<'a>)> {
    let place = next.fetch_add(1, Ordering::Relaxed);
    Some((place, jobs.get(place)?))
}

/// All the work, the long pieces first.
fn jobs<'a>(site: &Site<'a>, languages: usize) -> Vec<Job<'a>> {
    let mut jobs = vec![Job::Root];
    for lang in 0..languages {
        jobs.push(Job::Entrance(lang));
        jobs.extend(
            page::rooms(site)
                .into_iter()
                .map(|room| Job::Room(lang, room)),
        );
        jobs.extend(shares(site.edition.items.len()).map(|share| Job::Items(lang, share)));
        jobs.extend(shares(site.edition.sources.len()).map(|share| Job::Sources(lang, share)));
        jobs.extend(shares(site.edition.subjects.len()).map(|share| Job::Subjects(lang, share)));
    }
    jobs
}

fn shares(count: usize) -> impl Iterator<Item = Range<usize>> {
    (0..count)
        .step_by(SHARE)
        .map(move |start| start..count.min(start + SHARE))
}

fn run(
    site: &Site<'_>,
    words: &[Words],
    job: &Job<'_>,
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    let edition = site.edition;
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
            rooms::wall_search::write(site, output)?;
            if site.options.way == Way::Stick {
                stick::readme(site, words, output)?;
            }
            rooms::door::write(site, words, output)
        }
        Job::Entrance(lang) => rooms::entrance::write(site, &words[*lang], output),
        Job::Room(lang, room) => rooms::write(site, &words[*lang], room, output),
        Job::Subjects(lang, share) => edition.subjects[share.clone()]
            .iter()
            .try_for_each(|subject| rooms::write_subject(site, &words[*lang], subject, output)),
        Job::Items(lang, share) => edition.items[share.clone()]
            .iter()
            .try_for_each(|item| rooms::item::write(site, &words[*lang], item, output)),
        Job::Sources(lang, share) => edition.sources[share.clone()]
            .iter()
            .try_for_each(|source| rooms::source::write(site, &words[*lang], source, output)),
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
