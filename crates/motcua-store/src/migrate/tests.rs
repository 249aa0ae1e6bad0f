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
