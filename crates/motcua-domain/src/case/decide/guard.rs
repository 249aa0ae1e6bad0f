//! Whether an act has its place now, before its content is known.

use super::Context;
use crate::case::appraisal::Activity;
use crate::case::command::CommandKind;
use crate::case::payment::{Charge, PaymentMove};
use crate::case::refusal::Refusal;
use crate::case::state::{Case, DeliveryWay};
use crate::case::step::Step;
use crate::catalogue::CollectedAt;

/// Whether a command of this kind has a place now, before its content is known. Pages use it to say why an
/// act may not be done; `decide` asks it first, so that no page and no rule can differ.
///
/// # Errors
/// The [`Refusal`] that the command would meet whatever it contains.
pub fn guard(case: &Case, kind: CommandKind, context: &Context<'_>) -> Result<(), Refusal> {
    if matches!(kind, CommandKind::Send | CommandKind::Receive) {
        return Err(Refusal::AlreadySent);
    }
    if case.archived_at.is_some() && !is_of_finance(kind) {
        return Err(Refusal::AlreadyArchived);
    }
    if !has_place(case, kind) {
        return Err(Refusal::NotAtThisStep {
            command: kind,
            step: case.step,
        });
    }
    before_acceptance(case, kind)?;
    while_resolved(case, kind, context)?;
    before_result(case, kind)?;
    after_issue(case, kind)?;
    of_money(case, kind)
}

/// INVARIANT: the one table of which act has its place at which step (`domain.md` 3.3).
fn has_place(case: &Case, kind: CommandKind) -> bool {
    use CommandKind as C;
    use Step as S;
    let step = case.step;
    match kind {
        C::Send | C::Receive => false,
        C::Recall => matches!(step, S::Sent | S::SupplementAtIntake | S::AwaitingFee),
        C::AskFee | C::RefuseIntake => step == S::Sent,
        C::Accept => matches!(step, S::Sent | S::AwaitingFee),
        C::RequestSupplement | C::RecordRetrievalFailure => matches!(step, S::Sent | S::Appraisal),
        C::AnswerSupplement => matches!(step, S::SupplementAtIntake | S::SupplementAfterAppraisal),
        C::ConfirmSupplement => step == S::SupplementAfterAppraisal,
        C::HandOver | C::GiveImmediately => step == S::Accepted,
        C::TakeOver | C::ReturnToDesk => step == S::HandedOver,
        C::Assign => matches!(step, S::HandedOver | S::Appraisal),
        C::TakeBack
        | C::GiveBack
        | C::Forward
        | C::AskOpinion
        | C::PlanVisit
        | C::RecordVisit
        | C::PostPublicly
        | C::EndPosting
        | C::AskFinancialDuty
        | C::ProposeApology => step == S::Appraisal,
        C::NotifyDuty | C::ProveDuty | C::ConfirmDuty => step == S::FinancialDuty,
        // What was judged wrongly is judged anew before the result is made anew.
        C::Examine | C::DraftOutcome => {
            step == S::Appraisal || (step == S::Correcting && case.draft.is_none())
        }
        C::Initial => step == S::DivisionReview,
        C::SendBack => {
            matches!(step, S::DivisionReview | S::LeaderSigning)
                || (step == S::Correcting && case.draft.is_some() && case.signature.is_none())
        }
        C::SignOutcome => {
            step == S::LeaderSigning
                || (step == S::Correcting && case.draft.is_some() && case.signature.is_none())
        }
        C::IssueOutcome => step == S::ClerkIssuing || (step == S::Correcting && case.signature.is_some()),
        C::ReturnResult | C::CollectResult | C::Dispatch | C::ReportDelivery => step == S::Ready,
        C::OpenTasks => matches!(step, S::HandedOver | S::Appraisal),
        C::Stop => {
            step.is_being_resolved() || matches!(step, S::Sent | S::SupplementAtIntake | S::AwaitingFee)
        }
        C::Resume => step == S::Stopped,
        C::OpenCorrection | C::RevokeOutcome => matches!(step, S::Ready | S::Delivered),
        C::Archive => case.is_over(),
        C::RateService => step == S::Delivered,
        C::FinishForward
        | C::GiveOpinion
        | C::TakeSilence
        | C::ProceedWithoutOpinion
        | C::Apologise
        | C::AskWithdrawal
        | C::DecideWithdrawal
        | C::FinishTask
        | C::ApologiseTask
        | C::ApplyCalendarDecision => step.is_being_resolved(),
        // Nothing is owed any more for what is over.
        C::TakePayment | C::StartPayment | C::RelieveCharge => !case.is_over(),
        C::UndoMove
        | C::WriteMessage
        | C::ReportPayment
        | C::AskRefund
        | C::DecideRefund
        | C::Reconcile
        | C::ReportExchange => true,
    }
}

