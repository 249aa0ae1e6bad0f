//! Building the index file.

use super::SearchIndexError;
use motcua_engine::search::SearchRecord;
use motcua_engine::search::fold::key_text;
use rusqlite::{Connection, params};
use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Of the long text, so many characters are kept to show a few words from.
const EXCERPT_CHARACTERS: usize = 480;

/// A syllable in so many texts is a word, not a slip of the ministry's typist.
const KNOWN_FROM: u32 = 2;

/// The syllables in the full-text table are folded by the engine, so SQLite must not fold them again:
/// its own folding knows no đ.
const TABLES: &str = "
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA page_size = 8192;
    CREATE TABLE about (fingerprint TEXT NOT NULL, documents INTEGER NOT NULL) STRICT;
    CREATE TABLE procedure (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        field TEXT NOT NULL,
        keywords TEXT NOT NULL,
        levels INTEGER NOT NULL,
        audience INTEGER NOT NULL,
        popularity REAL NOT NULL,
        excerpt TEXT NOT NULL
    ) STRICT;
    CREATE TABLE vocabulary (term TEXT PRIMARY KEY, heads INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE VIRTUAL TABLE deep USING fts5(
        papers, body, content = '', detail = column, tokenize = 'unicode61 remove_diacritics 0'
    );
";

/// Builds the file beside `path` and renames it into its place, so that no reader ever sees half an index.
///
/// Rows are numbered from 0 by popularity: where no word decides, the first rows are the best ones.
pub(super) fn build(
    path: &Path,
    fingerprint: &str,
    records: impl IntoIterator<Item = SearchRecord>,
) -> Result<(), SearchIndexError> {
    let beside = building_path(path);
    remove_if_there(&beside)?;
    let mut records: Vec<SearchRecord> = records.into_iter().filter(|record| record.public).collect();
    records.sort_by(|a, b| {
        b.popularity
            .total_cmp(&a.popularity)
            .then_with(|| a.code.cmp(&b.code))
    });
    let mut connection = Connection::open(&beside)?;
    connection.execute_batch(TABLES)?;
    fill(&mut connection, fingerprint, &records)?;
    connection.close().map_err(|(_, error)| error)?;
    fs::File::open(&beside)?.sync_all()?;
    for journal in ["-wal", "-shm", "-journal"] {
        remove_if_there(&suffixed(path, journal))?;
    }
    fs::rename(&beside, path)?;
    Ok(())
}

fn building_path(path: &Path) -> PathBuf {
    suffixed(path, &format!(".building-{}", std::process::id()))
}

fn suffixed(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn remove_if_there(path: &Path) -> std::io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn fill(
    connection: &mut Connection,
    fingerprint: &str,
    records: &[SearchRecord],
) -> Result<(), rusqlite::Error> {
    let transaction = connection.transaction()?;
    let mut counts = Counts::default();
    for (id, record) in (0_i64..).zip(records) {
        insert_row(&transaction, id, record)?;
        let [title, field, keywords, papers, body] = [
            &record.title,
            &record.field,
            &record.keywords,
            &record.papers,
            &record.body,
        ]
        .map(|text| key_text(text));
        counts.heads.count([title.as_str(), &field, &keywords, &papers]);
        counts.bodies.count([body.as_str()]);
        transaction
            .prepare_cached("INSERT INTO deep (rowid, papers, body) VALUES (?1, ?2, ?3)")?
            .execute(params![id, papers, format!("{title} {field} {body}")])?;
    }
    counts.store(&transaction)?;
    transaction.execute(
        "INSERT INTO about VALUES (?1, ?2)",
        params![fingerprint, i64::try_from(records.len()).unwrap_or(i64::MAX)],
    )?;
    transaction.commit()
}

/// What is ranked and shown of a procedure.
fn insert_row(connection: &Connection, id: i64, record: &SearchRecord) -> rusqlite::Result<()> {
    let excerpt: String = record.body.chars().take(EXCERPT_CHARACTERS).collect();
    connection
        .prepare_cached("INSERT INTO procedure VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")?
        .execute(params![
            id,
            record.code,
            record.title,
            record.field,
            record.keywords,
            record.levels.bits(),
            record.audience.bits(),
            record.popularity,
            excerpt,
        ])?;
    Ok(())
}

/// In how many heads, and in how many bodies, each syllable stands.
#[derive(Default)]
struct Counts {
    heads: DocumentCount,
    bodies: DocumentCount,
}

#[derive(Default)]
struct DocumentCount(HashMap<String, u32>);

impl DocumentCount {
    fn count<'t>(&mut self, texts: impl IntoIterator<Item = &'t str>) {
        let distinct: HashSet<&str> = texts
            .into_iter()
            .flat_map(|text| text.split(' '))
            .filter(|term| !term.is_empty())
            .collect();
        for term in distinct {
            match self.0.get_mut(term) {
                Some(count) => *count += 1,
                None => {
                    self.0.insert(term.to_owned(), 1);
                }
            }
        }
    }
}

impl Counts {
    /// Syllables of the heads count; those of the texts alone are only known, if they are no slips themselves.
    fn store(&self, connection: &Connection) -> rusqlite::Result<()> {
        let mut insert = connection.prepare("INSERT INTO vocabulary VALUES (?1, ?2)")?;
        for (term, heads) in &self.heads.0 {
            insert.execute(params![term, heads])?;
        }
        for (term, bodies) in &self.bodies.0 {
            if *bodies >= KNOWN_FROM && !self.heads.0.contains_key(term) {
                insert.execute(params![term, 0])?;
            }
        }
        Ok(())
    }
}
