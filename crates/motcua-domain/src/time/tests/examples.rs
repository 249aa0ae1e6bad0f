//! The worked examples W01-W61 of `domain.md` 4.11, each a row; a failure names its rows.

use super::*;

/// Example, calendar, limit, receipt, and what follows: the due moment, the due day where the hour does not
/// matter, or the start of the clock and the due moment.
const DUE: &str = "
W01            | A | 5 working-days   | 2023-10-27 09:32    | 2023-11-03 09:32
W02            | A | 5 working-days   | 2026-02-12 09:32    | 2026-02-26 09:32
W03            | A | 8 working-days   | 2027-02-03 15:00    | 2027-02-22 15:00
W04            | A | 3 working-days   | 2026-08-20 09:00    | 2026-08-24 09:00
W05            | A | 2 working-days   | 2026-08-28 10:00    | 2026-09-04 10:00
W06            | A | 5 working-days   | 2025-12-31 14:00    | 2026-01-09 14:00
W07            | A | 6 working-days   | 2025-12-31 14:00    | 2026-01-10 14:00
W08            | A | 3 working-days   | 2026-04-24 09:00    | 2026-05-04 09:00
W09            | A | 3 working-days   | 2024-04-26 09:00    | 2024-05-04 09:00
W10            | A | 1 working-day    | 2026-11-23 08:15    | 2026-11-25 08:15
W11            | A | 1 working-day    | 2027-04-29 10:00    | 2027-05-04 10:00
W12            | A | 3 working-days   | 2026-11-30 12:10    | 2026-11-30 13:30 > 2026-12-03 13:30
W13            | A | 3 working-days   | 2026-11-27 17:20    | 2026-11-30 07:00 > 2026-12-03 07:00
W14            | A | 2 working-days   | 2026-11-24 09:00    | 2026-11-25 07:00 > 2026-11-27 07:00
W17            | A | 1 working-day    | 2026-11-24 00:30    | 2026-11-25 07:00 > 2026-11-26 07:00
W18            | A | 8 working-hours  | 2026-11-27 16:00    | 2026-11-30 16:00
W19            | A | 8 working-hours  | 2026-11-28 10:00    | 2026-11-30 17:00
W20            | A | 8 working-hours  | 2026-02-13 16:30    | 2026-02-23 16:30
W21            | C | 8 working-hours  | 2026-11-30 06:00    | 2026-11-30 17:30
W22            | B | 8 working-hours  | 2026-11-27 16:00    | 2026-11-30 09:30
W23            | A | 1 working-hour   | 2026-11-30 16:40    | 2026-12-01 07:40
W24            | A | 2 working-hours  | 2026-11-27 16:15    | 2026-11-30 08:15
W25            | A | 24 elapsed-hours | 2026-11-26 10:00    | 2026-11-27 10:00
W26 strict     | A | 24 elapsed-hours | 2026-11-27 10:00    | 2026-11-28 10:00
W27            | A | 4 elapsed-hours  | 2026-11-28 21:15    | 2026-11-29 01:15
W28            | A | 72 elapsed-hours | 2026-11-20 17:30    | 2026-11-23 17:30
W29 as a limit | A | same-day         | 2026-11-27 15:00:01 | 2026-11-30
W31 due        | A | 5 working-days   | 2026-11-30 14:30    | 2026-12-07 14:30
W31 due        | A | 5 working-days   | 2026-11-30 15:10    | 2026-12-07 15:10
W34            | A | 20 calendar-days | 2026-11-04 09:00    | 2026-11-25
W35            | A | 20 calendar-days | 2026-01-26 09:00    | 2026-02-23
W36 WD         | A | 10 working-days  | 2026-11-02 09:00    | 2026-11-16 09:00
W36 hour       | A | 10 calendar-days | 2026-11-02 09:00    | 2026-11-12 17:00
W36            | A | 10 calendar-days | 2026-11-02 09:00    | 2026-11-12
W37            | A | 15 calendar-days | 2026-08-07 09:00    | 2026-08-22
W38            | A | 1 month          | 2027-01-29 09:00    | 2027-03-01
W43            | A | 10 working-days  | 2026-11-02 09:00    | 2026-11-16 09:00
W48            | A | 3 working-days   | 2026-11-18 10:00    | 2026-11-23 10:00
W49            | A | 7 working-days   | 2026-11-20 10:00    | 2026-12-02 10:00
W50 confirmer  | A | 5 working-days   | 2026-11-30 10:00    | 2026-12-07 10:00
W54 agency     | A | 5 working-days   | 2026-12-01 08:20    | 2026-12-08 08:20
W54 citizen    | A | 5 working-days   | 2026-11-30 15:30    | 2026-12-07 15:30
W58 law        | A | 4 working-days   | 2026-11-30 09:00    | 2026-12-04 09:00
W58 law        | A | 7 working-days   | 2026-11-30 09:00    | 2026-12-09 09:00
W61 counting   | B | 5 working-days   | 2026-11-30 09:00    | 2026-12-07 09:00
W61 swapped    | B | 15 calendar-days | 2026-08-07 09:00    | 2026-08-22 17:00
W61            | B | 5 calendar-days  | 2026-11-30 09:00    | 2026-12-07 17:00
";

