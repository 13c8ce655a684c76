//! Facts as parts of a line: our words as they are, values of the archive marked, so that the sheet isolates them.

use edition::{
    Calendar,
    edition::{Cited, Fact, Shown, Subject},
};
use serde_json::{Value, json};

use crate::{dates, here::Here, numbers, site, towns, values};

/// A letter run longer than this may break anywhere. Chosen by us: no word of the four languages is as long.
const LONG: usize = 40;

/// A value of the archive as a part of a line.
pub(super) fn part(text: &str) -> Value {
    json!({ "value": breakable(text) })
}

/// `text` with places to break in what has none, such as a name of four thousand letters.
pub(super) fn breakable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    for c in text.chars() {
        run = if c.is_whitespace() { 0 } else { run + 1 };
        out.push(c);
        if run == LONG {
            out.push('\u{200b}');
            run = 0;
        }
    }
    out
}

/// A value in words.
pub(super) fn shown(here: &Here<'_>, value: &Shown) -> Vec<Value> {
    match value {
        Shown::Text { text, .. } => vec![part(towns::name(here.lang(), text).unwrap_or(text))],
        Shown::Date(date) if date.problem => vec![
            part(&date.stated),
            json!(format!(" ({})", here.say("date-unreadable"))),
        ],
        Shown::Date(date) => {
            let mut parts = vec![json!(dates::plain(here.words, date))];
            if date.calendar == Calendar::LunarHijri {
                parts.push(json!(format!(" ({} ", here.say("date-as-stated"))));
                parts.push(part(&date.stated));
                parts.push(json!(")"));
            }
            parts
        }
        Shown::Number(number) => vec![json!(numbers::range(here.words, number))],
        Shown::Record { id, names } => {
            let known = here
                .site
                .subject(*id)
                .map(|subject| subject.names.as_slice());
            let names = if names.is_empty() {
                known.unwrap_or_default()
            } else {
                names
            };
            match site::names(here.lang(), names).0 {
                Some(name) => vec![part(&name.text)],
                None => vec![part(&id.to_string())],
            }
        }
        Shown::Position(position) => vec![json!(values::precision(here, position.precision))],
        Shown::Link(link) => vec![part(link)],
        Shown::Term(term) => vec![json!(label(here, "term-", term.as_str()))],
        Shown::Withheld(reason) => vec![json!(withheld(here, here.reason(*reason)))],
        _ => Vec::new(),
    }
}

fn withheld(here: &Here<'_>, reason: &str) -> String {
    here.words.fill("withheld", &[("reason", reason)])
}

/// The label of a property or term; the word itself when it has none.
pub(super) fn label(here: &Here<'_>, family: &str, word: &str) -> String {
    here.words
        .find(&format!("{family}{word}"))
        .unwrap_or(word)
        .to_owned()
}

/// The first value of a property in words.
pub(super) fn first(here: &Here<'_>, subject: &Subject, property: &str) -> Option<Vec<Value>> {
    site::facts(subject, property)
        .next()
        .map(|fact| shown(here, &fact.value))
}

/// The sources of one sheet, each with a number.
#[derive(Debug, Default)]
pub(super) struct Sources<'a> {
    cited: Vec<&'a Cited>,
}

impl<'a> Sources<'a> {
    fn number(&mut self, cited: &'a Cited) -> usize {
        let same = |known: &&Cited| {
            known.source == cited.source
                && known.item == cited.item
                && known.place_in_source == cited.place_in_source
                && known.withheld == cited.withheld
        };
        match self.cited.iter().position(same) {
            Some(place) => place + 1,
            None => {
                self.cited.push(cited);
                self.cited.len()
            }
        }
    }

