//! What the people on duty ask: is it alive, is it ready, how is it doing. On an address of this machine alone.

use std::fmt::Write as _;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use motcua_domain::time::Instant;
use motcua_web::edge::Edge;

use crate::fault::Fault;

/// The worker may be at one batch of papers for so long.
const BEAT_MILLIS_MAX: i64 = 5 * 60_000;

/// When the worker last began to look. Shared with its thread.
#[derive(Clone, Debug, Default)]
pub(crate) struct Beat(Arc<AtomicI64>);

impl Beat {
    /// The worker looks now.
    pub(crate) fn beats(&self, now: Instant) {
        self.0.store(now.millis(), Ordering::Relaxed);
    }

    fn age_millis(&self, now: Instant) -> i64 {
        now.millis().saturating_sub(self.0.load(Ordering::Relaxed))
    }
}

/// What is asked.
#[derive(Clone)]
pub(crate) struct Duty {
    /// The edge, for its counts and the engine.
    pub(crate) edge: Edge,
    /// The worker's beat.
    pub(crate) beat: Beat,
    /// The data directory.
    pub(crate) data: PathBuf,
    /// Bytes that must be free in it.
    pub(crate) floor_bytes: u64,
}

/// One thing that must be so, and whether it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Check {
    name: &'static str,
    is_good: bool,
}

/// Refuses an address that others than this machine could reach: there is no right to ask for here.
///
/// # Errors
/// An address that is not of this machine.
pub(crate) fn local_only(address: SocketAddr) -> Result<SocketAddr, Fault> {
    if address.ip().is_loopback() {
        Ok(address)
    } else {
        Err(Fault::new(format!(
            "admin.listen = \"{address}\" can be reached from elsewhere; use 127.0.0.1 or [::1]"
        )))
    }
}

/// The pages of duty.
pub(crate) fn site(duty: Duty) -> Router {
    Router::new()
        .route("/healthz", get(|| async { "alive\n" }))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
        .with_state(duty)
}

async fn ready(State(duty): State<Duty>) -> Response {
    let checks = on_a_thread(move || duty.checks()).await;
    let is_ready = checks
        .as_ref()
        .is_some_and(|all| all.iter().all(|check| check.is_good));
    let mut text = String::new();
    for check in checks.iter().flatten() {
        let word = if check.is_good { "ok" } else { "NOT OK" };
        // Writing into memory does not fail.
        let _ = writeln!(text, "{}: {word}", check.name);
    }
    let status = if is_ready {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    (status, text).into_response()
}

async fn metrics(State(duty): State<Duty>) -> Response {
    match on_a_thread(move || duty.exposition()).await {
        Some(text) => ([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response(),
        None => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Disks and stores are asked on a thread that may wait.
async fn on_a_thread<T: Send + 'static>(ask: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    tokio::task::spawn_blocking(ask).await.ok()
}

impl Duty {
    fn checks(&self) -> [Check; 3] {
        let engine = self.edge.engine();
        let free = motcua_files::free_bytes(&self.data);
        [
            Check {
                name: "store takes writes",
                is_good: engine.takes_writes().is_ok(),
            },
            Check {
                name: "worker beats",
                is_good: self.beat.age_millis(engine.now()) <= BEAT_MILLIS_MAX,
            },
            Check {
                name: "disk has room",
                is_good: free.is_ok_and(|free| free >= self.floor_bytes),
            },
        ]
    }

    fn exposition(&self) -> String {
        let mut out = self.edge.counts().exposition();
        // Writing into memory does not fail.
        let _ = self.gauges(&mut out);
        out
    }

    fn gauges(&self, out: &mut String) -> std::fmt::Result {
        let mut gauge = |name: &str, help: &str, value: u64| {
            writeln!(out, "# HELP {name} {help}\n# TYPE {name} gauge\n{name} {value}")
        };
        let engine = self.edge.engine();
        if let Ok((waiting, given_up)) = engine.outbox_counts() {
            gauge("motcua_outbox_waiting", "Letters and papers that wait.", waiting)?;
            gauge(
                "motcua_outbox_given_up",
                "Letters and papers that a person must look at.",
                given_up,
            )?;
        }
        let age_s = u64::try_from(self.beat.age_millis(engine.now()) / 1000).unwrap_or(0);
        gauge(
            "motcua_worker_beat_age_seconds",
            "Since the worker last looked.",
            age_s,
        )?;
        if let Ok(free) = motcua_files::free_bytes(&self.data) {
            gauge("motcua_disk_free_bytes", "Free in the data directory.", free)?;
        }
        for check in self.checks() {
            let name = format!("motcua_ready_{}", check.name.replace(' ', "_"));
            gauge(&name, "1 where it is so.", u64::from(check.is_good))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
