//! Every string the program says, from Fluent files in four languages, English where a translation is missing.

use std::fmt;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The Fluent files of one language, one after the other.
macro_rules! files {
    ($language:literal) => {
        concat!(
            include_str!(concat!("../locales/", $language, "/cenotaph.ftl")),
            "\n",
            include_str!(concat!("../locales/", $language, "/documents.ftl")),
            "\n",
            include_str!(concat!("../locales/", $language, "/media.ftl")),
            "\n",
            include_str!(concat!("../locales/", $language, "/exchange.ftl")),
            "\n",
            include_str!(concat!("../locales/", $language, "/suggestions.ftl")),
            "\n",
            include_str!(concat!("../locales/", $language, "/reading.ftl")),
        )
    };
}

/// A language the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Lang {
    /// English.
    En,
    /// French.
    Fr,
    /// Persian.
    Fa,
    /// Arabic.
    Ar,
}

impl Lang {
    /// Its BCP 47 tag.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Fa => "fa",
            Self::Ar => "ar",
        }
    }

    fn text(self) -> &'static str {
        match self {
            Self::En => files!("en"),
            Self::Fr => files!("fr"),
            Self::Fa => files!("fa"),
            Self::Ar => files!("ar"),
        }
    }

    /// The language of a POSIX locale name such as `fa_IR.UTF-8`; English for any other.
    pub(crate) fn of_locale(name: &str) -> Self {
        match name.get(..2) {
            Some("fr") => Self::Fr,
            Some("fa") => Self::Fa,
            Some("ar") => Self::Ar,
            _ => Self::En,
        }
    }
}

/// The words of one language, with English behind them.
pub(crate) struct Words {
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words")
            .field("bundles", &self.bundles.len())
            .finish()
    }
}

/// What fills a hole in a message.
pub(crate) type Facts = Vec<(&'static str, Fact)>;

/// A number or a text.
#[derive(Clone, Debug)]
pub(crate) enum Fact {
    /// A count, on which plural forms depend.
    Count(u64),
    /// A text, put in as it is.
    Text(String),
}

impl From<u64> for Fact {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<usize> for Fact {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

impl From<&str> for Fact {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Fact {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Words {
    /// The words of `lang`.
    pub(crate) fn new(lang: Lang) -> Self {
        let mut languages = vec![lang];
        if lang != Lang::En {
            languages.push(Lang::En);
        }
        Self {
            bundles: languages.into_iter().map(bundle).collect(),
        }
    }

    /// The message `id`, its holes filled; the identifier itself if no language has it (a test sees to it that English does).
    pub(crate) fn say(&self, id: &str, facts: &[(&'static str, Fact)]) -> String {
        let mut arguments = FluentArgs::new();
        for (name, fact) in facts {
            let value = match fact {
                Fact::Count(count) => FluentValue::from(*count),
                Fact::Text(text) => FluentValue::from(text.as_str()),
            };
            arguments.set(*name, value);
        }
        for bundle in &self.bundles {
            let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
                continue;
            };
            return bundle
                .format_pattern(pattern, Some(&arguments), &mut Vec::new())
                .into_owned();
        }
        id.to_owned()
    }

    /// `true` if some language behind these words has the message.
    #[cfg(test)]
    fn has(&self, id: &str) -> bool {
        self.bundles
            .iter()
            .any(|bundle| bundle.get_message(id).is_some())
    }
}

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    // A file that does not parse whole still gives the messages that do; a test refuses such a file.
    let resource = match FluentResource::try_new(lang.text().to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    let tag: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![tag]);
    // Terminals show isolation marks as boxes; ids and paths stand in backticks instead.
    bundle.set_use_isolating(false);
    // Only duplicate ids are refused here; a test looks for them.
    let _ = bundle.add_resource(resource);
    bundle
}

#[cfg(test)]
mod tests;
