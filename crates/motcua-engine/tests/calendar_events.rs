//! The events of the calendar in the format of their first day, frozen as those of cases are.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::fs;
use std::path::PathBuf;

use motcua_domain::calendar::{CalendarDecision, CalendarEvent, CalendarRecorded, DayKind, DecidedDay};
use motcua_domain::case::Author;
use motcua_domain::id::StaffId;
use motcua_domain::time::{Day, Instant};
use motcua_engine::calendar::{decode, encode};
use motcua_engine::changes::EventRecord;
use serde_json::{Value, json};
use uuid::Uuid;

fn recorded(event: CalendarEvent) -> CalendarRecorded {
    CalendarRecorded {
        at: Instant::parse("2026-11-30T08:00:00+07:00").unwrap(),
        by: Author::Staff {
            staff: StaffId::new(Uuid::from_u128(0x0193_5e00_0000_7000_8000_0000_0000_0001)),
            role: "administrator".to_owned(),
        },
        event,
    }
}

fn samples() -> Vec<CalendarEvent> {
    let day = |on: &str, kind| DecidedDay {
        on: Day::parse(on).unwrap(),
        kind,
    };
    vec![
        CalendarEvent::CalendarDecisionProposed(CalendarDecision {
            decree: "1234/QĐ-TTg".to_owned(),
            issued_by: "Thủ tướng Chính phủ".to_owned(),
            name: "Hoán đổi ngày làm việc".to_owned(),
            days: vec![
                day("2026-01-02", DayKind::Off),
                day("2026-01-10", DayKind::Worked),
            ],
        }),
        CalendarEvent::CalendarDecisionApproved { proposal: 1 },
        CalendarEvent::CalendarDecisionDeclined { proposal: 2 },
    ]
}

fn as_json(record: &EventRecord) -> Value {
    json!({
        "name": record.name,
        "format": record.format,
        "ground": record.legal_ground,
        "payload": serde_json::from_str::<Value>(&record.payload).unwrap(),
    })
}

#[test]
fn every_event_of_the_calendar_is_written_and_read_as_on_its_first_day() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/calendar-v1");
    let mut written_names = Vec::new();
    for event in samples() {
        let recorded = recorded(event);
        let record = encode(&recorded).unwrap();
        let written = as_json(&record);
        let path = folder.join(format!("{}.json", record.name));
        let golden = fs::read_to_string(&path)
            .unwrap_or_else(|_| panic!("{} is missing:\n{written:#}", path.display()));
        let golden: Value = serde_json::from_str(&golden).unwrap();
        assert_eq!(written, golden, "{} is written in another way", record.name);
        let payload = golden.get("payload").unwrap().to_string();
        assert_eq!(
            decode(&EventRecord {
                payload,
                ..record.clone()
            })
            .unwrap(),
            recorded
        );
        written_names.push(record.name);
    }
    assert_eq!(fs::read_dir(folder).unwrap().count(), written_names.len());
}

#[test]
fn a_decision_of_a_newer_program_is_not_guessed_at() {
    let mut record = encode(&recorded(CalendarEvent::CalendarDecisionApproved { proposal: 1 })).unwrap();
    record.format = 2;
    assert!(decode(&record).unwrap_err().to_string().contains("newer program"));
}
