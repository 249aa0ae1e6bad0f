//! Due dates of a million running cases, from their ledgers: what a decree on a day off makes the city do.

use std::hint::black_box;
use std::thread;
use std::time::Duration;

use motcua_domain::id::UnitCode;
use motcua_domain::time::{Day, ExclusionGround, Instant as Moment, Ledger, OfficeCalendar, TimeLimit};
use motcua_testcity::HAI_CHAU;

use crate::Plan;
use crate::measure::{Round, Side};
use crate::report::{Aim, Measured};

const CASES: usize = 1_000_000;
const AIM: Aim = Aim::Whole(Duration::from_millis(100));
const MINUTE: i64 = 60_000;

/// Measures all of them by every core, and by one.
pub(crate) fn measure(plan: Plan, report: &mut dyn FnMut(Measured)) {
    let facts = motcua_testcity::facts();
    let calendar = facts.calendar_of(&UnitCode::new(HAI_CHAU));
    let ledgers: Vec<Ledger> = (0..CASES as i64).map(ledger).collect();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    for threads in [cores, 1] {
        let ours = Side::of(
            (0..plan.rounds.max(3))
                .map(|_| round(calendar, &ledgers, threads))
                .collect(),
        );
        let all = Measured::alone(
            format!("due dates of {CASES} running cases, {threads} threads"),
            "due dates",
            AIM,
            ours,
        );
        report(all);
    }
}

/// All cases once; each counts as long as all of them took.
fn round(calendar: &OfficeCalendar, ledgers: &[Ledger], threads: usize) -> Round {
    Round::of_one(|| {
        thread::scope(|scope| {
            for part in ledgers.chunks(ledgers.len().div_ceil(threads)) {
                scope.spawn(move || {
                    for ledger in part {
                        black_box(ledger.due(calendar).expect("a limit that is settled"));
                    }
                });
            }
        });
        ledgers.len()
    })
}

/// The ledger of a running case: received some working minute of the last eight weeks, under a limit as they occur;
/// one in eight was suspended for days, and one in forty began again.
fn ledger(n: i64) -> Ledger {
    let mixed = (n as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 16;
    let first = Day::new(2026, 9, 28).expect("a day");
    let received = first
        .midnight()
        .plus_millis((mixed % (57 * 24 * 60)) as i64 * MINUTE);
    let limit = match n % 10 {
        0 => TimeLimit::WorkingHours(4),
        1 => TimeLimit::CalendarDays(30),
        2 => TimeLimit::Months(2),
        few => TimeLimit::WorkingDays(few as u32 * 2 - 3),
    };
    let mut ledger = Ledger::new(received, limit, n % 16 == 0);
    let after = |days: i64| -> Moment { received.plus_millis(days * 24 * 60 * MINUTE) };
    if n % 8 == 0 {
        ledger.suspend(after(1), ExclusionGround::SupplementAwaited);
        ledger.resume(after(5));
    }
    if n % 40 == 0 {
        ledger.restart(after(6), ExclusionGround::SupplementAwaited);
    }
    ledger
}
