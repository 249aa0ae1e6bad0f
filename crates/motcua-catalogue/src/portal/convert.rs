//! From a record to a version of a procedure.

use motcua_domain::catalogue::{
    Agencies, Agency, Audience, AuthorityLevel, CaseVariant, ChannelEntry, ComponentCode, Decision, Field,
    Flags, FormFile, LegalBasis, OutcomeCode, OutcomeKind, ProcedureCode, ProcedureKind, ProcedureVersion,
    Requirement, RequirementGroup, ServiceLevel, Step,
};
use motcua_domain::id::VersionId;
use motcua_domain::time::{Day, Instant};

use super::charge::charge;
use super::content::is_internal;
use super::limit::{Limits, channel};
use super::record::{Named, PaperRecord, Record};
use super::text::{normal, one_line, some};

/// The version that a record describes. Its identity is the code and the day of the portal's last change, because
/// the portal gives no day of coming into force and two texts may rest on one decision.
pub(super) fn version(record: &Record, code: &ProcedureCode, limits: Limits) -> ProcedureVersion {
    let changed_on = record.updated_at.map(day);
    let decision = Decision {
        number: some(&record.procedure_proposal.proposal_number),
        taken_on: record.procedure_proposal.decision_date.map(day),
        published_on: record.procedure_proposal.publication_date.map(day),
    };
    let as_of = changed_on.or(decision.published_on).or(decision.taken_on);
    ProcedureVersion {
        id: VersionId::new(as_of.map_or_else(|| format!("{code}@undated"), |day| format!("{code}@{day}"))),
        code: code.clone(),
        name_vi: one_line(&record.name),
        name_en: None,
        decision,
        field: field(record),
        kind: kind(record),
        levels: levels(record),
        service_level: service_level(record),
        audiences: audiences(record),
        agencies: agencies(record),
        received_at: some(&record.dossier_receiving_addresses),
        requirement_groups: requirement_groups(record),
        steps: record
            .execution_steps
            .iter()
            .map(|step| Step {
                name: one_line(&step.name),
                text: normal(&step.description),
            })
            .collect(),
        conditions: normal(&record.requirements_and_conditions),
        outcomes: record.results_details.iter().map(outcome).collect(),
        legal_bases: legal_bases(record),
        keywords: normal(&record.keywords),
        topics: topics(record),
        flags: flags(record),
        in_force_from: None,
        in_force_to: None,
        supplements: Vec::new(),
        cut_offs: Vec::new(),
        form: None,
        variants: record
            .cases
            .iter()
            .zip(limits.variants)
            .map(|(variant, read)| CaseVariant {
                code: some(&variant.code),
                name: one_line(&variant.name),
                limit: read.limit,
            })
            .collect(),
        channels: channels(record, limits.entries),
    }
}

fn channels(record: &Record, limits: Vec<super::limit::ReadLimit>) -> Vec<ChannelEntry> {
    record
        .execution_methods
        .iter()
        .zip(limits)
        .filter_map(|(entry, read)| {
            Some(ChannelEntry {
                channel: channel(entry)?,
                limit: read.limit,
                charges: entry.fees.iter().map(charge).collect(),
                note: normal(&entry.description),
            })
        })
        .collect()
}

/// The local day of a moment in milliseconds.
fn day(millis: i64) -> Day {
    Instant::from_millis(millis).day()
}

/// The field: where the portal's answer lacks it (2,518 records), the only category stands in its place, and a person
/// confirms it.
fn field(record: &Record) -> Option<Field> {
    let named = record
        .category
        .as_ref()
        .or_else(|| record.categories_details.first())?;
    Some(Field {
        code: some(&named.code)?,
        name: one_line(&named.name),
    })
}

fn kind(record: &Record) -> ProcedureKind {
    match record.r#type.as_str() {
        _ if is_internal(record) => ProcedureKind::Internal,
        "SPECIFIC" => ProcedureKind::Specific,
        _ => ProcedureKind::Standard,
    }
}

