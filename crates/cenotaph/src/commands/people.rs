//! `cenotaph match` within an archive: what is probable is proposed to reviewers, what is certain is decided by a stated rule.

use registrar::{PeopleMatched, PeopleOptions, RULE};
use serde_json::{Value, json};

use super::{End, Outcome, open};
use crate::{
    args::{Cli, Match},
    output::Output,
};

pub(super) fn run(cli: &Cli, args: &Match, output: &Output) -> Outcome {
    let options = PeopleOptions {
        propose_from: args.propose,
        accept_certain: args.accept_certain,
        threads: args.threads.map_or(1, usize::from),
    };
    let matched = open(cli, output)?.match_people(&options)?;
    output.document(&document(&matched, options.accept_certain));
    say(&matched, options.accept_certain, output);
    Ok(End::Done)
}

/// What came of matching, as JSON.
pub(super) fn document(matched: &PeopleMatched, by_rule: bool) -> Value {
    json!({
        "people": matched.people, "lists": matched.lists, "pairs": matched.pairs, "proposed": matched.proposed,
        "accepted": matched.accepted, "waiting": matched.waiting, "not_linkable": matched.not_linkable,
        "learned": matched.learned, "rule": by_rule.then_some(RULE),
    })
}

/// What came of matching, in words.
pub(super) fn say(matched: &PeopleMatched, by_rule: bool, output: &Output) {
    output.say(
        "people-matched",
        &[
            ("people", matched.people.into()),
            ("lists", matched.lists.into()),
        ],
    );
    if by_rule {
        output.say(
            "people-accepted",
            &[("count", matched.accepted.into()), ("rule", RULE.into())],
        );
    }
    output.say(
        "people-proposed",
        &[
            ("count", matched.proposed.into()),
            ("waiting", matched.waiting.into()),
        ],
    );
    if matched.not_linkable > 0 {
        output.say(
            "match-not-linkable",
            &[("count", matched.not_linkable.into())],
        );
    }
}
