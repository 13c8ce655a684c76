//! The TOML form of a map, checked with line numbers.

use std::collections::BTreeMap;

use model::{claim::VoiceRole, date::Calendar, id::RecordKind, term::Term};
use serde::Deserialize;
use toml::Spanned;

use super::{
    CalendarForm, CertaintyForm, ClaimForm, LanguageForm, Map, QualifierForm, RecordForm,
    ValueForm, VoiceForm, WhoForm, template::Template,
};

/// Why a text is not a map.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {fault}")]
pub struct MapError {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub fault: MapFault,
}

/// What is wrong with a map.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MapFault {
    /// Not TOML, or a key that maps do not have.
    #[error("{message}")]
    Toml {
        /// What the TOML reader says.
        message: String,
    },
    /// A brace is left over or a hole has no name.
    #[error("`{text}` is not a template: holes are `{{column}}`, a brace is written twice")]
    Template {
        /// The template.
        text: String,
    },
    /// Not a vocabulary term.
    #[error("`{text}` is not a term")]
    NotATerm {
        /// The text.
        text: String,
    },
    /// A word where only certain words can stand.
    #[error("`{word}` is none of {}", allowed.join(", "))]
    NotOneOf {
        /// The word.
        word: String,
        /// The words that can stand there.
        allowed: Vec<&'static str>,
    },
    /// A field that this type needs is not there.
    #[error("`{field}` is missing")]
    Missing {
        /// The field.
        field: &'static str,
    },
    /// A field that this type does not have.
    #[error("`{field}` does not go with this")]
    Superfluous {
        /// The field.
        field: &'static str,
    },
    /// Values are to be split at an empty string.
    #[error("`split` is empty")]
    EmptySplit,
}

