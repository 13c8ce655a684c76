//! People, organisations and places in scripts with capital letters.

use std::collections::HashMap;

use super::{
    Found,
    lexicon::{Lexicon, Names, names},
    words::{Kind, Token, fold},
};
use crate::reading::{EntityKind, Norm};

/// Names in `tokens` outside of what is `taken`, in order.
pub(super) fn find(text: &str, tokens: &[Token], lexicon: &Lexicon, taken: &[Found]) -> Vec<Found> {
    let finder = Finder {
        tokens,
        lexicon,
        names: names(),
        free: tokens.iter().map(|token| is_free(token, taken)).collect(),
    };
    let mut hits = finder.first_reading();
    finder.second_reading(text, &mut hits);
    hits.sort_by_key(|hit| hit.from);
    let mut found: Vec<Found> = hits
        .iter()
        .map(|hit| {
            let last = &tokens[hit.to - 1];
            Found::new(hit.kind, tokens[hit.from].start, last.bare_end)
        })
        .collect();
    norms(text, &mut found);
    found
}

pub(super) fn is_free(token: &Token, taken: &[Found]) -> bool {
    let next = taken.partition_point(|one| one.end <= token.start);
    taken.get(next).is_none_or(|one| token.end <= one.start)
}

/// A name from one token to before another.
#[derive(Clone, Copy, Debug)]
struct Hit {
    kind: EntityKind,
    from: usize,
    to: usize,
}

/// Longest name, in tokens. Chosen by us: bodies of the United Nations have a dozen; it bounds the time.
const LONGEST: usize = 16;
/// Tokens on either side in which other words in capitals show that a line is written in capitals.
const NEAR: usize = 3;

struct Finder<'a> {
    tokens: &'a [Token],
    lexicon: &'a Lexicon,
    names: &'a Names,
    free: Vec<bool>,
}

