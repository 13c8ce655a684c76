//! What each word of a name is, told from its place, its neighbours and the vocabulary.
//!
//! First what signs and marker words tell (asides, "known as", "son of", suffixes), then where the family name stands (by a comma, by
//! capitals, by field), then the words that are left, field by field.

use std::ops::Range;

use crate::normal::JOINT;

use super::{
    Part, Role, fields,
    join::Field,
    read::{Case, Link, Word},
    vocabulary::Kind,
};

/// The words of a name while they are being labelled.
#[derive(Debug)]
pub(super) struct Labels {
    pub(super) words: Vec<Word>,
    roles: Vec<Option<Role>>,
    light: Vec<bool>,
    joint: Vec<bool>,
    /// The family name, where it was written first.
    family_first: Option<Range<usize>>,
    /// A marker told the family name, so that no other word needs to be it.
    pub(super) family_told: bool,
}

/// A labelled name.
#[derive(Debug, Default)]
pub(super) struct Labelled {
    pub(super) parts: Vec<Part>,
    pub(super) surname_first: bool,
}

/// Labels the words of one field, or of a whole name. `more`: another field holds a name too.
pub(super) fn label(words: Vec<Word>, field: Field, more: bool) -> Labelled {
    let count = words.len();
    let mut labels = Labels {
        words,
        roles: vec![None; count],
        light: vec![false; count],
        joint: vec![false; count],
        family_first: None,
        family_told: false,
    };
    labels.signs();
    labels.names(field, more);
    labels.finish()
}

impl Labels {
    pub(super) fn has(&self, place: usize, kind: Kind) -> bool {
        self.words[place].kinds.has(kind)
    }

    pub(super) fn any(&self, place: usize, kinds: &[Kind]) -> bool {
        self.words[place].kinds.any(kinds)
    }

    /// Places without a role yet, in order.
    pub(super) fn open(&self) -> Vec<usize> {
        (0..self.words.len())
            .filter(|place| self.roles[*place].is_none())
            .collect()
    }

    /// Those of `places` without a role yet.
    pub(super) fn still_open(&self, places: &[usize]) -> Vec<usize> {
        let open = places.iter().filter(|place| self.roles[**place].is_none());
        open.copied().collect()
    }

    pub(super) fn set(&mut self, place: usize, role: Role) {
        self.roles[place] = Some(role);
        self.light[place] |= matches!(
            role,
            Role::Title | Role::Particle | Role::Nisba | Role::Nickname | Role::Suffix
        );
    }

    pub(super) fn set_all(&mut self, places: &[usize], role: Role) {
        for &place in places {
            self.set(place, role);
        }
    }

    pub(super) fn lighten(&mut self, place: usize) {
        self.light[place] = true;
    }

    pub(super) fn tie(&mut self, place: usize) {
        self.joint[place] = true;
    }

    /// A hyphen or an invisible joint ties the word to `next`.
    pub(super) fn ties(&self, place: usize, next: usize) -> bool {
        next == place + 1 && self.is_tied(place)
    }

    fn is_tied(&self, place: usize) -> bool {
        matches!(self.words[place].link, Link::Hyphen | Link::Soft)
    }

    /// The family name was written first, at these places.
    pub(super) fn family_leads(&mut self, places: &[usize]) {
        if let (Some(first), Some(last)) = (places.first(), places.last()) {
            self.family_first = Some(*first..last + 1);
        }
    }

    /// What is told without knowing given from family names.
    fn signs(&mut self) {
        self.asides();
        self.little_words();
        for place in 0..self.words.len() {
            if self.roles[place].is_none() && self.words[place].is_number() {
                self.set(place, Role::Suffix);
            }
        }
        self.after_marker(Kind::KnownAs, Role::Nickname);
        self.after_marker(Kind::Born, Role::Family);
        self.suffixes();
        self.sons_of();
    }

    fn asides(&mut self) {
        let mut place = 0;
        while place < self.words.len() {
            if !self.words[place].aside {
                place += 1;
                continue;
            }
            let rest = &self.words[place..];
            let count = rest.iter().take_while(|word| word.aside).count();
            self.aside(place..place + count);
            place += count;
        }
    }