/// What a row shows: the answer of the code and the answer of the table, side by side.
struct Row {
    name: &'static str,
    got: String,
    wanted: &'static str,
}

/// A moment as the rows write it.
fn show(moment: Instant) -> String {
    moment
        .to_string()
        .replace('T', " ")
        .replace(":00+07:00", "")
        .replace("+07:00", "")
}

/// A start without a limit.
fn opening(name: &'static str, received: Instant, wanted: &'static str) -> Row {
    Row {
        name,
        got: show(calendar('A').start(received)),
        wanted,
    }
}

fn told(name: &'static str, got: impl ToString, wanted: &'static str) -> Row {
    Row {
        name,
        got: got.to_string(),
        wanted,
    }
}

/// A ledger on calendar A.
fn ledger(text: &str, received: &str) -> Ledger {
    Ledger::new(at(received), limit(text), false)
}

/// Original and current due moment of a ledger with one exclusion.
fn excluded(
    name: &'static str,
    text: &str,
    received: &str,
    ground: ExclusionGround,
    (from, to): (&str, &str),
    wanted: &'static str,
) -> Row {
    let mut ledger = ledger(text, received);
    ledger.suspend(at(from), ground);
    ledger.resume(at(to));
    let office = calendar('A');
    let (original, current) = (
        ledger.original_due(&office).unwrap(),
        ledger.due(&office).unwrap(),
    );
    Row {
        name,
        got: format!("{} > {}", show(original.at), show(current.at)),
        wanted,
    }
}

fn check(rows: Vec<Row>) {
    let wrong: Vec<String> = rows
        .iter()
        .filter(|row| row.got != row.wanted)
        .map(|row| format!("{}: got {}, the law says {}", row.name, row.got, row.wanted))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_limit_is_due_when_the_law_says() {
    let row = |line: &'static str| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let &[name, letter, text, received, wanted] = cells.as_slice() else {
            panic!("not a row: {line}")
        };
        let office = calendar(letter.parse().unwrap());
        let due = office.due(at(received), &limit(text)).unwrap();
        let got = match wanted {
            day if day.len() == 10 => due.on.to_string(),
            both if both.contains('>') => format!("{} > {}", show(office.start(at(received))), show(due.at)),
            _ => show(due.at),
        };
        Row { name, got, wanted }
    };
    check(DUE.lines().filter(|line| !line.is_empty()).map(row).collect());
}

#[test]
fn a_clock_starts_when_the_office_is_open() {
    let utc = |text| Instant::parse(text).unwrap();
    check(vec![
        opening("W15", at("2026-11-30 11:30"), "2026-11-30 13:30"),
        opening("W15", at("2026-11-30 17:00"), "2026-12-01 07:00"),
        opening("W16", utc("2026-11-22T23:30:00Z"), "2026-11-23 07:00"),
        opening("W17", utc("2026-11-23T17:30:00Z"), "2026-11-25 07:00"),
    ]);
}

#[test]
fn hours_spill_over_lunch_night_and_weekend() {
    let rolled = OfficeCalendar::new(CalendarRules {
        elapsed: ElapsedReading::Rolled,
        ..rules('A')
    });
    let intake = |letter, sent| show(calendar(letter).intake_answer_by(at(sent)));
    check(vec![
        told("W18 intake", intake('A', "2026-11-27 16:00"), "2026-11-30 16:00"),
        told("W21 intake", intake('C', "2026-11-30 06:00"), "2026-11-30 17:30"),
        told(
            "W26 rolled",
            show(
                rolled
                    .due(at("2026-11-27 10:00"), &TimeLimit::ElapsedHours(24))
                    .unwrap()
                    .at,
            ),
            "2026-11-30 07:00",
        ),
    ]);
}

