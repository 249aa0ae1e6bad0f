use super::*;

#[test]
fn amounts_are_written_in_groups_of_three() {
    for (dong, written) in [
        (0, "0"),
        (999, "999"),
        (1_000, "1.000"),
        (50_000, "50.000"),
        (1_250_000, "1.250.000"),
        (-8_000, "-8.000"),
    ] {
        assert_eq!(Dong::new(dong).to_string(), written);
    }
}

#[test]
fn amounts_are_read_as_people_write_them() {
    for text in ["50000", "50.000", "50,000", " 50.000 "] {
        assert_eq!(text.parse(), Ok(Dong::new(50_000)), "{text}");
    }
    for text in [
        "",
        "50.5",
        "50.0000",
        ".000",
        "5o.000",
        "0050.000",
        "1.2.3",
        "--5",
        "99999999999999999999",
    ] {
        assert!(text.parse::<Dong>().is_err(), "{text}");
    }
}

#[test]
fn arithmetic_says_when_it_does_not_fit() {
    let most = Dong::new(i64::MAX);
    assert_eq!(most.checked_add(Dong::new(1)), None);
    assert_eq!(most.checked_times(2), None);
    assert_eq!(most.checked_percent(50), None);
    assert_eq!(Dong::new(i64::MIN).checked_sub(Dong::new(1)), None);
    assert_eq!(Dong::checked_sum([most, Dong::new(1)]), None);
}

#[test]
fn a_share_is_rounded_down_for_the_payer() {
    assert_eq!(Dong::new(25_001).checked_percent(50), Some(Dong::new(12_500)));
    assert_eq!(Dong::new(8_000).checked_times(3), Some(Dong::new(24_000)));
    assert_eq!(
        Dong::checked_sum([Dong::new(1), Dong::new(2)]),
        Some(Dong::new(3))
    );
}
