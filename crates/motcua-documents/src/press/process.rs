//! The forms of the process, filled from the facts of a case.

use motcua_domain::bilingual::Bilingual;
use motcua_engine::ports::{HandoverLine, PaperFacts};

use super::Gap;
use super::agency::agency;
use super::words::{
    applicant_signature, centre_issue, fee, heading, limit, moment, officer_signature, tracking, vi,
};
use crate::paper::{
    Component, ControlLine, ControlSheet, Defect, IntakeRefusalForm, ReceiptSlip, SendingReceipt,
    SupplementRequestForm, Timeliness,
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
        // After acceptance the effect depends on the law of the sector, which the tracker explains.
        effect_on_limit: facts.accepted_at.is_none().then(|| vi().paper_intake_limit()),
        contact: vi().paper_contact(facts.centre.vi.as_str()),
        officer_signature: officer_signature(facts),
    })
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

/// A hand-over in the system is taken at the moment it is given.
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
        given_at: line.at.into(),
        taken_at: Some(line.at.into()),
        due_at: line.due.map(|due| due.at.into()),
        result: timeliness(line),
        note: line.done_at.map(|done| vi().paper_step_done(moment(done))),
    }
}

/// How a step ended against its time: early is before the day. A step without a time cannot be late.
fn timeliness(line: &HandoverLine) -> Timeliness {
    match (line.done_at, line.due) {
        (None, _) => Timeliness::Running,
        (Some(done), Some(due)) if done > due.at => Timeliness::Late,
        (Some(done), Some(due)) if done.day() < due.on => Timeliness::Early,
        (Some(_), _) => Timeliness::OnTime,
    }
}
