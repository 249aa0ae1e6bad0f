//! The forms of the process, filled from the facts of a case.

use motcua_domain::bilingual::Bilingual;
use motcua_domain::case::{SupplementEffect, SupplementStage};
use motcua_engine::ports::{Confirmation, HandoverLine, PaperFacts, StepEnd, SupplementFacts};

use super::Gap;
use super::agency::agency;
use super::words::{
    applicant_signature, centre_issue, fee, heading, limit, moment, officer_signature, tracking, vi,
};
use crate::paper::{
    Component, Confirmed, ControlLine, ControlSheet, Defect, IntakeRefusalForm, ReceiptSlip, SendingReceipt,
    Signature, SupplementRequestForm, Timeliness,
};

/// Xác nhận đã gửi hồ sơ. It keeps the reference and the answer's moment of the sending, even when it is printed
/// after acceptance.
pub(super) fn sending_receipt(facts: &PaperFacts) -> SendingReceipt {
    let t = vi();
    let form = (!facts.answers.is_empty()).then(|| t.paper_form());
    let papers = facts.components.iter().map(|(name, files)| {
        let files = t.paper_files(t.number(count(*files)));
        format!("{} ({files})", name.vi)
    });
    SendingReceipt {
        issue: centre_issue(facts),
        case: heading(facts, &facts.reference),
        sent_at: facts.sent_at.into(),
        answer_by: facts.intake_due.at.into(),
        addressee: facts.centre.vi.clone(),
        papers: form.into_iter().chain(papers).collect(),
        tracking: tracking(facts, &facts.reference),
    }
}

/// Form 01.
pub(super) fn receipt(facts: &PaperFacts) -> Result<ReceiptSlip, Gap> {
    let t = vi();
    Ok(ReceiptSlip {
        issue: centre_issue(facts),
        case: heading(facts, &facts.name),
        centre: facts.centre.vi.clone(),
        components: components(facts),
        sets: 1,
        limit: limit(facts.limit.as_ref()),
        received_at: facts.accepted_at.ok_or(Gap::Fact("moment of acceptance"))?.into(),
        due_at: facts.due.ok_or(Gap::Fact("promised moment"))?.at.into(),
        fee: fee(facts.fee),
        return_way: if facts.is_electronic {
            t.paper_return_electronic()
        } else {
            t.paper_return_desk(facts.centre.vi.as_str())
        },
        tracking: tracking(facts, &facts.name),
        applicant_signature: applicant_signature(facts),
        officer_signature: officer_signature(facts),
    })
}

