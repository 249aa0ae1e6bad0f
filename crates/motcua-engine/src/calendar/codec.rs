//! Events of the calendar as the log keeps them. A new format gets a new number and an upcaster here, and a golden
//! file in `tests/golden/calendar-v1/` from its first day.

use motcua_domain::calendar::CalendarRecorded;

use crate::case::{CodecError, from_wire, to_wire};
use crate::changes::EventRecord;

/// The format that is written today.
const FORMAT: u16 = 1;

/// Encodes an event for the log.
///
/// # Errors
/// [`CodecError`] if it cannot be written as JSON, which no event of ours does.
pub fn encode(recorded: &CalendarRecorded) -> Result<EventRecord, CodecError> {
    let (name, payload) = to_wire(&recorded.event, FORMAT)?;
    Ok(EventRecord {
        at: recorded.at,
        by: recorded.by.clone(),
        name,
        format: FORMAT,
        payload,
        legal_ground: "Labour Code 45/2019 112".to_owned(),
    })
}

/// Decodes an event of the log, whatever format it was written in.
///
/// # Errors
/// [`CodecError`] names the event and what is wrong with it.
pub fn decode(record: &EventRecord) -> Result<CalendarRecorded, CodecError> {
    Ok(CalendarRecorded {
        at: record.at,
        by: record.by.clone(),
        event: from_wire(record, FORMAT)?,
    })
}
