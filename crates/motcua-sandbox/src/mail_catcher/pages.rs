//! The catcher's pages: what was caught, newest first, and each message as text and as it came.

use std::fmt::Write as _;
use std::sync::Arc;

use super::{CaughtMail, MailCatcher};
use crate::web::{Request, Response, STYLE_PATH, escape};

impl MailCatcher {
    /// Answers one request: `/` lists, `/mails/{number}` shows, `/mails/{number}.eml` gives the message
    /// byte for byte.
    #[must_use]
    pub fn handle(&self, request: &Request<'_>) -> Response {
        if request.method != "GET" {
            return Response::method_not_allowed("GET");
        }
        match request.path {
            "/" => list(&self.messages()),
            STYLE_PATH => Response::style(),
            path => path
                .strip_prefix("/mails/")
                .and_then(|name| self.one(name))
                .unwrap_or_else(Response::not_found),
        }
    }

    fn one(&self, name: &str) -> Option<Response> {
        let (number, as_file) = match name.strip_suffix(".eml") {
            Some(number) => (number, true),
            None => (name, false),
        };
        let number: u64 = number.parse().ok()?;
        let mail = self.messages().into_iter().find(|mail| mail.number == number)?;
        Some(if as_file { file(&mail) } else { show(&mail) })
    }
}

fn list(mails: &[Arc<CaughtMail>]) -> Response {
    let mut main = String::from("<h1>Thư đã bắt được</h1>\n<p lang=\"en\">Caught mail, newest first</p>\n");
    if mails.is_empty() {
        main.push_str("<p>Chưa có thư nào. <span lang=\"en\">No mail yet.</span></p>\n");
    } else {
        main.push_str("<ol class=\"mails\" reversed>\n");
        for mail in mails.iter().rev() {
            let subject = mail.subject();
            let subject = if subject.is_empty() {
                "(không có tiêu đề · no subject)"
            } else {
                &subject
            };
            let _ = writeln!(
                main,
                "<li value=\"{number}\"><a href=\"/mails/{number}\">{subject}</a> <span>{to}</span></li>",
                number = mail.number,
                subject = escape(subject),
                to = escape(&mail.to.join(", ")),
            );
        }
        main.push_str("</ol>\n");
    }
    Response::page(200, "Thư đã bắt được", &main, None)
}

fn show(mail: &CaughtMail) -> Response {
    let subject = mail.subject();
    let mut main = format!("<h1>{}</h1>\n<dl>\n", escape(&subject));
    let mut line = |name: &str, value: &str| {
        let _ = writeln!(main, "<dt>{name}</dt><dd>{}</dd>", escape(value));
    };
    line(
        "Từ · From",
        &mail.header("From").unwrap_or_else(|| mail.from.clone()),
    );
    line("Đến · To", &mail.to.join(", "));
    line("Lúc · Date", &mail.header("Date").unwrap_or_default());
    line("Message-ID", &mail.header("Message-ID").unwrap_or_default());
    let _ = writeln!(
        main,
        "</dl>\n<pre>{text}</pre>\n<p><a href=\"/mails/{number}.eml\">Nguyên bản <span lang=\"en\">(source)</span> \
         .eml</a></p>\n<p><a href=\"/\">Mọi thư <span lang=\"en\">(all mail)</span></a></p>",
        text = escape(&mail.text()),
        number = mail.number,
    );
    Response::page(200, &subject, &main, None)
}

fn file(mail: &CaughtMail) -> Response {
    let mut response = Response::new(200, "message/rfc822", mail.raw.clone());
    response.headers.push((
        "content-disposition",
        format!("attachment; filename=\"mail-{}.eml\"", mail.number),
    ));
    response
}
