//! What the neighbours of a sound make of it: sounds that say less in their place, what it costs to leave one out, and where
//! one of another word may be put in. Worked out once a word, so that comparing two words only looks up.

use super::{
    Sounds,
    code::{self, *},
};

/// How a sound behaves when the other word has nothing for it: rows of the tables in `cost::gap`.
pub(crate) mod class {
    /// A consonant.
    pub(crate) const STRONG: u8 = 0;
    /// A consonant beside its like: two words met there.
    pub(crate) const DOUBLED: u8 = 1;
    /// The same in an abjad, where a vowel may stand between.
    pub(crate) const ABJAD_DOUBLED: u8 = 2;
    /// Short vowels inside a word.
    pub(crate) const SHORT_A: u8 = 3;
    /// Short e.
    pub(crate) const SHORT_E: u8 = 4;
    /// Short o.
    pub(crate) const SHORT_O: u8 = 5;
    /// Short u.
    pub(crate) const SHORT_U: u8 = 6;
    /// i, mostly short.
    pub(crate) const SHORT_I: u8 = 7;
    /// i in a last closed syllable, often long.
    pub(crate) const LAST_I: u8 = 8;
    /// A vowel that begins a word: scripts without vowels write something for it.
    pub(crate) const INITIAL: u8 = 9;
    /// A vowel that ends a word: written in every script, and often the sex of the bearer.
    pub(crate) const FINAL: u8 = 10;
    /// A short vowel beside another.
    pub(crate) const HIATUS: u8 = 11;
    /// Long vowels that are shown to be long.
    pub(crate) const LONG_A: u8 = 12;
    /// Long i.
    pub(crate) const LONG_I: u8 = 13;
    /// Long u, and ou.
    pub(crate) const LONG_U: u8 = 14;
    /// ey, ow.
    pub(crate) const DIPHTHONG: u8 = 15;
    /// h inside a word.
    pub(crate) const H_INNER: u8 = 16;
    /// h at the end, after a vowel.
    pub(crate) const H_FINAL: u8 = 17;
    /// h that may only show a vowel: e, h, consonant.
    pub(crate) const H_SILENT: u8 = 18;
    /// -ah, ه.
    pub(crate) const AH: u8 = 19;
    /// Hamza, apostrophes, ain inside a word.
    pub(crate) const MARK: u8 = 20;
    /// Alef or ain before a vowel letter at the beginning.
    pub(crate) const CARRIER: u8 = 21;
    /// Ain before a consonant at the beginning.
    pub(crate) const AIN_INITIAL: u8 = 22;
    /// l of the article before a consonant that takes it on.
    pub(crate) const LAM_SUN: u8 = 23;
    /// l of the article before another.
    pub(crate) const LAM_MOON: u8 = 24;
    /// l of an article that begins the word.
    pub(crate) const LAM_FIRST: u8 = 25;
    /// The vowel of the article.
    pub(crate) const EPS: u8 = 26;
    /// A written long vowel of Arabic script: ا inside.
    pub(crate) const WRITTEN_A: u8 = 27;
    /// و inside.
    pub(crate) const WRITTEN_W: u8 = 28;
    /// ی inside.
    pub(crate) const WRITTEN_Y: u8 = 29;
    /// A second و or ی beside the first.
    pub(crate) const WRITTEN_TWICE: u8 = 30;
    /// ו, י, א inside a Hebrew word, written or not.
    pub(crate) const HEBREW_VOWEL: u8 = 31;
    /// y beside i.
    pub(crate) const GLIDE: u8 = 32;
    /// v or w beside u or o.
    pub(crate) const GLIDE_V: u8 = 33;
    /// y between vowels.
    pub(crate) const WEAK_Y: u8 = 34;
    /// ğ.
    pub(crate) const SOFT: u8 = 35;
    /// Ain inside a word of Arabic script.
    pub(crate) const AIN_INNER: u8 = 36;
    /// Half of a letter of a script that is not read.
    pub(crate) const HALF: u8 = 37;
    /// u, û in a syllable that is not the first: long as a rule.
    pub(crate) const LATE_U: u8 = 38;
    /// Long u in a first syllable, which French writes for any o or u.
    pub(crate) const EARLY_U: u8 = 39;
    /// י inside a Hebrew word.
    pub(crate) const HEBREW_Y: u8 = 40;
    /// How many there are.
    pub(crate) const COUNT: usize = 41;
}

