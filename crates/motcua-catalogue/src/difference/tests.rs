use super::*;
use crate::portal::import;

const CLEAN: &str = include_str!("../../tests/fixtures/clean.json");

fn version(line: &str) -> ProcedureVersion {
    import(line.as_bytes()).next().unwrap().unwrap().version
}

fn print(line: &str) -> (ProcedureCode, Fingerprint) {
    let version = version(line);
    (version.code.clone(), Fingerprint::of(&version))
}

#[test]
fn a_newer_crawl_lists_added_changed_and_not_seen() {
    let same = print(CLEAN);
    let before = print(&CLEAN.replace("9.900001", "9.900002"));
    let after = print(
        &CLEAN
            .replace("9.900001", "9.900002")
            .replace("01/QĐ-ONG", "02/QĐ-ONG")
            .replace("đếm số tổ ong", "ngắm ong"),
    );
    let gone = print(&CLEAN.replace("9.900001", "9.900003"));
    let fresh = print(&CLEAN.replace("9.900001", "9.900004"));
    let found = diff(
        &[same.clone(), before.clone(), gone.clone()],
        &[fresh.clone(), after, same],
    );
    assert_eq!(found.added, [fresh.0]);
    assert_eq!(
        found.changed,
        [Changed {
            code: before.0,
            parts: vec!["decision", "steps"]
        }]
    );
    assert_eq!(found.not_seen, [gone.0], "not seen is not repealed");
    assert_eq!(found.unchanged, 1);
}

#[test]
fn the_day_of_crawling_is_no_change() {
    assert_eq!(
        print(CLEAN),
        print(&CLEAN.replace("1780638214788", "1790638214788"))
    );
}

#[test]
fn a_fingerprint_of_another_release_differs_in_every_part() {
    let (code, ours) = print(CLEAN);
    let theirs: Fingerprint = "abc".parse().unwrap();
    let found = diff(&[(code.clone(), theirs)], &[(code, ours)]);
    assert_eq!(found.changed[0].parts, PARTS);
}

#[test]
fn every_part_is_seen_when_it_changes() {
    let clean = Fingerprint::of(&version(CLEAN));
    let edits = [
        ("name", "ban công\",\"decisionNo", "sân\",\"decisionNo"),
        ("decision", "01/QĐ-ONG", "02/QĐ-ONG"),
        ("field", "G99-ON01", "G99-ON02"),
        ("kind", "\"isProvince\":false", "\"isProvince\":true"),
        ("audiences", "ĐT1", "ĐT2"),
        ("agencies", "UBNDCX", "UBNDCT"),
        ("channels", "\"value\":20000", "\"value\":30000"),
        ("variants", "\"qty\":5", "\"qty\":6"),
        ("requirements", "\"originalQty\":1", "\"originalQty\":2"),
        ("steps", "Bước 1:", "Bước một:"),
        (
            "conditions",
            "\"requirementsAndConditions\":\"\"",
            "\"requirementsAndConditions\":\"Có ban công.\"",
        ),
        ("outcomes", "KQ.G99.000001", "KQ.G99.000002"),
        ("legal_bases", "01/2026/NĐ-ONG", "02/2026/NĐ-ONG"),
    ];
    for (part, from, to) in edits {
        assert!(CLEAN.contains(from), "{part}");
        assert_eq!(
            Fingerprint::of(&version(&CLEAN.replace(from, to))).changed_parts(&clean),
            [part]
        );
    }
    let mut ours = version(CLEAN);
    ours.in_force_from = Some("2026-07-01".parse().unwrap());
    assert_eq!(Fingerprint::of(&ours).changed_parts(&clean), ["rules"]);
}
