//! Names for readers of another script: as a machine writes them, always beside the name and marked as such.

use std::borrow::Cow;

use edition::{RecordId, edition::Name};
use maud::{Markup, html};
use names::transliterate::{Target, transliterate};

use crate::{
    escape,
    here::Here,
    lang::Lang,
    letters::Script,
    memory::{Part, seen},
    site::Site,
};

/// In which letters, by which convention, names are written for readers.
pub(crate) const TARGETS: [Target; 3] = [Target::Latin, Target::Persian, Target::Arabic];

/// Bytes of a name that a machine wrote; a longer one is left as it is.
pub(crate) const LONGEST: usize = 120;

/// The mark of a name that a machine wrote.
pub(crate) const MARK: &str = "°";

/// The letters of `lang`, and their place in [`TARGETS`].
pub(crate) fn target(lang: Lang) -> (usize, Target) {
    let place = match lang {
        Lang::En | Lang::Fr => 0,
        Lang::Fa => 1,
        Lang::Ar => 2,
    };
    (place, TARGETS[place])
}

/// The name to write in other letters; `None` where a source has one in the script of `lang`, or there is none.
pub(crate) fn foreign(lang: Lang, names: &[Name]) -> Option<&str> {
    let own = Script::of_lang(lang);
    if names.iter().any(|name| Script::of(&name.text) == own) {
        return None;
    }
    names.first().map(|name| name.text.as_str())
}

/// The names of a record as a machine writes the first of them for readers of `lang`.
pub(crate) fn machine<'s>(
    site: &'s Site<'_>,
    lang: Lang,
    id: RecordId,
    names: &[Name],
) -> Option<Cow<'s, str>> {
    if let Some(person) = site.wall.place(id) {
        seen(Part::Subject(id));
        return site.wall.machine(lang, person).map(Cow::Borrowed);
    }
    let name = foreign(lang, names)?;
    let written = transliterate(name, target(lang).1)?;
    (written.len() <= LONGEST).then_some(Cow::Owned(written))
}

/// The line under the heading of a record whose name no source writes in the script of the page; nothing for others.
pub(crate) fn beside(here: &Here<'_>, id: RecordId, names: &[Name]) -> Markup {
    html! {
        @if let Some(name) = machine(here.site, here.lang(), id, names) {
            p.other.machine title=(here.say("machine-note")) {
                bdi { (escape::Data(&name)) } (MARK) " " small { (here.say("machine-name")) }
            }
        }
    }
}

/// A name that a machine wrote, in a row of a list whose foot says what the mark means.
pub(crate) fn in_row(name: &str) -> Markup {
    html! { i { bdi { (escape::Data(name)) } (MARK) } }
}
