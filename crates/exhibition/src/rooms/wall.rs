//! The wall of names: a wall per script, a page per letter, rows with both scripts.

use std::collections::BTreeMap;

use edition::{
    RecordId,
    edition::{Name, Shown, Subject},
};
use maud::{Markup, PreEscaped, html};

use crate::{
    RenderError, dates, escape,
    here::Here,
    letters::{Letter, Script, sort_key},
    numbers, page,
    plan::{Kind, Output},
    rooms::{lists, wall_search},
    site,
};

/// A row: by what it is sorted, whose it is.
type Row<'a> = (String, &'a str, RecordId, &'a Name, &'a Subject);

/// The walls: rows by letter, in order.
struct Walls<'a> {
    letters: BTreeMap<Letter, Vec<Row<'a>>>,
    unnamed: Vec<&'a Subject>,
    people: usize,
}

/// Writes the room, one page per alphabet, and the pages of its letters.
pub(crate) fn write(here: &Here<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    let walls = walls(here);
    let title = page::room_title(here, "people");
    let lang = here.lang();
    let named = !walls.letters.is_empty();
    let page = wall_search::frame(here, &title, named, index(here, &walls));
    output.page(lang, &here.path, &page, Kind::List)?;
    for script in Script::ALL {
        if !walls.letters.keys().any(|letter| letter.0 == script) {
            continue;
        }
        let at = Here::new(here.site, here.words, alphabet_address(script));
        let body = html! {
            header.room { h1 { (at.say(script_title(script))) } p { (page::as_of(&at)) } }
            (wall_search::form(&at))
            (bar(&at, &walls, script, None))
            (order_note(&at))
        };
        output.page(
            lang,
            &at.path,
            &wall_search::frame(&at, at.say(script_title(script)), named, body),
            Kind::List,
        )?;
    }
    for (letter, rows) in &walls.letters {
        letter_pages(here, &walls, *letter, rows, output)?;
    }
    if walls.unnamed.is_empty() {
        return Ok(());
    }
    let rows = walls
        .unnamed
        .iter()
        .map(|subject| row_unnamed(here, subject))
        .collect();
    pages(
        here,
        UNNAMED,
        here.say("unnamed"),
        &html! {},
        rows,
        named,
        output,
    )
}

/// Where the people without a shown name stand.
const UNNAMED: &str = "people/letter/unnamed.html";

fn walls<'a>(here: &Here<'a>) -> Walls<'a> {
    let mut letters: BTreeMap<Letter, Vec<Row<'_>>> = BTreeMap::new();
    let mut unnamed = Vec::new();
    let mut people = 0;
    for subject in here.site.members("people") {
        people += 1;
        if subject.names.is_empty() {
            unnamed.push(subject);
        }
        for script in Script::ALL {
            if let Some(name) = subject
                .names
                .iter()
                .find(|name| Script::of(&name.text) == script)
            {
                let (letter, key) = sort_key(&name.text);
                letters
                    .entry(letter)
                    .or_default()
                    .push((key, &name.text, subject.id, name, subject));
            }
        }
    }
    for rows in letters.values_mut() {
        rows.sort_unstable_by(|one, two| (&one.0, one.1, one.2).cmp(&(&two.0, two.1, two.2)));
    }
    Walls {
        letters,
        unnamed,
        people,
    }
}

/// The names of a script in the order of the wall, letter by letter, with the people who bear them.
pub(crate) fn in_order<'a>(
    here: &Here<'a>,
    script: Script,
) -> Vec<(Letter, Vec<(&'a str, &'a Subject)>)> {
    walls(here)
        .letters
        .into_iter()
        .filter(|(letter, _)| letter.0 == script)
        .map(|(letter, rows)| {
            let rows = rows
                .into_iter()
                .map(|(_, text, _, _, subject)| (text, subject));
            (letter, rows.collect())
        })
        .collect()
}

fn script_title(script: Script) -> &'static str {
    match script {
        Script::Latin => "wall-latin",
        Script::Arabic => "wall-arabic",
        Script::Other => "wall-other",
    }
}

fn alphabet_address(script: Script) -> String {
    format!("people/{}.html", script.slug())
}

fn letter_address(letter: Letter) -> String {
    format!("people/letter/{}.html", letter.slug())
}

/// The room's first page: how many, which alphabets, the unnamed, and what the wall does not hold.
fn index(here: &Here<'_>, walls: &Walls<'_>) -> Markup {
    let mut scripts = Script::ALL;
    if here.lang().is_rtl() {
        scripts.swap(0, 1);
    }
    html! {
        (page::room_heading(here, "people"))
        p.count { (here.words.count("count-names", walls.people as u64)) (here.lang().comma()) (page::as_of(here)) "." }
        @if !walls.letters.is_empty() { (wall_search::form(here)) }
        @for script in scripts {
            @if walls.letters.keys().any(|letter| letter.0 == script) {
                section aria-labelledby=(script.slug()) {
                    h2 id=(script.slug()) { a href=(here.to(&alphabet_address(script))) { (here.say(script_title(script))) } }
                    (bar(here, walls, script, None))
                }
            }
        }
        @if !walls.unnamed.is_empty() {
            p {
                a href=(here.to(UNNAMED)) { (here.say("unnamed")) } " "
                small { (numbers::whole(here.lang(), walls.unnamed.len() as u64)) }
            }
        }
        (order_note(here))
        aside.leaves { p { (here.say("blank-leaves")) } }
    }
}