/// The place between two sounds of a word, into which a sound of another may fall: columns of the tables in `cost::gap`.
pub(crate) mod gap {
    /// Before the first sound.
    pub(crate) const START: u8 = 0;
    /// After the last.
    pub(crate) const END: u8 = 1;
    /// Between two consonants.
    pub(crate) const INNER: u8 = 2;
    /// Beside a vowel.
    pub(crate) const VOWEL: u8 = 3;
    /// In an abjad, between two consonants after a long a: i or e in Khalid, Nadereh; hardly a.
    pub(crate) const AFTER_LONG_A: u8 = 4;
    /// Beside ain, hamza or the article's vowel.
    pub(crate) const WEAK: u8 = 5;
    /// Between two consonants of a Hebrew word; of a Kurdish one, where a short i is not written.
    pub(crate) const HEBREW: u8 = 6;
    /// In an abjad, between two consonants after و or ی.
    pub(crate) const AFTER_GLIDE: u8 = 7;
    /// How many there are.
    pub(crate) const COUNT: usize = 8;
}

/// What kind of writing sounds were read from, as far as their context is judged by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Alphabet,
    Kurdish,
    Arabic,
    Hebrew,
}

impl Kind {
    pub(crate) fn is_abjad(self) -> bool {
        matches!(self, Self::Arabic | Self::Hebrew)
    }
}

/// Hundredths that a sound counts for in a word.
fn weight(code: u8, class: u8) -> u16 {
    match class {
        class::STRONG => 100,
        class::HALF => 50,
        class::FINAL
        | class::AH
        | class::LONG_A
        | class::LONG_I
        | class::LONG_U
        | class::DIPHTHONG
        | class::WRITTEN_A
        | class::WRITTEN_W
        | class::WRITTEN_Y => 50,
        class::H_INNER | class::GLIDE_V | class::LAM_MOON => 80,
        class::INITIAL => 40,
        class::HEBREW_Y | class::HEBREW_VOWEL | class::LAST_I | class::LATE_U | class::EARLY_U => {
            30
        }
        class::SHORT_A
        | class::SHORT_E
        | class::SHORT_O
        | class::SHORT_U
        | class::SHORT_I
        | class::HIATUS => 20,
        class::AIN_INITIAL => 30,
        class::WEAK_Y => 60,
        class::GLIDE | class::H_SILENT | class::SOFT => 30,
        _ if is_consonant(code) => 20,
        _ => 10,
    }
}

/// Consonants that a vowel or an ending may stand for.
const SOFT: u64 = set(&[V, W, Y, H, HA, KHC, T, TE, SOFTG, BETH, GH]);
const SUN: u64 = set(&[
    T, TE, TA, TH, D, DH, ZAD, ZA, R, Z, ZH, S, SV, SAD, SH, L, N,
]);
const I_LIKE: u64 = set(&[I, IL, II, Y]);
const U_LIKE: u64 = set(&[O, U, UU, UE]);
const GLIDES: u64 = set(&[V, W]);

/// Takes back what an earlier context made of the sounds, before they get another.
pub(super) fn plain(code: u8) -> u8 {
    match code {
        AL => A,
        EL => E,
        IL => I,
        TE => T,
        other => other,
    }
}

