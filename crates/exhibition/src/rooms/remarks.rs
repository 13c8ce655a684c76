//! Remarks by officials: the words, marked as quotation or gist, and the whole chain through which they reached us.

mod indexes;

use edition::{
    Day, RecordId,
    edition::{Cited, Fact, Shown, Subject},
};
use maud::{Markup, PreEscaped, html};

use crate::{
    RenderError, escape,
    here::Here,
    letters::Script,
    notes,
    notes::Notes,
    page,
    plan::{Kind, Output},
    rooms::{lists, person, source},
    site, values,
};

const PATH: &str = "remarks/index.html";

/// Writes the room.
pub(crate) fn write(here: &Here<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    let rows = here
        .site
        .members("remarks")
        .map(|subject| entry(here, subject))
        .collect();
    let pages = lists::cut(rows);
    for (place, rows) in pages.iter().enumerate() {
        let at = here.part(place, lists::address(PATH, place + 1));
        let body = html! {
            (page::list_heading(&at, "remarks", place))
            p.asserts { (at.say("remarks-not-ours")) }
            (indexes::links(&at))
            div.remarks { @for row in rows { (PreEscaped(row)) } }
            (lists::pager(&at, PATH, place + 1, pages.len()))
        };
        let page = page::frame(
            &at,
            &page::room_title(&at, "remarks"),
            "remarks",
            "room",
            body,
        );
        output.page(at.lang(), &at.path, &page, Kind::List)?;
    }
    indexes::write(here, output)
}

/// A remark in the list: who, when, the words, the chain.
fn entry(here: &Here<'_>, subject: &Subject) -> String {
    let words: Vec<&Fact> = ordered_words(here, subject);
    let PreEscaped(entry) = html! {
        article id=(subject.id) {
            h2 { a href=(here.to_record(subject.id)) { (speakers(here, subject)) } }
            (when(here, subject, "occasion"))
            (posts_in_short(here, subject))
            @for fact in &words { (said(here, fact)) (chain(here, fact)) }
            @if words.is_empty() { (values::gaps(here, &subject.gaps)) }
        }
    };
    entry
}

/// Whether words are given word for word.
fn is_quote(fact: &Fact) -> bool {
    matches!(site::qualifier(fact, "form"), Some(Shown::Term(term)) if term.as_str() == "quote")
}

/// The words of a remark, a gist only in the language of the page where it is given in several: the original before its translations, each in the order of the edition.
pub(crate) fn ordered_words<'a>(here: &Here<'_>, subject: &'a Subject) -> Vec<&'a Fact> {
    let (quoted, told): (Vec<&Fact>, Vec<&Fact>) = subject
        .facts
        .iter()
        .filter(|fact| fact.property.as_str() == "words")
        .partition(|fact| is_quote(fact));
    let mut words = site::readable(here.lang(), told.into_iter());
    words.extend(quoted);
    let original = words
        .iter()
        .find_map(|fact| match site::qualifier(fact, "original-language") {
            Some(Shown::Text { text, .. }) => Some(text.clone()),
            _ => None,
        });
    words.sort_by_key(|fact| match &fact.value {
        Shown::Text { text, language } => {
            let is_original = original.as_deref().is_some_and(|tag| {
                language
                    .as_ref()
                    .is_some_and(|language| language.as_str() == tag)
            });
            // Without word on the original, what is in the Arabic script is closer to it here than a translation.
            (!is_original, Script::of(text) != Script::Arabic)
        }
        _ => (true, true),
    });
    words
}

/// The words themselves. A quotation stands in quotation marks with a rule; a gist has neither, and says what it is.
pub(crate) fn said(here: &Here<'_>, fact: &Fact) -> Markup {
    let is_quote = is_quote(fact);
    html! {
        @match &fact.value {
            Shown::Text { text, language } => {
                @let direction = escape::direction(text, language.as_ref()).as_str();
                @if is_quote {
                    (tongue(here, fact))
                    blockquote.quote lang=[language.as_ref().map(edition::Language::as_str)] dir=(direction) { p { (escape::Data(text)) } }
                } @else {
                    div.gist {
                        p.form { (here.say("form-gist")) }
                        (tongue(here, fact))
                        p lang=[language.as_ref().map(edition::Language::as_str)] dir=(direction) { (escape::Data(text)) }
                    }
                }
            },
            other => p { (values::shown(here, other)) },
        }
    }
}

