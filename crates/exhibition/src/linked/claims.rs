//! Claims: what somebody says, with who says it and where. None is reviewed here, and none is said to be true.

use edition::{
    SourceId,
    edition::{Cited, Fact, Shown, ShownVoice},
};

use super::{head, record_id, source, source_id, thing};
use crate::{here::Here, json::Json, numbers, site};

/// A figure that a source states for an event.
pub(super) fn toll(here: &Here<'_>, json: &mut Json, about: Option<&str>, fact: &Fact) {
    let Shown::Number(number) = &fact.value else {
        return;
    };
    let words = here.words;
    let lang = here.lang();
    let mut text = format!(
        "{}{}{}",
        words.say("property-toll"),
        lang.colon(),
        numbers::range(words, number)
    );
    if let Some(Shown::Term(unit)) = site::qualifier(fact, "unit")
        && let Some(unit) = words.find(&format!("term-{}", unit.as_str()))
    {
        text.push(' ');
        text.push_str(unit);
    }
    if let Some(Shown::Text { text: scope, .. }) = site::qualifier(fact, "scope") {
        text.push_str(lang.semicolon());
        text.push_str(scope);
    }
    claim(here, json, about, &text, fact);
}

/// That somebody names a person for a role. The words carry who does, so that they cannot be had without it.
pub(super) fn role(here: &Here<'_>, json: &mut Json, about: &str, fact: &Fact) {
    let Shown::Text { text, .. } = &fact.value else {
        return;
    };
    for cited in &fact.citations {
        let who = match cited.voices.first() {
            Some(voice) => voice_name(here, voice),
            None => cited
                .source
                .and_then(|id| here.site.source(id))
                .map(|source| source.title.clone()),
        };
        let who = who.unwrap_or_else(|| here.say("voice-withheld").to_owned());
        let words = here
            .words
            .fill("linked-named-by", &[("who", &who), ("what", text)]);
        json.object(|json| {
            json.text("@type", "Claim");
            json.text("text", &words);
            json.node("about", |json| json.text("@id", about));
            author(here, json, cited);
            if let Some(source) = cited.source {
                json.node("appearance", |json| work(here, json, source));
            }
        });
    }
}

fn claim(here: &Here<'_>, json: &mut Json, about: Option<&str>, text: &str, fact: &Fact) {
    json.object(|json| {
        json.text("@type", "Claim");
        json.text("text", text);
        if let Some(about) = about {
            json.node("about", |json| json.text("@id", about));
        }
        if let Some(cited) = fact.citations.first() {
            author(here, json, cited);
        }
        let mut sources: Vec<SourceId> = fact
            .citations
            .iter()
            .filter_map(|cited| cited.source)
            .collect();
        sources.sort_unstable();
        sources.dedup();
        if let Some(first) = first(here, &sources) {
            json.node("firstAppearance", |json| work(here, json, first));
        }
        json.some("appearance", |json| {
            for source in sources {
                json.object(|json| work(here, json, source));
            }
        });
    });
}

/// The source in which a claim appeared first, as far as the archive knows: of several, the one whose date lies before all others.
fn first(here: &Here<'_>, sources: &[SourceId]) -> Option<SourceId> {
    let mut dated = Vec::with_capacity(sources.len());
    for id in sources {
        let date = here
            .site
            .source(*id)?
            .date
            .as_ref()
            .filter(|date| !date.problem)?;
        dated.push((date.latest?, date.earliest?, *id));
    }
    dated.sort_unstable();
    match dated.as_slice() {
        [(latest, _, first), rest @ ..] if !rest.is_empty() => rest
            .iter()
            .all(|(_, earliest, _)| earliest > latest)
            .then_some(*first),
        _ => None,
    }
}

/// Who says it: the innermost voice, else whoever made the source.
fn author(here: &Here<'_>, json: &mut Json, cited: &Cited) {
    match cited.voices.first() {
        Some(ShownVoice {
            record: Some(id), ..
        }) => {
            let names = here.site.subject(*id).map(|subject| subject.names.clone());
            let value = Shown::Record {
                id: *id,
                names: names.unwrap_or_default(),
            };
            thing(here, json, "author", "", &value);
        }
        Some(voice) => {
            if let Some(name) = voice_name(here, voice) {
                json.node("author", |json| json.text("name", &name));
            }
        }
        None => {
            let producer = cited
                .source
                .and_then(|id| here.site.source(id)?.producer.as_ref());
            if let Some(producer) = producer {
                json.node("author", |json| json.text("name", producer));
            }
        }
    }
}

fn voice_name(here: &Here<'_>, voice: &ShownVoice) -> Option<String> {
    let subject = voice.record.and_then(|id| here.site.subject(id));
    let name = subject.and_then(|subject| site::names(here.lang(), &subject.names).0);
    let name = name.or(voice.name.as_ref()).map(|name| name.text.clone());
    name.or_else(|| Some(here.site.source(voice.source?)?.title.clone()))
        .or_else(|| voice.record.map(|id| record_id(here, id)))
}

fn work(here: &Here<'_>, json: &mut Json, id: SourceId) {
    let card = here.site.source(id);
    head(
        json,
        card.map_or("CreativeWork", source::kind),
        &source_id(here, id),
    );
    if let Some(card) = card {
        json.text("name", &card.title);
    }
}