    fn aside(&mut self, range: Range<usize>) {
        let suffixes = [Kind::Suffix, Kind::Rank];
        let born = self.has(range.start, Kind::Born);
        let no_name = range
            .clone()
            .all(|place| self.any(place, &suffixes) || self.words[place].is_number());
        for place in range {
            let role = if no_name && self.has(place, Kind::Rank) {
                Role::Title
            } else if no_name {
                Role::Suffix
            } else if self.any(place, &[Kind::Born, Kind::KnownAs, Kind::Between]) {
                Role::Particle
            } else if born {
                Role::Family
            } else {
                Role::Nickname
            };
            self.set(place, role);
        }
    }

    /// An ezafe between two names, and words such as "and".
    fn little_words(&mut self) {
        for place in 1..self.words.len().saturating_sub(1) {
            if self.roles[place].is_some() {
                continue;
            }
            let (before, word) = (&self.words[place - 1], &self.words[place]);
            let tied = matches!(before.link, Link::Hyphen | Link::Soft);
            let ezafe = word.kinds.has(Kind::Ezafe)
                && (tied || matches!(word.case, Case::Lower | Case::None));
            let between = word.kinds.has(Kind::Between) && word.case != Case::Title;
            if ezafe || between {
                self.set(place, Role::Particle);
                self.joint[place - 1] |= tied && ezafe;
            }
        }
        // «خانه‌ی»: nothing needs to follow what is tied on.
        if let Some(last) = self.words.len().checked_sub(1)
            && last > 0
            && self.has(last, Kind::Ezafe)
            && self.words[last - 1].link == Link::Soft
        {
            self.set(last, Role::Particle);
            self.joint[last - 1] = true;
        }
    }

    /// What stands between a marker word and the next comma has `role`. A marker begins no name and ends none.
    fn after_marker(&mut self, kind: Kind, role: Role) {
        let open = self.open();
        let Some(at) = (1..open.len()).find(|at| self.has(open[*at], kind)) else {
            return;
        };
        if at + 1 == open.len() {
            return;
        }
        self.set(open[at], Role::Particle);
        for &place in &open[at + 1..] {
            self.set(place, role);
            if self.words[place].link == Link::Comma {
                break;
            }
        }
    }

    fn suffixes(&mut self) {
        loop {
            let open = self.open();
            let Some(&last) = open.last() else {
                return;
            };
            let after_comma = self.words[..last]
                .last()
                .is_some_and(|before| before.link == Link::Comma);
            if self.has(last, Kind::Suffix) && open.len() >= 2 {
                self.set(last, Role::Suffix);
            } else if self.has(last, Kind::Rank) && after_comma && open.len() >= 2 {
                self.set(last, Role::Title);
            } else {
                return;
            }
        }
    }

    /// "Ali Rezaei, son of Hassan": what follows names the father, up to the family name if that is still to come.
    fn sons_of(&mut self) {
        loop {
            let open = self.open();
            let Some(at) = (1..open.len()).find(|at| self.has(open[*at], Kind::SonOf)) else {
                return;
            };
            let next = (at + 1..open.len()).find(|place| self.has(open[*place], Kind::SonOf));
            let fathers = &open[at + 1..next.unwrap_or(open.len())];
            self.set(open[at], Role::Particle);
            let family_follows = at == 1
                && next.is_none()
                && fathers.len() >= 2
                && self.words[open[at - 1]].link != Link::Comma;
            let fathers = if family_follows {
                &fathers[..self.one_given(fathers)]
            } else {
                fathers
            };
            self.set_all(fathers, Role::Patronymic);
        }
    }

    /// How many of `places` are one given name, where the last is left for another.
    pub(super) fn one_given(&self, places: &[usize]) -> usize {
        let tied = |at: &usize| self.ties(places[at - 1], places[*at]);
        let count = 1 + (1..places.len() - 1).take_while(tied).count();
        let half = count == 1
            && places.len() > 2
            && self.any(places[0], &[Kind::Half, Kind::LightHalf])
            && fields::is_given(&self.words[places[1]]);
        if half { 2 } else { count }
    }

    fn names(&mut self, field: Field, more: bool) {
        let open = self.open();
        match field {
            Field::Given => fields::given(self, &open, more),
            Field::Family => fields::family(self, &open),
            Field::Whole => match self.by_comma(&open).or_else(|| self.by_capitals(&open)) {
                Some((family, given)) => {
                    if family.first() < given.first() {
                        self.family_leads(&family);
                    }
                    fields::given(self, &given, true);
                    fields::family(self, &family);
                }
                None => fields::whole(self, &open),
            },
        }
    }

