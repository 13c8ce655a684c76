//! Reading policy files strictly.

use std::collections::BTreeMap;

use super::{
    Group, Member, Policy, PolicyError, PolicyErrorKind as Kind, PolicyLog, PolicyWitness, Quorum,
};
use crate::{cosignature::WitnessVerifier, note::Ed25519Verifier};

/// Longest policy file, in bytes. Chosen by us; a thousand times what the 96 lines that C2SP tlog-policy asks for take.
pub const MAX_POLICY_BYTES: usize = 10_000_000;

pub(super) fn policy(bytes: &[u8]) -> Result<Policy, PolicyError> {
    let at = |line: usize| move |kind: Kind| PolicyError { line, kind };
    if bytes.len() > MAX_POLICY_BYTES {
        return Err(at(1)(Kind::TooLong {
            limit: MAX_POLICY_BYTES,
        }));
    }
    let mut reader = Reader::default();
    let mut lines = 0;
    for (place, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
        lines = place + 1;
        let line = line
            .strip_suffix(b"\n")
            .ok_or(at(lines)(Kind::NoFinalNewline))?;
        reader.line(line).map_err(at(lines))?;
    }
    let quorum = reader.quorum.ok_or(at(lines)(Kind::NoQuorum))?;
    let Reader {
        logs,
        witnesses,
        groups,
        ..
    } = reader;
    Ok(Policy {
        logs,
        witnesses,
        groups,
        quorum,
    })
}

/// What the lines so far define.
#[derive(Default)]
struct Reader {
    logs: Vec<PolicyLog>,
    witnesses: Vec<PolicyWitness>,
    groups: Vec<Group>,
    quorum: Option<Quorum>,
    names: BTreeMap<Vec<u8>, Defined>,
    log_keys: BTreeMap<[u8; 32], ()>,
    witness_keys: BTreeMap<[u8; 32], ()>,
}

/// A name, and whether some group has it as a member.
struct Defined {
    member: Member,
    taken: bool,
}

/// The name that stands for no witness at all.
const NONE: &[u8] = b"none";

impl Reader {
    fn line(&mut self, line: &[u8]) -> Result<(), Kind> {
        let control = line
            .iter()
            .find(|byte| **byte == 0x7f || **byte < 0x20 && **byte != b'\t');
        if let Some(byte) = control {
            return Err(Kind::ControlCharacter { byte: *byte });
        }
        let items: Vec<_> = line
            .split(|byte| *byte == b' ' || *byte == b'\t')
            .filter(|item| !item.is_empty())
            .collect();
        match items[..] {
            [] => Ok(()),
            [first, ..] if first.starts_with(b"#") => Ok(()),
            [b"log", key] => self.log(key, None),
            [b"log", key, url] => self.log(key, Some(url)),
            [b"witness", name, key] => self.witness(name, key, None),
            [b"witness", name, key, url] => self.witness(name, key, Some(url)),
            [b"group", name, threshold, ref members @ ..] => self.group(name, threshold, members),
            [b"quorum", name] => self.quorum(name),
            [b"log" | b"witness" | b"group" | b"quorum", ..] => Err(Kind::Items),
            [first, ..] => Err(Kind::Keyword {
                word: String::from_utf8_lossy(first).into_owned(),
            }),
        }
    }

    fn log(&mut self, key: &[u8], url: Option<&[u8]>) -> Result<(), Kind> {
        let key = Ed25519Verifier::from_vkey(text(key)?).map_err(Kind::Key)?;
        if self.log_keys.insert(*key.public_key(), ()).is_some() {
            return Err(Kind::DuplicateKey);
        }
        self.logs.push(PolicyLog {
            key,
            url: url.map(<[u8]>::to_vec),
        });
        Ok(())
    }

    fn witness(&mut self, name: &[u8], key: &[u8], url: Option<&[u8]>) -> Result<(), Kind> {
        let key = WitnessVerifier::from_vkey(text(key)?).map_err(Kind::Key)?;
        if self.witness_keys.insert(*key.public_key(), ()).is_some() {
            return Err(Kind::DuplicateKey);
        }
        self.define(name, Member::Witness(self.witnesses.len()))?;
        self.witnesses.push(PolicyWitness {
            name: name.to_vec(),
            key,
            url: url.map(<[u8]>::to_vec),
        });
        Ok(())
    }

    fn group(&mut self, name: &[u8], threshold: &[u8], names: &[&[u8]]) -> Result<(), Kind> {
        if names.is_empty() {
            return Err(Kind::NoMembers);
        }
        let threshold = read_threshold(threshold, names.len())?;
        let members = names
            .iter()
            .map(|name| self.take(name))
            .collect::<Result<_, _>>()?;
        self.define(name, Member::Group(self.groups.len()))?;
        self.groups.push(Group {
            name: name.to_vec(),
            threshold,
            members,
        });
        Ok(())
    }

    fn quorum(&mut self, name: &[u8]) -> Result<(), Kind> {
        let quorum = match self.names.get(name) {
            Some(defined) => Quorum::Of(defined.member),
            None if name == NONE => Quorum::None,
            None => return Err(undefined(name)),
        };
        match self.quorum.replace(quorum) {
            None => Ok(()),
            Some(_) => Err(Kind::SecondQuorum),
        }
    }

    fn define(&mut self, name: &[u8], member: Member) -> Result<(), Kind> {
        let lossy = || String::from_utf8_lossy(name).into_owned();
        if name == NONE {
            return Err(Kind::NameNone);
        }
        match self.names.insert(
            name.to_vec(),
            Defined {
                member,
                taken: false,
            },
        ) {
            None => Ok(()),
            Some(_) => Err(Kind::DuplicateName { name: lossy() }),
        }
    }

    /// The member called so, which no group has had before.
    fn take(&mut self, name: &[u8]) -> Result<Member, Kind> {
        if name == NONE {
            return Err(Kind::MemberNone);
        }
        let defined = self.names.get_mut(name).ok_or_else(|| undefined(name))?;
        if std::mem::replace(&mut defined.taken, true) {
            return Err(Kind::MemberTwice {
                name: String::from_utf8_lossy(name).into_owned(),
            });
        }
        Ok(defined.member)
    }
}

fn undefined(name: &[u8]) -> Kind {
    Kind::Undefined {
        name: String::from_utf8_lossy(name).into_owned(),
    }
}

fn text(key: &[u8]) -> Result<&str, Kind> {
    std::str::from_utf8(key).map_err(|_| Kind::KeyNotUtf8)
}

fn read_threshold(text: &[u8], members: usize) -> Result<usize, Kind> {
    match text {
        b"any" => return Ok(1),
        b"all" => return Ok(members),
        _ => {}
    }
    let lossy = || String::from_utf8_lossy(text).into_owned();
    let number = std::str::from_utf8(text)
        .ok()
        .and_then(crate::checkpoint::read_decimal);
    let number = number.ok_or_else(|| Kind::Threshold { text: lossy() })?;
    match usize::try_from(number) {
        Ok(threshold) if (1..=members).contains(&threshold) => Ok(threshold),
        _ => Err(Kind::ThresholdRange {
            threshold: number,
            members,
        }),
    }
}
