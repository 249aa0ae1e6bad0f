//! The result: the certificate where the law has one that we can set, else a notice; or the refusal with reasons.

use motcua_domain::case::OutcomeKind;
use motcua_engine::ports::{OutcomeFacts, PaperFacts};

use super::Gap;
use super::agency::agency;
use super::birth;
use super::words::{heading, issue, vi};
use crate::paper::{NegativeOutcome, OutcomeNotice, Paper, Signature, Tracking};

/// The national code of the result that is a birth certificate (Giấy khai sinh).
const BIRTH_CERTIFICATE: &str = "KQ.G15.000031";

/// The paper of what was decided.
pub(super) fn outcome(facts: &PaperFacts) -> Result<Paper, Gap> {
    let outcome = facts.outcome.as_ref().ok_or(Gap::Fact("outcome"))?;
    Ok(match (outcome.kind, outcome.code.as_deref()) {
        (OutcomeKind::Refused, _) => Paper::NegativeOutcome(refusal(facts, outcome)?),
        (OutcomeKind::Granted, Some(BIRTH_CERTIFICATE)) => {
            Paper::BirthCertificate(birth::certificate(facts, outcome)?)
        }
        (OutcomeKind::Granted, _) => Paper::Outcome(notice(facts, outcome)),
    })
}

fn notice(facts: &PaperFacts, outcome: &OutcomeFacts) -> OutcomeNotice {
    OutcomeNotice {
        issue: issue(facts, &facts.agency.vi, outcome.issued_at, Some(sign(outcome))),
        case: heading(facts, &facts.name),
        agency: agency(&facts.agency.vi),
        received_at: facts.accepted_at.map(Into::into),
        result_code: outcome.code.clone(),
        return_way: if facts.is_electronic {
            vi().paper_return_electronic()
        } else {
            vi().paper_return_desk(facts.centre.vi.as_str())
        },
        signature: signature(outcome),
        check: check(facts),
    }
}

/// Not eligible after appraisal: a result too, within the limit, with its reason (D61 19.8).
fn refusal(facts: &PaperFacts, outcome: &OutcomeFacts) -> Result<NegativeOutcome, Gap> {
    Ok(NegativeOutcome {
        issue: issue(facts, &facts.agency.vi, outcome.issued_at, Some(sign(outcome))),
        case: heading(facts, &facts.name),
        agency: agency(&facts.agency.vi),
        received_at: facts.accepted_at.map(Into::into),
        reason: facts.reason.clone().ok_or(Gap::Fact("reason of the refusal"))?,
        ground: vi().paper_refusal_ground(),
        signature: signature(outcome),
        check: check(facts),
    })
}

/// Số, ký hiệu: the number in the agency's book of the year, and the sign of a notice of a result.
fn sign(outcome: &OutcomeFacts) -> String {
    format!("{}/TB-KQ", outcome.document_number)
}

pub(super) fn signature(outcome: &OutcomeFacts) -> Signature {
    Signature {
        name: outcome.signatory.clone(),
        note: Some(vi().paper_issued_electronically()),
    }
}

pub(super) fn check(facts: &PaperFacts) -> Tracking {
    Tracking {
        qr: facts.tracking.clone(),
        guide: vi().paper_check(facts.name.as_str()),
    }
}