fn order_note(here: &Here<'_>) -> Markup {
    html! { p.small { (here.say("wall-order")) } }
}

/// The letters of an alphabet with their counts. Letters without names are shown, but lead nowhere.
fn bar(here: &Here<'_>, walls: &Walls<'_>, script: Script, current: Option<Letter>) -> Markup {
    html! {
        nav.letters aria-label=(here.say(script_title(script))) {
            ol {
                @for letter in Letter::alphabet(script, here.lang()) {
                    @let count = walls.letters.get(&letter).map_or(0, Vec::len);
                    @let face = letter.face().unwrap_or("…");
                    @if count > 0 {
                        li {
                            a href=(here.to(&letter_address(letter))) aria-current=[(current == Some(letter)).then_some("page")] {
                                bdi { (face) } " " small { (numbers::whole(here.lang(), count as u64)) }
                            }
                        }
                    } @else if letter.1.is_some() && !(here.lang() == crate::Lang::Ar && letter.is_persian_only()) {
                        li.none { bdi { (face) } }
                    }
                }
            }
        }
    }
}

fn letter_pages(
    here: &Here<'_>,
    walls: &Walls<'_>,
    letter: Letter,
    rows: &[Row<'_>],
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    let path = letter_address(letter);
    let at = Here::new(here.site, here.words, path.clone());
    let face = letter.face().unwrap_or(at.say("letter-rest"));
    let title = at.words.fill("letter-title", &[("name", face)]);
    let rows = rows
        .iter()
        .map(|(.., name, subject)| row(&at, name, subject))
        .collect();
    pages(
        here,
        &path,
        &title,
        &bar(&at, walls, letter.0, Some(letter)),
        rows,
        true,
        output,
    )
}

/// A list of rows on as many pages as it needs. `named`: somebody can be searched for.
fn pages(
    here: &Here<'_>,
    path: &str,
    title: &str,
    bar: &Markup,
    rows: Vec<String>,
    named: bool,
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    let pages = lists::cut(rows);
    for (place, rows) in pages.iter().enumerate() {
        let at = Here::new(here.site, here.words, lists::address(path, place + 1));
        let pager = lists::pager(&at, path, place + 1, pages.len());
        let body = html! {
            header.room {
                p.number { a href=(at.to("people/index.html")) { (escape::Data(&page::room_title(&at, "people"))) } }
                h1 { (title) }
            }
            @if named { (wall_search::form(&at)) }
            (bar)
            (pager)
            ul.names { @for row in rows { (PreEscaped(row)) } }
            (pager)
            p.small { (at.say("wall-marks")) }
        };
        let page = wall_search::frame(&at, title, named, body);
        output.page(at.lang(), &at.path, &page, Kind::List)?;
    }
    Ok(())
}

/// A name in the wall's script, its other script, years and place of death, number of sources.
fn row(here: &Here<'_>, name: &Name, subject: &Subject) -> String {
    let script = Script::of(&name.text);
    let other = subject
        .names
        .iter()
        .find(|other| Script::of(&other.text) != script);
    let died = site::facts(subject, "died").filter_map(|fact| match &fact.value {
        Shown::Date(date) => Some(date),
        _ => None,
    });
    let place = site::facts(subject, "place-of-death")
        .find(|fact| !matches!(fact.value, Shown::Withheld(_)));
    let years = dates::years(here.words, died);
    let mut sources: Vec<_> = subject
        .facts
        .iter()
        .flat_map(|fact| &fact.citations)
        .filter_map(|cited| cited.source)
        .collect();
    sources.sort_unstable();
    sources.dedup();
    let PreEscaped(row) = html! {
        li {
            a href=(here.to_record(subject.id)) { (escape::name(name)) }
            @if let Some(other) = other { " " span.other { (escape::name(other)) } }
            small {
                @if let Some(years) = &years { span.years { (years) } }
                @if years.is_some() && place.is_some() { " · " }
                @if let Some(fact) = place { (in_words(here, &fact.value)) }
                @if !sources.is_empty() { " [" (numbers::plain(here.lang(), sources.len() as i64)) "]" }
            }
        }
    };
    row
}

/// A value without a link, for a row that is one link already.
fn in_words(here: &Here<'_>, value: &Shown) -> Markup {
    match value {
        Shown::Text { text, language } => escape::value(text, language.as_ref()),
        Shown::Record { id, names } => here.called(*id, names),
        _ => html! {},
    }
}

fn row_unnamed(here: &Here<'_>, subject: &Subject) -> String {
    let at = Here::new(here.site, here.words, UNNAMED.to_owned());
    let PreEscaped(row) = html! {
        li { a href=(at.to_record(subject.id)) { (at.say("unnamed-person")) } " " (escape::code(&subject.id.to_string())) }
    };
    row
}
