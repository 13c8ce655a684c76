//! Content credentials (C2PA 2.1): who signed what about the picture, and whether it is still about these bytes.
//!
//! Checked: the digest over the file's bytes, the digests over the assertions, the signature under the key in the signer's own certificate.
//! Not checked: whether anybody should trust that certificate, whether it had been withdrawn, and the time stamp over the signature.

use std::ops::Range;

use ring::{
    digest::{Context, SHA256, SHA384, SHA512},
    signature::{
        ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, ED25519, RSA_PSS_2048_8192_SHA256,
        RSA_PSS_2048_8192_SHA384, RSA_PSS_2048_8192_SHA512, UnparsedPublicKey,
        VerificationAlgorithm,
    },
};

use crate::{
    bmff::boxes,
    cbor::{self, Cbor},
    container::shown,
    der,
    field::{find, stretch},
    problem::Finding,
    reading::Fact,
};

/// Assertions looked at.
const ASSERTIONS: usize = 200;

/// The bytes by which media that nobody took with a camera are marked (IPTC digital source type vocabulary).
const ALGORITHMIC: &str = "AlgorithmicMedia";

/// A box of boxes with a label (ISO 19566-5 section B.5).
struct Labelled<'b> {
    label: String,
    /// Description and content, of which digests are made.
    whole: &'b [u8],
    /// Content.
    inner: &'b [u8],
}

/// Adds what the credentials in `store` say of the file `bytes`, in which they stand at `places`.
pub(crate) fn tell(
    store: &[u8],
    bytes: &[u8],
    places: &[Range<usize>],
    facts: &mut Vec<Fact>,
    findings: &mut Vec<Finding>,
) {
    if told(store, bytes, places, facts, findings).is_none() {
        findings.push(Finding::loss("c2pa-damaged"));
    }
}

fn told(
    store: &[u8],
    bytes: &[u8],
    places: &[Range<usize>],
    facts: &mut Vec<Fact>,
    findings: &mut Vec<Finding>,
) -> Option<()> {
    let store = labelled(store).into_iter().next()?;
    // The last one is about the file as it is; those before it are about what it was made from (section 11.1.4).
    let manifest = labelled(store.inner).pop()?;
    let parts = labelled(manifest.inner);
    let part = |label: &str| parts.iter().find(|part| part.label.starts_with(label));
    let raw_claim = first(part("c2pa.claim")?.inner, b"cbor")?;
    let claim = cbor::read(raw_claim)?;
    let mut say = |name, value: String| {
        facts.push(Fact {
            name,
            value: shown(&value),
        });
    };
    say("credentials", generator(&claim));
    let assertions = part("c2pa.assertions").map_or_else(Vec::new, |store| labelled(store.inner));
    let mut holds = Vec::new();
    if agree(&claim, &assertions, findings) {
        holds.push("assertions");
    }
    for assertion in assertions.iter().take(ASSERTIONS) {
        let Some(value) = first(assertion.inner, b"cbor").and_then(cbor::read) else {
            continue;
        };
        if assertion.label == "c2pa.hash.data" {
            if content_holds(&value, bytes, places, findings) {
                holds.push("content");
            }
        } else if assertion.label.starts_with("c2pa.hash.") {
            findings.push(
                Finding::flag("c2pa-content-not-checked").with("kind", shown(&assertion.label)),
            );
        } else if assertion.label.starts_with("c2pa.actions") {
            actions(&value, &mut say, findings);
        }
    }
    let signature = first(part("c2pa.signature")?.inner, b"cbor")?;
    if signed(&cbor::read(signature)?, raw_claim, &mut say, findings)? {
        holds.push("signature");
        findings.push(Finding::flag("c2pa-signer-not-looked-up"));
    }
    if !holds.is_empty() {
        say("credentials-hold", holds.join(", "));
    }
    Some(())
}

/// The labelled boxes in `bytes`, in order.
fn labelled(bytes: &[u8]) -> Vec<Labelled<'_>> {
    let outer = boxes(bytes, 0..bytes.len()).filter(|found| &found.kind == b"jumb");
    let described = outer.take(ASSERTIONS).filter_map(|found| {
        let about = boxes(bytes, found.start..found.end).next()?;
        let description = &bytes[about.start..about.end];
        // A kind of sixteen bytes, what else is there in one, the label up to a zero.
        let end = find(description, &[0], 17)?;
        Some(Labelled {
            label: String::from_utf8_lossy(&description[17..end]).into_owned(),
            whole: &bytes[found.start..found.end],
            inner: &bytes[about.end..found.end],
        })
    });
    described.collect()
}

