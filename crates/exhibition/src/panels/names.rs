//! The names: as panels for the wall, and as a book to be turned over.

use edition::edition::{Shown, Subject};
use serde_json::{Value, json};

use super::{
    Size,
    plain::breakable,
    press::{Leads, Press},
    rooms::pictures,
    size::{Measures, steps},
};
use crate::{
    Lang, RenderError, dates, here::Here, letters::Script, page, rooms::wall, site, svg, towns,
};

const PANELS: &str = include_str!("../../assets/panels/names.typ");
const BOOK: &str = include_str!("../../assets/panels/book.typ");

/// Points of a name on a panel (exhibition brief, section 10).
const LETTERS: f64 = 14.0;
/// Millimetres of a column of such names. Chosen by us: three words of usual length.
const COLUMN: f64 = 82.0;
/// Millimetres of a line for each point of its letters, in the Latin and in the Arabic script: the height of its letters and the
/// space after it, as `names.typ` sets them, and a twentieth for names that take two lines.
const LINE: [f64; 2] = [1.33 * 25.4 / 72.0, 1.62 * 25.4 / 72.0];
/// Lines of what stands after the last name.
const AFTER: usize = 8;
/// Points of a name in the book.
const BOOK_LETTERS: f64 = 9.0;
/// Leaves left blank at the end of the book. Chosen by us: two sheets of paper.
const BLANK: u32 = 4;
/// A name of more letters is cut: the whole of it stands on its page.
const LONGEST: usize = 160;

/// Panels of all names. Few names are set larger, so that they fill their sheet.
pub(super) fn panels(press: &mut Press<'_, '_>) -> Result<(), RenderError> {
    for size in press.sizes(&[Size::A1, Size::A0]) {
        let measures = size.measures();
        let mut sections = sections(press, false);
        if sections.is_empty() {
            return Ok(());
        }
        for section in &mut sections {
            let (letters, columns) = letters(measures, section);
            section.values["letters-size"] = json!(letters);
            section.values["columns"] = json!(columns);
        }
        let name = press.name(size, "names");
        let title = page::room_title(&press.here(0), "people");
        let (mut values, code) = press.values(measures, &title, &leads());
        values.insert("sections".to_owned(), in_json(sections));
        press.print(&name, PANELS, values, pictures(code), false)?;
    }
    Ok(())
}

/// Points of a name and columns of a sheet on which the names of a script stand: the largest letters with which they fit on one,
/// the smallest when they do not.
fn letters(measures: Measures, section: &Section) -> (f64, u32) {
    // Millimetres under the title, which takes about 1.7 times the size of its measure.
    let title = measures.title * 1.7 * 25.4 / 72.0;
    let air = measures.margin * 0.35;
    let room =
        measures.height - 2.0 * measures.margin - measures.hidden - measures.foot - air - title;
    let line = LINE[usize::from(section.rtl)];
    let at = |letters: f64| {
        (
            (measures.inner() / (COLUMN * letters / LETTERS))
                .floor()
                .max(1.0),
            letters,
        )
    };
    let (columns, letters) = steps(LETTERS * 3.0, LETTERS)
        .into_iter()
        .map(at)
        .find(|(columns, letters)| {
            columns * (room / (letters * line)).floor() >= (section.lines + AFTER) as f64
        })
        .unwrap_or(at(LETTERS));
    (letters, columns as u32)
}

/// The book of names.
pub(super) fn book(press: &mut Press<'_, '_>) -> Result<(), RenderError> {
    for size in press.sizes(&[Size::A4]) {
        let mut measures = size.measures();
        measures.body = BOOK_LETTERS;
        let sections = sections(press, true);
        if sections.is_empty() {
            return Ok(());
        }
        let name = press.name(size, "book-of-names");
        let headings = press.both(|here| here.say("panels-book").to_owned());
        let (mut values, code) = press.values(measures, &headings[0], &leads());
        values.insert("headings".to_owned(), json!(headings));
        values.insert("columns".to_owned(), json!(2));
        values.insert("sections".to_owned(), in_json(sections));
        values.insert("blank".to_owned(), json!(BLANK));
        values.insert(
            "leaves".to_owned(),
            json!(press.both(|here| here.say("blank-leaves").to_owned())),
        );
        press.print(&name, BOOK, values, pictures(code), false)?;
    }
    Ok(())
}

