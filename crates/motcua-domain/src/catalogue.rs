//! What the city offers (danh mục thủ tục hành chính): procedures, their dated versions, and what in an imported
//! record a person must still settle. Source of the shapes: `domain.md` 5.1, 7 and 9.2.
//!
//! Plain data: the importer and the city's folder fill it, the case engine and the pages read it. What a source does
//! not say is absent here too (`None`, an empty list, [`TimeLimit::Unparsed`](crate::time::TimeLimit)); nothing is
//! guessed.

mod charge;
mod code;
mod confirmation;
mod fee;
mod office;
mod policy;
mod requirement;
mod version;

#[cfg(test)]
mod tests;

pub use charge::{Charge, ChargeKind, CollectedAt, FeeGroup, Money, PerWhat};
pub use code::{ComponentCode, OutcomeCode, ProcedureCode, ProcedureCodeError};
pub use confirmation::{ConfirmationItem, Trap, UnknownTrapError};
pub use fee::{FeeOverlay, FeeQuestion, charges_of};
pub use office::{AgencyShare, OfficeRules};
pub use policy::{CutOff, CutOffUse, OnExpiry, PolicyEffect, SupplementPolicy};
pub use requirement::{FormFile, Requirement, RequirementGroup};
pub use version::{
    Agencies, Agency, Audience, AuthorityLevel, CaseVariant, ChannelEntry, Decision, Field, Flags,
    LegalBasis, OutcomeKind, Procedure, ProcedureKind, ProcedureVersion, ServiceLevel, Step,
};
