//! The section `limits` of a configuration: how much one visitor may ask, what connections may do.

use std::net::IpAddr;
use std::time::Duration;

use axum::http::HeaderName;
use motcua_web::edge::{Class, Limits, Rate, Rates};
use serde::Deserialize;

use crate::connections::Bounds;
use crate::fault::Fault;

/// The section; what is left out is as in [`Limits::default`] and [`Bounds::default`].
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct LimitsSection {
    /// The proxies whose word about the address behind them is taken; this machine, if left out.
    trusted_proxies: Option<Vec<IpAddr>>,
    /// The header in which they give it.
    forwarded_header: Option<String>,
    /// Connections at once on one listener.
    connections: Option<usize>,
    /// Seconds for the head of a request, and between two requests.
    head_seconds: Option<u64>,
    address: RatesSection,
    session: RatesSection,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct RatesSection {
    sign_in: Option<RateSection>,
    track: Option<RateSection>,
    search: Option<RateSection>,
    upload: Option<RateSection>,
    api_write: Option<RateSection>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RateSection {
    burst: u32,
    per_hour: u32,
}

impl LimitsSection {
    /// The limits.
    ///
    /// # Errors
    /// A header that is none, or a rate of nothing.
    pub(crate) fn read(&self) -> Result<Limits, Fault> {
        let this_machine = || vec![[127, 0, 0, 1].into(), std::net::Ipv6Addr::LOCALHOST.into()];
        let mut limits = Limits {
            trusted_proxies: self.trusted_proxies.clone().unwrap_or_else(this_machine),
            ..Limits::default()
        };
        if let Some(header) = &self.forwarded_header {
            limits.forwarded_header = HeaderName::from_bytes(header.as_bytes())
                .map_err(|_| Fault::new(format!("limits.forwarded_header = \"{header}\" is no header")))?;
        }
        self.address.overlay(&mut limits.address, "address")?;
        self.session.overlay(&mut limits.holder, "session")?;
        Ok(limits)
    }

    /// The bounds of connections.
    pub(crate) fn bounds(&self) -> Bounds {
        let mut bounds = Bounds::default();
        if let Some(connections) = self.connections {
            bounds.connections_max = connections.clamp(1, u32::MAX as usize);
        }
        if let Some(seconds) = self.head_seconds {
            bounds.head_max = Duration::from_secs(seconds.max(1));
        }
        bounds
    }
}

impl RatesSection {
    const fn of(&self, class: Class) -> Option<RateSection> {
        match class {
            Class::SignIn => self.sign_in,
            Class::Track => self.track,
            Class::Search => self.search,
            Class::Upload => self.upload,
            Class::ApiWrite => self.api_write,
        }
    }

    fn overlay(&self, rates: &mut Rates, whose: &str) -> Result<(), Fault> {
        for class in Class::ALL {
            let Some(RateSection { burst, per_hour }) = self.of(class) else {
                continue;
            };
            if burst == 0 || per_hour == 0 {
                return Err(Fault::new(format!(
                    "limits.{whose}.{} must let something through",
                    class.name()
                )));
            }
            *rates.of_mut(class) = Rate { burst, per_hour };
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
