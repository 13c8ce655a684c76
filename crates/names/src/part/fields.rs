//! Given and family names told apart: in fields of their own, and in a whole name by place, lexicon and endings.

use crate::lexicon;

use super::{
    Role,
    fathers::{fathers_after, fathers_before, is_patronymic, patronymics},
    join::Field,
    label::Labels,
    read::{Case, Word},
    vocabulary::{Kind, VOCABULARY},
};

const HALVES: [Kind; 2] = [Kind::Half, Kind::LightHalf];
const PREFIXES: [Kind; 2] = [Kind::FamilyPrefix, Kind::FamilyPrefixOrName];
const FATHERS: [Kind; 2] = [Kind::FatherBefore, Kind::FatherOrFamily];
const SUFFIXES: [Kind; 2] = [Kind::FamilySuffix, Kind::FamilySuffixAlone];

/// Whether the word is an attested given name.
pub(super) fn is_given(word: &Word) -> bool {
    word.kinds.any(&HALVES)
        || word.kinds.has(Kind::GivenKunya)
        || lexicon::is_given(&word.key)
        || !lexicon::is_family(&word.key) && is_joined_compound(&word.key)
}

/// Mohammadnaser: a first half and an attested given name in one word.
fn is_joined_compound(key: &str) -> bool {
    // First halves have at most 12 letters; what is longer would only cost time.
    key.char_indices().take(13).skip(2).any(|(place, _)| {
        let (half, name) = key.split_at(place);
        name.chars().nth(2).is_some()
            && VOCABULARY.kinds(half).any(&HALVES)
            && lexicon::is_given(name)
    })
}

/// Whether the word is rather a family than a given name, by the lexicon or by its ending.
pub(super) fn is_like_family(word: &Word) -> bool {
    if is_given(word) || word.kinds.has(Kind::LightSecond) {
        return false;
    }
    word.article
        || word.kinds.any(&SUFFIXES)
        || lexicon::is_family(&word.key)
        || word.key.chars().nth(3).is_some() && VOCABULARY.ends(&word.key, Kind::FamilyEnding)
}

fn is_like_nisba(word: &Word) -> bool {
    VOCABULARY.is_origin(&word.key)
        || word.key.chars().nth(3).is_some()
            && !word.kinds.any(&SUFFIXES)
            && VOCABULARY.ends(&word.key, Kind::NisbaEnding)
}

/// A field of given names. `more`: there is a family name too.
pub(super) fn given(labels: &mut Labels, places: &[usize], more: bool) {
    titles(labels, places, more);
    let places = labels.still_open(places);
    trailing_titles(labels, &places, more);
    fathers_before(labels, &places, Field::Given);
    fathers_after(labels, &places, Field::Given);
    let places = labels.still_open(&places);
    for (at, &place) in places.iter().enumerate() {
        let patronymic = at > 0 && is_patronymic(&labels.words[place]);
        if patronymic {
            labels.set(place, Role::Patronymic);
        } else {
            given_word(labels, place, at);
        }
    }
}

/// A given name or an initial at the place `at` among given names.
fn given_word(labels: &mut Labels, place: usize, at: usize) {
    let word = &labels.words[place];
    let (initial, kunya) = (word.is_initial(), is_kunya(word));
    if initial {
        labels.set(place, Role::Initial);
        if at > 0 {
            labels.lighten(place);
        }
    } else if kunya && at == 0 {
        labels.set(place, Role::Kunya);
    } else {
        labels.set(place, Role::Given);
        if at > 0 && labels.has(place, Kind::LightSecond) {
            labels.lighten(place);
        }
    }
}

fn is_kunya(word: &Word) -> bool {
    word.compound && word.kinds.has(Kind::Kunya) && !word.kinds.has(Kind::GivenKunya)
}

/// An honorific epithet: Amin od-Dowleh.
fn is_laqab(word: &Word) -> bool {
    word.compound && word.kinds.has(Kind::LaqabTail)
}

/// A field of family names, or the end of a whole name.
pub(super) fn family(labels: &mut Labels, places: &[usize]) {
    let ranks = places[..places.len().saturating_sub(1)]
        .iter()
        .take_while(|place| labels.has(**place, Kind::Rank))
        .count();
    labels.set_all(&places[..ranks], Role::Title);
    let places = &places[ranks..];
    fathers_before(labels, places, Field::Family);
    fathers_after(labels, places, Field::Family);
    let places = labels.still_open(places);
    family_words(labels, &places);
}

