//! Which class of consonant a sound falls into, in a key.

use crate::sound::code::*;

/// A second reading that leaves the letter out.
pub(super) const NOTHING: u8 = 0;
/// The letter of v and w, in keys that have them.
pub(super) const WEAK: u8 = b'v';

/// What a sound contributes to a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A consonant of this class; and of another for other readers, or `NOTHING`, or `WEAK`.
    Strong(u8, Option<u8>),
    /// v, w: a consonant or a vowel; counted in short keys.
    Weak,
    /// A vowel that every script writes when it ends a word; counted there in short keys.
    Vowel(u8),
    /// What scripts leave out.
    Nothing,
}

/// What `code` contributes, inside a word or at its beginning.
pub(super) const fn part(code: u8) -> Part {
    use Part::{Nothing, Strong, Vowel};
    match code {
        B | P => Strong(b'b', None),
        PE => Strong(b'f', Some(b'b')),
        BETH => Strong(b'b', Some(WEAK)),
        T | TA => Strong(b't', None),
        // Turkish hardens d at the end of a word.
        TE => Strong(b't', Some(b'd')),
        TH => Strong(b's', Some(b't')),
        J | ZH => Strong(b'j', None),
        CH | SH => Strong(b'c', None),
        SHIN => Strong(b'c', Some(b's')),
        H | HA | KH | KHC => Strong(b'h', None),
        D => Strong(b'd', None),
        DH | ZAD | ZA => Strong(b'z', Some(b'd')),
        R => Strong(b'r', None),
        Z => Strong(b'z', None),
        S | SV | SAD => Strong(b's', None),
        TS => Strong(b's', Some(b'c')),
        GH | Q | K | G => Strong(b'k', None),
        GC | KAPH => Strong(b'k', Some(b'h')),
        SOFTG => Strong(b'k', Some(NOTHING)),
        F => Strong(b'f', None),
        L => Strong(b'l', None),
        M => Strong(b'm', None),
        N => Strong(b'n', None),
        V | W => Part::Weak,
        A | AL | AA | E | EL | AH | EH => Vowel(b'a'),
        I | IL | II | EI | Y => Vowel(b'i'),
        O | U | UE | UU | AU => Vowel(b'u'),
        // LAM is told from its class in the word.
        _ => Nothing,
    }
}
