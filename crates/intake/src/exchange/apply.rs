//! From what travelled to claims: keys become identifiers, sources are looked up.

use std::collections::BTreeMap;

use model::{
    access::Access,
    claim::{Certainty, Citation, Claim, Locator, Qualifier, Voice, Who},
    id::RecordId,
    term::Term,
    value::Value,
};

use super::{Content, Parcel, Said, Speaker};
use crate::mapping::{Context, Loss, Mapped, MappedRow, RowProblem, RowReason};

impl Parcel {
    /// The claims of all records, in order. `namespace` tells keys of one system from those of another. A claim whose source is
    /// not known to `context` is not taken.
    pub fn claims(&self, namespace: &str, context: &Context<'_>) -> Mapped {
        let mut mapped = Mapped::default();
        let mut places: BTreeMap<RecordId, usize> = BTreeMap::new();
        for record in &self.records {
            let about = (context.record)(record.kind, namespace, &record.key);
            // What comes in several rows about one record is recorded together.
            let place = *places.entry(about).or_insert_with(|| {
                mapped.rows.push(MappedRow {
                    row_number: record.row,
                    record: about,
                    claims: Vec::new(),
                });
                mapped.rows.len() - 1
            });
            for said in &record.said {
                let claim = claim(about, said, namespace, context);
                match (claim, mapped.rows.get_mut(place)) {
                    (Ok(claim), Some(row)) => row.claims.push(claim),
                    (Err(reason), _) => mapped.problems.push(RowProblem {
                        row: said.row,
                        column: said.column.clone(),
                        reason,
                        loss: Loss::Claim,
                    }),
                    (Ok(_), None) => {}
                }
            }
        }
        mapped
    }
}

fn claim(
    about: RecordId,
    said: &Said,
    namespace: &str,
    context: &Context<'_>,
) -> Result<Claim, RowReason> {
    let content = |content: &Content| match content {
        Content::Value(value) => value.clone(),
        Content::Record(kind, key) => Value::Record((context.record)(*kind, namespace, key)),
    };
    let source = |key: &String| {
        (context.source)(key).ok_or_else(|| RowReason::UnknownSource { key: key.clone() })
    };
    let mut attribution = Vec::with_capacity(said.voices.len());
    for (role, speaker) in &said.voices {
        let who = match speaker {
            Speaker::Named(name) => Who::Named(name.clone()),
            Speaker::Record(kind, key) => Who::Record((context.record)(*kind, namespace, key)),
            Speaker::Source(key) => Who::Source(source(key)?),
        };
        attribution.push(Voice { role: *role, who });
    }
    let term = said.certainty.clone().or_else(|| Term::new("stated").ok());
    Ok(Claim {
        about,
        property: said.property.clone(),
        value: content(&said.value),
        qualifiers: said
            .qualifiers
            .iter()
            .map(|(property, value)| Qualifier {
                property: property.clone(),
                value: content(value),
            })
            .collect(),
        citation: Citation {
            item: Some(context.item),
            locator: Some(Locator::Cell {
                row: said.row,
                column: said.column.clone(),
            }),
            source: said.source.as_ref().map(source).transpose()?,
            place_in_source: said.place.clone(),
        },
        attribution,
        certainty: Certainty {
            // `stated` is a term, so this is never reached without one.
            term: term.ok_or(RowReason::Empty)?,
            note: said.note.clone(),
        },
        access: said.access.unwrap_or(Access::Public),
    })
}