fn family_words(labels: &mut Labels, places: &[usize]) {
    let last = places.len().saturating_sub(1);
    let mut after_prefix = false;
    for (at, &place) in places.iter().enumerate() {
        let suffix = at > 0 && labels.any(place, &SUFFIXES);
        let prefix = at < last && labels.any(place, &PREFIXES) && !suffix;
        let role = if at < last && labels.has(place, Kind::SurnameParticle) {
            Role::Particle
        } else if labels.words[place].is_initial() && places.len() > 1 {
            Role::Initial
        } else if at > 0 && at == last && is_laqab(&labels.words[place]) {
            Role::Laqab
        } else if at > 0
            && at == last
            && is_like_nisba(&labels.words[place])
            && !after_prefix
            && (is_whole_family(&labels.words[places[at - 1]])
                || VOCABULARY.is_origin(&labels.words[place].key))
        {
            Role::Nisba
        } else {
            Role::Family
        };
        labels.set(place, role);
        if prefix || role == Role::Particle {
            labels.tie(place);
        }
        if suffix {
            labels.tie(places[at - 1]);
        }
        after_prefix = prefix;
    }
}

/// A family name that needs nothing behind it, so that an origin may follow.
fn is_whole_family(word: &Word) -> bool {
    word.kinds.any(&SUFFIXES) || word.compound || !word.kinds.any(&PREFIXES) && is_like_family(word)
}

/// A name with given and family names in one text.
pub(super) fn whole(labels: &mut Labels, places: &[usize]) {
    titles(labels, places, false);
    let titled = labels.still_open(places).len() < places.len();
    let places = labels.still_open(places);
    trailing_titles(labels, &places, false);
    let places = labels.still_open(&places);
    fathers_before(labels, &places, Field::Whole);
    fathers_after(labels, &places, Field::Whole);
    let places = labels.still_open(&places);
    patronymics(labels, &places);
    let mut places = labels.still_open(&places);
    if places.len() >= 3 && is_kunya(&labels.words[places[0]]) {
        labels.set(places[0], Role::Kunya);
        labels.lighten(places[0]);
        places.remove(0);
    }
    match places.as_slice() {
        [] => {}
        [one] => single(labels, *one, titled),
        _ if is_family_first(labels, &places) => {
            labels.family_leads(&places[..1]);
            given(labels, &places[1..], true);
            family(labels, &places[..1]);
        }
        _ => several(labels, &places),
    }
}

fn single(labels: &mut Labels, place: usize, titled: bool) {
    let word = &labels.words[place];
    let role = if word.is_initial() {
        Role::Initial
    } else if is_kunya(word) {
        Role::Kunya
    } else if labels.family_told {
        Role::Given
    } else if is_like_family(word) {
        Role::Family
    } else if (is_given(word) || word.compound) && (!titled || !lexicon::is_family(&word.key)) {
        Role::Given
    } else if titled && !is_given(word) {
        Role::Family
    } else {
        Role::Unknown
    };
    labels.set(place, role);
}

/// "Rezaei Ali": told only where the first word is no given name, looks like a family name, and given names follow.
fn is_family_first(labels: &Labels, places: &[usize]) -> bool {
    let words = &labels.words;
    !labels.ties(places[0], places[1])
        && !labels.family_told
        && places.len() <= 3
        && !is_kunya(&words[places[0]])
        && is_like_family(&words[places[0]])
        && places[1..]
            .iter()
            .all(|place| is_given(&words[*place]) && !words[*place].article)
}

fn several(labels: &mut Labels, places: &[usize]) {
    let last = places.len() - 1;
    if last == 1 && labels.ties(places[0], places[1]) {
        return tied_pair(labels, places);
    }
    let start = if labels.family_told {
        places.len()
    } else {
        family_start(labels, places)
    };
    given_words(labels, &places[..start]);
    let ambiguous = start == 1
        && last == 1
        && labels.has(places[0], Kind::LightHalf)
        && is_given(&labels.words[places[1]]);
    if ambiguous {
        labels.set(places[1], Role::Unknown);
    } else {
        family_words(labels, &places[start..]);
    }
    if start == last && last >= 2 && is_laqab(&labels.words[places[last]]) {
        labels.set(places[last], Role::Laqab);
    }
    // Ben is a given name of Europe as well; where it leads, both readings stay.
    if labels.has(places[0], Kind::FatherOrFamily) {
        labels.tie(places[0]);
    }
}

/// "Jean-Pierre", «علی‌رضا», "Hassan-Zadeh", with nothing else.
fn tied_pair(labels: &mut Labels, places: &[usize]) {
    let (first, second) = (&labels.words[places[0]], &labels.words[places[1]]);
    let role = if first.kinds.has(Kind::FamilyPrefix) && !is_given(first)
        || second.kinds.any(&SUFFIXES)
        || is_like_family(second)
    {
        Role::Family
    } else if is_given(first) || is_given(second) {
        Role::Given
    } else {
        Role::Unknown
    };
    labels.set_all(places, role);
}

