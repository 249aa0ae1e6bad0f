//! How much one visitor may ask (ASVS 2.4.1, 6.3.1): signing in, looking cases up by number, searching, uploading, and
//! writing by program. A visitor is counted by address and, once signed in, by who they are.
//!
//! Each count is one moment: when the next request would be in time if the visitor kept to the rate (GCRA, the leaky
//! bucket of virtual scheduling). The table holds so many moments and no more.

mod table;

use std::net::{IpAddr, SocketAddr};

use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts as RequestParts;
use axum::http::{HeaderName, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use motcua_engine::session::SignedIn;

pub(super) use table::Table;
use table::{Key, Subject};

use super::{Edge, Problem, TurnedAway, Visitor};

/// So many at once, and so many an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// Requests that may come together.
    pub burst: u32,
    /// Requests an hour, evenly spread, beyond that.
    pub per_hour: u32,
}

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// Whatever leads to a session.
    SignIn,
    /// Looking up a case by its number without being anybody.
    Track,
    /// Searching procedures.
    Search,
    /// Sending files.
    Upload,
    /// Changing something by program.
    ApiWrite,
}

/// A rate for each class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rates {
    /// See [`Class::SignIn`].
    pub sign_in: Rate,
    /// See [`Class::Track`].
    pub track: Rate,
    /// See [`Class::Search`].
    pub search: Rate,
    /// See [`Class::Upload`].
    pub upload: Rate,
    /// See [`Class::ApiWrite`].
    pub api_write: Rate,
}

/// The limits of a city.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// For one address: a network of IPv6 (/64) is one, and so is everybody behind one door of a telephone company.
    pub address: Rates,
    /// For one person or member of staff who has signed in.
    pub holder: Rates,
    /// The proxies whose word about the address behind them is taken.
    pub trusted_proxies: Vec<IpAddr>,
    /// The header in which they give it; each adds to its end.
    pub forwarded_header: HeaderName,
}

impl Limits {
    /// Limits so many times as wide: a demonstration is asked by judges, who are fast.
    #[must_use]
    pub fn times(mut self, factor: u32) -> Self {
        for rates in [&mut self.address, &mut self.holder] {
            for class in Class::ALL {
                let rate = rates.of_mut(class);
                rate.burst = rate.burst.saturating_mul(factor);
                rate.per_hour = rate.per_hour.saturating_mul(factor);
            }
        }
        self
    }
}

impl Default for Limits {
    /// Wide enough for an office behind one address, and too narrow to read the register of a city through `/track`:
    /// its numbers follow each other, and two looks a minute are fewer than a city's cases.
    fn default() -> Self {
        let rate = |burst, per_hour| Rate { burst, per_hour };
        Self {
            address: Rates {
                sign_in: rate(120, 1_800),
                track: rate(40, 120),
                search: rate(240, 7_200),
                upload: rate(240, 3_600),
                api_write: rate(600, 36_000),
            },
            holder: Rates {
                sign_in: rate(30, 120),
                track: rate(20, 60),
                search: rate(120, 3_600),
                upload: rate(120, 720),
                api_write: rate(300, 18_000),
            },
            trusted_proxies: Vec::new(),
            forwarded_header: HeaderName::from_static("x-forwarded-for"),
        }
    }
}

/// Who is at the other end of the connection. Whoever accepts connections puts it into each request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer(pub SocketAddr);

