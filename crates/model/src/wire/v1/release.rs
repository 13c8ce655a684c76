//! A release of the exhibition.

use super::{
    super::{
        error::WireError,
        json::{self, Object, Reader},
    },
    claim::optional,
    field,
};
use crate::release::Release;

pub(super) fn write(out: &mut Vec<u8>, release: &Release) {
    let mut object = Object::open(out);
    json::unsigned(object.field("added"), release.added);
    object.optional_text("base", release.base.as_deref());
    json::unsigned(object.field("bytes"), release.bytes);
    json::unsigned(object.field("changed"), release.changed);
    json::unsigned(object.field("files"), release.files);
    json::list(
        object.field("languages"),
        &release.languages,
        |out, language| json::text(out, language.as_str()),
    );
    json::unsigned(object.field("ledger_size"), release.ledger_size);
    object.shown("manifest", &release.manifest);
    object.text("note", &release.note);
    json::unsigned(object.field("number"), release.number);
    json::unsigned(object.field("pages"), release.pages);
    json::unsigned(object.field("removed"), release.removed);
    object.close();
}

pub(super) fn read(reader: &mut Reader<'_>) -> Result<Release, WireError> {
    let mut first = reader.open()?;
    reader.require(&mut first, "added")?;
    let added = reader.number()?;
    let base = optional(reader, &mut first, "base", field::string)?;
    reader.require(&mut first, "bytes")?;
    let bytes = reader.number()?;
    reader.require(&mut first, "changed")?;
    let changed = reader.number()?;
    reader.require(&mut first, "files")?;
    let files = reader.number()?;
    reader.require(&mut first, "languages")?;
    let mut languages = Vec::new();
    reader.list(|reader, _| {
        languages.push(field::language(reader)?);
        Ok(())
    })?;
    reader.require(&mut first, "ledger_size")?;
    let ledger_size = reader.number()?;
    reader.require(&mut first, "manifest")?;
    let manifest = field::digest(reader)?;
    reader.require(&mut first, "note")?;
    let note = field::string(reader)?;
    reader.require(&mut first, "number")?;
    let number = reader.number()?;
    reader.require(&mut first, "pages")?;
    let pages = reader.number()?;
    reader.require(&mut first, "removed")?;
    let removed = reader.number()?;
    reader.close(&first)?;
    Ok(Release {
        number,
        note,
        languages,
        base,
        manifest,
        ledger_size,
        files,
        pages,
        bytes,
        added,
        changed,
        removed,
    })
}
