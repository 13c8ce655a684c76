//! How Arabic letters are read: Persian, Arabic, Azeri and Urdu, which leave short vowels out, and Sorani Kurdish, which writes them.
//!
//! Letters in normal form. Sounds after the letter tables of ALA-LC and BGN/PCGN for Persian, Arabic, Kurdish, Urdu and Pashto.

use super::{
    code::*,
    rule::{
        Beside::{Any, Consonant, Edge, Four, Joint, Letter, Three, Two},
        Rule, any, when,
    },
};

/// `true` when the word has a letter that only Kurdish writes, or begins with a hamza on its seat: it then writes its vowels.
pub(crate) fn is_kurdish(word: &[char]) -> bool {
    word.first() == Some(&'ئ')
        || word
            .iter()
            .any(|letter| matches!(letter, 'ە' | 'ێ' | 'ۆ' | 'ڕ' | 'ڵ' | 'ۊ'))
}

/// Words that are not read as their letters stand: ى at the end for a long a, and others by tradition.
const WORDS: &[(&str, &[u8])] = &[
    ("موسی", &[M, W, S, AA]),
    ("عیسی", &[AIN, Y, S, AA]),
    ("یحیی", &[Y, HA, Y, AA]),
    ("مصطفی", &[M, SAD, TA, F, AA]),
    ("مرتضی", &[M, R, T, ZAD, AA]),
    ("مجتبی", &[M, J, T, B, AA]),
    ("لیلی", &[L, Y, L, AA]),
    ("سلمی", &[S, L, M, AA]),
    ("کبری", &[K, B, R, AA]),
    ("صغری", &[SAD, GH, R, AA]),
    ("هدی", &[H, D, AA]),
    ("منی", &[M, N, AA]),
    ("یسری", &[Y, S, R, AA]),
    ("بشری", &[B, SH, R, AA]),
    ("سلوی", &[S, L, W, AA]),
    ("نجوی", &[N, J, W, AA]),
    ("لبنی", &[L, B, N, AA]),
    ("طوبی", &[TA, W, B, AA]),
    ("ندی", &[N, D, AA]),
    ("ضحی", &[ZAD, HA, AA]),
    ("رحمن", &[R, HA, M, AA, N]),
    ("اسحق", &[ALEF, S, HA, AA, Q]),
    ("اسمعیل", &[ALEF, S, M, AA, AIN, Y, L]),
    ("ابرهیم", &[ALEF, B, R, AA, H, Y, M]),
    ("هرون", &[H, AA, R, W, N]),
    ("طه", &[TA, AA, H, AA]),
    ("یس", &[Y, AA, S, Y, N]),
    ("یاسین", &[Y, AA, S, Y, N]),
    ("عمرو", &[AIN, M, R]),
    ("الله", &[ALEF, L, A, H]),
    ("الهه", &[ALEF, L, AA, H, AH]),
    ("مه", &[M, AH]),
    ("زهره", &[Z, H, R, AH]),
];

/// What may follow the article inside a word, to its end: second halves of compounds.
const TAILS: &[&str] = &[
    "دین",
    "زمان",
    "زمن",
    "ساده",
    "سادات",
    "حسن",
    "حسین",
    "ملک",
    "ملوک",
    "سلطنه",
    "دوله",
    "عابدین",
    "رضا",
    "زهرا",
    "اسلام",
    "رحمن",
    "رحمان",
    "حق",
    "قاسم",
    "فضل",
    "نسا",
    "نساء",
    "حاجیه",
    "شریعه",
    "ممالک",
    "سلطان",
    "واعظین",
    "تولیه",
    "علما",
    "قدس",
    "هدی",
    "تقی",
    "نبی",
    "امین",
    "مومنین",
    "ساداتی",
    "دینی",
];

/// The sounds of a word that is not read by rule.
pub(crate) fn known(word: &[char]) -> Option<&'static [u8]> {
    WORDS
        .iter()
        .find(|(known, _)| known.chars().eq(word.iter().copied()))
        .map(|(_, sounds)| *sounds)
}

/// Whether ال stands at `place` as an article inside a compound: all that follows is a known second half.
pub(crate) fn is_article(word: &[char], place: usize) -> bool {
    place > 0
        && word[place..].starts_with(&['ا', 'ل'])
        && TAILS
            .iter()
            .any(|tail| tail.chars().eq(word[place + 2..].iter().copied()))
}

