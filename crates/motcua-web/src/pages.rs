//! What the two sites share: making a page of a template, problems, and nothing found.

use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};

use crate::edge::{ProblemWords, Visitor, lang_cookie};
use crate::page::Page;

/// Makes the answer of a page; remembers the language if it was just chosen.
pub fn html(visitor: &Visitor, template: &impl Template) -> Response {
    html_text(visitor, template.render())
}

/// The same of a page that is rendered already.
pub fn html_text(visitor: &Visitor, rendered: Result<String, askama::Error>) -> Response {
    match rendered {
        Ok(text) => {
            let mut response = Html(text).into_response();
            if visitor.has_chosen_lang
                && let Ok(cookie) = lang_cookie(visitor.lang).parse()
            {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
            response
        }
        Err(error) => visitor
            .problem(motcua_engine::engine::UseError::Failed(error.to_string()))
            .into_response(),
    }
}

/// Leads on after an act, so that Back and reload repeat nothing. An address with a control character in it was put
/// together by somebody else, and leads to the first page: browsers drop tabs and line ends, so `/<tab>/elsewhere`
/// would lead away.
pub fn see(path: &str) -> Response {
    let path = if path.chars().any(char::is_control) {
        "/"
    } else {
        path
    };
    Redirect::to(path).into_response()
}

#[derive(Template)]
#[template(path = "shared/problem.html")]
struct ProblemPage {
    page: Page,
    words: ProblemWords,
}

#[derive(Template)]
#[template(path = "office/problem.html")]
struct OfficeProblemPage {
    page: Page,
    words: ProblemWords,
}

/// The page of a problem, in the frame of whoever meets it.
pub fn problem(page: Page, words: ProblemWords) -> Response {
    let rendered = if page.office.is_some() {
        OfficeProblemPage { page, words }.render()
    } else {
        ProblemPage { page, words }.render()
    };
    match rendered {
        Ok(text) => Html(text).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// What is said where no route leads.
pub async fn not_found(visitor: Visitor) -> Response {
    visitor
        .problem(motcua_engine::engine::UseError::NotFound)
        .into_response()
}

#[cfg(test)]
mod tests;
