//! The alphabet of sounds that all scripts are read in.
//!
//! Arabic-script letters of one Persian sound keep a code each (`S`, `SAD`, `TH`), since Arabic tells them apart and so do
//! scholarly romanisations; how near they are is said in `cost::table`. Some codes stand for a letter that is read in two ways
//! (`W`: v, u or o), some for a sound in a place where it says less (`IL`).

/// Declares the sounds: name, letters that show it to people, what it is.
macro_rules! sounds {
    ($($name:ident $number:literal $shown:literal $what:literal)*) => {
        $(#[doc = $what] pub(crate) const $name: u8 = $number;)*

        /// The sound as Latin letters for people to read; `?` for what is none.
        pub(crate) fn shown(code: u8) -> &'static str {
            match code {
                $($number => $shown,)*
                _ => "?",
            }
        }
    };
}

sounds! {
    B 1 "b" "b"
    P 2 "p" "p"
    T 3 "t" "t"
    TE 4 "t" "t at the end of a word, where Turkish hardens d."
    TA 5 "t" "The letter ط."
    TH 6 "th" "th of Latin and Greek, and the letter ث: t or s."
    J 7 "j" "j as in Jamshid."
    CH 8 "ch" "ch as in Chubin."
    H 9 "h" "h, and the letter ه."
    HA 10 "h" "The letter ح."
    KH 11 "kh" "kh as in Khan."
    KHC 12 "kh" "х, χ, ח: kh, or h for want of another letter."
    D 13 "d" "d"
    DH 14 "dh" "dh of Latin, δ, and the letter ذ: z or d."
    ZAD 15 "z" "The letter ض: z or d."
    ZA 16 "z" "The letter ظ: z or dh."
    R 17 "r" "r"
    Z 18 "z" "z"
    ZH 19 "zh" "zh as in Zhaleh."
    S 20 "s" "s"
    SV 21 "s" "A single Latin s between vowels: s, or z as in German and French."
    SAD 22 "s" "The letter ص."
    SH 23 "sh" "sh as in Shahin."
    GH 24 "gh" "gh, and the letter غ."
    SOFTG 25 "gh" "ğ, which is often not heard."
    F 26 "f" "f"
    Q 27 "q" "q, and the letter ق."
    K 28 "k" "k"
    G 29 "g" "g as in Golnar."
    GC 30 "g" "г, γ: g, gh, or h for want of another letter."
    L 31 "l" "l"
    LAM 32 "l" "l of the article, which the next consonant may take on."
    M 33 "m" "m"
    N 34 "n" "n"
    V 35 "v" "v"
    W 36 "w" "w, and the letters و and ו: v, u, o, ow."
    Y 37 "y" "y, and the letters ی and י: y, i, ey."
    TS 38 "ts" "ts, ц, צ."
    BETH 39 "b" "ב: b or v."
    KAPH 40 "k" "כ: k or kh."
    PE 41 "p" "פ: p or f."
    SHIN 42 "sh" "ש: sh or s."
    A 43 "a" "Short a, or any a of a script that does not tell its length."
    AL 44 "a" "a in a last closed syllable, with a single consonant before."
    E 45 "e" "e"
    EL 46 "e" "e in a last closed syllable, with a single consonant before."
    I 47 "i" "i"
    IL 48 "i" "i in a last closed syllable, with a single consonant before: long in Karim, short in Khalid."
    O 49 "o" "o"
    U 50 "u" "u"
    UE 51 "ü" "ü"
    AA 52 "â" "Long a: ا, ā, aa."
    II 53 "î" "Long i where it is shown: ī, ee."
    UU 54 "û" "Long u where it is shown, ū and oo, and ou."
    EI 55 "ey" "ey, ay, ei, ai."
    AU 56 "ow" "ow, aw, au."
    ALEF 57 "a" "Alef at the beginning of a word: any vowel."
    AIN 58 "ʿ" "ain"
    HAMZA 59 "ʾ" "hamza"
    AH 60 "ah" "ه at the end of a word after a consonant; -ah, -eh."
    EPS 61 "e" "The vowel of the article: any, or none."
    EH 62 "eh" "-eh: the same ending, as Persian says it."
}

/// What a letter of a script that is not read counts as in the tables.
pub(crate) const FOREIGN: u8 = 63;
/// Codes of the tables.
pub(crate) const CODES: usize = 64;

/// Codes from here up stand for halves of letters of scripts that are not read.
pub(crate) const FIRST_FOREIGN: u8 = 64;

/// The two codes that stand for a letter of a script that is not read. Letters of the basic plane that are used together have
/// different ones; of all letters, one in 36,864 has the same.
pub(crate) fn foreign(letter: char) -> [u8; 2] {
    const HALF: u32 = 256 - FIRST_FOREIGN as u32;
    let number = u32::from(letter);
    [
        FIRST_FOREIGN + (number / HALF % HALF) as u8,
        FIRST_FOREIGN + (number % HALF) as u8,
    ]
}

/// The row of a code in the tables.
pub(crate) const fn row(code: u8) -> usize {
    if code < FIRST_FOREIGN {
        code as usize
    } else {
        FOREIGN as usize
    }
}

/// Bits of `codes` in one word.
pub(crate) const fn set(codes: &[u8]) -> u64 {
    let mut bits = 0;
    let mut place = 0;
    while place < codes.len() {
        bits |= 1 << codes[place];
        place += 1;
    }
    bits
}

/// Sounds that are vowels in every script.
pub(crate) const VOWELS: u64 = set(&[A, AL, E, EL, I, IL, O, U, UE, AA, II, UU, EI, AU, EPS]);
/// Vowels that abjads leave out.
pub(crate) const SHORT: u64 = set(&[A, AL, E, EL, I, IL, O, U, UE]);
/// Sounds that are neither vowel nor consonant, or that a script may leave out.
pub(crate) const WEAK: u64 = set(&[ALEF, AIN, HAMZA, AH, EH, EPS]);

/// Whether `code` is one of `set`.
pub(crate) const fn is(code: u8, set: u64) -> bool {
    code < FIRST_FOREIGN && set >> code & 1 == 1
}

/// Whether a consonant: all that is neither vowel nor weak; `W` and `Y` count.
pub(crate) const fn is_consonant(code: u8) -> bool {
    !is(code, VOWELS | WEAK)
}
