//! How the office works on a procedure (quy trình nội bộ): what the city adds to the national record (`domain.md` 7.3).

use crate::bilingual::Bilingual;
use crate::case::{OpinionRule, TaskOrder};
use crate::time::{ExclusionGround, TimeLimit};
use crate::unit::Competence;

/// How the office works on a procedure: fields of its version in the city, each with its ground in law or in a decision of
/// the city.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfficeRules {
    /// The fee of intake comes before acceptance.
    pub fee_first: bool,
    /// The division head initials a draft before it is signed.
    pub division_review: bool,
    /// The result is given at once at the desk (D61 17.4).
    pub immediate: bool,
    /// What asking opinions means.
    pub opinions: OpinionRule,
    /// Activities of the office whose time sector law excludes.
    pub excluded: Vec<ExclusionGround>,
    /// Agencies that take part, each with its share of the limit; empty where one agency does it all.
    pub agencies: Vec<AgencyShare>,
    /// Whether they work at once or one after another.
    pub order: Option<TaskOrder>,
}

/// The share of an agency in a procedure (`domain.md` 3.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgencyShare {
    /// Which kind of unit.
    pub competence: Competence,
    /// What it does.
    pub what: Bilingual,
    /// Its share of the limit.
    pub limit: TimeLimit,
    /// Whether it leads.
    pub is_lead: bool,
}
