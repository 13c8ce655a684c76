//! Reading RTF (Rich Text Format specification 1.9.1): control words among bytes in whatever encoding their font has.

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use encoding_rs::{Encoding, WINDOWS_1252};

use crate::{
    kind::{MediaType, sniff},
    limits::Limits,
    office::page::Page,
    problem::{Finding, Problem},
    reading::{Fact, FlagCode, Part, Reading},
    report::Known,
    text::{empty, fill},
};

/// Reads an RTF document. `Reading::text` has a blank line between paragraphs; a row of a table is a line, its cells apart by tabs.
pub fn read(bytes: &[u8], limits: &Limits) -> Reading {
    let mut reading = empty(MediaType::Rtf);
    if bytes.len() > limits.bytes {
        let (size, limit) = (bytes.len(), limits.bytes);
        reading.problems.push(Problem::FileTooLarge { size, limit });
        return reading;
    }
    let mut writer = Writer::new(limits);
    writer.read(bytes);
    let parts = writer.finish();
    writer
        .page
        .count(Finding::flag("files-inside"), parts.len());
    let language = writer.page.language.take();
    writer.page.give(&mut reading);
    reading.parts = parts;
    let title = reading.facts.iter().find(|fact| fact.name == "title");
    reading.title = title.map(|fact| fact.value.clone());
    let known = Known {
        language: language.as_deref(),
        titled: reading.title.is_some(),
        ..Known::default()
    };
    fill(&mut reading, &known, limits);
    reading
}

/// Where the text of a group goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Into the document.
    Text,
    /// Nowhere.
    Nowhere,
    /// It tells of fonts.
    Fonts,
    /// It is a fact of this name.
    Fact(&'static str),
    /// Behind the document: footnotes, what is repeated on every page.
    Note,
    /// A comment, or who wrote it.
    Comment,
    Author,
    /// A picture or an embedded file, in hexadecimal.
    Picture,
    Object,
}

/// Groups by the word that opens them.
const PLACES: &[(&str, Place)] = &[
    ("fonttbl", Place::Fonts),
    ("colortbl", Place::Nowhere),
    ("stylesheet", Place::Nowhere),
    ("fldinst", Place::Nowhere),
    ("nonshppict", Place::Nowhere),
    ("title", Place::Fact("title")),
    ("author", Place::Fact("author")),
    ("operator", Place::Fact("changed-by")),
    ("company", Place::Fact("organization")),
    ("subject", Place::Fact("subject")),
    ("keywords", Place::Fact("keywords")),
    ("generator", Place::Fact("program")),
    ("info", Place::Nowhere),
    ("footnote", Place::Note),
    ("header", Place::Note),
    ("headerl", Place::Note),
    ("headerr", Place::Note),
    ("headerf", Place::Note),
    ("footer", Place::Note),
    ("footerl", Place::Note),
    ("footerr", Place::Note),
    ("footerf", Place::Note),
    ("annotation", Place::Comment),
    ("atnauthor", Place::Author),
    ("pict", Place::Picture),
    ("objdata", Place::Object),
];

/// Control words that stand for a character.
const CHARACTERS: &[(&str, &str)] = &[
    ("tab", "\t"),
    ("emdash", "—"),
    ("endash", "–"),
    ("lquote", "‘"),
    ("rquote", "’"),
    ("ldblquote", "“"),
    ("rdblquote", "”"),
    ("bullet", "•"),
    ("emspace", "\u{2003}"),
    ("enspace", "\u{2002}"),
    ("zwj", "\u{200d}"),
    ("zwnj", "\u{200c}"),
    ("ltrmark", "\u{200e}"),
    ("rtlmark", "\u{200f}"),
];

/// What a group hands down to those inside it.
#[derive(Clone, Copy)]
struct Group {
    place: Place,
    encoding: &'static Encoding,
    hidden: bool,
    inserted: bool,
    deleted: bool,
    /// Characters after `\u` that say the same for older programs.
    doubles: usize,
    /// Opened by this group, and not by one around it.
    own: bool,
}

struct Writer {
    page: Page,
    groups: Vec<Group>,
    now: Group,
    /// The encoding of what no font tells.
    usual: &'static Encoding,
    fonts: HashMap<i32, &'static Encoding>,
    font: i32,
    /// Bytes not yet read as text.
    bytes: Vec<u8>,
    /// Text of a place that is not the document.
    aside: String,
    author: String,
    notes: Vec<String>,
    /// Characters still to be passed over.
    skipping: usize,
    high: Option<u16>,
    hidden: bool,
    inserted: bool,
    deleted: String,
    parts: Vec<Part>,
    entries: usize,
    unclosed: bool,
}

