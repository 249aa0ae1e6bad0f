//! How a version is kept: compact JSON, apart from the domain so that a rename there never makes stored versions
//! unreadable.
//!
//! What is empty is not written, and what is missing reads as empty; so a field may be added without a new format.
//! A change that is more than that raises [`FORMAT`] and keeps reading the old ones; the golden file holds them.

use motcua_domain::case::SupplementStage;
use motcua_domain::catalogue::{
    Agencies, Agency, Audience, AuthorityLevel, CaseVariant, ChannelEntry, Charge, ChargeKind, CollectedAt,
    ComponentCode, CutOff, CutOffUse, Decision, FeeGroup, Field, Flags, FormFile, LegalBasis, Money,
    OnExpiry, OutcomeCode, OutcomeKind, PerWhat, PolicyEffect, ProcedureCode, ProcedureKind,
    ProcedureVersion, Requirement, RequirementGroup, ServiceLevel, Step, SupplementPolicy,
};
use motcua_domain::channel::Channel;
use motcua_domain::id::{FormId, StaffId, VersionId};
use motcua_domain::time::{Day, TimeLimit, TimeOfDay};
use serde::{Deserialize, Serialize};

use keep::{Keep, Of, kept_enum, kept_struct};

mod keep;

#[cfg(test)]
mod tests;

/// The format written today.
const FORMAT: u16 = 1;

/// Kept bytes that are no version of a procedure.
#[derive(Debug, thiserror::Error)]
pub enum DecodeError {
    /// Not JSON, or of another shape.
    #[error("the kept version is not readable: {0}")]
    Json(#[from] serde_json::Error),
    /// Written by a newer release.
    #[error("the kept version has format {0}, newer than this release reads")]
    Format(u16),
    /// A word or code that this release does not know.
    #[error("the kept version has {what} {word:?}, which is unknown")]
    Word {
        /// What it should be.
        what: &'static str,
        /// What stands there.
        word: String,
    },
}

#[derive(Serialize, Deserialize)]
struct Envelope {
    format: u16,
    version: Of<ProcedureVersion>,
}

/// A version as the store keeps it: JSON in UTF-8, the same bytes for the same version.
pub fn encode(version: &ProcedureVersion) -> Vec<u8> {
    let envelope = Envelope {
        format: FORMAT,
        version: version.keep(),
    };
    // Serialising plain data into memory cannot fail: no map has keys that are no text, no writer can refuse.
    serde_json::to_vec(&envelope).unwrap_or_default()
}

/// Reads what [`encode`] wrote, now or in an older release.
///
/// # Errors
/// [`DecodeError`] if it is something else.
pub fn decode(kept: &[u8]) -> Result<ProcedureVersion, DecodeError> {
    #[derive(Deserialize)]
    struct Head {
        format: u16,
    }
    let head: Head = serde_json::from_slice(kept)?;
    if head.format > FORMAT {
        return Err(DecodeError::Format(head.format));
    }
    let envelope: Envelope = serde_json::from_slice(kept)?;
    ProcedureVersion::read(envelope.version)
}

/// The parts of a version as text, for its fingerprint.
pub(crate) struct Parts<'a>(&'a ProcedureVersion);

impl<'a> Parts<'a> {
    pub(crate) const fn of(version: &'a ProcedureVersion) -> Self {
        Self(version)
    }

    /// In the order of [`crate::difference::PARTS`].
    pub(crate) fn in_order(&self) -> [String; 14] {
        let version = self.0;
        [
            json(&(version.name_vi.keep(), version.name_en.keep())),
            json(&version.decision.keep()),
            json(&version.field.keep()),
            json(&(
                version.kind.keep(),
                version.levels.keep(),
                version.service_level.keep(),
                version.flags.keep(),
            )),
            json(&version.audiences.keep()),
            json(&(version.agencies.keep(), version.received_at.keep())),
            json(&version.channels.keep()),
            json(&version.variants.keep()),
            json(&version.requirement_groups.keep()),
            json(&version.steps.keep()),
            json(&(
                version.conditions.keep(),
                version.keywords.keep(),
                version.topics.keep(),
            )),
            json(&version.outcomes.keep()),
            json(&version.legal_bases.keep()),
            json(&(
                (version.in_force_from.keep(), version.in_force_to.keep()),
                (
                    version.supplements.keep(),
                    version.cut_offs.keep(),
                    version.form.keep(),
                ),
            )),
        ]
    }
}

fn json(part: &impl Serialize) -> String {
    // As in `encode`: plain data into memory.
    serde_json::to_string(part).unwrap_or_default()
}

