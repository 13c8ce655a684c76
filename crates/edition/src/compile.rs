//! The whole way from a draft to an edition.

use std::{
    collections::{BTreeSet, HashMap},
    convert::Infallible,
    num::NonZero,
};

use model::{
    arrangement::Arrangement,
    id::{EvidenceNumber, RecordId},
};

use crate::{
    cards::{self, Uses},
    dates,
    draft::{Draft, DraftHead, DraftRecord, DraftRelease, OpenPair},
    edition::{Edition, Ledger, Name, PairNote, Public, Reason, Release, Shown, Subject},
    facts, names,
    policy::Policy,
    resolve::Resolver,
    rooms, share,
    standing::{self, Items, Records, SeenRecord, Sources},
};

/// What `policy.audience` may see of `draft`, in order.
///
/// The result does not depend on the order of anything in the draft. References to what is not there are shown as missing.
/// What each audience sees, and why, is written in `docs/edition.md`.
pub fn compile(mut draft: Draft, policy: &Policy) -> Edition {
    let records = standing::one_each(std::mem::take(&mut draft.records));
    let mut compiler = Compiler::new(policy);
    for record in &records {
        compiler.note(DraftHead::of(record));
    }
    let records = records.into_iter().map(Ok);
    let Ok(edition) = compiler.compile::<_, Infallible>(draft, records, Ok, NonZero::<usize>::MIN);
    edition
}

/// Makes an edition of records that come one after the other, so that they are never all held: [`compile`] for archives of
/// hundreds of thousands of claims. How every record stands must be known before anything is shown that may refer to it; so each
/// is given twice, first its head.
#[derive(Debug)]
pub struct Compiler<'p> {
    policy: &'p Policy,
    records: Records,
}

impl<'p> Compiler<'p> {
    /// One that has seen nothing yet.
    pub fn new(policy: &'p Policy) -> Self {
        Self {
            policy,
            records: Records::default(),
        }
    }

    /// Notes how a record stands. Each identity is given once.
    pub fn note(&mut self, head: DraftHead) {
        self.records.note(head, self.policy);
    }

    /// What the audience may see of the records whose heads were noted, and of all else in `draft`; `draft.records` is not
    /// looked at. `open` makes a record of what `records` gives, on one of `threads` threads.
    ///
    /// # Errors
    ///
    /// The first that `records` or `open` gives.
    pub fn compile<R: Send, E: Send>(
        self,
        draft: Draft,
        records: impl Iterator<Item = Result<R, E>>,
        open: impl Fn(R) -> Result<DraftRecord, E> + Sync,
        threads: NonZero<usize>,
    ) -> Result<Edition, E> {
        let Self {
            policy,
            records: standings,
        } = self;
        let items = standing::items(draft.items, &standings.closed_items, policy);
        let sources = standing::sources(draft.sources, policy);
        let resolver = Resolver::new(policy, &standings, &sources, &items);
        let made = |given| {
            let seen = standing::see(open(given)?, policy);
            Ok(seen.map(|record| subject(record, &resolver)))
        };
        let mut subjects: Vec<Subject> = share::in_order(records, made, threads)?;
        drop(resolver);
        subjects.sort_by_key(|subject| subject.id);
        let draft = Draft {
            items: Vec::new(),
            sources: Vec::new(),
            ..draft
        };
        Ok(edition(draft, policy, &standings, sources, items, subjects))
    }
}

/// Puts an edition together.
fn edition(
    draft: Draft,
    policy: &Policy,
    records: &Records,
    sources: Sources,
    items: Items,
    mut subjects: Vec<Subject>,
) -> Edition {
    let Draft {
        archive_name,
        arrangement,
        as_of,
        origin,
        ledger_size,
        ledger_root,
        checkpoint,
        open_pairs,
        outlines,
        published,
        releases,
        records: _,
        sources: _,
        items: _,
    } = draft;
    let withdrawn = withdrawn(published, records, &sources, &items);
    let withheld = reasons(
        records,
        &items,
        sources.values().filter_map(|source| source.as_ref().err()),
    );
    link(&mut subjects);
    pair(&mut subjects, open_pairs, records);

    let Arrangement {
        made_up,
        title,
        claim,
        introduction,
        content_note,
        shown,
        contact,
        credits,
        rooms,
        outlines: outlined,
        items: presented,
    } = arrangement;
    let uses = Uses::of(&subjects);
    Edition {
        archive_name,
        made_up,
        title,
        claim,
        introduction,
        content_note,
        shown,
        contact,
        credits,
        as_of: as_of.map(dates::day_of).unwrap_or_default(),
        ledger: Ledger {
            origin,
            size: ledger_size,
            root: ledger_root,
            checkpoint,
        },
        rooms: rooms::arranged(rooms, &subjects),
        outlines: drawn(outlines, &outlined, &items),
        items: cards::items(items, presented, &sources, policy, uses.items),
        sources: cards::sources(sources, uses.sources),
        subjects,
        withheld,
        withdrawn,
        releases: earlier(releases),
    }
}

/// What an earlier release showed and this edition does not, with the reason. What is shown under another identifier is
/// not withdrawn: its address leads there.
fn withdrawn(
    published: Vec<Public>,
    records: &Records,
    sources: &Sources,
    items: &Items,
) -> Vec<(Public, Reason)> {
    let reason = |public: &Public| match public {
        Public::Record(id) => records.standing(*id).err(),
        Public::Source(id) => match sources.get(id) {
            None => Some(Reason::Missing),
            Some(standing) => standing.as_ref().err().copied(),
        },
        Public::Item(number) => match items.get(number) {
            None => Some(Reason::Missing),
            Some(standing) => standing.as_ref().err().copied(),
        },
    };
    let published: BTreeSet<Public> = published.into_iter().collect();
    published
        .into_iter()
        .filter_map(|public| Some((public, reason(&public)?)))
        .collect()
}

