//! What was checked, and what came out.

use std::fmt;

use crate::json::Writer;

/// Checks and their verdicts, in the order in which they were made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The checks.
    pub checks: Vec<Check>,
}

/// One check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What was checked, in a word or two.
    pub what: String,
    /// What came out.
    pub verdict: Verdict,
    /// The facts, in one line; empty when there is nothing to add.
    pub note: String,
}

/// What came out of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is so.
    Holds,
    /// It is not so.
    DoesNotHold,
    /// It could not be found out.
    NotChecked,
}

impl Verdict {
    /// The word for it in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::DoesNotHold => "does-not-hold",
            Self::NotChecked => "not-checked",
        }
    }

    /// The exit code of a program that reports it: 0 holds, 1 does not hold, 2 could not be checked.
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Holds => 0,
            Self::DoesNotHold => 1,
            Self::NotChecked => 2,
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Report {
    /// Adds a check.
    pub fn add(&mut self, what: &str, verdict: Verdict, note: impl fmt::Display) {
        self.checks.push(Check {
            what: what.to_owned(),
            verdict,
            note: note.to_string(),
        });
    }

    /// The verdict over all: it does not hold when one check does not; it is not checked when one is not, or there are none.
    pub fn verdict(&self) -> Verdict {
        let has = |verdict| self.checks.iter().any(|check| check.verdict == verdict);
        if has(Verdict::DoesNotHold) {
            Verdict::DoesNotHold
        } else if has(Verdict::NotChecked) || self.checks.is_empty() {
            Verdict::NotChecked
        } else {
            Verdict::Holds
        }
    }

    /// One JSON object: `{"checks":[{"note":…,"verdict":…,"what":…}],"verdict":…}`.
    pub fn to_json(&self) -> String {
        let mut writer = Writer::new();
        writer.begin_object().key("checks").begin_array();
        for check in &self.checks {
            writer.begin_object();
            writer.key("note").string(&check.note);
            writer.key("verdict").string(check.verdict.as_str());
            writer.key("what").string(&check.what);
            writer.end_object();
        }
        writer.end_array();
        writer
            .key("verdict")
            .string(self.verdict().as_str())
            .end_object();
        String::from_utf8_lossy(&writer.finish()).into_owned()
    }
}

/// One line for each check and one for the verdict. Control characters of what was checked are shown as `\u{…}`, so that no file can paint
/// its own verdict on a terminal.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Check {
            what,
            verdict,
            note,
        } in &self.checks
        {
            writeln!(f, "{verdict:<13}  {what}{}", Plain(note))?;
        }
        writeln!(f, "verdict: {}", self.verdict())
    }
}

/// A note after a colon, without control characters.
struct Plain<'n>(&'n str);

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = ": ";
        for c in self.0.chars() {
            f.write_str(std::mem::take(&mut separator))?;
            if c.is_control() {
                write!(f, "{}", c.escape_unicode())?;
            } else {
                write!(f, "{c}")?;
            }
        }
        Ok(())
    }
}
