//! Names, codes, results and texts of the record, and how they mislead (`domain.md` 7.6).

use motcua_domain::catalogue::{OutcomeCode, ProcedureCode, Trap};

use super::finding::Findings;
use super::record::{Named, Record};
use super::scan::Words;
use super::text;

/// Entries that another text has replaced but the portal still lists. Data, not a rule: a line is a code and what
/// replaced it with the source; `#` begins a remark. It only ever asks a person, so it needs no dates.
const SUPERSEDED: &str = include_str!("superseded.csv");

/// Reports everything in the record that is neither a limit nor a charge.
pub(super) fn report(record: &Record, code: &ProcedureCode, findings: &mut Findings) {
    report_name_and_code(record, findings);
    if record.category.is_none() {
        let proposal = record
            .categories_details
            .first()
            .map(|field| format!("{} {}", field.code, field.name));
        findings.part(Trap::FieldMissing, "category", "", proposal);
    }
    for (row, result) in record.results_details.iter().enumerate() {
        report_outcome(record, row, result, findings);
    }
    for (row, step) in record.execution_steps.iter().enumerate() {
        if let Some(excerpt) = text::scrambled(&step.description) {
            findings.row(
                Trap::ScrambledSteps,
                ("executionSteps", row, ".description"),
                &excerpt,
                None,
            );
        }
    }
    if is_internal(record) {
        findings.part(Trap::InternalProcedure, "isInternal", &record.r#type, None);
    }
    if let Some(by) = superseded_by(code) {
        findings.part(Trap::Superseded, "code", code.as_str(), Some(by.to_owned()));
    }
}

/// Whether the record is for state bodies only: by its flag, or by its kind where the two disagree, because showing an
/// internal procedure is worse than asking.
pub(super) fn is_internal(record: &Record) -> bool {
    record.is_internal || record.r#type == "STANDARD_INTERNAL"
}

fn report_name_and_code(record: &Record, findings: &mut Findings) {
    // The code as the record has it: the importer may have told two namesakes apart by a longer one.
    if !ProcedureCode::new(&record.code).is_ok_and(|code| code.is_national_shape()) {
        findings.part(Trap::ProcedureCodeShape, "code", &record.code, None);
    }
    let name = text::one_line(&record.name);
    if text::has_control_signs(&record.name) {
        let raw = record.name.escape_debug().to_string();
        findings.part(Trap::ControlSignsInName, "name", &raw, Some(name.clone()));
    }
    if is_decision_title(&name) {
        findings.part(Trap::DecisionTitleAsName, "name", &name, None);
    }
}

/// Whether a name is the title of a decision that publishes or enacts something, or cites a province's own decision.
/// "Công bố mở cảng" (declare a port open) is a real name: only titles that speak of a list of procedures count.
fn is_decision_title(name: &str) -> bool {
    let words = Words::of(name);
    let lower = name.to_lowercase();
    let begins_as_title = [
        "về việc",
        "v/v",
        "công bố",
        "ban hành",
        "quyết định số",
        "quyết định về việc",
        "quyết định công bố",
    ]
    .iter()
    .any(|beginning| lower.starts_with(beginning));
    let speaks_of_procedures = words.say("thủ tục hành chính") || words.say("danh mục thủ tục");
    let is_titled =
        lower.starts_with("quyết định số") || lower.starts_with("về việc") || lower.starts_with("v/v");
    is_titled || (begins_as_title && speaks_of_procedures) || lower.contains("/qđ-ubnd")
}

fn report_outcome(record: &Record, row: usize, result: &Named, findings: &mut Findings) {
    let code = OutcomeCode::new(text::normal(&result.code));
    if !code.is_national_shape() {
        findings.row(
            Trap::OutcomeCodeShape,
            ("resultsDetails", row, ".code"),
            code.as_str(),
            None,
        );
    }
    let is_national = record.department_promulgate_code.starts_with('G');
    if is_national && let Some(province) = code.province() {
        let proposal = Some(format!("{} / {province}", record.department_promulgate_code));
        findings.row(
            Trap::ForeignProvinceCode,
            ("resultsDetails", row, ".code"),
            code.as_str(),
            proposal,
        );
    }
    if is_no_document(&result.name) {
        let raw = text::excerpt(&result.name);
        findings.row(
            Trap::OutcomeIsNoDocument,
            ("resultsDetails", row, ".name"),
            &raw,
            None,
        );
    }
}

/// Whether a result names nothing that could be issued and kept: an entry in a database, a refusal, "none". A document
/// named together with its refusal ("Giấy phép hoặc văn bản từ chối") is a document.
fn is_no_document(name: &str) -> bool {
    let words = Words::of(name);
    let says_nothing = [
        "không có kết quả",
        "không quy định",
        "không phải trả kết quả",
        "không có văn bản",
    ]
    .iter()
    .any(|phrase| words.say(phrase))
        || matches!(
            text::one_line(name)
                .to_lowercase()
                .trim_matches(['.', '-', '+', ' ']),
            "" | "không" | "không có"
        );
    let is_alternative = words.say("hoặc") || name.contains('/');
    let refuses = words.say("từ chối") && !is_alternative;
    let updates = words.say("cập nhật") && !words.say("thông báo") && !words.say("giấy");
    says_nothing || refuses || updates
}

fn superseded_by(code: &ProcedureCode) -> Option<&'static str> {
    SUPERSEDED
        .lines()
        .filter(|line| !line.starts_with('#'))
        .find_map(|line| {
            let (superseded, by) = line.split_once(',')?;
            (superseded == code.as_str()).then_some(by)
        })
}
