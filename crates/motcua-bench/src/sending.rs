//! Sending a prepared draft over HTTP, as a browser does, against the engine called directly.

use std::net::SocketAddr;
use std::sync::Arc;
use std::thread;

use motcua_domain::form::Answer;
use motcua_domain::id::DraftId;
use motcua_domain::person::Person;
use motcua_engine::engine::Engine;
use motcua_engine::ports::{Inspected, Store};
use motcua_engine::rows::{DraftRow, SessionHolder};
use motcua_store::{Options, SqliteStore};
use motcua_testcity::BEES;
use uuid::Uuid;

use crate::load::{Connection, post};
use crate::measure::{Round, alternate};
use crate::report::{Aim, Measured};
use crate::server::Servers;
use crate::{Plan, city};

const CALLERS: usize = 8;
/// Drafts of each caller for a second of one side: more than anybody sends. Who has none left ends their round.
const DRAFTS_A_SECOND: usize = 600;

/// Measures on SQLite, on which the demonstration and small cities run.
pub(crate) fn measure(plan: Plan, report: &mut dyn FnMut(Measured)) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let store = SqliteStore::open(&folder.path().join("city.sqlite"), Options::default());
    let store: Arc<dyn Store> = Arc::new(store.expect("a store"));
    let engine = city::engine(Arc::clone(&store), folder.path());
    let servers = Servers::begin();
    let address = servers.city(&engine);
    let seconds = plan.length.as_secs_f64() * (plan.rounds + 1) as f64;
    let drafts = (DRAFTS_A_SECOND as f64 * seconds).ceil() as usize;
    let templates: Vec<_> = (0..2 * CALLERS)
        .map(|place| Template::of(&engine, place))
        .collect();
    let stacks: Vec<Vec<DraftId>> = thread::scope(|scope| {
        let filling: Vec<_> = templates
            .iter()
            .map(|template| scope.spawn(|| template.copies(store.as_ref(), drafts)))
            .collect();
        filling
            .into_iter()
            .map(|filled| filled.join().expect("drafts to be saved"))
            .collect()
    });
    let mut people = templates.into_iter().map(|template| template.person).zip(stacks);
    let mut browsers: Vec<_> = people
        .by_ref()
        .take(CALLERS)
        .map(|(person, drafts)| Browser::of(&engine, address, &person, drafts))
        .collect();
    let mut callers: Vec<_> = people.collect();
    let pair = alternate(
        plan.rounds,
        || Round::of_callers(&mut browsers, plan.length, Browser::send),
        || {
            Round::of_callers(&mut callers, plan.length, |(person, drafts)| {
                let Some(draft) = drafts.pop() else {
                    return false;
                };
                engine.send(person, draft).expect("a draft to be sent");
                true
            })
        },
    );
    report(Measured::beside(
        format!("send over HTTP, SQLite, {CALLERS} callers"),
        "sendings",
        "the engine",
        Aim::Share(0.3),
        pair,
    ));
}

/// A person with a draft that lacks nothing.
struct Template {
    person: Person,
    draft: DraftRow,
}

impl Template {
    fn of(engine: &Engine, place: usize) -> Self {
        let person = city::resident(engine, place);
        let id = engine.start_draft(person.id, BEES).expect("a draft").id;
        let answer = |page, question: &str, text: &str| {
            let given = [(question.to_owned(), Answer::text(text))];
            engine
                .save_page(&person, id, page, &given)
                .expect("a page to be saved");
        };
        answer("so-to", "hives", "2");
        answer("hang-xom", "neighbours_agree", "yes");
        let inspected = Inspected {
            media_type: "image/jpeg".to_owned(),
            pages: Vec::new(),
        };
        engine
            .attach(&person, id, "anh-ban-cong", "anh.jpg", b"a photo", &inspected)
            .expect("a paper to be attached");
        let ward = city::ward(engine, place);
        engine
            .choose_desk(&person, id, ward.as_str())
            .expect("a desk to be chosen");
        let draft = engine.open_draft(&person, id).expect("the draft").row;
        Self { person, draft }
    }

    /// Saves so many like it; they lie in the store beside each other, as drafts of one time do.
    fn copies(&self, store: &dyn Store, count: usize) -> Vec<DraftId> {
        let (high, low) = self.draft.id.raw().as_u64_pair();
        let copy = |n: usize| {
            let draft = DraftRow {
                id: DraftId::new(Uuid::from_u64_pair(high, low.wrapping_add(n as u64 + 1))),
                version: 1,
                ..self.draft.clone()
            };
            store.save_draft(&draft, 0).expect("a draft to be saved");
            draft.id
        };
        (0..count).map(copy).collect()
    }
}

/// A browser that has signed in.
struct Browser {
    connection: Connection,
    cookie: String,
    drafts: Vec<DraftId>,
}

impl Browser {
    fn of(engine: &Engine, address: SocketAddr, person: &Person, drafts: Vec<DraftId>) -> Self {
        Self {
            connection: Connection::to(address).expect("a connection"),
            cookie: cookie(engine, person),
            drafts,
        }
    }

    fn send(&mut self) -> bool {
        let Some(draft) = self.drafts.pop() else {
            return false;
        };
        let request = post(&format!("/drafts/{draft}/send"), &self.cookie, "undertaking=yes");
        let answer = self.connection.ask(&request).expect("an answer");
        assert_eq!(answer.status, 303, "{}", self.connection.text());
        true
    }
}

/// The session cookie of somebody who signs in.
pub(crate) fn cookie(engine: &Engine, person: &Person) -> String {
    let session = engine.begin_session(SessionHolder::Person(person.id));
    format!("motcua={}", session.expect("a session").reveal())
}
