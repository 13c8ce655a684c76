//! Judgements: kept in the history, and what they decide put where it is looked up.

use model::{
    access::Access,
    id::RecordId,
    judgement::{Decision, Judgement, Proposal, Subject},
    payload::Payload,
    wire::v1,
};
use rusqlite::{OptionalExtension, params};

use super::{SAME, Writer, pair_key, subject_key};
use crate::{error::CatalogError, prepare::PreparedClaims, regions};

impl Writer<'_> {
    pub(super) fn judgement(
        &mut self,
        judgement: &Judgement,
        bytes: &[u8],
        entry: i64,
    ) -> Result<(), CatalogError> {
        self.execute(
            "INSERT INTO judgement(entry, bytes) VALUES(?1, ?2)",
            params![entry, bytes],
        )?;
        let seq = self.connection.last_insert_rowid();
        for subject in &judgement.subjects {
            if let Subject::Region(region) = subject {
                regions::insert(self.connection, *region)?;
            }
            let Some((kind, key)) = subject_key(self.connection, *subject)? else {
                continue;
            };
            self.execute(
                "INSERT OR IGNORE INTO judged VALUES(?1, ?2, ?3)",
                params![kind, key, seq],
            )?;
        }
        match (judgement.decision, judgement.subjects.as_slice()) {
            (
                decision @ (Decision::Same | Decision::Different | Decision::Undecided),
                [Subject::Record(one), Subject::Record(other)],
            ) => self.decide_pair(decision, *one, *other, seq),
            // A pair without its third side decides nothing; it stays in the history.
            (Decision::Same | Decision::Different | Decision::Undecided, _) => Ok(()),
            (
                decision @ (Decision::Accept | Decision::Reject),
                [Subject::Record(one), Subject::Record(other)],
            ) => self.judge_proposed_pair(decision, *one, *other, seq),
            (decision @ (Decision::Accept | Decision::Reject), subjects) => {
                self.judge_claims(decision == Decision::Accept, subjects, entry)
            }
            (Decision::Publish, subjects) => self.set_access(Access::Public, subjects),
            (Decision::Restrict, subjects) => self.set_access(Access::Restricted, subjects),
            (Decision::Hide, subjects) => self.set_access(Access::Confidential, subjects),
        }
    }

    fn decide_pair(
        &mut self,
        decision: Decision,
        one: RecordId,
        other: RecordId,
        seq: i64,
    ) -> Result<(), CatalogError> {
        let (_, one, other) = pair_key(SAME, one, other);
        self.execute(
            "INSERT OR REPLACE INTO pair VALUES(?1, ?2, ?3, ?4)",
            params![one, other, decision as i64, seq],
        )?;
        self.due.identities = true;
        Ok(())
    }

    /// Accepting a proposed pair decides it as proposed last; rejecting it leaves it undecided, with the proposal set aside.
    fn judge_proposed_pair(
        &mut self,
        decision: Decision,
        one: RecordId,
        other: RecordId,
        seq: i64,
    ) -> Result<(), CatalogError> {
        let (_, first, second) = pair_key(SAME, one, other);
        let proposed: Option<i64> = self
            .connection
            .prepare_cached(
                "SELECT proposal FROM suggestion WHERE proposal IN (0, 1) AND one = ?1 AND other = ?2 ORDER BY seq DESC LIMIT 1",
            )?
            .query_row([first, second], |row| row.get(0))
            .optional()?;
        match (decision, proposed) {
            (Decision::Accept, Some(SAME)) => self.decide_pair(Decision::Same, one, other, seq),
            (Decision::Accept, Some(_)) => self.decide_pair(Decision::Different, one, other, seq),
            (Decision::Accept, None) => Ok(()),
            _ => self.decide_pair(Decision::Reject, one, other, seq),
        }
    }

    fn judge_claims(
        &mut self,
        accept: bool,
        subjects: &[Subject],
        entry: i64,
    ) -> Result<(), CatalogError> {
        for subject in subjects {
            let Subject::Claim(id) = subject else {
                continue;
            };
            let id = id.bits() as i64;
            self.execute(
                "INSERT OR REPLACE INTO acceptance VALUES(?1, ?2)",
                params![id, accept],
            )?;
            let proposed: Option<Vec<u8>> = self
                .connection
                .prepare_cached(
                    "SELECT bytes FROM suggestion WHERE proposal = 2 AND one = ?1 AND other = 0 ORDER BY seq LIMIT 1",
                )?
                .query_row([id], |row| row.get(0))
                .optional()?;
            if let Some(bytes) = proposed.filter(|_| accept)
                && let Ok(Payload::Suggestion(suggestion)) = v1::decode_payload(&bytes)
                && let Proposal::Claim(claim) = suggestion.proposal
            {
                self.claims(
                    &PreparedClaims::of(*claim, &v1::IdentifierKey::new(self.key)),
                    entry,
                )?;
            }
        }
        Ok(())
    }

    fn set_access(&mut self, access: Access, subjects: &[Subject]) -> Result<(), CatalogError> {
        for subject in subjects {
            let Some((kind, key)) = subject_key(self.connection, *subject)? else {
                continue;
            };
            self.execute(
                "INSERT OR REPLACE INTO access VALUES(?1, ?2, ?3)",
                params![kind, key, access as i64],
            )?;
        }
        Ok(())
    }
}
