use motcua_domain::money::Dong;

use super::*;
use crate::portal::import;

const CLEAN: &str = include_str!("../../tests/fixtures/clean.json");
/// What release 0.1.0 kept for [`full`]: never written anew, only read.
const KEPT_FORMAT_1: &[u8] = include_bytes!("../../tests/fixtures/kept/format-1.json");

/// A version with something in every field.
fn full() -> ProcedureVersion {
    let mut version = import(CLEAN.as_bytes()).next().unwrap().unwrap().version;
    version.name_en = Some("Keeping bees on a balcony".to_owned());
    version.in_force_from = Some("2026-07-01".parse().unwrap());
    version.in_force_to = Some("2027-06-30".parse().unwrap());
    version.form = Some(FormId::new("ong@1"));
    version.received_at = Some("Quầy 1".to_owned());
    version.channels[0].limit = TimeLimit::Unparsed("5 working-days".to_owned());
    version.channels[1].limit = TimeLimit::SameDay;
    version.channels[0].charges[0] = Charge {
        kind: ChargeKind::Levy,
        amount: Some(Money::Usd(10)),
        per_what: Some(PerWhat::Vehicle),
        tier: Some("từ tổ thứ ba".to_owned()),
        case_variant: Some("một tổ".to_owned()),
        exempt_groups: vec![FeeGroup::PoorHousehold, FeeGroup::Child],
        reduced_groups: vec![FeeGroup::Elderly],
        from: Some("2026-01-01".parse().unwrap()),
        to: Some("2026-12-31".parse().unwrap()),
        legal_basis: Some("01/2026/NĐ-ONG".to_owned()),
        collected_at: Some(CollectedAt::Return),
        raw_text: "10 USD".to_owned(),
        confirmed_by: Some("00000000-0000-7000-8000-000000000001".parse().unwrap()),
    };
    version.channels[1].charges[0].amount = Some(Money::Vnd(Dong::ZERO));
    version.supplements = vec![SupplementPolicy {
        stage: SupplementStage::Appraisal,
        effect: PolicyEffect::Restart,
        ask_within: TimeLimit::WorkingDays(3),
        applicant_window: Some(TimeLimit::CalendarDays(60)),
        rounds_max: 1,
        on_expiry: OnExpiry::Ask,
        legal_basis: "D61 19.4".to_owned(),
    }];
    version.cut_offs = vec![CutOff {
        used_for: CutOffUse::HandOver,
        at: TimeOfDay::parse("15:00").unwrap(),
        legal_basis: "D309 9".to_owned(),
    }];
    version
}

#[test]
fn a_version_is_read_as_it_was_kept() {
    let version = full();
    assert_eq!(decode(&encode(&version)).unwrap(), version);
    assert_eq!(
        encode(&version),
        encode(&version),
        "the same bytes for the same version"
    );
}

#[test]
fn what_an_older_release_kept_is_still_read() {
    assert_eq!(decode(KEPT_FORMAT_1).unwrap(), full());
}

#[test]
fn an_unsettled_limit_that_reads_like_a_settled_one_stays_unsettled() {
    let kept = decode(&encode(&full())).unwrap();
    assert_eq!(
        kept.channels[0].limit,
        TimeLimit::Unparsed("5 working-days".to_owned())
    );
}

#[test]
fn free_of_charge_is_not_no_amount() {
    let kept = decode(&encode(&full())).unwrap();
    assert_eq!(kept.channels[1].charges[0].amount, Some(Money::Vnd(Dong::ZERO)));
}

#[test]
fn what_cannot_be_read_says_why() {
    let written = String::from_utf8(encode(&full())).unwrap();
    let error = |from: &str, to: &str| {
        assert!(written.contains(from), "{from}");
        decode(written.replace(from, to).as_bytes())
            .unwrap_err()
            .to_string()
    };
    assert!(error("\"format\":1", "\"format\":99").contains("format 99"));
    assert!(error("\"hand_over\"", "\"hand_around\"").contains("hand_around"));
    assert!(error("\"USD\"", "\"XAU\"").contains("XAU"));
    assert!(error("\"online\"", "\"pigeon\"").contains("a channel"));
    assert!(matches!(decode(b"ong"), Err(DecodeError::Json(_))));
}
