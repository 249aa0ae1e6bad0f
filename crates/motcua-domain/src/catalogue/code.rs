//! The codes of the catalogue (`domain.md` 7.1, 9.2).

use std::fmt;
use std::str::FromStr;

/// Longest procedure code that is believed, in bytes.
const PROCEDURE_CODE_LEN_MAX: usize = 32;

/// The national code of a procedure (mã thủ tục hành chính), `1.001193`. Digits, a dot, then digits, letters or
/// hyphens: the national file itself holds a few that are not one digit, a dot and six digits, and they must be kept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProcedureCode(String);

impl ProcedureCode {
    /// Reads a code; blanks around it are not part of it.
    ///
    /// # Errors
    /// [`ProcedureCodeError`] if it is empty, too long, or written with other signs.
    pub fn new(code: &str) -> Result<Self, ProcedureCodeError> {
        let code = code.trim();
        let is_well_formed = code.len() <= PROCEDURE_CODE_LEN_MAX
            && code.split_once('.').is_some_and(|(series, rest)| {
                !series.is_empty()
                    && series.bytes().all(|byte| byte.is_ascii_digit())
                    && !rest.is_empty()
                    && rest
                        .bytes()
                        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.')
            });
        if is_well_formed {
            Ok(Self(code.to_owned()))
        } else {
            Err(ProcedureCodeError(code.to_owned()))
        }
    }

    /// The code as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it has the national shape: one digit, a dot, six digits.
    pub fn is_national_shape(&self) -> bool {
        self.0.split_once('.').is_some_and(|(series, number)| {
            series.len() == 1 && number.len() == 6 && number.bytes().all(|byte| byte.is_ascii_digit())
        })
    }
}

impl fmt::Display for ProcedureCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl FromStr for ProcedureCode {
    type Err = ProcedureCodeError;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::new(code)
    }
}

/// A text that cannot be the code of a procedure.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no procedure code")]
pub struct ProcedureCodeError(String);

/// Code of a required paper (mã giấy tờ), `000.00.00.G15-KQ003320`: the same code is the same kind of document in the
/// warehouse, across procedures (`domain.md` 9.2). Many shapes are in use, so none is enforced.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ComponentCode(String);

impl ComponentCode {
    /// Names a kind of paper.
    pub fn new(code: impl Into<String>) -> Self {
        Self(code.into())
    }

    /// The code as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// National code of a result (mã kết quả), `KQ.G15.000031`. A dozen older shapes are in use, so none is enforced; see
/// [`OutcomeCode::is_national_shape`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutcomeCode(String);

/// Results that are entries of a register of civil status, by their national codes (DS; Law on Civil Status 60/2014,
/// articles 3 and 59).
const CIVIL_REGISTERS: [(&str, &str); 7] = [
    ("KQ.G15.000031", "khai-sinh"),
    ("KQ.G15.000032", "ket-hon"),
    ("KQ.G15.000033", "nhan-cha-me-con"),
    ("KQ.G15.000034", "khai-tu"),
    ("KQ.G15.000035", "giam-ho"),
    ("KQ.G15.000037", "thay-doi-cai-chinh"),
    ("KQ.G15.000038", "tinh-trang-hon-nhan"),
];

impl OutcomeCode {
    /// Names a kind of result.
    pub fn new(code: impl Into<String>) -> Self {
        Self(code.into())
    }

    /// The code as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it has the national shape `KQ.Gxx.nnnnnn` (or `KQ.Hxx.nnnnnn` of a province).
    pub fn is_national_shape(&self) -> bool {
        let mut parts = self.0.split('.');
        let is_digits =
            |text: &str, len: usize| text.len() == len && text.bytes().all(|byte| byte.is_ascii_digit());
        parts.next() == Some("KQ")
            && parts.next().is_some_and(|body| {
                body.strip_prefix(['G', 'H'])
                    .is_some_and(|number| is_digits(number, 2))
            })
            && parts.next().is_some_and(|number| is_digits(number, 6))
            && parts.next().is_none()
    }

    /// The register of civil status (sổ hộ tịch) in which such a result is an entry, by stable name; each has numbers
    /// of its own in every office and year. `None` for results that are no entries.
    pub fn civil_register(&self) -> Option<&'static str> {
        CIVIL_REGISTERS
            .into_iter()
            .find_map(|(code, register)| (code == self.0).then_some(register))
    }

    /// The province whose code it carries, `H37` in `H37.003` or `KQ-H17.000001`; `None` for a ministry's code.
    pub fn province(&self) -> Option<&str> {
        let bytes = self.0.as_bytes();
        self.0
            .char_indices()
            .filter(|&(_, letter)| letter == 'H')
            .find_map(|(at, _)| {
                let starts_word = at == 0
                    || bytes
                        .get(at - 1)
                        .is_some_and(|before| !before.is_ascii_alphanumeric());
                let ends_word = bytes
                    .get(at + 3)
                    .is_none_or(|after| !after.is_ascii_alphanumeric());
                let code = self.0.get(at..at + 3)?;
                let is_number = code.bytes().skip(1).all(|byte| byte.is_ascii_digit());
                (starts_word && ends_word && is_number).then_some(code)
            })
    }
}

impl fmt::Display for ComponentCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl fmt::Display for OutcomeCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
