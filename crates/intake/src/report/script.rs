//! People, organisations and places in Persian and Arabic, which have no capital letters: by known names, by the words that
//! head a name, by titles, and by where a name stands in its sentence.

use std::collections::HashSet;

use super::{
    Found,
    lexicon::{Gazetteer, Lexicon, names},
    names::{is_free, squeezed},
    words::{Kind, Token, fold},
};
use crate::reading::EntityKind;

/// Letters that are written on to the word after them: "and", "in", "for" and their pairs.
const GLUED: &[&str] = &[
    "\u{648}",
    "\u{628}",
    "\u{644}",
    "\u{641}",
    "\u{648}\u{628}",
    "\u{648}\u{644}",
];
/// The Arabic article.
const THE: &str = "\u{627}\u{644}";
/// "For the", written on.
const FOR_THE: &str = "\u{644}\u{644}";
/// "And the", written on.
const AND_THE: &str = "\u{648}\u{627}\u{644}";

/// Names in `tokens` outside of what is `taken`, in order.
pub(super) fn find(text: &str, tokens: &[Token], lexicon: &Lexicon, taken: &[Found]) -> Vec<Found> {
    let mut finder = Finder {
        text,
        tokens,
        lexicon,
        free: tokens.iter().map(|token| is_free(token, taken)).collect(),
    };
    let mut hits = finder.first_reading();
    hits.extend(finder.beside_roles());
    let places = taken.iter().filter(|one| one.kind == EntityKind::Place);
    let known: Vec<String> = places
        .map(|one| text[one.start..one.end].to_owned())
        .collect();
    let again = finder.second_reading(&hits, &known);
    hits.extend(again);
    hits.sort_by_key(|hit| hit.start);
    hits.into_iter()
        .map(|hit| Found::new(hit.kind, hit.start, tokens[hit.to - 1].end))
        .collect()
}

/// A name: its first token, the byte at which it begins in it, and the token after it.
#[derive(Clone, Copy, Debug)]
struct Hit {
    kind: EntityKind,
    from: usize,
    start: usize,
    to: usize,
}

/// Words after the head of a body. Chosen by us: the longest in use have about as many.
const BODY: usize = 6;
/// Words of a name told by where it stands. Chosen by us.
const NAME: usize = 3;
/// Words of a role beside a name. Chosen by us.
const ROLE: usize = 7;

struct Finder<'a> {
    text: &'a str,
    tokens: &'a [Token],
    lexicon: &'a Lexicon,
    free: Vec<bool>,
}

