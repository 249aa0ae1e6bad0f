//! What stands in for a compiler's check of the SQL.

use motcua_store::{Options, SqliteStore, statements};

use crate::stores;

#[test]
fn every_statement_prepares_on_sqlite_and_numbers_its_parameters_as_they_appear() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("city.sqlite");
    drop(SqliteStore::open(&path, Options::default()).unwrap());
    let connection = rusqlite::Connection::open(&path).unwrap();
    let mut count = 0;
    for (name, sql) in statements() {
        let statement = connection
            .prepare(sql)
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        for place in 1..=statement.parameter_count() {
            // To SQLite `$2` is a name; bound by place it must be the second.
            assert_eq!(
                statement.parameter_name(place),
                Some(format!("${place}").as_str()),
                "{name}"
            );
        }
        count += 1;
    }
    assert!(count > 50);
}

#[test]
fn every_statement_prepares_on_postgres() {
    let Some(cluster) = stores::cluster() else { return };
    let config = cluster.database("city_0").unwrap();
    let mut client = postgres::Client::connect(&config, postgres::NoTls).unwrap();
    for (name, sql) in statements() {
        client
            .prepare(sql)
            .unwrap_or_else(|error| panic!("{name}: {error:?}"));
    }
}

#[test]
fn every_table_of_sqlite_is_strict() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("city.sqlite");
    drop(SqliteStore::open(&path, Options::default()).unwrap());
    let connection = rusqlite::Connection::open(&path).unwrap();
    let mut lax = connection.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'").unwrap();
    let lax: Vec<String> = lax
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(lax, Vec::<String>::new());
}
