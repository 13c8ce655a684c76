//! Reading a picture: what its file says of it, whether that can be true, and what else is in the file.

mod credentials;
mod exif;
mod heif;
mod iptc;
mod likeness;
mod pieces;
mod position;
#[cfg(test)]
mod tests;
mod xmp;

pub(crate) use credentials::{store_of_box, tell as tell_credentials};
use exif::{Exif, Group};
pub(crate) use heif::C2PA;
use pieces::Pieces;
pub(crate) use position::{day, plausible};

use crate::{
    container::shown,
    encoding,
    field::be32,
    kind::{MediaType, sniff},
    limits::Limits,
    picture::{self, PictureProblem, Raster},
    problem::{Finding, Problem},
    reading::{Fact, Part, Reading},
    text::empty,
};

/// Length of a fact's words, in characters.
const WORDS: usize = 4_096;

/// Properties of XMP that are told, with the words for them. A list gives one fact for each of its items.
const PROPERTIES: &[(&str, &str)] = &[
    ("dc:title", "title"),
    ("dc:creator", "author"),
    ("dc:description", "description"),
    ("dc:rights", "copyright"),
    ("dc:source", "source"),
    ("photoshop:Credit", "credit"),
    ("photoshop:Source", "source"),
    ("photoshop:City", "city"),
    ("photoshop:Country", "country"),
    ("photoshop:Headline", "headline"),
    ("photoshop:DateCreated", "made"),
    ("xmp:CreateDate", "made"),
    ("xmp:ModifyDate", "changed"),
    ("xmp:CreatorTool", "software"),
    ("xmpMM:DocumentID", "document"),
    ("xmpMM:OriginalDocumentID", "original-document"),
    ("stEvt:softwareAgent", "edited-with"),
    ("dcterms:provenance", "credentials-at"),
    ("Iptc4xmpExt:DigitalSourceType", "source-type"),
];

/// `true` for the kinds that are read here.
pub fn is_photo(media_type: MediaType) -> bool {
    picture::is_picture(media_type.as_str())
        || matches!(media_type, MediaType::Heif | MediaType::Avif)
}

/// Reads the picture in `bytes`.
pub fn read(bytes: &[u8], limits: &Limits) -> Reading {
    let media_type = sniff(bytes, "");
    let mut reading = empty(media_type);
    if bytes.len() > limits.bytes {
        reading.problems.push(Problem::FileTooLarge {
            size: bytes.len(),
            limit: limits.bytes,
        });
        return reading;
    }
    let mut findings = Vec::new();
    let (pieces, stored) = pieces_of(bytes, media_type);
    let size = if picture::is_picture(media_type.as_str()) {
        let size = match stored {
            // Nothing need be set aside to know that it is too large.
            Some((width, height)) => {
                picture::within(width, height, limits).map(|()| (width, height))
            }
            None => Ok((0, 0)),
        };
        let size = size.and_then(|_| picture::size(bytes, media_type.as_str(), limits));
        seen(size, &mut findings)
    } else {
        stored
    };
    tell(
        &mut reading.facts,
        "size",
        size.map(|(width, height)| format!("{width} × {height}")),
    );
    if let Some(tiff) = &pieces.exif
        && let Some(mut exif) = exif::read(tiff)
    {
        findings.append(&mut exif.findings);
        of_exif(&exif, &mut reading.facts, &mut findings);
        thumbnail(bytes, tiff, &exif, &mut reading, &mut findings, limits);
    }
    if let Some(records) = &pieces.iptc {
        reading.facts.extend(iptc::facts(records));
    }
    if let Some(packet) = &pieces.xmp {
        of_xmp(
            &encoding::decode(packet, None).text,
            &mut reading.facts,
            &mut findings,
        );
    }
    for words in &pieces.words {
        tell(&mut reading.facts, "comment", Some(words.clone()));
    }
    if credentials::are_there(&pieces.credentials) {
        let (facts, places) = (&mut reading.facts, &pieces.credentials_at);
        credentials::tell(&pieces.credentials, bytes, places, facts, &mut findings);
    }
    if pieces.wrong_sums > 0 {
        findings.push(Finding::flag("png-checksum").with("count", pieces.wrong_sums));
    }
    behind(bytes, &pieces, &mut reading, &mut findings);
    reading.problems = findings.into_iter().map(Problem::from).collect();
    reading
}