kept_enum!(ProcedureKind "a kind of procedure" { Standard = "standard", Specific = "specific", Internal = "internal" });
kept_enum!(AuthorityLevel "an authority level" {
    Ministry = "ministry", Province = "province", Commune = "commune", Other = "other",
});
kept_enum!(ServiceLevel "a service level" {
    FullProcess = "full_process", Partial = "partial", InformationOnly = "information_only",
});
kept_enum!(ChargeKind "a kind of charge" { Fee = "fee", Levy = "levy", Price = "price", FeeOrLevy = "fee_or_levy" });
kept_enum!(PerWhat "what a charge is for" {
    Case = "case", Page = "page", Copy = "copy", Person = "person", Event = "event", Vehicle = "vehicle", Site = "site",
});
kept_enum!(FeeGroup "a group" {
    PersonWithDisability = "person_with_disability", PoorHousehold = "poor_household",
    NearPoorHousehold = "near_poor_household", PersonOfMerit = "person_of_merit", Elderly = "elderly",
    EthnicMinority = "ethnic_minority", Child = "child",
});
kept_enum!(CollectedAt "a time of collection" { Intake = "intake", Supplement = "supplement", Return = "return" });
kept_enum!(SupplementStage "a stage" { Intake = "intake", Appraisal = "appraisal" });
kept_enum!(PolicyEffect "an effect" {
    Restart = "restart", Suspend = "suspend", Nothing = "nothing", ShiftByDays = "shift_by_days",
});
kept_enum!(OnExpiry "a consequence" { Stop = "stop", Refuse = "refuse", Ask = "ask" });
kept_enum!(CutOffUse "the use of a cut-off" {
    HandOver = "hand_over", SameDayResult = "same_day_result", BundleStart = "bundle_start",
});

kept_struct!(ProcedureVersion as KeptProcedureVersion {
    id: VersionId, code: ProcedureCode, name_vi: String, name_en: Option<String>, decision: Decision,
    field: Option<Field>, kind: ProcedureKind, levels: Vec<AuthorityLevel>, service_level: ServiceLevel,
    audiences: Vec<Audience>, agencies: Agencies, received_at: Option<String>, channels: Vec<ChannelEntry>,
    variants: Vec<CaseVariant>, requirement_groups: Vec<RequirementGroup>, steps: Vec<Step>,
    conditions: String, outcomes: Vec<OutcomeKind>, legal_bases: Vec<LegalBasis>, keywords: String,
    topics: Vec<String>, flags: Flags, in_force_from: Option<Day>, in_force_to: Option<Day>,
    supplements: Vec<SupplementPolicy>, cut_offs: Vec<CutOff>, form: Option<FormId>,
});
kept_struct!(Decision as KeptDecision {
    number: Option<String>, taken_on: Option<Day>, published_on: Option<Day>,
});
kept_struct!(Field as KeptField { code: String, name: String });
kept_struct!(Audience as KeptAudience { code: String, name: String });
kept_struct!(Agencies as KeptAgencies {
    promulgating: Option<Agency>, executing: Vec<Agency>, competent: Vec<Agency>, authorised: Vec<Agency>,
    coordinating: Vec<Agency>,
});
kept_struct!(Agency as KeptAgency { code: Option<String>, name: String });
kept_struct!(ChannelEntry as KeptChannelEntry {
    channel: Channel, limit: TimeLimit, charges: Vec<Charge>, note: String,
});
kept_struct!(CaseVariant as KeptCaseVariant { code: Option<String>, name: String, limit: TimeLimit });
kept_struct!(Step as KeptStep { name: String, text: String });
kept_struct!(OutcomeKind as KeptOutcomeKind { code: Option<OutcomeCode>, name: String });
kept_struct!(LegalBasis as KeptLegalBasis { number: String, title: String });
kept_struct!(Flags as KeptFlags {
    is_vertical: bool, is_full_online: bool, is_offline_only: bool, is_non_territorial: bool,
    is_shared_service: bool, is_internal: bool,
});
kept_struct!(Charge as KeptCharge {
    kind: ChargeKind, amount: Option<Money>, per_what: Option<PerWhat>, tier: Option<String>,
    case_variant: Option<String>, exempt_groups: Vec<FeeGroup>, reduced_groups: Vec<FeeGroup>,
    from: Option<Day>, to: Option<Day>, legal_basis: Option<String>, collected_at: Option<CollectedAt>,
    raw_text: String, confirmed_by: Option<StaffId>,
});
kept_struct!(RequirementGroup as KeptRequirementGroup { name: String, requirements: Vec<Requirement> });
kept_struct!(Requirement as KeptRequirement {
    component_code: Option<ComponentCode>, name: String, originals: u32, copies: u32, has_e_form: bool,
    is_result_of_other: bool, forms: Vec<FormFile>,
});
kept_struct!(FormFile as KeptFormFile { name: String, path: String });
kept_struct!(SupplementPolicy as KeptSupplementPolicy {
    stage: SupplementStage, effect: PolicyEffect, ask_within: TimeLimit,
    applicant_window: Option<TimeLimit>, rounds_max: u8, on_expiry: OnExpiry, legal_basis: String,
});
kept_struct!(CutOff as KeptCutOff { used_for: CutOffUse, at: TimeOfDay, legal_basis: String });
