//! The exhibition on paper: the public edition, printed into a folder.

use std::{fs, path::Path};

use edition::{Audience, Pictures};
use exhibition::{PanelOptions, People, RenderError, Size};
use model::id::RecordId;

use crate::{
    error::{Error, Result},
    exhibit::lang,
    outcome::Printed,
    registrar::Registrar,
};

/// How panels are printed.
#[derive(Clone, Debug, Default)]
pub struct PrintOptions {
    /// Language tags, two and two.
    pub pairs: Vec<(&'static str, &'static str)>,
    /// Words for sizes, such as `a1` or `rollup`; empty: the usual size of each kind.
    pub sizes: Vec<String>,
    /// With bleed and crop marks.
    pub marks: bool,
    /// Identifiers of people who get a panel, or `all`; empty: everybody, when they are few.
    pub people: Vec<String>,
    /// Address at which the exhibition is published.
    pub base: Option<String>,
}

impl Registrar {
    /// Prints the panels of the public exhibition into `out`. Other files there are left alone.
    pub fn print_panels(&self, out: &Path, options: &PrintOptions) -> Result<Printed> {
        let vault = self.vault()?;
        let edition = self.edition(Audience::Public, &vault)?;
        let pair = |(one, two): &(&str, &str)| Some((lang(one)?, lang(two)?));
        let settings = PanelOptions {
            pairs: options.pairs.iter().filter_map(pair).collect(),
            sizes: Size::ALL
                .into_iter()
                .filter(|size| options.sizes.iter().any(|word| word == size.slug()))
                .collect(),
            marks: options.marks,
            people: people(&options.people)?,
            base_address: options.base.clone(),
        };
        fs::create_dir_all(out).map_err(|source| Error::io(out, source))?;
        let report = exhibition::print_panels(
            &edition,
            &Pictures::new(&edition, &vault),
            &settings,
            &|name: &str, bytes: &[u8]| fs::write(out.join(name), bytes),
        )
        .map_err(|error| match error {
            RenderError::Sink { path, source } => Error::io(&out.join(path), source),
            RenderError::NotOnTheWall(id) => Error::Unknown {
                what: "record",
                id: id.to_string(),
            },
            other => Error::Render {
                cause: Box::new(other),
            },
        })?;
        Ok(Printed {
            out: out.to_path_buf(),
            files: report.files,
            pages: report.pages,
            bytes: report.bytes,
            people: report.people,
            pictures_missing: report.pictures_missing,
        })
    }
}

/// Of whom panels are printed.
fn people(words: &[String]) -> Result<People> {
    match words {
        [] => Ok(People::Few),
        [all] if all == "all" => Ok(People::All),
        words => {
            let ids = words.iter().map(|word| {
                RecordId::parse(word).map_err(|cause| Error::BadId {
                    cause: Box::new(cause),
                })
            });
            Ok(People::Chosen(ids.collect::<Result<_>>()?))
        }
    }
}