/// Works out what depends on neighbours, for sounds that were just read or joined.
pub(super) fn settle(sounds: &mut Sounds, kind: Kind) {
    let count = usize::from(sounds.length);
    if !kind.is_abjad() {
        last_syllable(&mut sounds.codes[..count], sounds.doubled);
    }
    sounds.weight = 0;
    sounds.strong = 0;
    for place in 0..count {
        let class = class_of(&sounds.codes[..count], place, kind, sounds.doubled);
        sounds.classes[place] = class;
        sounds.weight += weight(sounds.codes[place], class);
        if class == class::STRONG {
            sounds.strong |= 1 << code::row(sounds.codes[place]);
        }
        sounds.pairs[place] = if place == 0 {
            0
        } else {
            crate::cost::pair_of(sounds.codes[place - 1], sounds.codes[place])
        };
    }
    sounds.reach = crate::cost::reach(&sounds.codes[..count], kind.is_abjad());
    sounds.hard = (0..count)
        .filter(|place| sounds.classes[*place] == class::STRONG && !is(sounds.codes[*place], SOFT))
        .filter(|place| sounds.pairs[*place] == 0)
        .count() as u8;
    sounds.consonants = sounds.codes[..count]
        .iter()
        .filter(|code| is_consonant(**code))
        .count() as u8;
    for place in 0..=count {
        sounds.gaps[place] = gap_of(&sounds.codes[..count], place, kind);
    }
}

fn last_syllable(codes: &mut [u8], doubled: u64) {
    let Some((end, _)) = codes.iter().enumerate().next_back() else {
        return;
    };
    if codes[end] == T {
        codes[end] = TE;
    }
    // The vowel of an ending, as in Karimi or Karima, does not count.
    let stem = if is(codes[end], VOWELS | set(&[AH, EH])) {
        &codes[..end]
    } else {
        &codes[..]
    };
    let Some(last) = stem.iter().rposition(|code| is(*code, VOWELS)) else {
        return;
    };
    let closed = last + 1 < stem.len() && stem[last + 1..].iter().all(|code| is_consonant(*code));
    if !closed {
        return;
    }
    let open = last >= 2 && is_consonant(codes[last - 1]) && is(codes[last - 2], VOWELS);
    if open && doubled >> (last - 1) & 1 == 0 {
        codes[last] = match codes[last] {
            A => AL,
            E => EL,
            I => IL,
            other => other,
        };
    }
}

fn class_of(codes: &[u8], place: usize, kind: Kind, doubled: u64) -> u8 {
    let this = codes[place];
    let before = place.checked_sub(1).map(|before| codes[before]);
    let after = codes.get(place + 1).copied();
    let beside = |set: u64| {
        before.is_some_and(|code| is(code, set)) || after.is_some_and(|code| is(code, set))
    };
    let abjad = kind.is_abjad();
    match this {
        FIRST_FOREIGN.. => class::HALF,
        AH | EH => class::AH,
        EPS => class::EPS,
        HAMZA => class::MARK,
        ALEF if after.is_some_and(|code| is(code, set(&[Y, W, AA]))) => class::CARRIER,
        ALEF => class::INITIAL,
        AIN if before.is_some() && abjad => class::AIN_INNER,
        AIN if before.is_some() || !abjad => class::MARK,
        AIN if after.is_some_and(|code| is(code, set(&[Y, W, AA]))) => class::CARRIER,
        AIN => class::AIN_INITIAL,
        LAM => match after {
            Some(next) if is(next, SUN) => class::LAM_SUN,
            _ if place <= 1 => class::LAM_FIRST,
            _ => class::LAM_MOON,
        },
        AA | W | Y if abjad => written(this, before, after, kind),
        _ if is(this, VOWELS) => vowel(codes, place, doubled),
        H | HA | KHC if after.is_none() && before.is_some_and(|code| is(code, VOWELS | U_W)) => {
            class::H_FINAL
        }
        H if before == Some(E) && after.is_some_and(is_consonant) => class::H_SILENT,
        H | HA if before.is_some() => class::H_INNER,
        SOFTG => class::SOFT,
        Y if before.is_some() && beside(I_LIKE) => class::GLIDE,
        Y if before.is_some() => class::WEAK_Y,
        _ if is(this, GLIDES) && before.is_some() && beside(U_LIKE) => class::GLIDE_V,
        _ if before == Some(this) && abjad && doubled >> place & 1 == 0 => class::ABJAD_DOUBLED,
        _ if before == Some(this) => class::DOUBLED,
        _ => class::STRONG,
    }
}

