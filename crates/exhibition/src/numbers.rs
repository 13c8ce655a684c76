//! Numbers as each language writes them: digits, thousands, ranges.

use edition::NumberRange;

use crate::{lang::Lang, words::Words};

/// `number` in the digits of `lang`, without separators, such as a year or a day.
pub(crate) fn plain(lang: Lang, number: i64) -> String {
    digits(lang, &number.to_string())
}

/// `text` with its ASCII digits replaced by those of `lang`.
pub(crate) fn digits(lang: Lang, text: &str) -> String {
    let zero = match lang {
        Lang::En | Lang::Fr => return text.to_owned(),
        Lang::Fa => '۰',
        Lang::Ar => '٠',
    };
    text.chars()
        .map(|c| match c.to_digit(10) {
            Some(digit) => char::from_u32(zero as u32 + digit).unwrap_or(c),
            None => c,
        })
        .collect()
}

/// `number` with the digits and the thousands separator of `lang` (CLDR: comma, narrow no-break space, U+066C).
pub(crate) fn whole(lang: Lang, number: u64) -> String {
    let separator = match lang {
        Lang::En => ',',
        Lang::Fr => '\u{202f}',
        Lang::Fa | Lang::Ar => '٬',
    };
    let ascii = number.to_string();
    let mut grouped = String::with_capacity(ascii.len() * 2);
    for (place, digit) in ascii.char_indices() {
        if place > 0 && (ascii.len() - place).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    digits(lang, &grouped)
}

/// A count between bounds, in words where one is open.
pub(crate) fn range(words: &Words, range: &NumberRange) -> String {
    let lang = words.lang;
    match (range.low(), range.high()) {
        (Some(low), Some(high)) if low == high => whole(lang, low),
        (Some(low), Some(high)) => format!("{}–{}", whole(lang, low), whole(lang, high)),
        (Some(low), None) => words.fill("number-or-more", &[("number", &whole(lang, low))]),
        (None, Some(high)) => words.fill("number-at-most", &[("number", &whole(lang, high))]),
        (None, None) => String::new(),
    }
}
