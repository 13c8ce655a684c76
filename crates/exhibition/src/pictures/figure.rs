//! Pictures on pages: in the format and size that the browser wants, with words for those who do not see them.

use edition::{
    Localized, RecordKind,
    edition::{Cited, Fact, ItemCard, Shown, Subject},
};
use maud::{Markup, html};

use crate::{
    escape,
    here::Here,
    notes::Notes,
    pictures::{self, Leaf, Standing, Version},
    rooms::item::{self, viewer},
    site, values,
};

/// How a picture stands on a page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    /// How wide it is shown, as the attribute `sizes` says it.
    pub(crate) sizes: &'static str,
    /// The widest size that is offered, in pixels.
    pub(crate) most: u32,
    /// It stands below the first view, so it is loaded when it is reached.
    pub(crate) lazy: bool,
}

/// Beside a victim's name.
const PORTRAIT: Look = Look {
    sizes: "(min-width: 40rem) 17rem, 60vw",
    most: 720,
    lazy: false,
};

/// Of anybody else: smaller than a victim's.
const SMALL_PORTRAIT: Look = Look {
    sizes: "8rem",
    most: 240,
    lazy: false,
};

/// Among other pictures of a record.
const BESIDE: Look = Look {
    sizes: "(min-width: 40rem) 19rem, 92vw",
    most: 960,
    lazy: true,
};

/// In a list.
const THUMBNAIL: Look = Look {
    sizes: "5rem",
    most: 240,
    lazy: true,
};

/// How a portrait is shown.
pub(crate) fn of_portrait(is_victim: bool) -> Look {
    if is_victim { PORTRAIT } else { SMALL_PORTRAIT }
}

/// The widths up to which a whole picture is offered, on the page of a record and on its own.
pub(crate) const MOSTS: [u32; 2] = [BESIDE.most, viewer::MOST];

/// The width up to which it is offered in lists.
pub(crate) const LISTED: u32 = THUMBNAIL.most;

/// The sizes that a page offers which shows a picture at most so wide: the smallest in any case.
fn offered(versions: &[Version], most: u32) -> Vec<&Version> {
    let (first, rest) = versions.split_at(versions.len().min(1));
    let rest = rest.iter().filter(|version| version.width <= most);
    first.iter().chain(rest).collect()
}

/// Every file that [`picture`] names for such a page. No other needs to be written for it.
pub(crate) fn files(versions: &[Version], most: u32) -> Vec<String> {
    let offered = offered(versions, most);
    if !offered.iter().all(|version| version.has_avif()) {
        return offered.into_iter().map(Version::jpeg).collect();
    }
    let jpeg = middle(&offered).map(Version::jpeg);
    let avif = offered.into_iter().map(Version::avif);
    avif.chain(jpeg).collect()
}

/// The picture in these sizes, with `alt` for those who do not see it.
pub(crate) fn picture(
    here: &Here<'_>,
    versions: &[Version],
    alt: &Localized,
    look: Look,
) -> Markup {
    let offered = offered(versions, look.most);
    let up = format!("{}../", here.up);
    let set = |path: &dyn Fn(&Version) -> String, versions: &[&Version]| {
        let each = versions
            .iter()
            .map(|version| format!("{up}{} {}w", path(version), version.width));
        each.collect::<Vec<String>>().join(", ")
    };
    // A browser takes the first format that it knows, so every width must be in it. One that knows AVIF reads no further: the
    // sizes of the JPEG are told only where there is nothing else.
    let avif = offered.iter().all(|version| version.has_avif());
    let single = offered.len() == 1;
    let alt = site::localized(alt, here.lang());
    html! {
        @if let (Some(last), Some(middle)) = (offered.last(), middle(&offered)) {
            picture {
                @if avif && single {
                    source type="image/avif" srcset=(format!("{up}{}", last.avif()));
                } @else if avif {
                    source type="image/avif" srcset=(set(&Version::avif, &offered)) sizes=(look.sizes);
                }
                img src=(format!("{up}{}", middle.jpeg())) width=(last.width) height=(last.height)
                    srcset=[(!single && !avif).then(|| set(&Version::jpeg, &offered))] sizes=[(!single && !avif).then_some(look.sizes)]
                    alt=(alt.map_or("", |(_, words)| words)) lang=[foreign(here, alt)]
                    loading=[look.lazy.then_some("lazy")];
            }
        }
    }
}