/// Releases by number; of two with one number the first.
fn earlier(mut releases: Vec<DraftRelease>) -> Vec<Release> {
    releases.sort_by(|one, two| {
        let key = |release: &DraftRelease| (release.number, release.time);
        key(one)
            .cmp(&key(two))
            .then_with(|| one.manifest.cmp(&two.manifest))
    });
    releases.dedup_by_key(|release| release.number);
    let release = |draft: DraftRelease| {
        let DraftRelease {
            number,
            time,
            note,
            manifest,
            changes,
        } = draft;
        Release {
            number,
            day: dates::day_of(time),
            note,
            manifest,
            changes,
        }
    };
    releases.into_iter().map(release).collect()
}

/// Reasons for which anything is withheld as a whole, each once.
fn reasons<'a>(
    records: &Records,
    items: &Items,
    sources: impl Iterator<Item = &'a Reason>,
) -> Vec<Reason> {
    let mut reasons: BTreeSet<Reason> = records.withheld.clone();
    reasons.extend(items.values().filter_map(|item| item.as_ref().err()));
    reasons.extend(sources);
    reasons.into_iter().collect()
}

fn subject(record: SeenRecord, resolver: &Resolver<'_>) -> Subject {
    let SeenRecord {
        id,
        also,
        claims,
        gaps,
        updated,
    } = record;
    let facts = facts::of(id, claims, resolver);
    Subject {
        id,
        also,
        names: names::ordered(&facts),
        facts,
        gaps,
        referred_by: Vec::new(),
        open_pairs: Vec::new(),
        updated,
    }
}

/// Fills in the names of records that are referred to, and tells each record who refers to it.
fn link(subjects: &mut [Subject]) {
    let mut referred = Vec::new();
    let mut named = BTreeSet::new();
    for subject in subjects.iter() {
        for fact in &subject.facts {
            let qualifiers = fact.qualifiers.iter().map(|(_, value)| value);
            for value in qualifiers.chain([&fact.value]) {
                if let Shown::Record { id, .. } = value {
                    named.insert(*id);
                    if *id != subject.id {
                        referred.push((*id, (fact.property.clone(), subject.id)));
                    }
                }
            }
            let voices = fact.citations.iter().flat_map(|cited| &cited.voices);
            named.extend(voices.filter_map(|voice| voice.record));
        }
    }
    let names: HashMap<RecordId, Vec<Name>> = subjects
        .iter()
        .filter(|subject| named.contains(&subject.id))
        .map(|subject| (subject.id, names::preferred(&subject.names)))
        .collect();
    for fact in subjects.iter_mut().flat_map(|subject| &mut subject.facts) {
        let qualifiers = fact.qualifiers.iter_mut().map(|(_, value)| value);
        for value in qualifiers.chain([&mut fact.value]) {
            if let Shown::Record { id, names: shown } = value {
                *shown = names.get(id).cloned().unwrap_or_default();
            }
        }
        for voice in fact
            .citations
            .iter_mut()
            .flat_map(|cited| &mut cited.voices)
        {
            if let Some(id) = voice.record {
                voice.name = names.get(&id).and_then(|names| names.first()).cloned();
            }
        }
    }
    referred.sort();
    referred.dedup();
    for (id, reference) in referred {
        if let Some(subject) = find(subjects, id) {
            subject.referred_by.push(reference);
        }
    }
}

/// Notes undecided pairs on both records.
///
/// A pair rests on what is known of both, so it is shown only where the audience sees all of both: "perhaps the same as …"
/// would otherwise let a withheld name or date be read off the other record.
fn pair(subjects: &mut [Subject], pairs: Vec<OpenPair>, records: &Records) {
    for OpenPair {
        left,
        right,
        same,
        basis,
    } in pairs
    {
        let (Ok(left), Ok(right)) = (records.standing(left), records.standing(right)) else {
            continue;
        };
        if left == right || !records.is_whole(left) || !records.is_whole(right) {
            continue;
        }
        for (one, other) in [(left, right), (right, left)] {
            if let Some(subject) = find(subjects, one) {
                subject.open_pairs.push(PairNote {
                    other,
                    same,
                    basis: basis.clone(),
                });
            }
        }
    }
    for subject in subjects {
        subject.open_pairs.sort();
        subject.open_pairs.dedup();
    }
}

fn find(subjects: &mut [Subject], id: RecordId) -> Option<&mut Subject> {
    let place = subjects
        .binary_search_by_key(&id, |subject| subject.id)
        .ok()?;
    subjects.get_mut(place)
}

/// The layers of the map whose items may be read. When layers and items cannot be told to belong together, one withheld item
/// withholds all.
fn drawn(
    outlines: Vec<Vec<Vec<(f32, f32)>>>,
    outlined: &[EvidenceNumber],
    items: &Items,
) -> Vec<Vec<Vec<(f32, f32)>>> {
    let is_open = |number: &EvidenceNumber| matches!(items.get(number), Some(Ok(item)) if item.withheld.is_none());
    if outlines.len() == outlined.len() {
        outlines
            .into_iter()
            .zip(outlined)
            .filter(|(_, number)| is_open(number))
            .map(|(layer, _)| layer)
            .collect()
    } else if outlined.iter().all(is_open) {
        outlines
    } else {
        Vec::new()
    }
}
