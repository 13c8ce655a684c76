//! Other ways along the wall: who has a place, a month, an age in common, as pages that need no script.

use maud::{Markup, PreEscaped, html};

use edition::edition::Subject;

use crate::{
    RenderError, dates, escape,
    here::Here,
    letters::Script,
    numbers, page,
    plan::{Kind as Page, Output},
    rooms::lists,
    scripts, site, towns,
    wall::{
        Order, Sorter,
        facets::{AGES, Facets, Kind, Label, PEOPLE, Pair, Value},
    },
};

/// Where all of them are found.
pub(crate) const INDEX: &str = "people/facet/index.html";

/// Values of a kind on the first page; the rest stand on the page of the kind.
const FIRST: usize = 12;

/// A value by its place: the kind, and the value in it.
type Place = (usize, usize);

/// Writes the index, a page per kind, per value and per pair of values, from the short rows of everybody.
pub(crate) fn write(
    here: &Here<'_>,
    order: &Order,
    rows: &[String],
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    let facets = &here.site.wall.facets;
    if facets.kinds.is_empty() {
        return Ok(());
    }
    let at = Here::new(here.site, here.words, INDEX.to_owned());
    let weights: Vec<usize> = here
        .site
        .wall
        .people
        .iter()
        .map(|one| row_weight(one))
        .collect();
    index(&at, facets, output)?;
    for kind in 0..facets.kinds.len() {
        values(&at, facets, kind, output)?;
    }
    let lists = Lists {
        here,
        facets,
        order,
        rows,
        weights: &weights,
    };
    for (kind, facet) in facets.kinds.iter().enumerate() {
        for (value, found) in facet
            .values
            .iter()
            .enumerate()
            .filter(|(_, found)| found.page)
        {
            let place = (kind, value);
            lists.write(&address(facets, place), &[place], &found.people, output)?;
        }
    }
    for pair in &facets.pairs {
        lists.write(&pair_address(facets, pair), &pair.of, &pair.people, output)?;
    }
    Ok(())
}

fn kind_address(kind: Kind) -> String {
    format!("people/facet/{}.html", kind.slug())
}

fn address(facets: &Facets<'_>, place: Place) -> String {
    let (kind, value) = facets.value(place);
    format!("people/{}/{}.html", kind.slug(), value.slug)
}

fn pair_address(facets: &Facets<'_>, pair: &Pair) -> String {
    let (first, one) = facets.value(pair.of[0]);
    let (second, two) = facets.value(pair.of[1]);
    format!(
        "people/{}/{}--{}-{}.html",
        first.slug(),
        one.slug,
        second.slug(),
        two.slug
    )
}

fn index(at: &Here<'_>, facets: &Facets<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    let title = at.say("facets");
    let body = html! {
        (page::heading(page::back(at, "people"), html! { (title) }, html! {}))
        p { (at.say("facets-note")) }
        @if facets.capped { p { (at.say("facets-capped")) } }
        @for (kind, facet) in facets.kinds.iter().enumerate() {
            @let slug = facet.kind.slug();
            section aria-labelledby=(slug) {
                h2 id=(slug) { a href=(at.to(&kind_address(facet.kind))) { (at.say(facet.kind.message())) } }
                @let order = in_order(at, facets, kind);
                ul.facet { @for value in order.iter().take(FIRST) { (entry(at, facets, (kind, *value))) } }
                @if order.len() > FIRST {
                    p.small { a href=(at.to(&kind_address(facet.kind))) { (at.words.count("and-more", (order.len() - FIRST) as u64)) } }
                }
            }
        }
    };
    let page = page::frame(at, title, "people", "wall", body);
    output.page(at.lang(), &at.path, &page, Page::List)
}

/// The page of a kind: all its values.
fn values(
    here: &Here<'_>,
    facets: &Facets<'_>,
    kind: usize,
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    let facet = &facets.kinds[kind];
    let path = kind_address(facet.kind);
    let title = here.say(facet.kind.message());
    let order = by_label(here, facets, kind);
    // A value may be long: so many on a page that no language passes the bar.
    let longest = facet.values.iter().map(|value| weight(here, value)).max();
    let count = (90_000 / longest.unwrap_or(1).max(1)).clamp(1, PEOPLE);
    let pages = order.chunks(count);
    let total = pages.len();
    for (number, values) in pages.enumerate() {
        let at = Here::new(here.site, here.words, lists::address(&path, number + 1));
        let pager = lists::pager(&at, &path, number + 1, total);
        let body = html! {
            (page::heading(way(&at), html! { (title) }, html! {}))
            (pager)
            ul.facet { @for value in values { (entry(&at, facets, (kind, *value))) } }
            (pager)
        };
        let page = page::frame(&at, title, "people", "wall", body);
        output.page(at.lang(), &at.path, &page, Page::List)?;
    }
    Ok(())
}

