//! The outside world in a box, mounted beside the city: an identity provider and a mail catcher.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use motcua_catalogue::city::City;
use motcua_domain::time::Instant;
use motcua_engine::ports::Clock;
use motcua_engine::ports::{IdentityFault, ResidentSignIn, SignInBegun, SignInReturn};
use motcua_engine::session::Identity;
use motcua_sandbox::identity_provider::{Client, IdentityProvider};
use motcua_sandbox::mail_catcher::MailCatcher;
use motcua_sandbox::persona::{Persona, Sex};
use motcua_sandbox::web;

use crate::fault::Fault;
use crate::world::RealClock;

/// The name under which the city is known to the sandbox's identity provider.
pub(super) const CLIENT: &str = "motcua-demo";
/// The issuer under which the demonstration's people are known: the provider's address has a port that is another one
/// each time, and a city must know its people again.
pub(super) const ISSUER: &str = "sandbox";
const FORM_BYTES_MAX: usize = 64 * 1024;

/// The sandbox's provider, whose people keep their names whatever port it has.
pub(super) struct SteadyIssuer<S>(pub(super) S);

impl<S: ResidentSignIn> ResidentSignIn for SteadyIssuer<S> {
    fn begin(&self, chance: &[u8; 96]) -> Result<SignInBegun, IdentityFault> {
        self.0.begin(chance)
    }

    fn finish(
        &self,
        brought: &SignInReturn<'_>,
        saved: &str,
        now: Instant,
    ) -> Result<Identity, IdentityFault> {
        let mut identity = self.0.finish(brought, saved, now)?;
        ISSUER.clone_into(&mut identity.subject.issuer);
        Ok(identity)
    }
}

/// The identity provider with the city's personas.
pub(super) fn identity_provider(
    city: &City,
    issuer: &str,
    return_address: String,
) -> Result<Arc<IdentityProvider>, Fault> {
    let personas = city
        .residents
        .iter()
        .map(|resident| Persona {
            id: resident.id.clone(),
            name: resident.name.clone(),
            personal_number: resident.personal_number.reveal().to_owned(),
            birth_date: resident.born_on.to_string(),
            sex: if resident.is_female {
                Sex::Female
            } else {
                Sex::Male
            },
            phone: resident.phone.clone(),
            email: resident.email.clone().unwrap_or_default(),
            acr: "2".to_owned(),
        })
        .collect();
    let client = Client {
        id: CLIENT.to_owned(),
        secret: None,
        redirect_uris: vec![return_address],
    };
    let provider = IdentityProvider::new(issuer, vec![client], personas)
        .map_err(|error| Fault::new(error.to_string()))?;
    Ok(Arc::new(provider))
}

/// The identity provider as a site.
pub(super) fn identity_site(provider: Arc<IdentityProvider>) -> Router {
    site(Arc::new(move |request| provider.handle(request)))
}

/// The caught mails as a site.
pub(super) fn mail_site(catcher: Arc<MailCatcher>) -> Router {
    site(Arc::new(move |request| catcher.handle(request)))
}

type Answer = Arc<dyn Fn(&web::Request<'_>) -> web::Response + Send + Sync>;

fn site(answer: Answer) -> Router {
    Router::new().fallback(carry).with_state(answer)
}

async fn carry(State(answer): State<Answer>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, FORM_BYTES_MAX).await else {
        return status(StatusCode::PAYLOAD_TOO_LARGE);
    };
    let form = String::from_utf8_lossy(&bytes).into_owned();
    let answered = answer(&web::Request {
        method: parts.method.as_str(),
        path: parts.uri.path(),
        query: parts.uri.query().unwrap_or_default(),
        form: &form,
        authorization: parts
            .headers
            .get(AUTHORIZATION)
            .and_then(|value| value.to_str().ok()),
        now_unix_s: RealClock.now().millis() / 1000,
    });
    let mut response =
        status(StatusCode::from_u16(answered.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR));
    for (name, value) in answered.headers {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response
                .headers_mut()
                .append(HeaderName::from_static(name), value);
        }
    }
    *response.body_mut() = Body::from(answered.body);
    response
}

fn status(status: StatusCode) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}
