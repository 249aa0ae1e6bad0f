//! Pieces that the layouts of several files share, and how their texts become domain values.

use std::str::FromStr;

use motcua_domain::bilingual::Bilingual;
use motcua_domain::time::{Day, TimeLimit};
use serde::Deserialize;

use super::Mark;
use super::error::CityError;

/// `{ vi = "…", en = "…" }`: both languages, always.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    vi: String,
    en: String,
}

/// An address in its parts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AddressParts {
    pub(super) line: String,
    pub(super) commune: String,
    pub(super) province: String,
}

pub(super) const fn yes() -> bool {
    true
}

/// Where in a file something stands, to say so when it is wrong.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    pub(super) file: &'a str,
    pub(super) key: &'a str,
}

impl Place<'_> {
    pub(super) fn error(self, reason: impl Into<String>) -> CityError {
        CityError::new(self.file, self.key, reason)
    }

    pub(super) fn day(self, text: &str) -> Result<Day, CityError> {
        Day::parse(text).map_err(|error| self.error(format!("{error}; write a day as 2026-11-24")))
    }

    pub(super) fn day_maybe(self, text: Option<&str>) -> Result<Option<Day>, CityError> {
        text.map(|text| self.day(text)).transpose()
    }

    pub(super) fn limit(self, text: &str) -> Result<TimeLimit, CityError> {
        TimeLimit::from_str(text).map_err(|error| self.error(error.to_string()))
    }

    pub(super) fn mark(self, text: &str) -> Result<Mark, CityError> {
        match text {
            "R" => Ok(Mark::Read),
            "S" => Ok(Mark::Secondary),
            "K" => Ok(Mark::Known),
            "D" => Ok(Mark::Designed),
            other => Err(self.error(format!(
                "`{other}` is no mark: write R, S, K or D as in domain.md"
            ))),
        }
    }

    /// Both languages, neither empty.
    pub(super) fn words(self, words: &Words) -> Result<Bilingual, CityError> {
        self.bilingual(&words.vi, &words.en)
    }

    /// Both languages, neither empty.
    pub(super) fn bilingual(self, vi: &str, en: &str) -> Result<Bilingual, CityError> {
        if vi.trim().is_empty() || en.trim().is_empty() {
            return Err(self.error("a text is empty in one language: write both `vi` and `en`"));
        }
        Ok(Bilingual::new(vi, en))
    }
}
