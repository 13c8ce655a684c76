//! `exhibition.toml`: the exhibition's words, its rooms, and how single items are shown.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    arrangement::{Arrangement, Localized, Presented, RoomText},
    id::EvidenceNumber,
    language::Language,
    term::Term,
};
use serde::Deserialize;

use super::{CaseFileError, form_error};

type Words = BTreeMap<String, String>;

/// `exhibition.toml` as it was read.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct ArrangementFile {
    /// `true` for invented data.
    #[serde(default)]
    pub(crate) made_up: bool,
    #[serde(default)]
    title: Words,
    #[serde(default)]
    claim: Words,
    #[serde(default)]
    introduction: Words,
    #[serde(default)]
    content_note: Words,
    #[serde(default)]
    shown: Words,
    #[serde(default)]
    contact: Words,
    #[serde(default)]
    credits: Words,
    #[serde(default, rename = "room")]
    rooms: Vec<RoomPart>,
    #[serde(default, rename = "item")]
    items: Vec<ItemPart>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RoomPart {
    room: String,
    #[serde(default)]
    title: Words,
    #[serde(default)]
    introduction: Words,
}

/// How an item is shown; `file` is the path of a file of the case, or an evidence number, and so are captions and poster.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemPart {
    file: String,
    #[serde(default)]
    alt: Words,
    #[serde(default)]
    caption: Words,
    #[serde(default)]
    credit: Words,
    focus: Option<[u16; 2]>,
    #[serde(default)]
    sensitive: bool,
    #[serde(default)]
    offered: bool,
    #[serde(default)]
    captions: Words,
    poster: Option<String>,
}

/// Finds an item by the path of its file or its evidence number.
type Named<'a> = &'a dyn Fn(&str) -> Option<EvidenceNumber>;

impl ArrangementFile {
    /// Reads `exhibition.toml`.
    pub(crate) fn parse(text: &str) -> Result<Self, CaseFileError> {
        toml::from_str(text).map_err(|error| form_error(text, &error))
    }

    /// The arrangement that it describes; `outlines` are the evidence numbers of the map layers.
    pub(crate) fn arranged(
        self,
        outlines: Vec<EvidenceNumber>,
        named: Named<'_>,
    ) -> Result<Arrangement, CaseFileError> {
        let rooms = self.rooms.into_iter().map(|part| {
            Ok(RoomText {
                room: Term::new(&part.room).map_err(|_| CaseFileError::Word {
                    word: part.room.clone(),
                    what: "room",
                })?,
                title: localized(part.title)?,
                introduction: localized(part.introduction)?,
            })
        });
        let rooms = rooms.collect::<Result<Vec<RoomText>, CaseFileError>>()?;
        let mut known = BTreeSet::new();
        if let Some(again) = rooms.iter().find(|room| !known.insert(&room.room)) {
            return Err(CaseFileError::RoomTwice {
                room: again.room.as_str().to_owned(),
            });
        }
        let items = self.items.into_iter().map(|part| presented(part, named));
        let mut items = items.collect::<Result<Vec<Presented>, _>>()?;
        items.sort_by_key(|presented| presented.item);
        items.dedup_by_key(|presented| presented.item);
        Ok(Arrangement {
            made_up: self.made_up,
            title: localized(self.title)?,
            claim: localized(self.claim)?,
            introduction: localized(self.introduction)?,
            content_note: localized(self.content_note)?,
            shown: localized(self.shown)?,
            contact: localized(self.contact)?,
            credits: localized(self.credits)?,
            rooms,
            outlines,
            items,
        })
    }
}

fn presented(part: ItemPart, named: Named<'_>) -> Result<Presented, CaseFileError> {
    let item = |word: String| {
        named(&word).ok_or(CaseFileError::Word {
            word,
            what: "file of this case or evidence number",
        })
    };
    let captions = part.captions.into_iter();
    let captions = captions.map(|(tag, file)| Ok((language(tag)?, item(file)?)));
    let focus = part.focus;
    if let Some([across, down]) = focus.filter(|edges| edges.iter().any(|edge| *edge > 1000)) {
        return Err(CaseFileError::Word {
            word: format!("{across}, {down}"),
            what: "point in thousandths of width and height",
        });
    }
    Ok(Presented {
        item: item(part.file)?,
        alt: localized(part.alt)?,
        caption: localized(part.caption)?,
        credit: localized(part.credit)?,
        focus,
        sensitive: part.sensitive,
        offered: part.offered,
        captions: captions.collect::<Result<_, CaseFileError>>()?,
        poster: part.poster.map(item).transpose()?,
    })
}

/// Words by language; those that say nothing are left out.
fn localized(words: Words) -> Result<Localized, CaseFileError> {
    let said = words
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty());
    said.map(|(tag, text)| Ok((language(tag)?, text.trim().to_owned())))
        .collect::<Result<_, _>>()
        .map(Localized)
}

fn language(tag: String) -> Result<Language, CaseFileError> {
    Language::new(&tag).map_err(|_| CaseFileError::Word {
        word: tag,
        what: "language",
    })
}

#[cfg(test)]
mod tests {
    use super::{ArrangementFile, CaseFileError};

    #[test]
    fn a_room_named_twice_is_refused_before_anything_is_recorded() {
        let text = "[[room]]\nroom = \"graves\"\n[[room]]\nroom = \"people\"\n[[room]]\nroom = \"graves\"\n";
        let file = ArrangementFile::parse(text).expect("it is TOML");
        let refused = file.arranged(Vec::new(), &|_| None);
        assert!(
            matches!(&refused, Err(CaseFileError::RoomTwice { room }) if room == "graves"),
            "{refused:?}"
        );
    }
}
