//! Typed values: each is an object whose fields tell its type.

use super::{
    super::{
        error::WireError,
        json::{self, Object, Reader},
    },
    field,
};
use crate::{
    date::{Calendar, StatedDate},
    number::NumberRange,
    position::{Position, Precision},
    value::Value,
};

pub(super) fn write(out: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Date(date) => write_date(out, date),
        Value::Text { text, language } => {
            let mut object = Object::open(out);
            object.optional_text("language", language.as_ref().map(|tag| tag.as_str()));
            object.text("text", text);
            object.close();
        }
        Value::Number(range) => {
            let mut object = Object::open(out);
            write_number(object.field("number"), range);
            object.close();
        }
        Value::Record(record) => {
            let mut object = Object::open(out);
            object.shown("record", record);
            object.close();
        }
        Value::Position(position) => {
            let mut object = Object::open(out);
            write_position(object.field("position"), position);
            object.close();
        }
        Value::Link(address) => {
            let mut object = Object::open(out);
            object.text("link", address);
            object.close();
        }
        Value::Term(term) => {
            let mut object = Object::open(out);
            object.text("term", term.as_str());
            object.close();
        }
    }
}

pub(super) fn read(reader: &mut Reader<'_>) -> Result<Value, WireError> {
    let mut ahead = *reader;
    let first = ahead.open()?;
    match ahead.peek_field(&first) {
        Some("calendar") => read_date(reader).map(Value::Date),
        Some("language" | "text") => read_text(reader),
        Some("link") => single(reader, "link", field::string).map(Value::Link),
        Some("number") => single(reader, "number", read_number).map(Value::Number),
        Some("position") => single(reader, "position", read_position).map(Value::Position),
        Some("record") => single(reader, "record", field::record).map(Value::Record),
        Some("term") => single(reader, "term", field::term).map(Value::Term),
        Some(other) => Err(ahead.unknown_field(other)),
        None => Err(WireError::MissingField {
            field: "text",
            at: ahead.at(),
        }),
    }
}

/// Reads an object of the one field `name`.
fn single<T>(
    reader: &mut Reader<'_>,
    name: &'static str,
    read: impl FnOnce(&mut Reader<'_>) -> Result<T, WireError>,
) -> Result<T, WireError> {
    let mut first = reader.open()?;
    reader.require(&mut first, name)?;
    let value = read(reader)?;
    reader.close(&first)?;
    Ok(value)
}

fn read_text(reader: &mut Reader<'_>) -> Result<Value, WireError> {
    let mut first = reader.open()?;
    let language = if reader.field(&mut first, "language") {
        Some(field::language(reader)?)
    } else {
        None
    };
    reader.require(&mut first, "text")?;
    let text = field::string(reader)?;
    reader.close(&first)?;
    Ok(Value::Text { text, language })
}

pub(super) fn write_date(out: &mut Vec<u8>, date: &StatedDate) {
    let mut object = Object::open(out);
    object.text("calendar", date.calendar.as_str());
    object.text("date", &date.stated);
    object.close();
}

pub(super) fn read_date(reader: &mut Reader<'_>) -> Result<StatedDate, WireError> {
    let mut first = reader.open()?;
    reader.require(&mut first, "calendar")?;
    let calendar = reader.word("calendar", Calendar::parse)?;
    reader.require(&mut first, "date")?;
    let stated = field::string(reader)?;
    reader.close(&first)?;
    Ok(StatedDate { stated, calendar })
}

fn write_number(out: &mut Vec<u8>, range: &NumberRange) {
    let mut object = Object::open(out);
    for (name, bound) in [("high", range.high()), ("low", range.low())] {
        if let Some(bound) = bound {
            json::unsigned(object.field(name), bound);
        }
    }
    object.close();
}

fn read_number(reader: &mut Reader<'_>) -> Result<NumberRange, WireError> {
    let mut first = reader.open()?;
    let mut bound = |name| {
        reader
            .field(&mut first, name)
            .then(|| reader.number())
            .transpose()
    };
    let high = bound("high")?;
    let low = bound("low")?;
    reader.close(&first)?;
    Ok(NumberRange::new(low, high)?)
}

fn write_position(out: &mut Vec<u8>, position: &Position) {
    let mut object = Object::open(out);
    json::number(
        object.field("latitude_e6"),
        i64::from(position.latitude_e6()),
    );
    json::number(
        object.field("longitude_e6"),
        i64::from(position.longitude_e6()),
    );
    object.text("precision", position.precision.as_str());
    object.close();
}

fn read_position(reader: &mut Reader<'_>) -> Result<Position, WireError> {
    let mut first = reader.open()?;
    reader.require(&mut first, "latitude_e6")?;
    let latitude = reader.signed()?;
    reader.require(&mut first, "longitude_e6")?;
    let longitude = reader.signed()?;
    reader.require(&mut first, "precision")?;
    let precision = reader.word("precision", Precision::parse)?;
    reader.close(&first)?;
    Ok(Position::new(latitude, longitude, precision)?)
}
