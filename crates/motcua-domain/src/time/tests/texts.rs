//! How moments, days and limits are written and read, and what the edges of time do.

use super::*;

#[test]
fn a_moment_is_read_with_any_offset_and_printed_in_local_time() {
    let show = |text: &str| Instant::parse(text).unwrap().to_string();
    assert_eq!(show("2026-11-22T23:30:00Z"), "2026-11-23T06:30:00+07:00");
    assert_eq!(
        show("2026-11-23T06:30:00.250+07:00"),
        "2026-11-23T06:30:00.250+07:00"
    );
    assert_eq!(show("2026-11-22T18:30:00-05:00"), "2026-11-23T06:30:00+07:00");
    assert_eq!(Instant::parse("1969-12-31T23:59:59Z").unwrap().millis(), -1_000);
    for wrong in ["", "2026-11-30", "2026-11-30T09:00:00", "yesterday"] {
        assert!(Instant::parse(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn days_and_times_of_day_are_read_strictly() {
    assert_eq!(on("2028-02-29").plus_years(1), on("2029-02-28"));
    assert_eq!(
        (on("2026-11-30").compact().as_str(), on("2026-11-30").year()),
        ("261130", 2026)
    );
    assert_eq!(on("2026-11-30").days_until(on("2026-12-02")), 2);
    for wrong in [
        "2026-02-29",
        "20261130",
        "2026-11-3",
        "26-11-30",
        "2026/11/30",
        "2026-11-30T09:00",
    ] {
        assert!(Day::parse(wrong).is_err(), "{wrong}");
    }
    for (text, shown) in [("7:00", "07:00"), ("24:00", "24:00"), ("23:59:59", "23:59:59")] {
        assert_eq!(TimeOfDay::parse(text).unwrap().to_string(), shown);
    }
    for wrong in [
        "",
        "7",
        "24:01",
        "12:60",
        "12:00:60",
        "+7:00",
        "12:00:00:00",
        "24:00:01",
    ] {
        assert!(TimeOfDay::parse(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn the_wire_form_of_a_due_moment_is_milliseconds_and_a_plain_day() {
    let due = Due::at(at("2026-11-30 07:00"));
    let text = serde_json::to_string(&due).unwrap();
    assert_eq!(text, r#"{"at":1795996800000,"on":"2026-11-30"}"#);
    assert_eq!(serde_json::from_str::<Due>(&text).unwrap(), due);
}

#[test]
fn a_limit_is_read_as_it_is_written() {
    for text in [
        "5 working-days",
        "1 working-day",
        "8 working-hours",
        "20 calendar-days",
        "1 month",
        "3 years",
        "24 elapsed-hours",
        "15 minutes",
        "same-day",
    ] {
        assert_eq!(limit(text).to_string(), text);
    }
    assert_eq!(limit("2 month"), TimeLimit::Months(2));
    for wrong in [
        "",
        "5",
        "five days",
        "5 days",
        "-1 month",
        "5 working-days more",
        "5 working days",
        "1 months more",
    ] {
        assert!(wrong.parse::<TimeLimit>().is_err(), "{wrong}");
    }
}

#[test]
fn opening_hours_are_in_order_and_never_empty() {
    assert_eq!(
        hours("07:00-11:30, 13:30-17:00").to_string(),
        "07:00-11:30,13:30-17:00"
    );
    assert_eq!(hours("00:00-24:00").millis(), 86_400_000);
    for wrong in [
        "",
        "07:00",
        "11:30-07:00",
        "07:00-07:00",
        "13:30-17:00,07:00-11:30",
        "07:00-12:00,12:00-17:00",
    ] {
        assert!(Hours::parse(wrong).is_err(), "{wrong}");
    }
    let half = || DayPlan::Half(hours("07:00-11:30"));
    let never = Week::new([half(), half(), half(), half(), half(), half(), DayPlan::Closed]);
    assert_eq!(never, Err(HoursError::NeverOpen));
}

#[test]
fn a_limit_without_a_unit_or_without_end_has_no_due_date() {
    let office = calendar('A');
    let received = at("2026-11-30 09:00");
    let unsettled = TimeLimit::Unparsed("3".to_owned());
    assert_eq!(
        office.due(received, &unsettled),
        Err(LimitError::NotSettled { raw: "3".to_owned() })
    );
    for endless in [
        TimeLimit::WorkingDays(u32::MAX),
        TimeLimit::WorkingHours(u32::MAX),
        TimeLimit::CalendarDays(u32::MAX),
        TimeLimit::Months(u32::MAX),
        TimeLimit::Years(u32::MAX),
        TimeLimit::ElapsedHours(u32::MAX),
    ] {
        assert_eq!(
            office.due(received, &endless),
            Err(LimitError::BeyondCalendar),
            "{endless}"
        );
    }
    for edge in [i64::MIN, i64::MAX] {
        let edge = Instant::from_millis(edge);
        let _ = (
            office.start(edge),
            office.warn_at(edge),
            office.handover_by(edge),
            office.due(edge, &limit("1 month")),
        );
    }
}

#[test]
fn time_is_excluded_once_and_a_pause_after_the_due_moment_revives_nothing() {
    let office = calendar('A');
    let mut ledger = Ledger::new(at("2026-11-30 09:00"), limit("3 working-days"), false);
    let stretch = |from, to| Exclusion {
        from: at(from),
        to: Some(at(to)),
        ground: ExclusionGround::AnnouncedOutage,
    };
    ledger.exclusions = vec![
        stretch("2026-12-01 12:00", "2026-12-02 10:00"),
        stretch("2026-12-01 10:00", "2026-12-01 17:00"),
        stretch("2026-12-20 08:00", "2026-12-28 08:00"),
    ];
    assert_eq!(ledger.due(&office).unwrap().at, at("2026-12-04 09:00"));
    assert!(!ledger.is_paused());
    ledger.suspend(at("2026-12-03 08:00"), ExclusionGround::FinancialDuty);
    assert!(ledger.is_paused());
    assert_eq!(
        ledger.due(&office).unwrap().at,
        at("2026-12-04 09:00"),
        "as if it ran again at once"
    );
    ledger.resume(at("2026-12-03 09:00"));
    assert_eq!(ledger.due(&office).unwrap().at, at("2026-12-04 10:00"));
}

#[test]
fn the_explanation_names_every_day() {
    let office = calendar('A');
    let mut ledger = Ledger::new(at("2026-11-20 17:30"), limit("3 working-days"), false);
    ledger.suspend(at("2026-11-25 09:00"), ExclusionGround::SupplementAwaited);
    ledger.resume(at("2026-11-25 11:00"));
    let story = ledger.explain(&office).unwrap();
    let cultural_day = Rest::Holiday {
        name: "Ngày Văn hóa Việt Nam".to_owned(),
        name_en: Some("Vietnam Cultural Day".to_owned()),
        is_estimated: false,
    };
    let lines: Vec<(String, What)> = story
        .lines
        .into_iter()
        .map(|line| (line.on.compact(), line.what))
        .collect();
    let line = |day: &str, what| (day.to_owned(), what);
    assert_eq!(
        lines,
        vec![
            line("261120", What::Waited(NotStarted::OutsideHours)),
            line("261121", What::Waited(NotStarted::Rest(Rest::Weekly))),
            line("261122", What::Waited(NotStarted::Rest(Rest::Weekly))),
            line(
                "261123",
                What::Started {
                    at: at("2026-11-23 07:00")
                }
            ),
            line("261124", What::Skipped(cultural_day)),
            line(
                "261125",
                What::Excluded {
                    ground: ExclusionGround::SupplementAwaited,
                    millis: 7_200_000
                }
            ),
            line(
                "261126",
                What::Counted {
                    number: 1,
                    is_swapped: false
                }
            ),
            line(
                "261127",
                What::Counted {
                    number: 2,
                    is_swapped: false
                }
            ),
            line(
                "261127",
                What::Due {
                    at: at("2026-11-27 09:00")
                }
            ),
        ]
    );
}