fn levels(record: &Record) -> Vec<AuthorityLevel> {
    [
        (record.is_ministry, AuthorityLevel::Ministry),
        (record.is_province, AuthorityLevel::Province),
        (record.is_ward, AuthorityLevel::Commune),
        (record.is_other_agency, AuthorityLevel::Other),
    ]
    .into_iter()
    .filter_map(|(is_set, level)| is_set.then_some(level))
    .collect()
}

/// The portal marks full process only; what can be filed online but is not marked is partial.
fn service_level(record: &Record) -> ServiceLevel {
    let has_online = record
        .execution_methods
        .iter()
        .any(|entry| entry.submission_method == "ONLINE");
    match (record.is_full_process, has_online && !record.is_offline_only) {
        (true, _) => ServiceLevel::FullProcess,
        (false, true) => ServiceLevel::Partial,
        (false, false) => ServiceLevel::InformationOnly,
    }
}

fn audiences(record: &Record) -> Vec<Audience> {
    let named = record.subject_types_details.iter();
    named
        .map(|audience| Audience {
            code: normal(&audience.code),
            name: one_line(&audience.name),
        })
        .collect()
}

fn agencies(record: &Record) -> Agencies {
    let promulgating = some(&record.department_promulgate_name).map(|name| Agency {
        code: some(&record.department_promulgate_code),
        name: one_line(&name),
    });
    Agencies {
        promulgating,
        executing: bodies(&record.departments_executing, &record.unit_groups_executing),
        competent: bodies(&record.departments_authority, &record.unit_groups_authority),
        authorised: bodies(&record.departments_authorized, &record.unit_groups_authorized),
        coordinating: bodies(&record.departments_coordinating, &record.unit_groups_coordinating),
    }
}

/// Bodies and kinds of body, as the portal lists them apart; a kind has no code.
fn bodies(departments: &[Option<Named>], groups: &[Option<Named>]) -> Vec<Agency> {
    departments
        .iter()
        .chain(groups)
        .flatten()
        .map(|body| Agency {
            code: some(&body.code),
            name: one_line(&body.name),
        })
        .filter(|body| !body.name.is_empty())
        .collect()
}

fn requirement_groups(record: &Record) -> Vec<RequirementGroup> {
    record
        .execution_cases
        .iter()
        .map(|group| RequirementGroup {
            name: one_line(&group.name),
            requirements: group.profile_components.iter().map(requirement).collect(),
        })
        .collect()
}

fn requirement(paper: &PaperRecord) -> Requirement {
    Requirement {
        component_code: some(&paper.code).map(ComponentCode::new),
        name: normal(&paper.name),
        originals: paper.original_qty,
        copies: paper.copy_qty,
        has_e_form: paper.has_electronic_form,
        is_result_of_other: paper.is_processing_result,
        forms: paper
            .attachments
            .iter()
            .map(|file| FormFile {
                name: one_line(&file.file_name),
                path: normal(&file.file_path),
            })
            .collect(),
    }
}

fn outcome(result: &Named) -> OutcomeKind {
    OutcomeKind {
        code: some(&result.code).map(OutcomeCode::new),
        name: normal(&result.name),
    }
}

fn legal_bases(record: &Record) -> Vec<LegalBasis> {
    let named = record.legal_basises_details.iter();
    named
        .map(|basis| LegalBasis {
            number: one_line(&basis.code),
            title: one_line(&basis.name),
        })
        .collect()
}

fn topics(record: &Record) -> Vec<String> {
    let groups = record
        .service_groups_details
        .iter()
        .map(|group| group.name.as_str());
    std::iter::once(record.life_event_folder.as_str())
        .chain(groups)
        .filter_map(some)
        .collect()
}

fn flags(record: &Record) -> Flags {
    Flags {
        is_vertical: record.is_vertical,
        is_full_online: record.is_full_process,
        is_offline_only: record.is_offline_only,
        is_non_territorial: record.is_non_territorial,
        is_shared_service: record.is_shared_service,
        is_internal: record.is_internal,
    }
}
