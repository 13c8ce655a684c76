//! Which columns a map names, in the order of the map.

use super::{CalendarForm, LanguageForm, Map, RecordForm, ValueForm, WhoForm, template::Template};

impl Map {
    /// Every column that a hole of the map names, repeated ones too.
    pub(super) fn columns(&self) -> impl Iterator<Item = &str> {
        let mut templates: Vec<&Template> = Vec::new();
        templates.extend(&self.row);
        templates.extend(self.record.templates());
        templates.extend(
            [&self.source, &self.place, &self.item]
                .into_iter()
                .flatten(),
        );
        templates.extend(
            [&self.certainty.term, &self.certainty.note]
                .into_iter()
                .flatten(),
        );
        for voice in &self.attribution {
            match &voice.who {
                WhoForm::Named(template) | WhoForm::Source(template) => templates.push(template),
                WhoForm::Record(record) => templates.extend(record.templates()),
            }
        }
        for claim in &self.claims {
            templates.extend(claim.value.templates());
            templates.extend(&claim.access);
            if let Some(certainty) = &claim.certainty {
                templates.extend([&certainty.term, &certainty.note].into_iter().flatten());
            }
            for qualifier in &claim.qualifiers {
                templates.extend(qualifier.value.templates());
            }
        }
        let required = self.required.iter().map(String::as_str);
        required.chain(templates.into_iter().flat_map(Template::columns))
    }
}

impl RecordForm {
    fn templates(&self) -> [&Template; 2] {
        [&self.namespace, &self.key]
    }
}

impl ValueForm {
    fn templates(&self) -> Vec<&Template> {
        match self {
            Self::Text { value, language } => match language {
                LanguageForm::Given(tag) => vec![value, tag],
                LanguageForm::Default | LanguageForm::None => vec![value],
            },
            Self::Date { value, calendar } => match calendar {
                CalendarForm::Given(word) => vec![value, word],
                CalendarForm::Fixed(_) | CalendarForm::FromYear => vec![value],
            },
            Self::Number { value } | Self::Link { value } | Self::Term { value, .. } => vec![value],
            Self::Range { low, high } => low.iter().chain(high).collect(),
            Self::Record(record) => record.templates().to_vec(),
            Self::Position {
                latitude,
                longitude,
                precision,
            } => [latitude, longitude].into_iter().chain(precision).collect(),
        }
    }

    /// The column of the first hole of the value itself.
    pub(super) fn column(&self) -> Option<String> {
        match self {
            Self::Record(record) => record.key.column(),
            other => other.templates().first().and_then(|first| first.column()),
        }
    }
}
