//! Writing canonical JSON by hand, without building a value first.

use super::{Number, compare_keys, parse::read_string, write::write_string};

/// Appends canonical JSON step by step.
///
/// The caller keeps members in order and closes what it opened; debug builds check it.
#[derive(Clone, Debug, Default)]
pub struct Writer {
    out: Vec<u8>,
    open: Vec<Open>,
}

/// A list or object that is not closed.
#[derive(Clone, Debug)]
struct Open {
    object: bool,
    /// Whether something is in it.
    filled: bool,
    /// Where its last name starts in the output.
    last_key: Option<usize>,
}

impl Writer {
    /// A writer that has written nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// A writer that appends to `out`.
    pub fn appending(out: Vec<u8>) -> Self {
        Self {
            out,
            open: Vec::new(),
        }
    }

    /// Opens an object.
    pub fn begin_object(&mut self) -> &mut Self {
        self.begin(b'{')
    }

    /// Closes the object opened last.
    pub fn end_object(&mut self) -> &mut Self {
        self.end(b'}')
    }

    /// Opens a list.
    pub fn begin_array(&mut self) -> &mut Self {
        self.begin(b'[')
    }

    /// Closes the list opened last.
    pub fn end_array(&mut self) -> &mut Self {
        self.end(b']')
    }

    /// Names the value that comes next; names come in the order of [`compare_keys`], each once.
    pub fn key(&mut self, key: &str) -> &mut Self {
        debug_assert!(self.comes_next(key), "`{key}` out of order");
        let start = self.out.len();
        if let Some(open) = self.open.last_mut() {
            if std::mem::replace(&mut open.filled, true) {
                self.out.push(b',');
            }
            open.last_key = Some(start + usize::from(self.out.len() > start));
        }
        write_string(key, &mut self.out);
        self.out.push(b':');
        self
    }

    /// Writes a text.
    pub fn string(&mut self, text: &str) -> &mut Self {
        self.separate();
        write_string(text, &mut self.out);
        self
    }

    /// Writes a number.
    pub fn number(&mut self, number: Number) -> &mut Self {
        self.separate();
        number.write(&mut self.out);
        self
    }

    /// Writes a truth value.
    pub fn bool(&mut self, truth: bool) -> &mut Self {
        self.separate();
        self.out
            .extend_from_slice(if truth { b"true" } else { b"false" });
        self
    }

    /// Writes `null`.
    pub fn null(&mut self) -> &mut Self {
        self.separate();
        self.out.extend_from_slice(b"null");
        self
    }

    /// The bytes written.
    pub fn finish(self) -> Vec<u8> {
        debug_assert!(self.open.is_empty(), "something is left open");
        self.out
    }

    fn begin(&mut self, bracket: u8) -> &mut Self {
        self.separate();
        self.out.push(bracket);
        self.open.push(Open {
            object: bracket == b'{',
            filled: false,
            last_key: None,
        });
        self
    }

    fn end(&mut self, bracket: u8) -> &mut Self {
        let closed = self.open.pop();
        debug_assert!(
            closed.is_some_and(|open| open.object == (bracket == b'}')),
            "closes what was not opened"
        );
        self.out.push(bracket);
        self
    }

    /// Writes the comma before a further item of a list.
    fn separate(&mut self) {
        if let Some(open) = self.open.last_mut().filter(|open| !open.object)
            && std::mem::replace(&mut open.filled, true)
        {
            self.out.push(b',');
        }
    }

    fn comes_next(&self, key: &str) -> bool {
        self.open.last().is_some_and(|open| {
            open.object
                && open.last_key.is_none_or(|start| {
                    let text = std::str::from_utf8(&self.out[start..]).unwrap_or_default();
                    read_string(text).is_some_and(|last| compare_keys(&last, key).is_lt())
                })
        })
    }
}