/// Bytes of an entry, about, never less than in any language.
fn weight(here: &Here<'_>, value: &Value<'_>) -> usize {
    let length = |text: &str| escape::attribute(text).len() + text.len().min(scripts::LONGEST);
    140 + match value.label {
        Label::Text(text, _) => length(text).max(towns::bytes(text)) + text.len(),
        Label::Record(_, names) => {
            let names = names.iter().map(|name| length(&name.text));
            names.max().unwrap_or(0)
        }
        Label::List(id) => here.site.source(id).map_or(0, |card| length(&card.title)),
        _ => 60,
    }
}

/// The way back from a kind or a value, through the index of all of them.
fn way(at: &Here<'_>) -> Markup {
    html! { (page::back(at, "people")) " · " a href=(at.to(INDEX)) { (at.say("facets")) } }
}

/// A value with a link and how many people have it.
fn entry(at: &Here<'_>, facets: &Facets<'_>, place: Place) -> Markup {
    let (_, value) = facets.value(place);
    let people = &at.site.wall.people;
    let to = match value.people.as_slice() {
        _ if value.page => Some(at.to(&address(facets, place))),
        [person] => Some(at.to_record(people[*person as usize].id)),
        _ => None,
    };
    html! {
        li.silent[value.label == Label::Unstated] {
            @match to {
                Some(to) => a href=(to) { (label(at, value.label)) },
                None => (label(at, value.label)),
            }
            " " small { (numbers::whole(at.lang(), value.people.len() as u64)) }
        }
    }
}

/// Values as the index shows them: times and numbers in their order, others the largest first; what is not stated last.
fn in_order(here: &Here<'_>, facets: &Facets<'_>, kind: usize) -> Vec<usize> {
    let mut order = by_label(here, facets, kind);
    let values = &facets.kinds[kind].values;
    if is_free(facets.kinds[kind].kind) {
        order.sort_by_key(|place| {
            let value = &values[*place];
            (
                value.label == Label::Unstated,
                std::cmp::Reverse(value.people.len()),
            )
        });
    }
    // Of a longer list it is the last that is shown.
    if order.len() > FIRST
        && let Some(place) = order
            .iter()
            .position(|place| values[*place].label == Label::Unstated)
    {
        let unstated = order.remove(place);
        order.insert(FIRST - 1, unstated);
    }
    order
}

/// Whether the values have no order of their own.
fn is_free(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::Year
            | Kind::Month
            | Kind::SolarYear
            | Kind::SolarMonth
            | Kind::Age
            | Kind::SourceCount
    )
}

/// Values in the order of their words in the language of the page, or of what they count.
fn by_label(here: &Here<'_>, facets: &Facets<'_>, kind: usize) -> Vec<usize> {
    let facet = &facets.kinds[kind];
    let mut order: Vec<usize> = (0..facet.values.len()).collect();
    if is_free(facet.kind) {
        let own = Script::of_lang(here.lang());
        let sorters = Script::ALL.map(|script| Sorter::new(script, here.lang()));
        order.sort_by_cached_key(|place| {
            let value = &facet.values[*place];
            let text = label_text(here, value.label);
            let script = Script::of(&text);
            let sorter = &sorters[script as usize];
            (
                value.label == Label::Unstated,
                script != own,
                script,
                sorter.key(&text),
                text,
            )
        });
    }
    order
}

/// A value in words.
fn label(here: &Here<'_>, label: Label<'_>) -> Markup {
    match label {
        Label::Record(id, names) => html! {
            (here.called(id, names))
            @if let Some(name) = scripts::machine(here.site, here.lang(), id, names) { " " (scripts::in_row(&name)) }
        },
        Label::Text(text, language) => towns::value(here, text, language),
        Label::Term(term) => here.term(term),
        Label::List(id) => html! { (escape::value(&label_text(here, Label::List(id)), None)) },
        _ => html! { (label_text(here, label)) },
    }
}

/// A value in plain text.
fn label_text(here: &Here<'_>, label: Label<'_>) -> String {
    let number = |number: u64| numbers::plain(here.lang(), number as i64);
    match label {
        Label::Record(id, names) => {
            let name = site::names(here.lang(), names).0;
            name.map_or_else(|| id.to_string(), |name| name.text.clone())
        }
        Label::Text(text, _) => towns::name(here.lang(), text).unwrap_or(text).to_owned(),
        Label::Term(term) => {
            let words = here.words.find(&format!("term-{term}"));
            words.unwrap_or(term).to_owned()
        }
        Label::Period { solar, year, month } => dates::period(here.words, solar, year, month),
        Label::Age(group) => match AGES[group] {
            (0, to) => here.words.fill("age-under", &[("number", &number(to + 1))]),
            (from, u64::MAX) => here.words.fill("age-from", &[("number", &number(from))]),
            (from, to) => format!("{}–{}", number(from), number(to)),
        },
        Label::Sources(count) => here.words.count("count-sources", count as u64),
        Label::List(id) => match here.site.source(id) {
            Some(card) => card.title.clone(),
            None => id.to_string(),
        },
        Label::Unstated => here.say("facet-unstated").to_owned(),
    }
}