/// The rules for scripts without short vowels.
pub(crate) const RULES: &[Rule] = &[
    // The article: at the beginning, after abd, abu and dhu, and where a joint shows it.
    when("ال", Edge, Edge, &[EPS, LAM]),
    when("الدین", Edge, Edge, &[EPS, LAM, D, Y, N]),
    when("ال", Joint, Four, &[EPS, LAM]),
    when("اله", Edge, Any, &[ALEF, L, H]),
    when("عبدال", Edge, Two, &[AIN, B, D, EPS, LAM]),
    when("ابوال", Edge, Two, &[ALEF, B, EPS, LAM]),
    when("ابالف", Edge, Two, &[ALEF, B, EPS, LAM, F]),
    when("ابالق", Edge, Two, &[ALEF, B, EPS, LAM, Q]),
    when("ابالح", Edge, Two, &[ALEF, B, EPS, LAM, HA]),
    when("ذوال", Edge, Two, &[DH, W, EPS, LAM]),
    when("ذال", Edge, Four, &[DH, EPS, LAM]),
    when("عبدالله", Edge, Any, &[AIN, B, D, EPS, L, A, H]),
    when("عبداله", Edge, Any, &[AIN, B, D, EPS, L, A, H]),
    when("الله", Letter, Any, &[EPS, L, A, H]),
    when("الله", Edge, Letter, &[ALEF, L, A, H]),
    when("اله", Three, Edge, &[EPS, L, A, H]),
    when("اله", Joint, Edge, &[EPS, L, A, H]),
    when("لله", Letter, Joint, &[L, A, H]),
    // Seats of vowels.
    when("آ", Any, Any, &[AA]),
    when("ا", Joint, Any, &[ALEF]),
    when("ا", Letter, Any, &[AA]),
    when("خوا", Any, Any, &[KH, AA]),
    when("خواه", Any, Joint, &[KH, AA, H]),
    when("یی", Letter, Any, &[HAMZA, Y]),
    when("ایی", Letter, Edge, &[AA, Y]),
    when("ائی", Letter, Edge, &[AA, Y]),
    when("ئی", Any, Any, &[HAMZA, Y]),
    any("ئ", &[HAMZA]),
    any("ء", &[HAMZA]),
    any("ع", &[AIN]),
    any("و", &[W]),
    any("ی", &[Y]),
    // The silent h, and the ending -ei written behind it.
    when("ه‌ای", Letter, Joint, &[EI]),
    when("ه‌ی", Letter, Joint, &[EI]),
    when("ه‌ئی", Letter, Joint, &[EI]),
    when("ه", Two, Joint, &[AH]),
    when("ه", Any, Any, &[H]),
    when("اه", Any, Joint, &[AA, H]),
    when("وه", Letter, Joint, &[W, H]),
    when("اوه", Letter, Joint, &[AA, W, AH]),
    when("یه", Letter, Joint, &[Y, AH]),
    any("ح", &[HA]),
    any("ب", &[B]),
    any("پ", &[P]),
    any("ت", &[T]),
    any("ٹ", &[T]),
    any("ټ", &[T]),
    any("ط", &[TA]),
    any("ث", &[TH]),
    any("ج", &[J]),
    any("چ", &[CH]),
    any("ځ", &[Z]),
    any("څ", &[TS]),
    any("خ", &[KH]),
    any("د", &[D]),
    any("ڈ", &[D]),
    any("ډ", &[D]),
    any("ذ", &[DH]),
    any("ر", &[R]),
    any("ڑ", &[R]),
    any("ړ", &[R]),
    any("ڕ", &[R]),
    any("ز", &[Z]),
    any("ژ", &[ZH]),
    any("ږ", &[ZH]),
    any("س", &[S]),
    any("ش", &[SH]),
    any("ښ", &[SH]),
    any("ص", &[SAD]),
    any("ض", &[ZAD]),
    any("ظ", &[ZA]),
    any("غ", &[GH]),
    any("ف", &[F]),
    any("ڤ", &[V]),
    any("ق", &[Q]),
    any("ک", &[K]),
    any("گ", &[G]),
    any("ڭ", &[N, G]),
    any("ل", &[L]),
    any("ڵ", &[L]),
    any("م", &[M]),
    any("ن", &[N]),
    any("ں", &[N]),
    any("ڼ", &[N]),
];

/// The rules that Kurdish has for itself; for the rest `RULES`.
pub(crate) const KURDISH: &[Rule] = &[
    when("ئ", Edge, Letter, &[]),
    when("ئ", Joint, Any, &[]),
    any("ە", &[E]),
    any("ێ", &[EI]),
    any("ۆ", &[O]),
    any("ۊ", &[UE]),
    any("وو", &[UU]),
    when("و", Consonant, Consonant, &[U]),
    any("ا", &[AA]),
    any("ه", &[H]),
];