#[test]
fn the_cut_off_at_fifteen_hours_has_three_uses() {
    let office = calendar('A');
    let same_day = |received| office.same_day(at(received));
    let handover = |accepted| show(office.handover_by(at(accepted)));
    let bundle = |text, received| {
        let ledger = Ledger::new(at(received), limit(text), true);
        show(ledger.due(&office).unwrap().at)
    };
    check(vec![
        told("W29", same_day("2026-11-27 15:00"), "2026-11-27"),
        told("W29", same_day("2026-11-27 15:00:01"), "2026-11-30"),
        told("W30", same_day("2026-11-23 15:20"), "2026-11-25"),
        told("W30", same_day("2026-02-13 15:20"), "2026-02-23"),
        told("W31", handover("2026-11-30 14:30"), "2026-11-30 17:00"),
        told("W31", handover("2026-11-30 15:10"), "2026-12-01 07:00"),
        told(
            "W32",
            bundle("3 working-days", "2026-11-26 14:40"),
            "2026-12-01 14:40",
        ),
        told(
            "W32",
            bundle("3 working-days", "2026-11-26 15:10"),
            "2026-12-02 07:00",
        ),
        told(
            "W33",
            bundle("8 working-days", "2026-11-19 14:00"),
            "2026-12-02 14:00",
        ),
        told(
            "W33",
            bundle("8 working-days", "2026-11-19 15:30"),
            "2026-12-03 07:00",
        ),
    ]);
}

#[test]
fn calendar_days_end_on_a_working_day_and_validities_do_not_move() {
    let office = calendar('A');
    let collect = on("2026-12-01").plus_days(60);
    let silence = on("2026-11-02").plus_days(12);
    let certificate = on("2026-12-15").plus_years(3);
    check(vec![
        told("W39", on("2026-08-31").plus_months(6), "2027-02-28"),
        told("W40", collect, "2027-01-30"),
        told("W40 rolled", office.working_day_from(collect), "2027-02-01"),
        told("W41", silence, "2026-11-14"),
        told("W41 rolled", office.working_day_from(silence), "2026-11-16"),
        told("W42 birth", on("2026-10-01").plus_days(60), "2026-11-30"),
        told("W42 death", on("2026-11-10").plus_days(15), "2026-11-25"),
        told("W59", on("2027-03-10").plus_days(-15), "2027-02-23"),
        told("W60", certificate, "2029-12-15"),
        told("W60 file by", certificate.plus_months(-6), "2029-06-15"),
    ]);
}

#[test]
fn supplements_restart_suspend_or_do_nothing() {
    let office = calendar('A');
    let asked = (at("2026-11-05 10:00"), at("2026-11-12 10:00"));
    let mut suspended = ledger("10 working-days", "2026-11-02 09:00");
    suspended.suspend(asked.0, ExclusionGround::SupplementAwaited);
    let mut restarted = suspended.clone();
    suspended.resume(asked.1);
    restarted.restart(asked.1, ExclusionGround::SupplementAwaited);
    let now = |ledger: &Ledger| show(ledger.due(&office).unwrap().at);
    check(vec![
        told("W44", now(&suspended), "2026-11-23 09:00"),
        told("W45", now(&restarted), "2026-11-27 10:00"),
        told(
            "W45 original",
            show(restarted.original_due(&office).unwrap().at),
            "2026-11-16 09:00",
        ),
        excluded(
            "W47",
            "3 working-days",
            "2026-12-07 08:00",
            ExclusionGround::SupplementAwaited,
            ("2026-12-08 15:00", "2026-12-09 10:00"),
            "2026-12-10 08:00 > 2026-12-10 15:00",
        ),
        excluded(
            "W50",
            "2 working-days",
            "2026-11-30 09:00",
            ExclusionGround::ThirdPartyConfirmation,
            ("2026-11-30 10:00", "2026-12-02 10:00"),
            "2026-12-02 09:00 > 2026-12-04 09:00",
        ),
        excluded(
            "W51",
            "8 working-days",
            "2026-12-01 09:00",
            ExclusionGround::FinancialDuty,
            ("2026-12-03 09:00", "2026-12-17 09:00"),
            "2026-12-11 09:00 > 2026-12-25 09:00",
        ),
        excluded(
            "W52",
            "3 working-days",
            "2026-11-30 09:00",
            ExclusionGround::AnnouncedOutage,
            ("2026-12-01 10:00", "2026-12-02 10:00"),
            "2026-12-03 09:00 > 2026-12-04 09:00",
        ),
    ]);
}

