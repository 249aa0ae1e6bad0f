//! Opening the doors of a city: the sites by origin, the worker beside them, an orderly end. The demonstration and a
//! real city differ in what they bring here.

use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use axum::Router;
use motcua_engine::engine::Engine;
use motcua_engine::ports::{Letters, PaperPress, PasskeyCeremonies, ResidentSignIn};
use motcua_files::child::ChildInspector;
use motcua_web::edge::{Edge, Limits, Origins, Parts};
use motcua_web::routes;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use crate::admin::{self, Beat, Duty};
use crate::connections::Bounds;
use crate::fault::Fault;
use crate::press::CHILD_DEADLINE;
use crate::serve::{Hosts, hosts, serve, work};
use crate::world::{Ear, Waker};

/// Everything that stands behind the doors.
pub(crate) struct Doors {
    /// The engine.
    pub(crate) engine: Engine,
    /// How the origins are called.
    pub(crate) origins: Origins,
    /// Who vouches for residents.
    pub(crate) residents: Arc<dyn ResidentSignIn>,
    /// Passkeys of the staff.
    pub(crate) passkeys: Arc<dyn PasskeyCeremonies>,
    /// Who writes and carries letters.
    pub(crate) letters: Arc<dyn Letters>,
    /// Who prints papers.
    pub(crate) press: Arc<dyn PaperPress>,
    /// Further sites on the residents' listener, by the first label of the host name.
    pub(crate) beside: Vec<(String, Router)>,
    /// How much one visitor may ask.
    pub(crate) limits: Limits,
    /// What connections may do.
    pub(crate) bounds: Bounds,
    /// Wakes the worker.
    pub(crate) waker: Waker,
    /// The worker's ear.
    pub(crate) ear: Ear,
}

/// Where the city listens.
pub(crate) struct Listeners {
    /// For residents and papers.
    pub(crate) public: TcpListener,
    /// For staff.
    pub(crate) staff: TcpListener,
    /// For the people on duty, with the data directory and the bytes that must be free in it.
    pub(crate) admin: Option<(TcpListener, PathBuf, u64)>,
}

/// Serves until the signal to end; then the worker ends its turn.
///
/// # Errors
/// A listener that fails.
pub(crate) fn open(runtime: &Runtime, doors: Doors, listeners: Listeners) -> Result<(), Fault> {
    let Doors {
        engine,
        origins,
        residents,
        passkeys,
        letters,
        press,
        beside,
        limits,
        bounds,
        waker,
        ear,
    } = doors;
    let beat = Beat::default();
    let worker = {
        let engine = engine.clone();
        let beat = beat.clone();
        thread::spawn(move || work(engine, letters, press, ear, &beat))
    };
    let papers_label = first_label(&origins.papers).to_owned();
    let inspector = ChildInspector::new(std::env::current_exe()?, &["inspect"], CHILD_DEADLINE);
    let parts = Parts {
        engine,
        residents,
        passkeys,
        inspector: Arc::new(inspector),
        origins,
    };
    let edge = Edge::within(parts, limits);
    let mut others = beside;
    others.push((papers_label, routes::papers(edge.clone())));
    let site = hosts(Hosts {
        city: routes::city(edge.clone()),
        others,
    });
    let mut sites = vec![
        (listeners.public, site),
        (listeners.staff, routes::staff(edge.clone())),
    ];
    if let Some((listener, data, floor_bytes)) = listeners.admin {
        let duty = Duty {
            edge,
            beat,
            data,
            floor_bytes,
        };
        sites.push((listener, admin::site(duty)));
    }
    let served = runtime.block_on(serve(sites, bounds));
    waker.close();
    // A worker that panicked has said so already; there is nothing left to end.
    let _ = worker.join();
    Ok(served?)
}

/// The first label of an origin's host: `papers` of `https://papers.example`.
fn first_label(origin: &str) -> &str {
    let host = origin.split("//").nth(1).unwrap_or(origin);
    host.split(['.', ':']).next().unwrap_or(host)
}
