//! The same rows by the bare engines.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use postgres::types::{ToSql, Type};
use rusqlite::types::{ToSqlOutput, ValueRef};
use uuid::Uuid;

use super::script::{Given, Line, Script};

/// Whose life is written, and where it is.
struct Life<'a> {
    script: &'a Script,
    caller: u64,
    acts: usize,
    drawn: u64,
    taken: i64,
    case: String,
    reference: String,
    number: String,
}

/// A value that is known.
enum Value {
    Nothing,
    Whole(i64),
    Text(String),
}

impl<'a> Life<'a> {
    fn new(script: &'a Script, caller: usize) -> Self {
        Self {
            script,
            caller: caller as u64,
            acts: 0,
            drawn: 0,
            taken: 0,
            case: String::new(),
            reference: String::new(),
            number: String::new(),
        }
    }

    /// The lines of the next act; with the first one of a life a new case begins.
    fn next(&mut self) -> &'a [Line] {
        let act = self.acts % self.script.acts.len();
        if act == 0 {
            self.case = self.fresh();
            // As scattered as the references that chance makes, and as long.
            let mixed = self.draw().wrapping_mul(0x9e37_79b9_7f4a_7c15);
            self.reference = format!("GN-{:05X}-{:05X}", mixed >> 44, mixed & 0xf_ffff);
            self.number = format!("H17.{:05}-261124-{:04}", self.caller, self.drawn);
        }
        self.acts += 1;
        &self.script.acts[act]
    }

    fn draw(&mut self) -> u64 {
        self.drawn += 1;
        (self.caller << 40) | self.drawn
    }

    fn fresh(&mut self) -> String {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let mut chance = [0u8; 10];
        chance[2..].copy_from_slice(&self.draw().to_be_bytes());
        let id: Uuid = uuid::Builder::from_unix_timestamp_millis(now.as_millis() as u64, &chance).into_uuid();
        id.to_string()
    }

    fn values(&mut self, line: &Line) -> Vec<Value> {
        let value = |given: &Given| match given {
            Given::Nothing => Value::Nothing,
            Given::Whole(whole) => Value::Whole(*whole),
            Given::Text(text) => Value::Text(text.clone()),
            Given::Case => Value::Text(self.case.clone()),
            Given::Reference => Value::Text(self.reference.clone()),
            Given::Number => Value::Text(self.number.clone()),
            Given::Fresh => Value::Text(self.fresh()),
            // A ward of its own for each caller, as ours have.
            Given::Series(series) => Value::Text(format!("{series}-{}", self.caller)),
            Given::Taken => Value::Whole(self.taken),
        };
        line.values.iter().map(value).collect()
    }
}

/// One connection to SQLite, and as many steps in a transaction as there are callers.
pub(super) struct Sqlite<'a> {
    connection: rusqlite::Connection,
    lives: Vec<Life<'a>>,
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Nothing => ValueRef::Null,
            Self::Whole(whole) => ValueRef::Integer(*whole),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}

impl<'a> Sqlite<'a> {
    /// Opens a file in which the store has made its tables.
    pub(super) fn open(path: &Path, callers: usize, script: &'a Script) -> Self {
        let connection = rusqlite::Connection::open(path).expect("the file");
        let set = |name: &str, value: &str| {
            connection.pragma_update(None, name, value).expect("a setting");
        };
        set("journal_mode", "WAL");
        set("synchronous", "FULL");
        set("cache_size", "-65536");
        set("temp_store", "MEMORY");
        connection.set_prepared_statement_cache_capacity(64);
        Self {
            connection,
            lives: (0..callers).map(|caller| Life::new(script, caller)).collect(),
        }
    }

    /// One transaction; says how many steps it was.
    pub(super) fn group(&mut self) -> usize {
        let run = |sql: &str| {
            let mut statement = self.connection.prepare_cached(sql).expect("a statement");
            statement.execute([]).expect("a statement to run");
        };
        run("BEGIN IMMEDIATE");
        for life in &mut self.lives {
            for line in life.next() {
                let mut statement = self.connection.prepare_cached(line.sql).expect("a statement");
                let values = rusqlite::params_from_iter(life.values(line));
                if line.takes_number {
                    let taken = statement.query_row(values, |row| row.get(0));
                    life.taken = taken.expect("a number");
                } else {
                    let touched = statement.execute(values).expect("a row to be written");
                    assert_eq!(touched, 1, "{}", line.sql);
                }
            }
        }
        run("COMMIT");
        self.lives.len()
    }
}

/// A connection of one caller to PostgreSQL: a transaction a step, a prepared statement a row.
pub(super) struct Postgres<'a> {
    client: postgres::Client,
    statements: Vec<(&'static str, postgres::Statement)>,
    life: Life<'a>,
}

impl Value {
    /// As the client wants it for a parameter of this type.
    fn boxed(self, of: &Type) -> Box<dyn ToSql + Sync> {
        match self {
            Self::Nothing if *of == Type::INT8 => Box::new(None::<i64>),
            Self::Nothing => Box::new(None::<String>),
            Self::Whole(whole) => Box::new(whole),
            Self::Text(text) => Box::new(text),
        }
    }
}

impl<'a> Postgres<'a> {
    /// Connects each caller to a database in which the store has made its tables.
    pub(super) fn connect(config: &str, callers: usize, script: &'a Script) -> Vec<Self> {
        let one = |caller| {
            let mut client = postgres::Client::connect(config, postgres::NoTls).expect("a connection");
            let mut statements: Vec<(&'static str, postgres::Statement)> = Vec::new();
            for line in script.acts.iter().flatten() {
                if statements.iter().all(|(known, _)| *known != line.sql) {
                    statements.push((line.sql, client.prepare(line.sql).expect("a statement")));
                }
            }
            Self {
                client,
                statements,
                life: Life::new(script, caller),
            }
        };
        (0..callers).map(one).collect()
    }

    /// The next step; always does one.
    pub(super) fn step(&mut self) -> bool {
        let mut transaction = self.client.transaction().expect("a transaction");
        for line in self.life.next() {
            let found = self.statements.iter().find(|(known, _)| *known == line.sql);
            let (_, statement) = found.expect("a prepared statement");
            let typed = self.life.values(line).into_iter().zip(statement.params());
            let values: Vec<_> = typed.map(|(value, of)| value.boxed(of)).collect();
            let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(AsRef::as_ref).collect();
            if line.takes_number {
                let row = transaction.query_one(statement, &values);
                self.life.taken = row.expect("a number").get(0);
            } else {
                let touched = transaction.execute(statement, &values);
                assert_eq!(touched.expect("a row to be written"), 1, "{}", line.sql);
            }
        }
        transaction.commit().expect("a commit");
        true
    }
}
