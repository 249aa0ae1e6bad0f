//! Any history at all: whatever people ask, in whatever order and at whatever time, under whatever rules, the
//! invariants of `domain.md` 3.7 hold. Numbers (invariant 1) are given by the store, and tested there.

mod acts;
mod law;

use proptest::prelude::*;

use self::acts::{Dice, varied};
use self::law::Watch;
use crate::access::Role;
use crate::case::sample::{calendar, staff};
use crate::case::{
    Author, Case, Command, CommandKind, Context, Event, LastMove, Recorded, decide, evolve, fold, guard,
};
use crate::report::{CaseFact, Ending, may_be_open};
use crate::time::{Instant, OfficeCalendar};

/// One act of a history: which of those that have their place, its content, and how long after the one before.
type Throw = (u16, u32, u32);

/// Between two acts: sometimes no time at all, else up to three days.
fn minutes() -> impl Strategy<Value = u32> {
    prop_oneof![1 => Just(0u32), 6 => 1u32..4_320]
}

/// A case that lives, and the log of it.
struct Life {
    calendar: OfficeCalendar,
    held: Vec<String>,
    now: Instant,
    log: Vec<Recorded>,
    case: Option<Case>,
}

impl Life {
    fn new(dice: Dice) -> Self {
        Self {
            calendar: calendar(),
            held: if dice.is(20) {
                vec!["consent".to_owned()]
            } else {
                Vec::new()
            },
            now: Instant::parse("2026-11-30T08:00:00+07:00").unwrap(),
            log: Vec::new(),
            case: None,
        }
    }

    fn context(&self) -> Context<'_> {
        Context {
            held: &self.held,
            ..Context::new(self.now, &self.calendar)
        }
    }

    /// Carries a command out, if the law lets it happen.
    fn tries(&mut self, command: &Command, by: &Author) -> Option<Vec<Event>> {
        let events = decide(self.case.as_ref(), command, &self.context()).ok()?;
        for event in &events {
            let recorded = Recorded {
                at: self.now,
                by: by.clone(),
                event: event.clone(),
            };
            self.case = evolve(self.case.take(), &recorded);
            self.log.push(recorded);
        }
        Some(events)
    }
}

/// Acts that have their place now. Those that end a case are rarer than those that go on with it, and every other time
/// only those are thrown for that bring it nearer to its result; so histories become long, and come to their end.
fn acts_in_place(case: &Case, life: &Life, dice: Dice) -> Vec<CommandKind> {
    use CommandKind as C;
    let ends = |kind| {
        matches!(
            kind,
            C::Stop | C::Recall | C::RefuseIntake | C::Archive | C::DecideWithdrawal | C::RevokeOutcome
        )
    };
    let advances = |kind| {
        use C::{
            Accept, AnswerSupplement, Assign, ConfirmDuty, ConfirmSupplement, Dispatch, DraftOutcome,
            EndPosting, Examine, FinishForward, FinishTask, GiveOpinion, HandOver, Initial, IssueOutcome,
            NotifyDuty, ProveDuty, RecordVisit, ReportDelivery, Resume, SignOutcome, TakeOver, TakePayment,
        };
        [
            Accept,
            AnswerSupplement,
            Assign,
            ConfirmDuty,
            ConfirmSupplement,
            Dispatch,
            DraftOutcome,
            EndPosting,
            Examine,
            FinishForward,
            FinishTask,
            GiveOpinion,
            HandOver,
            Initial,
            IssueOutcome,
            NotifyDuty,
            ProveDuty,
            RecordVisit,
            ReportDelivery,
            Resume,
            SignOutcome,
            TakeOver,
            TakePayment,
        ]
        .contains(&kind)
    };
    let open: Vec<CommandKind> = CommandKind::ALL
        .into_iter()
        .filter(|kind| !ends(*kind) || dice.of(8, 7) == 0)
        .filter(|kind| guard(case, *kind, &life.context()).is_ok())
        .collect();
    let onward: Vec<CommandKind> = open.iter().copied().filter(|kind| advances(*kind)).collect();
    if dice.is(31) && !onward.is_empty() {
        onward
    } else {
        open
    }
}

/// Lives a history and holds every act of it against the law.
fn live(rules: u32, first: u32, throws: &[Throw]) -> Result<(), TestCaseError> {
    let dice = Dice(rules);
    let mut life = Life::new(dice);
    let author = |pick: u32| Author::Staff {
        staff: staff(Role::ALL[pick as usize % Role::ALL.len()]),
        role: "any".to_owned(),
    };
    let begun = life.tries(&acts::begin(dice, Dice(first)), &author(first));
    prop_assert!(begun.is_some(), "a case begins");
    let mut watch = Watch::new(&life);
    watch.saw(None, &begun.unwrap_or_default(), &life)?;
    for (pick, content, minutes) in throws {
        life.now = life.now.plus_millis(i64::from(*minutes) * 60_000);
        let before = life.case.clone().unwrap();
        let open = acts_in_place(&before, &life, Dice(*content));
        let Some(kind) = open.get(usize::from(*pick) % open.len().max(1)) else {
            continue;
        };
        let command = varied(*kind, &before, dice, Dice(*content), life.now);
        if let Some(events) = life.tries(&command, &author(*content)) {
            watch.saw(Some(&before), &events, &life)?;
            reports_see_what_is_so(&before, &life)?;
            taking_a_move_back_leaves_what_was_before(&before, &life)?;
        }
    }
    prop_assert_eq!(
        fold(&life.log),
        life.case,
        "what the log tells at once is what it told step by step"
    );
    Ok(())
}

