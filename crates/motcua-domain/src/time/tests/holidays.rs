use super::*;

fn off_weekdays(days: impl Iterator<Item = Day>) -> Vec<String> {
    days.filter(|day| day.weekday_index() < 5)
        .map(|day| day.to_string())
        .collect()
}

#[test]
fn the_law_alone_gives_the_days_that_are_expected_to_2030() {
    let table = HolidayTable::parse_csv(CITY).unwrap();
    for year in 2027..=2030 {
        let expected = off_weekdays(table.iter().map(|(day, _)| day).filter(|day| day.year() == year));
        assert_eq!(off_weekdays(statutory_holidays(year).into_keys()), expected);
    }
}

#[test]
fn years_that_nobody_has_decided_are_estimated_and_say_so() {
    let table = HolidayTable::parse_csv(CITY)
        .unwrap()
        .with_estimates_through(2035);
    let tet = table.get(on("2033-01-31")).unwrap();
    assert_eq!(
        (tet.name.as_str(), tet.is_estimated),
        ("Mùng một Tết Nguyên đán", true)
    );
    assert!(!table.get(on("2026-02-17")).unwrap().is_estimated);
    assert!(table.get(on("2036-01-01")).is_none());
    assert!(
        !statutory_holidays(2025).contains_key(&on("2025-11-24")),
        "the Cultural Day begins in 2026"
    );
}

#[test]
fn the_anchors_of_the_handbook_hold() {
    let office = calendar('A');
    for (day, works) in [
        ("2026-02-17", false),
        ("2026-04-27", false),
        ("2027-04-16", false),
        ("2028-04-04", false),
        ("2027-05-03", false),
        ("2015-02-14", true),
        ("2019-01-05", true),
        ("2026-01-10", true),
        ("2026-08-22", true),
        ("2026-08-31", false),
    ] {
        assert_eq!(office.is_working_day(on(day)), works, "{day}");
    }
}

#[test]
fn a_file_may_have_other_columns_quotes_and_remarks() {
    let text = "\u{feff}# a remark\r\nkind,date,name_vi,source\r\n\r\noff,2026-12-02,\"Nghỉ, \"\"đặc biệt\"\"\",decree\r\n";
    let table = HolidayTable::parse_csv(text).unwrap();
    assert_eq!(table.get(on("2026-12-02")).unwrap().name, "Nghỉ, \"đặc biệt\"");
    assert_eq!(table.iter().count(), 1);
}

#[test]
fn a_bad_line_is_named_with_what_is_wrong() {
    let fault = |text: &str| HolidayTable::parse_csv(text).unwrap_err().to_string();
    assert_eq!(
        fault("date,name\n"),
        "line 1: the heading has no column `kind`; it needs date, kind and name"
    );
    assert_eq!(
        fault("date,kind,name\n2026-13-01,off,x\n"),
        "line 2: `2026-13-01` is not a day between 1900-01-01 and 2199-12-31, written as 2026-11-24"
    );
    assert_eq!(
        fault("date,kind,name\n20260-01-1,off,x\n"),
        "line 2: `20260-01-1` is not a day between 1900-01-01 and 2199-12-31, written as 2026-11-24"
    );
    assert_eq!(
        fault("date,kind,name\n2026-01-01,maybe,x\n"),
        "line 2: `maybe` is neither `off` nor `work`"
    );
    assert_eq!(
        fault("date,kind,name\n2026-01-01,off\n"),
        "line 2: the field `name` is missing"
    );
    assert_eq!(
        fault("date,kind,name\n2026-01-01,off,\"x\n"),
        "line 2: a quotation mark is not closed"
    );
    assert_eq!(
        fault("date,kind,name\n2026-01-01,off,x\n2026-01-01,work,y\n"),
        "line 3: 2026-01-01 is both a day off and a day worked"
    );
}
