//! What one life of a case writes, act by act, read back from a store: the rows that the ceiling must write too.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use motcua_store::{Options, SqliteStore};
use rusqlite::Connection;
use rusqlite::types::ValueRef;

use super::life::{ACTS, Caller};
use crate::city;

/// The lines of each act.
pub(crate) struct Script {
    pub(super) acts: Vec<Vec<Line>>,
}

/// One row to write.
pub(super) struct Line {
    /// The store's own statement.
    pub(super) sql: &'static str,
    /// Whether it answers with a running number, which later lines of the act use.
    pub(super) takes_number: bool,
    /// `$1..$n`.
    pub(super) values: Vec<Given>,
}

/// A value of a row: what is the same in every life, and what each has of its own.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Given {
    /// Nothing.
    Nothing,
    /// A whole number.
    Whole(i64),
    /// A text.
    Text(String),
    /// The identifier of the case.
    Case,
    /// The reference of the sending.
    Reference,
    /// The number of the case.
    Number,
    /// An identifier that nothing else has.
    Fresh,
    /// The series from which numbers are taken.
    Series(String),
    /// The number that was just taken.
    Taken,
}

/// Tables that acts write to, and the statement that writes each. Before a number is noted it is taken.
const WRITTEN: [(&str, &str); 6] = [
    ("numbers_given", "NUMBER_NOTE"),
    ("events", "EVENT_ADD"),
    ("answer_sets", "ANSWERS_ADD"),
    ("cases", "CASE_PUT"),
    ("notices", "NOTICE_ADD"),
    ("outbox", "OUTBOX_ADD"),
];

/// One of the store's own statements.
fn statement(name: &str) -> &'static str {
    let found = motcua_store::statements().find(|(known, _)| *known == name);
    found.expect("a statement of the store").1
}

/// Lets a case live on a store of its own, and reads after each act what is new.
pub(super) fn written_by_a_life() -> Script {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("life.sqlite");
    let store = SqliteStore::open(&path, Options::default()).expect("a store");
    let engine = city::engine(Arc::new(store), folder.path());
    let mut caller = Caller::new(&engine, 0);
    let mut known = HashSet::new();
    // What was there before the life began is no part of it.
    new_rows(&path, &mut known, &Own::default());
    let acts = (0..ACTS).map(|_| {
        caller.step();
        let case = caller.case();
        let own = Own {
            case: case.id.to_string(),
            reference: case.reference.as_str().to_owned(),
            number: case.number.as_ref().map(|number| number.as_str().to_owned()),
        };
        new_rows(&path, &mut known, &own)
    });
    Script { acts: acts.collect() }
}

/// What a life has of its own.
#[derive(Default)]
struct Own {
    case: String,
    reference: String,
    number: Option<String>,
}

fn new_rows(path: &Path, known: &mut HashSet<(&'static str, Vec<Given>)>, own: &Own) -> Vec<Line> {
    let connection = Connection::open(path).expect("the store's file");
    let mut lines = Vec::new();
    for (table, name) in WRITTEN {
        let sql = statement(name);
        for row in rows(&connection, sql, table) {
            if !known.insert((table, row.clone())) {
                continue;
            }
            if let ("numbers_given", Some(Given::Text(series))) = (table, row.first()) {
                lines.push(Line {
                    sql: statement("NUMBER_TAKE"),
                    takes_number: true,
                    values: vec![Given::Series(series.clone())],
                });
            }
            let values = row.into_iter().enumerate();
            lines.push(Line {
                sql,
                takes_number: false,
                values: values
                    .map(|(place, value)| own.generalise(table, place, value))
                    .collect(),
            });
        }
    }
    lines
}

/// The rows of a table in the order of a statement's parameters: the first columns that it names.
fn rows(connection: &Connection, sql: &str, table: &str) -> Vec<Vec<Given>> {
    let columns: Vec<&str> = {
        let (_, after) = sql.split_once('(').expect("columns in brackets");
        let (inside, rest) = after.split_once(')').expect("columns in brackets");
        let parameters = (1..).take_while(|n| rest.contains(&format!("${n}"))).count();
        inside.split(',').map(str::trim).take(parameters).collect()
    };
    let query = format!("SELECT {} FROM {table}", columns.join(", "));
    let mut statement = connection.prepare(&query).expect("a table of the store");
    let mut found = statement.query([]).expect("the rows of a table");
    let mut all = Vec::new();
    while let Some(row) = found.next().expect("a row") {
        let values = (0..columns.len()).map(|place| match row.get_ref(place).expect("a column") {
            ValueRef::Null => Given::Nothing,
            ValueRef::Integer(whole) => Given::Whole(whole),
            ValueRef::Text(text) => Given::Text(String::from_utf8_lossy(text).into_owned()),
            ValueRef::Real(_) | ValueRef::Blob(_) => unreachable!("acts write neither"),
        });
        all.push(values.collect());
    }
    all
}

impl Own {
    fn generalise(&self, table: &str, place: usize, value: Given) -> Given {
        match (table, place, &value) {
            ("numbers_given", 0, Given::Text(series)) => Given::Series(series.clone()),
            ("numbers_given", 1, _) => Given::Taken,
            ("answer_sets" | "notices" | "outbox", 0, _) => Given::Fresh,
            (_, _, Given::Text(text)) if *text == self.case => Given::Case,
            (_, _, Given::Text(text)) if *text == self.reference => Given::Reference,
            (_, _, Given::Text(text)) if Some(text) == self.number.as_ref() => Given::Number,
            _ => value,
        }
    }
}
