//! Reading JSON within limits, either in any spelling or in the canonical one alone.

use std::borrow::Cow;

use super::{
    JsonError, JsonErrorKind, Number, Object, Value, compare_keys, number::MAX_INTEGER,
    write::short_escape,
};

/// Most levels of lists and objects, whatever the caller allows: the reader calls itself for each.
pub const MAX_DEPTH: usize = 256;

/// How large a text may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Most bytes.
    pub bytes: usize,
    /// Most levels of lists and objects within one another; above [`MAX_DEPTH`] it counts as that.
    pub depth: usize,
}

/// Reads one JSON value in any spelling that RFC 8259 allows; names must be unique and strings Unicode (RFC 7493, sections 2.1 and 2.3).
/// Members are put in order. Numbers become the nearest double.
///
/// # Errors
///
/// The first thing wrong, or the limit that is exceeded.
pub fn parse(bytes: &[u8], limits: Limits) -> Result<Value<'_>, JsonError> {
    Parser::<false>::new(bytes, limits)?.document()
}

/// Reads one JSON value that is already in the spelling of [`to_canonical`](super::to_canonical), and no other.
///
/// # Errors
///
/// The first thing wrong or not canonical, or the limit that is exceeded.
pub fn parse_canonical(bytes: &[u8], limits: Limits) -> Result<Value<'_>, JsonError> {
    Parser::<true>::new(bytes, limits)?.document()
}

/// The string whose quoted canonical spelling starts `text`.
pub(super) fn read_string(text: &str) -> Option<Cow<'_, str>> {
    let mut parser = Parser::<true> {
        text,
        at: 0,
        depth: 0,
        limit: 0,
    };
    parser.string().ok()
}

struct Parser<'a, const CANONICAL: bool> {
    text: &'a str,
    at: usize,
    depth: usize,
    limit: usize,
}

type Parsed<T> = Result<T, JsonError>;

impl<'a, const CANONICAL: bool> Parser<'a, CANONICAL> {
    fn new(bytes: &'a [u8], limits: Limits) -> Parsed<Self> {
        let limit = limits.bytes;
        if bytes.len() > limit {
            return Err(JsonError {
                at: limit,
                kind: JsonErrorKind::TooLong { limit },
            });
        }
        let text = std::str::from_utf8(bytes).map_err(|error| JsonError {
            at: error.valid_up_to(),
            kind: JsonErrorKind::NotUtf8,
        })?;
        Ok(Self {
            text,
            at: 0,
            depth: 0,
            limit: limits.depth.min(MAX_DEPTH),
        })
    }

