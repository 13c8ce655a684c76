//! Panels of people and of sites: picture or tablet, name in both scripts, what sources say, the sources.

use std::io::Cursor;

use edition::{
    EvidenceNumber, RecordId,
    edition::{ItemCard, Shown, Subject},
};
use image::{ImageEncoder as _, RgbImage, codecs::jpeg::JpegEncoder, imageops};
use serde_json::{Value, json};

use super::{
    Size, code,
    plain::{self, Sources, breakable},
    press::Press,
    rooms::{entrance, pictures},
    size::{Measures, steps},
};
use crate::{Lang, RenderError, letters::Script, page, rooms::graves, site, svg};

const RECORD: &str = include_str!("../../assets/panels/record.typ");

/// Dots an inch of pictures on sheets that are held, and on sheets that hang (exhibition brief, section 10).
const DOTS: (f64, f64) = (300.0, 150.0);
/// A name of more letters is cut on its panel.
const LONGEST: usize = 200;
/// Properties that are not in the list of facts: names stand above, pictures are shown, and that a list names the person is what the
/// sources below say.
const ELSEWHERE: [&str; 5] = ["name", "title", "portrait", "photograph", "listed-as"];

/// A panel for each of `people`.
pub(super) fn people(press: &mut Press<'_, '_>, people: &[RecordId]) -> Result<(), RenderError> {
    let subjects: Vec<&Subject> = people
        .iter()
        .filter_map(|id| press.site.subject(*id))
        .collect();
    print(press, &[Size::A3, Size::A2, Size::A4], "people", &subjects)
}

/// A panel for each site of the room of graves, with a small map.
pub(super) fn sites(press: &mut Press<'_, '_>) -> Result<(), RenderError> {
    let subjects: Vec<&Subject> = press.site.members("graves").collect();
    print(press, &[Size::A2, Size::A1, Size::A3], "sites", &subjects)
}

fn print(
    press: &mut Press<'_, '_>,
    own: &[Size],
    what: &str,
    subjects: &[&Subject],
) -> Result<(), RenderError> {
    if subjects.is_empty() {
        return Ok(());
    }
    for size in press.sizes(own) {
        let measures = size.measures();
        let name = press.name(size, what);
        let room = if what == "people" { "people" } else { "graves" };
        let (mut values, drawing) = press.values(
            measures,
            &page::room_title(&press.here(0), room),
            &entrance(),
        );
        let mut files = pictures(drawing);
        let cards: Vec<Value> = subjects
            .iter()
            .enumerate()
            .map(|(place, subject)| card(press, size, place, subject, &mut files))
            .collect();
        values.insert("cards".to_owned(), json!(cards));
        values.insert(
            "steps".to_owned(),
            json!(steps(measures.body * 1.6, measures.body * 0.7)),
        );
        press.print(&name, RECORD, values, files, false)?;
    }
    Ok(())
}

fn card(
    press: &mut Press<'_, '_>,
    size: Size,
    place: usize,
    subject: &Subject,
    files: &mut Vec<(String, Vec<u8>)>,
) -> Value {
    let both = [press.here(0), press.here(1)];
    let mut sources = Sources::default();
    let facts = both
        .each_ref()
        .map(|here| plain::facts(here, &mut sources, subject, &ELSEWHERE));
    let is_site = press.site.is_grave(subject.id);
    let picture = if is_site {
        Value::Null
    } else {
        portrait(press, size, place, subject, files)
    };
    let map = match graves::drawing(&both[0], Some(subject)).filter(|_| is_site) {
        Some(drawing) => {
            let file = format!("map-{place}.svg");
            files.push((file.clone(), drawing.into_bytes()));
            json!({ "file": file, "alt": both[0].say("map-title") })
        }
        None => Value::Null,
    };
    let (code, address) = code_of(
        press,
        &subject.id.to_string(),
        &press.site.address(subject.id),
        place,
        files,
    );
    json!({
        "names": names(press, subject), "facts": facts, "notes": sources.list(&both), "picture": picture, "map": map, "code": code,
        "address": address,
        "lead": is_site.then(|| both.each_ref().map(|here| here.say("sites-not-surveyed").to_owned())),
    })
}

/// The code of one card and where its page is in words.
pub(super) fn code_of(
    press: &Press<'_, '_>,
    identifier: &str,
    page: &str,
    place: usize,
    files: &mut Vec<(String, Vec<u8>)>,
) -> (Value, String) {
    match code::code(
        press.options.base_address.as_deref(),
        &code::key(identifier),
    ) {
        Some((address, drawing)) => {
            let file = format!("code-{place}.svg");
            files.push((file.clone(), drawing.into_bytes()));
            let alt = press.words[0].fill("panels-code", &[("what", &address)]);
            (
                json!({ "file": file, "address": code::in_letters(&address), "alt": alt }),
                String::new(),
            )
        }
        None => (Value::Null, page.to_owned()),
    }
}