    /// "Family, Given".
    fn by_comma(&self, open: &[usize]) -> Option<(Vec<usize>, Vec<usize>)> {
        let last = *open.last()?;
        let first = *open.first()?;
        let comma = (first..last).find(|place| self.words[*place].link == Link::Comma)?;
        let (family, given): (Vec<usize>, Vec<usize>) =
            open.iter().partition(|place| **place <= comma);
        (!family.is_empty() && !given.is_empty()).then_some((family, given))
    }

    /// "DUPONT Jean", "Jean de DUPONT": where some words are written in capitals, they are the family name.
    fn by_capitals(&self, open: &[usize]) -> Option<(Vec<usize>, Vec<usize>)> {
        let upper = |place: &&usize| self.words[**place].case == Case::Upper;
        let particle = |place: &&usize| {
            self.has(**place, Kind::SurnameParticle) && self.words[**place].case == Case::Lower
        };
        let named = |places: &[usize]| places.iter().any(|place| !self.words[*place].is_initial());
        let leading = open.iter().take_while(upper).count();
        if leading > 0 && leading < open.len() {
            let (family, given) = open.split_at(leading);
            let mixed = given.iter().any(|place| upper(&place));
            return (!mixed && named(given)).then(|| (family.to_vec(), given.to_vec()));
        }
        let trailing = open.iter().rev().take_while(upper).count();
        if trailing == 0 || trailing == open.len() {
            return None;
        }
        let mut start = open.len() - trailing;
        while start > 1 && particle(&&open[start - 1]) {
            start -= 1;
        }
        let (given, family) = open.split_at(start);
        let mixed = given.iter().any(|place| upper(&place));
        (!mixed && named(given)).then(|| (family.to_vec(), given.to_vec()))
    }

    fn finish(mut self) -> Labelled {
        let order = self.order();
        let role = |place: usize| self.roles[place].unwrap_or(Role::Unknown);
        for pair in order.windows(2) {
            let (place, next) = (pair[0], pair[1]);
            let (one, other) = (role(place), role(next));
            if one == Role::Given && other == Role::Given && self.has(place, Kind::LightHalf) {
                self.light[place] = true;
            }
            let adjacent = next == place + 1 && self.words[place].link != Link::Comma;
            let same = one == other && matches!(one, Role::Given | Role::Family);
            // Of which nothing is told may be half of what stands beside it.
            let untold = one == Role::Unknown && matches!(other, Role::Unknown | Role::Family)
                || other == Role::Unknown && matches!(one, Role::Given);
            let untold = untold && !self.words[next].article;
            self.joint[place] =
                adjacent && (self.joint[place] || self.is_tied(place) || same || untold);
        }
        if let Some(last) = order.last() {
            self.joint[*last] = false;
        }
        let surname_first = self.family_first.is_some();
        let mut parts: Vec<Part> = Vec::with_capacity(order.len());
        for place in order {
            let role = self.roles[place].unwrap_or(Role::Unknown);
            let suffix = role == Role::Family && self.has(place, Kind::FamilySuffix);
            let text = std::mem::take(&mut self.words[place].text);
            match parts.last_mut() {
                Some(stem) if suffix && stem.role == Role::Family && stem.joint => {
                    stem.text.push(JOINT);
                    stem.text.push_str(&text);
                    stem.joint = self.joint[place];
                }
                _ => parts.push(Part {
                    text,
                    role,
                    joint: self.joint[place],
                    light: self.light[place],
                }),
            }
        }
        Labelled {
            parts,
            surname_first,
        }
    }

    /// Places in the order of the parts: a family name that was written first stands after the given names.
    fn order(&self) -> Vec<usize> {
        let all = 0..self.words.len();
        let Some(family) = self.family_first.clone() else {
            return all.collect();
        };
        let given = |place: usize| {
            let role = self.roles[place];
            // The marker behind a father's name, as oghlu, belongs to it.
            let marker = role == Some(Role::Particle)
                && self.roles[place - 1] == Some(Role::Patronymic)
                && self.has(place, Kind::FatherAfter);
            marker
                || !matches!(
                    role,
                    Some(Role::Particle | Role::Family | Role::Nisba | Role::Laqab)
                )
        };
        let after = (family.end..all.end)
            .take_while(|place| !matches!(self.roles[*place], Some(Role::Nickname | Role::Suffix)))
            .filter(|place| given(*place))
            .last()
            .map_or(family.end, |place| place + 1);
        let mut order: Vec<usize> = (0..family.start).collect();
        order.extend(family.end..after);
        order.extend(family);
        order.extend(after..all.end);
        order
    }
}
