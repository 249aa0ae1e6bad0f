//! The invariants of `domain.md` 3.7, held against each act of a history.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::Life;
use super::acts::stage_of;
use crate::case::{
    Case, CommandKind, Event, ExchangeReport, OutcomeKind, PaymentState, Refusal, Rules, Step, guard,
};
use crate::time::Due;

/// What an observer with a book of their own remembers of a history.
pub(super) struct Watch {
    original: Option<Due>,
    rules: Option<Rules>,
    apologies: usize,
    failures: BTreeSet<String>,
    heard: BTreeSet<u32>,
    taken: usize,
    doubled: BTreeMap<u16, Vec<String>>,
    task_dues: Vec<Option<Due>>,
}

type Verdict = Result<(), TestCaseError>;

impl Watch {
    pub(super) const fn new(_: &Life) -> Self {
        Self {
            original: None,
            rules: None,
            apologies: 0,
            failures: BTreeSet::new(),
            heard: BTreeSet::new(),
            taken: 0,
            doubled: BTreeMap::new(),
            task_dues: Vec::new(),
        }
    }

    /// An act was carried out.
    pub(super) fn saw(&mut self, before: Option<&Case>, events: &[Event], life: &Life) -> Verdict {
        let case = life.case.as_ref().unwrap();
        prop_assert!(!events.is_empty(), "an act happens");
        for event in events {
            prop_assert!(
                !event.legal_ground().is_empty(),
                "invariant 2: every transition has its ground"
            );
            self.dates(before, event, life)?;
            self.words(before, event, life)?;
            self.notices(event);
        }
        self.what_stays(case, life)?;
        self.money(case)?;
        self.exchange(case)?;
        if let Some(before) = before {
            closed_cases_move_only_by_a_new_act(before, case, events)?;
        }
        late_never_blocks(case, life)
    }

    fn notices(&mut self, event: &Event) {
        match event {
            Event::RetrievalFailed(failed) => {
                self.failures.insert(failed.component.clone());
            }
            Event::PaymentTaken(_) => self.taken += 1,
            Event::PaymentDoubled { charge, reference } => {
                self.doubled.entry(*charge).or_default().push(reference.clone());
            }
            Event::ExchangeReported(ExchangeReport::Theirs { sequence, .. }) => {
                self.heard.insert(*sequence);
            }
            _ => {}
        }
    }

    /// Invariants 3 and 4.
    fn dates(&mut self, before: Option<&Case>, event: &Event, life: &Life) -> Verdict {
        if let Event::Apologised(made) = event {
            self.apologies += 1;
            prop_assert!(self.apologies <= 1, "invariant 3: at most one new date");
            let due = before.and_then(|case| case.clock.as_ref()).unwrap().current;
            let mut last_day = due.on.plus_days(-1);
            while !life.calendar.is_working_day(last_day) {
                last_day = last_day.plus_days(-1);
            }
            prop_assert_eq!(
                made.in_time,
                life.now.day() <= last_day,
                "invariant 4: an apology that is late says so"
            );
            prop_assert!(made.due > due);
        }
        Ok(())
    }

    /// Invariants 5, 6 and 7.
    fn words(&self, before: Option<&Case>, event: &Event, life: &Life) -> Verdict {
        match event {
            Event::SupplementRequested(asked) => {
                prop_assert!(!asked.items.is_empty(), "invariant 5: a notice lists the defects");
                let earlier = before.map_or(0, |case| {
                    case.supplements
                        .iter()
                        .filter(|round| round.stage == asked.stage)
                        .count()
                });
                if let Some(case) = before {
                    prop_assert_eq!(asked.stage, stage_of(case));
                }
                let rounds_max = match (&self.rules, before.and_then(|case| case.accepted_at)) {
                    (Some(rules), Some(_)) => usize::from(rules.supplement.rounds_max),
                    _ => 1,
                };
                prop_assert!(
                    earlier < rounds_max || asked.further_ground.is_some(),
                    "invariant 5: a further notice at the same stage names its ground"
                );
                for item in &asked.items {
                    prop_assert!(
                        !life.held.contains(&item.target) || self.failures.contains(&item.target),
                        "invariant 7: nobody asks for what the city holds"
                    );
                }
            }
            Event::OutcomeDrafted(drafted) => prop_assert!(
                drafted.kind == OutcomeKind::Granted || drafted.reason.is_some(),
                "invariant 6: a refusal has a reason"
            ),
            _ => {}
        }
        Ok(())
    }