/// Money may be settled after the package of papers is closed; the outside may still speak.
const fn is_of_finance(kind: CommandKind) -> bool {
    matches!(
        kind,
        CommandKind::ReportPayment
            | CommandKind::AskRefund
            | CommandKind::DecideRefund
            | CommandKind::Reconcile
            | CommandKind::ReportExchange
    )
}

fn before_acceptance(case: &Case, kind: CommandKind) -> Result<(), Refusal> {
    use CommandKind as C;
    match kind {
        C::Accept if case.step == Step::AwaitingFee && !case.is_settled_for(CollectedAt::Intake) => {
            Err(Refusal::FeeUnpaid)
        }
        C::AnswerSupplement if case.step == Step::SupplementAfterAppraisal && case.supplement_answered() => {
            Err(Refusal::AlreadyAnswered)
        }
        C::ConfirmSupplement if !case.supplement_answered() => Err(Refusal::NotAnsweredYet),
        C::GiveImmediately if !case.rules.as_ref().is_some_and(|rules| rules.immediate) => {
            Err(Refusal::NotImmediate)
        }
        _ => Ok(()),
    }
}

fn while_resolved(case: &Case, kind: CommandKind, context: &Context<'_>) -> Result<(), Refusal> {
    use CommandKind as C;
    let not_taken_over = case.is_border_free()
        && case
            .clock
            .as_ref()
            .is_some_and(|clock| clock.taken_over_at.is_none());
    match kind {
        C::RequestSupplement if case.step == Step::Appraisal => {
            super::appraisal::asking_time(case, context).map(|_| ())
        }
        C::TakeOver if !case.is_border_free() => Err(Refusal::NotBorderFree),
        C::TakeOver if !not_taken_over => Err(Refusal::AlreadyTakenOver),
        // Until the competent agency has it, its limit has not begun: it can neither decide nor ask for a new date.
        C::Assign | C::Apologise | C::GiveImmediately if not_taken_over => Err(Refusal::NotTakenOver),
        C::UndoMove => match case.last_move {
            None => Err(Refusal::NothingToUndo),
            Some(moved) if context.now > moved.undoable_until() => Err(Refusal::NothingToUndo),
            Some(_) => Ok(()),
        },
        C::FinishForward if case.side_tasks.iter().all(|task| task.done.is_some()) => {
            Err(Refusal::NoSuchTask)
        }
        C::GiveOpinion | C::TakeSilence | C::ProceedWithoutOpinion if case.consultations.is_empty() => {
            Err(Refusal::NoSuchConsultation)
        }
        C::EndPosting if !case.activities().contains(&Activity::PublicPosting) => Err(Refusal::NothingPosted),
        C::ConfirmDuty if case.duties.last().is_none_or(|duty| duty.proof.is_none()) => {
            Err(Refusal::DutyNotProved)
        }
        C::ProveDuty if case.duties.last().is_none_or(|duty| duty.notice.is_none()) => {
            Err(Refusal::DutyNotNotified)
        }
        C::OpenTasks if case.tasks.iter().any(|task| task.done.is_none()) => Err(Refusal::TasksRun),
        C::FinishTask | C::ApologiseTask if !case.tasks.iter().any(crate::case::Task::is_running) => {
            Err(Refusal::NoSuchTask)
        }
        C::Apologise | C::ProposeApology => super::ending::may_apologise(case),
        C::Resume if !case.is_held() => Err(Refusal::StopIsFinal),
        _ => Ok(()),
    }
}