/// What a report counts by: a received case that has not ended stands where such cases stand; one that has a result is
/// judged once, and what its first result said stays.
fn reports_see_what_is_so(before: &Case, life: &Life) -> Result<(), TestCaseError> {
    let case = life.case.as_ref().unwrap();
    let fact = CaseFact::of(case);
    if fact.accepted_at.is_some() && fact.ended.is_none() {
        prop_assert!(may_be_open(case.step), "{:?}", case.step);
    }
    if case.outcome.is_some() {
        prop_assert!(matches!(fact.ended, Some((_, Ending::OnTime | Ending::Late))));
    }
    if before.outcome.is_some() {
        prop_assert_eq!(fact.ended, CaseFact::of(before).ended);
    }
    if let (Some((at, Ending::OnTime)), Some(due)) = (fact.ended, fact.law_due_at) {
        prop_assert!(
            before.outcome.is_some() || at <= due,
            "on time is by the law's due moment"
        );
    }
    Ok(())
}

/// Where a move can be taken back, doing so restores all but the note of what can be taken back.
fn taking_a_move_back_leaves_what_was_before(before: &Case, life: &Life) -> Result<(), TestCaseError> {
    let after = life.case.clone().unwrap();
    let Some(LastMove { by, at, .. }) = after.last_move.filter(|moved| moved.at == life.now) else {
        return Ok(());
    };
    let is_new = before.last_move.is_none_or(|earlier| earlier.at != at);
    if !is_new {
        return Ok(());
    }
    let undone = decide(Some(&after), &Command::UndoMove { staff: by }, &life.context());
    prop_assert_eq!(&undone, &Ok(vec![Event::MoveUndone]));
    let recorded = Recorded {
        at: life.now,
        by: Author::System,
        event: Event::MoveUndone,
    };
    let as_before = Case {
        last_move: None,
        ..before.clone()
    };
    prop_assert_eq!(evolve(Some(after), &recorded), Some(as_before));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_history_keeps_the_invariants_of_a_case(
        rules in any::<u32>(),
        first in any::<u32>(),
        throws in prop::collection::vec((any::<u16>(), any::<u32>(), minutes()), 1..90),
    ) {
        live(rules, first, &throws)?;
    }

    #[test]
    fn a_log_that_is_damaged_is_still_folded(
        rules in any::<u32>(),
        order in prop::collection::vec(any::<u16>(), 1..20),
    ) {
        // Events in any order at all: evolve asks no rule, and never fails.
        let mut life = Life::new(Dice(rules));
        let by = Author::System;
        life.tries(&acts::begin(Dice(rules), Dice(0)), &by);
        for pick in &order {
            let before = life.case.clone().unwrap();
            let kind = CommandKind::ALL[usize::from(*pick) % CommandKind::ALL.len()];
            life.tries(&varied(kind, &before, Dice(rules), Dice(u32::from(*pick)), life.now), &by);
        }
        let middle = usize::from(order[0]) % life.log.len();
        life.log.rotate_left(middle);
        let _whatever = fold(&life.log);
    }
}

#[test]
fn histories_reach_every_event() {
    // A generator that never comes somewhere proves nothing there.
    let mut seen = std::collections::BTreeSet::new();
    let mut chance = 0x9e37_79b9_u32;
    let mut next = move || {
        chance ^= chance << 13;
        chance ^= chance >> 17;
        chance ^= chance << 5;
        chance
    };
    for _ in 0..600 {
        let dice = Dice(next());
        let mut life = Life::new(dice);
        life.tries(&acts::begin(dice, Dice(next())), &Author::System);
        for _ in 0..70 {
            let Some(before) = life.case.clone() else { break };
            life.now = life
                .now
                .plus_millis(i64::from((next() % 1_440).saturating_sub(240)) * 60_000);
            let content = Dice(next());
            let open = acts_in_place(&before, &life, content);
            let kind = open[next() as usize % open.len()];
            let by = Author::Staff {
                staff: staff(Role::Head),
                role: "head".to_owned(),
            };
            life.tries(&varied(kind, &before, dice, content, life.now), &by);
        }
        seen.extend(life.log.iter().map(|recorded| recorded.event.name()));
    }
    let unseen: Vec<&str> = Event::NAMES
        .into_iter()
        .filter(|name| {
            !seen.contains(name) && !matches!(*name, "number_assigned" | "calendar_decision_applied")
        })
        .collect();
    assert!(unseen.is_empty(), "never reached: {unseen:?}");
}
