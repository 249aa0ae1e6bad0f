//! The three stores on which every promise is held.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use motcua_engine::ports::Store;
use motcua_store::{Options, PostgresStore, SqliteStore};

use crate::cluster::Cluster;

/// A fresh store, and what must live as long as it.
pub(crate) struct Place {
    store: Arc<dyn Store>,
    again: Box<dyn Fn() -> Arc<dyn Store> + Send + Sync>,
    _keep: Box<dyn Send + Sync>,
}

impl Place {
    /// The store.
    pub(crate) fn store(&self) -> Arc<dyn Store> {
        Arc::clone(&self.store)
    }

    /// The store, closed and opened again. In memory there is nothing to open again: it is the same store.
    pub(crate) fn reopened(self) -> Self {
        let Self { store, again, _keep } = self;
        drop(store);
        let store = again();
        Self { store, again, _keep }
    }
}

/// SQLite in memory.
pub(crate) fn in_memory() -> Option<Place> {
    let store: Arc<dyn Store> = Arc::new(SqliteStore::in_memory().unwrap());
    let same = Arc::clone(&store);
    Some(Place {
        store,
        again: Box::new(move || Arc::clone(&same)),
        _keep: Box::new(()),
    })
}

/// SQLite on disk.
pub(crate) fn on_disk() -> Option<Place> {
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join("city.sqlite");
    let again = move || -> Arc<dyn Store> { Arc::new(SqliteStore::open(&path, Options::default()).unwrap()) };
    Some(Place {
        store: again(),
        again: Box::new(again),
        _keep: Box::new(folder),
    })
}

/// PostgreSQL, a database for each test. `None`, and a line that says so, where there is none to start.
pub(crate) fn on_server() -> Option<Place> {
    let cluster = cluster()?;
    let config = cluster.database("city_0").unwrap();
    let again = move || -> Arc<dyn Store> { Arc::new(PostgresStore::connect(&config, CONNECTIONS).unwrap()) };
    Some(Place {
        store: again(),
        again: Box::new(again),
        _keep: Box::new(cluster),
    })
}

const CONNECTIONS: usize = 8;

/// The one server of this process. It lives until the process ends: its keeper sees to that.
pub(crate) fn cluster() -> Option<Arc<Cluster>> {
    static CLUSTER: OnceLock<Option<Arc<Cluster>>> = OnceLock::new();
    CLUSTER
        .get_or_init(|| match Cluster::start(false) {
            Ok(cluster) => {
                // Every test's database is a copy of the first one, which has the schema and nothing else.
                let template = cluster.database("template1").unwrap();
                drop(PostgresStore::connect(&template, 1).unwrap());
                Some(Arc::new(cluster))
            }
            Err(reason) => {
                println!("SKIPPED postgres: {reason}");
                None
            }
        })
        .clone()
}
