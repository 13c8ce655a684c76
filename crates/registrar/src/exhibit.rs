//! From the catalog to an exhibition: everything known goes into a draft, the edition redacts it, the renderer writes it.

use std::{
    collections::{BTreeMap, BTreeSet},
    num::NonZero,
    path::Path,
    thread,
};

use catalog::{CatalogError, RecordView, UnreadRecord};
use edition::{
    Audience, Compiler, Pictures, Policy,
    draft::{ClaimHead, Covered, Draft, DraftHead, DraftItem, DraftRecord, DraftSource, OpenPair},
    edition::Edition,
};
use exhibition::{Lang, Memory, Way};
use intake::{
    kind::MediaType,
    limits::Limits,
    table::{self, TableOptions},
};
use model::{
    entry::Timestamp,
    id::{EvidenceNumber, RecordKind},
    judgement::Proposal,
};

use crate::{
    error::{Error, Result},
    feed,
    folder::OutputFolder,
    outcome::Problem,
    outlines,
    pictures::{self, Vault},
    registrar::Registrar,
};

/// Largest table that is shown row by row, in bytes; beyond it a page would be too heavy (exhibition brief, section 4: 120 kB).
const TABLE_SHOWN: u64 = 64 << 10;

/// Longest text shown whole, in bytes, for the same reason.
const TEXT_SHOWN: usize = 96 << 10;

/// Largest map layer read, in bytes.
const OUTLINE_LIMIT: u64 = 8 << 20;

/// How an exhibition is written.
#[derive(Clone, Debug, Default)]
pub struct ExhibitOptions {
    /// Language tags among `en`, `fr`, `fa`, `ar`, in the order of the language switch.
    pub languages: Vec<&'static str>,
    /// Address at which it will be published.
    pub base: Option<String>,
    /// How it will be visited.
    pub way: Way,
}

/// Writes `edition` with pictures out of `vault` into `folder`, leaving alone what shows nothing new since `before`; what is to be remembered of it.
pub(crate) fn render(
    edition: &Edition,
    vault: &Vault<'_>,
    folder: &OutputFolder,
    out: &Path,
    options: &ExhibitOptions,
    before: &Memory,
) -> Result<Memory> {
    let settings = exhibition::Options {
        languages: options
            .languages
            .iter()
            .filter_map(|tag| lang(tag))
            .collect(),
        base_address: options.base.clone(),
        program_version: env!("CARGO_PKG_VERSION").to_owned(),
        way: options.way,
    };
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let pictures = Pictures::new(edition, vault);
    let written = exhibition::render_again(edition, &pictures, &settings, threads, folder, before);
    let (_, memory) = written.map_err(|error| match error {
        exhibition::RenderError::Sink { path, source } => Error::io(&out.join(path), source),
        other => Error::Render {
            cause: Box::new(other),
        },
    })?;
    Ok(memory)
}

impl exhibition::Sink for OutputFolder {
    fn put(&self, path: &str, bytes: &[u8]) -> std::io::Result<()> {
        Self::put(self, path, bytes)
    }

    fn keep(&self, path: &str) -> bool {
        Self::keep(self, path)
    }
}

impl Registrar {
    /// What `audience` may see; `vault` is asked for the sizes of pictures.
    pub(crate) fn edition(&self, audience: Audience, vault: &Vault<'_>) -> Result<Edition> {
        let policy = Policy::new(audience);
        let one_state = self.catalog.snapshot()?;
        let times = self.catalog.entry_times()?;
        let draft = self.draft(&times, vault)?;
        let mut compiler = Compiler::new(&policy);
        for record in self.unread()? {
            compiler.note(head(&record?)?);
        }
        let threads = thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
        let open = |record: UnreadRecord| Ok(draft_record(record.view()?, &times));
        let edition = compiler.compile::<_, CatalogError>(draft, self.unread()?, open, threads)?;
        drop(one_state);
        // All was read once, and the pages are made of what the edition holds.
        self.catalog.rest()?;
        Ok(edition)
    }

    /// Every record, one after the other, with claims that are not read yet.
    fn unread(
        &self,
    ) -> Result<impl Iterator<Item = std::result::Result<UnreadRecord, CatalogError>>> {
        let mut kinds = Vec::with_capacity(RecordKind::ALL.len());
        for kind in RecordKind::ALL {
            kinds.push(self.catalog.unread_records(kind)?);
        }
        Ok(kinds.into_iter().flatten())
    }