    /// Invariants 3, 11 and 12.
    fn what_stays(&mut self, case: &Case, life: &Life) -> Verdict {
        if let Some(rules) = &case.rules {
            prop_assert_eq!(
                self.rules.get_or_insert_with(|| rules.clone()),
                rules,
                "invariant 11: a case keeps its law"
            );
        }
        if let Some(clock) = &case.clock {
            prop_assert_eq!(
                *self.original.get_or_insert(clock.original),
                clock.original,
                "invariant 3: the original due date stays"
            );
            prop_assert_eq!(clock.ledger.extension.is_some(), self.apologies == 1);
            if !case.is_paused() && case.step.is_being_resolved() {
                prop_assert_eq!(
                    clock.ledger.due(&life.calendar).unwrap(),
                    clock.current,
                    "invariant 12: anybody can recompute the due date"
                );
            }
            let open: BTreeSet<_> = clock
                .ledger
                .exclusions
                .iter()
                .filter(|one| one.to.is_none())
                .map(|one| one.ground.name())
                .collect();
            let all = clock
                .ledger
                .exclusions
                .iter()
                .filter(|one| one.to.is_none())
                .count();
            prop_assert_eq!(open.len(), all, "one ground holds once");
        }
        for (known, task) in self.task_dues.iter().zip(&case.tasks) {
            prop_assert!(known.is_none() || *known == task.due, "a part's due date stays");
        }
        self.task_dues = case.tasks.iter().map(|task| task.due).collect();
        prop_assert_eq!(
            case.outcome.is_some(),
            matches!(case.step, Step::Ready | Step::Delivered | Step::Correcting)
        );
        prop_assert!(
            !case.is_held() || case.archived_at.is_none(),
            "a held case is not archived"
        );
        Ok(())
    }

    /// Paid money is never lost, and none is paid back twice.
    fn money(&self, case: &Case) -> Verdict {
        use PaymentState as P;
        let stands = |charge: &&crate::case::Charge| {
            matches!(
                charge.state,
                P::Paid | P::RefundAsked | P::Refunded | P::RefundRefused
            )
        };
        prop_assert_eq!(case.charges.iter().filter(stands).count(), self.taken);
        for (place, charge) in (0u16..).zip(&case.charges) {
            let kept: BTreeSet<&String> = charge.doubles.iter().chain(&charge.paid_back).collect();
            let came = self.doubled.get(&place).map_or(&[][..], Vec::as_slice);
            prop_assert_eq!(kept.len(), came.len(), "each double once");
            prop_assert!(came.iter().all(|reference| kept.contains(reference)));
            prop_assert_eq!(charge.receipt.is_some(), stands(&charge));
        }
        Ok(())
    }

    /// Invariant 9.
    fn exchange(&self, case: &Case) -> Verdict {
        let Some(incoming) = case.incoming.first() else {
            prop_assert!(self.heard.is_empty());
            return Ok(());
        };
        let gapless = (1u32..).take_while(|next| self.heard.contains(next)).count();
        prop_assert_eq!(
            incoming.applied as usize,
            gapless,
            "invariant 9: applied in order"
        );
        let kept: Vec<u32> = self
            .heard
            .iter()
            .copied()
            .filter(|sequence| *sequence > incoming.applied)
            .collect();
        prop_assert_eq!(&incoming.kept, &kept, "invariant 9: what comes early is kept");
        Ok(())
    }
}

/// Invariant 8.
fn closed_cases_move_only_by_a_new_act(before: &Case, case: &Case, events: &[Event]) -> Verdict {
    if !before.step.is_closed() {
        return Ok(());
    }
    let is_new_act = events
        .iter()
        .any(|event| matches!(event, Event::CorrectionOpened(_) | Event::Resumed { .. }));
    prop_assert!(
        case.step == before.step || is_new_act,
        "invariant 8: a closed case does not move of itself"
    );
    for event in events {
        let name = event.name();
        let lawful = matches!(
            name,
            "correction_opened"
                | "outcome_revoked"
                | "resumed"
                | "archived"
                | "message_written"
                | "service_rated"
                | "exchange_reported"
        ) || name.starts_with("payment_")
            || name.starts_with("refund_")
            || name == "charge_relieved";
        prop_assert!(lawful, "invariant 8: {name} in a closed case");
    }
    Ok(())
}

/// Invariant 10: time alone takes no act away, but the half minute in which a move can be taken back.
fn late_never_blocks(case: &Case, life: &Life) -> Verdict {
    let much_later = crate::case::Context {
        now: life.now.plus_millis(400 * 86_400_000),
        ..life.context()
    };
    for kind in CommandKind::ALL {
        if kind == CommandKind::UndoMove {
            continue;
        }
        let verdicts: [Result<(), Refusal>; 2] =
            [guard(case, kind, &life.context()), guard(case, kind, &much_later)];
        prop_assert_eq!(&verdicts[0], &verdicts[1], "invariant 10: {:?}", kind);
    }
    Ok(())
}
