//! Numbered notes: who says it, where it can be read, how sure it is. Equal citations share a number.

use edition::edition::{Cited, ShownLocator, ShownVoice};
use maud::{Markup, html};

use crate::{escape, here::Here, numbers};

/// The notes of one page, in the order of their first mark.
#[derive(Debug, Default)]
pub(crate) struct Notes<'a> {
    cited: Vec<&'a Cited>,
}

impl<'a> Notes<'a> {
    /// The marks of these citations.
    pub(crate) fn marks(&mut self, here: &Here<'_>, citations: &'a [Cited]) -> Markup {
        let mut numbers: Vec<usize> = citations.iter().map(|cited| self.number(cited)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        html! {
            @for number in numbers {
                a.m href=(format!("#n{number}")) { (numbers::plain(here.lang(), number as i64)) }
            }
        }
    }

    fn number(&mut self, cited: &'a Cited) -> usize {
        match self.cited.iter().position(|known| is_same(known, cited)) {
            Some(place) => place + 1,
            None => {
                self.cited.push(cited);
                self.cited.len()
            }
        }
    }

    /// The list of notes; nothing when there are none.
    pub(crate) fn list(&self, here: &Here<'_>) -> Markup {
        html! {
            @if !self.cited.is_empty() {
                section.notes aria-labelledby="notes" {
                    h2 #notes { (here.say("notes")) }
                    ol {
                        @for (place, cited) in self.cited.iter().enumerate() {
                            li id=(format!("n{}", place + 1)) { (note(here, cited)) }
                        }
                    }
                }
            }
        }
    }
}

/// Citations that differ in the column of a table only are one note: it leads to the row.
fn is_same(one: &Cited, two: &Cited) -> bool {
    one.source == two.source
        && one.item == two.item
        && one.place_in_source == two.place_in_source
        && one.voices == two.voices
        && one.certainty == two.certainty
        && one.certainty_note == two.certainty_note
        && one.withheld == two.withheld
        && match (&one.locator, &two.locator) {
            (Some(ShownLocator::Cell(one, _)), Some(ShownLocator::Cell(two, _))) => one == two,
            (one, two) => one == two,
        }
}

/// Everything a note says: source, place, item, voices, certainty.
pub(crate) fn note(here: &Here<'_>, cited: &Cited) -> Markup {
    html! {
        (source(here, cited))
        @if let Some(item) = cited.item {
            (here.lang().semicolon())
            a href=(here.to_item(item, cited.locator.as_ref())) {
                (escape::code(&item.to_string()))
                @if let Some(locator) = &cited.locator { (here.lang().comma()) (place(here, locator)) }
            }
        }
        @if !cited.voices.is_empty() { ". " (voices(here, &cited.voices)) }
        ". " span.sure { (here.term(cited.certainty.as_str())) }
        @if let Some(note) = &cited.certainty_note { (here.lang().colon()) (escape::value(note, None)) }
    }
}

/// The source and the place in it.
pub(crate) fn source(here: &Here<'_>, cited: &Cited) -> Markup {
    html! {
        @match (cited.source, cited.withheld) {
            (Some(id), _) => {
                @let card = here.site.source(id);
                a href=(here.to_source(id)) {
                    @match card {
                        Some(card) => (escape::value(&card.title, only(&card.languages))),
                        None => (escape::code(&id.to_string())),
                    }
                }
            },
            (None, Some(reason)) => (here.gap(reason)),
            (None, None) => (here.say("no-source")),
        }
        @if let Some(place) = &cited.place_in_source { (here.lang().comma()) (escape::value(place, None)) }
        @if let (Some(_), Some(reason)) = (cited.source, cited.withheld) { " " (here.gap(reason)) }
    }
}

/// The language of a text when it can be one only.
pub(crate) fn only(languages: &[edition::Language]) -> Option<&edition::Language> {
    match languages {
        [language] => Some(language),
        _ => None,
    }
}

/// The chain of voices in one line, innermost first.
fn voices(here: &Here<'_>, voices: &[ShownVoice]) -> Markup {
    html! {
        @for (place, said) in voices.iter().enumerate() {
            @if place > 0 { (here.lang().semicolon()) }
            (voice(here, said))
        }
    }
}

/// One voice: "said by …", "reported by …".
pub(crate) fn voice(here: &Here<'_>, voice: &ShownVoice) -> Markup {
    let role = if voice.said {
        "voice-said-by"
    } else {
        "voice-reported-by"
    };
    html! { (here.say(role)) " " (who(here, voice)) }
}

/// Whose voice it is.
pub(crate) fn who(here: &Here<'_>, voice: &ShownVoice) -> Markup {
    html! {
        @match (voice.record, voice.source, &voice.name) {
            (Some(record), _, _) => (here.record(record)),
            (None, Some(source), Some(name)) => { a href=(here.to_source(source)) { (escape::name(name)) } },
            (None, Some(source), None) => { a href=(here.to_source(source)) { (escape::code(&source.to_string())) } },
            (None, None, Some(name)) => (escape::name(name)),
            (None, None, None) => span.gap { (here.say("voice-withheld")) },
        }
    }
}

/// Where in an item, in words.
pub(crate) fn place(here: &Here<'_>, locator: &ShownLocator) -> Markup {
    let words = here.words;
    let number =
        |number: u64| numbers::plain(words.lang, i64::try_from(number).unwrap_or(i64::MAX));
    html! {
        @match locator {
            ShownLocator::Page(page, _) => (words.fill("locator-page", &[("page", &number(u64::from(*page)))])),
            ShownLocator::Text(start, end, _) => (words.fill("locator-text", &[("from", &number(*start)), ("to", &number(*end))])),
            ShownLocator::Cell(row, _) => (words.fill("locator-row", &[("row", &number(*row))])),
            ShownLocator::Time(start, end) => (words.fill("locator-time", &[("from", &clock(words.lang, *start)), ("to", &clock(words.lang, *end))])),
            _ => {},
        }
    }
}

/// Milliseconds as minutes and seconds.
fn clock(lang: crate::Lang, milliseconds: u64) -> String {
    let seconds = milliseconds / 1000;
    numbers::digits(lang, &format!("{}:{:02}", seconds / 60, seconds % 60))
}
