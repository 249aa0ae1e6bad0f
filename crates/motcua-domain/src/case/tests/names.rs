//! Numbers and references.

use crate::case::{CaseNumber, NumberSeries, SendingReference};
use crate::time::Day;

#[test]
fn a_case_number_is_unit_date_and_running_number() {
    let series = NumberSeries::of_cases("H17.20194", Day::parse("2026-11-25").unwrap());
    assert_eq!(series.case_number(42).as_str(), "H17.20194-261125-0042");
    assert_eq!(series.case_number(42).without_unit(), "261125-0042");
    assert_eq!(series.case_number(12345).as_str(), "H17.20194-261125-12345");
}

#[test]
fn numbers_of_every_known_form_are_read() {
    for known in [
        "000.00.06.H56-231027-0361",
        "H15.50.05.13-261008-0975",
        "G09.20-20260609-0092637",
    ] {
        assert!(CaseNumber::parse(known).is_some(), "{known}");
    }
    assert_eq!(
        CaseNumber::parse(" h17.20194-261125-0042 ").unwrap().as_str(),
        "H17.20194-261125-0042"
    );
    for wrong in [
        "",
        "H17",
        "H17-26112-0042",
        "H17-261125-42",
        "'; DROP-261125-0042",
    ] {
        assert!(CaseNumber::parse(wrong).is_none(), "{wrong}");
    }
}

#[test]
fn a_reference_survives_the_way_people_type_it_and_a_slip_is_caught() {
    for chance in [0, 1, 0x1234_5678_9abc_def0, u64::MAX] {
        let reference = SendingReference::from_chance(chance);
        let typed = reference
            .as_str()
            .to_lowercase()
            .replace('-', " ")
            .replace('0', "o");
        assert_eq!(SendingReference::parse(&typed), Some(reference.clone()));
        for (place, right) in reference
            .as_str()
            .char_indices()
            .skip(3)
            .filter(|(_, sign)| *sign != '-')
        {
            for slip in "0123456789ABCDEFGHJKMNPQRSTVWXY"
                .chars()
                .filter(|slip| *slip != right)
            {
                let mut typed = reference.as_str().to_owned();
                typed.replace_range(place..=place, &slip.to_string());
                assert_eq!(SendingReference::parse(&typed), None, "{typed}");
            }
        }
    }
}