/// What stands in the file beside the picture, and its size where the file says it in one place.
fn pieces_of(bytes: &[u8], media_type: MediaType) -> (Pieces, Option<(u32, u32)>) {
    let pieces = match media_type {
        MediaType::Jpeg => pieces::of_jpeg(bytes),
        MediaType::Png => {
            let size = be32(bytes, 16).zip(be32(bytes, 20));
            return (pieces::of_png(bytes), size);
        }
        MediaType::Webp => pieces::of_webp(bytes),
        MediaType::Gif => pieces::of_gif(bytes),
        MediaType::Bmp => pieces::of_bitmap(bytes),
        MediaType::Tiff => pieces::of_tiff(bytes),
        _ => {
            let found = heif::read(bytes);
            let turned = found.turns.is_some_and(|turns| turns % 2 == 1);
            let size = found.size.map(|(width, height)| {
                if turned {
                    (height, width)
                } else {
                    (width, height)
                }
            });
            return (found.pieces, size);
        }
    };
    (pieces, None)
}

/// The size, or a finding that says why there is none.
fn seen(
    size: Result<(u32, u32), PictureProblem>,
    findings: &mut Vec<Finding>,
) -> Option<(u32, u32)> {
    match size {
        Ok(size) => return Some(size),
        Err(PictureProblem::TooManyPixels {
            width,
            height,
            limit,
        }) => {
            findings.push(
                Finding::loss("picture-pixels")
                    .with("width", width)
                    .with("height", height)
                    .with("limit", limit),
            );
            return Some((width, height));
        }
        Err(PictureProblem::CutShort) => findings.push(Finding::loss("picture-cut")),
        Err(_) => findings.push(Finding::loss("picture-damaged")),
    }
    None
}

fn tell(facts: &mut Vec<Fact>, name: &'static str, value: Option<String>) {
    let Some(value) = value.filter(|value| !value.is_empty()) else {
        return;
    };
    let value = value.chars().take(WORDS).collect();
    let fact = Fact { name, value };
    // Programs write the same in several places.
    if !facts.contains(&fact) {
        facts.push(fact);
    }
}

fn of_exif(exif: &Exif, facts: &mut Vec<Fact>, findings: &mut Vec<Finding>) {
    let maker = exif.words(Group::Main, 0x010f);
    let model = exif.words(Group::Main, 0x0110);
    let camera = match (maker, model) {
        (Some(maker), Some(model)) if !model.starts_with(&maker) => {
            Some(format!("{maker} {model}"))
        }
        (maker, model) => model.or(maker),
    };
    tell(facts, "camera", camera);
    tell(facts, "camera-number", exif.words(Group::Photo, 0xa431));
    tell(facts, "lens", exif.words(Group::Photo, 0xa434));
    tell(facts, "software", exif.words(Group::Main, 0x0131));
    tell(facts, "author", exif.words(Group::Main, 0x013b));
    tell(facts, "copyright", exif.words(Group::Main, 0x8298));
    tell(facts, "description", exif.words(Group::Main, 0x010e));
    tell(facts, "comment", exif.words(Group::Photo, 0x9286));
    tell(facts, "picture-number", exif.words(Group::Photo, 0xa420));
    tell(
        facts,
        "orientation",
        exif.number(Group::Main, 0x0112)
            .map(|number| number.to_string()),
    );
    position::tell(exif, facts, findings);
    for (tag, read) in [(0x02bc, false), (0x83bb, true)] {
        if let Some(bytes) = exif.bytes(Group::Main, tag) {
            if read {
                facts.extend(iptc::facts(bytes));
            } else {
                of_xmp(&encoding::decode(bytes, None).text, facts, findings);
            }
        }
    }
}