/// In which language words stand, and which they were first said in, where that is not simply that of the page.
fn tongue(here: &Here<'_>, fact: &Fact) -> Markup {
    let Shown::Text {
        language: Some(language),
        ..
    } = &fact.value
    else {
        return html! {};
    };
    let original = match site::qualifier(fact, "original-language") {
        Some(Shown::Text { text, .. }) => Some(text.as_str()),
        _ => None,
    };
    let own = language.as_str();
    html! {
        @if original.is_some() || own != here.lang().tag() {
            p.form {
                (here.say("words-in")) " " (source::language_name(here, own))
                @match original {
                    Some(original) if original == own => { (here.lang().comma()) (here.say("words-original")) },
                    Some(original) => { (here.lang().semicolon()) (here.say("words-original-in")) " " (source::language_name(here, original)) },
                    None => {},
                }
            }
        }
    }
}

/// The chain of voices, one line each, innermost first; then where it was read.
fn chain(here: &Here<'_>, fact: &Fact) -> Markup {
    html! {
        @for cited in &fact.citations {
            ol.chain aria-label=(here.say("chain")) {
                @for voice in &cited.voices { li { (notes::voice(here, voice)) } }
                li { (here.say("chain-read-in")) " " (read_in(here, cited)) }
            }
        }
    }
}

fn read_in(here: &Here<'_>, cited: &Cited) -> Markup {
    html! {
        (notes::source(here, cited))
        @if let Some(item) = cited.item {
            (here.lang().semicolon()) a href=(here.to_item(item, cited.locator.as_ref())) {
                (escape::code(&item.to_string()))
                @if let Some(locator) = &cited.locator { (here.lang().comma()) (notes::place(here, locator)) }
            }
        }
    }
}

/// Who speaks, as plain markup without links.
pub(crate) fn speakers(here: &Here<'_>, subject: &Subject) -> Markup {
    let speakers: Vec<&Fact> = site::facts(subject, "speaker")
        .chain(site::facts(subject, "demanded-by"))
        .collect();
    html! {
        @for (place, fact) in speakers.iter().enumerate() {
            @if place > 0 { (here.lang().comma()) }
            @match &fact.value {
                Shown::Record { id, names } => (here.called(*id, names)),
                other => (values::shown(here, other)),
            }
        }
        @if speakers.is_empty() { (here.say("speaker-not-named")) }
    }
}

/// The first value of a property; nothing when there is none.
pub(crate) fn first(here: &Here<'_>, subject: &Subject, property: &str) -> Markup {
    html! { @if let Some(fact) = site::facts(subject, property).next() { (values::shown(here, &fact.value)) } }
}

/// The date and, in a line with it, the first value of another property, as far as they are given.
pub(crate) fn when(here: &Here<'_>, subject: &Subject, beside: &str) -> Markup {
    let has = |property| site::facts(subject, property).next().is_some();
    html! {
        @if has("date") || has(beside) {
            p.when {
                (first(here, subject, "date"))
                @if has("date") && has(beside) { " · " }
                (first(here, subject, beside))
            }
        }
    }
}

/// The page of a remark.
pub(crate) fn page(here: &Here<'_>, subject: &Subject) -> String {
    let mut notes = Notes::default();
    let body = html! {
        (page::heading(page::back(here, "remarks"), speakers(here, subject), html! { p.when { (first(here, subject, "date")) } }))
        p.asserts { (here.say("remarks-not-ours")) }
        @for fact in ordered_words(here, subject) { (said(here, fact)) (chain(here, fact)) }
        (rest(here, &mut notes, subject, &["words"]))
    };
    let title = plain_title(here, subject);
    page::frame(here, &title, "remarks", "remark", body)
}

