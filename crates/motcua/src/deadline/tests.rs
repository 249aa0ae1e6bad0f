use std::io::Write as _;

use serde_json::Value;

use super::*;

fn args(received: &str, limit: &str) -> DeadlineArgs {
    DeadlineArgs {
        received: received.to_owned(),
        limit: limit.to_owned(),
        hours: "07:00-11:30,13:30-17:00".to_owned(),
        saturday: None,
        exclude: Vec::new(),
        calendar: None,
        json: true,
    }
}

fn answer(args: &DeadlineArgs) -> Value {
    let mut out = Vec::new();
    run(args, &mut out).unwrap();
    serde_json::from_slice(&out).unwrap()
}

fn refused(args: &DeadlineArgs) -> String {
    run(args, &mut Vec::new()).unwrap_err().to_string()
}

#[test]
fn the_worked_examples_come_out_of_the_command_line() {
    for (name, received, limit, starts_at, due_at) in [
        (
            "W01",
            "2023-10-27T09:32:00+07:00",
            "5 working-days",
            "2023-10-27T09:32:00+07:00",
            "2023-11-03T09:32:00+07:00",
        ),
        (
            "W13",
            "2026-11-27T17:20:00+07:00",
            "3 working-days",
            "2026-11-30T07:00:00+07:00",
            "2026-12-03T07:00:00+07:00",
        ),
        (
            "W17",
            "2026-11-23T17:30:00Z",
            "1 working-day",
            "2026-11-25T07:00:00+07:00",
            "2026-11-26T07:00:00+07:00",
        ),
        (
            "W19",
            "2026-11-28T10:00:00+07:00",
            "8 working-hours",
            "2026-11-30T07:00:00+07:00",
            "2026-11-30T17:00:00+07:00",
        ),
        (
            "W26",
            "2026-11-27T10:00:00+07:00",
            "24 elapsed-hours",
            "2026-11-27T10:00:00+07:00",
            "2026-11-28T10:00:00+07:00",
        ),
        (
            "W34",
            "2026-11-04T09:00:00+07:00",
            "20 calendar-days",
            "2026-11-04T09:00:00+07:00",
            "2026-11-25T17:00:00+07:00",
        ),
        (
            "W38",
            "2027-01-29T09:00:00+07:00",
            "1 month",
            "2027-01-29T09:00:00+07:00",
            "2027-03-01T17:00:00+07:00",
        ),
    ] {
        let got = answer(&args(received, limit));
        assert_eq!(
            (&got["starts_at"], &got["due_at"]),
            (&starts_at.into(), &due_at.into()),
            "{name}"
        );
        assert_eq!(got["due_on"], due_at[..10], "{name}");
    }
}

#[test]
fn hours_half_saturdays_and_suspensions_are_options() {
    let mut w21 = args("2026-11-30T06:00:00+07:00", "8 working-hours");
    w21.hours = "07:30-11:30,13:30-17:30".to_owned();
    assert_eq!(answer(&w21)["due_at"], "2026-11-30T17:30:00+07:00");
    let mut w22 = args("2026-11-27T16:00:00+07:00", "8 working-hours");
    w22.saturday = Some("07:00-11:30".to_owned());
    assert_eq!(answer(&w22)["due_at"], "2026-11-30T09:30:00+07:00");
    let mut w44 = args("2026-11-02T09:00:00+07:00", "10 working-days");
    w44.exclude = vec!["2026-11-05T10:00:00+07:00/2026-11-12T10:00:00+07:00".to_owned()];
    assert_eq!(answer(&w44)["due_at"], "2026-11-23T09:00:00+07:00");
}

#[test]
fn every_skipped_day_says_why() {
    let got = answer(&args("2026-11-20T09:00:00+07:00", "2 working-days"));
    let lines: Vec<(&str, &str)> = got["explanation"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| (line["date"].as_str().unwrap(), line["reason"].as_str().unwrap()))
        .collect();
    assert_eq!(
        lines,
        [
            ("2026-11-20", "the clock starts at 09:00"),
            ("2026-11-21", "not counted: weekly rest day"),
            ("2026-11-22", "not counted: weekly rest day"),
            ("2026-11-23", "working day 1"),
            (
                "2026-11-24",
                "not counted: holiday, Ngày Văn hóa Việt Nam (Vietnam Cultural Day)"
            ),
            ("2026-11-25", "working day 2"),
            ("2026-11-25", "due at 09:00"),
        ]
    );
}

#[test]
fn without_json_the_answer_is_lines_to_read() {
    let mut plain = args("2026-11-20T09:00:00+07:00", "1 working-day");
    plain.json = false;
    let mut out = Vec::new();
    run(&plain, &mut out).unwrap();
    assert_eq!(
        String::from_utf8(out).unwrap(),
        "starts_at  2026-11-20T09:00:00+07:00\n\
         due_at     2026-11-23T09:00:00+07:00\n\
         due_on     2026-11-23\n\n\
         2026-11-20 Fri  the clock starts at 09:00\n\
         2026-11-21 Sat  not counted: weekly rest day\n\
         2026-11-22 Sun  not counted: weekly rest day\n\
         2026-11-23 Mon  working day 1\n\
         2026-11-23 Mon  due at 09:00\n"
    );
}

#[test]
fn a_calendar_file_stands_in_place_of_the_citys_own() {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    write!(file, "date,kind,name\n2026-11-23,off,Invented day\n").unwrap();
    let mut own = args("2026-11-20T09:00:00+07:00", "1 working-day");
    own.calendar = Some(file.path().to_owned());
    assert_eq!(
        answer(&own)["due_at"],
        "2026-11-24T09:00:00+07:00",
        "the file knows no Cultural Day"
    );
    writeln!(file, "2026-11-25,perhaps,x").unwrap();
    assert!(refused(&own).ends_with(", line 3: `perhaps` is neither `off` nor `work`"));
    own.calendar = Some(file.path().join("missing"));
    assert!(refused(&own).contains("give the path of a CSV file with the columns date,kind,name"));
}

#[test]
fn a_wrong_argument_says_what_to_write() {
    assert_eq!(
        refused(&args("2026-11-20", "1 month")),
        "--received: `2026-11-20` is not a moment such as 2026-11-30T09:00:00+07:00"
    );
    assert!(
        refused(&args("2026-11-20T09:00:00Z", "5 days"))
            .starts_with("--limit: `5 days` is not a limit: write a number and")
    );
    let mut wrong = args("2026-11-20T09:00:00Z", "5 months");
    wrong.exclude = vec!["2026-12-02T09:00:00Z/2026-12-01T09:00:00Z".to_owned()];
    assert!(refused(&wrong).contains("the earlier one first"));
    wrong.exclude.clear();
    wrong.hours = "7-11".to_owned();
    assert!(refused(&wrong).starts_with("--hours: "));
}
