//! Every event type in the format of its first day, frozen: what was written once is read for ever, and is written
//! the same way until a new format gets a new number.
//!
//! A golden file is never edited. A change that makes this test fail needs a new format and an upcaster in
//! `case/codec.rs`, and the old file stays.

#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

#[path = "golden/acts.rs"]
mod acts;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use motcua_domain::case::{
    Accepted, Author, CalendarApplied, CaseNumber, DeliveryWay, Event, Examined, FiledPaper, Finding,
    GroundForActing, Issued, OutcomeDrafted, OutcomeKind, Recorded, Returned, Rules, SendingReference, Sent,
    SupplementAnswer, SupplementAnswered, SupplementEffect, SupplementItem, SupplementRequested,
    SupplementRule, SupplementStage,
};
use motcua_domain::channel::Channel;
use motcua_domain::id::{
    AnswerSetId, CalendarId, CaseId, FileId, FormId, NoteId, PersonId, StaffId, UnitCode, VersionId,
};
use motcua_domain::time::{Due, Instant, TimeLimit};
use motcua_engine::case::{decode, encode};
use motcua_engine::changes::EventRecord;
use serde_json::{Value, json};
use uuid::Uuid;

fn id(n: u128) -> Uuid {
    Uuid::from_u128(0x0193_5e00_0000_7000_8000_0000_0000_0000 + n)
}

fn at(moment: &str) -> Instant {
    Instant::parse(&format!("{moment}:00+07:00")).unwrap()
}

fn due(moment: &str) -> Due {
    Due::at(at(moment))
}

fn sent() -> Event {
    Event::Sent(Box::new(Sent {
        case: CaseId::new(id(1)),
        reference: SendingReference::from_chance(0x0012_3456_789a),
        version: VersionId::new("9.999999@2025-07-01"),
        channel: Channel::Online,
        applicant: PersonId::new(id(2)),
        ground: GroundForActing::Parent,
        received_at: UnitCode::new("48-20242"),
        competent: UnitCode::new("48-20242"),
        forward_to: None,
        answers: AnswerSetId::new(id(3)),
        papers: vec![FiledPaper {
            component: "anh-ban-cong".to_owned(),
            file: FileId::new(id(4)),
        }],
        delivery: DeliveryWay::Desk,
        intake_due: due("2026-12-01T09:00"),
    }))
}

fn accepted() -> Event {
    Event::Accepted(Box::new(Accepted {
        rules: Rules {
            version: VersionId::new("9.999999@2025-07-01"),
            form: FormId::new("ong@1"),
            calendar: CalendarId::new("48@2026"),
            limit: TimeLimit::WorkingDays(5),
            promise: Some(TimeLimit::WorkingHours(20)),
            cut_off_start: true,
            supplement: SupplementRule {
                effect: SupplementEffect::Suspend,
                ask_within: TimeLimit::WorkingDays(3),
                applicant_window: Some(TimeLimit::CalendarDays(30)),
                rounds_max: 1,
                on_expiry: motcua_domain::catalogue::OnExpiry::Ask,
                legal_basis: "D61 19.4".to_owned(),
            },
            outcome_code: Some("KQ.D01.000001".to_owned()),
            conditions: Vec::new(),
            charges: Vec::new(),
            fee_first: false,
            division_review: false,
            immediate: false,
            opinions: motcua_domain::case::OpinionRule::default(),
            excluded: Vec::new(),
        },
        due: due("2026-12-07T10:00"),
        promised: Some(due("2026-12-02T14:00")),
        handover_by: at("2026-11-30T17:00"),
    }))
}

/// One event of every type. Whoever adds a type adds a line, and a golden file.
fn samples() -> Vec<Event> {
    [first_samples(), acts::samples()].concat()
}

/// Those of the first way from sending to result.
fn first_samples() -> Vec<Event> {
    let note = NoteId::new(id(5));
    vec![
        sent(),
        Event::Recalled,
        accepted(),
        Event::NumberAssigned {
            number: CaseNumber::parse("H17.20242-261130-0042").unwrap(),
        },
        Event::IntakeRefused { reason: note },
        Event::SupplementRequested(SupplementRequested {
            stage: SupplementStage::Appraisal,
            items: vec![SupplementItem {
                target: "hives".to_owned(),
                is_paper: false,
                reason: note,
            }],
            answer_by: Some(due("2026-12-09T08:00")),
            further_ground: Some("D175 54".to_owned()),
        }),
        Event::SupplementAnswered(SupplementAnswered {
            answers: AnswerSetId::new(id(6)),
            replies: vec![SupplementAnswer {
                item: 0,
                files: vec![FileId::new(id(7))],
                answered: true,
            }],
            intake_due: Some(due("2026-12-02T08:00")),
        }),
        Event::SupplementConfirmed {
            due: due("2026-12-10T08:00"),
        },
        Event::HandedOver,
        Event::Assigned {
            specialist: StaffId::new(id(8)),
        },
        Event::Examined(Examined {
            findings: vec![Finding {
                condition: "lan-can".to_owned(),
                met: true,
            }],
        }),
        Event::OutcomeDrafted(OutcomeDrafted {
            kind: OutcomeKind::Refused,
            reason: Some(note),
        }),
        Event::SentBack { reason: note },
        Event::OutcomeSigned,
        Event::OutcomeIssued(Issued {
            document_number: 7,
            year: 2026,
            outcome_code: Some("KQ.D01.000001".to_owned()),
            file: Some(FileId::new(id(9))),
            on_time: true,
        }),
        Event::ResultReturned(Returned {
            electronically: true,
            carrier_proof: None,
        }),
        Event::WithdrawalAsked { reason: Some(note) },
        Event::WithdrawalDeclined { reason: note },
        Event::Withdrawn,
        Event::CalendarDecisionApplied(CalendarApplied {
            calendar: CalendarId::new("48@2027"),
            due: due("2026-12-08T10:00"),
        }),
        Event::ServiceRated { score: 4 },
    ]
}

