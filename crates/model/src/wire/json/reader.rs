//! Reading canonical JSON field by field, without a tree.

use std::borrow::Cow;

use super::{
    super::error::{Expected, Rule, WireError},
    must_escape, short_escape,
};

/// The largest whole number that RFC 8785 carries exactly (section 3.2.2.3, after I-JSON, RFC 7493 section 2.2).
const MAX_NUMBER: u64 = proof::json::MAX_INTEGER.unsigned_abs();

/// Reads canonical JSON from the front.
#[derive(Clone, Copy)]
pub(in crate::wire) struct Reader<'a> {
    text: &'a str,
    at: usize,
}

/// Whether the next field of an object, or element of a list, is the first.
pub(in crate::wire) struct First(bool);

impl<'a> Reader<'a> {
    pub(in crate::wire) fn new(bytes: &'a [u8]) -> Result<Self, WireError> {
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Self { text, at: 0 }),
            Err(error) => Err(WireError::NotUtf8 {
                at: error.valid_up_to(),
            }),
        }
    }

    /// Where the next byte stands.
    pub(in crate::wire) fn at(&self) -> usize {
        self.at
    }

    /// What was read since `start`.
    pub(in crate::wire) fn since(&self, start: usize) -> &'a [u8] {
        &self.text.as_bytes()[start..self.at]
    }

    fn rest(&self) -> &'a [u8] {
        &self.text.as_bytes()[self.at..]
    }

    pub(in crate::wire) fn syntax(&self, expected: Expected) -> WireError {
        WireError::Syntax {
            expected,
            at: self.at,
        }
    }

    pub(in crate::wire) fn rule(&self, rule: Rule, at: usize) -> WireError {
        WireError::NotCanonical { rule, at }
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.rest().first() == Some(&byte);
        self.at += usize::from(found);
        found
    }

    pub(in crate::wire) fn end(&self) -> Result<(), WireError> {
        if self.rest().is_empty() {
            Ok(())
        } else {
            Err(self.syntax(Expected::End))
        }
    }

    pub(in crate::wire) fn open(&mut self) -> Result<First, WireError> {
        if self.eat(b'{') {
            Ok(First(true))
        } else {
            Err(self.syntax(Expected::Object))
        }
    }

    /// Steps to the value of field `name` if that field comes next.
    #[inline]
    pub(in crate::wire) fn field(&mut self, first: &mut First, name: &'static str) -> bool {
        let rest = self.rest();
        let rest = match (first.0, rest) {
            (true, rest) => rest,
            (false, [b',', rest @ ..]) => rest,
            (false, _) => return false,
        };
        let found = rest
            .strip_prefix(b"\"")
            .and_then(|rest| rest.strip_prefix(name.as_bytes()))
            .and_then(|rest| rest.strip_prefix(b"\":"));
        match found {
            Some(rest) => {
                self.at = self.text.len() - rest.len();
                first.0 = false;
                true
            }
            None => false,
        }
    }

    /// Steps to the value of field `name`, which must come next.
    pub(in crate::wire) fn require(
        &mut self,
        first: &mut First,
        name: &'static str,
    ) -> Result<(), WireError> {
        if self.field(first, name) {
            return Ok(());
        }
        match self.peek_field(first) {
            // A name that sorts before the one looked for stands where none can stand.
            Some(other) if other < name => Err(self.unknown_field(other)),
            _ => Err(WireError::MissingField {
                field: name,
                at: self.at,
            }),
        }
    }

    /// The name of the next field, as written; `None` at the end of the object and where no field stands.
    pub(in crate::wire) fn peek_field(&self, first: &First) -> Option<&'a str> {
        let mut ahead = *self;
        if !first.0 && !ahead.eat(b',') {
            return None;
        }
        if !ahead.eat(b'"') {
            return None;
        }
        let name = &ahead.text[ahead.at..];
        let length = name.find('"')?;
        name[length..].starts_with("\":").then(|| &name[..length])
    }

    pub(in crate::wire) fn unknown_field(&self, field: &str) -> WireError {
        WireError::UnknownField {
            field: field.to_owned(),
            at: self.at,
        }
    }

    pub(in crate::wire) fn close(&mut self, first: &First) -> Result<(), WireError> {
        if self.eat(b'}') {
            return Ok(());
        }
        match self.peek_field(first) {
            Some(field) => Err(self.unknown_field(field)),
            None => Err(self.syntax(Expected::FieldOrEnd)),
        }
    }

    /// Reads a list, calling `element` before each element with its place.
    pub(in crate::wire) fn list(
        &mut self,
        mut element: impl FnMut(&mut Self, usize) -> Result<(), WireError>,
    ) -> Result<usize, WireError> {
        if !self.eat(b'[') {
            return Err(self.syntax(Expected::List));
        }
        if self.eat(b']') {
            return Ok(0);
        }
        let mut count = 0;
        loop {
            element(self, count)?;
            count += 1;
            if self.eat(b']') {
                return Ok(count);
            }
            if !self.eat(b',') {
                return Err(self.syntax(Expected::ElementOrEnd));
            }
        }
    }

    /// Reads an object whose names are data, calling `value` before each value with its name.
    pub(in crate::wire) fn map(
        &mut self,
        mut value: impl FnMut(&mut Self, String) -> Result<(), WireError>,
    ) -> Result<usize, WireError> {
        self.open()?;
        if self.eat(b'}') {
            return Ok(0);
        }
        let mut count = 0;
        loop {
            let name = self.text()?.into_owned();
            if !self.eat(b':') {
                return Err(self.syntax(Expected::FieldOrEnd));
            }
            value(self, name)?;
            count += 1;
            if self.eat(b'}') {
                return Ok(count);
            }
            if !self.eat(b',') {
                return Err(self.syntax(Expected::FieldOrEnd));
            }
        }
    }

    /// Reads a list that may not be empty, since what is empty is left out.
    pub(in crate::wire) fn filled_list(
        &mut self,
        element: impl FnMut(&mut Self, usize) -> Result<(), WireError>,
    ) -> Result<(), WireError> {
        let start = self.at;
        match self.list(element)? {
            0 => Err(self.rule(Rule::Empty, start)),
            _ => Ok(()),
        }
    }

    /// Reads a list of exactly `N` elements.
    pub(in crate::wire) fn array<T: Copy + Default, const N: usize>(
        &mut self,
        mut element: impl FnMut(&mut Self) -> Result<T, WireError>,
    ) -> Result<[T; N], WireError> {
        let start = self.at;
        let wrong = WireError::Syntax {
            expected: Expected::Elements(N),
            at: start,
        };
        let mut found = [T::default(); N];
        let count = self.list(|reader, place| {
            let value = element(reader)?;
            found
                .get_mut(place)
                .map(|slot| *slot = value)
                .ok_or_else(|| wrong.clone())
        })?;
        if count == N { Ok(found) } else { Err(wrong) }
    }

    /// Reads a string.
    #[inline]
    pub(in crate::wire) fn text(&mut self) -> Result<Cow<'a, str>, WireError> {
        let start = self.at + 1;
        if !self.eat(b'"') {
            return Err(self.syntax(Expected::Text));
        }
        match self.rest().iter().position(|byte| must_escape(*byte)) {
            Some(length) if self.rest()[length] == b'"' => {
                self.at += length + 1;
                Ok(Cow::Borrowed(&self.text[start..start + length]))
            }
            Some(_) => self.escaped_text(start).map(Cow::Owned),
            None => Err(self.syntax(Expected::Text)),
        }
    }

    /// Reads the rest of a string with escapes in it; `start` is its first character.
    fn escaped_text(&mut self, start: usize) -> Result<String, WireError> {
        let mut found = String::new();
        self.at = start;
        loop {
            let Some(length) = self.rest().iter().position(|byte| must_escape(*byte)) else {
                return Err(self.syntax(Expected::Text));
            };
            found.push_str(&self.text[self.at..self.at + length]);
            self.at += length;
            if self.eat(b'"') {
                return Ok(found);
            }
            found.push(self.escape()?);
        }
    }

    fn escape(&mut self) -> Result<char, WireError> {
        let wrong = self.rule(Rule::Escape, self.at);
        if !self.eat(b'\\') {
            return Err(wrong);
        }
        let byte = match *self.rest() {
            [b'u', b'0', b'0', high @ (b'0' | b'1'), low, ..] => {
                self.at += 5;
                let low = match low {
                    b'0'..=b'9' => low - b'0',
                    b'a'..=b'f' => low - b'a' + 10,
                    _ => return Err(wrong),
                };
                let byte = (high - b'0') << 4 | low;
                if short_escape(byte).is_some() {
                    return Err(wrong);
                }
                byte
            }
            [letter, ..] => {
                self.at += 1;
                (0..=b'\\')
                    .find(|byte| short_escape(*byte) == Some(letter))
                    .ok_or(wrong)?
            }
            [] => return Err(wrong),
        };
        Ok(char::from(byte))
    }

    /// Reads a whole number from 0 to 2^53 − 1.
    pub(in crate::wire) fn number(&mut self) -> Result<u64, WireError> {
        let digits = self
            .rest()
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let text = &self.text[self.at..self.at + digits];
        if digits > 1 && text.starts_with('0') {
            return Err(self.rule(Rule::Digits, self.at));
        }
        match text.parse() {
            Ok(number) if number <= MAX_NUMBER => {
                self.at += digits;
                Ok(number)
            }
            _ => Err(self.syntax(Expected::Number)),
        }
    }

    /// Reads a whole number that fits `T`.
    pub(in crate::wire) fn small<T: TryFrom<u64>>(&mut self) -> Result<T, WireError> {
        let wrong = self.syntax(Expected::Number);
        T::try_from(self.number()?).map_err(|_| wrong)
    }

    /// Reads a whole number with or without a minus.
    pub(in crate::wire) fn signed(&mut self) -> Result<i32, WireError> {
        let start = self.at;
        let negative = self.eat(b'-');
        let magnitude = self.number()?;
        if negative && magnitude == 0 {
            return Err(self.rule(Rule::Digits, start));
        }
        // At most 2^53 - 1, so the cast and the sign are exact.
        let number = magnitude as i64 * if negative { -1 } else { 1 };
        i32::try_from(number).map_err(|_| WireError::Syntax {
            expected: Expected::Number,
            at: start,
        })
    }

    pub(in crate::wire) fn boolean(&mut self) -> Result<bool, WireError> {
        for (word, value) in [("true", true), ("false", false)] {
            if self.rest().starts_with(word.as_bytes()) {
                self.at += word.len();
                return Ok(value);
            }
        }
        Err(self.syntax(Expected::Boolean))
    }

    /// Reads a word of a closed list.
    pub(in crate::wire) fn word<T>(
        &mut self,
        field: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<T, WireError> {
        let at = self.at;
        let word = self.text()?;
        parse(&word).ok_or_else(|| WireError::UnknownWord {
            field,
            word: word.into_owned(),
            at,
        })
    }
}