/// What was handed in: the form itself, then each paper once, however many files it has.
fn components(facts: &PaperFacts) -> Vec<Component> {
    let t = vi();
    let form = (!facts.answers.is_empty()).then(|| Component {
        name: t.paper_form(),
        original: 1,
        certified: 0,
        photo: 0,
        note: Some(t.paper_form_note()),
    });
    let papers = facts.components.iter().map(|(name, files)| Component {
        name: name.vi.clone(),
        original: 0,
        certified: 0,
        photo: 1,
        note: Some(t.paper_files(t.number(count(*files)))),
    });
    form.into_iter().chain(papers).collect()
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Form 02: everything that the last notice asks.
pub(super) fn supplement(facts: &PaperFacts) -> Result<SupplementRequestForm, Gap> {
    if facts.items.is_empty() {
        return Err(Gap::Fact("request for a supplement"));
    }
    Ok(SupplementRequestForm {
        issue: centre_issue(facts),
        case: heading(facts, &facts.name),
        defects: facts.items.iter().map(defect).collect(),
        answer_by: facts.answer_by.map(|due| due.on.into()),
        effect_on_limit: facts.supplement.as_ref().map(effect_on_limit),
        contact: vi().paper_contact(facts.centre.vi.as_str()),
        officer_signature: guide_signature(facts),
    })
}

/// A hand signs only what is given over the counter at intake. Every other notice leaves electronically, however the
/// case came.
fn guide_signature(facts: &PaperFacts) -> Signature {
    let is_at_counter = !facts.is_online
        && facts
            .supplement
            .as_ref()
            .is_some_and(|asked| asked.stage == SupplementStage::Intake);
    Signature {
        note: (!is_at_counter).then(|| vi().paper_issued_electronically()),
        ..officer_signature(facts)
    }
}

/// What asking for more does to the limit, with the text that says so (`domain.md` 4.4).
fn effect_on_limit(asked: &SupplementFacts) -> String {
    let t = vi();
    let sentence = match asked.effect {
        None => return t.paper_intake_limit(),
        Some(SupplementEffect::Restart) => t.paper_limit_restarts(),
        Some(SupplementEffect::Suspend) => t.paper_limit_suspended(),
        Some(SupplementEffect::Nothing) => t.paper_limit_runs_on(),
    };
    match &asked.legal_basis {
        Some(basis) => t.paper_with_ground(sentence.as_str(), basis.as_str()),
        None => sentence,
    }
}

fn defect((label, is_paper, reason): &(Bilingual, bool, String)) -> Defect {
    Defect {
        item: label.vi.clone(),
        reason: reason.clone(),
        guidance: Some(if *is_paper {
            vi().paper_guidance_paper()
        } else {
            vi().paper_guidance_answer()
        }),
    }
}

/// Form 03 (D61 17.1b).
pub(super) fn intake_refusal(facts: &PaperFacts) -> Result<IntakeRefusalForm, Gap> {
    let t = vi();
    Ok(IntakeRefusalForm {
        issue: centre_issue(facts),
        case: heading(facts, &facts.name),
        centre: facts.centre.vi.clone(),
        reason: facts.reason.clone().ok_or(Gap::Fact("reason of the refusal"))?,
        ground: t.paper_intake_refusal_ground(),
        next_step: Some(t.paper_intake_refusal_next()),
        applicant_signature: applicant_signature(facts),
        officer_signature: officer_signature(facts),
    })
}

/// Form 06.
pub(super) fn control_sheet(facts: &PaperFacts) -> Result<ControlSheet, Gap> {
    Ok(ControlSheet {
        issue: centre_issue(facts),
        case: heading(facts, &facts.name),
        resolving_agency: agency(&facts.agency.vi),
        coordinating_agency: None,
        received_at: facts.accepted_at.ok_or(Gap::Fact("moment of acceptance"))?.into(),
        due_at: facts.due.ok_or(Gap::Fact("promised moment"))?.at.into(),
        lines: facts
            .handovers
            .iter()
            .map(|line| control_line(line, &facts.agency.vi))
            .collect(),
    })
}

fn control_line(line: &HandoverLine, decides: &str) -> ControlLine {
    let party = |name: &str| {
        if name == decides {
            agency(name)
        } else {
            name.to_owned()
        }
    };
    ControlLine {
        given_by: party(&line.from),
        taken_by: party(&line.to),
        given_at: line.given_at.into(),
        taken_at: Some(line.taken_at.into()),
        due_at: line.due.map(|due| due.at.into()),
        result: timeliness(line),
        note: match line.end {
            StepEnd::Running | StepEnd::AwaitingReturn => None,
            StepEnd::Done(at) | StepEnd::Returned(at) | StepEnd::Closed(at) => {
                Some(vi().paper_step_done(moment(at)))
            }
        },
        given_sign: line.given_by.as_ref().map(confirmed),
        taken_sign: line.taken_by.as_ref().map(confirmed),
    }
}

/// How a step ended against its time: early is before the day. A step without a time cannot be late.
fn timeliness(line: &HandoverLine) -> Timeliness {
    match (line.end, line.due) {
        (StepEnd::Running, _) => Timeliness::Running,
        (StepEnd::AwaitingReturn, _) => Timeliness::AwaitingReturn,
        (StepEnd::Returned(_), _) => Timeliness::Returned,
        (StepEnd::Closed(_), _) => Timeliness::Closed,
        (StepEnd::Done(done), Some(due)) if done > due.at => Timeliness::Late,
        (StepEnd::Done(done), Some(due)) if done.day() < due.on => Timeliness::Early,
        (StepEnd::Done(_), _) => Timeliness::OnTime,
    }
}

fn confirmed(act: &Confirmation) -> Confirmed {
    Confirmed {
        name: act.name.clone(),
        at: act.at.into(),
    }
}
