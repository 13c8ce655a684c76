//! Every answer as text, so that two catalogs can be compared byte by byte.

use std::fmt::{self, Write};

use model::{access::Access, id::RecordKind, judgement::Subject, value::Value};

use crate::{error::CatalogError, open::Catalog, prepare::NAME};

impl Catalog {
    /// Writes every answer that this catalog can give, one a line, in a fixed order; of searches those for every name known.
    ///
    /// For tests and for comparing a catalog with its rebuilt self. Confidential matter is in it.
    pub fn dump(&self, out: &mut dyn Write) -> Result<(), CatalogError> {
        let mut dump = Dump { out };
        dump.line("name", &self.archive_name()?);
        dump.line("position", &self.position());
        dump.line("counts", &self.counts()?);
        dump.line("as-of", &self.as_of()?);
        dump.lines("log", self.log(0, usize::MAX)?);
        dump.lines("source", self.sources()?);
        dump.lines("item", self.items()?);
        dump.line("next", &self.next_evidence_number()?);
        dump.line("arrangement", &self.arrangement()?);
        dump.line("shown", &self.shown()?);
        dump.lines("release", self.releases()?);
        dump.lines("erasure", self.erasures()?);
        dump.lines("suggestion", self.suggestions()?);
        dump.lines("judgement", self.all_judgements()?);
        dump.lines("region", self.regions()?);
        dump.lines("conflict", self.identity_conflicts()?);
        for kind in RecordKind::ALL {
            for record in self.records(kind)? {
                let record = record?;
                dump.line("record", &record);
                dump.lines("contradiction", self.contradictions(record.id)?);
                dump.lines("judged", self.judgements(Subject::Record(record.id))?);
                for claim in &record.claims {
                    dump.line("claim", &self.claim(claim.id)?);
                    if let Value::Text { text, .. } = &claim.claim.value
                        && claim.claim.property.as_str() == NAME
                    {
                        for access in Access::ALL {
                            dump.lines("hit", self.search(text, 20, access)?);
                        }
                    }
                }
            }
        }
        Ok(())
    }
}

struct Dump<'o> {
    out: &'o mut dyn Write,
}

impl Dump<'_> {
    fn line(&mut self, what: &str, answer: &dyn fmt::Debug) {
        // A writer in memory does not fail; one that does makes the comparison fail.
        let _ = writeln!(self.out, "{what} {answer:?}");
    }

    fn lines<T: fmt::Debug>(&mut self, what: &str, answers: Vec<T>) {
        for answer in answers {
            self.line(what, &answer);
        }
    }
}
