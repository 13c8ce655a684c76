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
    finder.known_bodies(text, taken, &mut hits);
    finder.second_reading(text, &mut hits);
    hits.sort_by_key(|hit| hit.from);
    let found: Vec<Found> = hits
        .iter()
        .map(|hit| {
            let last = &tokens[hit.to - 1];
            Found::new(hit.kind, tokens[hit.from].start, last.bare_end)
        })
        .collect();
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
            match self.at(place, hits.last().copied()) {
                Some(hit) => {
                    place = hit.to;
                    hits.push(hit);
                }
                None => place += 1,
            }
        }
        hits
    }

    fn at(&self, place: usize, last: Option<Hit>) -> Option<Hit> {
        if !self.is_capital(place) {
            return self.in_small_letters(place);
        }
        if let Some(to) = self.newspaper(place) {
            return Some(Hit {
                kind: EntityKind::Organization,
                from: place,
                to,
            });
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
            (None, Some(spot))
                if !self.goes_on_as_person(place, spot)
                    && !self.is_particle_of_name(place, spot) =>
            {
                Some(hit(EntityKind::Place, spot))
            }
            (None, _) => self
                .told_as_place(place, last)
                .map(|end| hit(EntityKind::Place, end))
                .or_else(|| {
                    self.acronym(place)
                        .map(|end| hit(EntityKind::Organization, end))
                })
                .or_else(|| self.person(place)),
        }
    }

    /// "place de la République", "université de Genève": names that begin with a small letter in French.
    fn in_small_letters(&self, place: usize) -> Option<Hit> {
        let lexicon = self.lexicon;
        let token = self.token(place)?;
        if !lexicon.adjectives_follow {
            return None;
        }
        if lexicon.place_fronts.has(token) {
            let to = self.fronted(place)?;
            return Some(Hit {
                kind: EntityKind::Place,
                from: place,
                to,
            });
        }
        let to = lexicon
            .organisation_small
            .has(token)
            .then(|| self.organisation(place))??;
        Some(Hit {
            kind: EntityKind::Organization,
            from: place,
            to,
        })
    }

    /// "the weekly Mosallas", "le quotidien Le Courrier de l'Aube"; a newspaper's own article belongs to it.
    fn newspaper(&self, place: usize) -> Option<usize> {
        let lexicon = self.lexicon;
        let before = place.checked_sub(1).and_then(|at| self.token(at))?;
        let article = lexicon.stop.has(&self.tokens[place]);
        let opened = lexicon.organisation_openers.has(before) && !before.capital;
        let inside = before.is_word() || before.is_mark('\'') || before.is_mark('\u{2019}');
        if article {
            let named = opened || inside && lexicon.adjectives_follow;
            return named
                .then(|| {
                    self.is_capital(place + 1)
                        .then(|| self.organisation(place + 1))
                })??
                .or_else(|| opened.then(|| self.run(place + 1)));
        }
        let end = opened.then(|| self.run(place))?;
        self.organisation(place).or(Some(end))
    }

    /// The end of the capitalised words from `place`.
    fn run(&self, place: usize) -> usize {
        (place..self.tokens.len().min(place + LONGEST))
            .find(|at| !self.is_capital(*at))
            .unwrap_or(self.tokens.len().min(place + LONGEST))
    }

    /// "Port Callis", "Place Flagey", "cimetière de la Guillotière".
    fn fronted(&self, place: usize) -> Option<usize> {
        let lexicon = self.lexicon;
        let mut at = place + 1;
        while self.token(at).is_some_and(|token| {
            !token.capital
                && (lexicon.particles.has(token)
                    || lexicon.organisation_links.has(token)
                    || token.is_mark('\''))
        }) && lexicon.adjectives_follow
            && at < place + 5
        {
            at += 1;
        }
        let first = self.token(at).filter(|_| self.is_capital(at))?;
        let name = !lexicon.stop.has(first)
            && !lexicon.demonyms.has(first)
            && !lexicon.is_role_head(first)
            && !lexicon.organisation_heads.has(first);
        name.then(|| self.run(at).min(at + 3))
    }

    /// A capitalised word that nothing but its place in the sentence tells to be a place: "in Serath", "the government of
    /// Marenia", "MARENIA: …".
    fn told_as_place(&self, place: usize, last: Option<Hit>) -> Option<usize> {
        let lexicon = self.lexicon;
        let token = self.token(place)?;
        if lexicon.place_fronts.has(token) {
            return self.fronted(place);
        }
        let end = self.run(place).min(place + 2);
        let known = self.names.given.opens(&self.tokens[place..end]).is_some()
            || (place..end).any(|at| {
                let word = &self.tokens[at];
                lexicon.stop.has(word)
                    || lexicon.demonyms.has(word)
                    || lexicon.is_role_head(word)
                    || lexicon.role_words.has(word)
                    || lexicon.honorifics.has(word)
                    || lexicon.organisation_heads.has(word)
                    || lexicon.months.get(word).is_some()
                    || lexicon.weekdays.get(word).is_some()
            });
        let heads_line = place
            .checked_sub(1)
            .is_none_or(|at| self.tokens[at].kind == Kind::Break)
            && token.all_capitals
            && token.key.chars().count() > 4
            && self.tokens.get(end).is_some_and(|next| next.is_mark(':'));
        if heads_line {
            return Some(end);
        }
        if known || token.all_capitals && token.key.chars().count() < 5 {
            return None;
        }
        let mut before = place.checked_sub(1)?;
        // "in the Harrow", "de l'Oredan"
        while before > 0
            && self.token(before).is_some_and(|word| {
                word.is_mark('\'') && word.glued
                    || !word.capital
                        && (lexicon.role_openers.has(word) && !lexicon.place_openers.has(word))
            })
        {
            before -= 1;
        }
        let opener = self.token(before)?;
        if lexicon.place_openers.has(opener) {
            return Some(end);
        }
        let linked = lexicon.organisation_links.has(opener) && !opener.capital;
        let noun = before.checked_sub(1).and_then(|at| self.token(at))?;
        let of_place = lexicon.place_nouns.has(noun)
            || last.is_some_and(|hit| hit.to == before && self.stays(hit));
        (linked && of_place).then_some(end)
    }

    /// Whether the name of a body does not take in the country after it.
    fn stays(&self, hit: Hit) -> bool {
        hit.kind == EntityKind::Organization
            && self.tokens[hit.from..hit.to]
                .iter()
                .any(|token| self.lexicon.organisation_stays.has(token))
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
        // "Un" is not the UN, nor "us" the US.
        let first = &self.tokens[place];
        if end == place + 1 && first.key.len() <= 2 && !first.all_capitals {
            return None;
        }
        (place..end).all(|at| self.free[at]).then_some(end)
    }

    /// "Van Loo" is nobody from Van.
    fn is_particle_of_name(&self, place: usize, end: usize) -> bool {
        end == place + 1 && self.lexicon.particles.has(&self.tokens[place]) && self.is_capital(end)
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
            || lexicon.is_role_head(first)
                && !self
                    .token(place + 1)
                    .is_some_and(|next| lexicon.without.has(next))
        {
            return None;
        }
        let mut end = place;
        let mut headed = false;
        let mut asks = false;
        let mut at = place;
        let mut small = 0;
        // Where each part after "of" begins: the name of a ministry ends before the country.
        let mut parts = Vec::new();
        while let Some(token) = self
            .token(at)
            .filter(|token| token.is_word() && at - place < LONGEST)
        {
            if token.capital || at == place {
                headed |= lexicon.organisation_heads.has(token);
                asks |= lexicon.organisation_asks.has(token);
                at += 1;
                end = at;
                // "Veterans' League"
                let plural = self
                    .token(at)
                    .is_some_and(|mark| mark.is_mark('\'') && mark.glued)
                    && token.key.ends_with('s')
                    && self.is_capital(at + 1)
                    && !self.tokens[at + 1].glued;
                at += usize::from(plural);
                // A capitalised word before "Organization" may be a demonym, but a title ends the name.
                if self.token(at).is_some_and(|next| {
                    lexicon.is_role_head(next) && !lexicon.organisation_heads.has(next)
                }) {
                    break;
                }
            } else if lexicon.adjectives_follow
                && headed
                && small < 4
                && end == at
                && !lexicon.stop.has(token)
                && !lexicon.organisation_links.has(token)
                && !lexicon.is_cue(token)
                && (at == place + 1 || self.agrees(at))
            {
                small += 1;
                at += 1;
                end = at;
            } else if lexicon.without.has(token)
                && end == at
                && self.token(at + 1).is_some_and(Token::is_word)
            {
                // "Avocats sans peur"
                headed = true;
                at += 2;
                end = at;
            } else if (lexicon.organisation_links.has(token)
                || asks && lexicon.organisation_about.has(token))
                && end == at
                && (headed || self.names.given.opens(&self.tokens[place..end]).is_none())
            {
                parts.push(at);
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
                let noun = self.token(at).is_some_and(|next| {
                    next.is_word()
                        && lexicon.adjectives_follow
                        && headed
                        && small < 4
                        && !lexicon.stop.has(next)
                        && !lexicon.is_cue(next)
                        && !self.is_infinitive(at)
                });
                if !self.is_capital(at) && !noun {
                    parts.pop();
                    break;
                }
                if !self.is_capital(at) {
                    small += 1;
                    at += 1;
                }
                end = at.max(end);
                if self.is_capital(at) && end == at {
                    end = at;
                }
            } else {
                break;
            }
        }
        end = end.min(self.tokens.len());
        if let Some(cut) = parts.last().copied().filter(|cut| end == cut + 2) {
            let stays = self.tokens[place..cut]
                .iter()
                .any(|token| lexicon.organisation_stays.has(token));
            let country = self.is_capital(cut + 1);
            // "Ministry of Justice of Toravia", "Supreme Court of Marenia", but "Ministry of Justice".
            if stays && country && (parts.len() > 1 || !lexicon.organisation_stays.has(first)) {
                end = cut;
            }
        }
        (headed && end - place >= 2).then_some(end)
    }

    /// "Nations unies": an adjective in the plural after a noun in the plural.
    fn agrees(&self, place: usize) -> bool {
        let plural = |at: usize| self.tokens[at].key.ends_with('s');
        plural(place - 1) && plural(place)
    }

    /// "d'ouvrir" after a name tells what is done, not what the name is.
    fn is_infinitive(&self, place: usize) -> bool {
        self.token(place).is_some_and(|token| {
            token.key.len() > 4 && (token.key.ends_with("er") || token.key.ends_with("ir"))
        })
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
        if !is_acronym(place) || self.lexicon.stop.has(&self.tokens[place]) {
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
                token.capital && (lexicon.is_role_head(token) || lexicon.role_words.has(token));
            if honorific {
                from += 1;
                titled = true;
                if self.token(from).is_some_and(|token| token.is_mark('.')) {
                    from += 1;
                }
            } else if role {
                from += 1;
                titled = lexicon.is_role_head(token);
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
            .is_some_and(|token| self.lexicon.is_role_head(token))
    }

    fn end_of_person(&self, from: usize) -> usize {
        let lexicon = self.lexicon;
        let mut at = from;
        let mut end = from;
        while let Some(token) = self.token(at).filter(|_| at - from < LONGEST) {
            let initial = token.capital && token.key.chars().count() == 1;
            if token.is_word() && token.capital {
                let particle = lexicon.particles.has(token) && self.is_capital(at + 1);
                let word = lexicon.stop.has(token) && !(particle && end > from)
                    || lexicon.demonyms.has(token)
                    || lexicon.is_role_head(token);
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
                || lexicon.months.get(token).is_some() && !lexicon.wary_months.has(token)
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
        let says = self.token(to).is_some_and(|token| lexicon.is_cue(token))
            || from
                .checked_sub(1)
                .and_then(|at| self.token(at))
                .is_some_and(|token| lexicon.is_cue(token));
        let count = words.iter().filter(|token| token.is_word()).count();
        if count == 1 {
            return says && self.names.given.is(words);
        }
        self.names.given.opens(words).is_some() || says || (2..=4).contains(&count)
    }

    /// What the dateline calls an agency is one wherever it stands.
    fn known_bodies(&self, text: &str, taken: &[Found], hits: &mut [Hit]) {
        let bodies: Vec<String> = taken
            .iter()
            .filter(|one| one.kind == EntityKind::Organization)
            .map(|one| squeezed(&text[one.start..one.end]))
            .collect();
        for hit in hits {
            let written = &text[self.tokens[hit.from].start..self.tokens[hit.to - 1].bare_end];
            if bodies.contains(&squeezed(written)) {
                hit.kind = EntityKind::Organization;
            }
        }
    }

    /// Finds the mentions by surname alone of people who were named in full, in either spelling of a double name.
    fn second_reading(&self, text: &str, hits: &mut Vec<Hit>) {
        let written = |from: usize, to: usize| {
            squeezed(&text[self.tokens[from].start..self.tokens[to - 1].bare_end])
        };
        let mut surnames: Vec<String> = Vec::new();
        for hit in hits.iter().filter(|hit| hit.kind == EntityKind::Person) {
            // "Ms Tindall": a name of one word is known again as a whole.
            let first = hit.from + usize::from(hit.to > hit.from + 1);
            for start in first..hit.to {
                surnames.push(written(start, hit.to));
            }
        }
        surnames.sort();
        let mut places: Vec<String> = hits
            .iter()
            .filter(|hit| hit.kind == EntityKind::Place)
            .map(|hit| written(hit.from, hit.to))
            .collect();
        places.sort();
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
            let again = || {
                let name = free(place) && !self.lexicon.stop.has(&self.tokens[place]);
                let known = name && places.binary_search(&written(place, place + 1)).is_ok();
                known.then_some((EntityKind::Place, place + 1))
            };
            let hit = end.map(|to| (EntityKind::Person, to)).or_else(again);
            if let Some((kind, to)) = hit {
                hits.push(Hit {
                    kind,
                    from: place,
                    to,
                });
            }
            place = hit.map_or(place + 1, |(_, to)| to);
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
    let names = found.iter_mut().filter(|one| {
        matches!(
            one.kind,
            EntityKind::Person | EntityKind::Organization | EntityKind::Place
        )
    });
    for one in names {
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
