//! The search of the wall: the form on its pages, and the index that its script loads piece by piece.
//!
//! An enhancement only: without script the form is hidden, and everybody stands on the wall. The keys are those by which the archive
//! searches (`names::key`); the script reads a query with the letters of `reading`. Described in `docs/search.md`.

mod reading;
#[cfg(test)]
mod tests;

use std::{
    collections::{BTreeMap, HashMap},
    fmt::Write,
};

use edition::edition::Subject;
use maud::{Markup, html};
use names::{
    fold::{fold, words},
    key::{keys, search_keys_of_folded},
    normal::{JOINT, normal},
    sound::Readings,
};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::{
    RenderError, assets, escape,
    here::Here,
    lang::Lang,
    letters::{Script, sort_key},
    page,
    plan::{Kind, Output},
    scripts,
    site::Site,
};

/// People in one file. Chosen by us: about 13 kB, and people found by one name stand in few of them.
const PEOPLE: usize = 128;

/// Bytes of one file of keys, about. The bar is 16,384 when compressed.
const KEYS: usize = 40_000;

/// The form. It appears when the script runs, and says what it finds in `role=status`.
pub(crate) fn form(here: &Here<'_>) -> Markup {
    html! {
        form.wall-search #wall-search role="search" hidden data-up=(here.up) data-found=(here.say("search-found"))
            data-first=(here.say("search-first")) data-none=(here.say("search-none")) data-failed=(here.say("search-failed")) {
            label for="wall-query" { (here.say("search-label")) }
            input #wall-query type="search" name="q" dir="auto" autocomplete="off" maxlength="200" aria-describedby="wall-hint";
            button type="submit" { (here.say("search-button")) }
            p.small #wall-hint { (here.say("search-hint")) " " (scripts::MARK) " " (here.say("machine-note")) }
            p #wall-status role="status" aria-live="polite" {}
            ul.names #wall-found {}
        }
    }
}

/// A page of the wall, with the script of its search if anybody can be found.
pub(crate) fn frame(here: &Here<'_>, title: &str, people: bool, main: Markup) -> String {
    let scripts: &[&str] = if people { &["assets/search.js"] } else { &[] };
    let head = page::Head {
        title,
        room: "people",
        class: "wall",
        scripts,
        ..page::Head::default()
    };
    page::frame_with(here, &head, main)
}

/// Writes the script and its index: `search/index.js`, keys with who has them in `search/kN.js`, people in `search/pN.js`. Nothing when nobody
/// has a name.
pub(crate) fn write(site: &Site<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    let people = people(site);
    if people.is_empty() {
        return Ok(());
    }
    let lists = files_of_keys(&people);
    let firsts: Vec<&str> = lists.iter().map(|(first, _)| first.as_str()).collect();
    let index = format!(
        "wall(\"index\",{{people:{},per:{PEOPLE},first:{},letters:{}}});\n",
        people.len(),
        escape::script(&firsts.join(" ")),
        escape::script(&reading::letters())
    );
    output.write("search/index.js", index.as_bytes(), Kind::Other)?;
    let script = assets::search_script();
    output.write("assets/search.js", script.as_bytes(), Kind::Other)?;
    for (number, (_, list)) in lists.iter().enumerate() {
        let file = format!("wall(\"k{number}\",{});\n", escape::script(list));
        output.write(
            &format!("search/k{number}.js"),
            file.as_bytes(),
            Kind::Other,
        )?;
    }
    for (number, people) in people.chunks(PEOPLE).enumerate() {
        let mut file = format!("wall(\"p{number}\",[");
        for (place, subject) in people.iter().enumerate() {
            file.push_str(if place > 0 { ",\n[" } else { "\n[" });
            file.push_str(&escape::script(&site.address(subject.id)));
            for name in shown(subject) {
                file.push(',');
                file.push_str(&escape::script(name));
            }
            for name in machine(site, subject) {
                file.push(',');
                file.push_str(&escape::script(&format!("{}{name}", scripts::MARK)));
            }
            file.push(']');
        }
        file.push_str("\n]);\n");
        output.write(
            &format!("search/p{number}.js"),
            file.as_bytes(),
            Kind::Other,
        )?;
    }
    Ok(())
}

