//! Rows to statements: which values go where. The other direction is [`crate::decode`].

use std::collections::HashSet;

use motcua_domain::case::{Author, OutcomeKind};
use motcua_domain::id::{CaseId, MessageId, PersonId};
use motcua_domain::person::Person;
use motcua_domain::time::Instant;
use motcua_engine::changes::{Access, EventRecord, OutboxMessage, Row, StreamChange};
use motcua_engine::rows::{
    CaseRow, ClosingRow, DraftRow, FileRow, PasskeyRow, SavedViewRow, StaffRow, TakingRow,
};

use crate::driver::{Step, Value, number};
use crate::{queries, scope};

/// An author as three columns: kind, identifier, role.
fn author(by: &Author) -> [Value<'_>; 3] {
    match by {
        Author::Applicant(person) => ["applicant".into(), Value::printed(person), Value::Null],
        Author::Staff { staff, role } => ["staff".into(), Value::printed(staff), role.into()],
        Author::System => ["system".into(), Value::Null, Value::Null],
    }
}

/// The events of a stream.
pub(crate) fn events<'a>(change: &'a StreamChange, steps: &mut Vec<Step<'a>>) {
    for (event, version) in change.events.iter().zip(change.expected_version + 1..) {
        let mut values = event_values(change, event, version);
        if version == change.expected_version + 1 && change.expected_version > 0 {
            values.push(number(change.expected_version));
            steps.push(Step::must_touch(
                queries::EVENT_ADD_AFTER,
                values,
                change.stream.kind.name(),
            ));
        } else {
            steps.push(Step::new(queries::EVENT_ADD, values));
        }
    }
}

fn event_values<'a>(change: &'a StreamChange, event: &'a EventRecord, version: u64) -> Vec<Value<'a>> {
    let [kind, id, role] = author(&event.by);
    vec![
        (&change.stream.id).into(),
        change.stream.kind.name().into(),
        number(version),
        event.at.into(),
        kind,
        id,
        role,
        (&event.name).into(),
        u32::from(event.format).into(),
        (&event.payload).into(),
        (&event.legal_ground).into(),
    ]
}

/// The rows of a commit. Of a row that is replaced twice in it, the last word counts.
pub(crate) fn rows<'a>(rows: &'a [Row], steps: &mut Vec<Step<'a>>) {
    let mut seen = HashSet::new();
    let mut last = Vec::with_capacity(rows.len());
    for row in rows.iter().rev() {
        let is_last = match row {
            Row::Case(case) => seen.insert(("case", case.id.raw().into_bytes().to_vec())),
            Row::Person(person) => seen.insert(("person", person.id.raw().into_bytes().to_vec())),
            Row::Staff(staff) => seen.insert(("staff", staff.id.raw().into_bytes().to_vec())),
            Row::Passkey(passkey) => seen.insert(("passkey", passkey.credential.clone())),
            _ => true,
        };
        if is_last {
            last.push(row);
        }
    }
    for row in last.into_iter().rev() {
        steps.push(step(row));
        if let Row::Closing(closing, closed) = row {
            steps.extend(closed.iter().map(|(case, event)| {
                Step::must_touch(
                    queries::TAKING_CLOSE,
                    vec![closing.sequence.into(), Value::printed(case), number(*event)],
                    "a taking of the closing",
                )
            }));
        }
        if let Row::Case(case) = row {
            steps.extend(
                parties(case)
                    .map(|party| Step::new(queries::PARTY_ADD, vec![party.into(), Value::printed(case.id)])),
            );
        }
    }
}

/// Agencies and colleagues of a case under one kind of name.
fn parties(case: &CaseRow) -> impl Iterator<Item = String> {
    let agencies = case.agencies.iter().map(scope::agency);
    agencies.chain(case.colleagues.iter().map(scope::colleague))
}

/// Names between bars, `|a|b|`; nothing for none.
fn bars(names: impl Iterator<Item = String>) -> String {
    let joined: String = names.map(|name| format!("|{name}")).collect();
    if joined.is_empty() { joined } else { joined + "|" }
}