impl Writer {
    fn new(limits: &Limits) -> Self {
        Self {
            page: Page::new(limits),
            groups: Vec::new(),
            now: Group {
                place: Place::Text,
                encoding: WINDOWS_1252,
                hidden: false,
                inserted: false,
                deleted: false,
                doubles: 1,
                own: false,
            },
            usual: WINDOWS_1252,
            fonts: HashMap::new(),
            font: 0,
            bytes: Vec::new(),
            aside: String::new(),
            author: String::new(),
            notes: Vec::new(),
            skipping: 0,
            high: None,
            hidden: false,
            inserted: false,
            deleted: String::new(),
            parts: Vec::new(),
            entries: limits.entries,
            unclosed: false,
        }
    }

    fn read(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while let [byte, after @ ..] = rest {
            rest = after;
            match byte {
                b'{' => {
                    self.say_bytes();
                    self.groups.push(self.now);
                    self.now.own = false;
                    self.skipping = 0;
                }
                b'}' => self.close(),
                b'\\' => rest = self.control(rest),
                b'\r' | b'\n' | 0 => {}
                byte => self.byte(*byte),
            }
        }
        self.say_bytes();
        self.unclosed = !self.groups.is_empty();
    }

    fn byte(&mut self, byte: u8) {
        if self.skipping > 0 {
            self.skipping -= 1;
        } else {
            self.bytes.push(byte);
        }
    }

