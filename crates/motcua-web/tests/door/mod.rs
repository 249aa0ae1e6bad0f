//! The front door of a test city: requests as a browser or a program sends them, answers as they come back.

#![allow(
    dead_code,
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    reason = "shared by several tests, none of which needs all of it"
)]

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use motcua_engine::session::Secret;
use motcua_testcity::{Nobody, TestCity};
use motcua_web::edge::{Edge, Origins, Parts};
use motcua_web::routes;
use tower::ServiceExt as _;

/// One of the two sites.
pub(crate) struct Door {
    router: Router,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) location: String,
    pub(crate) media_type: String,
    pub(crate) body: String,
}

impl Answer {
    /// The answer as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    /// Whether the page says so.
    pub(crate) fn says(&self, words: &str) -> bool {
        self.body.contains(words)
    }
}

/// Where an answer leads on: every act ends so, and Back repeats nothing.
#[track_caller]
pub(crate) fn leads_on(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.location.clone()
}

/// The page that an answer is.
#[track_caller]
pub(crate) fn page(answer: Answer) -> String {
    assert_eq!(
        answer.status,
        StatusCode::OK,
        "{} {}",
        answer.location,
        answer.body
    );
    answer.body
}

fn edge(city: &TestCity) -> Edge {
    Edge::new(Parts {
        engine: city.engine.clone(),
        residents: Arc::new(Nobody),
        passkeys: Arc::new(Nobody),
        inspector: Arc::new(Nobody),
        origins: Origins {
            city: "http://city.localhost".to_owned(),
            staff: "http://staff.localhost".to_owned(),
            papers: "http://papers.localhost".to_owned(),
        },
    })
}

impl Door {
    /// The staff's site.
    pub(crate) fn staff(city: &TestCity) -> Self {
        Self {
            router: routes::staff(edge(city)),
        }
    }

    /// The residents' site.
    pub(crate) fn city(city: &TestCity) -> Self {
        Self {
            router: routes::city(edge(city)),
        }
    }

    /// The papers' origin.
    pub(crate) fn papers(city: &TestCity) -> Self {
        Self {
            router: routes::papers(edge(city)),
        }
    }

    /// Opens a page, signed in or not.
    pub(crate) async fn get(&self, path: &str, session: Option<&Secret>) -> Answer {
        self.send(with(Request::get(path), session).body(Body::empty()).unwrap())
            .await
    }

    /// Sends a form.
    pub(crate) async fn post(&self, path: &str, session: Option<&Secret>, form: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(form)
            .finish();
        let request = with(Request::post(path), session)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body));
        self.send(request.unwrap()).await
    }

    /// Sends a form with files: `(field, file name, bytes)`; a field without a file name is a plain one.
    pub(crate) async fn upload(
        &self,
        path: &str,
        session: Option<&Secret>,
        parts: &[(&str, Option<&str>, &str)],
    ) -> Answer {
        let mut body = String::new();
        for (field, file, bytes) in parts {
            let file = file.map_or_else(String::new, |name| format!("; filename=\"{name}\""));
            body.push_str(&format!(
                "--edge\r\ncontent-disposition: form-data; name=\"{field}\"{file}\r\n\r\n{bytes}\r\n"
            ));
        }
        body.push_str("--edge--\r\n");
        let request = with(Request::post(path), session)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .body(Body::from(body));
        self.send(request.unwrap()).await
    }

    /// Sends what a program sends.
    pub(crate) async fn call(&self, method: &str, path: &str, token: Option<&Secret>, body: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(token) = token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {}", token.reveal()));
        }
        self.send(request.body(Body::from(body.to_owned())).unwrap())
            .await
    }

    async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let header_of = |name| {
            let value = response.headers().get(name);
            value.map_or_else(String::new, |value| value.to_str().unwrap().to_owned())
        };
        let (location, media_type) = (header_of(header::LOCATION), header_of(header::CONTENT_TYPE));
        let status = response.status();
        let bytes = to_bytes(response.into_body(), 1 << 24).await.unwrap();
        Answer {
            status,
            location,
            media_type,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }
}

fn with(request: axum::http::request::Builder, session: Option<&Secret>) -> axum::http::request::Builder {
    match session {
        Some(secret) => request.header(header::COOKIE, format!("motcua={}", secret.reveal())),
        None => request,
    }
}
