use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use crate::{Lang, Text, capitalised, masked};

fn vi() -> &'static Text {
    Text::of(Lang::Vi)
}

fn en() -> &'static Text {
    Text::of(Lang::En)
}

#[test]
fn money_is_grouped_by_points_in_vietnamese_and_commas_in_english() {
    for (amount, in_vi, in_en) in [
        (0, "0 đồng", "0 VND"),
        (999, "999 đồng", "999 VND"),
        (50_000, "50.000 đồng", "50,000 VND"),
        (1_234_567, "1.234.567 đồng", "1,234,567 VND"),
        (-8_000, "-8.000 đồng", "-8,000 VND"),
        (
            i64::MIN,
            "-9.223.372.036.854.775.808 đồng",
            "-9,223,372,036,854,775,808 VND",
        ),
    ] {
        assert_eq!(vi().dong(amount), in_vi);
        assert_eq!(en().dong(amount), in_en);
    }
}

#[test]
fn tenths_are_written_without_a_needless_zero() {
    assert_eq!(vi().percent_tenths(986), "98,6%");
    assert_eq!(en().percent_tenths(986), "98.6%");
    assert_eq!(vi().percent_tenths(990), "99%");
    assert_eq!(vi().tenths(-4), "-0,4");
    assert_eq!(vi().tenths(-14), "-1,4");
    assert_eq!(vi().tenths(12_345_678), "1.234.567,8");
}

#[test]
fn a_duration_always_says_which_kind_of_day_it_counts() {
    assert_eq!(vi().working_days_halves(3), "1,5 ngày làm việc");
    assert_eq!(en().working_days_halves(3), "1.5 working days");
    assert_eq!(en().working_days(1), "1 working day");
    assert_eq!(vi().working_days(5), "5 ngày làm việc");
    assert_eq!(vi().days(8), "8 ngày");
    assert_eq!(en().days(1), "1 day");
    assert_eq!(vi().working_hours(8), "8 giờ làm việc");
    assert_eq!(vi().months(6), "6 tháng");
    assert_eq!(en().years(2), "2 years");
}

#[test]
fn minutes_become_hours_and_minutes() {
    assert_eq!(vi().minutes(112), "1 giờ 52 phút");
    assert_eq!(en().minutes(61), "1 hour 1 minute");
    assert_eq!(vi().minutes(120), "2 giờ");
    assert_eq!(en().minutes(45), "45 minutes");
    assert_eq!(vi().minutes(0), "0 phút");
}

#[test]
fn days_are_written_as_the_language_writes_them() {
    assert_eq!(vi().day(2026, 11, 24), "24/11/2026");
    assert_eq!(en().day(2026, 11, 24), "24 November 2026");
    assert_eq!(vi().day_long(2026, 11, 24), "ngày 24 tháng 11 năm 2026");
    assert_eq!(vi().day_long(2026, 2, 3), "ngày 03 tháng 02 năm 2026");
    assert_eq!(vi().day_short(2, 3), "03/02");
    assert_eq!(en().day_short(11, 20), "20 Nov");
    assert_eq!(vi().weekday_day(2026, 11, 25), "thứ Tư 25/11");
    assert_eq!(en().weekday_day(2026, 12, 2), "Wednesday 2 December");
    assert_eq!(capitalised(&vi().weekday_day(2026, 11, 25)), "Thứ Tư 25/11");
    assert_eq!(capitalised(""), "");
}

#[test]
fn weekdays_are_right_across_leap_years_and_centuries() {
    for ((year, month, day), name) in [
        ((2000, 2, 29), "thứ Ba"),
        ((2000, 3, 1), "thứ Tư"),
        ((1900, 2, 28), "thứ Tư"),
        ((1900, 3, 1), "thứ Năm"),
        ((2026, 11, 24), "thứ Ba"),
        ((2026, 11, 29), "Chủ nhật"),
        ((2027, 1, 1), "thứ Sáu"),
        ((2028, 2, 29), "thứ Ba"),
    ] {
        assert_eq!(vi().weekday(year, month, day), name, "{year}-{month}-{day}");
    }
}

