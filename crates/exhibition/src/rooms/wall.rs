//! The wall of names: a wall per script, a list per letter, by second letters where one is long, everybody on one page.

mod leaves;
mod rows;
mod whole;

use std::ops::Range;

use edition::edition::Subject;
use maud::{Markup, PreEscaped, html};

use crate::{
    RenderError,
    here::Here,
    letters::{Letter, Script},
    memory::{Part, seen},
    numbers, page,
    plan::{Kind, Output},
    rooms::{facets, lists, wall_search},
    site::Site,
    wall::{Entry, Order},
};

/// A letter of more names is parted by second letters.
const PARTED: usize = 600;
/// A list of so many names or more has a way to each second letter.
const JUMPS: usize = 60;
/// Where the people without a shown name stand.
const UNNAMED: &str = "people/letter/unnamed.html";

/// A list of names, on one page or several.
struct List {
    letter: Letter,
    /// The second letter, when the letter is parted.
    second: Option<Option<u8>>,
    /// Places in the order of the letter.
    rows: Range<usize>,
}

/// Writes the room, a page per alphabet, the lists of its letters, everybody on one page, and the facets.
pub(crate) fn write(here: &Here<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    let wall = &here.site.wall;
    // The wall tells of everybody, and of who is among them.
    seen(Part::Room("people"));
    for subject in &wall.people {
        seen(Part::Subject(subject.id));
    }
    let order = wall.order(here.lang());
    let named = !order.letters.is_empty();
    let beside = Here::new(here.site, here.words, whole::ADDRESS.to_owned());
    let short: Vec<String> = (0..wall.people.len())
        .map(|person| rows::short(&beside, person))
        .collect();
    let size = whole::write(&beside, order, &short, output)?;
    let title = page::room_title(here, "people");
    let page = wall_search::frame(here, &title, named, index(here, order, size));
    output.page(here.lang(), &here.path, &page, Kind::List)?;
    for script in Script::ALL {
        if order.letters.keys().any(|letter| letter.0 == script) {
            alphabet(here, order, script, output)?;
        }
    }
    unnamed(here, named, output)?;
    facets::write(here, order, &short, output)
}

/// The page of an alphabet, and its lists.
fn alphabet(
    here: &Here<'_>,
    order: &Order,
    script: Script,
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    let at = Here::new(here.site, here.words, alphabet_address(script));
    let body = html! {
        (page::heading(page::back(&at, "people"), html! { (at.say(script_title(script))) }, html! { p.count { (page::as_of(&at)) "." } }))
        (wall_search::form(&at))
        (bar(&at, order, script, None))
        (order_note(&at))
    };
    let page = wall_search::frame(&at, at.say(script_title(script)), true, body);
    output.page(at.lang(), &at.path, &page, Kind::List)?;
    let letters = Letter::alphabet(script, here.lang());
    let full: Vec<Letter> = letters
        .into_iter()
        .filter(|letter| order.letters.contains_key(letter))
        .collect();
    let lists: Vec<List> = full
        .iter()
        .flat_map(|letter| parts(here, order, *letter))
        .collect();
    for letter in full.iter().filter(|letter| is_parted(order, **letter)) {
        parted(here, order, *letter, &lists, output)?;
    }
    for place in 0..lists.len() {
        list(here, order, &lists, place, output)?;
    }
    Ok(())
}

fn is_parted(order: &Order, letter: Letter) -> bool {
    order.letters.get(&letter).map_or(0, Vec::len) > PARTED
}

/// The lists of a letter: one, or one for each second letter.
fn parts(here: &Here<'_>, order: &Order, letter: Letter) -> Vec<List> {
    let rows = order.letters.get(&letter).map_or(&[][..], Vec::as_slice);
    if !is_parted(order, letter) {
        let list = List {
            letter,
            second: None,
            rows: 0..rows.len(),
        };
        return vec![list];
    }
    seconds(here, rows)
        .into_iter()
        .map(|(second, rows)| List {
            letter,
            second: Some(second),
            rows,
        })
        .collect()
}

/// The second letters of names in order, with the places at which they stand.
fn seconds(here: &Here<'_>, rows: &[usize]) -> Vec<(Option<u8>, Range<usize>)> {
    let entries = &here.site.wall.entries;
    let mut start = 0;
    rows.chunk_by(|one, two| entries[*one].second == entries[*two].second)
        .map(|chunk| {
            let range = start..start + chunk.len();
            start = range.end;
            (entries[chunk[0]].second, range)
        })
        .collect()
}