/// The language of words that are not in the language of the page.
fn foreign<'t>(here: &Here<'_>, words: Option<(&'t edition::Language, &str)>) -> Option<&'t str> {
    words
        .map(|(language, _)| language.as_str())
        .filter(|language| *language != here.lang().tag())
}

/// What a browser loads that knows no sets: neither the smallest nor the largest.
fn middle<'v>(versions: &[&'v Version]) -> Option<&'v Version> {
    versions.get(versions.len() / 2).copied()
}

/// Words of the curator's in a line, with their language.
pub(crate) fn words(here: &Here<'_>, text: &Localized) -> Option<Markup> {
    let (language, words) = site::localized(text, here.lang())?;
    Some(escape::value(words, Some(language)))
}

/// The picture of a list's row; nothing when there is none that may stand in a list.
pub(crate) fn thumbnail(here: &Here<'_>, item: &ItemCard) -> Markup {
    html! {
        @if let Some(leaf) = here.site.gallery.first(item.number) {
            a.thumb href=(here.to_item(item.number, None)) tabindex="-1" aria-hidden="true" {
                (picture(here, &leaf.whole, &Localized::default(), THUMBNAIL))
            }
        }
    }
}

/// A portrait that may be shown, with the fact that names it.
pub(crate) struct Portrait<'a> {
    fact: &'a Fact,
    leaf: &'a Leaf,
    item: &'a ItemCard,
}

/// The first portrait of `subject` that may be shown.
pub(crate) fn portrait<'a>(here: &Here<'a>, subject: &'a Subject) -> Option<Portrait<'a>> {
    site::facts(subject, "portrait").find_map(|fact| {
        let (item, cited) = cited(here, fact)?;
        let Standing::Open(picture) = here.site.gallery.standing(item.number) else {
            return None;
        };
        let sheet = pictures::sheet_of(cited.locator.as_ref());
        let leaf = picture.leaves.iter().find(|leaf| leaf.sheet == sheet)?;
        (leaf.is_readable() && !leaf.portrait.is_empty()).then_some(Portrait { fact, leaf, item })
    })
}

/// The portrait beside a victim's name, or the smaller one of anybody else.
pub(crate) fn portrayed<'a>(
    here: &Here<'_>,
    notes: &mut Notes<'a>,
    portrait: &Portrait<'a>,
    is_victim: bool,
) -> Markup {
    let look = of_portrait(is_victim);
    let Portrait { fact, leaf, item } = portrait;
    html! {
        figure.portrait {
            a href=(here.to_item(item.number, None)) { (picture(here, &leaf.portrait, &item.presented.alt, look)) }
            figcaption {
                (said(here, notes, fact, item))
                @if let Some(credit) = words(here, &item.presented.credit) { " " small.credit { (credit) } }
            }
        }
    }
}

/// What it is, when it was taken, who says so. Who made it stands on its own page at least.
fn said<'a>(here: &Here<'_>, notes: &mut Notes<'a>, fact: &'a Fact, item: &ItemCard) -> Markup {
    html! {
        @match words(here, &item.presented.caption) {
            Some(caption) => (caption),
            None => (values::shown(here, &fact.value)),
        }
        @if !fact.qualifiers.is_empty() { " " (values::qualifiers(here, fact)) }
        (notes.marks(here, &fact.citations))
    }
}

/// The item that a fact shows, and the citation that names it.
fn cited<'a>(here: &Here<'a>, fact: &'a Fact) -> Option<(&'a ItemCard, &'a Cited)> {
    fact.citations
        .iter()
        .find_map(|cited| Some((here.site.item(cited.item?)?, cited)))
}

