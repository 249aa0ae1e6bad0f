//! The national portal's own JSON of a procedure, as its service answers: 72 keys, of which these are read.
//!
//! Null stands for "nothing" as freely as an empty list does, so both read alike; keys that are not named here are
//! kept in the raw text and nowhere else. Never read, because they are empty or constant in all 5,665 records of
//! 2026-07-18: `decisionNo`, `fees`, `profileComponents`, `targetObjects`, `formalityTargetType`, `departmentDetails`,
//! `procedureRelatedGroup`, and `required` of a paper (false 28,064 times).

use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

/// Reads null as the type's own "nothing".
fn nothing_if_null<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(from: D) -> Result<T, D::Error> {
    Option::<T>::deserialize(from).map(Option::unwrap_or_default)
}

macro_rules! record {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Default, Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub(super) struct $name {
            $(#[serde(default, deserialize_with = "nothing_if_null")] pub(super) $field: $type,)+
        }
    };
}

record! {
    /// One line of the file.
    Record {
        life_event_folder: String,
        id: String,
        code: String,
        name: String,
        execution_steps: Vec<StepRecord>,
        execution_methods: Vec<MethodRecord>,
        execution_cases: Vec<PaperGroupRecord>,
        cases: Vec<VariantRecord>,
        r#type: String,
        is_internal: bool,
        is_ward: bool,
        is_province: bool,
        is_ministry: bool,
        is_other_agency: bool,
        is_vertical: bool,
        is_full_process: bool,
        is_shared_service: bool,
        is_offline_only: bool,
        is_non_territorial: bool,
        note: String,
        keywords: String,
        categories_details: Vec<Named>,
        category: Option<Named>,
        departments_executing: Vec<Option<Named>>,
        departments_authority: Vec<Option<Named>>,
        departments_authorized: Vec<Option<Named>>,
        departments_coordinating: Vec<Option<Named>>,
        unit_groups_executing: Vec<Option<Named>>,
        unit_groups_authority: Vec<Option<Named>>,
        unit_groups_authorized: Vec<Option<Named>>,
        unit_groups_coordinating: Vec<Option<Named>>,
        service_groups_details: Vec<Named>,
        legal_basises_details: Vec<Named>,
        results_details: Vec<Named>,
        subject_types_details: Vec<Named>,
        department_promulgate_code: String,
        department_promulgate_name: String,
        updated_at: Option<i64>,
        dossier_receiving_addresses: String,
        requirements_and_conditions: String,
        procedure_proposal: Proposal,
    }
}

record! {
    /// Anything with a code and a name.
    Named { code: String, name: String }
}

record! {
    /// The decision that published it.
    Proposal { proposal_number: String, decision_date: Option<i64>, publication_date: Option<i64> }
}

record! {
    /// One step.
    StepRecord { name: String, description: String }
}

record! {
    /// One way of filing.
    MethodRecord {
        submission_method: String,
        processing_time: Option<Box<RawValue>>,
        processing_time_unit: String,
        description: String,
        fees: Vec<FeeRecord>,
    }
}

record! {
    /// One fee line.
    FeeRecord {
        r#type: String,
        value: Option<Box<RawValue>>,
        currency_id: String,
        currency_name: String,
        description: String,
    }
}

record! {
    /// One group of papers.
    PaperGroupRecord { name: String, profile_components: Vec<PaperRecord> }
}

record! {
    /// One paper.
    PaperRecord {
        code: String,
        name: String,
        original_qty: u32,
        copy_qty: u32,
        has_electronic_form: bool,
        is_processing_result: bool,
        attachments: Vec<AttachmentRecord>,
    }
}

record! {
    /// One form file.
    AttachmentRecord { file_name: String, file_path: String }
}

record! {
    /// One variant with its limit.
    VariantRecord { code: String, name: String, processing_day: VariantTime }
}

record! {
    /// A variant's limit.
    VariantTime { qty: Option<Box<RawValue>>, r#type: String }
}
