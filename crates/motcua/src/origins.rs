//! The three origins as a configuration names them (ASVS 3.5.4): residents, staff and papers must not share cookies, or
//! a page of one could act with the session of another.

use motcua_web::edge::Origins;
use url::{Host, Url};

use crate::fault::Fault;

/// Reads the origins and holds them against each other.
///
/// # Errors
/// One that is no plain origin, two on one host or one under the other, or one with TLS beside one without.
pub(crate) fn origins(city: &str, staff: &str, papers: &str) -> Result<Origins, Fault> {
    let named = [("city", city), ("staff", staff), ("papers", papers)];
    let read: Vec<(&str, Url, String)> = named
        .into_iter()
        .map(|(name, text)| origin(name, text).map(|(url, host)| (name, url, host)))
        .collect::<Result<_, _>>()?;
    for (place, (name, url, host)) in read.iter().enumerate() {
        for (other, other_url, other_host) in read.iter().skip(place + 1) {
            if let Some(why) = clash(host, other_host) {
                return Err(Fault::new(format!(
                    "origins.{name} and origins.{other} {why}, so a page of one could use the other's cookies; give \
                     each a host of its own, such as dichvucong.example, canbo.example and giayto.example"
                )));
            }
            if url.scheme() != other_url.scheme() {
                return Err(Fault::new(format!(
                    "origins.{name} and origins.{other} must both begin with https://, or both with http://"
                )));
            }
        }
    }
    let label = |host: &str| host.split('.').next().unwrap_or(host).to_owned();
    let labels: Vec<String> = read.iter().map(|(_, _, host)| label(host)).collect();
    if labels.first() == labels.last() {
        return Err(Fault::new(
            "the first labels of origins.city and origins.papers must differ: the public listener tells them apart by it",
        ));
    }
    let trimmed = |text: &str| text.trim_end_matches('/').to_owned();
    Ok(Origins {
        city: trimmed(city),
        staff: trimmed(staff),
        papers: trimmed(papers),
    })
}

/// An origin and its host in lower case.
fn origin(name: &str, text: &str) -> Result<(Url, String), Fault> {
    let wrong = |why: &str| Fault::new(format!("origins.{name} = \"{text}\" {why}"));
    let url = Url::parse(text).map_err(|error| wrong(&format!("is no address: {error}")))?;
    let host = match url.host() {
        Some(Host::Domain(host)) => host.trim_end_matches('.').to_ascii_lowercase(),
        Some(_) => return Err(wrong("names a number; cookies and passkeys need a host name")),
        None => return Err(wrong("names no host")),
    };
    let is_plain = matches!(url.path(), "" | "/")
        && url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none();
    if !is_plain {
        return Err(wrong("must be a scheme and a host, and nothing behind it"));
    }
    if !matches!(url.scheme(), "https" | "http") {
        return Err(wrong("must begin with https://"));
    }
    Ok((url, host))
}

/// Why two hosts share cookies. A cookie knows no port; and a page of a narrower name may set cookies for the wider one.
fn clash(one: &str, other: &str) -> Option<&'static str> {
    let is_under = |narrow: &str, wide: &str| {
        narrow
            .strip_suffix(wide)
            .is_some_and(|front| front.ends_with('.'))
    };
    if one == other {
        Some("are on the same host")
    } else if is_under(one, other) || is_under(other, one) {
        Some("are hosts of which one stands under the other")
    } else {
        None
    }
}

#[cfg(test)]
mod tests;
