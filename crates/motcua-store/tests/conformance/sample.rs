//! Invented rows: bees on balconies.

use motcua_domain::access::{CaseRelations, Scope};
use motcua_domain::case::{Author, NumberSeries, Step};
use motcua_domain::channel::Channel;
use motcua_domain::id::{CaseId, DraftId, FileId, MessageId, PersonId, StaffId, UnitCode};
use motcua_domain::person::{Person, PersonalNumber, Subject};
use motcua_domain::time::{Day, Instant};
use motcua_engine::changes::{
    Changes, EventRecord, Idempotency, Numbering, OutboxMessage, Row, StreamChange, StreamKey, Topic,
};
use motcua_engine::rows::{CaseRow, DraftRow, FileRow, NEVER};
use uuid::Uuid;

/// The moment that everything happens at, unless it matters.
pub(crate) const NOW: Instant = Instant::from_millis(1_795_500_000_000);

/// The n-th identifier.
pub(crate) fn id(n: u64) -> Uuid {
    Uuid::from_u64_pair(0x0199_0000_0000_7000, 0x8000_0000_0000_0000 | n)
}

pub(crate) fn case_id(n: u64) -> CaseId {
    CaseId::new(id(n))
}

pub(crate) fn person_id(n: u64) -> PersonId {
    PersonId::new(id(n))
}

pub(crate) fn staff_id(n: u64) -> StaffId {
    StaffId::new(id(n))
}

pub(crate) fn agency(n: u64) -> UnitCode {
    UnitCode::new(format!("hive-{n}"))
}

/// A case that waits at the desk of agency 1.
pub(crate) fn case(n: u64) -> CaseRow {
    CaseRow {
        id: case_id(n),
        version: 1,
        reference: format!("GN-BEES-{n}"),
        number: None,
        procedure: "9.000001".to_owned(),
        step: Step::Sent,
        applicant: person_id(1),
        received_at: agency(1),
        competent: agency(1),
        holder: None,
        agencies: Vec::new(),
        colleagues: Vec::new(),
        channel: Channel::Online,
        sent_at: NOW,
        due_at: NEVER,
        is_paused: false,
        is_answered: false,
        is_withdrawal_asked: false,
        issued_at: None,
        is_on_time: None,
        result: None,
        returned_at: None,
        fact: motcua_domain::report::CaseFact::default(),
    }
}

pub(crate) fn event(name: &str) -> EventRecord {
    EventRecord {
        at: NOW,
        by: Author::Staff {
            staff: staff_id(7),
            role: "specialist".to_owned(),
        },
        name: name.to_owned(),
        format: 1,
        payload: format!("{{\"hives\":\"{name}\"}}"),
        legal_ground: "the law of bees, 1".to_owned(),
    }
}

/// One event more on a case, and its row.
pub(crate) fn step(row: CaseRow, expected_version: u64, name: &str) -> Changes {
    let row = CaseRow {
        version: expected_version + 1,
        ..row
    };
    Changes {
        streams: vec![StreamChange {
            stream: StreamKey::case(row.id),
            expected_version,
            events: vec![event(name)],
        }],
        rows: vec![Row::Case(row)],
        ..Changes::default()
    }
}

pub(crate) fn key(key: &str, fingerprint: u8, answer: &str) -> Option<Idempotency> {
    Some(Idempotency {
        key: key.to_owned(),
        fingerprint: [fingerprint; 32],
        answer: answer.to_owned(),
    })
}

pub(crate) fn series(name: &str) -> NumberSeries {
    NumberSeries::of_cases(name, Day::new(2026, 11, 25).unwrap())
}

/// Takes the next number of a series for a new case, and writes it into the row.
pub(crate) fn numbered(n: u64, name: &str) -> Changes {
    let series = series(name);
    let inner = series.clone();
    Changes {
        numbering: Some(Numbering {
            series,
            case: case_id(n),
            complete: Box::new(move |sequence, changes| {
                let number = Some(inner.case_number(sequence).as_str().to_owned());
                let written = step(CaseRow { number, ..case(n) }, 0, "accepted");
                changes.streams = written.streams;
                changes.rows.extend(written.rows);
                Ok(())
            }),
        }),
        ..Changes::default()
    }
}

pub(crate) fn subject(issuer: &str, n: u64) -> Subject {
    Subject {
        issuer: issuer.to_owned(),
        name: format!("subject-{n}"),
    }
}

pub(crate) fn person(n: u64, name: &str) -> Person {
    Person {
        id: person_id(n),
        subject: Some(subject("https://id.example", n)),
        name: name.to_owned(),
        personal_number: PersonalNumber::parse("000000000000"),
        born_on: Some(Day::new(1990, 2, 28).unwrap()),
        phone: None,
        email: Some(format!("bee{n}@example.invalid")),
        address: None,
    }
}

pub(crate) fn message(n: u64, not_before: Instant) -> OutboxMessage {
    OutboxMessage {
        id: MessageId::new(id(n)),
        case: Some(case_id(1)),
        topic: Topic::Mail,
        subject: "accepted".to_owned(),
        not_before,
    }
}

pub(crate) fn draft(n: u64, version: u64) -> DraftRow {
    DraftRow {
        id: DraftId::new(id(n)),
        person: person_id(1),
        procedure: "9.000001".to_owned(),
        form: "bees@1".to_owned(),
        answers: format!("{{\"hives\":{version}}}"),
        papers: vec![
            ("plan \"of\" balcony".to_owned(), FileId::new(id(1))),
            ("photo".to_owned(), FileId::new(id(2))),
        ],
        officer: None,
        version,
        saved_at: NOW,
    }
}

pub(crate) fn file(n: u64) -> FileRow {
    FileRow {
        id: FileId::new(id(n)),
        name: "ban công.jpg".to_owned(),
        media_type: "image/jpeg".to_owned(),
        size: 5_000_000_000,
        hash: [9; 32],
        pages: 1,
        owner: Some(person_id(1)),
        at: NOW,
    }
}

/// The slow, obvious reading of a scope.
pub(crate) fn admits(scope: &Scope, row: &CaseRow) -> bool {
    scope.admits(&CaseRelations {
        applicant: row.applicant,
        received_at: row.received_at.clone(),
        competent: row.competent.clone(),
        holder: row.holder,
        agencies: row.agencies.clone(),
        colleagues: row.colleagues.clone(),
    })
}
