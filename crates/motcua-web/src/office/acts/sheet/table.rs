//! The acts that ask something in writing, and the commands they make.

use motcua_domain::case::{Command, CommandKind as Kind, VisitRecord};

use super::Sheet;
use super::fields::{FAULTS, Field, GROUNDS, KINDS, OPINIONS};

macro_rules! sheet {
    ($kind:ident $address:literal $fields:expr, $asked:ident $words:ident => $command:expr) => {
        Sheet {
            kind: Kind::$kind,
            path: concat!("/desk/cases/{name}/", $address),
            is_red: matches!(Kind::$kind, Kind::Stop | Kind::RevokeOutcome),
            fields: $fields,
            command: |$asked, $words| {
                let _ = (&$asked, &mut *$words);
                Ok($command)
            },
        }
    };
}

/// Every act that asks something in writing, or is one button without a page of its own elsewhere.
pub static SHEETS: &[Sheet] = &[
    sheet!(TakeOver "take-over" &[], a w => Command::TakeOver),
    sheet!(TakeBack "take-back" &[], a w => Command::TakeBack),
    sheet!(GiveBack "give-back" &[Field::Words("reason")], a w => Command::GiveBack {
        reason: a.note("reason", w),
    }),
    sheet!(ReturnToDesk "return-to-desk" &[Field::Words("reason")], a w => Command::ReturnToDesk {
        reason: a.note("reason", w),
    }),
    sheet!(Forward "forward" &[Field::Colleagues("to"), Field::Words("what")], a w => Command::Forward {
        to: a.colleagues("to"),
        task: a.note("what", w),
    }),
    sheet!(FinishForward "finish-forward" &[Field::MaybeWords("result")], a w => Command::FinishForward {
        staff: a.staff(),
        result: a.note("result", w),
    }),
    sheet!(UndoMove "undo-move" &[], a w => Command::UndoMove { staff: a.staff() }),
    sheet!(AskOpinion "ask-opinion" &[Field::Agency("agency"), Field::Words("content"), Field::WorkingDays("days")],
    a w => Command::AskOpinion {
        of: a.agency("agency"),
        content: a.note("content", w),
        limit: a.working_days("days")?,
    }),
    sheet!(GiveOpinion "give-opinion"
    &[Field::Open("open"), Field::One("opinion", OPINIONS), Field::Words("text")],
    a w => Command::GiveOpinion {
        consultation: a.count("open")?,
        agrees: a.is("opinion", "agree"),
        text: a.note("text", w),
    }),
    sheet!(TakeSilence "take-silence" &[Field::Open("open")], a w => Command::TakeSilence {
        consultation: a.count("open")?,
    }),
    sheet!(ProceedWithoutOpinion "proceed-without-opinion" &[Field::Open("open"), Field::Words("reason")],
    a w => Command::ProceedWithoutOpinion {
        consultation: a.count("open")?,
        ground: a.note("reason", w),
    }),
    sheet!(PlanVisit "plan-visit" &[Field::Moment("at"), Field::Words("place")], a w => Command::PlanVisit {
        at: a.moment("at")?,
        place: a.note("place", w),
    }),
    sheet!(RecordVisit "record-visit"
    &[Field::Moment("at"), Field::Words("place"), Field::Words("attended"), Field::Words("found")],
    a w => Command::RecordVisit {
        visited_at: a.moment("at")?,
        record: VisitRecord {
            place: a.note("place", w),
            attended: a.note("attended", w),
            found: a.note("found", w),
        },
    }),
    sheet!(PostPublicly "post-publicly" &[Field::Words("content"), Field::Days("days")], a w => Command::PostPublicly {
        period: a.days("days")?,
        content: a.note("content", w),
    }),
    sheet!(EndPosting "end-posting" &[Field::Count("objections"), Field::MaybeWords("note")],
    a w => Command::EndPosting {
        objections: a.count("objections")?,
        note: a.note("note", w),
    }),
    sheet!(AskFinancialDuty "ask-financial-duty" &[Field::Agency("agency"), Field::Words("slip")],
    a w => Command::AskFinancialDuty {
        to: a.agency("agency"),
        slip: a.note("slip", w),
    }),
    sheet!(NotifyDuty "notify-duty" &[Field::Line("notice"), Field::Money("amount")], a w => Command::NotifyDuty {
        notice: a.text("notice"),
        amount: a.money("amount")?,
    }),
    sheet!(ConfirmDuty "confirm-duty" &[], a w => Command::ConfirmDuty),
    sheet!(Initial "initial" &[], a w => Command::Initial),
    sheet!(ProposeApology "propose-apology" &[Field::Words("reason"), Field::Day("until")],
    a w => Command::ProposeApology {
        reason: a.note("reason", w),
        new_day: a.day("until")?,
    }),
    sheet!(Apologise "apologise" &[Field::Words("reason"), Field::Day("until")], a w => Command::Apologise {
        reason: a.note("reason", w),
        new_day: a.day("until")?,
    }),
    sheet!(Stop "stop" &[Field::One("ground", GROUNDS), Field::One("kind", KINDS), Field::Words("reason")],
    a w => Command::Stop {
        ground: a.ground()?,
        kind: a.stop_kind(),
        reason: a.note("reason", w),
    }),
    sheet!(Resume "resume" &[], a w => Command::Resume),
    sheet!(AskWithdrawal "ask-withdrawal" &[Field::MaybeWords("reason")], a w => Command::AskWithdrawal {
        reason: a.note("reason", w),
    }),
    sheet!(OpenCorrection "open-correction" &[Field::One("fault", FAULTS), Field::Words("reason")],
    a w => Command::OpenCorrection {
        reason: a.note("reason", w),
        fault: a.fault(),
    }),
    sheet!(RevokeOutcome "revoke-outcome" &[Field::Words("reason")], a w => Command::RevokeOutcome {
        reason: a.note("reason", w),
    }),
    sheet!(Archive "archive" &[], a w => Command::Archive),
    sheet!(WriteMessage "write-message" &[Field::Words("message")], a w => Command::WriteMessage {
        text: a.note("message", w),
    }),
    sheet!(OpenTasks "open-tasks" &[Field::Tasks], a w => Command::OpenTasks {
        order: a.order(),
        tasks: a.tasks(w),
    }),
    sheet!(FinishTask "finish-task" &[Field::Open("open"), Field::Words("result")], a w => Command::FinishTask {
        task: a.count("open")?,
        note: a.note("result", w),
        file: None,
    }),
    sheet!(ApologiseTask "apologise-task" &[Field::Open("open"), Field::Words("reason"), Field::Day("until")],
    a w => Command::ApologiseTask {
        task: a.count("open")?,
        reason: a.note("reason", w),
        new_day: a.day("until")?,
    }),
    sheet!(RecordRetrievalFailure "record-retrieval-failure"
    &[Field::Line("component"), Field::Line("source"), Field::Line("error")],
    a w => Command::RecordRetrievalFailure {
        component: a.text("component"),
        source: a.text("source"),
        error: a.text("error"),
    }),
    sheet!(Dispatch "dispatch" &[Field::Line("tracking")], a w => Command::Dispatch {
        tracking: a.text("tracking"),
    }),
];
