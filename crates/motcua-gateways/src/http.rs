//! A small HTTP client for other systems' interfaces: TLS by ring, short patience, no surprises.

#[cfg(test)]
mod tests;

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use openidconnect::http::{Method, Request, Response, StatusCode, Uri};
use openidconnect::{HttpRequest, HttpResponse};
use ureq::config::Config;
use ureq::tls::{RootCerts, TlsConfig, TlsProvider};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, AsSendBody, Body};
use url::{Host, Url};

/// The largest answer that is read, in bytes: discovery documents, key sets and tokens are far smaller.
const BODY_BYTES_MAX: u64 = 256 * 1024;

/// How long one exchange may take as a whole, name lookup included.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// No answer came, or none that could be read.
#[derive(Debug, thiserror::Error)]
#[error("{reason}")]
pub struct HttpError {
    reason: String,
    timed_out: bool,
}

impl HttpError {
    /// The other side says that it is broken.
    pub(crate) fn broken(status: StatusCode) -> Self {
        Self {
            reason: format!("it answered {status}"),
            timed_out: false,
        }
    }
}

impl From<ureq::Error> for HttpError {
    fn from(error: ureq::Error) -> Self {
        Self {
            reason: error.to_string(),
            timed_out: matches!(error, ureq::Error::Timeout(_)),
        }
    }
}

/// Talks to other systems. Follows no redirect (an interface that moves is a change of configuration, and
/// a redirect into the inner network is an attack), heeds no proxy of the environment, and connects host
/// names under `.localhost` to this machine only.
#[derive(Debug, Clone)]
pub struct HttpClient {
    agent: Agent,
}

impl HttpClient {
    /// A client with this patience for one exchange; [`PATIENCE`] is sensible.
    #[must_use]
    pub fn new(patience: Duration) -> Self {
        let tls = TlsConfig::builder()
            .provider(TlsProvider::Rustls)
            .root_certs(RootCerts::WebPki)
            .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .build();
        let config = Agent::config_builder()
            .tls_config(tls)
            .timeout_global(Some(patience))
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .proxy(None)
            .user_agent("motcua")
            .build();
        Self {
            agent: Agent::with_parts(config, DefaultConnector::default(), LoopbackResolver::default()),
        }
    }

    /// One exchange. Any status is an answer. A question that changes nothing (GET) is asked once more if the
    /// connection broke, which happens for no reason; after a time-out it is not, so that patience stays what
    /// it was said to be.
    ///
    /// # Errors
    /// When no whole answer of tolerable size came in time.
    pub fn exchange(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        if request.method() != Method::GET {
            return self.run(request);
        }
        let question = request.map(|_| ());
        self.run(question.clone()).or_else(|error| {
            if error.timed_out {
                Err(error)
            } else {
                self.run(question)
            }
        })
    }

    fn run(&self, request: Request<impl AsSendBody>) -> Result<HttpResponse, HttpError> {
        let (parts, mut body): (_, Body) = self.agent.run(request)?.into_parts();
        let bytes = body.with_config().limit(BODY_BYTES_MAX).read_to_vec()?;
        Ok(Response::from_parts(parts, bytes))
    }
}

/// Whether what is said to this address stays between the two ends: TLS, or a machine talking to itself.
#[must_use]
pub fn is_private_line(url: &Url) -> bool {
    match url.scheme() {
        "https" => true,
        "http" => match url.host() {
            Some(Host::Domain(name)) => is_localhost(name),
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        },
        _ => false,
    }
}

/// Names that mean this machine whatever a name server says (RFC 6761 6.3).
fn is_localhost(host: &str) -> bool {
    let host = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
    host == "localhost" || host.ends_with(".localhost")
}

#[derive(Debug, Default)]
struct LoopbackResolver {
    names: DefaultResolver,
}

impl Resolver for LoopbackResolver {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        if !uri.host().is_some_and(is_localhost) {
            return self.names.resolve(uri, config, timeout);
        }
        let usual = if uri.scheme_str() == Some("https") {
            443
        } else {
            80
        };
        let port = uri.port_u16().unwrap_or(usual);
        let mut addresses = self.empty();
        addresses.push(SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port));
        addresses.push(SocketAddr::new(IpAddr::V6(Ipv6Addr::LOCALHOST), port));
        Ok(addresses)
    }
}
