//! The father's name: behind ibn, before oghlu, ending in -ovich.

use super::{
    Role,
    fields::{is_given, is_like_family},
    join::Field,
    label::Labels,
    read::{Case, Link, Word},
    vocabulary::{Kind, VOCABULARY},
};

/// Ibn, ben, bint and the like before the father's name, or before a family name that begins so.
pub(super) fn fathers_before(labels: &mut Labels, places: &[usize], field: Field) {
    let mut at = 0;
    while at + 1 < places.len() {
        let place = places[at];
        let after = places.len() - at - 1;
        let word = &labels.words[place];
        let letter = matches!(word.key.as_str(), "b" | "bt") && word.case == Case::Lower && at > 0;
        let father = word.kinds.has(Kind::FatherBefore) || letter;
        let either = word.kinds.has(Kind::FatherOrFamily);
        let leads = at == 0 && field != Field::Given;
        // Where it leads a whole name in Latin letters, Ben may be Benjamin.
        let benjamin = leads
            && field == Field::Whole
            && word.key == "ben"
            && labels.words[place].link == Link::Space;
        if !(father || either) || benjamin || at == 0 && field == Field::Given {
            at += 1;
            continue;
        }
        labels.set(place, Role::Particle);
        let family_leads = field == Field::Whole
            && at == 2
            && !is_given(&labels.words[places[0]])
            && (is_given(&labels.words[places[1]]) || is_like_family(&labels.words[places[0]]));
        if family_leads {
            labels.set(places[0], Role::Family);
            labels.family_told = true;
            labels.family_leads(&places[..1]);
        }
        // With the family name told, only fathers follow.
        if family_leads || field == Field::Given {
            let next = places[at + 1..]
                .iter()
                .position(|next| labels.any(*next, &[Kind::FatherBefore, Kind::FatherOrFamily]));
            let end = next.map_or(places.len(), |next| at + 1 + next);
            labels.set_all(&places[at + 1..end], Role::Patronymic);
            at = end;
            continue;
        }
        let family = leads && (after == 1 || field == Field::Whole) || either && after == 1;
        if family {
            labels.set(places[at + 1], Role::Family);
            labels.tie(place);
            labels.family_told = true;
            at += 2;
            continue;
        }
        let fathers = labels.one_given(&places[at + 1..]);
        labels.set_all(&places[at + 1..at + 1 + fathers], Role::Patronymic);
        at += 1 + fathers;
    }
}

/// Oghlu and the like after the father's name.
pub(super) fn fathers_after(labels: &mut Labels, places: &[usize], field: Field) {
    let places = labels.still_open(places);
    for at in 1..places.len() {
        if !labels.has(places[at], Kind::FatherAfter) {
            continue;
        }
        let father = at > 1 || field == Field::Given;
        let last = at + 1 == places.len();
        labels.tie(places[at - 1]);
        if father && field != Field::Family {
            labels.set(places[at - 1], Role::Patronymic);
            labels.set(places[at], Role::Particle);
            // Family, given name, father: the order of official lists.
            if last && at > 2 && field == Field::Whole {
                labels.set(places[0], Role::Family);
                labels.family_told = true;
                labels.family_leads(&places[..1]);
            }
        } else {
            labels.set(places[at - 1], Role::Family);
            labels.set(places[at], Role::Family);
            labels.family_told = true;
        }
        return;
    }
}

/// -ovich and -ovna in a whole name: in the middle, or at the end of three words of which the family name is the first.
pub(super) fn patronymics(labels: &mut Labels, places: &[usize]) {
    let Some(at) = (1..places.len()).find(|at| is_patronymic(&labels.words[places[*at]])) else {
        return;
    };
    let last = at + 1 == places.len();
    let daughter = VOCABULARY.ends(&labels.words[places[at]].key, Kind::DaughterEnding);
    if !last || daughter || at >= 2 {
        labels.set(places[at], Role::Patronymic);
    }
    if last && at == 2 && !is_given(&labels.words[places[0]]) {
        labels.set(places[0], Role::Family);
        labels.family_told = true;
        labels.family_leads(&places[..1]);
    }
}

/// Whether the word ends as patronymics do.
pub(super) fn is_patronymic(word: &Word) -> bool {
    VOCABULARY.ends(&word.key, Kind::SonEnding) || VOCABULARY.ends(&word.key, Kind::DaughterEnding)
}