    /// Numbers of those who say a fact.
    fn numbers(&mut self, fact: &'a Fact) -> Vec<usize> {
        let mut numbers: Vec<usize> = fact
            .citations
            .iter()
            .map(|cited| self.number(cited))
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// The list of sources, once for both languages: titles are those of the sources.
    pub(super) fn list(&self, both: &[Here<'_>; 2]) -> Vec<Value> {
        (1..)
            .zip(&self.cited)
            .map(|(number, cited)| {
                let marks: Vec<String> = both
                    .iter()
                    .map(|here| numbers::plain(here.lang(), number))
                    .collect();
                let mark = match marks.as_slice() {
                    [one, two] if one != two => format!("{one} {two}"),
                    _ => marks.first().cloned().unwrap_or_default(),
                };
                json!({ "mark": mark, "words": source(both, cited) })
            })
            .collect()
    }
}

fn source(both: &[Here<'_>; 2], cited: &Cited) -> Vec<Value> {
    let here = &both[0];
    let in_both =
        |of: &dyn Fn(&Here<'_>) -> String| json!(format!("{} · {}", of(&both[0]), of(&both[1])));
    let mut parts = match (cited.source, cited.withheld) {
        (Some(id), _) => match here.site.source(id) {
            Some(card) => vec![part(&card.title)],
            None => vec![part(&id.to_string())],
        },
        (None, Some(reason)) => vec![in_both(&|here| withheld(here, here.reason(reason)))],
        (None, None) => vec![in_both(&|here| here.say("no-source").to_owned())],
    };
    if let Some(place) = &cited.place_in_source {
        parts.push(json!(", "));
        parts.push(part(place));
    }
    if let Some(item) = cited.item {
        parts.push(json!("; "));
        parts.push(part(&item.to_string()));
    }
    parts
}

/// The facts of a record for one language, without those of `without`; sources are numbered in the order in which they are met.
pub(super) fn facts<'a>(
    here: &Here<'_>,
    sources: &mut Sources<'a>,
    subject: &'a Subject,
    without: &[&str],
) -> Vec<Value> {
    let facts = subject
        .facts
        .iter()
        .filter(|fact| !without.contains(&fact.property.as_str()));
    let facts: Vec<&Fact> = site::readable(here.lang(), facts);
    let mut rows: Vec<Value> = facts
        .chunk_by(|one, two| one.property == two.property)
        .map(|versions| {
            let lines: Vec<Value> = versions
                .iter()
                .map(|fact| {
                    let marks: Vec<String> = sources.numbers(fact).into_iter().map(|number| numbers::plain(here.lang(), number as i64)).collect();
                    json!({ "words": version(here, fact), "disputed": fact.disputed, "marks": marks.join(" ") })
                })
                .collect();
            json!({ "label": label(here, "property-", versions[0].property.as_str()), "versions": lines })
        })
        .collect();
    for gap in &subject.gaps {
        let label = gap
            .property
            .as_ref()
            .map(|property| label(here, "property-", property.as_str()));
        rows.push(json!({
            "label": label.unwrap_or_default(),
            "versions": [{ "words": [withheld(here, here.reason(gap.reason))], "disputed": false, "marks": "" }],
        }));
    }
    rows
}

/// A value, what narrows it, and how sure it is where it is not plainly stated.
fn version(here: &Here<'_>, fact: &Fact) -> Vec<Value> {
    let mut parts = shown(here, &fact.value);
    for (place, (property, value)) in fact.qualifiers.iter().enumerate() {
        parts.push(json!(if place == 0 {
            " ("
        } else {
            here.lang().semicolon()
        }));
        parts.push(json!(label(here, "property-", property.as_str())));
        parts.push(json!(here.lang().colon()));
        parts.extend(shown(here, value));
    }
    if !fact.qualifiers.is_empty() {
        parts.push(json!(")"));
    }
    let stated = fact
        .citations
        .iter()
        .any(|cited| cited.certainty.as_str() == "stated");
    if let Some(term) = fact
        .citations
        .iter()
        .map(|cited| &cited.certainty)
        .min()
        .filter(|_| !stated)
    {
        parts.push(json!(format!(" ({})", label(here, "term-", term.as_str()))));
    }
    parts
}