/// What else is said of a statement, the posts of its speakers on that day, mentions and notes.
pub(crate) fn rest<'a>(
    here: &Here<'a>,
    notes: &mut Notes<'a>,
    subject: &'a Subject,
    without: &[&str],
) -> Markup {
    let facts = values::rows(here, notes, subject, without);
    let posts = posts(here, notes, subject);
    html! {
        div.with-notes {
            div {
                (values::section(here, &facts, &subject.gaps))
                (posts)
                (person::pairs(here, &subject.open_pairs))
                (person::mentions(here, &subject.referred_by))
            }
            (notes.list(here))
        }
        (person::correction(here, subject))
    }
}

/// Kind, speaker and identifier, as plain text.
pub(crate) fn plain_title(here: &Here<'_>, subject: &Subject) -> String {
    let speaker = site::facts(subject, "speaker")
        .chain(site::facts(subject, "demanded-by"))
        .find_map(|fact| match &fact.value {
            Shown::Record { names, .. } => site::names(here.lang(), names)
                .0
                .map(|name| name.text.clone()),
            Shown::Text { text, .. } => Some(text.clone()),
            _ => None,
        });
    let kind = here.say(if here.site.is_demand(subject.id) {
        "kind-demand"
    } else {
        "kind-remark"
    });
    match speaker {
        Some(speaker) => format!("{kind}: {speaker}"),
        None => format!("{kind} {}", subject.id),
    }
}

/// The posts that sources give the speaker for the day of the remark.
fn posts<'a>(here: &Here<'a>, notes: &mut Notes<'a>, subject: &'a Subject) -> Markup {
    let held = held(here, subject);
    html! {
        @if !held.is_empty() {
            section aria-labelledby="posts" {
                h2 #posts { (here.say("post-that-day")) }
                ul { @for fact in held { li { (values::version(here, notes, fact)) } } }
            }
        }
    }
}

/// The same in a line, for a list.
pub(crate) fn posts_in_short(here: &Here<'_>, subject: &Subject) -> Markup {
    let held = held(here, subject);
    html! {
        @if !held.is_empty() {
            p.small {
                (here.say("post-that-day")) (here.lang().colon())
                @for (place, fact) in held.iter().enumerate() {
                    @if place > 0 { (here.lang().semicolon()) }
                    (values::shown(here, &fact.value))
                }
            }
        }
    }
}

/// Every post that a source gives a speaker for the day of the statement or event.
fn held<'a>(here: &Here<'a>, subject: &Subject) -> Vec<&'a Fact> {
    let Some(day) = first_day(subject) else {
        return Vec::new();
    };
    let speakers: Vec<RecordId> = site::facts(subject, "speaker")
        .filter_map(|fact| match &fact.value {
            Shown::Record { id, .. } => Some(*id),
            _ => None,
        })
        .collect();
    speakers
        .into_iter()
        .filter_map(|id| here.site.subject(id))
        .flat_map(|speaker| site::facts(speaker, "position"))
        .filter(|fact| holds_on(fact, day))
        .collect()
}

fn first_day(subject: &Subject) -> Option<Day> {
    site::facts(subject, "date").find_map(|fact| match &fact.value {
        Shown::Date(date) => date.earliest,
        _ => None,
    })
}

/// Whether the post is said to have been held on that day: it has a beginning or an end, and the day lies within what they may
/// mean. A post without any date says nothing about the day.
fn holds_on(fact: &Fact, day: Day) -> bool {
    let ends = |property| match site::qualifier(fact, property) {
        Some(Shown::Date(date)) if !date.problem => Some((date.earliest, date.latest)),
        _ => None,
    };
    let (from, to) = (ends("from"), ends("to"));
    if from.is_none() && to.is_none() {
        return false;
    }
    let begun = from.is_none_or(|(earliest, _)| earliest.is_none_or(|earliest| earliest <= day));
    let not_over = to.is_none_or(|(_, latest)| latest.is_none_or(|latest| day <= latest));
    begun && not_over
}