/// The content of the first box of a kind.
fn first<'b>(bytes: &'b [u8], kind: &[u8; 4]) -> Option<&'b [u8]> {
    let found = boxes(bytes, 0..bytes.len()).find(|found| found.kind == *kind)?;
    bytes.get(found.start..found.end)
}

/// The program that made the claim.
fn generator(claim: &Cbor) -> String {
    let info = claim.get("claim_generator_info");
    let info = info.and_then(|info| info.list().first().or(Some(info)));
    let named = info.and_then(|info| info.get("name")).and_then(Cbor::words);
    let plain = claim.get("claim_generator").and_then(Cbor::words);
    named.or(plain).unwrap_or("?").to_owned()
}

/// Whether all assertions that the claim names are there as it names them.
fn agree(claim: &Cbor, assertions: &[Labelled<'_>], findings: &mut Vec<Finding>) -> bool {
    let lists = ["assertions", "created_assertions", "gathered_assertions"];
    let named = lists
        .iter()
        .filter_map(|list| claim.get(list))
        .flat_map(Cbor::list);
    let default = claim.get("alg").and_then(Cbor::words).unwrap_or("sha256");
    let (mut count, mut wrong) = (0, 0);
    for reference in named.take(ASSERTIONS) {
        count += 1;
        let address = reference
            .get("url")
            .and_then(Cbor::words)
            .unwrap_or_default();
        let label = address.rsplit('/').next().unwrap_or_default();
        let kind = reference
            .get("alg")
            .and_then(Cbor::words)
            .unwrap_or(default);
        let said = reference.get("hash").and_then(Cbor::bytes);
        let found = assertions.iter().find(|assertion| assertion.label == label);
        let found = found.and_then(|found| digest(kind, [found.whole]));
        if found.is_none() || found.as_deref() != said {
            wrong += 1;
            findings.push(Finding::flag("c2pa-assertion-differs").with("label", shown(label)));
        }
    }
    count > 0 && wrong == 0
}

/// Whether the file's bytes, those left out that the assertion names, have its digest.
fn content_holds(
    assertion: &Cbor,
    bytes: &[u8],
    places: &[Range<usize>],
    findings: &mut Vec<Finding>,
) -> bool {
    let left_out = assertion.get("exclusions").map_or(&[][..], Cbor::list);
    let mut ranges: Vec<Range<usize>> = left_out
        .iter()
        .filter_map(|range| {
            let start = range.get("start").and_then(Cbor::size)?.min(bytes.len());
            let length = range.get("length").and_then(Cbor::size)?;
            Some(start..start.saturating_add(length).min(bytes.len()))
        })
        .collect();
    ranges.sort_by_key(|range| range.start);
    let mut kept = Vec::new();
    let (mut reached, mut strange) = (0, 0);
    for range in &ranges {
        kept.push(bytes.get(reached..range.start).unwrap_or_default());
        strange += range.len() - range.len().min(inside(range, places));
        reached = reached.max(range.end);
    }
    kept.push(&bytes[reached..]);
    if strange > 0 {
        findings.push(Finding::flag("c2pa-bytes-left-out").with("size", strange));
    }
    let kind = assertion
        .get("alg")
        .and_then(Cbor::words)
        .unwrap_or("sha256");
    let said = assertion.get("hash").and_then(Cbor::bytes);
    match digest(kind, kept) {
        None => {
            findings.push(Finding::flag("c2pa-content-not-checked").with("kind", shown(kind)));
            false
        }
        Some(found) if Some(found.as_slice()) == said => true,
        Some(_) => {
            findings.push(Finding::flag("c2pa-content-differs"));
            false
        }
    }
}

/// Bytes of `range` in which the credentials themselves stand.
fn inside(range: &Range<usize>, places: &[Range<usize>]) -> usize {
    let common = |place: &Range<usize>| {
        let end = place.end.min(range.end);
        end.saturating_sub(place.start.max(range.start))
    };
    places.iter().map(common).sum()
}

fn digest<'b>(kind: &str, pieces: impl IntoIterator<Item = &'b [u8]>) -> Option<Vec<u8>> {
    let algorithm = match kind {
        "sha256" => &SHA256,
        "sha384" => &SHA384,
        "sha512" => &SHA512,
        _ => return None,
    };
    let mut context = Context::new(algorithm);
    for piece in pieces {
        context.update(piece);
    }
    Some(context.finish().as_ref().to_vec())
}