impl Finder<'_> {
    fn first_reading(&mut self) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut place = 0;
        while place < self.tokens.len() {
            if let Some(hit) = self.at(place) {
                self.free[hit.from..hit.to].fill(false);
                place = hit.to.max(place + 1);
                hits.push(hit);
            } else {
                place += 1;
            }
        }
        hits
    }

    fn word(&self, place: usize) -> Option<&Token> {
        self.tokens
            .get(place)
            .filter(|token| token.is_word() && self.free[place])
    }

    /// A word that may be part of a name: neither frequent nor a verb nor a title.
    fn may_name(&self, place: usize) -> bool {
        let lexicon = self.lexicon;
        self.word(place).is_some_and(|token| {
            !lexicon.stop.has(token)
                && !lexicon.common.has(token)
                && !lexicon.is_cue(token)
                && !lexicon.is_role_head(token)
                && !lexicon.honorifics.has(token)
                && !lexicon.people.has(token)
                && !self.is_verb(place)
        })
    }

    /// A verb by its form: with "می‌" before it, or before an auxiliary, as "منتشر شد".
    fn is_verb(&self, place: usize) -> bool {
        let token = &self.tokens[place];
        let written = &self.text[token.start..token.end];
        let going_on = ["\u{645}\u{6cc}\u{200c}", "\u{646}\u{645}\u{6cc}\u{200c}"]
            .iter()
            .any(|prefix| written.starts_with(prefix));
        let helped = self
            .tokens
            .get(place + 1)
            .is_some_and(|next| self.lexicon.auxiliaries.has(next));
        let ended = token.key.chars().count() > 4
            && self
                .lexicon
                .verb_endings
                .iter()
                .any(|ending| token.key.ends_with(ending));
        going_on || ended || helped || self.lexicon.auxiliaries.has(token)
    }

    fn at(&self, place: usize) -> Option<Hit> {
        let token = self.word(place)?;
        let tables = names();
        let rest = &self.tokens[place + 1..];
        let hit = |kind, start, to| Hit {
            kind,
            from: place,
            start,
            to,
        };
        let titled = self.is_titled(place);
        for (bare, start) in self.forms(place) {
            let known = |table: &Gazetteer| {
                let to = place + table.opens_with(bare, rest)?;
                (place..to).all(|at| self.free[at]).then_some(to)
            };
            let organisation = known(&tables.organisations).max(self.body(place, bare));
            let location = known(&tables.places).max(self.spot(place, bare));
            let given = known(&tables.given);
            let relation = titled && given.is_some();
            if (organisation.is_some() || location.is_some()) && !relation {
                let kind = if organisation >= location {
                    EntityKind::Organization
                } else {
                    EntityKind::Place
                };
                return Some(hit(kind, start, organisation.max(location)?));
            }
            if let Some(to) = known(&tables.surnames) {
                return Some(hit(EntityKind::Person, start, to));
            }
            if let Some(end) = given {
                let to = self.end_of_person(end);
                let wary = self.lexicon.wary_names.has_key(bare) && !titled && !self.is_said(place);
                let sure = to > end && (!wary || self.is_surname(to - 1)) || titled;
                if sure {
                    return Some(hit(EntityKind::Person, start, to));
                }
            }
            if let Some(to) = self.linked_name(place, bare) {
                return Some(hit(EntityKind::Person, start, to));
            }
        }
        if let Some(to) = self.told_as_place(place) {
            return Some(hit(EntityKind::Place, token.start, to));
        }
        self.unknown_person(place)
            .map(|to| hit(EntityKind::Person, token.start, to))
    }

    /// A word as it stands, then without letters written on to it; each with the byte at which it begins. A frequent word
    /// is nothing else: "لدينا" is not Dina, nor "على" Ali, nor "أنا" Anna.
    fn forms(&self, place: usize) -> impl Iterator<Item = (&str, usize)> {
        let token = &self.tokens[place];
        let lexicon = self.lexicon;
        let written = &self.text[token.start..token.end];
        let ali = names().given.is(std::slice::from_ref(token))
            && (written.ends_with('\u{64a}') || written.starts_with('\u{622}'));
        let frequent = lexicon.stop.has(token) && !ali;
        let whole = (!frequent).then_some((token.key.as_str(), token.start));
        let splits = !frequent && !lexicon.common.has(token) && !lexicon.is_cue(token);
        let bare = GLUED.iter().filter(move |_| splits).filter_map(|prefix| {
            // Each of these letters is two bytes long, and none of them is changed by folding.
            let bare = token.key.strip_prefix(prefix)?;
            (bare.chars().count() >= 3).then_some((bare, token.start + prefix.len()))
        });
        whole.into_iter().chain(bare)
    }

    /// After an honorific or a title.
    fn is_titled(&self, place: usize) -> bool {
        place.checked_sub(1).is_some_and(|before| {
            let token = &self.tokens[before];
            self.lexicon.honorifics.has(token) || self.lexicon.is_role_head(token)
        })
    }

    /// Right after a verb of saying, where that stands first.
    fn is_said(&self, place: usize) -> bool {
        self.lexicon.is_verb_first()
            && place
                .checked_sub(1)
                .is_some_and(|before| self.lexicon.is_cue(&self.tokens[before]))
    }

    fn is_surname(&self, place: usize) -> bool {
        let key = &self.tokens[place].key;
        key.chars().count() >= 5
            && self
                .lexicon
                .surname_endings
                .iter()
                .any(|ending| key.ends_with(ending) && key.len() > ending.len() + 2)
    }

    fn has_article(&self, place: usize) -> bool {
        self.tokens
            .get(place)
            .is_some_and(|token| token.key.starts_with(THE) && token.key.chars().count() > 4)
    }

    /// A word that goes on what a word with an article has begun, in Arabic.
    fn goes_on(&self, place: usize) -> bool {
        let Some(token) = self.word(place) else {
            return false;
        };
        let articled = self.has_article(place)
            || token.key.starts_with(FOR_THE)
            || token.key.starts_with(AND_THE) && token.key.chars().count() > 5;
        // "لحقوق الإنسان"
        let to_what = token.key.starts_with('\u{644}')
            && token.key.chars().count() > 3
            && self.has_article(place + 1);
        (articled || to_what) && self.may_go_on(place)
    }

    /// A word that may follow the head of a name, be it a frequent noun.
    fn may_go_on(&self, place: usize) -> bool {
        let lexicon = self.lexicon;
        self.word(place).is_some_and(|token| {
            !lexicon.stop.has(token)
                && !lexicon.is_cue(token)
                && !lexicon.is_role_head(token)
                && !lexicon.honorifics.has(token)
                && !lexicon.last_after.has(token)
                && !lexicon.next_after.has(token)
                && !self.is_verb(place)
        })
    }

    /// The words after a head that belong to its name.
    fn chain(&self, head: usize, most: usize) -> usize {
        let mut at = head + 1;
        if !self.lexicon.is_verb_first() {
            // "انجمن یاد": the first word may be a frequent one.
            while at <= head + most && (self.may_name(at) || at == head + 1 && self.may_go_on(at)) {
                at += 1;
            }
            return at;
        }
        let mut definite = self.has_article(head) || self.tokens[head].key.starts_with(AND_THE);
        while at <= head + most {
            let without = self
                .word(at)
                .is_some_and(|token| self.lexicon.without.has(token));
            let about = self.tokens[at - 1].key.ends_with("تحقیق")
                && self.word(at).is_some_and(|token| token.key == "فی")
                && self.has_article(at + 1);
            if without && self.may_name(at + 1) || about {
                at += 2;
                definite = true;
            } else if self.goes_on(at) {
                definite = true;
                at += 1;
            } else if !definite && self.may_go_on(at) {
                at += 1;
            } else {
                break;
            }
        }
        at
    }

    /// "انجمن مادران کوه‌سیاه", "لجنة الذاكرة والعدالة".
    fn body(&self, place: usize, bare: &str) -> Option<usize> {
        if !self.lexicon.organisation_heads.has_key(bare) {
            return None;
        }
        let to = self.chain(place, BODY);
        let lexicon = self.lexicon;
        // "شورای شهر" is any town's.
        let any = to == place + 2
            && self
                .word(place + 1)
                .is_some_and(|word| lexicon.common.has(word) || lexicon.place_nouns.has(word));
        (to > place + 1 && !any).then_some(to)
    }

    /// "زندان کوه‌سیاه", "مقبرة الشيخ معروف".
    fn spot(&self, place: usize, bare: &str) -> Option<usize> {
        let lexicon = self.lexicon;
        if !lexicon.place_heads.has_key(bare) {
            return None;
        }
        let first = self.word(place + 1)?;
        let opens = lexicon.place_fronts.has(first) || lexicon.honorifics.has(first);
        if opens && self.may_name(place + 2) {
            return Some(place + 3);
        }
        if !self.may_name(place + 1) || opens {
            return None;
        }
        let ends_sentence = self
            .tokens
            .get(place + 2)
            .is_none_or(|token| token.is_mark('.') || token.kind == Kind::Break);
        let told = place
            .checked_sub(1)
            .is_some_and(|before| lexicon.date_links.has(&self.tokens[before]));
        // "به زندان افتاد." ends with its verb.
        (!told || !ends_sentence || lexicon.is_verb_first()).then(|| {
            let more = lexicon.is_verb_first()
                && !self.has_article(place + 1)
                && self.has_article(place + 2)
                && self.may_name(place + 2);
            place + 2 + usize::from(more)
        })
    }

    /// "شهر نوآباد", "حكومة طرسينيا", and words with the ending of a country or town.
    fn told_as_place(&self, place: usize) -> Option<usize> {
        let lexicon = self.lexicon;
        let token = self.word(place).filter(|token| {
            !lexicon.stop.has(token)
                && !lexicon.common.has(token)
                && !lexicon.is_cue(token)
                && !lexicon.is_role_head(token)
        })?;
        let opened = self.may_name(place)
            && place
                .checked_sub(1)
                .is_some_and(|before| lexicon.place_nouns.has(&self.tokens[before]));
        let letters = token.key.chars().count();
        let ending = letters >= 6
            && !names().given.is(std::slice::from_ref(token))
            && !self.is_surname(place)
            && lexicon
                .place_endings
                .iter()
                .any(|ending| token.key.ends_with(ending));
        (opened || ending).then_some(place + 1)
    }

    /// "بن منصور" after a name, "أم حيدر" as a name.
    fn linked_name(&self, place: usize, bare: &str) -> Option<usize> {
        let opens = self.lexicon.name_links.has_key(bare) && self.lexicon.is_verb_first();
        (opens && self.may_name(place + 1)).then_some(place + 2)
    }

    /// Where a name ends whose given name ends before `from`.
    fn end_of_person(&self, from: usize) -> usize {
        let lexicon = self.lexicon;
        let tables = names();
        let mut end = from;
        while end < from + NAME {
            let Some(token) = self.word(end) else {
                break;
            };
            if lexicon.name_links.has(token) && self.word(end + 1).is_some() {
                end += 2;
                continue;
            }
            if !self.may_name(end)
                || tables.places.is(std::slice::from_ref(token)) && !self.is_surname(end)
            {
                break;
            }
            // After a family name comes something else; after another given name a family name.
            let given = tables.given.is(std::slice::from_ref(token));
            end += 1;
            if !given || self.has_article(end - 1) {
                break;
            }
            let another = self.may_name(end)
                && (self.is_surname(end) || self.has_article(end) || !lexicon.is_verb_first());
            if !another {
                break;
            }
        }
        end
    }

    /// Somebody with no known name: after an honorific, after a verb of saying, or with a family name's ending.
    fn unknown_person(&self, place: usize) -> Option<usize> {
        let lexicon = self.lexicon;
        if !self.may_name(place) {
            return None;
        }
        let honoured = place
            .checked_sub(1)
            .is_some_and(|before| lexicon.honorifics.has(&self.tokens[before]));
        let second = self.may_name(place + 1);
        if honoured {
            let two = second
                && (self.is_surname(place + 1)
                    || self.has_article(place + 1) && !self.has_article(place));
            return Some(place + 1 + usize::from(two));
        }
        // "الطبيب الشرعي برونو لوفور"
        let described = lexicon.is_verb_first() && second && !self.has_article(place) && {
            let head = |at: usize| self.has_article(at) && lexicon.is_role_head(&self.tokens[at]);
            place >= 1 && head(place - 1)
                || place >= 2 && self.has_article(place - 1) && head(place - 2)
        };
        if described {
            return Some(place + 2);
        }
        let joined = ['\u{628}', '\u{644}']
            .iter()
            .any(|letter| self.tokens[place].key.starts_with(*letter));
        if self.is_said(place)
            && second
            && !joined
            && !self.has_article(place)
            && !lexicon.organisation_heads.has(&self.tokens[place])
        {
            return Some(place + 2);
        }
        let familiar = second && self.is_surname(place + 1) && !self.is_surname(place);
        familiar.then_some(place + 2)
    }

    /// People told by a role between commas or in brackets: "کاووس آذرمهر، قاضی بازنشسته", "وکیل متهم، توماس اکلوند،".
    fn beside_roles(&mut self) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        for place in 0..self.tokens.len() {
            let token = &self.tokens[place];
            let comma = token.is_mark('\u{60c}') || token.is_mark(',');
            let bracket = token.is_mark('(');
            if !comma && !bracket {
                continue;
            }
            let before = self.name_before(place);
            let after = comma.then(|| self.name_after(place)).flatten();
            let role_follows = self
                .tokens
                .get(place + 1)
                .is_some_and(|next| self.lexicon.is_role_head(next));
            let hit = before.filter(|_| role_follows).or(after);
            if let Some((from, to)) = hit {
                self.free[from..to].fill(false);
                hits.push(Hit {
                    kind: EntityKind::Person,
                    from,
                    start: self.tokens[from].start,
                    to,
                });
            }
        }
        hits
    }

    /// Two or three words before `place` that are all there is since the last mark or verb.
    fn name_before(&self, place: usize) -> Option<(usize, usize)> {
        let mut from = place;
        while from > 0 && place - from < NAME && self.may_name(from - 1) {
            from -= 1;
        }
        let edge = from.checked_sub(1).is_none_or(|before| {
            let token = &self.tokens[before];
            !token.is_word()
                || self.lexicon.stop.has(token)
                || self.lexicon.common.has(token)
                || self.lexicon.is_cue(token)
        });
        (edge && place - from >= 2).then_some((from, place))
    }

    /// Two or three words after a comma and before another, after a role that begins its sentence.
    fn name_after(&self, place: usize) -> Option<(usize, usize)> {
        let from = place + 1;
        let mut to = from;
        while to < from + NAME && self.may_name(to) {
            to += 1;
        }
        let closed = self
            .tokens
            .get(to)
            .is_some_and(|token| token.is_mark('\u{60c}') || token.is_mark(','));
        if !closed || to - from < 2 {
            return None;
        }
        let mut start = place;
        while start > 0 && place - start < ROLE && self.tokens[start - 1].is_word() {
            start -= 1;
        }
        let begins = start.checked_sub(1).is_none_or(|before| {
            let token = &self.tokens[before];
            !token.is_word() && !token.is_mark('\u{60c}')
        });
        let role = self
            .tokens
            .get(start..place)?
            .iter()
            .take(2)
            .any(|token| self.lexicon.is_role_head(token));
        (begins && role).then_some((from, to))
    }

    /// Mentions by a part of a name that stands in full elsewhere, and places named again.
    fn second_reading(&self, hits: &[Hit], dateline: &[String]) -> Vec<Hit> {
        let mut people: HashSet<String> = HashSet::new();
        let mut spots: HashSet<String> = dateline.iter().map(|name| squeezed(name)).collect();
        for hit in hits {
            let words: Vec<&str> = self.text[hit.start..self.tokens[hit.to - 1].end]
                .split_whitespace()
                .collect();
            match hit.kind {
                EntityKind::Person if words.len() > 1 => {
                    people.extend((1..words.len()).map(|from| squeezed(&words[from..].concat())));
                    let first = fold(words[0]);
                    if !self.lexicon.wary_names.has_key(&first) {
                        people.insert(squeezed(&first));
                    }
                }
                EntityKind::Person => {
                    people.insert(squeezed(&words.concat()));
                }
                EntityKind::Place if words.len() == 1 => {
                    spots.insert(squeezed(words[0]));
                }
                _ => {}
            }
        }
        let mut again = Vec::new();
        let mut place = 0;
        while place < self.tokens.len() {
            let hit = self.word(place).and_then(|_| {
                self.forms(place).find_map(|(bare, start)| {
                    let two = self
                        .word(place + 1)
                        .map(|next| squeezed(&format!("{bare}{}", next.key)));
                    let one = squeezed(bare);
                    let long = two
                        .filter(|two| people.contains(two))
                        .map(|_| (EntityKind::Person, 2));
                    let short = (people.contains(&one) && !self.lexicon.common.has_key(bare))
                        .then_some((EntityKind::Person, 1));
                    let spot = spots.contains(&one).then_some((EntityKind::Place, 1));
                    let (kind, length) = long.or(short).or(spot)?;
                    Some(Hit {
                        kind,
                        from: place,
                        start,
                        to: place + length,
                    })
                })
            });
            place = hit.map_or(place + 1, |hit| hit.to);
            again.extend(hit);
        }
        again
    }
}
