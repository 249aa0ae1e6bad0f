//! The days off that the law itself gives, for years that no decree has settled yet.

use std::collections::BTreeMap;

use super::holidays::{Holiday, HolidayKind};
use super::instant::Day;
use super::lunar::{self, LunarDay};

/// A day off of the law, before anybody decided anything.
struct Statutory {
    day: Option<Day>,
    name: &'static str,
    name_en: &'static str,
}

/// The days off of a year by law (Labour Code 45/2019 art. 112), each marked as estimated: what the Prime
/// Minister fixes yearly is taken as in recent years, Tết as the two days before and the first three, National
/// Day with the neighbour that makes the longer rest. A day off that falls on a weekly rest day is made good on
/// the next working day (art. 111.3). Swaps cannot be foreseen. Without a lunar table only civil dates are known.
pub fn statutory_holidays(year: i16) -> BTreeMap<Day, Holiday> {
    let known = statutory(year)
        .into_iter()
        .filter_map(|one| Some((one.day?, one)));
    let mut days = BTreeMap::new();
    let mut owed = Vec::new();
    for (day, one) in known {
        if is_weekend(day) {
            owed.push((day, one.name, one.name_en));
        }
        days.entry(day)
            .or_insert_with(|| estimated(one.name.to_owned(), one.name_en.to_owned(), "Art. 112"));
    }
    for (day, name, name_en) in owed {
        let mut made_good = day;
        while is_weekend(made_good) || days.contains_key(&made_good) {
            made_good = made_good.plus_days(1);
        }
        days.insert(
            made_good,
            estimated(
                format!("{name} (nghỉ bù)"),
                format!("{name_en} (made good)"),
                "Art. 111.3",
            ),
        );
    }
    days
}

fn statutory(year: i16) -> Vec<Statutory> {
    let fixed = |month, day| Day::new(year, month, day).ok();
    let tet = |offset: i64| lunar::new_year(year).map(|first| first.plus_days(offset));
    let kings = LunarDay {
        year,
        month: 3,
        is_leap: false,
        day: 10,
    }
    .civil();
    let one = |day, name, name_en| Statutory { day, name, name_en };
    let mut all = vec![
        one(fixed(1, 1), "Tết Dương lịch", "New Year's Day"),
        one(tet(-2), "Nghỉ Tết Nguyên đán", "Before the Lunar New Year"),
        one(tet(-1), "Giao thừa", "Lunar New Year's Eve"),
        one(tet(0), "Mùng một Tết Nguyên đán", "Lunar New Year"),
        one(
            tet(1),
            "Mùng hai Tết Nguyên đán",
            "Second day of the Lunar New Year",
        ),
        one(
            tet(2),
            "Mùng ba Tết Nguyên đán",
            "Third day of the Lunar New Year",
        ),
        one(kings, "Giỗ Tổ Hùng Vương", "Hung Kings' Day"),
        one(fixed(4, 30), "Ngày Chiến thắng", "Reunification Day"),
        one(fixed(5, 1), "Ngày Quốc tế lao động", "Labour Day"),
        one(fixed(9, 2), "Quốc khánh", "National Day"),
        one(fixed(9, 2).map(beside_national_day), "Quốc khánh", "National Day"),
    ];
    if year >= 2026 {
        all.push(one(
            fixed(11, 24),
            "Ngày Văn hóa Việt Nam",
            "Vietnam Cultural Day",
        ));
    }
    all
}

/// The day before 2 September or the day after, whichever joins the rest to a weekend.
fn beside_national_day(day: Day) -> Day {
    match day.weekday_index() {
        0 | 3 | 6 => day.plus_days(1),
        _ => day.plus_days(-1),
    }
}

fn is_weekend(day: Day) -> bool {
    day.weekday_index() >= 5
}

fn estimated(name: String, name_en: String, article: &str) -> Holiday {
    Holiday {
        kind: HolidayKind::Off,
        name,
        name_en: Some(name_en),
        basis: Some(format!("Labour Code 45/2019 {article}")),
        swapped_with: None,
        is_estimated: true,
    }
}