/// The pictures of a record in order of their dates, undated ones last; without the portrait that stands above. What cannot be
/// shown is said in a line. At most `most` are shown, the others are links.
pub(crate) fn section<'a>(
    here: &Here<'a>,
    notes: &mut Notes<'a>,
    subject: &'a Subject,
    above: Option<&Portrait<'a>>,
    most: usize,
) -> Markup {
    let mut facts: Vec<&Fact> = subject
        .facts
        .iter()
        .filter(|fact| pictures::PROPERTIES.contains(&fact.property.as_str()))
        .filter(|fact| above.is_none_or(|above| !std::ptr::eq(above.fact, *fact)))
        .collect();
    facts.sort_by_key(|fact| {
        let day = taken(fact);
        (day.is_none(), day)
    });
    let (mut shown, mut told) = (Vec::new(), Vec::new());
    for fact in facts {
        match seen(here, fact) {
            Some(seen) if shown.len() < most => shown.push((fact, seen)),
            _ => told.push(fact),
        }
    }
    html! {
        @if !shown.is_empty() || !told.is_empty() {
            section.pictures aria-labelledby="pictures" {
                h2 #pictures { (here.say("pictures")) }
                @if !shown.is_empty() { div.gallery { @for (fact, seen) in &shown { (one(here, notes, subject.id.kind(), fact, seen)) } } }
                @if !told.is_empty() {
                    ul.told { @for fact in told.iter().take(most * TOLD) { li { (line(here, notes, fact)) } } }
                    @if told.len() > most * TOLD { p.small { (here.words.count("and-more", (told.len() - most * TOLD) as u64)) } }
                }
            }
        }
    }
}

/// Pictures of a record that are told of in a line each, for each one that is shown. Chosen by us: the page keeps to its bound.
const TOLD: usize = 4;

/// The first day on which it may have been taken.
fn taken(fact: &Fact) -> Option<edition::Day> {
    match site::qualifier(fact, "date") {
        Some(Shown::Date(date)) => date.earliest,
        _ => None,
    }
}

/// The page of an item that a fact shows, if it may be shown here, with the item and the citation.
fn seen<'a>(here: &Here<'a>, fact: &'a Fact) -> Option<(&'a ItemCard, &'a Cited, &'a Leaf)> {
    let (item, cited) = cited(here, fact)?;
    let Standing::Open(picture) = here.site.gallery.standing(item.number) else {
        return None;
    };
    let sheet = pictures::sheet_of(cited.locator.as_ref());
    let leaf = picture.leaves.iter().find(|leaf| leaf.sheet == sheet)?;
    leaf.is_readable().then_some((item, cited, leaf))
}

/// `true` when the picture that a fact names is shown among those of its record.
pub(crate) fn is_seen<'a>(here: &Here<'a>, fact: &'a Fact) -> bool {
    seen(here, fact).is_some()
}

/// One picture of a record; of a place with the digest of its file, since what changed there is held against it.
fn one<'a>(
    here: &Here<'a>,
    notes: &mut Notes<'a>,
    about: RecordKind,
    fact: &'a Fact,
    (item, cited, leaf): &(&'a ItemCard, &'a Cited, &'a Leaf),
) -> Markup {
    html! {
        figure {
            a href=(here.to_item(item.number, cited.locator.as_ref())) { (picture(here, &leaf.whole, &item.presented.alt, BESIDE)) }
            figcaption {
                (said(here, notes, fact, item))
                @if let (RecordKind::Place, Some(credit)) = (about, words(here, &item.presented.credit)) { " " small.credit { (credit) } }
                @if let (RecordKind::Place, Some(file)) = (about, &item.file) { " " small.digest { "SHA-256 " (escape::code(file.digest.get(..16).unwrap_or(&file.digest))) "…" } }
            }
        }
    }
}

/// A picture as a line: what it is, with its date, as a link to its page, which says where it comes from.
fn line<'a>(here: &Here<'a>, notes: &mut Notes<'a>, fact: &'a Fact) -> Markup {
    html! {
        @match cited(here, fact) {
            Some((item, cited)) => {
                a href=(here.to_item(item.number, cited.locator.as_ref())) { (values::shown(here, &fact.value)) }
                @if !fact.qualifiers.is_empty() { " " (values::qualifiers(here, fact)) }
                (item::instead(here, item))
            },
            None => (values::version(here, notes, fact)),
        }
    }
}
