//! Events of the calendar as the log keeps them. A new format gets a new number and an upcaster here, and a golden
//! file in `tests/golden/calendar-v1/` from its first day.

use motcua_domain::calendar::{CalendarEvent, CalendarRecorded};
use serde_json::{Value, json};

use crate::case::CodecError;
use crate::changes::EventRecord;

/// The format that is written today.
const FORMAT: u16 = 1;

/// Encodes an event for the log.
///
/// # Errors
/// [`CodecError`] if it cannot be written as JSON, which no event of ours does.
pub fn encode(recorded: &CalendarRecorded) -> Result<EventRecord, CodecError> {
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
        legal_ground: "Labour Code 45/2019 112".to_owned(),
    })
}

/// Decodes an event of the log, whatever format it was written in.
///
/// # Errors
/// [`CodecError`] names the event and what is wrong with it.
pub fn decode(record: &EventRecord) -> Result<CalendarRecorded, CodecError> {
    let fault = |reason: String| CodecError {
        name: record.name.clone(),
        format: record.format,
        reason,
    };
    if record.format > FORMAT {
        return Err(fault("written by a newer program; upgrade this one".to_owned()));
    }
    let payload: Value = serde_json::from_str(&record.payload).map_err(|error| fault(error.to_string()))?;
    let event: CalendarEvent = serde_json::from_value(json!({ "type": record.name, "data": payload }))
        .map_err(|error| fault(error.to_string()))?;
    Ok(CalendarRecorded {
        at: record.at,
        by: record.by.clone(),
        event,
    })
}
