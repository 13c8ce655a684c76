//! Remarks and demands: a quotation, or a gist that is no quotation, inside one work for each voice that passed it on.

use edition::{
    RecordId, SourceId,
    edition::{Cited, Fact, Name, Shown, Subject},
};

use super::{date, head, made_up, record_id, source, source_id, thing};
use crate::{here::Here, json::Json, rooms::remarks, site};

/// Its words, each spelling a node of its own.
pub(super) fn statement(here: &Here<'_>, json: &mut Json, subject: &Subject) {
    let own = record_id(here, subject.id);
    let page = own.split('#').next().unwrap_or_default();
    for (number, fact) in (1..).zip(remarks::ordered_words(here, subject)) {
        if let Shown::Text { text, language } = &fact.value {
            json.object(|json| {
                let is_quote = site::qualifier(fact, "form").is_some_and(
                    |form| matches!(form, Shown::Term(term) if term.as_str() == "quote"),
                );
                let kind = if is_quote {
                    "Quotation"
                } else {
                    "CreativeWork"
                };
                head(json, kind, &format!("{page}#words-{number}"));
                json.text("identifier", &subject.id.to_string());
                json.text(if is_quote { "text" } else { "abstract" }, text);
                if let Some(language) = language {
                    json.text("inLanguage", language.as_str());
                }
                made_up(here, json);
                speaker(here, json, subject, is_quote);
                if let Some(date) = date(subject, "date") {
                    json.text("dateCreated", &date);
                }
                parts(here, json, fact);
            });
        }
    }
}

/// Whose words they are said to be.
fn speaker(here: &Here<'_>, json: &mut Json, subject: &Subject, is_quote: bool) {
    let key = if is_quote {
        "spokenByCharacter"
    } else {
        "creator"
    };
    let mut speakers = site::facts(subject, "speaker").chain(site::facts(subject, "demanded-by"));
    if let Some(fact) = speakers.find(|fact| !matches!(fact.value, Shown::Withheld(_))) {
        thing(here, json, key, "", &fact.value);
    }
}

/// One chain of works for each citation.
fn parts(here: &Here<'_>, json: &mut Json, fact: &Fact) {
    let chains: Vec<Vec<Layer<'_>>> = fact
        .citations
        .iter()
        .map(layers)
        .filter(|layers| !layers.is_empty())
        .collect();
    match chains.as_slice() {
        [] => {}
        [chain] => nested(here, json, chain),
        chains => json.list("isPartOf", |json| {
            for chain in chains {
                json.object(|json| work(here, json, chain));
            }
        }),
    }
}

/// A work in which the words were passed on.
enum Layer<'a> {
    /// A source of the archive.
    Source(SourceId),
    /// What a record said.
    Of(RecordId),
    /// What somebody said who is known by name only.
    Named(&'a Name),
    /// What somebody said who is not named here.
    Withheld,
}

/// Who passed it on, innermost first; the source in which it was read comes last.
fn layers(cited: &Cited) -> Vec<Layer<'_>> {
    let passing = cited.voices.iter().skip_while(|voice| voice.said);
    let mut layers: Vec<Layer<'_>> = passing
        .map(|voice| match (voice.source, voice.record, &voice.name) {
            (Some(source), _, _) => Layer::Source(source),
            (None, Some(record), _) => Layer::Of(record),
            (None, None, Some(name)) => Layer::Named(name),
            (None, None, None) => Layer::Withheld,
        })
        .collect();
    if let Some(source) = cited.source
        && !matches!(layers.last(), Some(Layer::Source(last)) if *last == source)
    {
        layers.push(Layer::Source(source));
    }
    layers
}

fn nested(here: &Here<'_>, json: &mut Json, layers: &[Layer<'_>]) {
    if !layers.is_empty() {
        json.node("isPartOf", |json| work(here, json, layers));
    }
}

fn work(here: &Here<'_>, json: &mut Json, layers: &[Layer<'_>]) {
    let Some((first, rest)) = layers.split_first() else {
        return;
    };
    match first {
        Layer::Source(id) => match here.site.source(*id) {
            Some(card) => {
                head(json, source::kind(card), &source_id(here, *id));
                json.text("name", &card.title);
            }
            None => head(json, "CreativeWork", &source_id(here, *id)),
        },
        Layer::Of(id) => {
            let names = here.site.subject(*id).map(|subject| subject.names.clone());
            let value = Shown::Record {
                id: *id,
                names: names.unwrap_or_default(),
            };
            json.text("@type", "CreativeWork");
            thing(here, json, "author", "", &value);
        }
        Layer::Named(name) => {
            json.text("@type", "CreativeWork");
            json.node("author", |json| json.text("name", &name.text));
        }
        Layer::Withheld => json.text("@type", "CreativeWork"),
    }
    nested(here, json, rest);
}