    /// Reads what follows a backslash, and gives what follows that.
    fn control<'b>(&mut self, rest: &'b [u8]) -> &'b [u8] {
        let letters = rest
            .iter()
            .take_while(|byte| byte.is_ascii_alphabetic())
            .count();
        if letters == 0 {
            return self.symbol(rest);
        }
        let (word, mut rest) = rest.split_at(letters.min(32));
        let sign = usize::from(rest.first() == Some(&b'-'));
        let digits = rest[sign..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let mut number = None;
        if digits > 0 {
            let (written, behind) = rest.split_at(sign + digits);
            number = std::str::from_utf8(written)
                .ok()
                .and_then(|written| written.parse().ok());
            rest = behind;
        }
        rest = rest.strip_prefix(b" ").unwrap_or(rest);
        let word = std::str::from_utf8(word).unwrap_or_default();
        if word == "bin" {
            let length = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
            return rest.get(length..).unwrap_or_default();
        }
        self.word(word, number);
        rest
    }

    fn symbol<'b>(&mut self, rest: &'b [u8]) -> &'b [u8] {
        let [symbol, after @ ..] = rest else {
            return rest;
        };
        match symbol {
            b'\'' => {
                let digits = after
                    .get(..2)
                    .and_then(|digits| std::str::from_utf8(digits).ok());
                let Some(byte) = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok())
                else {
                    return after;
                };
                self.byte(byte);
                return &after[2..];
            }
            b'{' | b'}' | b'\\' => self.byte(*symbol),
            b'~' => self.say("\u{a0}"),
            b'_' => self.say("-"),
            b'\r' | b'\n' => self.end("\n\n"),
            // What a program need not know.
            b'*' => self.now.place = Place::Nowhere,
            _ => {}
        }
        after
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        let on = number != Some(0);
        if let Some((_, place)) = PLACES.iter().find(|(known, _)| *known == word) {
            self.say_bytes();
            self.now.place = *place;
            self.now.own = true;
            self.aside.clear();
            return;
        }
        if let Some((_, text)) = CHARACTERS.iter().find(|(known, _)| *known == word) {
            return self.say(text);
        }
        match word {
            "ansicpg" => {
                self.usual = page_of(number.unwrap_or(0)).unwrap_or(self.usual);
                self.now.encoding = self.usual;
            }
            "f" => self.font_is(number.unwrap_or(0)),
            "fcharset" if self.now.place == Place::Fonts => {
                if let Some(encoding) = charset(number.unwrap_or(0)) {
                    self.fonts.insert(self.font, encoding);
                }
            }
            "plain" => {
                self.say_bytes();
                self.now.hidden = false;
                self.now.encoding = self.usual;
            }
            "u" => self.unit(number.unwrap_or(0)),
            "uc" => self.now.doubles = usize::try_from(number.unwrap_or(1)).unwrap_or(1).min(8),
            "par" | "sect" | "page" => self.end("\n\n"),
            "line" => self.end("\n"),
            "cell" | "nestcell" => {
                self.say_bytes();
                if self.now.place == Place::Text {
                    self.page.cell();
                }
            }
            "row" | "nestrow" => self.end("\n"),
            "trowd" => self.page.begin_cell(),
            "v" => {
                self.say_bytes();
                self.now.hidden = on;
            }
            "revised" => {
                self.say_bytes();
                self.now.inserted = on;
            }
            "deleted" => {
                self.say_bytes();
                self.now.deleted = on;
            }
            _ => {}
        }
    }

    fn font_is(&mut self, number: i32) {
        self.say_bytes();
        self.font = number;
        if self.now.place != Place::Fonts {
            self.now.encoding = self.fonts.get(&number).copied().unwrap_or(self.usual);
        }
    }

    /// A unit of UTF-16, with sign.
    fn unit(&mut self, number: i32) {
        self.say_bytes();
        let unit = number as u16;
        let units = [self.high.take(), Some(unit)];
        if (0xd800..0xdc00).contains(&unit) {
            self.high = Some(unit);
        } else {
            let text: String = char::decode_utf16(units.into_iter().flatten())
                .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect();
            self.say(&text);
        }
        self.skipping = self.now.doubles;
    }

    fn end(&mut self, with: &'static str) {
        self.say_bytes();
        match self.now.place {
            Place::Text => self.page.end(with),
            Place::Note | Place::Comment => self.aside.push(' '),
            _ => {}
        }
    }

    fn say_bytes(&mut self) {
        if !self.bytes.is_empty() {
            let bytes = std::mem::take(&mut self.bytes);
            let (text, _) = self.now.encoding.decode_without_bom_handling(&bytes);
            self.put(&text);
        }
    }

    fn say(&mut self, text: &str) {
        self.say_bytes();
        self.put(text);
    }

    fn put(&mut self, text: &str) {
        match self.now.place {
            Place::Nowhere | Place::Fonts => {}
            Place::Text => self.write(text),
            Place::Fact(_)
            | Place::Note
            | Place::Comment
            | Place::Author
            | Place::Picture
            | Place::Object => self.aside.push_str(text),
        }
    }

    fn write(&mut self, text: &str) {
        if self.now.deleted {
            self.deleted.push_str(text);
            return;
        }
        self.stretches(self.now.hidden, self.now.inserted);
        self.page.write(text);
    }

    /// Begins and ends what is flagged, as it changes.
    fn stretches(&mut self, hidden: bool, inserted: bool) {
        let deleted = std::mem::take(&mut self.deleted);
        if !deleted.is_empty() {
            let place = self.page.place();
            self.page
                .flag(FlagCode::Deleted, deleted, Some((place, place)));
        }
        for (now, wanted, code) in [
            (&mut self.hidden, hidden, FlagCode::HiddenText),
            (&mut self.inserted, inserted, FlagCode::Inserted),
        ] {
            match (*now, wanted) {
                (false, true) => self.page.begin(code),
                (true, false) => self.page.finish(code),
                _ => {}
            }
            *now = wanted;
        }
    }

    fn close(&mut self) {
        self.say_bytes();
        self.skipping = 0;
        let Some(around) = self.groups.pop() else {
            return;
        };
        if self.now.own {
            self.keep();
        }
        self.now = around;
    }

    /// Puts what a group said where it belongs.
    fn keep(&mut self) {
        let text = std::mem::take(&mut self.aside);
        let value = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if value.is_empty() {
            return;
        }
        match self.now.place {
            Place::Fact(name) => self.page.facts.push(Fact { name, value }),
            Place::Note => self.notes.push(value),
            Place::Author => self.author = value + ": ",
            Place::Comment => {
                let note = std::mem::take(&mut self.author) + &value;
                let place = self.page.place();
                self.page
                    .flag(FlagCode::Comment, note, Some((place, place)));
            }
            Place::Picture => self.part("picture", &text),
            Place::Object => self.part("object", &text),
            Place::Text | Place::Nowhere | Place::Fonts => {}
        }
    }

    fn part(&mut self, name: &str, hexadecimal: &str) {
        if self.parts.len() >= self.entries {
            return;
        }
        let digits: Vec<u8> = hexadecimal
            .chars()
            .filter_map(|c| c.to_digit(16))
            .map(|digit| digit as u8)
            .collect();
        let bytes: Vec<u8> = digits
            .chunks_exact(2)
            .map(|pair| pair[0] << 4 | pair[1])
            .collect();
        if bytes.is_empty() {
            return;
        }
        let name = format!("{name}-{}", self.parts.len() + 1);
        self.parts.push(Part {
            media_type: sniff(&bytes, &name).as_str().to_owned(),
            name,
            size: Some(bytes.len() as u64),
            bytes: Some(bytes),
        });
    }

    fn finish(&mut self) -> Vec<Part> {
        self.stretches(false, false);
        for note in std::mem::take(&mut self.notes) {
            self.page.end("\n\n");
            self.page.write(&note);
        }
        if self.unclosed {
            self.page
                .problems
                .push(Finding::loss("document-cut").into());
        }
        std::mem::take(&mut self.parts)
    }
}

/// The encoding of a code page of Windows or DOS; of those that the web does not know the one of Windows that is nearest.
fn page_of(number: i32) -> Option<&'static Encoding> {
    let label = match number {
        1250..=1258 | 874 => format!("windows-{number}"),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        866 => "ibm866".to_owned(),
        10_000 => "macintosh".to_owned(),
        65_001 => "utf-8".to_owned(),
        708 | 720 | 864 => "windows-1256".to_owned(),
        862 => "windows-1255".to_owned(),
        _ => return None,
    };
    Encoding::for_label(label.as_bytes())
}

/// The encoding of a font by its character set (the list of `\fcharset`).
fn charset(number: i32) -> Option<&'static Encoding> {
    let page = match number {
        0 => 1252,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178..=180 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    };
    page_of(page)
}
