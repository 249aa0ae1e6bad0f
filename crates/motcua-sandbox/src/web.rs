//! Requests and answers of the sandbox's pages, as plain values, and what all its pages share.

/// A request, as far as the sandbox cares.
#[derive(Debug, Clone, Copy, Default)]
pub struct Request<'a> {
    /// `GET` or `POST`, in capitals.
    pub method: &'a str,
    /// The path, undecoded and without the query.
    pub path: &'a str,
    /// The raw query without its question mark, or empty.
    pub query: &'a str,
    /// The raw body of a form (`application/x-www-form-urlencoded`), or empty.
    pub form: &'a str,
    /// The `Authorization` header, if one came.
    pub authorization: Option<&'a str>,
    /// Now, in seconds since 1970-01-01T00:00Z.
    pub now_unix_s: i64,
}

/// An answer, ready to be written to any HTTP server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// Headers in order; names in lower case.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Response {
    /// The first header of this (lower-case) name.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value.as_str())
    }

    pub(crate) fn json(status: u16, value: &serde_json::Value) -> Self {
        Self::new(status, "application/json", value.to_string().into_bytes())
    }

    pub(crate) fn redirect(location: String) -> Self {
        let mut response = Self::new(303, "text/plain; charset=utf-8", Vec::new());
        response.headers.push(("location", location));
        response
    }

    pub(crate) fn new(status: u16, content_type: &str, body: Vec<u8>) -> Self {
        Self {
            status,
            headers: vec![
                ("content-type", content_type.to_owned()),
                ("cache-control", "no-store".to_owned()),
                ("x-content-type-options", "nosniff".to_owned()),
                ("referrer-policy", "no-referrer".to_owned()),
            ],
            body,
        }
    }

    /// A page in the sandbox's frame. `form_origin` is where a form may lead besides the sandbox itself:
    /// browsers apply `form-action` to the redirect that answers a form too.
    pub(crate) fn page(status: u16, title: &str, main: &str, form_origin: Option<&str>) -> Self {
        let html = format!(
            "<!doctype html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>SANDBOX · {title}</title>\n<link rel=\"stylesheet\" href=\"{STYLE_PATH}\">\n</head>\n<body>\n\
             <header class=\"mark\"><p><strong>SANDBOX</strong> · Thế giới giả lập để dùng thử; mọi người và \
             mọi dữ liệu ở đây đều được bịa ra.</p>\n<p lang=\"en\"><strong>SANDBOX</strong> · A simulated world \
             for trying things out; every person and everything here is invented.</p></header>\n\
             <main>\n{main}</main>\n</body>\n</html>\n",
            title = escape(title),
        );
        let mut response = Self::new(status, "text/html; charset=utf-8", html.into_bytes());
        let form_action = form_origin.map(|origin| format!(" {origin}")).unwrap_or_default();
        response.headers.push((
            "content-security-policy",
            format!(
                "default-src 'none'; style-src 'self'; form-action 'self'{form_action}; base-uri 'none'; \
                 frame-ancestors 'none'"
            ),
        ));
        response
    }

    /// A page that says what went wrong, in both languages.
    pub(crate) fn sorry(status: u16, vi: &str, en: &str) -> Self {
        let main = format!("<h1>{}</h1>\n<p lang=\"en\">{}</p>\n", escape(vi), escape(en));
        Self::page(status, vi, &main, None)
    }

    pub(crate) fn not_found() -> Self {
        Self::sorry(404, "Không có trang này", "There is no such page")
    }

    pub(crate) fn method_not_allowed(allowed: &'static str) -> Self {
        let mut response = Self::sorry(
            405,
            "Không gửi được theo cách này",
            "This method is not allowed here",
        );
        response.headers.push(("allow", allowed.to_owned()));
        response
    }

    pub(crate) fn style() -> Self {
        Self::new(200, "text/css; charset=utf-8", STYLE.as_bytes().to_vec())
    }
}

/// Where each part of the sandbox serves its style sheet.
pub(crate) const STYLE_PATH: &str = "/static/sandbox.css";

const STYLE: &str = include_str!("sandbox.css");

/// Text made safe for HTML, in an element or in a quoted attribute.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// The fields of a query or of a form. A field that comes twice counts as absent: OAuth forbids repeating
/// one (RFC 6749 3.1), and choosing either would let two readers see two requests.
pub(crate) struct Fields(Vec<(String, String)>);

impl Fields {
    pub(crate) fn parse(raw: &str) -> Self {
        Self(url::form_urlencoded::parse(raw.as_bytes()).into_owned().collect())
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let mut found = self.0.iter().filter(|(key, _)| key == name);
        match (found.next(), found.next()) {
            (Some((_, value)), None) => Some(value),
            _ => None,
        }
    }
}
