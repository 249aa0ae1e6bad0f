//! The city itself: how it opens, how time passes, and who lives and works in it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use motcua_domain::access::{Actor, Role};
use motcua_domain::case::Case;
use motcua_domain::id::UnitCode;
use motcua_domain::person::{PersonalNumber, Subject};
use motcua_domain::time::{Day, Instant};
use motcua_engine::city::{CityFacts, NoCatalogue, Procedures};
use motcua_engine::engine::{Engine, Parts};
use motcua_engine::filing::Sending;
use motcua_engine::ports::{Clock, FileStore, NoRegisters, Store};
use motcua_engine::session::Identity;
use motcua_engine::staffing::NewStaff;
use motcua_engine::worker::Turn;
use motcua_store::SqliteStore;

use crate::facts::facts;
use crate::officer::Officer;
use crate::resident::Resident;
use crate::world::{
    CaughtLetters, FilesInMemory, FindsNothing, HandClock, PaperTray, SeededChance, WakeCount,
};

/// The invented procedure: keeping bees on a balcony.
pub const BEES: &str = "9.999999";
/// Birth registration.
pub const BIRTH: &str = "1.001193";
/// The ward where stories happen.
pub const HAI_CHAU: &str = "48-20242";
/// Another ward, whose officers have no business in those stories.
pub const HOA_CUONG: &str = "48-20257";

/// When a city opens: the Monday after the story was invented, at eight.
const OPENING: &str = "2026-11-30T08:00:00+07:00";
const HOUR: i64 = 3_600_000;

/// A city with its people, from its opening until it is dropped.
pub struct TestCity {
    /// The product.
    pub engine: Engine,
    /// Its store, for what a test must see that no page shows.
    pub store: Arc<SqliteStore>,
    /// The clock.
    pub clock: Arc<HandClock>,
    /// Every letter that left.
    pub letters: Arc<CaughtLetters>,
    /// Every paper that was printed.
    pub press: Arc<PaperTray>,
    parts: Parts,
    pub(crate) wakes: Arc<WakeCount>,
    pub(crate) chance: Arc<SeededChance>,
    pub(crate) people: AtomicU64,
    may_leave_work: AtomicBool,
}

/// Whatever names a case to people.
pub trait Named {
    /// The number, or the reference before acceptance.
    fn case_name(&self) -> String;
}

impl Named for str {
    fn case_name(&self) -> String {
        self.to_owned()
    }
}

impl Named for String {
    fn case_name(&self) -> String {
        self.clone()
    }
}

impl Named for Sending {
    fn case_name(&self) -> String {
        self.reference.as_str().to_owned()
    }
}

impl Named for Case {
    fn case_name(&self) -> String {
        let number = self.number.as_ref().map(|number| number.as_str().to_owned());
        number.unwrap_or_else(|| self.reference.as_str().to_owned())
    }
}

impl TestCity {
    /// A city as `city/` tells it.
    pub fn new() -> Self {
        Self::with(|_| {})
    }

    /// A city that differs from `city/` in something.
    pub fn with(change: impl FnOnce(&mut CityFacts)) -> Self {
        let mut city = facts();
        change(&mut city);
        let opening = Instant::parse(OPENING).expect("a moment");
        let store = Arc::new(SqliteStore::in_memory().expect("memory for a store"));
        let clock = Arc::new(HandClock::at(opening));
        let chance = Arc::new(SeededChance::of(7));
        let wakes = Arc::new(WakeCount::default());
        let parts = Parts {
            store: Arc::clone(&store) as Arc<dyn Store>,
            clock: Arc::clone(&clock) as Arc<dyn Clock>,
            chance: Arc::clone(&chance) as _,
            files: Arc::new(FilesInMemory::default()),
            search: Arc::new(FindsNothing),
            procedures: Arc::new(NoCatalogue),
            registers: Arc::new(NoRegisters),
            wake: Arc::clone(&wakes) as _,
            city: Arc::new(city),
        };
        Self {
            engine: Engine::new(parts.clone()),
            parts,
            store,
            clock,
            letters: Arc::default(),
            press: Arc::default(),
            wakes,
            chance,
            people: AtomicU64::new(1),
            may_leave_work: AtomicBool::new(false),
        }
    }

