//! Connections: how many there may be, how long one may keep silent, and how they end with the city.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use motcua_web::edge::Peer;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tower::ServiceExt;

/// The most headers of a request; browsers and proxies send some thirty.
const HEADERS_MAX: usize = 64;
/// After an error of the machine, such as too many open files, the next connection is taken so much later.
const AFTER_ERROR: Duration = Duration::from_millis(100);

/// What connections may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bounds {
    /// Connections at once on one listener; the next ones wait until one ends.
    pub(crate) connections_max: usize,
    /// How long the head of a request, or the next request, may be awaited.
    pub(crate) head_max: Duration,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            connections_max: 4096,
            head_max: Duration::from_secs(30),
        }
    }
}

/// Serves a listener until the end is told and the last connection has answered what it had begun.
pub(crate) async fn serve(
    listener: TcpListener,
    router: Router,
    bounds: Bounds,
    mut end: watch::Receiver<bool>,
) -> io::Result<()> {
    let places = Arc::new(Semaphore::new(bounds.connections_max));
    while let Some(place) = place(&places, &mut end).await {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = told(&mut end) => break,
        };
        match accepted {
            Ok((stream, address)) => {
                let peer = Peer(address);
                tokio::spawn(carry(stream, peer, router.clone(), bounds, end.clone(), place));
            }
            Err(error) => {
                tracing::warn!(%error, "a connection was not accepted");
                tokio::time::sleep(AFTER_ERROR).await;
            }
        }
    }
    // New ones are refused by the machine from here on; those that are open give their places back as they end.
    drop(listener);
    let all = u32::try_from(bounds.connections_max).unwrap_or(u32::MAX);
    places.acquire_many(all).await.map(drop).map_err(io::Error::other)
}

/// A place for one more connection; `None` when the end is told.
async fn place(places: &Arc<Semaphore>, end: &mut watch::Receiver<bool>) -> Option<OwnedSemaphorePermit> {
    tokio::select! {
        place = Arc::clone(places).acquire_owned() => place.ok(),
        () = told(end) => None,
    }
}

/// Waits until the end is told; that the teller is gone is the end too.
async fn told(end: &mut watch::Receiver<bool>) {
    let _ = end.wait_for(|end| *end).await;
}

async fn carry(
    stream: TcpStream,
    peer: Peer,
    router: Router,
    bounds: Bounds,
    mut end: watch::Receiver<bool>,
    _place: OwnedSemaphorePermit,
) {
    // Answers are written whole: waiting to fill a packet would only delay them. A socket that cannot is a slow one.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(peer);
        let router = router.clone();
        async move { router.oneshot(request.map(Body::new)).await }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(bounds.head_max)
        .max_headers(HEADERS_MAX)
        .serve_connection(TokioIo::new(stream), service);
    tokio::pin!(connection);
    let done = tokio::select! {
        done = connection.as_mut() => done,
        () = told(&mut end) => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = done {
        // Browsers leave in the middle of an answer every day.
        tracing::debug!(%error, "a connection broke off");
    }
}

#[cfg(test)]
mod tests;
