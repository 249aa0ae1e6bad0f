//! `/authorize`: checks who asks, and lets a person pick who to be.

use std::fmt::Write as _;

use url::Url;

use super::grants::Grant;
use super::{Client, IdentityProvider, fresh_token, lock};
use crate::web::{Fields, Request, Response, escape};

/// The parameters that the page carries from the question to the answer.
const CARRIED: [&str; 9] = [
    "response_type",
    "client_id",
    "redirect_uri",
    "scope",
    "state",
    "nonce",
    "code_challenge",
    "code_challenge_method",
    "acr_values",
];

/// A request that has passed every check.
struct Authorization<'a> {
    redirect_uri: Url,
    /// The same address as it was written, to compare with at `/token`.
    redirect_uri_as_asked: &'a str,
    state: Option<&'a str>,
    nonce: Option<&'a str>,
    code_challenge: &'a str,
    client: &'a Client,
}

impl IdentityProvider {
    pub(super) fn ask_who(&self, request: &Request<'_>) -> Response {
        let fields = Fields::parse(request.query);
        match self.check(&fields) {
            Ok(authorization) => self.persona_page(&fields, &authorization),
            Err(response) => *response,
        }
    }

    pub(super) fn answer_who(&self, request: &Request<'_>) -> Response {
        let fields = Fields::parse(request.form);
        let authorization = match self.check(&fields) {
            Ok(authorization) => authorization,
            Err(response) => return *response,
        };
        let Some(persona) = fields.get("persona").and_then(|id| self.persona(id)) else {
            return self.send_back(
                &authorization.redirect_uri,
                authorization.state,
                ("error", "access_denied"),
            );
        };
        let code = match fresh_token() {
            Ok(code) => code,
            Err(response) => return response,
        };
        let grant = Grant {
            client_id: authorization.client.id.clone(),
            redirect_uri: authorization.redirect_uri_as_asked.to_owned(),
            code_challenge: authorization.code_challenge.to_owned(),
            nonce: authorization.nonce.map(str::to_owned),
            persona_id: persona.id.clone(),
            granted_at_unix_s: request.now_unix_s,
        };
        let answer = if lock(&self.grants).remember(code.clone(), grant) {
            ("code", code.as_str())
        } else {
            ("error", "temporarily_unavailable")
        };
        self.send_back(&authorization.redirect_uri, authorization.state, answer)
    }

    /// Checks a request. Until client and address are known to belong together nobody is sent anywhere:
    /// an open redirector is a gift to phishers (RFC 9700 4.11).
    fn check<'a>(&'a self, fields: &'a Fields) -> Result<Authorization<'a>, Box<Response>> {
        let unknown = |vi, en| Box::new(Response::sorry(400, vi, en));
        let client = fields
            .get("client_id")
            .and_then(|id| self.client(id))
            .ok_or_else(|| unknown("Không rõ ứng dụng nào yêu cầu", "The client is not known"))?;
        let (redirect_uri, redirect_uri_as_asked) = fields
            .get("redirect_uri")
            .filter(|asked| client.redirect_uris.iter().any(|registered| registered == asked))
            .and_then(|asked| Some((Url::parse(asked).ok()?, asked)))
            .ok_or_else(|| {
                unknown(
                    "Địa chỉ quay về không được đăng ký",
                    "The redirect address is not registered",
                )
            })?;
        let state = fields.get("state");
        let refuse = |error| Box::new(self.send_back(&redirect_uri, state, ("error", error)));
        if fields.get("response_type") != Some("code") {
            return Err(refuse("unsupported_response_type"));
        }
        if !fields
            .get("scope")
            .is_some_and(|scope| scope.split(' ').any(|one| one == "openid"))
        {
            return Err(refuse("invalid_scope"));
        }
        // S256 gives 32 bytes, which base64url writes in 43 characters. "plain" would defeat the purpose.
        let code_challenge = fields
            .get("code_challenge")
            .filter(|challenge| challenge.len() == 43)
            .filter(|_| fields.get("code_challenge_method") == Some("S256"))
            .ok_or_else(|| refuse("invalid_request"))?;
        let nonce = fields.get("nonce");
        Ok(Authorization {
            redirect_uri,
            redirect_uri_as_asked,
            state,
            nonce,
            code_challenge,
            client,
        })
    }

    /// Sends the person back with a code or an error, naming ourselves (RFC 9207) against mix-up.
    fn send_back(&self, redirect_uri: &Url, state: Option<&str>, answer: (&str, &str)) -> Response {
        let mut location = redirect_uri.clone();
        {
            let mut query = location.query_pairs_mut();
            query.append_pair(answer.0, answer.1);
            if let Some(state) = state {
                query.append_pair("state", state);
            }
            query.append_pair("iss", &self.issuer);
        }
        Response::redirect(location.into())
    }

    fn persona_page(&self, fields: &Fields, authorization: &Authorization<'_>) -> Response {
        let mut main = String::from(
            "<h1>Bạn muốn là ai?</h1>\n<p lang=\"en\">Who do you want to be?</p>\n\
             <form method=\"post\" action=\"/authorize\">\n",
        );
        for name in CARRIED {
            if let Some(value) = fields.get(name) {
                let _ = writeln!(
                    main,
                    "<input type=\"hidden\" name=\"{name}\" value=\"{}\">",
                    escape(value)
                );
            }
        }
        main.push_str("<ul class=\"people\">\n");
        for persona in &self.personas {
            let _ = writeln!(
                main,
                "<li><button name=\"persona\" value=\"{id}\"><strong>{name}</strong> \
                 <span>Sinh ngày <span lang=\"en\">(born)</span> {birth_date} · {acr}</span></button></li>",
                id = escape(&persona.id),
                name = escape(&persona.name),
                birth_date = escape(&persona.birth_date),
                acr = escape(&persona.acr),
            );
        }
        main.push_str(
            "</ul>\n<p class=\"cancel\"><button name=\"persona\" value=\"\">Không đăng nhập \
             <span lang=\"en\">(cancel)</span></button></p>\n</form>\n",
        );
        let origin = authorization.redirect_uri.origin().ascii_serialization();
        Response::page(200, "Chọn người", &main, Some(&origin))
    }
}
