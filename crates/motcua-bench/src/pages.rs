//! Pages: one that shows nobody's data against a bare server's hello, and the tracker against that page.

use std::net::SocketAddr;
use std::sync::Arc;

use motcua_store::{Options, SqliteStore};

use crate::load::{Connection, get};
use crate::measure::{Round, alternate};
use crate::report::{Aim, Measured};
use crate::sending::cookie;
use crate::server::Servers;
use crate::steps::running_case;
use crate::{Plan, city};

const CONNECTIONS: usize = 64;
/// The page that is the same for everybody.
const STATIC: &str = "/help";

/// Measures both pages.
pub(crate) fn measure(plan: Plan, report: &mut dyn FnMut(Measured)) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let store = SqliteStore::open(&folder.path().join("city.sqlite"), Options::default());
    let engine = city::engine(Arc::new(store.expect("a store")), folder.path());
    let servers = Servers::begin();
    let (ours, hello) = (servers.city(&engine), servers.hello());
    let mut readers = Reader::several(ours, &get(STATIC, ""));
    let mut greeted = Reader::several(hello, &get("/", ""));
    let pair = alternate(
        plan.rounds,
        || Round::of_callers(&mut readers, plan.length, Reader::read),
        || Round::of_callers(&mut greeted, plan.length, Reader::read),
    );
    drop(greeted);
    report(Measured::beside(
        format!("static page, {CONNECTIONS} connections"),
        "pages",
        "a bare hello",
        Aim::Share(0.5),
        pair,
    ));
    let (person, reference) = running_case(&engine);
    let request = get(&format!("/cases/{reference}"), &cookie(&engine, &person));
    let mut trackers = Reader::several(ours, &request);
    let pair = alternate(
        plan.rounds,
        || Round::of_callers(&mut trackers, plan.length, Reader::read),
        || Round::of_callers(&mut readers, plan.length, Reader::read),
    );
    report(Measured::beside(
        format!("tracker page, {CONNECTIONS} connections"),
        "pages",
        "the static page",
        Aim::Share(0.3),
        pair,
    ));
}

/// Somebody who reads one page again and again.
struct Reader {
    connection: Connection,
    request: Vec<u8>,
}

impl Reader {
    fn several(address: SocketAddr, request: &[u8]) -> Vec<Self> {
        let one = |_| Self {
            connection: Connection::to(address).expect("a connection"),
            request: request.to_vec(),
        };
        (0..CONNECTIONS).map(one).collect()
    }

    fn read(&mut self) -> bool {
        let answer = self.connection.ask(&self.request).expect("an answer");
        assert_eq!(answer.status, 200, "{}", self.connection.text());
        true
    }
}
