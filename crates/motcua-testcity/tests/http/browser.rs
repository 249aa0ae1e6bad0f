//! A browser: cookies, redirects, forms. Each has its own runtime, so that tests are written line by line.

use std::cell::RefCell;
use std::collections::BTreeMap;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use motcua_engine::session::Secret;
use motcua_testcity::TestCity;
use motcua_web::edge::{Edge, Limits};
use motcua_web::routes;
use tokio::runtime::Runtime;
use tower::ServiceExt as _;
use url::form_urlencoded;

use crate::form::{Form, forms};
use crate::world::{Vouching, parts};

/// Which of the three origins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Site {
    City,
    Staff,
    Papers,
}

impl Site {
    pub(crate) fn of(origin: &str) -> Self {
        match origin {
            "city" => Self::City,
            "staff" => Self::Staff,
            "papers" => Self::Papers,
            other => panic!("no origin is called {other}"),
        }
    }
}

/// A browser at one site.
pub(crate) struct Browser {
    router: Router,
    runtime: Runtime,
    cookies: RefCell<BTreeMap<String, String>>,
    session_cookie: &'static str,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct View {
    pub(crate) path: String,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl View {
    /// The page as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// A header, empty where there is none.
    pub(crate) fn header(&self, name: &str) -> String {
        self.headers
            .get(name)
            .map_or_else(String::new, |value| value.to_str().unwrap().to_owned())
    }

    /// The form whose address ends so.
    #[track_caller]
    pub(crate) fn form(&self, ending: &str) -> Form {
        let all = forms(&self.text());
        let addresses: Vec<_> = all.iter().map(|form| form.action.clone()).collect();
        let found = all
            .into_iter()
            .find(|form| form.is_post && form.action.split('?').next().unwrap().ends_with(ending));
        found.unwrap_or_else(|| panic!("no form on {} leads to {ending}, only {addresses:?}", self.path))
    }
}

impl Browser {
    /// A browser at a site of the city.
    pub(crate) fn at(city: &TestCity, site: Site) -> Self {
        Self::with(city, site, Vouching::default(), "http")
    }

    /// The same with a provider of identity and a scheme.
    pub(crate) fn with(city: &TestCity, site: Site, vouching: Vouching, scheme: &str) -> Self {
        Self::of(Edge::new(parts(city, vouching, scheme)), site, scheme)
    }

    /// A browser at a site that lets nobody ask more than so much.
    pub(crate) fn limited(city: &TestCity, site: Site, limits: Limits) -> Self {
        let parts = parts(city, Vouching::default(), "http");
        Self::of(Edge::within(parts, limits), site, "http")
    }

    fn of(edge: Edge, site: Site, scheme: &str) -> Self {
        Self {
            router: match site {
                Site::City => routes::city(edge),
                Site::Staff => routes::staff(edge),
                Site::Papers => routes::papers(edge),
            },
            runtime: tokio::runtime::Builder::new_current_thread()
                .enable_time()
                .build()
                .unwrap(),
            cookies: RefCell::default(),
            session_cookie: if scheme == "https" {
                "__Host-motcua"
            } else {
                "motcua"
            },
        }
    }

    /// Holds a session that was begun elsewhere.
    pub(crate) fn holding(self, session: &Secret) -> Self {
        self.cookies
            .borrow_mut()
            .insert(self.session_cookie.to_owned(), session.reveal().to_owned());
        self
    }

    /// What the browser holds under a name.
    pub(crate) fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.borrow().get(name).cloned()
    }

    /// Sends a request as it is, with the cookies.
    pub(crate) fn asks(&self, mut request: Request<Body>) -> View {
        let path = request.uri().path_and_query().unwrap().to_string();
        let cookies: Vec<_> = self
            .cookies
            .borrow()
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        if !cookies.is_empty() {
            request
                .headers_mut()
                .insert(header::COOKIE, cookies.join("; ").parse().unwrap());
        }
        let (status, headers, bytes) = self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            (
                parts.status,
                parts.headers,
                to_bytes(body, usize::MAX).await.unwrap().to_vec(),
            )
        });
        for cookie in headers.get_all(header::SET_COOKIE) {
            let (pair, rest) = cookie.to_str().unwrap().split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            if rest.contains("Max-Age=0") {
                self.cookies.borrow_mut().remove(name);
            } else {
                self.cookies
                    .borrow_mut()
                    .insert(name.to_owned(), value.to_owned());
            }
        }
        View {
            path,
            status,
            headers,
            bytes,
        }
    }

    /// Opens an address and goes no further.
    pub(crate) fn opens(&self, path: &str) -> View {
        self.asks(Request::get(path).body(Body::empty()).unwrap())
    }

    /// Opens an address and follows where it leads.
    pub(crate) fn goes(&self, path: &str) -> View {
        let view = self.opens(path);
        self.follows(view)
    }

    fn follows(&self, mut view: View) -> View {
        for _ in 0..10 {
            let to = view.header("location");
            if !view.status.is_redirection() || !to.starts_with('/') {
                return view;
            }
            view = self.opens(&to);
        }
        panic!("{} leads in a circle", view.path);
    }

    /// Sends a form's fields, as a browser does from a page of its own, and goes no further.
    pub(crate) fn posts(&self, path: &str, fields: &[(&str, &str)]) -> View {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        self.sends(path, "application/x-www-form-urlencoded", body.into_bytes())
    }

    /// Sends a body, as a browser does from a page of its own.
    pub(crate) fn sends(&self, path: &str, media_type: &str, body: Vec<u8>) -> View {
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, media_type)
            .body(Body::from(body));
        self.asks(request.unwrap())
    }

    /// Fills in a form of a page, presses its button, and follows. Fields that are not named stay as they were.
    pub(crate) fn submits(&self, form: &Form, fill: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> View {
        for name in fill
            .iter()
            .map(|(name, _)| name)
            .chain(files.iter().map(|(name, _, _)| name))
        {
            assert!(
                form.names.iter().any(|known| known == name),
                "{} has no field {name}",
                form.action
            );
        }
        let kept = form
            .defaults
            .iter()
            .filter(|(name, _)| !fill.iter().any(|(filled, _)| filled == name));
        let fields: Vec<(&str, &str)> = kept
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .chain(fill.iter().copied())
            .collect();
        let view = if form.is_multipart {
            let (media_type, body) = multipart(&fields, files);
            self.sends(&form.action, &media_type, body)
        } else {
            self.posts(&form.action, &fields)
        };
        self.follows(view)
    }
}

const BOUNDARY: &str = "a-boundary-of-the-tests";

/// The body of a form with files.
pub(crate) fn multipart(fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> (String, Vec<u8>) {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(
            format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
                .bytes(),
        );
    }
    for (name, file, bytes) in files {
        let opening = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\nContent-Type: image/jpeg\r\n\r\n"
        );
        body.extend(opening.bytes());
        body.extend(*bytes);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{BOUNDARY}--\r\n").bytes());
    (format!("multipart/form-data; boundary={BOUNDARY}"), body)
}
