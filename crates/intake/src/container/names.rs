//! Names in a packed file that lead out of it, hide something or pass for one another.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use super::{Container, Entry, EntryKind, shown};
use crate::{
    kind::MediaType,
    problem::{Finding, Problem},
};

/// Reports each entry that is no plain file or folder, or whose name is not plain.
pub(super) fn check(container: &mut Container<'_>) {
    // A gzip need not say what it holds.
    let nameless = container.media_type == MediaType::Gzip;
    let problems = &mut container.problems;
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut alike: BTreeMap<String, &str> = BTreeMap::new();
    for entry in &container.entries {
        let name = entry.name.as_str();
        problems.extend(of_kind(entry).map(Problem::from));
        if !(name.is_empty() && nameless) {
            problems.extend(of_name(name).map(Problem::from));
        }
        if entry.kind == EntryKind::Folder {
            continue;
        }
        let times = seen.entry(name).or_default();
        *times += 1;
        if *times == 2 {
            problems.push(
                Finding::flag("entry-twice")
                    .with("name", shown(name))
                    .into(),
            );
        }
        if *times > 1 {
            continue;
        }
        if let Some(other) = alike.insert(look(name), name) {
            problems.push(
                Finding::flag("entry-names-alike")
                    .with("name", shown(name))
                    .with("other", shown(other))
                    .into(),
            );
        }
    }
}

fn of_kind(entry: &Entry) -> Option<Finding> {
    match &entry.kind {
        EntryKind::Link { to } => Some(
            Finding::flag("entry-link")
                .with("name", shown(&entry.name))
                .with("to", shown(to)),
        ),
        EntryKind::Device => Some(Finding::flag("entry-device").with("name", shown(&entry.name))),
        EntryKind::File | EntryKind::Folder => None,
    }
}

/// The worst that can be said of a name.
pub(crate) fn of_name(name: &str) -> Option<Finding> {
    let code = if leads_out(name) {
        Finding::flag("entry-name-leads-out")
    } else if name.chars().any(is_invisible) {
        Finding::flag("entry-name-invisible")
    } else if name.contains('\\') {
        Finding::flag("entry-name-backslash")
    } else if name.is_empty() || name.split('/').any(is_special) {
        Finding::flag("entry-name-special")
    } else {
        return None;
    };
    Some(code.with("name", shown(name)))
}

/// Whether a name leads out of the folder into which somebody unpacks it, on any system.
fn leads_out(name: &str) -> bool {
    let drive = name.as_bytes();
    let drive = drive.first().is_some_and(u8::is_ascii_alphabetic) && drive.get(1) == Some(&b':');
    drive || name.starts_with(['/', '\\']) || name.split(['/', '\\']).any(|step| step == "..")
}

/// Names that Windows takes for devices, or cuts or reads otherwise ("Naming Files, Paths, and Namespaces" of the Win32 documentation).
fn is_special(step: &str) -> bool {
    let stem = step.split('.').next().unwrap_or_default();
    let numbered = |word: &str| {
        let rest = stem
            .get(..3)
            .filter(|start| start.eq_ignore_ascii_case(word));
        rest.is_some() && stem.len() == 4 && matches!(stem.as_bytes()[3], b'1'..=b'9')
    };
    let device = ["con", "prn", "aux", "nul"]
        .iter()
        .any(|word| stem.eq_ignore_ascii_case(word));
    let dots = step == "." || (!step.is_empty() && step.ends_with(['.', ' ']));
    device || numbered("com") || numbered("lpt") || dots || step.contains(':')
}

/// Characters that cannot be seen and change what can: controls, those that turn the writing around (UAX #9 section 2), and those of no
/// width. The joiners, which Persian and Indic writing need, are not among them.
pub(super) fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// What a name looks like: one form for all names that a reader takes for the same.
fn look(name: &str) -> String {
    name.nfkd()
        .filter(|character| {
            !is_invisible(*character) && !matches!(character, '\u{200c}' | '\u{200d}' | '\u{640}')
        })
        .flat_map(char::to_lowercase)
        .map(plain)
        .collect()
}

/// The plain letter that `letter` looks like. Ours, of the letters in names of files that people use to deceive; UTS #39 has thousands.
fn plain(letter: char) -> char {
    match letter {
        'а' | 'α' | 'ɑ' => 'a',
        'в' => 'b',
        'с' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' | 'ҽ' => 'e',
        'һ' => 'h',
        'і' | 'ι' | 'ı' | 'l' | '1' | '|' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'м' => 'm',
        'п' => 'n',
        'о' | 'ο' | 'օ' | '0' | '\u{660}' | '\u{6f0}' => 'o',
        'р' | 'ρ' => 'p',
        'ԛ' => 'q',
        'г' => 'r',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'υ' | 'ս' => 'u',
        'ν' | 'ѵ' => 'v',
        'ԝ' | 'ѡ' => 'w',
        'х' | 'χ' => 'x',
        'у' | 'γ' => 'y',
        'ك' => 'ک',
        'ي' | 'ى' => 'ی',
        'ہ' | 'ە' => 'ه',
        '\\' | '\u{2044}' | '\u{2215}' => '/',
        // The digits of Arabic and of Persian, 1 to 9.
        '\u{661}'..='\u{669}' => plain(char::from(b'0' + (letter as u32 - 0x660) as u8)),
        '\u{6f1}'..='\u{6f9}' => plain(char::from(b'0' + (letter as u32 - 0x6f0) as u8)),
        other => other,
    }
}