/// The names of a script in the order of the wall, letter by letter, with the people who bear them.
pub(crate) fn in_order<'a>(
    here: &Here<'a>,
    script: Script,
) -> Vec<(Letter, Vec<(&'a str, &'a Subject)>)> {
    let site: &'a Site<'a> = here.site;
    let wall = &site.wall;
    let order = wall.order(here.lang());
    Letter::alphabet(script, here.lang())
        .into_iter()
        .filter_map(|letter| {
            let rows = order.letters.get(&letter)?.iter().map(|place| {
                let entry = &wall.entries[*place];
                (entry.name.text.as_str(), wall.people[entry.person])
            });
            Some((letter, rows.collect()))
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

impl List {
    fn address(&self) -> String {
        match self.second {
            None => letter_address(self.letter),
            Some(second) => format!(
                "people/letter/{}-{}.html",
                self.letter.slug(),
                self.letter.second_slug(second)
            ),
        }
    }

    /// The letter or both letters, as shown.
    fn face(&self, here: &Here<'_>) -> String {
        let rest = here.say("letter-rest");
        let first = self.letter.face().unwrap_or(rest);
        match self.second {
            None => first.to_owned(),
            Some(second) => pair(self.letter, second),
        }
    }
}

/// Both letters of a name as shown: `Ab`.
fn pair(letter: Letter, second: Option<u8>) -> String {
    let first = letter.face().unwrap_or("…");
    let second = Letter(letter.0, second).face().unwrap_or("…");
    format!("{first}{}", second.to_lowercase())
}

/// The room's first page: how many, which alphabets, the unnamed, other ways, and what the wall does not hold.
fn index(here: &Here<'_>, order: &Order, size: usize) -> Markup {
    let wall = &here.site.wall;
    let mut scripts = Script::ALL;
    if here.lang().is_rtl() {
        scripts.swap(0, 1);
    }
    let unnamed = rows::unnamed_people(here).count();
    let hangs = (1..=rows::PEOPLE).contains(&wall.people.len());
    html! {
        (page::room_heading(here, "people"))
        p.count { (here.words.count("count-names", wall.people.len() as u64)) (here.lang().comma()) (page::as_of(here)) "." }
        @if !order.letters.is_empty() { (wall_search::form(here)) }
        @for script in scripts {
            @if order.letters.keys().any(|letter| letter.0 == script) {
                section aria-labelledby=(script.slug()) {
                    h2 id=(script.slug()) { a href=(here.to(&alphabet_address(script))) { (here.say(script_title(script))) } }
                    (bar(here, order, script, None))
                }
            }
        }
        ul.routes {
            @if unnamed > 0 {
                li { a href=(here.to(UNNAMED)) { (here.say("unnamed")) } " " small { (numbers::whole(here.lang(), unnamed as u64)) } }
            }
            @if !wall.facets.kinds.is_empty() { li { a href=(here.to(facets::INDEX)) { (here.say("facets")) } } }
            @if !wall.people.is_empty() {
                li { a href=(here.to(whole::ADDRESS)) { (here.words.fill("wall-whole", &[("number", &numbers::whole(here.lang(), whole::kilobytes(size)))])) } }
            }
        }
        @if hangs { (hung(here, order)) }
        (order_note(here))
        (leaves::leaves(here))
    }
}

/// Everybody, where they are so few that the wall itself can bear their names.
fn hung(here: &Here<'_>, order: &Order) -> Markup {
    let mut people: Vec<usize> = (0..here.site.wall.people.len()).collect();
    people.sort_unstable_by_key(|person| order.rank[*person]);
    html! {
        section aria-labelledby="everybody" {
            h2 #everybody { (here.say("wall-hung")) }
            ul.names.short { @for person in people { (PreEscaped(rows::short(here, person))) } }
            p.small { (crate::scripts::MARK) " " (here.say("machine-note")) }
        }
    }
}

fn order_note(here: &Here<'_>) -> Markup {
    html! { p.small { (here.say("wall-order")) } }
}

/// The letters of an alphabet with their counts. Letters without names are shown, but lead nowhere.
fn bar(here: &Here<'_>, order: &Order, script: Script, current: Option<Letter>) -> Markup {
    html! {
        nav.letters aria-label=(here.say(script_title(script))) {
            ol {
                @for letter in Letter::alphabet(script, here.lang()) {
                    @let count = order.letters.get(&letter).map_or(0, Vec::len);
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

/// The page of a letter that is parted: its second letters with their counts.
fn parted(
    here: &Here<'_>,
    order: &Order,
    letter: Letter,
    lists: &[List],
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    let at = Here::new(here.site, here.words, letter_address(letter));
    let face = letter.face().unwrap_or(at.say("letter-rest"));
    let title = at.words.fill("letter-title", &[("name", face)]);
    let count = order.letters.get(&letter).map_or(0, Vec::len);
    let jumps = lists
        .iter()
        .filter(|list| list.letter == letter)
        .filter_map(|list| Some((list.second?, list.rows.len(), at.to(&list.address()))))
        .collect::<Vec<_>>();
    let body = html! {
        (heading(&at, &title))
        (wall_search::form(&at))
        (bar(&at, order, letter.0, Some(letter)))
        p.count { (at.words.count("count-names", count as u64)) "." }
        (jump(&at, letter, &jumps))
    };
    let page = wall_search::frame(&at, &title, true, body);
    output.page(at.lang(), &at.path, &page, Kind::List)
}

fn heading(at: &Here<'_>, title: &str) -> Markup {
    page::heading(page::back(at, "people"), html! { (title) }, html! {})
}

/// The way to each second letter: the letter, how many, where.
fn jump(at: &Here<'_>, letter: Letter, jumps: &[(Option<u8>, usize, String)]) -> Markup {
    html! {
        nav.letters.jump aria-label=(at.say("letter-second")) {
            ol {
                @for (second, count, to) in jumps {
                    li { a href=(to) { bdi { (pair(letter, *second)) } " " small { (numbers::whole(at.lang(), *count as u64)) } } }
                }
            }
        }
    }
}

/// The pages of one list.
fn list(
    here: &Here<'_>,
    order: &Order,
    lists: &[List],
    place: usize,
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    let list = &lists[place];
    let wall = &here.site.wall;
    let entries = &wall.entries;
    let rows = &order.letters[&list.letter][list.rows.clone()];
    let path = list.address();
    let pages = rows::cut(wall, rows);
    let title = here
        .words
        .fill("letter-title", &[("name", &list.face(here))]);
    // Where each second letter begins, when the list is of several.
    let begins: Vec<(Option<u8>, Range<usize>)> = if list.second.is_none() && rows.len() >= JUMPS {
        seconds(here, rows)
    } else {
        Vec::new()
    };
    for (number, range) in pages.iter().enumerate() {
        let at = Here::new(here.site, here.words, lists::address(&path, number + 1));
        let jumps: Vec<_> = begins
            .iter()
            .map(|(second, range)| {
                let page = pages.partition_point(|page| page.end <= range.start) + 1;
                let slug = list.letter.second_slug(*second);
                let to = format!("{}#s-{slug}", at.to(&lists::address(&path, page)));
                (*second, range.len(), to)
            })
            .collect();
        let mut names = String::new();
        for (row, entry) in rows.iter().enumerate().take(range.end).skip(range.start) {
            let entry: &Entry<'_> = &entries[*entry];
            let begin = begins.iter().find(|(_, range)| range.start == row);
            let anchor = begin.map(|(second, _)| format!("s-{}", list.letter.second_slug(*second)));
            names.push_str(&rows::row(&at, entry, anchor.as_deref()));
        }
        let around = neighbours(&at, lists, place);
        let pager = lists::pager(&at, &path, number + 1, pages.len());
        let body = html! {
            (heading(&at, &title))
            (wall_search::form(&at))
            (bar(&at, order, list.letter.0, Some(list.letter)))
            @if jumps.len() > 1 { (jump(&at, list.letter, &jumps)) }
            (pager)
            ul.names { (PreEscaped(names)) }
            (pager)
            (around)
            (rows::legend(&at))
        };
        let page = wall_search::frame(&at, &title, true, body);
        output.page(at.lang(), &at.path, &page, Kind::List)?;
    }
    Ok(())
}

/// The lists before and after this one.
fn neighbours(at: &Here<'_>, lists: &[List], place: usize) -> Markup {
    let before = place.checked_sub(1).and_then(|place| lists.get(place));
    let after = lists.get(place + 1);
    html! {
        @if before.is_some() || after.is_some() {
            nav.pager aria-label=(at.say("letter-neighbours")) {
                @if let Some(list) = before { a href=(at.to(&list.address())) { (at.words.fill("letter-previous", &[("name", &list.face(at))])) } }
                @if let Some(list) = after { a href=(at.to(&list.address())) { (at.words.fill("letter-next", &[("name", &list.face(at))])) } }
            }
        }
    }
}

/// The people without a shown name, a row each.
fn unnamed(here: &Here<'_>, named: bool, output: &mut Output<'_>) -> Result<(), RenderError> {
    let people: Vec<usize> = rows::unnamed_people(here).collect();
    let pages = people.chunks(rows::PEOPLE);
    let total = pages.len();
    for (number, people) in pages.enumerate() {
        let at = Here::new(here.site, here.words, lists::address(UNNAMED, number + 1));
        let pager = lists::pager(&at, UNNAMED, number + 1, total);
        let body = html! {
            (heading(&at, at.say("unnamed")))
            @if named { (wall_search::form(&at)) }
            (pager)
            ul.names { @for person in people { (PreEscaped(rows::unnamed(&at, *person))) } }
            (pager)
            (rows::legend(&at))
        };
        let page = wall_search::frame(&at, at.say("unnamed"), named, body);
        output.page(at.lang(), &at.path, &page, Kind::List)?;
    }
    Ok(())
}
