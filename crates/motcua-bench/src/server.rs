//! The product's residents' site and a bare server, each on a port of its own on the loopback.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::routing::get;
use motcua_domain::id::StaffId;
use motcua_domain::time::Instant;
use motcua_engine::engine::Engine;
use motcua_engine::ports::{
    CeremonyBegun, IdentityFault, InspectError, Inspected, Inspector, PasskeyCeremonies, ResidentSignIn,
    SignInBegun, SignInReturn,
};
use motcua_engine::rows::{PasskeyRow, StaffRow};
use motcua_engine::session::Identity;
use motcua_web::edge::{Edge, Origins, Parts};
use motcua_web::routes;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

/// Servers that serve until they are dropped.
pub(crate) struct Servers {
    runtime: Runtime,
}

impl Servers {
    /// A runtime as the binary has one.
    pub(crate) fn begin() -> Self {
        let runtime = Builder::new_multi_thread().enable_all().build();
        Self {
            runtime: runtime.expect("a runtime"),
        }
    }

    /// Serves the residents' site.
    pub(crate) fn city(&self, engine: &Engine) -> SocketAddr {
        self.serve(routes::city(Edge::new(Parts {
            engine: engine.clone(),
            residents: Arc::new(Nobody),
            passkeys: Arc::new(Nobody),
            inspector: Arc::new(Nobody),
            origins: Origins {
                city: "http://city.localhost".to_owned(),
                staff: "http://staff.localhost".to_owned(),
                papers: "http://papers.localhost".to_owned(),
            },
        })))
    }

    /// Serves a word and nothing else.
    pub(crate) fn hello(&self) -> SocketAddr {
        self.serve(Router::new().route("/", get(|| async { "hello" })))
    }

    fn serve(&self, router: Router) -> SocketAddr {
        let listener = self.runtime.block_on(TcpListener::bind(("127.0.0.1", 0)));
        let listener = listener.expect("a port on the loopback");
        let address = listener.local_addr().expect("the address of a listener");
        self.runtime
            .spawn(async move { axum::serve(listener, router).await });
        address
    }
}

/// No provider of identity, no passkeys, no uploads: sessions here begin at the engine.
struct Nobody;

fn nobody() -> IdentityFault {
    IdentityFault::Unreachable("not in a measurement".to_owned())
}

impl ResidentSignIn for Nobody {
    fn begin(&self, _: &[u8; 96]) -> Result<SignInBegun, IdentityFault> {
        Err(nobody())
    }

    fn finish(&self, _: &SignInReturn<'_>, _: &str, _: Instant) -> Result<Identity, IdentityFault> {
        Err(nobody())
    }
}

impl PasskeyCeremonies for Nobody {
    fn begin_registration(&self, _: &StaffRow, _: &[PasskeyRow]) -> Result<CeremonyBegun, IdentityFault> {
        Err(nobody())
    }

    fn finish_registration(&self, _: &str, _: &str) -> Result<(Vec<u8>, String), IdentityFault> {
        Err(nobody())
    }

    fn begin_sign_in(&self) -> Result<CeremonyBegun, IdentityFault> {
        Err(nobody())
    }

    fn claimed(&self, _: &str) -> Result<(StaffId, Vec<u8>), IdentityFault> {
        Err(nobody())
    }

    fn finish_sign_in(&self, _: &str, _: &str, _: &PasskeyRow) -> Result<Option<String>, IdentityFault> {
        Err(nobody())
    }
}

impl Inspector for Nobody {
    fn inspect(&self, _: &[u8]) -> Result<Inspected, InspectError> {
        Err(InspectError::Machine("not in a measurement".to_owned()))
    }
}
