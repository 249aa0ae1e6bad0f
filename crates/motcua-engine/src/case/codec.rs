//! Events as the log keeps them. Every format that was ever written stays readable: a new format gets a new
//! number and an upcaster here, and a golden file in `tests/golden/` from its first day.

use motcua_domain::case::{Event, Recorded};
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

/// Encodes an event for the log.
///
/// # Errors
/// [`CodecError`] if it cannot be written as JSON, which no event of ours does.
pub fn encode(recorded: &Recorded) -> Result<EventRecord, CodecError> {
    let fault = |reason: String| CodecError {
        name: String::new(),
        format: FORMAT,
        reason,
    };
    let mut value = serde_json::to_value(&recorded.event).map_err(|error| fault(error.to_string()))?;
    let name = value
        .get("type")
        .and_then(Value::as_str)
        .map(str::to_owned)
        .ok_or_else(|| fault("no type".to_owned()))?;
    let payload = value.get_mut("data").map(Value::take).unwrap_or(Value::Null);
    Ok(EventRecord {
        at: recorded.at,
        by: recorded.by.clone(),
        name,
        format: FORMAT,
        payload: payload.to_string(),
        legal_ground: recorded.event.legal_ground().to_owned(),
    })
}

/// Decodes an event of the log, whatever format it was written in.
///
/// # Errors
/// [`CodecError`] names the event and what is wrong with it.
pub fn decode(record: &EventRecord) -> Result<Recorded, CodecError> {
    let fault = |reason: String| CodecError {
        name: record.name.clone(),
        format: record.format,
        reason,
    };
    if record.format > FORMAT {
        return Err(fault("written by a newer program; upgrade this one".to_owned()));
    }
    // The name before the data, so that the reader knows what it reads and keeps nothing aside.
    let name = Value::String(record.name.clone());
    let tagged = match record.payload.as_str() {
        "null" => format!(r#"{{"type":{name}}}"#),
        data => format!(r#"{{"type":{name},"data":{data}}}"#),
    };
    let event: Event = serde_json::from_str(&tagged).map_err(|error| fault(error.to_string()))?;
    Ok(Recorded {
        at: record.at,
        by: record.by.clone(),
        event,
    })
}