impl Finder<'_> {
    fn first_reading(&self) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut place = 0;
        while place < self.tokens.len() {
            match self.at(place) {
                Some(hit) => {
                    place = hit.to;
                    hits.push(hit);
                }
                None => place += 1,
            }
        }
        hits
    }

    fn at(&self, place: usize) -> Option<Hit> {
        if !self.is_capital(place) {
            return None;
        }
        let organisation = self
            .organisation(place)
            .into_iter()
            .chain(self.known(place, EntityKind::Organization))
            .max();
        let location = self
            .place_with_head(place)
            .into_iter()
            .chain(self.known(place, EntityKind::Place))
            .max();
        let hit = |kind, to| Hit {
            kind,
            from: place,
            to,
        };
        match (organisation, location) {
            (Some(body), Some(spot)) if spot >= body => Some(hit(EntityKind::Place, spot)),
            (Some(body), _) => Some(hit(EntityKind::Organization, body)),
            (None, Some(spot)) if !self.goes_on_as_person(place, spot) => {
                Some(hit(EntityKind::Place, spot))
            }
            (None, _) => self
                .acronym(place)
                .map(|end| hit(EntityKind::Organization, end))
                .or_else(|| self.person(place)),
        }
    }

    fn token(&self, place: usize) -> Option<&Token> {
        self.tokens.get(place).filter(|_| self.free[place])
    }

    fn is_capital(&self, place: usize) -> bool {
        self.token(place)
            .is_some_and(|token| token.is_word() && token.capital)
    }

    fn known(&self, place: usize, kind: EntityKind) -> Option<usize> {
        let table = match kind {
            EntityKind::Place => &self.names.places,
            _ => &self.names.organisations,
        };
        let end = place + table.opens(&self.tokens[place..])?;
        (place..end).all(|at| self.free[at]).then_some(end)
    }

    /// "Paris Hilton" is no place: a known place before another capitalised word that is neither.
    fn goes_on_as_person(&self, place: usize, end: usize) -> bool {
        let given = self.names.given.is(&self.tokens[place..end]);
        given && self.is_capital(end) && !self.tokens[end - 1].key.is_empty()
    }

    /// Capitalised words and the small words between them, as in "National Council of Resistance of Iran".
    fn organisation(&self, place: usize) -> Option<usize> {
        let first = &self.tokens[place];
        let lexicon = self.lexicon;
        if lexicon.stop.has(first)
            || lexicon.demonyms.has(first)
            || lexicon.honorifics.has(first)
            || lexicon.role_heads.has(first)
        {
            return None;
        }
        let mut end = place;
        let mut headed = false;
        let mut at = place;
        while let Some(token) = self
            .token(at)
            .filter(|token| token.is_word() && at - place < LONGEST)
        {
            if token.capital {
                headed |= lexicon.organisation_heads.has(token);
                at += 1;
                end = at;
                // A capitalised word before "Organization" may be a demonym, but a title ends the name.
                if self
                    .token(at)
                    .is_some_and(|next| lexicon.role_heads.has(next))
                {
                    break;
                }
            } else if lexicon.adjectives_follow
                && at == place + 1
                && headed
                && !lexicon.stop.has(token)
                && !lexicon.cues.has(token)
            {
                at += 1;
                end = at;
            } else if lexicon.organisation_links.has(token) && end == at {
                at += 1;
                // "of the", "pour l'"
                while self.token(at).is_some_and(|next| {
                    !next.capital
                        && (lexicon.organisation_links.has(next)
                            || next.is_mark('\'')
                            || next.is_mark('\u{2019}'))
                }) {
                    at += 1;
                }
                if !self.is_capital(at) {
                    break;
                }
                end = at;
            } else {
                break;
            }
        }
        (headed && end - place >= 2).then_some(end)
    }

    /// "Evin Prison", "Paris 1er Arrondissement".
    fn place_with_head(&self, place: usize) -> Option<usize> {
        if self.lexicon.stop.has(&self.tokens[place])
            || self.lexicon.demonyms.has(&self.tokens[place])
        {
            return None;
        }
        let mut at = place + 1;
        while let Some(token) = self.token(at) {
            let part = token.capital && token.is_word()
                || token.kind == Kind::Mixed && token.key.len() <= 4;
            if !part || at - place > 3 {
                return None;
            }
            at += 1;
            if self.lexicon.place_heads.has(token) {
                return Some(at);
            }
        }
        None
    }

    /// `NCRI`, `PMOI/MEK`.
    fn acronym(&self, place: usize) -> Option<usize> {
        let is_acronym = |at: usize| {
            self.token(at).is_some_and(|token| {
                let letters = token.key.chars().count();
                token.is_word()
                    && (2..=7).contains(&letters)
                    && token.bare_end - token.start == token.key.len()
                    && self.upper(at)
            })
        };
        if !is_acronym(place) {
            return None;
        }
        let mut end = place + 1;
        while self
            .token(end)
            .is_some_and(|token| token.is_mark('/') && token.glued)
            && is_acronym(end + 1)
            && self.tokens[end + 1].glued
        {
            end += 2;
        }
        // "SHA-256"
        let goes_on = self
            .token(end)
            .is_some_and(|token| token.glued && token.is_mark('-'));
        (!goes_on && !self.shouts(place, end)).then_some(end)
    }

    /// Whether every letter is a capital: the folded form shares no letter with what is written.
    fn upper(&self, place: usize) -> bool {
        self.tokens[place].capital && self.tokens[place].all_capitals
    }

    /// A line in capitals has no acronyms: two other words in capitals stand near.
    fn shouts(&self, from: usize, to: usize) -> bool {
        let same_line = |token: &&Token| token.kind != Kind::Break;
        let before = self.tokens[from.saturating_sub(NEAR)..from]
            .iter()
            .rev()
            .take_while(same_line);
        let after = self.tokens[to..self.tokens.len().min(to + NEAR)]
            .iter()
            .take_while(same_line);
        let loud = |token: &&Token| {
            token.all_capitals
                && token.key.chars().count() > 1
                && !token.glued
                && token.key != self.tokens[from].key
        };
        before.chain(after).filter(loud).count() >= 2
    }

    fn person(&self, place: usize) -> Option<Hit> {
        let lexicon = self.lexicon;
        let mut from = place;
        let mut titled = self.follows_role(place);
        while let Some(token) = self.token(from) {
            let honorific = lexicon.honorifics.has(token) && token.capital;
            let role =
                token.capital && (lexicon.role_heads.has(token) || lexicon.role_words.has(token));
            if honorific {
                from += 1;
                titled = true;
                if self.token(from).is_some_and(|token| token.is_mark('.')) {
                    from += 1;
                }
            } else if role {
                from += 1;
                titled = lexicon.role_heads.has(token);
            } else {
                break;
            }
        }
        let to = self.end_of_person(from);
        let words = to.saturating_sub(from);
        if words == 0 || !self.is_person(from, to, titled) {
            return None;
        }
        Some(Hit {
            kind: EntityKind::Person,
            from,
            to,
        })
    }

    /// A title in small letters right before, as in "judiciary chief Ebrahim Raisi".
    fn follows_role(&self, place: usize) -> bool {
        place
            .checked_sub(1)
            .and_then(|at| self.token(at))
            .is_some_and(|token| self.lexicon.role_heads.has(token))
    }

    fn end_of_person(&self, from: usize) -> usize {
        let lexicon = self.lexicon;
        let mut at = from;
        let mut end = from;
        while let Some(token) = self.token(at).filter(|_| at - from < LONGEST) {
            let initial = token.capital && token.key.chars().count() == 1;
            if token.is_word() && token.capital {
                let word = lexicon.stop.has(token) && end > from
                    || lexicon.stop.has(token)
                    || lexicon.demonyms.has(token)
                    || lexicon.role_heads.has(token);
                if word {
                    break;
                }
                at += 1;
                end = at;
                if token.bare_end < token.end {
                    break;
                }
                if initial && self.token(at).is_some_and(|next| next.is_mark('.')) {
                    at += 1;
                }
            } else if end > from
                && end == at
                && lexicon.particles.has(token)
                && self.is_capital(at + 1)
            {
                at += 1;
            } else {
                break;
            }
        }
        end
    }

    fn is_person(&self, from: usize, to: usize, titled: bool) -> bool {
        let words = &self.tokens[from..to];
        let lexicon = self.lexicon;
        let never = words.iter().any(|token| {
            lexicon.organisation_heads.has(token)
                || lexicon.place_heads.has(token)
                || lexicon.months.get(token).is_some()
                || lexicon.weekdays.get(token).is_some()
        });
        let known = self.names.given.opens(words).is_some() || self.names.surnames.is(words);
        let shouted = !known && words.iter().all(|token| token.all_capitals);
        if (never || shouted) && !titled {
            return false;
        }
        if self.names.surnames.is(words) || titled {
            return true;
        }
        let says = self.token(to).is_some_and(|token| lexicon.cues.has(token))
            || from
                .checked_sub(1)
                .and_then(|at| self.token(at))
                .is_some_and(|token| lexicon.cues.has(token));
        let count = words.iter().filter(|token| token.is_word()).count();
        if count == 1 {
            return says && self.names.given.is(words);
        }
        self.names.given.opens(words).is_some() || says || (2..=4).contains(&count)
    }

    /// Finds the mentions by surname alone of people who were named in full, in either spelling of a double name.
    fn second_reading(&self, text: &str, hits: &mut Vec<Hit>) {
        let written = |from: usize, to: usize| {
            squeezed(&text[self.tokens[from].start..self.tokens[to - 1].bare_end])
        };
        let mut surnames: Vec<String> = Vec::new();
        for hit in hits.iter().filter(|hit| hit.kind == EntityKind::Person) {
            for start in hit.from + 1..hit.to {
                surnames.push(written(start, hit.to));
            }
        }
        surnames.sort();
        let mut covered = vec![false; self.tokens.len()];
        for hit in hits.iter() {
            covered[hit.from..hit.to].fill(true);
        }
        let free = |at: usize| self.is_capital(at) && !covered[at];
        let mut place = 0;
        while place < self.tokens.len() {
            let end = (1..=2).rev().map(|length| place + length).find(|end| {
                *end <= self.tokens.len()
                    && (place..*end).all(free)
                    && surnames.binary_search(&written(place, *end)).is_ok()
            });
            if let Some(to) = end {
                hits.push(Hit {
                    kind: EntityKind::Person,
                    from: place,
                    to,
                });
            }
            place = end.unwrap_or(place + 1);
        }
    }
}