#[test]
fn moments_have_two_digits_and_no_today() {
    assert_eq!(vi().time(7, 5), "07:05");
    assert_eq!(vi().moment((2026, 11, 24), (9, 40)), "09:40 ngày 24/11/2026");
    assert_eq!(en().moment((2026, 11, 24), (9, 40)), "24 November 2026, 09:40");
    assert_eq!(vi().moment_short((11, 20), (8, 20)), "20/11, 08:20");
    assert_eq!(vi().before((2026, 11, 25), (17, 0)), "trước 17:00 thứ Tư 25/11");
    assert_eq!(
        en().before((2026, 11, 25), (17, 0)),
        "by 17:00 on Wednesday 25 November"
    );
}

#[test]
fn numbers_that_identify_a_person_show_only_their_ends() {
    assert_eq!(masked("048190001234", 3, 2), "048•••••••34");
    assert_eq!(masked("0905123418", 4, 2), "0905••••18");
    assert_eq!(masked("12345", 3, 2), "•••••");
    assert_eq!(masked("", 3, 2), "");
}

#[test]
fn file_sizes_use_the_largest_fitting_unit() {
    assert_eq!(vi().file_size(512), "512 B");
    assert_eq!(vi().file_size(340_999), "340 kB");
    assert_eq!(vi().file_size(1_250_000), "1,2 MB");
    assert_eq!(en().file_size(20_000_000), "20 MB");
    assert_eq!(en().file_size(u64::MAX).split(' ').nth(1), Some("MB"));
}

#[test]
fn a_sentence_is_found_by_a_key_that_is_data_and_absence_is_no_panic() {
    assert_eq!(vi().find("common-continue", &[]).as_deref(), Some("Tiếp tục"));
    assert_eq!(vi().find("refusal-that-nobody-wrote", &[]), None);
    assert_eq!(
        vi().find("common-question-of", &[("at", "2")]),
        None,
        "an argument is missing"
    );
}

#[test]
fn no_sentence_carries_isolation_marks() {
    let sentence = vi().common_days_left_late("1 ngày");
    assert_eq!(sentence, "Trễ 1 ngày");
}

/// The keys of one file of `text/`, in order.
fn keys(lang: Lang, area: &str) -> Vec<String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("../../text/{lang}/{area}.ftl"));
    let file = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{lang}/{area}: {error}"));
    file.lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key.to_owned())
        .collect()
}

const AREAS: [&str; 9] = [
    "common",
    "home",
    "procedure",
    "filing",
    "tracker",
    "office",
    "refusal",
    "mail",
    "problem",
];

#[test]
fn every_key_begins_with_the_name_of_its_file_and_lies_there_in_both_languages() {
    for area in AREAS {
        let (in_vi, in_en) = (keys(Lang::Vi, area), keys(Lang::En, area));
        for key in in_vi.iter().filter(|key| *key != "language-name") {
            assert!(key.starts_with(&format!("{area}-")), "{key} lies in {area}.ftl");
        }
        assert_eq!(
            BTreeSet::from_iter(in_vi),
            BTreeSet::from_iter(in_en),
            "{area}.ftl"
        );
    }
}

#[test]
fn words_are_spelt_as_the_house_spells_them() {
    // design.md §9: hoà, thuý, uỷ; the tone sits on the last vowel.
    let wrong = [
        "ủy",
        "hòa",
        "hóa",
        "thúy",
        "hủy",
        "tòa",
        "thỏa",
        "khỏe",
        "Đang xử lý",
    ];
    for area in AREAS {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("../../text/vi/{area}.ftl"));
        let file = fs::read_to_string(path).unwrap();
        // The ten national statuses are called as the national portal calls them.
        for line in file.lines().filter(|line| !line.starts_with("tracker-national-")) {
            for word in wrong {
                assert!(!line.contains(word), "{area}.ftl writes {word}");
            }
        }
    }
}
