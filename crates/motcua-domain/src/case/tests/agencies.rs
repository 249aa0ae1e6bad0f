//! Inter-agency cases (`domain.md` 3.5) and messages to and from other bodies (13.1).

use super::check;
use crate::access::Role;
use crate::case::sample::{Story, agency, at, command, examine, note, other_agency, task_plan};
use crate::case::{
    Became, Command, CommandKind, ExchangeKind, ExchangeReport, OutgoingState, SupplementEffect, TaskOrder,
    TaskPlan,
};
use crate::time::{Day, TimeLimit};

const RESTART: SupplementEffect = SupplementEffect::Restart;

fn open(order: TaskOrder, tasks: Vec<TaskPlan>) -> Command {
    Command::OpenTasks { order, tasks }
}

fn two() -> Vec<TaskPlan> {
    vec![task_plan(other_agency(), false), task_plan(agency(), true)]
}

fn finish(task: u16) -> Command {
    Command::FinishTask {
        task,
        note: None,
        file: None,
    }
}

fn opened(order: TaskOrder) -> Story {
    Story::in_appraisal(RESTART).then(at(1, "08:00"), Some(Role::DivisionHead), &open(order, two()))
}

#[test]
fn exactly_one_agency_leads_and_every_share_of_the_limit_is_settled() {
    let story = Story::in_appraisal(RESTART);
    let nobody_leads = vec![task_plan(other_agency(), false)];
    let two_lead = vec![task_plan(other_agency(), true), task_plan(agency(), true)];
    let mut unsettled = two();
    unsettled[1].limit = TimeLimit::Unparsed("1 OTHER".to_owned());
    for (tasks, code) in [
        (Vec::new(), "nothing-listed"),
        (nobody_leads, "one-leads"),
        (two_lead, "one-leads"),
        (unsettled, "limit-not-settled"),
    ] {
        check(
            &story,
            (at(1, "08:00"), &open(TaskOrder::InOrder, tasks)),
            Err(code),
        );
    }
}

#[test]
fn one_after_another_each_begins_when_the_one_before_is_done() {
    let story = opened(TaskOrder::InOrder);
    let case = story.case().unwrap();
    assert_eq!(case.tasks[0].due.unwrap().at, at(3, "08:00"));
    assert_eq!(case.tasks[1].due, None);
    assert_eq!(case.relations.agencies, [other_agency(), agency()]);
    check(&story, (at(1, "09:00"), &finish(1)), Err("no-such-task"));
    check(
        &story,
        (at(1, "09:00"), &open(TaskOrder::AtOnce, two())),
        Err("tasks-run"),
    );
    check(
        &story,
        (at(2, "08:00"), &finish(0)),
        Ok(&["task_finished", "task_started"]),
    );
    let first = story.then(at(2, "08:00"), Some(Role::Specialist), &finish(0));
    assert_eq!(first.case().unwrap().tasks[1].due.unwrap().at, at(4, "08:00"));
    check(&first, (at(2, "09:00"), &finish(0)), Err("no-such-task"));
    check(&first, (at(2, "09:00"), &finish(1)), Ok(&["task_finished"]));
}

#[test]
fn at_once_all_begin_together_and_the_result_waits_for_the_last() {
    let story = opened(TaskOrder::AtOnce).then(at(1, "08:00"), Some(Role::Specialist), &examine(true));
    assert!(story.case().unwrap().tasks.iter().all(|task| task.is_running()));
    let draft = command(CommandKind::DraftOutcome);
    let second = story.then(at(1, "09:00"), Some(Role::Specialist), &finish(1));
    check(&second, (at(1, "10:00"), &draft), Err("still-goes-on"));
    let both = second.then(at(1, "10:00"), Some(Role::Specialist), &finish(0));
    check(&both, (at(1, "10:00"), &draft), Ok(&["outcome_drafted"]));
}

