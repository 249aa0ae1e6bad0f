//! The routes, and who may take each. A route cannot exist without its row: registering one is naming who may.

mod city;
mod papers;
mod staff;

use std::time::Duration;

use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::http::{Method, StatusCode};
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodFilter, on};
use axum::{Extension, Router};
use motcua_domain::access::Action;
use tower::ServiceBuilder;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::{RequestBodyTimeoutLayer, TimeoutLayer};

use crate::assets;
use crate::edge::{Edge, counted, in_words, on_one_thread, security_headers, within_limits};

/// Who may take a route. What they then may do with which case is [`motcua_domain::access`]'s to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Anybody.
    Anyone,
    /// A resident who has signed in.
    Resident,
    /// A member of staff who has signed in.
    Officer,
    /// A member of staff, or a resident, whose rights reach this act on the case that the route names.
    Case(Action),
    /// A member of staff whose office this is.
    Office(Action),
}

/// A row of the table of routes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The origin it is on: `city`, `staff` or `papers`.
    pub origin: &'static str,
    /// The method.
    pub method: Method,
    /// The path, with `{names}`.
    pub path: &'static str,
    /// Who may.
    pub who: Who,
}

/// Routes under construction: the router and its table grow together.
pub struct Site {
    origin: &'static str,
    router: Router<Edge>,
    rows: Vec<Row>,
}

impl Site {
    fn new(origin: &'static str) -> Self {
        Self {
            origin,
            router: Router::new(),
            rows: Vec::new(),
        }
    }

    /// Registers a page.
    #[must_use]
    pub fn get<H: Handler<T, Edge>, T: 'static>(self, path: &'static str, who: Who, handler: H) -> Self {
        self.add(Method::GET, MethodFilter::GET, path, who, handler)
    }

    /// Registers an act.
    #[must_use]
    pub fn post<H: Handler<T, Edge>, T: 'static>(self, path: &'static str, who: Who, handler: H) -> Self {
        self.add(Method::POST, MethodFilter::POST, path, who, handler)
    }

    fn add<H: Handler<T, Edge>, T: 'static>(
        mut self,
        method: Method,
        filter: MethodFilter,
        path: &'static str,
        who: Who,
        handler: H,
    ) -> Self {
        self.rows.push(Row {
            origin: self.origin,
            method,
            path,
            who,
        });
        let route = match who {
            // The extractors of whoever is signed in ask for the right that stands in the row.
            Who::Case(_) | Who::Office(_) => on(filter, handler).layer(Extension(who)),
            Who::Anyone | Who::Resident | Who::Officer => on(filter, handler),
        };
        self.router = self.router.route(path, route);
        self
    }
}

/// The largest request without a file: every answer of the longest form, many times over. Routes that take files say so.
const BODY_BYTES_MAX: usize = 1024 * 1024;

/// The longest silence in the middle of a body.
const SILENCE_MAX: Duration = Duration::from_secs(30);

/// The longest that a request may take, with a handful of photos over a slow telephone.
const REQUEST_MAX: Duration = Duration::from_secs(20 * 60);

/// The residents' origin.
pub fn city(edge: Edge) -> Router {
    dress(city::site(), edge)
}

/// The staff's origin.
pub fn staff(edge: Edge) -> Router {
    dress(staff::site(), edge)
}

/// The origin of papers as they were given.
pub fn papers(edge: Edge) -> Router {
    dress(papers::site(), edge)
}

/// Every route with who may take it.
pub fn table() -> Vec<Row> {
    [city::site(), staff::site(), papers::site()]
        .into_iter()
        .flat_map(|site| site.rows)
        .collect()
}

fn dress(site: Site, edge: Edge) -> Router {
    // The fastest level: a page grows by a fifth of a few kilobytes, and takes a third of the work.
    let compression = CompressionLayer::new()
        .gzip(true)
        .quality(CompressionLevel::Fastest);
    let compressed = DefaultPredicate::new().and(NotForContentType::const_new("application/pdf"));
    site.router
        .layer(from_fn_with_state(edge.clone(), on_one_thread))
        .merge(assets::routes())
        .fallback(crate::pages::not_found)
        .layer(
            ServiceBuilder::new()
                .layer(from_fn_with_state((edge.clone(), site.origin), counted))
                .layer(from_fn_with_state(edge.clone(), security_headers))
                .layer(compression.compress_when(compressed))
                // What any of the layers below, or an extractor, says no to is said in words.
                .layer(from_fn_with_state(edge.clone(), in_words))
                .layer(from_fn_with_state(edge.clone(), within_limits))
                .layer(CsrfLayer::new())
                .layer(TimeoutLayer::with_status_code(
                    StatusCode::REQUEST_TIMEOUT,
                    REQUEST_MAX,
                ))
                .layer(RequestBodyTimeoutLayer::new(SILENCE_MAX))
                .layer(CatchPanicLayer::new())
                .layer(DefaultBodyLimit::max(BODY_BYTES_MAX)),
        )
        .with_state(edge)
}
