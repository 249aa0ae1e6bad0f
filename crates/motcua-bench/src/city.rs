//! The city that is measured: the product's own facts and rules on a store of its own, with the machine's clock and
//! chance, so that identifiers are as sorted and secrets as dear as in a running city.

use std::path::Path;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use motcua_domain::id::UnitCode;
use motcua_domain::person::{Person, PersonalNumber, Subject};
use motcua_domain::time::Instant;
use motcua_engine::city::NoCatalogue;
use motcua_engine::engine::{Engine, Parts};
use motcua_engine::ports::{Chance, Clock, NoRegisters, Store, Wake};
use motcua_engine::search::{ProcedureSearch, SearchError, SearchQuery, SearchResults};
use motcua_engine::session::Identity;
use motcua_files::DiskFiles;

struct RealClock;

impl Clock for RealClock {
    fn now(&self) -> Instant {
        let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Instant::from_millis(elapsed.as_millis() as i64)
    }
}

struct RealChance;

impl Chance for RealChance {
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("chance from the machine");
    }
}

/// No worker stands beside: what waits in the outbox is written and stays.
struct NoWorker;

impl Wake for NoWorker {
    fn wake(&self) {}
}

/// No page that is measured here searches.
struct NoSearch;

impl ProcedureSearch for NoSearch {
    fn search(&self, _: &SearchQuery) -> Result<SearchResults, SearchError> {
        Ok(SearchResults::default())
    }
}

/// An engine over this store, with its files in `folder`.
pub(crate) fn engine(store: Arc<dyn Store>, folder: &Path) -> Engine {
    Engine::new(Parts {
        store,
        clock: Arc::new(RealClock),
        chance: Arc::new(RealChance),
        files: Arc::new(DiskFiles::open(&folder.join("files")).expect("a folder for files")),
        search: Arc::new(NoSearch),
        procedures: Arc::new(NoCatalogue),
        registers: Arc::new(NoRegisters),
        wake: Arc::new(NoWorker),
        city: Arc::new(motcua_testcity::facts()),
    })
}

/// Somebody who is nobody: an invented resident for each place.
pub(crate) fn resident(engine: &Engine, place: usize) -> Person {
    let identity = Identity {
        subject: Subject {
            issuer: "https://id.example".to_owned(),
            name: format!("subject-{place}"),
        },
        name: format!("Cư dân Thứ {place}"),
        personal_number: PersonalNumber::parse(&format!("099195{place:06}")),
        born_on: None,
        phone: Some(format!("+84900000{place:03}")),
        email: Some(format!("cu-dan-{place}@example.test")),
        address: None,
    };
    engine.recognise(identity).expect("a person to be recognised")
}

/// The ward of a caller: each has its own as long as there are enough, as in a city.
pub(crate) fn ward(engine: &Engine, place: usize) -> UnitCode {
    let desks = engine.city().desks(engine.now().day());
    desks[place % desks.len()].0.clone()
}
