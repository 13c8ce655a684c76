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
    Options, RenderError, Report, Sink, assets, lang::Lang, page, rooms, site::Site, words::Words,
};

/// Records written in one go. Chosen by us: small enough that threads end together, large enough that taking one costs nothing.
const SHARE: usize = 64;

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
    let site = Site::new(edition, pictures, options);
    let words: Vec<Words> = options
        .languages
        .iter()
        .map(|lang| Words::new(*lang))
        .collect();
    let jobs = jobs(&site, words.len());
    let next = AtomicUsize::new(0);
    let outcome: Mutex<(Report, Option<(usize, RenderError)>)> = Mutex::default();
    std::thread::scope(|scope| {
        for _ in 0..threads.max(1) {
            scope.spawn(|| {
                let mut output = Output {
                    sink,
                    report: Report::default(),
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
                if let Some((place, error)) = failure
                    && outcome.1.as_ref().is_none_or(|(known, _)| place < *known)
                {
                    outcome.1 = Some((place, error));
                }
            });
        }
    });
    let (report, failure) = match outcome.into_inner() {
        Ok(outcome) => outcome,
        Err(poisoned) => poisoned.into_inner(),
    };
    match failure {
        Some((_, error)) => Err(error),
        None => Ok(report),
    }
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
            rooms::wall_search::write(site, output)?;
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
