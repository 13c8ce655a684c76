//! The four languages of the pages, and what follows from each.

/// A language in which the exhibition is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// English.
    En,
    /// French.
    Fr,
    /// Persian.
    Fa,
    /// Arabic.
    Ar,
}

/// The direction in which a script runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Lang {
    /// All of them, in the order of the language switch.
    pub const ALL: [Self; 4] = [Self::En, Self::Fr, Self::Fa, Self::Ar];

    /// BCP 47 tag, which is also the first folder of every address.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Fa => "fa",
            Self::Ar => "ar",
        }
    }

    /// Its name in itself.
    pub(crate) fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
            Self::Fa => "فارسی",
            Self::Ar => "العربية",
        }
    }

    /// The direction of its script.
    pub(crate) fn direction(self) -> Direction {
        match self {
            Self::En | Self::Fr => Direction::Ltr,
            Self::Fa | Self::Ar => Direction::Rtl,
        }
    }

    /// The comma with its blank.
    pub(crate) fn comma(self) -> &'static str {
        if self.is_rtl() { "، " } else { ", " }
    }

    /// The semicolon with its blanks.
    pub(crate) fn semicolon(self) -> &'static str {
        match self {
            Self::En => "; ",
            Self::Fr => "\u{202f}; ",
            Self::Fa | Self::Ar => "؛ ",
        }
    }

    /// The colon with its blanks.
    pub(crate) fn colon(self) -> &'static str {
        if self == Self::Fr { "\u{a0}: " } else { ": " }
    }

    /// `true` when it is written in the Arabic script.
    pub(crate) fn is_rtl(self) -> bool {
        self.direction() == Direction::Rtl
    }
}

impl Direction {
    /// The value of the attribute `dir`.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }

    /// The direction in which a text of the language `tag` runs, as far as the tag tells.
    pub(crate) fn of_tag(tag: &str) -> Self {
        // Scripts that run from right to left: of languages usually so written, unless a script subtag says otherwise.
        let mut parts = tag.split('-');
        let language = parts.next().unwrap_or_default();
        match parts.find(|part| part.len() == 4) {
            Some("Arab" | "Hebr" | "Syrc" | "Thaa") => Self::Rtl,
            Some(_) => Self::Ltr,
            None => match language {
                "ar" | "fa" | "ur" | "he" | "yi" | "ckb" | "ps" | "sd" | "ug" | "dv" | "syr"
                | "azb" => Self::Rtl,
                _ => Self::Ltr,
            },
        }
    }
}
