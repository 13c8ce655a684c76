//! Looking things up: names in any script, words in any document, and how much there is.

use model::{
    access::Access,
    judgement::{Proposal, Subject},
};

use crate::{
    error::Result,
    outcome::{Found, FoundHit},
    registrar::Registrar,
};

/// How much an archive holds.
#[derive(Clone, Debug)]
pub struct Summary {
    /// Entries in the ledger.
    pub entries: u64,
    /// Its root in hexadecimal.
    pub root: String,
    /// Records.
    pub records: u64,
    /// Claims.
    pub claims: u64,
    /// Sources.
    pub sources: u64,
    /// Items.
    pub items: u64,
    /// First and last evidence number; empty when there are no items.
    pub first_item: String,
    /// See `first_item`.
    pub last_item: String,
    /// Records judged to be one with another, less one for each identity.
    pub same_pairs: u64,
    /// Pairs proposed as one, not decided.
    pub open_pairs: u64,
    /// The first item that is a text: its number and SHA-256.
    pub report: Option<(String, String)>,
}

impl Registrar {
    /// Looks for names and words, in everything the archive holds.
    pub fn search(&self, query: &str, limit: usize) -> Result<Found> {
        let hits = self.catalog.search(query, limit, Access::Confidential)?;
        let behind = self.archive.len()?.saturating_sub(self.catalog.position());
        let hits = hits.into_iter().map(|hit| {
            let (kind, id) = named(hit.subject);
            FoundHit {
                kind,
                id,
                name: hit.name,
                snippet: hit.snippet,
            }
        });
        Ok(Found {
            behind,
            hits: hits.collect(),
        })
    }

    /// How much there is.
    pub fn summary(&self) -> Result<Summary> {
        let counts = self.catalog.counts()?;
        let items = self.catalog.items()?;
        let number = |item: Option<&catalog::ItemView>| {
            item.map(|view| view.item.number.to_string())
                .unwrap_or_default()
        };
        let suggestions = self.catalog.suggestions()?;
        let report = items
            .iter()
            .find(|view| view.item.media_type == "text/plain");
        Ok(Summary {
            entries: self.archive.len()?,
            root: self.archive.root()?.to_string(),
            records: counts.records.iter().map(|count| count.records).sum(),
            claims: counts.claims,
            sources: counts.sources,
            items: counts.items,
            first_item: number(items.first()),
            last_item: number(items.last()),
            same_pairs: counts
                .records
                .iter()
                .map(|count| count.records - count.identities)
                .sum(),
            open_pairs: suggestions
                .iter()
                .filter(|view| matches!(view.suggestion.proposal, Proposal::Same(..)))
                .count() as u64,
            report: report.map(|view| (view.item.number.to_string(), view.item.digest.to_string())),
        })
    }
}

/// What something is called, and how.
fn named(subject: Subject) -> (&'static str, String) {
    match subject {
        Subject::Record(id) => (id.kind().as_str(), id.to_string()),
        Subject::Claim(id) => ("claim", id.to_string()),
        Subject::Item(number) => ("item", number.to_string()),
        Subject::Source(id) => ("source", id.to_string()),
        Subject::Region(region) => ("region", region.to_string()),
    }
}
