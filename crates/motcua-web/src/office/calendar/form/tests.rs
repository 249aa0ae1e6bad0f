use super::*;

fn given(text: &str) -> Given {
    Given::parse(text.as_bytes())
}

#[test]
fn days_are_read_as_people_write_them() {
    let (read, unread) = decision(&given("off=3%2F12%2F2026%0A04-12-2026%0A%0A&worked=5.12.2026"));
    assert!(unread.is_none());
    let days: Vec<_> = read
        .days
        .iter()
        .map(|day| (day.on.to_string(), day.kind))
        .collect();
    assert_eq!(
        days,
        [
            ("2026-12-03".to_owned(), DayKind::Off),
            ("2026-12-04".to_owned(), DayKind::Off),
            ("2026-12-05".to_owned(), DayKind::Worked)
        ]
    );
}

#[test]
fn a_line_that_is_no_day_is_named_and_not_guessed_at() {
    for line in ["31/02/2026", "mai", "12/2026", "1/2/2026/3", "3/12/26"] {
        let (read, unread) = decision(&given(&format!("off={line}")));
        assert_eq!(unread.unwrap().line, line);
        assert!(read.days.is_empty(), "{line}");
    }
}