    fn document(mut self) -> Parsed<Value<'a>> {
        self.white_space()?;
        let value = self.value()?;
        self.white_space()?;
        if self.at < self.text.len() {
            return Err(self.error(JsonErrorKind::Trailing));
        }
        Ok(value)
    }

    fn value(&mut self) -> Parsed<Value<'a>> {
        match self.peek() {
            Some(b'"') => self.string().map(Value::String),
            Some(b'{') => self.within(Self::object),
            Some(b'[') => self.within(Self::array),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Value::Bool(true)),
            Some(b'f') => self.word("false", Value::Bool(false)),
            Some(b'n') => self.word("null", Value::Null),
            _ => Err(self.unexpected()),
        }
    }

    /// Reads a list or object, one level deeper.
    fn within(&mut self, read: fn(&mut Self) -> Parsed<Value<'a>>) -> Parsed<Value<'a>> {
        if self.depth == self.limit {
            return Err(self.error(JsonErrorKind::TooDeep { limit: self.limit }));
        }
        self.depth += 1;
        self.at += 1;
        self.white_space()?;
        let value = read(self)?;
        self.depth -= 1;
        Ok(value)
    }

    fn array(&mut self) -> Parsed<Value<'a>> {
        let mut items = Vec::new();
        if self.takes(b']') {
            return Ok(Value::Array(items));
        }
        loop {
            items.push(self.value()?);
            if self.ends(b']')? {
                return Ok(Value::Array(items));
            }
        }
    }

    fn object(&mut self) -> Parsed<Value<'a>> {
        let mut members: Vec<(Cow<'a, str>, Value<'a>)> = Vec::new();
        if self.takes(b'}') {
            return Ok(Value::Object(Object { members }));
        }
        loop {
            let start = self.at;
            let key = self.string()?;
            if CANONICAL {
                self.check_order(&members, &key, start)?;
            }
            self.white_space()?;
            self.expect(b':')?;
            self.white_space()?;
            members.push((key, self.value()?));
            if self.ends(b'}')? {
                break;
            }
        }
        if !CANONICAL {
            self.sort(&mut members)?;
        }
        Ok(Value::Object(Object { members }))
    }

    fn check_order(
        &self,
        members: &[(Cow<'a, str>, Value<'a>)],
        key: &str,
        at: usize,
    ) -> Parsed<()> {
        let Some((last, _)) = members.last() else {
            return Ok(());
        };
        let kind = match compare_keys(last, key) {
            std::cmp::Ordering::Less => return Ok(()),
            std::cmp::Ordering::Equal => JsonErrorKind::DuplicateKey {
                key: key.to_owned(),
            },
            std::cmp::Ordering::Greater => JsonErrorKind::KeyOrder,
        };
        Err(JsonError { at, kind })
    }

    fn sort(&self, members: &mut [(Cow<'a, str>, Value<'a>)]) -> Parsed<()> {
        members.sort_by(|(a, _), (b, _)| compare_keys(a, b));
        match members.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            Some(pair) => Err(self.error(JsonErrorKind::DuplicateKey {
                key: pair[0].0.to_string(),
            })),
            None => Ok(()),
        }
    }

    /// After an item: whether `bracket` ends them, or a comma goes on.
    fn ends(&mut self, bracket: u8) -> Parsed<bool> {
        self.white_space()?;
        if self.takes(bracket) {
            return Ok(true);
        }
        self.expect(b',')?;
        self.white_space()?;
        Ok(false)
    }

    fn word(&mut self, word: &str, value: Value<'a>) -> Parsed<Value<'a>> {
        for byte in word.bytes() {
            self.expect(byte)?;
        }
        Ok(value)
    }

    fn number(&mut self) -> Parsed<Value<'a>> {
        let start = self.at;
        let negative = self.takes(b'-');
        let digits = self.digits();
        let whole = &self.text.as_bytes()[self.at - digits..self.at];
        if digits == 0 || digits > 1 && whole[0] == b'0' {
            return Err(JsonError {
                at: start,
                kind: JsonErrorKind::Number,
            });
        }
        let simple = !matches!(self.peek(), Some(b'.' | b'e' | b'E'));
        // Up to 15 digits every whole number is a double and its own spelling; only -0 has another.
        if simple && digits <= 15 {
            let magnitude = whole
                .iter()
                .fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0'));
            debug_assert!(magnitude <= MAX_INTEGER);
            if !negative || magnitude > 0 {
                let value = if negative { -magnitude } else { magnitude };
                return self.finite(value as f64, start);
            }
        }
        self.fraction_and_exponent(start)?;
        let text = &self.text[start..self.at];
        let value = text.parse().unwrap_or(f64::INFINITY);
        if CANONICAL && value.is_finite() && text != ryu_js::Buffer::new().format_finite(value) {
            return Err(JsonError {
                at: start,
                kind: JsonErrorKind::NumberSpelling,
            });
        }
        self.finite(value, start)
    }

    fn fraction_and_exponent(&mut self, start: usize) -> Parsed<()> {
        let malformed = JsonError {
            at: start,
            kind: JsonErrorKind::Number,
        };
        if self.takes(b'.') && self.digits() == 0 {
            return Err(malformed);
        }
        if self.takes(b'e') || self.takes(b'E') {
            if !self.takes(b'+') {
                self.takes(b'-');
            }
            if self.digits() == 0 {
                return Err(malformed);
            }
        }
        Ok(())
    }

    fn finite(&self, value: f64, at: usize) -> Parsed<Value<'a>> {
        match Number::new(value) {
            Some(number) => Ok(Value::Number(number)),
            None => Err(JsonError {
                at,
                kind: JsonErrorKind::NumberTooLarge,
            }),
        }
    }

    /// Passes digits and gives back how many.
    fn digits(&mut self) -> usize {
        let rest = &self.text.as_bytes()[self.at..];
        let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += count;
        count
    }

    fn string(&mut self) -> Parsed<Cow<'a, str>> {
        self.expect(b'"')?;
        let start = self.at;
        self.pass_plain();
        if self.peek() == Some(b'"') {
            let text = &self.text[start..self.at];
            self.at += 1;
            return Ok(Cow::Borrowed(text));
        }
        self.escaped_string(start).map(Cow::Owned)
    }

    /// Passes what stands for itself in a string.
    fn pass_plain(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        let special = |byte: &u8| *byte < 0x20 || *byte == b'"' || *byte == b'\\';
        self.at += rest.iter().position(special).unwrap_or(rest.len());
    }

    fn escaped_string(&mut self, start: usize) -> Parsed<String> {
        let mut text = self.text[start..self.at].to_owned();
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => text.push(self.escape()?),
                Some(_) => return Err(self.error(JsonErrorKind::ControlCharacter)),
                None => return Err(self.error(JsonErrorKind::Unfinished)),
            }
            let plain = self.at;
            self.pass_plain();
            text.push_str(&self.text[plain..self.at]);
        }
    }

    fn escape(&mut self) -> Parsed<char> {
        let start = self.at;
        self.at += 1;
        let letter = self
            .peek()
            .ok_or_else(|| self.error(JsonErrorKind::Unfinished))?;
        let character = match letter {
            b'"' | b'\\' | b'/' => letter,
            b'b' => 0x08,
            b't' => b'\t',
            b'n' => b'\n',
            b'f' => 0x0c,
            b'r' => b'\r',
            b'u' => return self.unicode_escape(start),
            _ => {
                return Err(JsonError {
                    at: start,
                    kind: JsonErrorKind::Escape,
                });
            }
        };
        if CANONICAL && letter == b'/' {
            return Err(JsonError {
                at: start,
                kind: JsonErrorKind::StringSpelling,
            });
        }
        self.at += 1;
        Ok(char::from(character))
    }

    fn unicode_escape(&mut self, start: usize) -> Parsed<char> {
        let fail = |kind| Err(JsonError { at: start, kind });
        let unit = self.unit(start)?;
        if CANONICAL {
            // The canonical form spells only control characters so, in lower case, and only those without a letter.
            let upper = self.text[start..self.at]
                .bytes()
                .any(|byte| byte.is_ascii_uppercase());
            if unit >= 0x20 || upper || short_escape(unit as u8).is_some() {
                return fail(JsonErrorKind::StringSpelling);
            }
        }
        if !(0xd800..0xe000).contains(&unit) {
            return char::from_u32(unit).map_or_else(|| fail(JsonErrorKind::LoneSurrogate), Ok);
        }
        if unit >= 0xdc00 || !self.text[self.at..].starts_with("\\u") {
            return fail(JsonErrorKind::LoneSurrogate);
        }
        self.at += 1;
        let low = self.unit(start)?;
        if !(0xdc00..0xe000).contains(&low) {
            return fail(JsonErrorKind::LoneSurrogate);
        }
        let code = 0x1_0000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
        char::from_u32(code).map_or_else(|| fail(JsonErrorKind::LoneSurrogate), Ok)
    }

    /// Reads `u` and four hexadecimal digits.
    fn unit(&mut self, start: usize) -> Parsed<u32> {
        let digits = self.text.as_bytes().get(self.at + 1..self.at + 5);
        let unit = digits.and_then(|digits| {
            digits.iter().try_fold(0, |unit, digit| {
                Some(unit * 16 + char::from(*digit).to_digit(16)?)
            })
        });
        self.at += 5;
        unit.ok_or(JsonError {
            at: start,
            kind: JsonErrorKind::Escape,
        })
    }

    fn white_space(&mut self) -> Parsed<()> {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            if CANONICAL {
                return Err(self.error(JsonErrorKind::WhiteSpace));
            }
            self.at += 1;
        }
        Ok(())
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn takes(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, byte: u8) -> Parsed<()> {
        if self.takes(byte) {
            Ok(())
        } else {
            Err(self.unexpected())
        }
    }

    fn unexpected(&self) -> JsonError {
        self.error(self.peek().map_or(JsonErrorKind::Unfinished, |byte| {
            JsonErrorKind::Unexpected { byte }
        }))
    }

    fn error(&self, kind: JsonErrorKind) -> JsonError {
        JsonError { at: self.at, kind }
    }
}
