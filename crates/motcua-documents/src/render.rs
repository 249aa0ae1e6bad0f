//! From a paper to its PDF.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::paper::Paper;
use crate::template::TemplateSet;
use crate::world::Sheet;
use crate::{printable, qr, words};

/// Why a paper could not be rendered. It crosses from the child that renders, hence the wire format. It
/// carries no personal data, so it may be logged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum RenderError {
    /// A result holds characters that no face can print. A result is never printed with stand-ins: a
    /// person must settle how the name is written.
    #[error(
        "the result holds characters that cannot be printed: {}",
        code_points(characters)
    )]
    Unprintable {
        /// Which, in the order of their code points.
        characters: Vec<char>,
    },
    /// A template is wrong: its syntax, a field that the paper does not have, a file it may not read.
    #[error("the template failed: {}", listed(faults))]
    Template {
        /// What is wrong, and where.
        faults: Vec<Fault>,
    },
    /// The paper was set, but is not what PDF/A-2a and PDF/UA-1 ask; a glyph that no face has, for one.
    #[error("the paper cannot be exported: {}", listed(faults))]
    Export {
        /// What is wrong, and where.
        faults: Vec<Fault>,
    },
    /// The text of the QR code is longer than a code can hold.
    #[error("the text for the QR code is too long")]
    QrTooLong,
    /// The moment of issue is none that the calendar has.
    #[error("the calendar has no such moment of issue")]
    NoSuchMoment,
    /// The data of the paper could not be written as JSON.
    #[error("the data of the paper cannot be written: {reason}")]
    Data {
        /// What serde says.
        reason: String,
    },
}

/// What is wrong with a template, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// The template's file name, where the fault has a place.
    pub template: Option<String>,
    /// The line, from 1.
    pub line: Option<usize>,
    /// What is wrong, in the words of the typesetter.
    pub message: String,
}

impl Fault {
    pub(crate) fn placeless(message: &str) -> Self {
        Self {
            template: None,
            line: None,
            message: message.to_owned(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(template) = &self.template {
            write!(f, "{template}:{}: ", self.line.unwrap_or_default())?;
        }
        f.write_str(&self.message)
    }
}

impl RenderError {
    pub(crate) fn no_template(name: &str) -> Self {
        Self::Template {
            faults: vec![Fault::placeless(&format!("no template is named {name}"))],
        }
    }
}

/// Renders a paper: PDF/A-2a and PDF/UA-1, tagged, in Vietnamese, fonts embedded. The same paper and
/// templates give the same bytes.
///
/// It has no limit of time or memory: on a server, call it through [`ChildRenderer`](crate::ChildRenderer).
///
/// # Errors
/// When a template is at fault, a result holds a character without a glyph, or the text for the QR code
/// does not fit one. See [`RenderError`].
pub fn render(paper: &Paper, templates: &TemplateSet) -> Result<Vec<u8>, RenderError> {
    let issue = paper.issue();
    Sheet {
        template: paper.template(),
        templates,
        data: data_of(paper)?,
        qr: qr::svg(paper.qr_text()).ok_or(RenderError::QrTooLong)?,
        identity: format!("{}/{}/{:?}", paper.template(), paper.number(), issue.at),
        issued_at: issue.at,
    }
    .to_pdf()
}

/// The data as the template sees it: the paper's fields, the day of birth in words, and the characters
/// that had to be printed as □.
fn data_of(paper: &Paper) -> Result<Vec<u8>, RenderError> {
    let unwritable = |error: serde_json::Error| RenderError::Data {
        reason: error.to_string(),
    };
    let mut data = serde_json::to_value(paper).map_err(unwritable)?;
    let missing = printable::make_printable(&mut data);
    if !missing.is_empty() && !paper.may_substitute() {
        return Err(RenderError::Unprintable {
            characters: missing.into_iter().collect(),
        });
    }
    if let Value::Object(fields) = &mut data {
        fields.insert(
            "substituted".to_owned(),
            json!(missing.iter().map(code_point).collect::<Vec<_>>()),
        );
        if let Paper::BirthCertificate(certificate) = paper {
            fields.insert(
                "born_on_in_words".to_owned(),
                json!(words::day_in_words(certificate.born_on)),
            );
        }
    }
    serde_json::to_vec(&data).map_err(unwritable)
}

fn code_point(character: &char) -> String {
    format!("U+{:04X}", u32::from(*character))
}

fn code_points(characters: &[char]) -> String {
    characters.iter().map(code_point).collect::<Vec<_>>().join(", ")
}

fn listed(faults: &[Fault]) -> String {
    faults.iter().map(Fault::to_string).collect::<Vec<_>>().join("; ")
}
