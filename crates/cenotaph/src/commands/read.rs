//! `cenotaph read`: what a file says, without any archive.

use registrar::reading::{Entity, Norm, Page, Part, Reading};
use serde_json::{Value, json};

use super::{End, Outcome, problems, reader};
use crate::{args::Read, output::Output};

pub(super) fn run(args: &Read, output: &Output) -> Outcome {
    let (reading, problems) = registrar::read_file(&args.file)?;
    if output.json {
        let mut document = document(&reading);
        document["problems"] = problems::document(&problems).into();
        output.document(&document);
    } else {
        say(&reading, output);
    }
    problems::say(&problems, output);
    reader::say_missing(output);
    Ok(if problems.iter().all(|problem| problem.taken) {
        End::Done
    } else {
        End::Problems
    })
}

/// The form that others rely on (DESIGN section 6; docs/formats/reading.md).
fn document(reading: &Reading) -> Value {
    let quotes: Vec<Value> = reading
        .quotes
        .iter()
        .map(|quote| {
            json!({
                "text": quote.text, "start": quote.start, "end": quote.end, "speaker": quote.speaker,
                "speaker_start": quote.speaker_start, "inside": quote.inside, "continues": quote.continues,
            })
        })
        .collect();
    let flags: Vec<Value> = reading
        .flags
        .iter()
        .map(|flag| json!({ "code": flag.code.as_str(), "note": flag.note, "start": flag.start, "end": flag.end }))
        .collect();
    let media: Vec<Value> = reading
        .media
        .iter()
        .map(|medium| {
            json!({ "element": medium.element, "address": medium.address, "description": medium.description })
        })
        .collect();
    json!({
        "media_type": reading.media_type.as_str(),
        "encoding": reading.encoding,
        "title": reading.title,
        "byline": reading.byline,
        "dateline": reading.dateline.as_ref().map(|line| json!({ "place": line.place, "date": line.date })),
        "language": reading.language,
        "text": reading.text,
        "entities": reading.entities.iter().map(entity).collect::<Vec<_>>(),
        "quotes": quotes,
        "flags": flags,
        "media": media,
        "facts": reading.facts.iter().map(|fact| json!({ "name": fact.name, "value": fact.value })).collect::<Vec<_>>(),
        "pages": reading.pages.iter().map(page).collect::<Vec<_>>(),
        "parts": reading.parts.iter().map(part).collect::<Vec<_>>(),
    })
}

fn page(page: &Page) -> Value {
    let boxes: Vec<Value> = page
        .boxes
        .iter()
        .map(|text| json!({ "start": text.start, "end": text.end, "at": text.at }))
        .collect();
    json!({
        "number": page.number, "start": page.start, "end": page.end,
        "width": page.size.0, "height": page.size.1, "boxes": boxes,
    })
}

fn part(part: &Part) -> Value {
    json!({ "name": part.name, "media_type": part.media_type, "size": part.size })
}

fn entity(entity: &Entity) -> Value {
    let norm = entity.norm.as_ref().map(|norm| match norm {
        Norm::Date(text) | Norm::Name(text) => json!(text),
        Norm::Count { low, high } => json!({ "low": low, "high": high }),
    });
    let mut document = json!({
        "kind": entity.kind.as_str(), "text": entity.text, "start": entity.start, "end": entity.end,
    });
    if let Some(norm) = norm {
        document["norm"] = norm;
    }
    if let Some(modifier) = entity.modifier {
        document["modifier"] = modifier.as_str().into();
    }
    if let Some(of) = &entity.of {
        document["of"] = of.as_str().into();
    }
    document
}

/// A reading for people: what it is, what is named in it, who is quoted.
fn say(reading: &Reading, output: &Output) {
    let line = |id, text: &Option<String>| {
        if let Some(text) = text {
            output.say(id, &[("text", text.as_str().into())]);
        }
    };
    output.say(
        "read-type",
        &[
            ("type", reading.media_type.as_str().into()),
            ("encoding", reading.encoding.into()),
        ],
    );
    line("read-title", &reading.title);
    line("read-byline", &reading.byline);
    if let Some(dateline) = &reading.dateline {
        line("read-place", &dateline.place);
        line("read-date", &dateline.date);
    }
    line("read-language", &reading.language);
    output.say(
        "read-length",
        &[("count", reading.text.chars().count().into())],
    );
    for fact in &reading.facts {
        output.say(
            "read-fact",
            &[
                ("name", fact.name.into()),
                ("value", fact.value.as_str().into()),
            ],
        );
    }
    for part in &reading.parts {
        let size = part
            .size
            .map_or_else(|| "?".to_owned(), |size| size.to_string());
        output.say(
            "read-part",
            &[
                ("name", part.name.as_str().into()),
                ("type", part.media_type.as_str().into()),
                ("size", size.into()),
            ],
        );
    }
    for entity in &reading.entities {
        let place = format!("{}–{}", entity.start, entity.end);
        output.say(
            "read-entity",
            &[
                ("kind", entity.kind.as_str().into()),
                ("text", entity.text.as_str().into()),
                ("place", place.into()),
            ],
        );
    }
    for quote in &reading.quotes {
        let speaker = quote
            .speaker
            .clone()
            .unwrap_or_else(|| output.words.say("read-nobody", &[]));
        let place = format!("{}–{}", quote.start, quote.end);
        output.say(
            "read-quote",
            &[
                ("speaker", speaker.into()),
                ("text", quote.text.as_str().into()),
                ("place", place.into()),
            ],
        );
    }
    for flag in &reading.flags {
        output.say(
            "read-flag",
            &[
                ("code", flag.code.as_str().into()),
                ("note", flag.note.as_str().into()),
            ],
        );
    }
}
