//! The product's residents' site and a bare server, each on a port of its own on the loopback.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::routing::get;
use motcua_engine::engine::Engine;
use motcua_testcity::Nobody;
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