/// Where the family name begins among the words of a name that has two or more.
fn family_start(labels: &mut Labels, places: &[usize]) -> usize {
    let last = places.len() - 1;
    let words = &labels.words;
    let two = last == 1;
    if two && labels.has(places[1], Kind::FamilySuffix) {
        return 0;
    }
    let first = &words[places[0]];
    let leads = [Kind::SurnameParticle, Kind::FamilyPrefix];
    if two && first.kinds.any(&leads) && !is_given(first) && !first.is_initial() {
        return 0;
    }
    for at in 1..last {
        let word = &words[places[at]];
        // A suffix closes the family name that the word before began.
        if at > 1
            && labels.any(places[at], &SUFFIXES)
            && !begins_family(labels, places, at)
            && !is_given(&words[places[at - 1]])
        {
            return at - 1;
        }
        // Only an origin follows, and this is no given name: it is the family name.
        let before_origin = at + 1 == last
            && VOCABULARY.is_origin(&words[places[last]].key)
            && !is_given(word)
            && !word.is_initial();
        let next_closes = labels.has(places[at + 1], Kind::FamilySuffix);
        let tied_to_last = at + 1 == last
            && labels.ties(places[at], places[last])
            && !labels.ties(places[at - 1], places[at]);
        if begins_family(labels, places, at)
            || word.kinds.has(Kind::SurnameParticle) && word.case != Case::Upper
            || is_like_family(word)
            || next_closes
            || before_origin
            || tied_to_last
        {
            return at;
        }
    }
    if last >= 2 && labels.any(places[last], &SUFFIXES) && !is_given(&words[places[last - 1]]) {
        return last - 1;
    }
    last
}

/// Whether the word at `at` is the beginning of a family name: Pour (Pour Mohammadi). What may also be an ending is one only
/// after a given name.
fn begins_family(labels: &Labels, places: &[usize], at: usize) -> bool {
    let word = places[at];
    labels.any(word, &PREFIXES)
        && !labels.ties(places[at - 1], word)
        && (!labels.any(word, &SUFFIXES)
            || at == 1
            || at == 2 && labels.any(places[0], &HALVES) && is_given(&labels.words[places[1]]))
}

/// Given names before the family name. The first one is one; what follows only where something tells: a half before it, of which
/// a compound has one; a hyphen; a Sadat.
fn given_words(labels: &mut Labels, places: &[usize]) {
    let (mut told, mut second) = (true, false);
    for (at, &place) in places.iter().enumerate() {
        if at > 0 {
            let before = places[at - 1];
            let half =
                told && !second && labels.any(before, &HALVES) && is_given(&labels.words[place]);
            let tied = labels.ties(before, place) || labels.has(place, Kind::LightSecond);
            told = half || tied && told;
            second = half && !tied;
        }
        if told || labels.words[place].is_initial() {
            given_word(labels, place, at);
        } else if is_kunya(&labels.words[place]) {
            labels.set(place, Role::Kunya);
        } else if is_laqab(&labels.words[place]) {
            labels.set(place, Role::Laqab);
        } else {
            labels.set(place, Role::Unknown);
        }
    }
}

/// Titles lead, and only while enough remains to be the name.
fn titles(labels: &mut Labels, places: &[usize], more: bool) {
    for (at, &place) in places.iter().enumerate() {
        let after = places.len() - at - 1;
        let word = &labels.words[place];
        let full = |at: usize| {
            places
                .get(at)
                .is_some_and(|at| !labels.words[*at].is_initial())
        };
        let monsieur = word.key == "m" && word.dotted && full(at + 1) && full(at + 2);
        let joined = word.kinds.has(Kind::JoinedTitle);
        // Before ibn and the like stands the name itself.
        let before_father = places
            .get(at + 1)
            .is_some_and(|next| labels.any(*next, &FATHERS));
        let is_title = word.kinds.has(Kind::Rank) && (after >= 1 || more)
            || (joined || word.kinds.has(Kind::Title)) && after >= 1 && !before_father
            || word.kinds.has(Kind::MaybeTitle) && after >= 2 && !before_father
            || monsieur;
        if !is_title {
            return;
        }
        labels.set(place, Role::Title);
        if joined {
            labels.tie(place);
        }
    }
}

/// Agha, Khan and the like after a given name.
fn trailing_titles(labels: &mut Labels, places: &[usize], more: bool) {
    for at in 1..places.len() {
        let place = places[at];
        let last = at + 1 == places.len();
        let after_family = is_like_family(&labels.words[places[at - 1]]);
        let khan = labels.has(place, Kind::TrailingTitleOrName) && (!last || more || after_family);
        if khan || labels.has(place, Kind::TrailingTitle) {
            labels.set(place, Role::Title);
            labels.tie(places[at - 1]);
        }
    }
}