/// The names that head a panel, one a script: that of the language at the left first. What stands there where no name is shown.
fn names(press: &Press<'_, '_>, subject: &Subject) -> Vec<Value> {
    let mut heads: Vec<(Lang, &str)> = Vec::new();
    for here in [press.here(0), press.here(1)] {
        let script = Script::of_lang(here.lang());
        let own = subject
            .names
            .iter()
            .filter(|name| Script::of(&name.text) == script);
        let best = site::names(here.lang(), &subject.names)
            .0
            .filter(|name| Script::of(&name.text) == script);
        if let Some(name) = best.or_else(|| own.clone().next())
            && !heads.iter().any(|(_, text)| *text == name.text)
        {
            heads.push((here.lang(), &name.text));
        }
    }
    if heads.is_empty() {
        heads.extend(
            subject
                .names
                .first()
                .map(|name| (press.langs()[0], name.text.as_str())),
        );
    }
    if heads.is_empty() {
        return press
            .both(|here| json!({ "lang": here.lang().tag(), "text": here.say("unnamed-person") }))
            .to_vec();
    }
    heads
        .into_iter()
        .map(|(lang, text)| json!({ "lang": lang.tag(), "text": breakable(&svg::fit(text, LONGEST)) }))
        .collect()
}

/// The portrait, if there is one that may hang: with words for those who do not see it, and not sensitive.
fn portrait(
    press: &mut Press<'_, '_>,
    size: Size,
    place: usize,
    subject: &Subject,
    files: &mut Vec<(String, Vec<u8>)>,
) -> Value {
    let here = press.here(0);
    let Some((item, alt)) = site::facts(subject, "portrait")
        .filter(|fact| !matches!(fact.value, Shown::Withheld(_)))
        .flat_map(|fact| &fact.citations)
        .filter_map(|cited| item(press, cited.item?))
        .find_map(|item| {
            Some((
                item,
                site::localized(&item.presented.alt, here.lang())?
                    .1
                    .to_owned(),
            ))
        })
    else {
        return Value::Null;
    };
    match jpeg(press, size.measures(), item.number) {
        Ok(bytes) => {
            let file = format!("portrait-{place}.jpg");
            files.push((file.clone(), bytes));
            let credit =
                site::localized(&item.presented.credit, here.lang()).map(|(_, words)| words);
            json!({ "file": file, "alt": alt, "credit": credit.unwrap_or_default() })
        }
        Err(why) => {
            press.report.pictures_missing.push(why);
            Value::Null
        }
    }
}

/// An item of which something may be seen by everybody.
fn item<'a>(press: &Press<'_, 'a>, number: EvidenceNumber) -> Option<&'a ItemCard> {
    let items = &press.site.edition.whole().items;
    let place = items
        .binary_search_by_key(&number, |item| item.number)
        .ok()?;
    items
        .get(place)
        .filter(|item| !item.sheets.is_empty() && !item.presented.sensitive)
}

/// The picture as large as it is printed and no larger, without anything that the file said of itself.
fn jpeg(
    press: &Press<'_, '_>,
    measures: Measures,
    number: EvidenceNumber,
) -> Result<Vec<u8>, String> {
    let pixels = press
        .pictures
        .open(number, 1)
        .map_err(|error| error.to_string())?;
    let picture = RgbImage::from_raw(pixels.width, pixels.height, pixels.rgb)
        .ok_or_else(|| format!("{number} has too few pixels"))?;
    let dots = if measures.width <= 297.0 {
        DOTS.0
    } else {
        DOTS.1
    };
    let most = (measures.picture / 25.4 * dots).round() as u32;
    let picture = if picture.width() > most {
        let height =
            (u64::from(picture.height()) * u64::from(most) / u64::from(picture.width())).max(1);
        imageops::resize(
            &picture,
            most,
            u32::try_from(height).unwrap_or(most),
            imageops::FilterType::Lanczos3,
        )
    } else {
        picture
    };
    let mut bytes = Cursor::new(Vec::new());
    JpegEncoder::new_with_quality(&mut bytes, 92)
        .write_image(
            picture.as_raw(),
            picture.width(),
            picture.height(),
            image::ExtendedColorType::Rgb8,
        )
        .map_err(|error| format!("{number}: {error}"))?;
    Ok(bytes.into_inner())
}
