//! Opening a city's data directory: store, files, catalogue, search, engine.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use motcua_catalogue::city::City;
use motcua_engine::city::CityFacts;
use motcua_engine::engine::{Engine, Parts};
use motcua_engine::ports::{FileStore, NoRegisters, Registers, Store, Wake};
use motcua_files::DiskFiles;
use motcua_store::{Options, SqliteStore};

use crate::catalogue::{KeptCatalogue, STORE_FILE, search};
use crate::city;
use crate::fault::Fault;
use crate::world::{RealChance, RealClock, waking};

/// An open data directory.
pub(crate) struct Opened {
    /// The store.
    pub(crate) store: Arc<dyn Store>,
    /// The files.
    pub(crate) files: Arc<dyn FileStore>,
}

/// Opens store and files of a data directory, making them if they are not there.
///
/// # Errors
/// A directory that another process holds, or that a newer program wrote.
pub(crate) fn data(folder: &Path) -> Result<Opened, Fault> {
    std::fs::create_dir_all(folder)?;
    let store = SqliteStore::open(&folder.join(STORE_FILE), Options::default())?;
    let files = DiskFiles::open(&folder.join("files"))?;
    Ok(Opened {
        store: Arc::new(store),
        files: Arc::new(files),
    })
}

/// The engine over an open data directory.
///
/// # Errors
/// An index that must be built and cannot be.
pub(crate) fn engine(
    folder: &Path,
    opened: &Opened,
    facts: CityFacts,
    registers: Arc<dyn Registers>,
    wake: Arc<dyn Wake>,
) -> Result<Engine, Fault> {
    let index = search(folder, opened.store.as_ref(), &facts)?;
    let engine = Engine::new(Parts {
        store: Arc::clone(&opened.store),
        clock: Arc::new(RealClock),
        chance: Arc::new(RealChance),
        files: Arc::clone(&opened.files),
        search: Arc::new(index),
        procedures: Arc::new(KeptCatalogue::of(Arc::clone(&opened.store))?),
        registers,
        wake,
        city: Arc::new(facts),
    });
    // From its first moment it works by every decision on days.
    engine.refresh_calendars()?;
    Ok(engine)
}

/// The city that is built into the program.
///
/// # Errors
/// None in a build whose tests passed.
pub(crate) fn embedded_city() -> Result<City, Fault> {
    Ok(motcua_catalogue::city::read_embedded()?)
}

/// Where a command works: an open city and what it knows of it.
pub(crate) struct Place {
    /// The data directory.
    pub(crate) folder: PathBuf,
    /// Store and files.
    pub(crate) opened: Opened,
    /// The city's folder.
    pub(crate) city: City,
    /// Where staff reach the city, where a configuration says so.
    pub(crate) staff_origin: Option<String>,
}

/// Which city a command works on.
#[derive(Args, Debug)]
#[group(required = true, multiple = false)]
pub(crate) struct Which {
    /// The city's data directory; no city may be running in it
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// The city's configuration file, as `motcua serve` reads it
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl Which {
    /// Opens it.
    ///
    /// # Errors
    /// As [`data`], or a configuration that cannot be read.
    pub(crate) fn open(&self) -> Result<Place, Fault> {
        if let Some(config) = &self.config {
            return crate::production::place(config);
        }
        let folder = self
            .data
            .clone()
            .ok_or_else(|| Fault::new("name the city by --data or --config"))?;
        Ok(Place {
            opened: data(&folder)?,
            city: embedded_city()?,
            staff_origin: None,
            folder,
        })
    }
}

impl Place {
    /// An engine for a command, which serves nobody.
    ///
    /// # Errors
    /// As [`engine`].
    pub(crate) fn engine(&self, address: &str) -> Result<Engine, Fault> {
        let facts = city::facts(&self.city, false, address);
        let (waker, _) = waking();
        engine(
            &self.folder,
            &self.opened,
            facts,
            Arc::new(NoRegisters),
            Arc::new(waker),
        )
    }
}
