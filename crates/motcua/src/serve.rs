//! Serving: listeners by origin, the worker beside them, and an orderly end.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::HOST;
use axum::response::Response;
use motcua_engine::calendar::Applied;
use motcua_engine::engine::Engine;
use motcua_engine::ports::{Letters, PaperPress};
use tokio::net::TcpListener;
use tower::ServiceExt;

use crate::admin::Beat;
use crate::connections::{self, Bounds};
use crate::world::{Ear, Rest};

/// After the signal to end, open requests have so long.
const GRACE: Duration = Duration::from_secs(10);
/// The worker looks at least so often, woken or not: a reconciler, not a timer.
const LOOK: Duration = Duration::from_secs(5);
/// Expired tickets and sessions are forgotten once in so many rests.
const FORGET_EVERY: u32 = 120;
/// Uploads that nothing refers to are looked for once in so many rests: about every hour.
const SWEEP_EVERY: u32 = 720;

/// What the residents' listener serves, by the name that browsers call it.
#[derive(Clone)]
pub(crate) struct Hosts {
    /// The residents' site, for every name that is none of the others.
    pub(crate) city: Router,
    /// Sites by the first label of the host name: `papers`, `id`, `mail`.
    pub(crate) others: Vec<(String, Router)>,
}

async fn by_host(State(hosts): State<Arc<Hosts>>, request: Request) -> Response {
    let label = request
        .headers()
        .get(HOST)
        .and_then(|host| host.to_str().ok())
        .and_then(|host| host.split(['.', ':']).next())
        .unwrap_or_default();
    let found = hosts
        .others
        .iter()
        .find(|(name, _)| name == label)
        .map(|(_, router)| router);
    let router = found.unwrap_or(&hosts.city).clone();
    router
        .oneshot(request)
        .await
        .unwrap_or_else(|never| match never {})
}

/// A router for a listener that several names lead to.
pub(crate) fn hosts(hosts: Hosts) -> Router {
    Router::new().fallback(by_host).with_state(Arc::new(hosts))
}

/// Binds a listener, with a sentence that says what to do if it cannot.
pub(crate) async fn bind(address: SocketAddr) -> io::Result<TcpListener> {
    TcpListener::bind(address).await.map_err(|error| {
        io::Error::new(
            error.kind(),
            format!(
                "cannot listen on {address}: {error}. Is another city running there? Choose another address."
            ),
        )
    })
}

/// Serves every site until the signal to end.
pub(crate) async fn serve(sites: Vec<(TcpListener, Router)>, bounds: Bounds) -> io::Result<()> {
    let (tell, end) = tokio::sync::watch::channel(false);
    let mut serving = tokio::task::JoinSet::new();
    for (listener, router) in sites {
        serving.spawn(connections::serve(listener, router, bounds, end.clone()));
    }
    tokio::select! {
        Some(ended) = serving.join_next() => return ended.unwrap_or_else(|error| Err(io::Error::other(error))),
        () = signal_to_end() => {}
    }
    let _ = tell.send(true);
    let all = async { while serving.join_next().await.is_some() {} };
    // Whoever holds a connection open does not hold the city open.
    let _ = tokio::time::timeout(GRACE, all).await;
    Ok(())
}

async fn signal_to_end() {
    let interrupt = tokio::signal::ctrl_c();
    let Ok(mut terminate) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
        let _ = interrupt.await;
        return;
    };
    tokio::select! {
        _ = interrupt => {}
        _ = terminate.recv() => {}
    }
}

/// The worker's thread: works while there is work, then rests until woken.
pub(crate) fn work(
    engine: Engine,
    letters: Arc<dyn Letters>,
    press: Arc<dyn PaperPress>,
    ear: Ear,
    beat: &Beat,
) {
    let mut rests = 0u32;
    loop {
        beat.beats(engine.now());
        match engine.work(letters.as_ref(), press.as_ref()) {
            Ok(turn) if turn.done > 0 && !ear.is_closing() => continue,
            Ok(_) => {}
            Err(error) => tracing::error!(%error, "the worker could not work"),
        }
        match engine.apply_calendar_decisions() {
            Ok(Applied::LookedAt(looked_at)) if !ear.is_closing() => {
                tracing::info!(looked_at, "decisions on days were carried out on running cases");
                continue;
            }
            Ok(_) => {}
            Err(error) => tracing::error!(%error, "decisions on days could not be carried out"),
        }
        if rests.is_multiple_of(FORGET_EVERY)
            && let Err(error) = engine.forget_expired()
        {
            tracing::error!(%error, "what has expired could not be forgotten");
        }
        if rests.is_multiple_of(SWEEP_EVERY) {
            match engine.forget_orphans() {
                Ok(0) => {}
                Ok(forgotten) => tracing::info!(forgotten, "uploads that nothing refers to were removed"),
                Err(error) => tracing::error!(%error, "uploads could not be swept"),
            }
        }
        rests = rests.wrapping_add(1);
        if ear.rest(LOOK) == Rest::Closed {
            return;
        }
    }
}
