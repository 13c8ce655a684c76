//! Reading sound and film: how long it lasts, what is in it, when, where and with what it says it was made. Nothing is decoded.

mod matroska;
mod mp3;
mod mp4;
mod ogg;
mod riff;
#[cfg(test)]
mod tests;

use crate::{
    field::find,
    kind::{MediaType, sniff},
    limits::Limits,
    photo,
    problem::{Finding, Problem},
    reading::{Fact, Part, Reading},
    text::empty,
};

/// Length of a fact's words, in characters.
const WORDS: usize = 4_096;

/// Facts told of one recording.
const FACTS: usize = 500;

/// What a reader of one form gives.
#[derive(Debug, Default)]
struct Told {
    facts: Vec<Fact>,
    findings: Vec<Finding>,
    parts: Vec<Part>,
    /// After the last byte of the recording; `None` when that is not known.
    end: Option<usize>,
}

impl Told {
    /// Adds a fact, unless it is empty or known already.
    fn say(&mut self, name: &'static str, value: impl AsRef<str>) {
        let value = value
            .as_ref()
            .trim_matches(|c: char| c == '\0' || c.is_whitespace());
        if value.is_empty() || self.facts.len() == FACTS {
            return;
        }
        let value = value.chars().take(WORDS).collect();
        let fact = Fact { name, value };
        if !self.facts.contains(&fact) {
            self.facts.push(fact);
        }
    }

    /// Adds how long it lasts, in seconds. Nought is not said: it stands for "not known".
    fn lasts(&mut self, seconds: f64) {
        if seconds > 0.0 && seconds.is_finite() {
            self.say("duration", format!("{seconds:.3}"));
        }
    }

    /// Adds a tag by the name that `known` has for it, whatever its case.
    fn tag(&mut self, key: &str, value: &str) {
        let found = TAGS.iter().find(|(tag, _)| tag.eq_ignore_ascii_case(key));
        if let Some((_, name)) = found {
            if *name == "position" {
                self.stands(value);
            } else {
                self.say(name, value);
            }
        }
    }

    /// Adds a position in the form of ISO 6709: `+48.8566+002.3522+035.000/`.
    fn stands(&mut self, text: &str) {
        let Some((latitude, longitude, altitude)) = iso6709(text) else {
            self.findings.push(Finding::loss("position-damaged"));
            return;
        };
        if let Some((latitude, longitude)) =
            photo::plausible(latitude, longitude, &mut self.findings)
        {
            self.say("position", format!("{latitude:.6}, {longitude:.6}"));
        }
        if let Some(metres) = altitude {
            self.say("altitude", format!("{metres:.1}"));
        }
    }
}

/// Tags of Matroska, Vorbis comments, RIFF, ID3 and QuickTime that are told, with the words for them.
const TAGS: &[(&str, &str)] = &[
    ("TITLE", "title"),
    ("INAM", "title"),
    ("TIT2", "title"),
    ("\u{a9}nam", "title"),
    ("ARTIST", "author"),
    ("IART", "author"),
    ("TPE1", "author"),
    ("\u{a9}ART", "author"),
    ("com.apple.quicktime.author", "author"),
    ("DATE", "made"),
    ("DATE_RECORDED", "made"),
    ("CREATION_TIME", "made"),
    ("ICRD", "made"),
    ("TDRC", "made"),
    ("TYER", "made"),
    ("\u{a9}day", "made"),
    ("com.apple.quicktime.creationdate", "made"),
    ("DESCRIPTION", "description"),
    ("\u{a9}des", "description"),
    ("desc", "description"),
    ("com.apple.quicktime.description", "description"),
    ("COMMENT", "comment"),
    ("ICMT", "comment"),
    ("COMM", "comment"),
    ("\u{a9}cmt", "comment"),
    ("COPYRIGHT", "copyright"),
    ("ICOP", "copyright"),
    ("TCOP", "copyright"),
    ("\u{a9}cpy", "copyright"),
    ("ENCODER", "software"),
    ("ISFT", "software"),
    ("TSSE", "software"),
    ("TENC", "software"),
    ("\u{a9}too", "software"),
    ("\u{a9}swr", "software"),
    ("com.apple.quicktime.software", "software"),
    ("com.android.version", "software"),
    ("\u{a9}mak", "camera"),
    ("com.apple.quicktime.make", "camera"),
    ("com.android.manufacturer", "camera"),
    ("\u{a9}mod", "camera"),
    ("com.apple.quicktime.model", "camera"),
    ("com.android.model", "camera"),
    ("LOCATION", "position"),
    ("\u{a9}xyz", "position"),
    ("com.apple.quicktime.location.ISO6709", "position"),
    ("LANGUAGE", "language"),
];

/// `true` for the kinds that are read here.
pub fn is_recording(media_type: MediaType) -> bool {
    matches!(
        media_type,
        MediaType::Mp4
            | MediaType::Matroska
            | MediaType::Wav
            | MediaType::Avi
            | MediaType::Mp3
            | MediaType::Ogg
            | MediaType::Flac
            | MediaType::Amr
    )
}