fn step(row: &Row) -> Step<'_> {
    match row {
        Row::Case(row) => Step::must_touch(
            queries::CASE_PUT,
            case(row),
            "the reference, applicant or sending of a case",
        ),
        Row::Person(row) => Step::new(queries::PERSON_PUT, person(row)),
        Row::Staff(row) => Step::new(queries::STAFF_PUT, staff(row)),
        Row::Passkey(row) => Step::new(queries::PASSKEY_PUT, passkey(row)),
        Row::AnswerSet {
            id,
            case,
            form,
            answers,
        } => {
            let names = [Value::printed(id), Value::printed(case)];
            let content = [form.into(), answers.into()];
            Step::new(queries::ANSWERS_ADD, names.into_iter().chain(content).collect())
        }
        Row::Note { id, case, text } => Step::new(
            queries::NOTE_ADD,
            vec![Value::printed(id), Value::printed(case), text.into()],
        ),
        Row::Paper {
            id,
            case,
            kind,
            file,
            at,
        } => Step::new(
            queries::PAPER_ADD,
            vec![
                Value::printed(id),
                Value::printed(case),
                kind.into(),
                Value::printed(file),
                (*at).into(),
            ],
        ),
        Row::File(row) => Step::new(queries::FILE_ADD, file(row)),
        Row::Taking(row) => Step::new(queries::TAKING_ADD, taking(row)),
        Row::Closing(row, _) => Step::new(queries::CLOSING_ADD, closing(row)),
        Row::DraftSpent { id, version } => Step::must_touch(
            queries::DRAFT_SPEND,
            vec![Value::printed(id), number(*version)],
            "the draft",
        ),
        Row::MessagesWithdrawn { case, waiting_at } => Step::new(
            queries::OUTBOX_WITHDRAW,
            vec![Value::printed(case), (*waiting_at).into()],
        ),
        Row::Notice {
            id,
            person,
            case,
            key,
            at,
        } => Step::new(queries::NOTICE_ADD, notice(id, person, case, key, *at)),
    }
}

fn notice<'a>(id: &MessageId, person: &PersonId, case: &CaseId, key: &'a str, at: Instant) -> Vec<Value<'a>> {
    vec![
        Value::printed(id),
        Value::printed(person),
        Value::printed(case),
        key.into(),
        at.into(),
    ]
}

fn taking(row: &TakingRow) -> Vec<Value<'_>> {
    vec![
        Value::printed(row.case),
        number(row.event),
        row.desk.as_str().into(),
        row.at.into(),
        Value::maybe(row.officer.map(|officer| officer.to_string())),
        (&row.name).into(),
        row.kind.name().into(),
        row.method.name().into(),
        row.amount.get().into(),
        i64::from(row.year).into(),
        row.receipt.into(),
    ]
}

fn closing(row: &ClosingRow) -> Vec<Value<'_>> {
    vec![
        row.desk.as_str().into(),
        row.sequence.into(),
        row.at.into(),
        Value::printed(row.officer),
        row.cash.get().into(),
        row.counted.get().into(),
        row.total.get().into(),
        row.entries.into(),
        (&row.reason).into(),
    ]
}

pub(crate) fn case(row: &CaseRow) -> Vec<Value<'_>> {
    vec![
        Value::printed(row.id),
        number(row.version),
        (&row.reference).into(),
        Value::maybe(row.number.as_ref()),
        (&row.procedure).into(),
        row.step.name().into(),
        Value::printed(row.applicant),
        row.received_at.as_str().into(),
        row.competent.as_str().into(),
        row.holder
            .map_or_else(String::new, |holder| holder.to_string())
            .into(),
        bars(parties(row)).into(),
        row.channel.name().into(),
        row.sent_at.into(),
        row.due_at.into(),
        row.is_paused.into(),
        row.is_answered.into(),
        row.is_withdrawal_asked.into(),
        Value::maybe(row.issued_at),
        Value::maybe(row.is_on_time),
        Value::maybe(row.result.map(OutcomeKind::name)),
        Value::maybe(row.returned_at),
        Value::maybe(row.fact.accepted_at),
        Value::maybe(row.fact.law_due_at),
        Value::maybe(row.fact.extended_at),
        Value::maybe(row.fact.paused_since),
        Value::maybe(row.fact.ended.map(|(at, _)| at)),
        Value::maybe(row.fact.ended.map(|(_, ending)| ending.name())),
    ]
}