fn leads() -> Leads {
    Leads {
        key: super::code::key("people"),
        page: "people/index.html".to_owned(),
    }
}

/// The names of one script.
struct Section {
    /// Lines that it takes: names, and letters before them.
    lines: usize,
    /// In the Arabic script.
    rtl: bool,
    values: Value,
}

fn in_json(sections: Vec<Section>) -> Value {
    sections.into_iter().map(|section| section.values).collect()
}

/// The wall of each script, in the language of the pair that is written in it. In the book each name has its other script, when and
/// where the person died beside it.
fn sections(press: &Press<'_, '_>, book: bool) -> Vec<Section> {
    let mut sections = Vec::new();
    for script in Script::ALL {
        let place = usize::from(
            press.langs().map(Script::of_lang) != [script; 2]
                && Script::of_lang(press.langs()[1]) == script,
        );
        let here = press.here(place);
        // A letter before its names takes about three lines.
        let mut lines = 0;
        let letters: Vec<Value> = wall::in_order(&here, script)
            .into_iter()
            .map(|(letter, rows)| {
                lines += rows.len() + 3;
                let names: Vec<Value> = rows
                    .into_iter()
                    .map(|(name, subject)| {
                        let name = breakable(&svg::fit(name, LONGEST));
                        if book {
                            json!(beside(&here, name, subject, script))
                        } else {
                            json!(name)
                        }
                    })
                    .collect();
                json!({ "face": letter.face().unwrap_or("…"), "names": names })
            })
            .collect();
        if letters.is_empty() {
            continue;
        }
        let title = match script {
            Script::Latin => "wall-latin",
            Script::Arabic => "wall-arabic",
            Script::Other => "wall-other",
        };
        // Names of a script that neither language has are set as Latin ones are.
        let lang = match script {
            Script::Arabic if !here.lang().is_rtl() => Lang::Fa,
            Script::Latin | Script::Other if here.lang().is_rtl() => Lang::En,
            _ => here.lang(),
        };
        sections.push(Section {
            lines,
            rtl: lang.is_rtl(),
            values: json!({
                "lang": lang.tag(), "title": here.say(title), "count": count(&here, script), "letters": letters, "after": after(&here),
            }),
        });
    }
    sections
}

/// How many names stand in this script, and as of when.
fn count(here: &Here<'_>, script: Script) -> String {
    let named = here.site.members("people").filter(|subject| {
        subject
            .names
            .iter()
            .any(|name| Script::of(&name.text) == script)
    });
    let names = here.words.count("count-names", named.count() as u64);
    format!("{names}{}{}", here.lang().comma(), page::as_of(here))
}

/// What stands after the last name: those without one, and that the wall is not complete.
fn after(here: &Here<'_>) -> Vec<String> {
    let unnamed = here
        .site
        .members("people")
        .filter(|subject| subject.names.is_empty())
        .count();
    let mut after = Vec::new();
    if unnamed > 0 {
        after.push(here.words.count("panels-unnamed", unnamed as u64));
    }
    after.push(here.say("blank-leaves").to_owned());
    after
}

/// The name, then in another script, years and place of death, as far as they are shown: parts that the sheet isolates.
fn beside(here: &Here<'_>, name: String, subject: &Subject, script: Script) -> Vec<String> {
    let other = subject
        .names
        .iter()
        .find(|name| Script::of(&name.text) != script)
        .map(|name| name.text.clone());
    let died = site::facts(subject, "died").filter_map(|fact| match &fact.value {
        Shown::Date(date) => Some(&**date),
        _ => None,
    });
    let years = dates::years(here.words, died);
    let place = site::facts(subject, "place-of-death").find_map(|fact| match &fact.value {
        Shown::Text { text, .. } => Some(towns::name(here.lang(), text).unwrap_or(text).to_owned()),
        Shown::Record { names, .. } => site::names(here.lang(), names)
            .0
            .map(|name| name.text.clone()),
        _ => None,
    });
    let more = [other, years, place].into_iter().flatten();
    std::iter::once(name)
        .chain(more.map(|words| breakable(&svg::fit(&words, LONGEST))))
        .collect()
}