/// Reads the recording in `bytes`.
pub fn read(bytes: &[u8], limits: &Limits) -> Reading {
    let mut reading = empty(sniff(bytes, ""));
    if bytes.len() > limits.bytes {
        reading.problems.push(Problem::FileTooLarge {
            size: bytes.len(),
            limit: limits.bytes,
        });
        return reading;
    }
    let mut told = match reading.media_type {
        MediaType::Mp4 => mp4::read(bytes),
        MediaType::Matroska => matroska::read(bytes, limits),
        MediaType::Wav | MediaType::Avi => riff::read(bytes),
        MediaType::Mp3 => mp3::read(bytes),
        MediaType::Flac => ogg::flac(bytes),
        MediaType::Amr => amr(bytes),
        _ => ogg::read(bytes),
    };
    days(&told.facts, &mut told.findings);
    behind(bytes, &mut told);
    reading.facts = told.facts;
    reading.parts = told.parts;
    reading.problems = told.findings.into_iter().map(Problem::from).collect();
    reading
}

/// Two places of one file that say different days, more than what zones of time explain.
fn days(facts: &[Fact], findings: &mut Vec<Finding>) {
    let mut made = facts
        .iter()
        .filter(|fact| fact.name == "made" && fact.value.len() >= 10);
    let Some(first) = made.next() else {
        return;
    };
    let day = |fact: &Fact| photo::day(&fact.value);
    let other = made.find(|other| {
        let apart = day(first)
            .zip(day(other))
            .map(|(one, two)| one.abs_diff(two));
        apart.is_some_and(|apart| apart > 86_400)
    });
    if let Some(other) = other {
        findings.push(
            Finding::flag("dates-differ")
                .with("one", crate::container::shown(&first.value))
                .with("other", crate::container::shown(&other.value)),
        );
    }
}

/// What stands behind the end of the recording.
fn behind(bytes: &[u8], told: &mut Told) {
    let rest = told
        .end
        .and_then(|end| bytes.get(end..))
        .unwrap_or_default();
    if rest.iter().all(|byte| *byte == 0) {
        return;
    }
    let media_type = crate::container::packing(rest).unwrap_or_else(|| sniff(rest, ""));
    told.findings.push(
        Finding::flag("data-after-recording")
            .with("size", rest.len())
            .with("kind", media_type.as_str()),
    );
    told.parts.push(Part {
        name: "after the recording".to_owned(),
        media_type: media_type.as_str().to_owned(),
        size: Some(rest.len() as u64),
        bytes: Some(rest.to_vec()),
    });
}

/// Latitude, longitude and altitude of ISO 6709 in degrees and metres; `None` when it is none, or has minutes.
fn iso6709(text: &str) -> Option<(f64, f64, Option<f64>)> {
    let text = text.trim_matches(|c: char| c == '\0' || c.is_whitespace());
    let text = text.split_once('/').map_or(text, |(position, _)| position);
    let mut starts = text.char_indices().filter(|(_, c)| matches!(c, '+' | '-'));
    let mut next = || starts.next().map(|(at, _)| at);
    let (first, second, third) = (next()?, next()?, next());
    let latitude: f64 = text.get(first..second)?.parse().ok()?;
    let longitude: f64 = text
        .get(second..third.unwrap_or(text.len()))?
        .parse()
        .ok()?;
    let altitude = third.and_then(|third| text.get(third..)?.parse().ok());
    (first == 0).then_some((latitude, longitude, altitude))
}

/// AMR of telephones (RFC 4867 section 5): frames of a fiftieth of a second, each as long as its kind says.
fn amr(bytes: &[u8]) -> Told {
    /// Bytes of a frame behind its first, by kind (3GPP TS 26.101 and 26.201 annex A).
    const NARROW: [usize; 16] = [12, 13, 15, 17, 19, 20, 26, 31, 5, 0, 0, 0, 0, 0, 0, 0];
    const WIDE: [usize; 16] = [17, 23, 32, 36, 40, 46, 50, 58, 60, 5, 0, 0, 0, 0, 0, 0];
    let mut told = Told::default();
    let wide = bytes.starts_with(b"#!AMR-WB\n");
    let mut at = find(bytes, b"\n", 0).map_or(bytes.len(), |end| end + 1);
    let mut frames = 0_u32;
    while let Some(first) = bytes.get(at) {
        let kind = usize::from(first >> 3 & 15);
        at += 1 + if wide { WIDE[kind] } else { NARROW[kind] };
        frames += 1;
    }
    if at > bytes.len() {
        told.findings.push(Finding::loss("recording-cut"));
    }
    told.say(
        "stream",
        if wide {
            "sound amr-wb 16000 Hz"
        } else {
            "sound amr-nb 8000 Hz"
        },
    );
    told.lasts(f64::from(frames) / 50.0);
    told
}
