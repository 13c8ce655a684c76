//! What every kind of sheet needs: the words of both languages, the measures, the code, and the way into a file.

use edition::{Localized, Pictures};
use print::{Finish, Sheet};
use serde_json::{Map, Value, json};

use super::{PanelOptions, PanelReport, Size, code, size::Measures};
use crate::{
    RenderError, Sink, dates, escape, here::Here, lang::Lang, page, site, site::Site, words::Words,
};

/// The source that all others import.
const HOUSE: &str = include_str!("../../assets/panels/house.typ");

/// Prints one pair of languages.
pub(super) struct Press<'p, 'a> {
    /// The edition.
    pub(super) site: &'a Site<'a>,
    /// Its pictures.
    pub(super) pictures: &'a Pictures<'a>,
    /// The words of the two languages, left and right.
    pub(super) words: &'a [Words; 2],
    /// What is to be printed.
    pub(super) options: &'a PanelOptions,
    sink: &'p dyn Sink,
    /// What was printed.
    pub(super) report: &'p mut PanelReport,
}

/// What a code leads to: the word of its short address, and where that is in words.
pub(super) struct Leads {
    /// Such as `P7K3M9Q2X4T8WC` or `GRAVES`.
    pub(super) key: String,
    /// Address of the page from the folder of its language.
    pub(super) page: String,
}

impl<'p, 'a> Press<'p, 'a> {
    pub(super) fn new(
        (site, pictures): (&'a Site<'a>, &'a Pictures<'a>),
        words: &'a [Words; 2],
        options: &'a PanelOptions,
        sink: &'p dyn Sink,
        report: &'p mut PanelReport,
    ) -> Self {
        Self {
            site,
            pictures,
            words,
            options,
            sink,
            report,
        }
    }

    /// Where a page in either language would be: gives the words of that language.
    pub(super) fn here(&self, place: usize) -> Here<'a> {
        Here::new(self.site, &self.words[place], "panel".to_owned())
    }

    /// Something in both languages.
    pub(super) fn both<T>(&self, of: impl Fn(&Here<'a>) -> T) -> [T; 2] {
        [of(&self.here(0)), of(&self.here(1))]
    }

    /// The languages.
    pub(super) fn langs(&self) -> [Lang; 2] {
        [self.words[0].lang, self.words[1].lang]
    }

    /// The sizes in which a kind of sheet is printed whose own sizes are `own`, the usual one first.
    pub(super) fn sizes(&self, own: &[Size]) -> Vec<Size> {
        if self.options.sizes.is_empty() {
            return own.first().copied().into_iter().collect();
        }
        own.iter()
            .copied()
            .filter(|size| self.options.sizes.contains(size))
            .collect()
    }

    /// Name of a file, such as `a1-03-graves-fr-fa.pdf`.
    pub(super) fn name(&self, size: Size, what: &str) -> String {
        let [left, right] = self.langs();
        format!("{}-{what}-{}-{}.pdf", size.slug(), left.tag(), right.tag())
    }

    /// The values that every source reads. `title` is that of the document.
    pub(super) fn values(
        &self,
        measures: Measures,
        title: &str,
        leads: &Leads,
    ) -> (Map<String, Value>, Option<String>) {
        let edition = self.site.edition.whole();
        let langs = self.langs().map(Lang::tag);
        let code = code::code(self.options.base_address.as_deref(), &leads.key);
        let (code, drawing) = match code {
            Some((address, drawing)) => (
                json!({ "address": code::in_letters(&address), "alt": self.words[0].fill("panels-code", &[("what", &address)]) }),
                Some(drawing),
            ),
            None => {
                let words = self.both(|here| {
                    json!([here.say("panels-where"), here.lang().colon(), { "value": format!("{}/{}", here.lang().tag(), leads.page) }])
                });
                (json!({ "words": words }), None)
            }
        };
        let made_up = edition
            .made_up
            .then(|| self.both(|here| here.say("made-up").to_owned()));
        let values = json!({
            "title": title, "size": measures.json(), "marks": self.options.marks, "langs": langs, "code": code, "made-up": made_up,
            "foot": self.both(|here| format!("{} · {}", exhibition(here), page::as_of(here))),
            "exhibition": self.both(exhibition),
        });
        match values {
            Value::Object(map) => (map, drawing),
            _ => (Map::new(), drawing),
        }
    }

    /// Sets `source` with `values` and `pictures` (name and bytes) and writes it to the file `name`.
    pub(super) fn print(
        &mut self,
        name: &str,
        source: &'static str,
        values: Map<String, Value>,
        pictures: Vec<(String, Vec<u8>)>,
        accessible: bool,
    ) -> Result<(), RenderError> {
        let mut sheet = Sheet::new(source)
            .module("house.typ", HOUSE)
            .data("data.json", &Value::Object(values));
        for (name, bytes) in pictures {
            sheet = sheet.file(&name, bytes);
        }
        let finish = Finish {
            archival: true,
            accessible,
            ..Finish::new(name, self.day())
        };
        let failed = |source| RenderError::Print {
            path: name.to_owned(),
            source,
        };
        let pages = print::set(&sheet).map_err(failed)?;
        let pdf = pages.pdf(&finish).map_err(failed)?;
        self.sink
            .put(name, &pdf)
            .map_err(|source| RenderError::Sink {
                path: name.to_owned(),
                source,
            })?;
        self.report.files += 1;
        self.report.pages += pages.count() as u64;
        self.report.bytes += pdf.len() as u64;
        Ok(())
    }

    /// The day of the newest entry; the first of the calendar of files for an archive without one.
    fn day(&self) -> (i32, u8, u8) {
        let mut parts = self.site.edition.whole().as_of.split('-');
        let mut next = || parts.next();
        let read = || -> Option<(i32, u8, u8)> {
            Some((
                next()?.parse().ok()?,
                next()?.parse().ok()?,
                next()?.parse().ok()?,
            ))
        };
        let mut read = read;
        read().unwrap_or((1970, 1, 1))
    }
}

/// The title of the exhibition.
pub(super) fn exhibition(here: &Here<'_>) -> String {
    let edition = here.site.edition.face();
    site::localized(&edition.title, here.lang())
        .map_or(edition.archive_name.as_str(), |(_, title)| title)
        .to_owned()
}

/// The curator's words as paragraphs with their language; `null` where there are none.
pub(super) fn curated(here: &Here<'_>, text: &Localized) -> Value {
    match site::localized(text, here.lang()) {
        Some((language, words)) => {
            let paragraphs: Vec<String> = words
                .split("\n\n")
                .map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "))
                .filter(|paragraph| !paragraph.is_empty())
                .collect();
            let lang = match escape::direction(words, Some(language)) == here.lang().direction() {
                true => here.lang().tag(),
                false => language.as_str(),
            };
            json!({ "lang": lang, "paragraphs": paragraphs })
        }
        None => Value::Null,
    }
}

/// Both languages of curated words; `null` when neither has any.
pub(super) fn curated_in_both(press: &Press<'_, '_>, text: &Localized) -> Value {
    let both = press.both(|here| curated(here, text));
    if both.iter().any(Value::is_null) {
        Value::Null
    } else {
        json!(both)
    }
}

/// The day as the sheet has it, in words.
pub(super) fn day_in_words(here: &Here<'_>, day: &str) -> String {
    dates::iso(here.words, day)
}
