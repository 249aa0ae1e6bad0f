//! The law of a case: one table for each rule, one table of every state against every command, and any history at all.

mod agencies;
mod appraisal;
mod closing;
mod delivery;
mod ending;
mod history;
mod intake;
mod money;
mod moving;
mod names;
mod result;
mod supplement;

use std::fmt::Write as _;

use super::sample::{Story, at, command, officer, staff};
use super::*;
use crate::access::{Actor, Role};
use crate::time::Instant;

/// What a command makes happen, by the names of the events; or the code of the refusal.
type Then<'a> = Result<&'a [&'a str], &'a str>;

/// Given a history, when a command comes at a moment, then this happens.
#[track_caller]
fn check(given: &Story, when: (Instant, &Command), then: Then<'_>) {
    let decided = given.attempt(when.0, when.1);
    let happened = decided
        .as_ref()
        .map(|events| events.iter().map(Event::name).collect::<Vec<_>>());
    assert_eq!(
        happened.as_deref().map_err(|refusal| refusal.code()),
        then,
        "{:?} at {}: {decided:?}",
        when.1.kind(),
        when.0
    );
}

/// The due moment now, and the one of Form 01.
#[track_caller]
fn dues(story: &Story) -> (Instant, Instant) {
    let clock = story.case().unwrap().clock.unwrap();
    assert!(
        clock.ledger.is_paused() || clock.ledger.due(&story.calendar).unwrap() == clock.current,
        "the due moment is what the ledger says"
    );
    (clock.current.at, clock.original.at)
}

#[test]
fn every_state_meets_every_command_as_the_snapshot_says() {
    let mut table = String::new();
    for step in Step::ALL {
        let story = Story::at_step(step);
        assert_eq!(story.case().unwrap().step, step);
        writeln!(table, "{} (national {})", step.name(), step.national().code()).unwrap();
        for kind in CommandKind::ALL {
            let verdict = match story.attempt(at(1, "16:00"), &command(kind)) {
                Ok(events) => {
                    let mut story = Story::at_step(step);
                    let by = Author::Staff {
                        staff: staff(Role::Head),
                        role: "head".to_owned(),
                    };
                    story.log.extend(events.into_iter().map(|event| Recorded {
                        at: at(1, "16:00"),
                        by: by.clone(),
                        event,
                    }));
                    format!("-> {}", story.case().unwrap().step.name())
                }
                Err(refusal) => format!("   {}", refusal.code()),
            };
            writeln!(table, "  {:<24}{verdict}", format!("{kind:?}")).unwrap();
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn only_the_public_moves_of_the_law_exist() {
    // `domain.md` 3.3, the table "from \ to", for the acts of this path.
    let lawful = [
        (1, 1),
        (1, 2),
        (1, 3),
        (1, 5),
        (1, 8),
        (2, 4),
        (2, 7),
        (2, 8),
        (2, 9),
        (4, 4),
        (4, 2),
        (4, 5),
        (4, 6),
        (4, 7),
        (4, 8),
        (4, 9),
        (5, 1),
        (5, 3),
        (5, 4),
        (5, 7),
        (5, 8),
        (6, 4),
        (6, 6),
        (6, 7),
        (6, 8),
        (8, 8),
        (9, 9),
        (10, 9),
        (3, 3),
        (7, 7),
        (9, 10),
        (2, 2),
        (5, 5),
        (10, 10),
    ];
    for step in Step::ALL {
        for kind in CommandKind::ALL {
            let mut story = Story::at_step(step);
            let Ok(events) = story.attempt(at(1, "16:00"), &command(kind)) else {
                continue;
            };
            story.log.extend(events.into_iter().map(|event| Recorded {
                at: at(1, "16:00"),
                by: Author::System,
                event,
            }));
            let after = story.case().unwrap().step.national().code();
            assert!(
                lawful.contains(&(step.national().code(), after)),
                "{step:?} {kind:?} -> {after}"
            );
        }
    }
}

#[test]
fn what_a_page_offers_is_what_decide_allows() {
    for step in Step::ALL {
        let story = Story::at_step(step);
        let case = story.case().unwrap();
        let now = at(1, "16:00");
        let context = Context::new(now, &story.calendar);
        for role in Role::ALL {
            let mut actor = officer(role);
            if role == Role::Specialist
                && let (Some(holder), Actor::Staff { staff, .. }) = (case.relations.holder, &mut actor)
            {
                *staff = holder;
            }
            for offer in available(&case, &actor, &context) {
                let decided = story.attempt(now, &command(offer.kind));
                match offer.verdict {
                    Err(NotNow::Refused(refusal)) => {
                        assert_eq!(decided, Err(refusal), "{step:?} {:?}", offer.kind)
                    }
                    Err(NotNow::Denied(_)) => {}
                    Ok(()) => assert!(
                        decided.is_ok() || matches!(decided, Err(Refusal::ConditionNotMet { .. })),
                        "{step:?} {:?} {decided:?}",
                        offer.kind
                    ),
                }
            }
        }
    }
}