type Text = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawMap {
    row: Option<Text>,
    #[serde(default)]
    skip_if_empty: Vec<String>,
    record: RawRecord,
    citation: Option<RawCitation>,
    certainty: Option<RawCertainty>,
    #[serde(default)]
    attribution: Vec<RawVoice>,
    #[serde(default)]
    claim: Vec<RawClaim>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRecord {
    kind: Text,
    namespace: Text,
    key: Text,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCitation {
    source: Option<Text>,
    place: Option<Text>,
    item: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCertainty {
    term: Option<Text>,
    terms: Option<BTreeMap<String, Text>>,
    note: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawVoice {
    role: Text,
    who: Option<Text>,
    record: Option<RawRecord>,
    source: Option<Text>,
}

/// A claim or a qualifier: qualifiers lack the last three fields.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawClaim {
    property: Text,
    #[serde(rename = "type")]
    kind: Text,
    value: Option<Text>,
    language: Option<Text>,
    calendar: Option<Text>,
    low: Option<Text>,
    high: Option<Text>,
    record: Option<RawRecord>,
    latitude: Option<Text>,
    longitude: Option<Text>,
    precision: Option<Text>,
    terms: Option<BTreeMap<String, Text>>,
    split: Option<Text>,
    access: Option<Text>,
    certainty: Option<RawCertainty>,
    #[serde(default)]
    qualifier: Vec<Self>,
}

/// Reads a map.
pub(super) fn parse(text: &str) -> Result<Map, MapError> {
    let raw: RawMap = toml::from_str(text).map_err(|error| MapError {
        line: line(text, error.span().map_or(0, |span| span.start)),
        fault: MapFault::Toml {
            message: error.message().to_owned(),
        },
    })?;
    Reader { text }.map(raw)
}

fn line(text: &str, offset: usize) -> usize {
    1 + text
        .bytes()
        .take(offset)
        .filter(|byte| *byte == b'\n')
        .count()
}

struct Reader<'a> {
    text: &'a str,
}

impl Reader<'_> {
    fn error(&self, at: &Text, fault: MapFault) -> MapError {
        MapError {
            line: line(self.text, at.span().start),
            fault,
        }
    }

    fn map(&self, raw: RawMap) -> Result<Map, MapError> {
        let citation = raw.citation.unwrap_or_default();
        Ok(Map {
            row: self.optional(raw.row)?,
            required: raw.skip_if_empty,
            record: self.record(&raw.record)?,
            source: self.optional(citation.source)?,
            place: self.optional(citation.place)?,
            item: self.optional(citation.item)?,
            certainty: match raw.certainty {
                Some(certainty) => self.certainty(certainty)?,
                None => CertaintyForm::default(),
            },
            attribution: raw
                .attribution
                .into_iter()
                .map(|voice| self.voice(voice))
                .collect::<Result<_, _>>()?,
            claims: raw
                .claim
                .into_iter()
                .map(|claim| self.claim(claim))
                .collect::<Result<_, _>>()?,
        })
    }

    fn template(&self, text: &Text) -> Result<Template, MapError> {
        Template::parse(text.get_ref()).ok_or_else(|| {
            self.error(
                text,
                MapFault::Template {
                    text: text.get_ref().clone(),
                },
            )
        })
    }

    fn optional(&self, text: Option<Text>) -> Result<Option<Template>, MapError> {
        text.map(|text| self.template(&text)).transpose()
    }

    fn term(&self, text: &Text) -> Result<Term, MapError> {
        Term::new(text.get_ref())
            .map_err(|error| self.error(text, MapFault::NotATerm { text: error.text }))
    }

    fn terms(
        &self,
        raw: Option<BTreeMap<String, Text>>,
    ) -> Result<Option<BTreeMap<String, Term>>, MapError> {
        raw.map(|terms| {
            terms
                .into_iter()
                .map(|(word, term)| Ok((word, self.term(&term)?)))
                .collect()
        })
        .transpose()
    }

    fn one_of<T>(
        &self,
        text: &Text,
        allowed: &[&'static str],
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<T, MapError> {
        read(text.get_ref()).ok_or_else(|| {
            self.error(
                text,
                MapFault::NotOneOf {
                    word: text.get_ref().clone(),
                    allowed: allowed.to_vec(),
                },
            )
        })
    }

    fn record(&self, raw: &RawRecord) -> Result<RecordForm, MapError> {
        let kinds = RecordKind::ALL.map(RecordKind::as_str);
        Ok(RecordForm {
            kind: self.one_of(&raw.kind, &kinds, RecordKind::parse)?,
            namespace: self.template(&raw.namespace)?,
            key: self.template(&raw.key)?,
        })
    }

    fn certainty(&self, raw: RawCertainty) -> Result<CertaintyForm, MapError> {
        Ok(CertaintyForm {
            term: self.optional(raw.term)?,
            terms: self.terms(raw.terms)?,
            note: self.optional(raw.note)?,
        })
    }

    fn voice(&self, raw: RawVoice) -> Result<VoiceForm, MapError> {
        let role = self.one_of(&raw.role, &["said-by", "reported-by"], |word| match word {
            "said-by" => Some(VoiceRole::SaidBy),
            "reported-by" => Some(VoiceRole::ReportedBy),
            _ => None,
        })?;
        let who = match (raw.who, raw.record, raw.source) {
            (Some(who), None, None) => WhoForm::Named(self.template(&who)?),
            (None, Some(record), None) => WhoForm::Record(self.record(&record)?),
            (None, None, Some(source)) => WhoForm::Source(self.template(&source)?),
            (None, None, None) => {
                return Err(self.error(&raw.role, MapFault::Missing { field: "who" }));
            }
            (Some(who), _, _) => {
                return Err(self.error(&who, MapFault::Superfluous { field: "who" }));
            }
            (None, Some(_), Some(source)) => {
                return Err(self.error(&source, MapFault::Superfluous { field: "source" }));
            }
        };
        Ok(VoiceForm { role, who })
    }

    fn claim(&self, mut raw: RawClaim) -> Result<ClaimForm, MapError> {
        let qualifiers = std::mem::take(&mut raw.qualifier)
            .into_iter()
            .map(|qualifier| self.qualifier(qualifier))
            .collect::<Result<_, _>>()?;
        let split = raw.split.take();
        if let Some(split) = split.as_ref().filter(|split| split.get_ref().is_empty()) {
            return Err(self.error(split, MapFault::EmptySplit));
        }
        Ok(ClaimForm {
            property: self.term(&raw.property)?,
            split: split.map(Spanned::into_inner),
            access: self.optional(raw.access.take())?,
            certainty: raw
                .certainty
                .take()
                .map(|certainty| self.certainty(certainty))
                .transpose()?,
            qualifiers,
            value: self.value(raw)?,
        })
    }

    fn qualifier(&self, raw: RawClaim) -> Result<QualifierForm, MapError> {
        let outside = [("split", &raw.split), ("access", &raw.access)];
        for (field, given) in outside {
            if let Some(text) = given {
                return Err(self.error(text, MapFault::Superfluous { field }));
            }
        }
        if raw.certainty.is_some() {
            let field = "certainty";
            return Err(self.error(&raw.property, MapFault::Superfluous { field }));
        }
        if let Some(inner) = raw.qualifier.first() {
            let field = "qualifier";
            return Err(self.error(&inner.property, MapFault::Superfluous { field }));
        }
        Ok(QualifierForm {
            property: self.term(&raw.property)?,
            value: self.value(raw)?,
        })
    }

    fn value(&self, mut raw: RawClaim) -> Result<ValueForm, MapError> {
        let kind = raw.kind.clone();
        let value = match kind.get_ref().as_str() {
            "text" => ValueForm::Text {
                value: self.needed(&kind, "value", raw.value.take())?,
                language: self.language(raw.language.take())?,
            },
            "date" => ValueForm::Date {
                value: self.needed(&kind, "value", raw.value.take())?,
                calendar: self.calendar(&kind, raw.calendar.take())?,
            },
            "number" if raw.value.is_some() => ValueForm::Number {
                value: self.needed(&kind, "value", raw.value.take())?,
            },
            "number" if raw.low.is_none() && raw.high.is_none() => {
                return Err(self.error(&kind, MapFault::Missing { field: "value" }));
            }
            "number" => ValueForm::Range {
                low: self.optional(raw.low.take())?,
                high: self.optional(raw.high.take())?,
            },
            "record" => ValueForm::Record(match raw.record.take() {
                Some(record) => self.record(&record)?,
                None => return Err(self.error(&kind, MapFault::Missing { field: "record" })),
            }),
            "position" => ValueForm::Position {
                latitude: self.needed(&kind, "latitude", raw.latitude.take())?,
                longitude: self.needed(&kind, "longitude", raw.longitude.take())?,
                precision: self.optional(raw.precision.take())?,
            },
            "link" => ValueForm::Link {
                value: self.needed(&kind, "value", raw.value.take())?,
            },
            "term" => ValueForm::Term {
                value: self.needed(&kind, "value", raw.value.take())?,
                terms: self.terms(raw.terms.take())?,
            },
            word => {
                let allowed = vec![
                    "text", "date", "number", "record", "position", "link", "term",
                ];
                let word = word.to_owned();
                return Err(self.error(&kind, MapFault::NotOneOf { word, allowed }));
            }
        };
        self.nothing_left(&raw)?;
        Ok(value)
    }

    /// Every field that the type uses has been taken out; one that is left would be ignored in silence.
    fn nothing_left(&self, raw: &RawClaim) -> Result<(), MapError> {
        let fields = [
            ("value", raw.value.as_ref()),
            ("language", raw.language.as_ref()),
            ("calendar", raw.calendar.as_ref()),
            ("low", raw.low.as_ref()),
            ("high", raw.high.as_ref()),
            ("record", raw.record.as_ref().map(|record| &record.kind)),
            ("latitude", raw.latitude.as_ref()),
            ("longitude", raw.longitude.as_ref()),
            ("precision", raw.precision.as_ref()),
            (
                "terms",
                raw.terms.as_ref().and_then(|terms| terms.values().next()),
            ),
        ];
        match fields
            .into_iter()
            .find_map(|(field, left)| Some((field, left?)))
        {
            Some((field, text)) => Err(self.error(text, MapFault::Superfluous { field })),
            None => Ok(()),
        }
    }

    fn needed(
        &self,
        kind: &Text,
        field: &'static str,
        text: Option<Text>,
    ) -> Result<Template, MapError> {
        match text {
            Some(text) => self.template(&text),
            None => Err(self.error(kind, MapFault::Missing { field })),
        }
    }

    fn language(&self, text: Option<Text>) -> Result<LanguageForm, MapError> {
        Ok(match text {
            None => LanguageForm::Default,
            Some(text) if text.get_ref().is_empty() => LanguageForm::None,
            Some(text) => LanguageForm::Given(self.template(&text)?),
        })
    }

    fn calendar(&self, kind: &Text, text: Option<Text>) -> Result<CalendarForm, MapError> {
        let Some(text) = text else {
            return Err(self.error(kind, MapFault::Missing { field: "calendar" }));
        };
        if text.get_ref().contains('{') {
            return Ok(CalendarForm::Given(self.template(&text)?));
        }
        let allowed = ["gregorian", "solar-hijri", "lunar-hijri", "from-year"];
        self.one_of(&text, &allowed, |word| {
            if word == "from-year" {
                Some(CalendarForm::FromYear)
            } else {
                Calendar::parse(word).map(CalendarForm::Fixed)
            }
        })
    }
}