fn recorded(event: Event) -> Recorded {
    let by = match &event {
        Event::Sent(_) | Event::Recalled => Author::Applicant(PersonId::new(id(2))),
        Event::CalendarDecisionApplied(_) => Author::System,
        _ => Author::Staff {
            staff: StaffId::new(id(8)),
            role: "specialist".to_owned(),
        },
    };
    Recorded {
        at: at("2026-11-30T10:00"),
        by,
        event,
    }
}

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name)
}

fn as_json(record: &EventRecord) -> Value {
    json!({
        "at": record.at,
        "by": record.by,
        "name": record.name,
        "format": record.format,
        "payload": serde_json::from_str::<Value>(&record.payload).unwrap(),
        "legal_ground": record.legal_ground,
    })
}

fn from_json(golden: &Value) -> EventRecord {
    let text = |key: &str| golden[key].as_str().unwrap().to_owned();
    EventRecord {
        at: serde_json::from_value(golden["at"].clone()).unwrap(),
        by: serde_json::from_value(golden["by"].clone()).unwrap(),
        name: text("name"),
        format: golden["format"].as_u64().unwrap().try_into().unwrap(),
        payload: golden["payload"].to_string(),
        legal_ground: text("legal_ground"),
    }
}

#[test]
fn every_event_is_written_and_read_as_on_its_first_day() {
    for event in samples() {
        check_golden("events-v1", event.name(), &event);
    }
}

#[test]
fn what_events_learned_to_carry_since_is_frozen_too() {
    for (name, event) in acts::grown(sent(), accepted()) {
        check_golden("events-v1-grown", name, &event);
    }
}

fn check_golden(folder_name: &str, name: &str, event: &Event) {
    let recorded = recorded(event.clone());
    let written = as_json(&encode(&recorded).unwrap());
    let path = folder(folder_name).join(format!("{name}.json"));
    let golden = fs::read_to_string(&path).unwrap_or_else(|_| {
        panic!(
            "{} is missing; a new event type brings it:\n{written:#}",
            path.display()
        );
    });
    let golden: Value = serde_json::from_str(&golden).unwrap();
    assert_eq!(
        written, golden,
        "{name} is written in another way: give it a new format"
    );
    assert_eq!(decode(&from_json(&golden)).unwrap(), recorded);
}

#[test]
fn there_is_a_golden_file_for_every_event_type_and_no_other() {
    let files: BTreeSet<String> = fs::read_dir(folder("events-v1"))
        .unwrap()
        .map(|entry| {
            entry
                .unwrap()
                .path()
                .file_stem()
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    let types: BTreeSet<String> = samples().iter().map(|event| event.name().to_owned()).collect();
    assert_eq!(files, types);
    // The samples are complete if serde knows no type beside them: it names all of them when it meets a stranger.
    let stranger = serde_json::from_value::<Event>(json!({ "type": "stranger" }))
        .unwrap_err()
        .to_string();
    let known: BTreeSet<String> = stranger
        .split('`')
        .skip(3)
        .step_by(2)
        .map(str::to_owned)
        .collect();
    assert_eq!(types, known);
}

#[test]
fn an_event_of_a_newer_program_is_not_guessed_at() {
    let mut record = encode(&recorded(Event::HandedOver)).unwrap();
    record.format = 2;
    let error = decode(&record).unwrap_err();
    assert_eq!((error.name.as_str(), error.format), ("handed_over", 2));
    assert!(error.to_string().contains("newer program"));
}

#[test]
fn a_damaged_or_unknown_event_names_itself() {
    let record = |name: &str, payload: &str| EventRecord {
        name: name.to_owned(),
        payload: payload.to_owned(),
        ..encode(&recorded(Event::HandedOver)).unwrap()
    };
    for (name, payload) in [
        ("accepted", "{"),
        ("accepted", "{}"),
        ("never_heard_of", "null"),
        ("assigned", "null"),
    ] {
        assert_eq!(decode(&record(name, payload)).unwrap_err().name, name);
    }
}
