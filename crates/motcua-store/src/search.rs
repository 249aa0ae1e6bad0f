//! The index of procedures: one SQLite file of its own, whatever database the city runs on.
//!
//! So ranking never differs by back end (handbook, dependencies §6). The file is derived: it is built
//! beside its place and renamed into it, kept while its fingerprint fits, and built anew when it does
//! not or cannot be read. Names are loaded into memory on opening, where the engine ranks them; papers
//! and long texts stay in a full-text table, asked only when no name answers.

mod build;
mod read;
#[cfg(test)]
mod tests;

use motcua_engine::search::rank::Names;
use motcua_engine::search::vocabulary::Vocabulary;
use motcua_engine::search::{
    Audiences, FOLD_VERSION, Levels, ProcedureSearch, SearchError, SearchQuery, SearchRecord, SearchResults,
    Words,
};
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Grows whenever the tables change.
const LAYOUT_VERSION: u32 = 1;
/// At most so many connections wait for the next reader.
const IDLE_CONNECTIONS_MAX: usize = 8;

/// The index, open for reading; any number of threads may search at once.
#[derive(Debug)]
pub struct SearchIndex {
    path: PathBuf,
    words: Words,
    loaded: Loaded,
    was_built: bool,
    idle: Mutex<Vec<Connection>>,
}

/// What of the index is held in memory.
#[derive(Debug)]
struct Loaded {
    vocabulary: Vocabulary,
    names: Names,
}

/// The index cannot be built.
#[derive(Debug, thiserror::Error)]
pub enum SearchIndexError {
    /// SQLite refused.
    #[error("the search index cannot be built: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// The file system refused.
    #[error("the search index cannot be put in its place: {0}")]
    File(#[from] std::io::Error),
    /// What was just built is not what was asked for.
    #[error("the search index that was just built cannot be used: {0}")]
    Unfit(#[from] Unfit),
}

/// Why a file that lies in the index's place is not used as it is.
#[derive(Debug, thiserror::Error)]
pub enum Unfit {
    /// There is none, or SQLite cannot read it.
    #[error("there is none that can be read: {0}")]
    Unreadable(#[from] rusqlite::Error),
    /// It was built from another catalogue, or by another version of the rules.
    #[error("the one that is there was built from other input")]
    OtherInput,
    /// It holds fewer procedures than it says.
    #[error("procedures are missing in the one that is there")]
    Incomplete,
}

impl SearchIndex {
    /// Opens the index at `path` if it was built from the same input, else builds it from `records`.
    ///
    /// `fingerprint` names the input: a hash of the catalogue's state. The versions of the folding and of
    /// the tables are added to it here. Everyday words are not in the index: a new file of words needs no
    /// new index. Internal procedures (`public: false`) are left out.
    ///
    /// # Errors
    ///
    /// [`SearchIndexError`] if the index must be built and cannot be. A broken or foreign file is no error: it is replaced.
    pub fn open_or_build<I>(
        path: &Path,
        fingerprint: &str,
        words: Words,
        records: impl FnOnce() -> I,
    ) -> Result<Self, SearchIndexError>
    where
        I: IntoIterator<Item = SearchRecord>,
    {
        let fingerprint = format!("{LAYOUT_VERSION}/{FOLD_VERSION}/{fingerprint}");
        let (connection, loaded, was_built) = match open(path, &fingerprint) {
            Ok((connection, loaded)) => (connection, loaded, false),
            Err(why) => {
                tracing::info!(%why, "building the search index");
                build::build(path, &fingerprint, records())?;
                let (connection, loaded) = open(path, &fingerprint)?;
                (connection, loaded, true)
            }
        };
        Ok(Self {
            path: path.to_owned(),
            words,
            loaded,
            was_built,
            idle: Mutex::new(vec![connection]),
        })
    }

    /// Whether opening had to build the index.
    #[must_use]
    pub fn was_built(&self) -> bool {
        self.was_built
    }

    /// Runs one reader on a connection of its own.
    fn with_connection<T>(
        &self,
        read: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, SearchError> {
        let unreadable = |error: rusqlite::Error| SearchError::Unreadable(error.to_string());
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => connect(&self.path).map_err(unreadable)?,
        };
        let answer = read(&connection).map_err(unreadable)?;
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < IDLE_CONNECTIONS_MAX {
            idle.push(connection);
        }
        Ok(answer)
    }
}

impl ProcedureSearch for SearchIndex {
    fn search(&self, query: &SearchQuery) -> Result<SearchResults, SearchError> {
        self.with_connection(|connection| read::search(connection, &self.words, &self.loaded, query))
    }
}

/// A connection that can only read.
fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.set_prepared_statement_cache_capacity(32);
    connection.execute_batch(
        "PRAGMA query_only = ON; PRAGMA mmap_size = 268435456; PRAGMA cache_size = -4096; PRAGMA temp_store = MEMORY;",
    )?;
    Ok(connection)
}

/// Opens a whole index with the right fingerprint, and loads its names.
fn open(path: &Path, fingerprint: &str) -> Result<(Connection, Loaded), Unfit> {
    let connection = connect(path)?;
    let (found, documents): (String, u32) =
        connection.query_row("SELECT fingerprint, documents FROM about", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    if found != fingerprint {
        return Err(Unfit::OtherInput);
    }
    let counts = connection
        .prepare("SELECT term, heads FROM vocabulary")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<Vec<(String, u32)>>>()?;
    let mut vocabulary = Vocabulary::new(documents, counts);
    let records = connection
        .prepare(
            "SELECT code, title, field, keywords, levels, audience, popularity FROM procedure ORDER BY id",
        )?
        .query_map([], |row| {
            Ok(SearchRecord {
                code: row.get(0)?,
                title: row.get(1)?,
                field: row.get(2)?,
                keywords: row.get(3)?,
                levels: Levels::from_bits(row.get(4)?),
                audience: Audiences::from_bits(row.get(5)?),
                popularity: row.get(6)?,
                public: true,
                ..SearchRecord::default()
            })
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    if u32::try_from(records.len()) != Ok(documents) {
        return Err(Unfit::Incomplete);
    }
    let names = Names::new(&records, &mut vocabulary);
    Ok((connection, Loaded { vocabulary, names }))
}
