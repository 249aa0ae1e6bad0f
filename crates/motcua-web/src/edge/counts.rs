//! What the people on duty watch: how many requests, how they ended, how long they took. Labels are names of our own
//! (origins, routes with `{names}`, methods, statuses), never what somebody sent: no personal data, and no end of
//! series.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};

use axum::extract::{MatchedPath, Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;

use super::{Class, Edge};

/// Upper ends of the classes of duration, in milliseconds.
const BUCKETS_MS: [u64; 8] = [5, 10, 25, 50, 100, 250, 1000, 5000];

/// The counts since the start.
#[derive(Default)]
pub struct Counts(Mutex<Counted>);

#[derive(Default)]
struct Counted {
    requests: BTreeMap<(&'static str, String, &'static str, u16), u64>,
    durations: BTreeMap<&'static str, Durations>,
    turned_away: BTreeMap<&'static str, u64>,
}

#[derive(Clone, Copy, Default)]
struct Durations {
    /// One more than the classes: the last has no end.
    classes: [u64; BUCKETS_MS.len() + 1],
    total_ms: u64,
}

impl Counts {
    fn held<T>(&self, with: impl FnOnce(&mut Counted) -> T) -> T {
        with(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn request(&self, origin: &'static str, route: &str, method: &Method, status: StatusCode, took_ms: u64) {
        self.held(|counted| {
            let key = (origin, route.to_owned(), method_name(method), status.as_u16());
            *counted.requests.entry(key).or_default() += 1;
            let durations = counted.durations.entry(origin).or_default();
            durations.total_ms = durations.total_ms.saturating_add(took_ms);
            let class = BUCKETS_MS.iter().position(|end| took_ms <= *end);
            if let Some(count) = durations.classes.get_mut(class.unwrap_or(BUCKETS_MS.len())) {
                *count += 1;
            }
        });
    }

    pub(super) fn turned_away(&self, class: Class) {
        self.held(|counted| *counted.turned_away.entry(class.name()).or_default() += 1);
    }

    /// All of it in the text format of Prometheus, 0.0.4.
    pub fn exposition(&self) -> String {
        self.held(|counted| {
            let mut out = String::new();
            // Writing into memory does not fail.
            let _ = write_all(counted, &mut out);
            out
        })
    }
}

fn write_all(counted: &Counted, out: &mut String) -> std::fmt::Result {
    out.push_str("# HELP motcua_http_requests_total Requests by route and status.\n");
    out.push_str("# TYPE motcua_http_requests_total counter\n");
    for ((origin, route, method, status), count) in &counted.requests {
        writeln!(
            out,
            "motcua_http_requests_total{{origin=\"{origin}\",route=\"{route}\",method=\"{method}\",status=\"{status}\"}} {count}"
        )?;
    }
    out.push_str("# HELP motcua_http_request_duration_seconds How long requests took.\n");
    out.push_str("# TYPE motcua_http_request_duration_seconds histogram\n");
    for (origin, durations) in &counted.durations {
        let name = "motcua_http_request_duration_seconds";
        let mut until = 0;
        for (count, end) in durations.classes.iter().zip(BUCKETS_MS) {
            until += count;
            let (s, ms) = (end / 1000, end % 1000);
            writeln!(
                out,
                "{name}_bucket{{origin=\"{origin}\",le=\"{s}.{ms:03}\"}} {until}"
            )?;
        }
        let all: u64 = durations.classes.iter().sum();
        let (s, ms) = (durations.total_ms / 1000, durations.total_ms % 1000);
        writeln!(out, "{name}_bucket{{origin=\"{origin}\",le=\"+Inf\"}} {all}")?;
        writeln!(out, "{name}_sum{{origin=\"{origin}\"}} {s}.{ms:03}")?;
        writeln!(out, "{name}_count{{origin=\"{origin}\"}} {all}")?;
    }
    out.push_str("# HELP motcua_turned_away_total Requests over a limit.\n");
    out.push_str("# TYPE motcua_turned_away_total counter\n");
    for (class, count) in &counted.turned_away {
        writeln!(out, "motcua_turned_away_total{{class=\"{class}\"}} {count}")?;
    }
    Ok(())
}

/// A method by its own name; anybody can invent others.
fn method_name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "other",
    }
}

/// Counts a request of an origin, by the route that took it.
pub async fn counted(
    State((edge, origin)): State<(Edge, &'static str)>,
    request: Request,
    next: Next,
) -> Response {
    let route = request.extensions().get::<MatchedPath>().cloned();
    let method = request.method().clone();
    let began = edge.engine().now();
    let response = next.run(request).await;
    let took = edge.engine().now().millis().saturating_sub(began.millis());
    let route = route.as_ref().map_or("none", MatchedPath::as_str);
    let took_ms = u64::try_from(took).unwrap_or(0);
    edge.counts()
        .request(origin, route, &method, response.status(), took_ms);
    response
}

#[cfg(test)]
mod tests;