#[test]
fn each_agency_is_late_for_its_own_part_and_apologises_once_for_that() {
    let apologise = |day: &str| Command::ApologiseTask {
        task: 0,
        reason: Some(note(1)),
        new_day: Day::parse(day).unwrap(),
    };
    let story = opened(TaskOrder::AtOnce);
    check(
        &story,
        (at(3, "09:00"), &apologise("2026-12-03")),
        Ok(&["task_apologised"]),
    );
    check(
        &story,
        (at(3, "09:00"), &apologise("2026-12-02")),
        Err("new-date-not-later"),
    );
    check(
        &story,
        (at(3, "09:00"), &apologise("2026-12-05")),
        Err("new-date-not-later"),
    );
    let sorry = story.then(at(3, "09:00"), Some(Role::Head), &apologise("2026-12-10"));
    check(
        &sorry,
        (at(3, "10:00"), &apologise("2026-12-11")),
        Err("already-extended"),
    );
    let done = sorry
        .then(at(3, "07:59"), Some(Role::Specialist), &finish(1))
        .then(at(4, "08:00"), Some(Role::Specialist), &finish(0));
    let case = done.case().unwrap();
    assert_eq!(case.tasks[0].due.unwrap().at, at(3, "08:00"), "never moved");
    let late: Vec<bool> = case
        .tasks
        .iter()
        .map(|task| task.is_late(at(20, "08:00")))
        .collect();
    assert_eq!(late, [true, false]);
    assert!(
        !case.is_late(at(4, "08:00")),
        "the case itself is within its limit"
    );
}

fn ours(message: u16, became: Became) -> Command {
    Command::ReportExchange {
        report: ExchangeReport::Ours { message, became },
    }
}

fn theirs(sequence: u32) -> Command {
    Command::ReportExchange {
        report: ExchangeReport::Theirs {
            from: other_agency(),
            sequence,
        },
    }
}

#[test]
fn what_became_of_a_message_is_taken_once_in_whatever_order_it_comes() {
    let story = Story::in_appraisal(RESTART).then(
        at(1, "08:00"),
        Some(Role::Specialist),
        &command(CommandKind::AskOpinion),
    );
    assert_eq!(
        story.case().unwrap().outgoing[0].kind,
        ExchangeKind::OpinionRequest
    );
    check(
        &story,
        (at(1, "08:01"), &ours(1, Became::Sent)),
        Err("already-reported"),
    );
    for answer in [Became::Acknowledged, Became::Rejected] {
        let overtaken = story.clone().then(at(1, "08:01"), None, &ours(0, answer));
        for late in [
            Became::Sent,
            Became::Failed,
            Became::Acknowledged,
            Became::Rejected,
        ] {
            check(
                &overtaken,
                (at(1, "08:02"), &ours(0, late)),
                Err("already-reported"),
            );
        }
    }
}

#[test]
fn an_outage_never_takes_a_case_back() {
    let mut story = Story::at_step(crate::case::Step::FinancialDuty);
    for _ in 0..5 {
        story = story.then(at(1, "09:00"), None, &ours(0, Became::Failed));
    }
    let case = story.case().unwrap();
    assert_eq!(case.outgoing[0].state, OutgoingState::Escalated);
    assert_eq!(case.step, crate::case::Step::FinancialDuty);
}

#[test]
fn what_comes_out_of_order_is_kept_and_what_comes_twice_changes_nothing() {
    let story = Story::in_appraisal(RESTART);
    check(&story, (at(1, "08:00"), &theirs(0)), Err("already-reported"));
    let early = story
        .then(at(1, "08:00"), None, &theirs(3))
        .then(at(1, "08:01"), None, &theirs(1));
    let incoming = &early.case().unwrap().incoming[0];
    assert_eq!((incoming.applied, incoming.kept.as_slice()), (1, &[3][..]));
    for again in [1, 3] {
        check(&early, (at(1, "08:02"), &theirs(again)), Err("already-reported"));
    }
    let whole = early.then(at(1, "08:03"), None, &theirs(2));
    let incoming = &whole.case().unwrap().incoming[0];
    assert_eq!((incoming.applied, incoming.kept.len()), (3, 0));
}
