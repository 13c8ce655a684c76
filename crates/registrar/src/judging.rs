//! Decisions and proposals about which records are one, as a case brings them.

use std::collections::{BTreeMap, BTreeSet};

use intake::table::{Row, Table};
use model::{
    access::Access,
    entry::EntryKind,
    id::{EvidenceNumber, RecordId, RecordKind},
    judgement::{Decision, Judgement, Proposal, Subject, Suggestion},
    payload::Payload,
    region::Region,
    wire,
};

use crate::{
    case::cell,
    error::{Error, Result},
    matches::ordered,
    recording::Happening,
    registrar::Registrar,
};

/// What was decided and proposed about pairs so far.
#[derive(Debug, Default)]
pub(crate) struct Pairs {
    decided: BTreeMap<(RecordId, RecordId), Decision>,
    proposed: BTreeSet<(RecordId, RecordId)>,
}

impl Registrar {
    /// What was decided and proposed about pairs so far.
    pub(crate) fn pairs(&self) -> Result<Pairs> {
        let mut pairs = Pairs::default();
        for view in self.catalog.all_judgements()? {
            if let [Subject::Record(left), Subject::Record(right)] = view.judgement.subjects[..] {
                pairs
                    .decided
                    .insert(ordered(left, right), view.judgement.decision);
            }
        }
        for view in self.catalog.suggestions()? {
            if let Proposal::Same(left, right) | Proposal::Different(left, right) =
                view.suggestion.proposal
            {
                pairs.proposed.insert(ordered(left, right));
            }
        }
        Ok(pairs)
    }

    /// What a row of a case's `judgements.csv` brings: `None` when it is known already, an error text when it is no decision.
    ///
    /// A proposal about a pair on which somebody has decided is known already.
    pub(crate) fn case_judgement(
        &self,
        table: &Table,
        row: &Row,
        pairs: &mut Pairs,
        named: &dyn Fn(&str) -> Option<EvidenceNumber>,
    ) -> std::result::Result<Option<Happening>, String> {
        let decision = cell(table, row, "decision").unwrap_or_default();
        if cell(table, row, "left_kind").as_deref() == Some("region") {
            return self.case_region(table, row, &decision, named);
        }
        let (Some(left), Some(right)) = (
            self.side(table, row, "left"),
            self.side(table, row, "right"),
        ) else {
            return Err(decision);
        };
        let (left, right) = ordered(left, right);
        let reason = cell(table, row, "reason").unwrap_or_default();
        let proposal = match decision.as_str() {
            "same" => return Ok(self.judgement(Decision::Same, (left, right), reason, pairs)),
            "different" => {
                return Ok(self.judgement(Decision::Different, (left, right), reason, pairs));
            }
            "suggest-same" => Proposal::Same(left, right),
            "suggest-different" => Proposal::Different(left, right),
            _ => return Err(decision),
        };
        if pairs.decided.contains_key(&(left, right)) || !pairs.proposed.insert((left, right)) {
            return Ok(None);
        }
        let suggestion = Suggestion {
            proposal,
            by: "the compiler of the case".to_owned(),
            basis: reason,
        };
        Ok(Some(Happening::new(
            EntryKind::SuggestionMade,
            Payload::Suggestion(suggestion),
        )))
    }

    /// A decision on a part of a page: `left_namespace` names the item, `left_key` page and box (`1,100,200,300,400`).
    ///
    /// What was decided on that very part before stands, as for pairs: a case does not decide again.
    fn case_region(
        &self,
        table: &Table,
        row: &Row,
        decision: &str,
        named: &dyn Fn(&str) -> Option<EvidenceNumber>,
    ) -> std::result::Result<Option<Happening>, String> {
        let item = cell(table, row, "left_namespace").unwrap_or_default();
        let place = cell(table, row, "left_key").unwrap_or_default();
        let number = named(&item).ok_or_else(|| item.clone())?;
        let region = Region::parse(&format!("{number}#{place}")).map_err(|error| error.text)?;
        let decision = Decision::parse(decision)
            .filter(|decision| about_access(*decision))
            .ok_or_else(|| decision.to_owned())?;
        let reason = cell(table, row, "reason").unwrap_or_default();
        let subject = Subject::Region(region);
        let decided = self.catalog.judgements(subject);
        if decided.map_err(|error| error.to_string())?.is_empty() {
            Ok(Some(self.decided(decision, subject, reason)))
        } else {
            Ok(None)
        }
    }