/// What was done to the picture, in the words of the credentials.
fn actions(value: &Cbor, say: &mut impl FnMut(&'static str, String), findings: &mut Vec<Finding>) {
    let list = value.get("actions").map_or(&[][..], Cbor::list);
    let done: Vec<&str> = list
        .iter()
        .filter_map(|action| action.get("action").and_then(Cbor::words))
        .take(20)
        .collect();
    say("credentials-actions", done.join(", "));
    let kinds = list
        .iter()
        .filter_map(|action| action.get("digitalSourceType").and_then(Cbor::words));
    if let Some(kind) = kinds.into_iter().find(|kind| is_algorithmic(kind)) {
        findings.push(Finding::flag("made-by-algorithm").with("kind", shown(kind)));
    }
}

/// Whether a digital source type says that a machine made the picture, or parts of it.
pub(super) fn is_algorithmic(kind: &str) -> bool {
    kind.ends_with(ALGORITHMIC)
        || kind.ends_with("lgorithmicallyEnhanced")
        || kind.ends_with("compositeSynthetic")
}

/// Whether the signature (RFC 9052 section 4.2) is the signer's over the claim; `None` when it is damaged.
fn signed(
    signature: &Cbor,
    claim: &[u8],
    say: &mut impl FnMut(&'static str, String),
    findings: &mut Vec<Finding>,
) -> Option<bool> {
    let [protected, open, _, value] = signature.list() else {
        return None;
    };
    let (protected, value) = (protected.bytes()?, value.bytes()?);
    let header = cbor::read(protected)?;
    // The chain of certificates, the signer's own first (RFC 9360 section 2).
    let chain = header
        .at(33)
        .or_else(|| open.at(33))
        .or_else(|| open.get("x5chain"))?;
    let own = chain.list().first().unwrap_or(chain).bytes()?;
    let certificate = der::certificate(own)?;
    say("credentials-signer", certificate.subject.clone());
    say("credentials-issuer", certificate.issuer.clone());
    let Some(Cbor::Number(algorithm)) = header.at(1) else {
        return None;
    };
    // Numbers of the IANA registry of COSE algorithms.
    let check: &'static dyn VerificationAlgorithm = match algorithm {
        -7 => &ECDSA_P256_SHA256_FIXED,
        -35 => &ECDSA_P384_SHA384_FIXED,
        -8 => &ED25519,
        -37 => &RSA_PSS_2048_8192_SHA256,
        -38 => &RSA_PSS_2048_8192_SHA384,
        -39 => &RSA_PSS_2048_8192_SHA512,
        other => {
            findings.push(Finding::flag("c2pa-signature-not-checked").with("algorithm", other));
            return Some(false);
        }
    };
    let message = to_be_signed(protected, claim);
    let holds = UnparsedPublicKey::new(check, certificate.key)
        .verify(&message, value)
        .is_ok();
    if !holds {
        findings.push(Finding::flag("c2pa-signature-wrong"));
    }
    Some(holds)
}

/// What is signed: a list of the words `Signature1`, the header, nothing, and the claim.
fn to_be_signed(protected: &[u8], claim: &[u8]) -> Vec<u8> {
    let mut message = vec![0x84, 0x6a];
    message.extend(b"Signature1");
    for bytes in [protected, &[], claim] {
        let length = bytes.len() as u64;
        match length {
            0..24 => message.push(0x40 | length as u8),
            24..0x100 => message.extend([0x58, length as u8]),
            0x100..0x1_0000 => {
                message.push(0x59);
                message.extend((length as u16).to_be_bytes());
            }
            _ => {
                message.push(0x5a);
                message.extend((length as u32).to_be_bytes());
            }
        }
        message.extend(bytes);
    }
    message
}

/// The boxes of credentials in the content of a `uuid` box: behind its kind come version and flags, and a word for the purpose with a place
/// in the file behind it (C2PA 2.1 section A.5.2).
pub(crate) fn store_of_box(content: &[u8]) -> &[u8] {
    let data = content.get(20..).unwrap_or_default();
    let end = data.iter().position(|byte| *byte == 0).unwrap_or(0) + 1;
    let skip = if data.starts_with(b"manifest") {
        end + 8
    } else {
        end
    };
    data.get(skip..).unwrap_or_default()
}

/// Whether `bytes` are boxes of credentials.
pub(super) fn are_there(bytes: &[u8]) -> bool {
    stretch(bytes, 4, 4) == Some(b"jumb")
}
