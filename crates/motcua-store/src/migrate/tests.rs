use rusqlite::Connection;

use super::*;

/// A store as the first program left it.
fn of_step_1() -> Connection {
    let connection = Connection::open_in_memory().unwrap();
    connection
        .execute_batch("CREATE TABLE schema_version (version INTEGER PRIMARY KEY) STRICT")
        .unwrap();
    connection.execute_batch(SQLITE[0]).unwrap();
    connection
        .execute_batch("INSERT INTO schema_version (version) VALUES (1)")
        .unwrap();
    connection
}

#[test]
fn persons_of_the_first_schema_are_still_there_after_the_third() {
    let connection = of_step_1();
    connection
        .execute_batch(
            "INSERT INTO persons (id, subject, name) VALUES ('a', 's', 'A'), ('b', NULL, 'B'), ('c', NULL, 'C')",
        )
        .unwrap();
    migrate(&mut Driver::Sqlite(&connection)).unwrap();
    migrate(&mut Driver::Sqlite(&connection)).unwrap();
    let mut kept = connection
        .prepare("SELECT id, issuer, subject, name FROM persons ORDER BY id")
        .unwrap();
    let rows: Vec<(String, String, Option<String>, String)> = kept
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let row = |id: &str, subject: Option<&str>, name: &str| {
        (
            id.to_owned(),
            String::new(),
            subject.map(str::to_owned),
            name.to_owned(),
        )
    };
    assert_eq!(
        rows,
        [row("a", Some("s"), "A"), row("b", None, "B"), row("c", None, "C")]
    );
}

#[test]
fn a_store_of_a_newer_program_is_left_alone() {
    let connection = of_step_1();
    connection
        .execute_batch("INSERT INTO schema_version (version) VALUES (99)")
        .unwrap();
    let refused = migrate(&mut Driver::Sqlite(&connection));
    assert!(
        matches!(refused, Err(OpenError::Newer { found: 99, .. })),
        "{refused:?}"
    );
}

/// The log and the row of a case as a program before step 6 wrote them: sent, then taken back.
const RECALLED: &str = r#"
INSERT INTO events (stream_id, stream_kind, version, at, by_kind, by_id, by_role, name, format, payload, legal_ground) VALUES
 ('01935e00-0000-7000-8000-000000000001', 'case', 1, 1796007600000, 'applicant', '01935e00-0000-7000-8000-000000000002', NULL,
  'sent', 1, '{"answers":"01935e00-0000-7000-8000-000000000003","applicant":"01935e00-0000-7000-8000-000000000002","case":"01935e00-0000-7000-8000-000000000001","channel":"online","competent":"48-20242","delivery":"desk","ground":"parent","intake_due":{"at":1796090400000,"on":"2026-12-01"},"papers":[],"received_at":"48-20242","reference":"GN-M51C1-3T20Q","version":"9.999999@2025-07-01"}', 'law'),
 ('01935e00-0000-7000-8000-000000000001', 'case', 2, 1796007660000, 'applicant', '01935e00-0000-7000-8000-000000000002', NULL,
  'recalled', 1, 'null', 'law');
INSERT INTO cases (id, version, reference, procedure, step, applicant, received_at, competent, holder, parties, channel,
  sent_at, due_at, is_paused, is_answered, is_withdrawal_asked) VALUES
 ('01935e00-0000-7000-8000-000000000001', 2, 'GN-M51C1-3T20Q', '9.999999', 'recalled', '01935e00-0000-7000-8000-000000000002',
  '48-20242', '48-20242', '', '', 'online', 1796007600000, 253402275599000, 0, 0, 0),
 ('unreadable', 1, 'GN-UNREADABLE', '9.999999', 'sent', 'nobody', '48-20242', '48-20242', '', '', 'online',
  1796007600000, 253402275599000, 0, 0, 0);
"#;

#[test]
fn cases_from_before_reports_are_counted_by_what_their_logs_tell() {
    let connection = of_step_1();
    for (number, step) in (2..).zip(&SQLITE[1..5]) {
        connection.execute_batch(step).unwrap();
        connection
            .execute("INSERT INTO schema_version (version) VALUES (?1)", [number])
            .unwrap();
    }
    connection.execute_batch(RECALLED).unwrap();
    migrate(&mut Driver::Sqlite(&connection)).unwrap();
    let mut kept = connection
        .prepare("SELECT ended_at, ending FROM cases ORDER BY id")
        .unwrap();
    let rows: Vec<(Option<i64>, Option<String>)> = kept
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(
        rows,
        [
            (Some(1_796_007_660_000), Some("not_accepted".to_owned())),
            (None, None)
        ]
    );
}