/// A name without blanks, hyphens and case, so that `Pour Mohammadi` and `Pourmohammadi` are one.
pub(super) fn squeezed(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Gives every name its form for comparison; a person's is the fullest one in the report.
pub(super) fn norms(text: &str, found: &mut [Found]) {
    // Every part of a full name that begins or ends with one of its words stands for the longest name it is part of.
    let mut full: HashMap<String, String> = HashMap::new();
    for one in found.iter().filter(|one| one.kind == EntityKind::Person) {
        let whole = plain(&text[one.start..one.end]);
        let blanks: Vec<usize> = whole.match_indices(' ').map(|(place, _)| place).collect();
        let ends = blanks.iter().map(|place| &whole[place + 1..]);
        let starts = blanks.iter().map(|place| &whole[..*place]);
        for part in ends.chain(starts).chain([whole.as_str()]) {
            let known = full.entry(squeezed(part)).or_default();
            if known.len() < whole.len() {
                known.clone_from(&whole);
            }
        }
    }
    for one in found {
        let name = &text[one.start..one.end];
        let fullest = full
            .get(&squeezed(name))
            .filter(|_| one.kind == EntityKind::Person);
        one.norm = Some(Norm::Name(fullest.cloned().unwrap_or_else(|| plain(name))));
    }
}

fn plain(name: &str) -> String {
    let words: Vec<String> = fold(name)
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.join(" ")
}
