use super::*;
use crate::case::sample;
use crate::catalogue::{ChargeKind, PerWhat};

fn question(channel: Channel, groups: &[FeeGroup]) -> FeeQuestion<'_> {
    FeeQuestion {
        channel,
        variant: None,
        groups,
        day: Day::parse("2026-11-25").unwrap(),
        quantity: 1,
    }
}

fn charge(dong: i64) -> Charge {
    Charge {
        kind: ChargeKind::Levy,
        amount: Some(Money::Vnd(Dong::new(dong))),
        per_what: None,
        tier: None,
        case_variant: None,
        exempt_groups: vec![FeeGroup::PoorHousehold],
        reduced_groups: Vec::new(),
        from: None,
        to: None,
        legal_basis: Some("TT 75/2022".to_owned()),
        collected_at: None,
        raw_text: String::new(),
        confirmed_by: None,
    }
}

fn overlay(percent: u8, legal_basis: &str) -> FeeOverlay {
    FeeOverlay {
        procedures: Vec::new(),
        channel: Some(Channel::Online),
        percent,
        legal_basis: legal_basis.to_owned(),
        from: Day::parse("2026-01-01").unwrap(),
        to: Some(Day::parse("2026-12-31").unwrap()),
    }
}

fn due(charges: Vec<Charge>, asked: &FeeQuestion<'_>, overlays: &[FeeOverlay]) -> Vec<(i64, i64)> {
    charges_of(&sample::version(charges), asked, overlays)
        .iter()
        .map(|line| (line.list.get(), line.due.get()))
        .collect()
}

#[test]
fn the_city_takes_off_only_where_and_when_its_decision_says() {
    let free = [overlay(0, "NQ 1")];
    assert_eq!(
        due(vec![charge(20_000)], &question(Channel::Online, &[]), &free),
        [(20_000, 0)]
    );
    assert_eq!(
        due(vec![charge(20_000)], &question(Channel::Counter, &[]), &free),
        [(20_000, 20_000)]
    );
    let mut later = question(Channel::Online, &[]);
    later.day = Day::parse("2027-01-01").unwrap();
    assert_eq!(due(vec![charge(20_000)], &later, &free), [(20_000, 20_000)]);
}

#[test]
fn the_best_relief_applies_and_reliefs_do_not_add_up() {
    let policies = [overlay(50, "NQ 1"), overlay(30, "NQ 2")];
    assert_eq!(
        due(vec![charge(20_000)], &question(Channel::Online, &[]), &policies),
        [(20_000, 6_000)]
    );
    let poor = [FeeGroup::PoorHousehold];
    let lines = charges_of(
        &sample::version(vec![charge(20_000)]),
        &question(Channel::Online, &poor),
        &policies,
    );
    assert_eq!(lines[0].due, Dong::ZERO);
    assert_eq!(lines[0].relief.as_ref().unwrap().ground, "poor-household");
}

#[test]
fn an_amount_per_piece_is_taken_as_often_as_there_are_pieces() {
    let mut per_copy = charge(8_000);
    per_copy.per_what = Some(PerWhat::Copy);
    let mut asked = question(Channel::Counter, &[]);
    asked.quantity = 3;
    assert_eq!(
        due(vec![per_copy, charge(5_000)], &asked, &[]),
        [(24_000, 24_000), (5_000, 5_000)]
    );
}

#[test]
fn a_tariff_that_has_ended_and_an_amount_nobody_settled_are_no_charges() {
    let mut ended = charge(115_000);
    ended.to = Some(Day::parse("2025-12-31").unwrap());
    let mut unsettled = charge(0);
    unsettled.amount = None;
    let mut dollars = charge(0);
    dollars.amount = Some(Money::Usd(145));
    let asked = question(Channel::Counter, &[]);
    assert_eq!(due(vec![ended, unsettled, dollars, charge(0)], &asked, &[]), []);
}
