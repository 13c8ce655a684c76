//! Policies (C2SP tlog-policy): whose logs and witnesses one believes, and how many witnesses it takes.

mod error;
mod parse;

pub use self::{
    error::{PolicyError, PolicyErrorKind, PolicyViolation},
    parse::MAX_POLICY_BYTES,
};

use crate::{
    checkpoint::Checkpoint,
    cosignature::{self, WitnessVerifier},
    note::{Ed25519Verifier, Note, NoteError, Signature, Verifier},
};

/// A policy. Any number of logs, witnesses and groups that fits [`MAX_POLICY_BYTES`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    logs: Vec<PolicyLog>,
    witnesses: Vec<PolicyWitness>,
    groups: Vec<Group>,
    quorum: Quorum,
}

/// A log that the policy believes; the name of its key is the origin of its checkpoints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyLog {
    /// Its key.
    pub key: Ed25519Verifier,
    /// Where it can be reached; any bytes but spaces and control characters.
    pub url: Option<Vec<u8>>,
}

/// A witness that the policy believes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyWitness {
    /// What the policy calls it; any bytes but spaces and control characters.
    pub name: Vec<u8>,
    /// Its key.
    pub key: WitnessVerifier,
    /// Where it can be reached; any bytes but spaces and control characters.
    pub url: Option<Vec<u8>>,
}

/// Members of which some must have witnessed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Group {
    name: Vec<u8>,
    /// How many members it takes, 1 to their number.
    threshold: usize,
    members: Vec<Member>,
}

/// A witness or a group, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Member {
    Witness(usize),
    /// Defined before whatever has it as a member.
    Group(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Quorum {
    None,
    Of(Member),
}

/// Who vouches for a checkpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endorsement {
    /// The checkpoint.
    pub checkpoint: Checkpoint,
    /// Those witnesses of the policy that cosigned it, in the order of the policy.
    pub witnesses: Vec<Witnessed>,
}

/// That a witness cosigned, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witnessed {
    /// What the policy calls the witness; bytes that are not UTF-8 shown as such.
    pub name: String,
    /// The latest time that it states, in seconds since 1970-01-01T00:00:00Z.
    pub time: u64,
}

impl Policy {
    /// Reads a policy file.
    ///
    /// # Errors
    ///
    /// The first line that is wrong, and why.
    pub fn parse(bytes: &[u8]) -> Result<Self, PolicyError> {
        parse::policy(bytes)
    }

    /// The text of the policy that believes one log and asks for no witness.
    pub fn text_of_log(log: &Ed25519Verifier) -> String {
        format!("log {}\nquorum none\n", log.to_vkey())
    }

    /// The logs, in the order of the file.
    pub fn logs(&self) -> &[PolicyLog] {
        &self.logs
    }

    /// The witnesses, in the order of the file.
    pub fn witnesses(&self) -> &[PolicyWitness] {
        &self.witnesses
    }

    /// Whether the policy asks for witnesses at all.
    pub fn asks_for_witnesses(&self) -> bool {
        self.quorum != Quorum::None
    }

    /// Checks that `note` is a checkpoint that one of the logs signed and enough witnesses cosigned.
    ///
    /// # Errors
    ///
    /// Why it is not to be believed.
    pub fn check(&self, note: &Note) -> Result<Endorsement, PolicyViolation> {
        let checkpoint = self.check_log(note)?;
        let witnesses = self.check_quorum(note)?;
        Ok(Endorsement {
            checkpoint,
            witnesses,
        })
    }

    /// Checks that `note` is a checkpoint that one of the logs signed.
    ///
    /// # Errors
    ///
    /// Why it is not to be believed.
    pub fn check_log(&self, note: &Note) -> Result<Checkpoint, PolicyViolation> {
        let checkpoint = Checkpoint::parse(note.text()).map_err(PolicyViolation::Checkpoint)?;
        let keys: Vec<&dyn Verifier> = self
            .logs
            .iter()
            .filter(|log| log.key.name() == checkpoint.origin)
            .map(|log| &log.key as &dyn Verifier)
            .collect();
        if keys.is_empty() {
            return Err(PolicyViolation::UnknownLog {
                origin: checkpoint.origin,
            });
        }
        note.verify(&keys).map_err(PolicyViolation::Note)?;
        Ok(checkpoint)
    }

    /// Checks that enough witnesses cosigned `note`, whoever else signed it.
    ///
    /// # Errors
    ///
    /// [`PolicyViolation::Quorum`], or the cosignature of a known witness that does not verify.
    pub fn check_quorum(&self, note: &Note) -> Result<Vec<Witnessed>, PolicyViolation> {
        let keys: Vec<&dyn Verifier> = self
            .witnesses
            .iter()
            .map(|witness| &witness.key as &dyn Verifier)
            .collect();
        let signatures = match note.verify(&keys) {
            Ok(signatures) => signatures,
            Err(NoteError::Unsigned | NoteError::WrongKey { .. }) => Vec::new(),
            Err(error) => return Err(PolicyViolation::Note(error)),
        };
        let times: Vec<_> = self
            .witnesses
            .iter()
            .map(|witness| latest(witness, &signatures))
            .collect();
        let witnessed = self.witnesses.iter().zip(&times);
        let witnessed: Vec<_> = witnessed
            .filter_map(|(witness, time)| {
                time.map(|time| Witnessed {
                    name: lossy(&witness.name),
                    time,
                })
            })
            .collect();
        if self.is_met(&times) {
            Ok(witnessed)
        } else {
            Err(PolicyViolation::Quorum {
                quorum: self.quorum_name(),
                witnessed: witnessed
                    .into_iter()
                    .map(|witnessed| witnessed.name)
                    .collect(),
            })
        }
    }

    fn is_met(&self, times: &[Option<u64>]) -> bool {
        let mut groups: Vec<bool> = Vec::new();
        let has = |groups: &[bool], member: Member| match member {
            Member::Witness(place) => times[place].is_some(),
            Member::Group(place) => groups[place],
        };
        for group in &self.groups {
            let count = group
                .members
                .iter()
                .filter(|member| has(&groups, **member))
                .count();
            groups.push(count >= group.threshold);
        }
        match self.quorum {
            Quorum::None => true,
            Quorum::Of(member) => has(&groups, member),
        }
    }

    fn quorum_name(&self) -> String {
        match self.quorum {
            Quorum::None => "none".to_owned(),
            Quorum::Of(Member::Witness(place)) => lossy(&self.witnesses[place].name),
            Quorum::Of(Member::Group(place)) => lossy(&self.groups[place].name),
        }
    }
}

/// The latest time that the witness states in verified signatures.
fn latest(witness: &PolicyWitness, verified: &[&Signature]) -> Option<u64> {
    let of_witness = verified.iter().filter(|signature| {
        signature.name == witness.key.name() && signature.id == witness.key.id()
    });
    of_witness
        .filter_map(|signature| cosignature::time(&signature.bytes))
        .max()
}

fn lossy(name: &[u8]) -> String {
    String::from_utf8_lossy(name).into_owned()
}
