//! Events as the log keeps them. Every format that was ever written stays readable: a new format gets a new
//! number and an upcaster here, and a golden file in `tests/golden/` from its first day.

use motcua_domain::case::Recorded;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use thiserror::Error;

use crate::changes::EventRecord;

/// The format that is written today, for every event type.
const FORMAT: u16 = 1;

/// A log entry that this program cannot read: it was written by a newer one, or is damaged.
#[derive(Debug, Error)]
#[error("event {name} in format {format} cannot be read: {reason}")]
pub struct CodecError {
    /// The event type.
    pub name: String,
    /// Its format.
    pub format: u16,
    /// What is wrong.
    pub reason: String,
}

/// An event as the log tells it apart from who, when and by what law: its stable name, and its payload as JSON.
///
/// # Errors
/// [`CodecError`] if it cannot be written as JSON, which no event of ours does.
pub(crate) fn to_wire(event: &impl Serialize, format: u16) -> Result<(String, String), CodecError> {
    let fault = |reason: String| CodecError {
        name: String::new(),
        format,
        reason,
    };
    let mut value = serde_json::to_value(event).map_err(|error| fault(error.to_string()))?;
    let name = value
        .get("type")
        .and_then(Value::as_str)
        .map(str::to_owned)
        .ok_or_else(|| fault("no type".to_owned()))?;
    let payload = value.get_mut("data").map(Value::take).unwrap_or(Value::Null);
    Ok((name, payload.to_string()))
}

/// The event of a log entry; an entry of a newer `format` than this program's is not guessed at.
///
/// # Errors
/// [`CodecError`] names the event and what is wrong with it.
pub(crate) fn from_wire<E: DeserializeOwned>(record: &EventRecord, format: u16) -> Result<E, CodecError> {
    let fault = |reason: String| CodecError {
        name: record.name.clone(),
        format: record.format,
        reason,
    };
    if record.format > format {
        return Err(fault("written by a newer program; upgrade this one".to_owned()));
    }
    // The name before the data, so that the reader knows what it reads and keeps nothing aside.
    let name = Value::String(record.name.clone());
    let tagged = match record.payload.as_str() {
        "null" => format!(r#"{{"type":{name}}}"#),
        data => format!(r#"{{"type":{name},"data":{data}}}"#),
    };
    serde_json::from_str(&tagged).map_err(|error| fault(error.to_string()))
}

/// Encodes an event for the log.
///
/// # Errors
/// As [`to_wire`].
pub fn encode(recorded: &Recorded) -> Result<EventRecord, CodecError> {
    let (name, payload) = to_wire(&recorded.event, FORMAT)?;
    Ok(EventRecord {
        at: recorded.at,
        by: recorded.by.clone(),
        name,
        format: FORMAT,
        payload,
        legal_ground: recorded.event.legal_ground().to_owned(),
    })
}

/// Decodes an event of the log, whatever format it was written in.
///
/// # Errors
/// As [`from_wire`].
pub fn decode(record: &EventRecord) -> Result<Recorded, CodecError> {
    Ok(Recorded {
        at: record.at,
        by: record.by.clone(),
        event: from_wire(record, FORMAT)?,
    })
}