fn before_result(case: &Case, kind: CommandKind) -> Result<(), Refusal> {
    use CommandKind as C;
    match kind {
        C::DraftOutcome | C::Initial | C::SignOutcome | C::IssueOutcome | C::GiveImmediately
            if case.withdrawal.is_some() =>
        {
            Err(Refusal::WithdrawalWaits)
        }
        C::DraftOutcome if case.step == Step::Appraisal && case.findings.is_empty() => {
            Err(Refusal::NotExamined)
        }
        // No sign-off while something a decision must rest on is still out (HN 3.7.2).
        C::DraftOutcome | C::SignOutcome | C::GiveImmediately => match case.activities().first() {
            Some(activity) => Err(Refusal::StillGoesOn { activity: *activity }),
            None => Ok(()),
        },
        C::AskWithdrawal if case.withdrawal.is_some() => Err(Refusal::WithdrawalWaits),
        C::DecideWithdrawal if case.withdrawal.is_none() => Err(Refusal::NoWithdrawalAsked),
        _ => Ok(()),
    }
}

fn after_issue(case: &Case, kind: CommandKind) -> Result<(), Refusal> {
    use CommandKind as C;
    let is_revoked = case
        .outcome
        .as_ref()
        .is_some_and(|outcome| outcome.revoked.is_some());
    match kind {
        C::ReturnResult | C::CollectResult | C::Dispatch | C::RevokeOutcome if is_revoked => {
            Err(Refusal::OutcomeRevoked)
        }
        C::ReturnResult | C::CollectResult | C::Dispatch | C::GiveImmediately
            if !case.charges.iter().all(|charge| charge.state.is_settled()) =>
        {
            Err(Refusal::FeeUnpaid)
        }
        C::CollectResult if case.delivery == DeliveryWay::Desk => Err(Refusal::CollectedAtDesk),
        C::CollectResult if case.delivery == DeliveryWay::Post => Err(Refusal::ComesByPost),
        C::Dispatch | C::ReportDelivery if case.delivery != DeliveryWay::Post => Err(Refusal::NotByPost),
        C::RateService if case.rating.is_some() => Err(Refusal::AlreadyRated),
        _ => Ok(()),
    }
}

/// Whether any charge stands where this could happen to it.
fn of_money(case: &Case, kind: CommandKind) -> Result<(), Refusal> {
    use CommandKind as C;
    let is_of_charges =
        is_of_finance(kind) || matches!(kind, C::TakePayment | C::StartPayment | C::RelieveCharge);
    if !is_of_charges || kind == C::ReportExchange || case.charges.iter().any(|charge| charge.admits(kind)) {
        return Ok(());
    }
    match case.charges.first() {
        Some(charge) => Err(Refusal::PaymentNotNow { state: charge.state }),
        None => Err(Refusal::NoSuchCharge),
    }
}

impl Charge {
    /// Whether this could happen to the charge as it stands: what a page offers beside it.
    pub fn admits(&self, kind: CommandKind) -> bool {
        use CommandKind as C;
        match kind {
            C::TakePayment | C::StartPayment => self.state.is_payable(),
            C::RelieveCharge => self.state.after(PaymentMove::Waive).is_some(),
            C::AskRefund => self.state.after(PaymentMove::AskRefund).is_some(),
            C::DecideRefund => self.is_owed_back(),
            C::Reconcile => self.receipt.is_some() && !self.is_reconciled,
            _ => true,
        }
    }
}
