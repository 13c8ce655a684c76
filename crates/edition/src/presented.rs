//! Items as pictures and recordings: which pages may be looked at, what is covered on them, what the curator says of them.

use std::collections::BTreeMap;

use model::{
    arrangement::{Localized, Presented},
    id::EvidenceNumber,
};

use crate::{
    draft::Covered,
    edition::{Presentation, Sheet},
    policy::Policy,
    standing::{Items, SeenItem},
};

/// What the curator says of each item of which anything may be seen.
///
/// Words about a picture tell what is on it, so they go when it goes. Another item is referred to only where it may itself be
/// had: captions when they are offered, a poster when it is shown to everyone who sees the recording.
pub(crate) fn of(
    presented: Vec<Presented>,
    items: &Items,
) -> BTreeMap<EvidenceNumber, Presentation> {
    let presented: BTreeMap<EvidenceNumber, Presented> = presented
        .into_iter()
        .map(|presented| (presented.item, presented))
        .collect();
    let seen = |number: &EvidenceNumber| items.get(number)?.as_ref().ok();
    let is_offered = |number: &EvidenceNumber| {
        presented.get(number).is_some_and(|said| said.offered)
            && seen(number).is_some_and(|item| item.withheld.is_none())
    };
    let is_poster = |number: &EvidenceNumber, sensitive: bool| {
        seen(number).is_some_and(|item| !item.draft.sheets.is_empty())
            && presented
                .get(number)
                .is_some_and(|said| said.alt != Localized::default() && said.sensitive <= sensitive)
    };
    presented
        .values()
        .filter(|said| seen(&said.item).is_some_and(|item| !item.unseen))
        .map(|said| {
            let mut captions = said.captions.clone();
            captions.retain(|(_, number)| is_offered(number));
            let shown = Presentation {
                alt: said.alt.clone(),
                caption: said.caption.clone(),
                credit: said.credit.clone(),
                focus: said.focus,
                sensitive: said.sensitive,
                offered: is_offered(&said.item),
                captions,
                poster: said
                    .poster
                    .filter(|number| is_poster(number, said.sensitive)),
            };
            (said.item, shown)
        })
        .collect()
}

/// The pages of an item with what is covered on them for the audience of `policy`.
pub(crate) fn sheets(item: &SeenItem, policy: &Policy) -> Vec<Sheet> {
    let covered = |number: u32| {
        let parts = item.draft.covered.iter();
        let mut covered: Vec<_> = parts
            .filter(|part| part.sheet == number)
            .filter_map(|part| Some((upright(part), policy.withholds(part.access)?)))
            .collect();
        covered.sort_unstable();
        covered.dedup();
        covered
    };
    (1..)
        .zip(&item.draft.sheets)
        .map(|(number, (width, height))| Sheet {
            width: *width,
            height: *height,
            covered: covered(number),
        })
        .collect()
}

/// The box with its edges in order and inside the page: one that is given the wrong way round covers as much.
fn upright(part: &Covered) -> [u16; 4] {
    let [left, top, right, bottom] = part.area.map(|edge| edge.min(1000));
    [
        left.min(right),
        top.min(bottom),
        left.max(right),
        top.max(bottom),
    ]
}