/// Those on the wall who have a name, in the order of their names, so that people of one name stand together.
fn people<'a>(site: &Site<'a>) -> Vec<&'a Subject> {
    let mut people: Vec<&Subject> = site
        .wall_names()
        .filter(|subject| !subject.names.is_empty())
        .collect();
    people.sort_by_cached_key(|subject| {
        let name = shown(subject).next().unwrap_or_default();
        (sort_key(name), subject.id)
    });
    people
}

/// The name of a person as a machine writes it for readers of each script in which the exhibition is written.
fn machine<'s>(site: &'s Site<'_>, subject: &Subject) -> impl Iterator<Item = &'s str> {
    let person = site.wall.place(subject.id);
    [Lang::is_rtl, |lang: Lang| !lang.is_rtl()]
        .into_iter()
        .filter_map(|written| {
            let mut languages = site.options.languages.iter();
            languages.find(|lang| written(**lang)).copied()
        })
        .filter_map(move |lang| site.wall.machine(lang, person?))
}

/// The first name of a person in each script.
fn shown(subject: &Subject) -> impl Iterator<Item = &str> {
    Script::ALL.into_iter().filter_map(|script| {
        let mut names = subject.names.iter().map(|name| name.text.as_str());
        names.find(|name| Script::of(name) == script)
    })
}

/// Keys in order, each with the people who have it, cut into files: the first key of each, and `key:people` joined by `;`. People
/// are numbers to base 36 joined by `,`, each counted from the one before. A key of many people goes on in the next file.
fn files_of_keys(people: &[&Subject]) -> Vec<(String, String)> {
    let mut found: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut unread = Unread::default();
    for (number, subject) in people.iter().enumerate() {
        let mut keys: Vec<String> = subject
            .names
            .iter()
            .flat_map(|name| keys_of(&name.text, &mut unread))
            .collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            found.entry(key).or_default().push(number);
        }
    }
    let mut files: Vec<(String, String)> = Vec::new();
    for (key, people) in &found {
        let mut before = None;
        for number in people {
            let full = files.last().is_none_or(|(_, list)| list.len() > KEYS);
            if full {
                files.push((key.clone(), String::new()));
                before = None;
            }
            let Some((_, list)) = files.last_mut() else {
                continue;
            };
            match before {
                None => {
                    let sign = if list.is_empty() { "" } else { ";" };
                    // Writing to a String cannot fail.
                    let _ = write!(list, "{sign}{key}:{}", base_36(*number));
                }
                Some(before) => {
                    list.push(',');
                    list.push_str(&base_36(number - before));
                }
            }
            before = Some(*number);
        }
    }
    files
}

/// The keys of a name, as the catalog finds it by; of words in letters that are not read, the words themselves.
fn keys_of(name: &str, unread: &mut Unread) -> Vec<String> {
    let form = normal(name);
    let mut found = search_keys_of_folded(&form);
    if form.contains(JOINT) {
        found.extend(search_keys_of_folded(&form.replace(JOINT, " ")));
    }
    found.retain(|key| key.is_ascii());
    found.extend(words(&fold(name)).filter(|word| unread.has(word)).map(bare));
    found
}

/// Which folded words are in letters that are not read. Names share their words, and reading one takes longer than all else here.
#[derive(Debug, Default)]
struct Unread(HashMap<String, bool>);

impl Unread {
    fn has(&mut self, word: &str) -> bool {
        if let Some(known) = self.0.get(word) {
            return *known;
        }
        let is_unread = keys(&Readings::of(word)).iter().any(|key| !key.is_ascii());
        self.0.insert(word.to_owned(), is_unread);
        is_unread
    }
}

/// A folded word without its marks, decomposed: what the script makes of it.
fn bare(word: &str) -> String {
    word.nfkd().filter(|c| !is_combining_mark(*c)).collect()
}

/// A number to base 36, as JavaScript reads it.
fn base_36(number: usize) -> String {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let mut digits = Vec::new();
    let mut rest = number;
    loop {
        digits.push(char::from(DIGITS[rest % 36]));
        rest /= 36;
        if rest == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}