#[test]
fn a_decision_on_days_moves_the_current_date_and_keeps_the_original() {
    let mut known = rules('A');
    known.holidays.forget(on("2026-01-02"));
    known.holidays.forget(on("2026-01-10"));
    let ledger = ledger("10 working-days", "2025-12-22 09:00");
    check(vec![
        told(
            "W46 at acceptance",
            show(ledger.original_due(&OfficeCalendar::new(known)).unwrap().at),
            "2026-01-06 09:00",
        ),
        told(
            "W46 after the decision",
            show(ledger.due(&calendar('A')).unwrap().at),
            "2026-01-07 09:00",
        ),
    ]);
}

#[test]
fn border_free_cases_have_two_clocks() {
    let office = calendar('A');
    check(vec![told(
        "W54 forward",
        show(office.handover_by(at("2026-11-30 15:30"))),
        "2026-12-01 07:00",
    )]);
}

#[test]
fn backwards_a_rest_day_gives_way_to_the_working_day_before() {
    let office = calendar('A');
    let before = |day, ahead| office.last_day_before(on(day), ahead);
    let warn = |due| show(office.warn_at(at(due)));
    check(vec![
        told("W53", before("2026-11-30", Ahead::WorkingDays(7)), "2026-11-18"),
        told("W55", before("2026-12-02", Ahead::CalendarDays(1)), "2026-12-01"),
        told("W55", before("2026-11-30", Ahead::CalendarDays(1)), "2026-11-27"),
        told("W55", before("2026-11-25", Ahead::CalendarDays(1)), "2026-11-23"),
        told("W57", warn("2026-12-01 09:32"), "2026-11-30 09:32"),
        told("W57", warn("2026-11-30 09:32"), "2026-11-27 09:32"),
    ]);
}

#[test]
fn a_new_date_is_set_once() {
    let office = calendar('A');
    let mut ledger = ledger("2 working-days", "2026-11-30 09:00");
    ledger
        .extend(at("2026-12-07 09:00"), at("2026-12-01 10:00"))
        .unwrap();
    let second = ledger
        .extend(at("2026-12-10 09:00"), at("2026-12-04 10:00"))
        .unwrap_err();
    check(vec![
        told(
            "W56 original",
            show(ledger.original_due(&office).unwrap().at),
            "2026-12-02 09:00",
        ),
        told(
            "W56 current",
            show(ledger.due(&office).unwrap().at),
            "2026-12-07 09:00",
        ),
        told(
            "W56 second",
            second,
            "the due date was already set anew once, to 2026-12-07T09:00:00+07:00",
        ),
    ]);
}

#[test]
fn a_promise_is_half_the_limit() {
    let half = |text, rounding| limit(text).promise_half(rounding);
    let promised = |text| {
        let promise = half(text, HalfRounding::Exact);
        show(calendar('A').due(at("2026-11-30 09:00"), &promise).unwrap().at)
    };
    check(vec![
        told("W58", promised("4 working-days"), "2026-12-02 09:00"),
        told("W58", promised("7 working-days"), "2026-12-03 15:00"),
        told(
            "W58 up",
            half("7 working-days", HalfRounding::Up),
            "4 working-days",
        ),
        told(
            "W58 down",
            half("7 working-days", HalfRounding::Down),
            "3 working-days",
        ),
        told(
            "never nothing",
            half("1 working-day", HalfRounding::Down),
            "1 working-day",
        ),
        told(
            "hours",
            half("5 working-hours", HalfRounding::Exact),
            "150 minutes",
        ),
        told(
            "days",
            half("5 calendar-days", HalfRounding::Exact),
            "3 calendar-days",
        ),
        told("month", half("1 month", HalfRounding::Exact), "15 calendar-days"),
        told("year", half("1 year", HalfRounding::Exact), "6 months"),
    ]);
}

#[test]
fn a_due_day_on_a_regular_half_saturday_rolls_unless_the_calendar_calls_it_a_working_day() {
    let working = OfficeCalendar::new(CalendarRules {
        half_day: HalfDay::Working,
        ..rules('B')
    });
    let due = |text, received| working.due(at(received), &limit(text)).unwrap();
    check(vec![
        told(
            "W61 working",
            show(due("5 calendar-days", "2026-11-30 09:00").at),
            "2026-12-05 11:30",
        ),
        told(
            "W61 working, counting",
            show(due("5 working-days", "2026-11-30 09:00").at),
            "2026-12-05 09:00",
        ),
        told(
            "W61 never past closing",
            show(due("5 working-days", "2026-11-30 14:00").at),
            "2026-12-05 11:30",
        ),
    ]);
}