fn of_xmp(packet: &str, facts: &mut Vec<Fact>, findings: &mut Vec<Finding>) {
    for (property, value) in xmp::properties(packet) {
        let Some((_, name)) = PROPERTIES.iter().find(|(known, _)| *known == property) else {
            continue;
        };
        if *name == "source-type" && credentials::is_algorithmic(&value) {
            findings.push(Finding::flag("made-by-algorithm").with("kind", shown(&value)));
        }
        if *name == "made" {
            other_day(facts, &value, findings);
        }
        tell(facts, name, Some(value));
    }
}

/// Two places of one file that say different days.
fn other_day(facts: &[Fact], value: &str, findings: &mut Vec<Finding>) {
    let known = facts.iter().find(|fact| fact.name == "made");
    let Some(known) = known.filter(|known| known.value.get(..10) != value.get(..10)) else {
        return;
    };
    findings.push(
        Finding::flag("dates-differ")
            .with("one", shown(&known.value))
            .with("other", shown(value)),
    );
}

/// Holds the small picture in the EXIF against the large one: who changes the one often forgets the other.
fn thumbnail(
    bytes: &[u8],
    tiff: &[u8],
    exif: &Exif,
    reading: &mut Reading,
    findings: &mut Vec<Finding>,
    limits: &Limits,
) {
    let Some(range) = exif.thumbnail() else {
        return;
    };
    let small = tiff.get(range).unwrap_or_default();
    let jpeg = MediaType::Jpeg.as_str();
    let Ok(pixels) = picture::pixels(small, jpeg, limits) else {
        findings.push(Finding::loss("thumbnail-damaged"));
        return;
    };
    reading.parts.push(Part {
        name: "thumbnail".to_owned(),
        media_type: jpeg.to_owned(),
        size: Some(small.len() as u64),
        bytes: Some(small.to_vec()),
    });
    if let Ok(large) = picture::pixels(bytes, reading.media_type.as_str(), limits) {
        let orientation = exif.number(Group::Main, 0x0112).unwrap_or(1);
        findings.extend(unlike(&large, &pixels, orientation));
    }
}

/// The finding that two pictures do not show the same. The large one is upright; the small one may lie as the large one did.
fn unlike(large: &Raster, small: &Raster, orientation: u32) -> Option<Finding> {
    let form = large.width as f32 / large.height as f32;
    let upright = likeness::squares(large, form);
    let lying = likeness::squares(small, if orientation > 4 { 1.0 / form } else { form });
    let distances = [
        upright.distance(&lying.turned(orientation)),
        upright.distance(&likeness::squares(small, form)),
    ];
    distances
        .iter()
        .all(likeness::Distance::is_another)
        .then(|| {
            Finding::flag("thumbnail-differs")
                .with("mean", format!("{:.0}", distances[0].mean))
                .with("worst", format!("{:.0}", distances[0].worst))
        })
}

/// What stands behind the end of the picture: some telephones put a film there, others hide things.
fn behind(bytes: &[u8], pieces: &Pieces, reading: &mut Reading, findings: &mut Vec<Finding>) {
    let Some(end) = pieces.end else {
        return;
    };
    let rest = bytes.get(end..).unwrap_or_default();
    if rest.iter().all(|byte| *byte == 0) {
        return;
    }
    let media_type = match crate::container::packing(rest) {
        Some(packed) => packed,
        None => sniff(rest, ""),
    };
    if !(pieces.more_pictures && media_type == MediaType::Jpeg) {
        findings.push(
            Finding::flag("data-after-picture")
                .with("size", rest.len())
                .with("kind", media_type.as_str()),
        );
    }
    reading.parts.push(Part {
        name: "after the picture".to_owned(),
        media_type: media_type.as_str().to_owned(),
        size: Some(rest.len() as u64),
        bytes: Some(rest.to_vec()),
    });
}
