//! Which characters are one letter, and which are none. Names of characters are those of the Unicode code charts.

/// `true` for letters of the Arabic block that fold to themselves, which most Persian text consists of.
pub(super) fn is_plain_arabic(letter: char) -> bool {
    matches!(letter,
        '\u{0627}' | '\u{0628}' | '\u{062A}'..='\u{063A}' | '\u{0641}' | '\u{0642}' | '\u{0644}'..='\u{0648}'
        | '\u{067E}' | '\u{0686}' | '\u{0698}' | '\u{06A9}' | '\u{06AF}' | '\u{06CC}')
}

/// `true` for what is no letter and parts no words: marks above and below letters, lengthening, apostrophes, direction signs.
///
/// Marks are taken off the scripts in which the word stays readable without (Latin, Greek, Cyrillic, Hebrew, Arabic); in
/// others, such as Devanagari, they are vowels and stay.
pub(crate) fn vanishes(letter: char) -> bool {
    matches!(letter,
        // Apostrophes and quotation marks used for them; modifier letters for hamza and ain (ALA-LC romanisation); primes;
        // geresh and gershayim, which make another Hebrew letter.
        '\'' | '`' | '\u{00B4}' | '\u{2018}'..='\u{201B}' | '\u{02B9}'..='\u{02C1}' | '\u{02C8}' | '\u{02CA}' | '\u{02CB}'
        | '\u{2032}' | '\u{2035}' | '\u{05F3}' | '\u{05F4}' | '\u{FF07}' | '\u{A78B}' | '\u{A78C}'
        // Combining marks: general, Cyrillic, Hebrew points, extended, supplement, for symbols, half marks.
        | '\u{0300}'..='\u{036F}' | '\u{0483}'..='\u{0489}' | '\u{0591}'..='\u{05BD}' | '\u{05BF}' | '\u{05C1}' | '\u{05C2}'
        | '\u{05C4}' | '\u{05C5}' | '\u{05C7}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}'
        | '\u{FE20}'..='\u{FE2F}'
        // Arabic: honorific signs, harakat and tanwin, superscript alef, Quranic signs, extended signs.
        | '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E8}'
        | '\u{06EA}'..='\u{06ED}' | '\u{08CA}'..='\u{08E1}' | '\u{08E3}'..='\u{08FF}'
        // Tatweel; a hamza that stands alone; high hamza, which its decompositions leave behind.
        | '\u{0640}' | '\u{0621}' | '\u{0674}'
        // Soft hyphen, Arabic letter mark, joiner, marks of direction, word joiner and the like, variation
        // selectors, byte order mark. The non-joiner, U+200C, is not here: it parts words.
        | '\u{00AD}' | '\u{061C}' | '\u{200D}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// What `letter` is written as here, if not as itself. Reached after compatibility decomposition, so that only what Unicode
/// does not decompose is listed.
pub(crate) fn same_letters(letter: char) -> Option<&'static str> {
    Some(match letter {
        // Arabic twins. Alef: wasla, wavy hamza above and below, high hamza alef, digit-like alefs.
        '\u{0671}'..='\u{0673}' | '\u{0675}' | '\u{0773}' | '\u{0774}' => "\u{0627}",
        // Yeh: Arabic yeh, alef maksura, Kashmiri, with tail, with small v, e, barree.
        '\u{064A}'
        | '\u{0649}'
        | '\u{0620}'
        | '\u{063D}'..='\u{063F}'
        | '\u{06CD}'
        | '\u{06CE}'
        | '\u{06D0}'
        | '\u{06D1}'
        | '\u{06D2}'
        | '\u{0678}' => "\u{06CC}",
        // Kaf: Arabic kaf, swash kaf.
        '\u{0643}' | '\u{06AA}' => "\u{06A9}",
        // Gaf of Pashto.
        '\u{06AB}' => "\u{06AF}",
        // Heh: teh marbuta, doachashmee, goal, teh marbuta goal, ae of Kurdish and Uighur.
        '\u{0629}' | '\u{06BE}' | '\u{06C1}' | '\u{06C3}' | '\u{06D5}' | '\u{06FF}' => "\u{0647}",
        // Waw: with ring, Kirghiz oe, oe, u, yu, Kirghiz yu, ve.
        '\u{06C4}'..='\u{06CB}' | '\u{06CF}' | '\u{0676}' | '\u{0677}' => "\u{0648}",
        // Reh and lam of Kurdish.
        '\u{0695}' => "\u{0631}",
        '\u{06B5}' => "\u{0644}",
        // Digits: Arabic-Indic and Persian.
        '\u{0660}' | '\u{06F0}' => "0",
        '\u{0661}' | '\u{06F1}' => "1",
        '\u{0662}' | '\u{06F2}' => "2",
        '\u{0663}' | '\u{06F3}' => "3",
        '\u{0664}' | '\u{06F4}' => "4",
        '\u{0665}' | '\u{06F5}' => "5",
        '\u{0666}' | '\u{06F6}' => "6",
        '\u{0667}' | '\u{06F7}' => "7",
        '\u{0668}' | '\u{06F8}' => "8",
        '\u{0669}' | '\u{06F9}' => "9",
        // Latin letters that Unicode does not decompose: sharp s, ae, oe, o with stroke, l with stroke, d with stroke, eth,
        // thorn, dotless i, h with stroke, t with stroke, schwa of Azeri, eng.
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'þ' | 'Þ' => "th",
        'ı' => "i",
        'ħ' | 'Ħ' => "h",
        'ŧ' | 'Ŧ' => "t",
        'ə' | 'Ə' => "a",
        'ŋ' | 'Ŋ' => "n",
        // Greek final sigma.
        'ς' => "σ",
        _ => return None,
    })
}