fn person(row: &Person) -> Vec<Value<'_>> {
    let [folded, backwards] = name_keys(&row.name);
    vec![
        Value::printed(row.id),
        row.subject
            .as_ref()
            .map_or("", |subject| subject.issuer.as_str())
            .into(),
        Value::maybe(row.subject.as_ref().map(|subject| &subject.name)),
        (&row.name).into(),
        Value::maybe(row.personal_number.as_ref().map(|number| number.reveal())),
        Value::maybe(row.born_on.map(|day| day.to_string())),
        Value::maybe(row.phone.as_ref()),
        Value::maybe(row.email.as_ref()),
        Value::maybe(row.address.as_ref()),
        folded,
        backwards,
    ]
}

/// The keys by which a name is found: folded, and its words backwards.
pub(crate) fn name_keys(name: &str) -> [Value<'static>; 2] {
    let folded = motcua_engine::search::fold(name);
    let backwards = backwards(&folded);
    [folded.into(), backwards.into()]
}

/// The words of a folded name, the last one first.
pub(crate) fn backwards(folded: &str) -> String {
    let mut words: Vec<&str> = folded.split(' ').collect();
    words.reverse();
    words.join(" ")
}

/// A view's values without its owner and name.
pub(crate) fn view(row: &SavedViewRow) -> Vec<Value<'_>> {
    vec![
        (&row.queue).into(),
        Value::maybe(row.procedure.as_ref()),
        Value::maybe(row.channel.map(motcua_domain::channel::Channel::name)),
        Value::maybe(row.received_at.as_ref().map(motcua_domain::id::UnitCode::as_str)),
        number(row.version),
    ]
}

fn staff(row: &StaffRow) -> Vec<Value<'_>> {
    vec![
        Value::printed(row.id),
        (&row.name).into(),
        row.agency.as_str().into(),
        row.unit.as_str().into(),
        Value::from(
            row.roles
                .iter()
                .map(String::as_str)
                .collect::<serde_json::Value>()
                .to_string(),
        ),
        row.is_active.into(),
    ]
}

fn passkey(row: &PasskeyRow) -> Vec<Value<'_>> {
    vec![
        row.credential.as_slice().into(),
        Value::printed(row.staff),
        (&row.payload).into(),
        row.enrolled_at.into(),
    ]
}

/// A file's values.
pub(crate) fn file(row: &FileRow) -> Vec<Value<'_>> {
    vec![
        Value::printed(row.id),
        (&row.name).into(),
        (&row.media_type).into(),
        number(row.size),
        (&row.hash).into(),
        row.pages.into(),
        Value::maybe(row.owner.map(|owner| owner.to_string())),
        row.at.into(),
    ]
}

/// A draft's values without its identifier.
/// Papers are a list that is read whole and never searched: JSON, in their order.
pub(crate) fn draft(row: &DraftRow) -> Vec<Value<'_>> {
    let papers = row
        .papers
        .iter()
        .map(|(requirement, file)| vec![requirement.clone(), file.to_string()]);
    vec![
        Value::printed(row.person),
        (&row.procedure).into(),
        (&row.form).into(),
        (&row.answers).into(),
        Value::from(papers.collect::<serde_json::Value>().to_string()),
        Value::maybe(row.officer.map(|officer| officer.to_string())),
        number(row.version),
        row.saved_at.into(),
    ]
}

/// A message for the outbox.
pub(crate) fn message(row: &OutboxMessage) -> Step<'_> {
    let case = Value::maybe(row.case.map(|case| case.to_string()));
    let values = vec![
        Value::printed(row.id),
        case,
        row.topic.name().into(),
        (&row.subject).into(),
        row.not_before.into(),
    ];
    Step::new(queries::OUTBOX_ADD, values)
}

/// An access record.
pub(crate) fn access(row: &Access) -> Step<'_> {
    let [kind, id, role] = author(&row.by);
    let values = vec![
        row.at.into(),
        kind,
        id,
        role,
        Value::maybe(row.agency.as_ref().map(|agency| agency.as_str())),
        Value::maybe(row.person.map(|person| person.to_string())),
        Value::maybe(row.case.map(|case| case.to_string())),
        row.what.name().into(),
        (&row.ground).into(),
    ];
    Step::new(queries::ACCESS_ADD, values)
}
