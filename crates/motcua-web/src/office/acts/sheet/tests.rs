use std::collections::BTreeSet;

use motcua_text::{Lang, Text};

use super::fields::{Field, fixed_answers};
use super::{SHEETS, parse};
use crate::office::Given;

#[test]
fn every_sheet_has_its_own_address_and_all_its_sentences_in_both_languages() {
    let mut addresses = BTreeSet::new();
    for sheet in SHEETS {
        assert!(addresses.insert(sheet.path), "{} stands twice", sheet.path);
        assert!(sheet.path.ends_with(sheet.kind.name()), "{}", sheet.path);
        for lang in [Lang::Vi, Lang::En] {
            let t = Text::of(lang);
            let has = |key: String| assert!(t.find(&key, &[]).is_some(), "{lang:?} has no {key}");
            has(format!("office-sheet-{}", sheet.kind.name()));
            for field in sheet.fields.iter().filter(|field| **field != Field::Tasks) {
                has(format!("office-field-{}", field.name()));
            }
        }
    }
    for (name, answer) in fixed_answers() {
        for lang in [Lang::Vi, Lang::En] {
            let key = format!("office-field-{name}-{}", answer.replace('_', "-"));
            assert!(Text::of(lang).find(&key, &[]).is_some(), "{key}");
        }
    }
}

#[test]
fn a_moment_needs_a_day_that_exists_and_a_time_of_day() {
    let read = |query: &str| parse::moment(&Given::of_query(query), "at").map(|at| at.to_string());
    let right = "?at-day=1&at-month=12&at-year=2026&at-time=8:05";
    assert_eq!(read(right).as_deref(), Some("2026-12-01T08:05:00+07:00"));
    for wrong in [
        "?at-day=31&at-month=11&at-year=2026&at-time=8:05",
        "?at-day=1&at-month=12&at-year=2026&at-time=25:00",
        "?at-day=1&at-month=12&at-year=2026",
        "?",
    ] {
        assert_eq!(read(wrong), None, "{wrong}");
    }
}

#[test]
fn a_row_of_tasks_that_is_filled_in_by_half_is_not_dropped_in_silence() {
    let whole = "?agency-0=a&what-0=x&days-0=2&lead=0";
    let half = "?agency-0=a&what-0=x&days-0=2&agency-1=b&lead=0";
    let nobody_leads = "?agency-0=a&what-0=x&days-0=2&lead=2";
    let count = |query: &str| parse::tasks(&Given::of_query(query)).len();
    assert_eq!((count(whole), count(half), count(nobody_leads)), (1, 0, 0));
}