    fn decided(&self, decision: Decision, subject: Subject, reason: String) -> Happening {
        let judgement = Judgement {
            decision,
            subjects: vec![subject],
            by: self.actor.clone(),
            reason,
        };
        Happening::new(EntryKind::JudgementMade, Payload::Judgement(judgement))
    }

    fn side(&self, table: &Table, row: &Row, side: &str) -> Option<RecordId> {
        let kind = RecordKind::parse(&cell(table, row, &format!("{side}_kind"))?)?;
        let namespace = cell(table, row, &format!("{side}_namespace"))?;
        let key = cell(table, row, &format!("{side}_key"))?;
        Some(wire::v1::record_bits(
            &self.keys.identifiers,
            kind,
            &namespace,
            &key,
        ))
    }

    fn judgement(
        &self,
        decision: Decision,
        (left, right): (RecordId, RecordId),
        reason: String,
        pairs: &mut Pairs,
    ) -> Option<Happening> {
        // What people decided since stands; a case does not decide again.
        if pairs.decided.contains_key(&(left, right)) {
            return None;
        }
        pairs.decided.insert((left, right), decision);
        let judgement = Judgement {
            decision,
            subjects: vec![Subject::Record(left), Subject::Record(right)],
            by: self.actor.clone(),
            reason,
        };
        Some(Happening::new(
            EntryKind::JudgementMade,
            Payload::Judgement(judgement),
        ))
    }
}

/// `true` for the decisions on who may see something.
fn about_access(decision: Decision) -> bool {
    matches!(
        decision,
        Decision::Publish | Decision::Restrict | Decision::Hide
    )
}

impl Registrar {
    /// Decides who may see a part of a page: `place` is `EV-000042#1,100,200,300,400` (page, then left, top, right, bottom in thousandths), or
    /// `EV-000042#1` for the whole page; `access` is `public`, `restricted` or `confidential`. A later decision on the same part replaces this one.
    /// Returns the part as it is written.
    pub fn judge_region(&mut self, place: &str, access: &str, reason: &str) -> Result<String> {
        let region = Region::parse(place).map_err(|cause| Error::BadId {
            cause: Box::new(cause),
        })?;
        let decision = match crate::items::access(access)? {
            Access::Public => Decision::Publish,
            Access::Restricted => Decision::Restrict,
            Access::Confidential => Decision::Hide,
        };
        if self.catalog.item(region.item())?.is_none() {
            return Err(Error::Unknown {
                what: "item",
                id: region.item().to_string(),
            });
        }
        let happening = self.decided(decision, Subject::Region(region), reason.to_owned());
        self.record(vec![happening])?;
        self.publish()?;
        Ok(region.to_string())
    }

    /// How far an item may be shown now; `None` when it is not known.
    pub(crate) fn item_access(&self, number: EvidenceNumber) -> Result<Option<Access>> {
        Ok(self.catalog.item(number)?.map(|view| view.access))
    }

    /// The decision that `subjects` be shown as far as `access` says.
    pub(crate) fn access_decision(
        &self,
        access: Access,
        subjects: &[Subject],
        reason: &str,
    ) -> Happening {
        let judgement = Judgement {
            decision: match access {
                Access::Public => Decision::Publish,
                Access::Restricted => Decision::Restrict,
                Access::Confidential => Decision::Hide,
            },
            subjects: subjects.to_vec(),
            by: self.actor.clone(),
            reason: format!("{reason} as {}", access.as_str()),
        };
        Happening::new(EntryKind::JudgementMade, Payload::Judgement(judgement))
    }

    /// Decides that an item be shown as far as `access` says, unless it is.
    pub(crate) fn decide_access(
        &mut self,
        access: Access,
        number: EvidenceNumber,
        reason: &str,
    ) -> Result<()> {
        if self.item_access(number)? != Some(access) {
            let decision = self.access_decision(access, &[Subject::Item(number)], reason);
            self.record(vec![decision])?;
        }
        Ok(())
    }
}