/// What lists of people are written from.
struct Lists<'l, 'a> {
    here: &'l Here<'a>,
    facets: &'l Facets<'a>,
    order: &'l Order,
    /// The row of each person.
    rows: &'l [String],
    /// The bytes of each row, about.
    weights: &'l [usize],
}

impl Lists<'_, '_> {
    /// The pages of those who have a value, or both of two.
    fn write(
        &self,
        path: &str,
        of: &[Place],
        people: &[u32],
        output: &mut Output<'_>,
    ) -> Result<(), RenderError> {
        let mut people: Vec<usize> = people.iter().map(|person| *person as usize).collect();
        people.sort_unstable_by_key(|person| self.order.rank[*person]);
        let pages = cut(self.weights, &people);
        for (number, people) in pages.iter().enumerate() {
            let at = Here::new(
                self.here.site,
                self.here.words,
                lists::address(path, number + 1),
            );
            let page = self.page(&at, path, of, people, (number + 1, pages.len()));
            output.page(at.lang(), &at.path, &page, Page::List)?;
        }
        Ok(())
    }

    fn page(
        &self,
        at: &Here<'_>,
        path: &str,
        of: &[Place],
        people: &[usize],
        (number, total): (usize, usize),
    ) -> String {
        let title = of
            .iter()
            .map(|place| {
                let (kind, value) = self.facets.value(*place);
                let words = label_text(at, value.label);
                format!("{}{}{words}", at.say(kind.message()), at.lang().colon())
            })
            .collect::<Vec<_>>()
            .join(" · ");
        let pager = lists::pager(at, path, number, total);
        let body = html! {
            (page::heading(way(at), html! {
                @for (number, place) in of.iter().enumerate() {
                    @if number > 0 { br; }
                    @let (kind, value) = self.facets.value(*place);
                    small { a href=(at.to(&kind_address(kind))) { (at.say(kind.message())) } } " "
                    @if of.len() > 1 { a href=(at.to(&address(self.facets, *place))) { (label(at, value.label)) } }
                    @else { (label(at, value.label)) }
                }
            }, html! {}))
            @if number == 1 { (self.together(at, of)) }
            (pager)
            ul.names.short { @for person in people { (PreEscaped(&self.rows[*person])) } }
            (pager)
            p.small { (scripts::MARK) " " (at.say("machine-note")) }
        };
        page::frame(at, &title, "people", "wall", body)
    }

    /// The pairs with a page of which one value is.
    fn together(&self, at: &Here<'_>, of: &[Place]) -> Markup {
        let [place] = of else {
            return html! {};
        };
        let pairs: Vec<(&Pair, Place)> = self
            .facets
            .pairs_of(*place)
            .map(|pair| {
                let other = if pair.of[0] == *place { 1 } else { 0 };
                (pair, pair.of[other])
            })
            .collect();
        html! {
            @if !pairs.is_empty() {
                nav.together aria-label=(at.say("facet-together")) {
                    p.small { (at.say("facet-together")) }
                    ul.facet {
                        @for (pair, other) in pairs {
                            @let (_, value) = self.facets.value(other);
                            li {
                                a href=(at.to(&pair_address(self.facets, pair))) { (label(at, value.label)) }
                                " " small { (numbers::whole(at.lang(), pair.people.len() as u64)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Bytes of a short row, about, never less than in any language.
fn row_weight(subject: &Subject) -> usize {
    let names = subject.names.iter();
    let longest = names.map(|name| escape::attribute(&name.text).len()).max();
    130 + longest.unwrap_or(0) * 2
}

/// The pages of a list: all languages cut at the same places.
fn cut<'p>(weights: &[usize], people: &'p [usize]) -> Vec<&'p [usize]> {
    let mut pages = Vec::new();
    let mut rest = people;
    while !rest.is_empty() {
        let mut size = 0;
        let fits = rest.iter().take(PEOPLE).take_while(|person| {
            size += weights[**person];
            size <= 96_000
        });
        let (page, after) = rest.split_at(fits.count().max(1));
        pages.push(page);
        rest = after;
    }
    pages
}