const U_W: u64 = set(&[W]);

/// Alef, waw and ye in a word without short vowels.
fn written(this: u8, before: Option<u8>, after: Option<u8>, kind: Kind) -> u8 {
    match (this, before, after) {
        (W | Y, None, _) => class::STRONG,
        (AA, None, _) => class::INITIAL,
        (W, Some(W), _) | (Y, Some(Y | HAMZA), Some(_)) => class::WRITTEN_TWICE,
        (_, _, None) => class::FINAL,
        (W, _, Some(AA)) => class::STRONG,
        (Y, ..) if kind == Kind::Hebrew => class::HEBREW_Y,
        _ if kind == Kind::Hebrew => class::HEBREW_VOWEL,
        (AA, ..) => class::WRITTEN_A,
        (W, ..) => class::WRITTEN_W,
        _ => class::WRITTEN_Y,
    }
}

fn vowel(codes: &[u8], place: usize, doubled: u64) -> u8 {
    let end = codes.len() - 1;
    if place == 0 {
        return class::INITIAL;
    }
    if place == end {
        return class::FINAL;
    }
    let vowel = |place: usize| is(codes[place], VOWELS);
    let this = codes[place];
    // In Mohammad, Hossein and Zohra the u that some spell is short, as it is after a doubled consonant in Farrokh; in Mahmoud
    // and Nouri it is long.
    let first = !(1..place).any(vowel);
    let closed = place + 2 <= end && !vowel(place + 1) && !vowel(place + 2);
    let later = (place + 1..end).any(vowel) || closed || vowel(end);
    let early = first && later || doubled >> (place - 1) & 1 == 1;
    match this {
        // Rezai is not Razi.
        A if place + 1 == end && is(codes[end], set(&[I, II])) => class::DIPHTHONG,
        AA => class::LONG_A,
        II => class::LONG_I,
        UU if early => class::EARLY_U,
        U | UU | UE if !early => class::LATE_U,
        EI | AU => class::DIPHTHONG,
        _ if vowel(place - 1) || vowel(place + 1) => class::HIATUS,
        A | AL => class::SHORT_A,
        E | EL => class::SHORT_E,
        O => class::SHORT_O,
        I => class::SHORT_I,
        IL => class::LAST_I,
        _ => class::SHORT_U,
    }
}

fn gap_of(codes: &[u8], place: usize, kind: Kind) -> u8 {
    let Some(before) = place.checked_sub(1) else {
        return gap::START;
    };
    let Some(&after) = codes.get(place) else {
        return gap::END;
    };
    let around = [codes[before], after];
    if !kind.is_abjad() {
        return if around.iter().any(|code| is(*code, VOWELS | set(&[AH, EH]))) {
            gap::VOWEL
        } else if kind == Kind::Kurdish {
            gap::HEBREW
        } else {
            gap::INNER
        };
    }
    if around.iter().any(|code| is(*code, set(&[AIN, HAMZA, EPS]))) {
        return gap::WEAK;
    }
    if around
        .iter()
        .any(|code| is(*code, VOWELS | set(&[AH, ALEF])))
    {
        return gap::VOWEL;
    }
    if kind == Kind::Hebrew {
        return gap::HEBREW;
    }
    match before.checked_sub(1).map(|earlier| codes[earlier]) {
        // A word that begins with آ is of another pattern: Arash, Azar.
        Some(AA) if before > 1 => gap::AFTER_LONG_A,
        Some(W | Y) => gap::AFTER_GLIDE,
        _ => gap::INNER,
    }
}