    /// The same city at the same moment with other facts: after a decree, or a newer version of a form.
    pub fn engine_where(&self, change: impl FnOnce(&mut CityFacts)) -> Engine {
        let mut facts = (*self.parts.city).clone();
        change(&mut facts);
        Engine::new(Parts {
            city: Arc::new(facts),
            ..self.parts.clone()
        })
    }

    /// The same city over another catalogue.
    pub fn engine_over(&self, procedures: Arc<dyn Procedures>) -> Engine {
        Engine::new(Parts {
            procedures,
            ..self.parts.clone()
        })
    }

    /// The files of the city.
    pub fn files(&self) -> &dyn FileStore {
        self.parts.files.as_ref()
    }

    /// From now on the city has other facts.
    pub fn changes(&mut self, change: impl FnOnce(&mut CityFacts)) {
        let mut facts = (*self.parts.city).clone();
        change(&mut facts);
        self.parts.city = Arc::new(facts);
        self.engine = Engine::new(self.parts.clone());
    }

    /// Now.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// Today.
    pub fn today(&self) -> Day {
        self.now().day()
    }

    /// Hours pass.
    pub fn hours_pass(&self, hours: i64) {
        self.clock.advance(hours * HOUR);
    }

    /// Milliseconds pass.
    pub fn moment_passes(&self, millis: i64) {
        self.clock.advance(millis);
    }

    /// Calendar days pass; the time of day stays.
    pub fn days_pass(&self, days: i64) {
        self.hours_pass(24 * days);
    }

    /// It becomes this moment, `2026-12-01T09:00`, in the city's own time.
    pub fn it_becomes(&self, moment: &str) {
        let at = Instant::parse(&format!("{moment}:00+07:00")).expect("a moment like 2026-12-01T09:00");
        assert!(at >= self.now(), "time does not run backwards");
        self.clock.set(at);
    }

    /// Somebody signs in for the first time. Their number, phone and e-mail are invented and nobody else's.
    pub fn resident(&self, name: &str) -> Resident<'_> {
        let place = self.people.fetch_add(1, Ordering::SeqCst);
        let identity = Identity {
            subject: Subject {
                issuer: "https://id.example".to_owned(),
                name: format!("subject-{place}"),
            },
            name: name.to_owned(),
            personal_number: PersonalNumber::parse(&format!("099195{place:06}")),
            born_on: Day::parse("1995-03-08").ok(),
            phone: Some(format!("+84900000{place:03}")),
            email: Some(format!("cu-dan-{place}@example.test")),
            address: Some("12 Bạch Đằng, phường Hải Châu, thành phố Đà Nẵng".to_owned()),
        };
        let person = self
            .engine
            .recognise(identity)
            .expect("a person to be recognised");
        Resident { city: self, person }
    }

    /// Somebody takes up an office in Hải Châu ward.
    pub fn officer(&self, role: Role) -> Officer<'_> {
        self.officer_of(HAI_CHAU, &[role])
    }

    /// Somebody takes up offices in an agency.
    pub fn officer_of(&self, agency: &str, roles: &[Role]) -> Officer<'_> {
        let place = self.people.fetch_add(1, Ordering::SeqCst);
        let new = NewStaff {
            name: format!("Cán bộ Thứ {place}"),
            agency: UnitCode::new(agency),
            unit: UnitCode::new(agency),
            roles: roles.to_vec(),
        };
        let staff = self
            .engine
            .add_staff(&Actor::System, new)
            .expect("a member of staff to be added");
        Officer { city: self, staff }
    }

    /// The worker works until nothing is due.
    pub fn worker_runs(&self) -> Turn {
        let mut all = Turn::default();
        loop {
            let turn = self
                .engine
                .work(self.letters.as_ref(), self.press.as_ref())
                .expect("the worker to work");
            all.done += turn.done;
            all.failed += turn.failed;
            if turn == Turn::default() {
                return all;
            }
        }
    }

    /// How often a commit woke the worker.
    pub fn wakings(&self) -> u64 {
        self.wakes.0.load(Ordering::SeqCst)
    }

    /// This story ends with work that waits or was given up, and says so itself.
    pub fn may_leave_work(&self) {
        self.may_leave_work.store(true, Ordering::SeqCst);
    }

    pub(crate) fn leaves_work(&self) -> bool {
        self.may_leave_work.load(Ordering::SeqCst)
    }
}

impl Default for TestCity {
    fn default() -> Self {
        Self::new()
    }
}
