//! The layout of `procedures/*.toml`: what stands in the file, before it means anything.

use serde::Deserialize;

use crate::city::layout::{Words, yes};
use crate::city::rules::{Condition, Supplement};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) field: Vec<FieldEntry>,
    pub(super) procedure: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FieldEntry {
    pub(super) code: String,
    pub(super) vi: String,
    pub(super) en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub(super) code: String,
    pub(super) vi: String,
    pub(super) en: String,
    pub(super) official: Option<String>,
    pub(super) field: String,
    pub(super) levels: Vec<String>,
    pub(super) competent: String,
    #[serde(default)]
    pub(super) popularity: u32,
    pub(super) promise: Option<Promise>,
    pub(super) decision: DecisionEntry,
    pub(super) from: String,
    pub(super) to: Option<String>,
    pub(super) service: String,
    pub(super) audiences: Vec<String>,
    #[serde(default)]
    pub(super) is_border_free: bool,
    pub(super) form: Option<String>,
    #[serde(default)]
    pub(super) grounds: Vec<String>,
    pub(super) concerned: Option<String>,
    #[serde(default)]
    pub(super) variant_told_by: ToldBy,
    #[serde(default)]
    pub(super) is_invented: bool,
    #[serde(default)]
    pub(super) remark: String,
    pub(super) settled: Option<SettledEntry>,
    pub(super) way: Vec<Way>,
    #[serde(default)]
    pub(super) variant: Vec<Variant>,
    #[serde(default)]
    pub(super) paper: Vec<PaperEntry>,
    pub(super) outcome: Vec<OutcomeEntry>,
    pub(super) supplement: Option<Supplement>,
    #[serde(default)]
    pub(super) office: Office,
    #[serde(default)]
    pub(super) condition: Vec<Condition>,
    #[serde(default)]
    pub(super) legal: Vec<Legal>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Promise {
    pub(super) limit: String,
    #[serde(rename = "note")]
    _note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DecisionEntry {
    pub(super) number: String,
    pub(super) taken_on: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SettledEntry {
    pub(super) limit: String,
    pub(super) mark: String,
    pub(super) note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Way {
    pub(super) by: Vec<String>,
    pub(super) limit: String,
    #[serde(default)]
    pub(super) charges: Vec<ChargeEntry>,
    #[serde(default)]
    pub(super) note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChargeEntry {
    pub(super) kind: String,
    pub(super) vnd: Option<i64>,
    pub(super) usd: Option<i64>,
    pub(super) per: Option<String>,
    pub(super) basis: Option<String>,
    #[serde(default)]
    pub(super) note: String,
}

/// Who says which case of a procedure a filing is.
#[derive(Clone, Copy, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(super) enum ToldBy {
    /// The applicant, who is asked.
    #[default]
    Applicant,
    /// The office, in whose examination it turns out.
    Office,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Variant {
    pub(super) id: String,
    pub(super) vi: String,
    pub(super) en: String,
    pub(super) limit: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PaperEntry {
    pub(super) id: String,
    pub(super) vi: String,
    pub(super) en: String,
    #[serde(default = "one")]
    pub(super) originals: u32,
    #[serde(default)]
    pub(super) copies: u32,
    #[serde(default = "yes")]
    pub(super) is_required: bool,
    pub(super) code: Option<String>,
    #[serde(default)]
    pub(super) variants: Vec<String>,
    #[serde(default)]
    pub(super) grounds: Vec<String>,
    pub(super) only_for: Option<Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OutcomeEntry {
    pub(super) code: String,
    pub(super) vi: String,
    pub(super) en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Legal {
    pub(super) number: String,
    #[serde(default)]
    pub(super) title: String,
}

const fn one() -> u32 {
    1
}

/// How the office works on it; what is left out is the usual way.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Office {
    #[serde(default)]
    pub(super) fee_first: bool,
    #[serde(default)]
    pub(super) division_review: bool,
    #[serde(default)]
    pub(super) immediate: bool,
    pub(super) silence_is_consent: Option<String>,
    #[serde(default)]
    pub(super) excluded: Vec<String>,
    pub(super) order: Option<String>,
    #[serde(default)]
    pub(super) agency: Vec<Share>,
}

/// The share of an agency.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Share {
    pub(super) competent: String,
    pub(super) vi: String,
    pub(super) en: String,
    pub(super) limit: String,
    #[serde(default)]
    pub(super) is_lead: bool,
}
