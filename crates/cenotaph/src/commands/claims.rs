//! `cenotaph review --claims`: what was read by a machine and waits for a person, and what the person says of it.

use registrar::{ClaimProposal, Registrar};
use serde_json::{Value, json};

use super::{End, Outcome, open, open_to_read};
use crate::{
    args::{Cli, Review},
    failure::Failure,
    output::Output,
};

/// Whether the review is about proposed claims and not about pairs.
pub(super) fn is_asked(args: &Review) -> bool {
    args.claims || !args.accept.is_empty() || !args.reject.is_empty()
}

pub(super) fn run(cli: &Cli, args: &Review, output: &Output) -> Outcome {
    if let Some(words) = &args.words {
        return edit(&mut open(cli, output)?, args, words, output);
    }
    if args.accept.is_empty() && args.reject.is_empty() {
        return list(cli, args, output);
    }
    let mut registrar = open(cli, output)?;
    let mut decide = |ids: &[String], accept: bool| -> Result<u64, Failure> {
        if ids.is_empty() {
            return Ok(0);
        }
        Ok(registrar.decide_claims(ids, accept, &args.reason)?)
    };
    let accepted = decide(&args.accept, true)?;
    let rejected = decide(&args.reject, false)?;
    output.document(&json!({ "accepted": accepted, "rejected": rejected }));
    output.say(
        "claims-decided",
        &[("accepted", accepted.into()), ("rejected", rejected.into())],
    );
    Ok(End::Done)
}

/// A proposal in other words, as the reviewer's own.
fn edit(registrar: &mut Registrar, args: &Review, words: &str, output: &Output) -> Outcome {
    let [id] = args.accept.as_slice() else {
        return Err(Failure {
            code: "words-of-one",
            facts: Vec::new(),
        });
    };
    let claim = registrar.edit_claim(id, words, &args.reason)?.to_string();
    output.document(&json!({ "recorded": claim, "set_aside": id }));
    output.say("claims-changed", &[("claim", claim.into())]);
    Ok(End::Done)
}

fn list(cli: &Cli, args: &Review, output: &Output) -> Outcome {
    let registrar = open_to_read(cli, output)?;
    let (proposals, waiting) = registrar.claim_proposals(args.limit)?;
    output.document(&json!({
        "waiting": waiting,
        "claims": proposals.iter().map(document).collect::<Vec<_>>(),
    }));
    if !output.json {
        for proposal in &proposals {
            show(proposal, output);
        }
    }
    output.say("claims-waiting", &[("count", waiting.into())]);
    Ok(End::Done)
}

fn show(proposal: &ClaimProposal, output: &Output) {
    output.line("");
    let about = match &proposal.name {
        Some(name) => format!("{name}  ({})", proposal.about),
        None => proposal.about.to_string(),
    };
    output.line(&format!("  {}  {about}", proposal.id));
    output.line(&format!("     {} = {}", proposal.property, proposal.value));
    if !proposal.voices.is_empty() {
        let voices = proposal.voices.join(" ← ");
        output.say("claims-voices", &[("voices", voices.into())]);
    }
    if let (Some(item), Some((start, end))) = (&proposal.item, proposal.span) {
        output.say(
            "claims-place",
            &[
                ("item", item.as_str().into()),
                ("place", format!("{start}–{end}").into()),
            ],
        );
    }
    output.line(&format!("     {}: {}", proposal.by, proposal.basis));
}

fn document(proposal: &ClaimProposal) -> Value {
    json!({
        "id": proposal.id.to_string(),
        "about": proposal.about.to_string(),
        "name": proposal.name,
        "property": proposal.property,
        "value": proposal.value,
        "voices": proposal.voices,
        "item": proposal.item,
        "start": proposal.span.map(|(start, _)| start),
        "end": proposal.span.map(|(_, end)| end),
        "by": proposal.by,
        "basis": proposal.basis,
    })
}