impl Class {
    /// The stable name, as the configuration has it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::Track => "track",
            Self::Search => "search",
            Self::Upload => "upload",
            Self::ApiWrite => "api_write",
        }
    }

    /// Every class.
    pub const ALL: [Self; 5] = [
        Self::SignIn,
        Self::Track,
        Self::Search,
        Self::Upload,
        Self::ApiWrite,
    ];

    /// The class of a request, if it is limited.
    pub fn of(method: &Method, path: &str, query: Option<&str>) -> Option<Self> {
        let is_under = |root: &str| {
            path.strip_prefix(root)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let is_write = !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS);
        let is_asking = query.is_some_and(|query| !query.is_empty());
        let is_file = || {
            let last = path.rsplit('/').next();
            path.starts_with("/api/v1/drafts/") && path.contains("/papers/")
                || path.starts_with("/drafts/") && last == Some("papers")
                || path.starts_with("/cases/") && last == Some("supplement")
        };
        if is_under("/sign-in") || is_under("/invitation") || is_under("/bypass") {
            Some(Self::SignIn)
        } else if is_under("/track") && is_asking {
            Some(Self::Track)
        } else if (path == "/procedures" || path == "/api/v1/procedures") && is_asking {
            Some(Self::Search)
        } else if is_write && is_file() {
            Some(Self::Upload)
        } else if is_write && is_under("/api") {
            Some(Self::ApiWrite)
        } else {
            None
        }
    }
}

impl Rates {
    /// The rate of a class, to be set.
    pub const fn of_mut(&mut self, class: Class) -> &mut Rate {
        match class {
            Class::SignIn => &mut self.sign_in,
            Class::Track => &mut self.track,
            Class::Search => &mut self.search,
            Class::Upload => &mut self.upload,
            Class::ApiWrite => &mut self.api_write,
        }
    }

    const fn of(&self, class: Class) -> Rate {
        match class {
            Class::SignIn => self.sign_in,
            Class::Track => self.track,
            Class::Search => self.search,
            Class::Upload => self.upload,
            Class::ApiWrite => self.api_write,
        }
    }
}

/// Lets a request through, or says when to come again. The address is counted before anything is looked up, so that
/// whoever floods the city does not reach its store.
pub async fn within_limits(State(edge): State<Edge>, request: Request, next: Next) -> Response {
    let class = Class::of(request.method(), request.uri().path(), request.uri().query());
    let (Some(class), Some((limits, table))) = (class, edge.limits()) else {
        return next.run(request).await;
    };
    let now = edge.engine().now();
    let (mut parts, body) = request.into_parts();
    let mut wait = client_of(&parts, limits).and_then(|address| {
        let key = Key::new(class, Subject::of_address(address));
        table.take(key, limits.address.of(class), now)
    });
    if wait.is_none() && class != Class::SignIn {
        let visitor = match <Visitor as FromRequestParts<Edge>>::from_request_parts(&mut parts, &edge).await {
            Ok(visitor) => visitor,
            Err(problem) => return problem.into_response(),
        };
        wait = visitor.signed_in.as_ref().and_then(|holder| {
            let id = match holder {
                SignedIn::Person(person) => person.id.raw(),
                SignedIn::Staff(staff) => staff.id.raw(),
            };
            let key = Key::new(class, Subject::Holder(id.as_u128()));
            table.take(key, limits.holder.of(class), now)
        });
    }
    let Some(after_s) = wait else {
        return next.run(Request::from_parts(parts, body)).await;
    };
    edge.counts().turned_away(class);
    tracing::info!(class = class.name(), "turned away: too many");
    // Whoever is over the limit is known by what they brought, and not looked up.
    let visitor = Visitor::unknown(&parts, &edge);
    Problem::turned_away(visitor, TurnedAway::TooMany { after_s }).into_response()
}

/// The address that asks: the peer's, or the last one in the header that is none of the proxies that we trust. What
/// stands further left, anybody can have written. `None` where a proxy does not say for whom it asks: counting the
/// proxy itself would shut everybody out.
fn client_of(parts: &RequestParts, limits: &Limits) -> Option<IpAddr> {
    let mut address = parts.extensions.get::<Peer>()?.0.ip().to_canonical();
    let named: Vec<&str> = parts
        .headers
        .get_all(&limits.forwarded_header)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(','))
        .collect();
    for name in named.into_iter().rev() {
        if !limits.trusted_proxies.contains(&address) {
            break;
        }
        let Ok(behind) = name.trim().parse::<IpAddr>() else {
            break;
        };
        address = behind.to_canonical();
    }
    (!limits.trusted_proxies.contains(&address)).then_some(address)
}

#[cfg(test)]
mod tests;