    /// All that the catalog knows but for the records, which are too many to be held twice. Nothing but the edition's compiler is
    /// given this.
    fn draft(&self, times: &[Timestamp], vault: &Vault<'_>) -> Result<Draft> {
        let shown = self.catalog.shown()?;
        let root = self.archive.root_at(shown)?;
        let (releases, published) = self.earlier(shown)?;
        let mut draft = Draft {
            archive_name: self.archive.description().name.clone(),
            arrangement: self.catalog.arrangement()?.unwrap_or_default(),
            as_of: self.catalog.as_of()?,
            origin: self.archive.description().origin.clone(),
            ledger_size: shown,
            ledger_root: root.to_string(),
            checkpoint: self.checkpoint_at(shown, root),
            releases,
            published,
            ..Draft::default()
        };
        // What is shown as a picture: what the curator presents, and what a claim calls a portrait or photograph.
        let presented = draft.arrangement.items.iter();
        let mut pictures: BTreeSet<EvidenceNumber> = presented.map(|said| said.item).collect();
        for property in ["portrait", "photograph"] {
            pictures.extend(self.catalog.items_cited_for(property)?);
        }
        draft.items = self.draft_items(times, &pictures, vault)?;
        draft.sources = self
            .catalog
            .sources()?
            .into_iter()
            .map(|view| DraftSource {
                source: view.source,
                access: view.access,
            })
            .collect();
        for view in self.catalog.suggestions()? {
            let (left, right, same) = match view.suggestion.proposal {
                Proposal::Same(left, right) => (left, right, true),
                Proposal::Different(left, right) => (left, right, false),
                Proposal::Claim(_) => continue,
            };
            // The renderer puts it in brackets and goes on after it.
            let basis = format!(
                "{}: {}",
                view.suggestion.by,
                view.suggestion.basis.trim_end_matches('.')
            );
            draft.open_pairs.push(OpenPair {
                left,
                right,
                same,
                basis,
            });
        }
        for number in &draft.arrangement.outlines {
            let Some(view) = self.catalog.item(*number)? else {
                continue;
            };
            let bytes = feed::item_bytes(&self.archive, &view.item.digest, OUTLINE_LIMIT)?
                .unwrap_or_default();
            draft.outlines.push(outlines::rings(&bytes));
        }
        Ok(draft)
    }

    fn draft_items(
        &self,
        times: &[Timestamp],
        pictures: &BTreeSet<EvidenceNumber>,
        vault: &Vault<'_>,
    ) -> Result<Vec<DraftItem>> {
        let mut covered: BTreeMap<EvidenceNumber, Vec<Covered>> = BTreeMap::new();
        for (region, access) in self.catalog.regions()? {
            covered.entry(region.item()).or_default().push(Covered {
                sheet: region.page(),
                area: region.area(),
                access,
            });
        }
        let mut items = Vec::new();
        for view in self.catalog.items()? {
            let table = self.shown_table(&view)?;
            let sheets = if pictures.contains(&view.item.number) {
                vault.sheets(&view)?
            } else {
                Vec::new()
            };
            items.push(DraftItem {
                access: view.access,
                entry: view.entry,
                text: view.text.filter(|text| text.len() <= TEXT_SHOWN),
                table,
                erased: !self.archive.has_item(&view.item.digest)?,
                sheets,
                covered: covered.remove(&view.item.number).unwrap_or_default(),
                added: time(times, view.entry),
                item: view.item,
            });
        }
        Ok(items)
    }

    fn shown_table(&self, view: &catalog::ItemView) -> Result<Option<Vec<Vec<String>>>> {
        let tables = [MediaType::Csv.as_str(), MediaType::Tsv.as_str()];
        if !tables.contains(&view.item.media_type.as_str()) {
            return Ok(None);
        }
        let Some(bytes) = feed::item_bytes(&self.archive, &view.item.digest, TABLE_SHOWN)? else {
            return Ok(None);
        };
        let table = table::read(&bytes, &Limits::default(), TableOptions::default());
        // Row numbers are places that claims cite, so a table with rows left out is not shown as if it were whole.
        if table.problems.iter().any(|problem| problem.loses_row()) {
            return Ok(None);
        }
        let mut rows = vec![table.headers];
        rows.extend(table.rows.into_iter().map(|row| row.cells));
        Ok(Some(rows))
    }
}

/// What decides how a record stands.
fn head(record: &UnreadRecord) -> Result<DraftHead> {
    let mut claims = Vec::new();
    for claim in record.heads() {
        let (about, access, item) = claim?;
        claims.push(ClaimHead {
            about,
            access,
            item,
        });
    }
    Ok(DraftHead {
        id: record.id,
        also: record.also.clone(),
        access: record.access,
        claims,
    })
}

/// A record for the edition's compiler. `times` are those of the ledger's entries.
fn draft_record(view: RecordView, times: &[Timestamp]) -> DraftRecord {
    let mut recorded = Vec::with_capacity(view.claims.len());
    let mut claims = Vec::with_capacity(view.claims.len());
    for mut known in view.claims {
        recorded.extend(time(times, known.entry).map(|time| (known.id, time)));
        known.claim.access = known.access;
        claims.push((known.id, known.claim));
    }
    DraftRecord {
        id: view.id,
        also: view.also,
        access: view.access,
        claims,
        recorded,
    }
}

/// When an entry was made.
fn time(times: &[Timestamp], entry: u64) -> Option<Timestamp> {
    times.get(usize::try_from(entry).ok()?).copied()
}

/// What of the pictures of `edition` is not shown, and why: what could not be read, and what nobody described.
pub(crate) fn picture_problems(edition: &Edition, vault: &Vault<'_>) -> Vec<Problem> {
    let mut problems = vault.problems();
    problems.extend(pictures::without_words(edition));
    problems
}

/// The renderer's language for a tag.
pub(crate) fn lang(tag: &str) -> Option<Lang> {
    Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
}

/// People on the wall.
pub(crate) fn people(edition: &Edition) -> u64 {
    let wall = edition
        .rooms
        .iter()
        .find(|room| room.room.as_str() == "people");
    wall.map_or(0, |room| room.members.len() as u64)
}
