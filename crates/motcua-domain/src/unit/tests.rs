//! The tree of units, its dates and who is competent.

use super::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn unit(code: &str, parent: Option<&str>, kind: UnitKind) -> Unit {
    Unit {
        code: UnitCode::new(code),
        parent: parent.map(UnitCode::new),
        kind,
        name: Bilingual::new(code, code),
        document_code: None,
        official_code: None,
        population: None,
        address: None,
        has_desk: true,
        calendar: "office".to_owned(),
        from: day("2025-07-01"),
        to: None,
        legal_basis: "invented".to_owned(),
    }
}

fn small_city() -> Vec<Unit> {
    vec![
        unit("48", None, UnitKind::City),
        unit("48-ubnd", Some("48"), UnitKind::CityCommittee),
        unit("48-ubnd.pvhcc", Some("48-ubnd"), UnitKind::OneStopCentre),
        unit("48-so-y-te", Some("48-ubnd"), UnitKind::Department),
        unit("48-1", Some("48-ubnd"), UnitKind::Ward),
        unit("48-1.pvhcc", Some("48-1"), UnitKind::OneStopCentre),
        unit("48-1.van-hoa", Some("48-1"), UnitKind::Division),
        unit("48-1.cong-an", Some("48-1"), UnitKind::CommunePolice),
    ]
}

#[test]
fn a_division_belongs_to_its_agency_and_the_police_are_their_own() {
    let tree = UnitTree::new(small_city()).unwrap();
    let today = day("2026-11-24");
    let agency = |code| {
        tree.agency_of(&UnitCode::new(code), today)
            .unwrap()
            .code
            .to_string()
    };
    assert_eq!(agency("48-1.van-hoa"), "48-1");
    assert_eq!(agency("48-1.pvhcc"), "48-1");
    assert_eq!(agency("48-1.cong-an"), "48-1.cong-an");
    assert!(tree.agency_of(&UnitCode::new("48"), today).is_none());
}

#[test]
fn an_agency_without_a_centre_uses_the_one_above() {
    let tree = UnitTree::new(small_city()).unwrap();
    let today = day("2026-11-24");
    let centre = |code| {
        tree.centre_of(&UnitCode::new(code), today)
            .unwrap()
            .code
            .to_string()
    };
    assert_eq!(centre("48-1"), "48-1.pvhcc");
    assert_eq!(centre("48-1.cong-an"), "48-1.pvhcc");
    assert_eq!(centre("48-so-y-te"), "48-ubnd.pvhcc");
}

#[test]
fn competence_follows_the_matter() {
    let tree = UnitTree::new(small_city()).unwrap();
    let today = day("2026-11-24");
    let ward = UnitCode::new("48-1");
    let who = |competence: &Competence| {
        let found = tree.competent(competence, &ward, today).unwrap();
        (found.agency.code.to_string(), found.examiner.code.to_string())
    };
    let commune = Competence::Commune {
        division: "van-hoa".to_owned(),
    };
    assert_eq!(who(&commune), ("48-1".to_owned(), "48-1.van-hoa".to_owned()));
    assert_eq!(who(&Competence::CommunePolice).0, "48-1.cong-an");
    let department = Competence::Agency {
        agency: UnitCode::new("48-so-y-te"),
    };
    assert_eq!(who(&department).0, "48-so-y-te");
    assert!(
        tree.competent(&commune, &UnitCode::new("48-so-y-te"), today)
            .is_none()
    );
}

#[test]
fn before_the_first_day_there_is_no_unit_and_after_a_renaming_the_new_name_holds() {
    let mut units = small_city();
    let renamed = Unit {
        from: day("2027-01-01"),
        name: Bilingual::new("mới", "new"),
        ..units[4].clone()
    };
    units[4].to = Some(day("2026-12-31"));
    units.push(renamed);
    let tree = UnitTree::new(units).unwrap();
    let name = |on| {
        tree.get(&UnitCode::new("48-1"), day(on))
            .map(|unit| unit.name.vi.as_str())
    };
    assert_eq!(name("2025-06-30"), None);
    assert_eq!(name("2026-12-31"), Some("48-1"));
    assert_eq!(name("2027-01-01"), Some("mới"));
    assert_eq!(tree.communes(day("2027-01-01")).count(), 1);
}

#[test]
fn two_states_of_a_unit_may_not_overlap() {
    let mut units = small_city();
    units.push(Unit {
        from: day("2026-01-01"),
        ..units[4].clone()
    });
    assert_eq!(
        UnitTree::new(units),
        Err(UnitTreeError::Overlap {
            code: UnitCode::new("48-1"),
            from: day("2026-01-01")
        })
    );
    let mut ended = small_city();
    let later = Unit {
        from: day("2026-01-01"),
        ..ended[4].clone()
    };
    ended[4].to = Some(day("2026-01-01"));
    ended.push(later);
    assert!(
        matches!(UnitTree::new(ended), Err(UnitTreeError::Overlap { .. })),
        "both hold on that one day"
    );
}

#[test]
fn a_unit_has_a_parent_that_exists_and_is_not_above_itself() {
    let mut units = small_city();
    units.push(unit("48-9.phong", Some("48-9"), UnitKind::Division));
    assert!(matches!(
        UnitTree::new(units),
        Err(UnitTreeError::NoParent { .. })
    ));
    let circle = vec![
        unit("a", Some("b"), UnitKind::Division),
        unit("b", Some("a"), UnitKind::Division),
    ];
    assert!(matches!(UnitTree::new(circle), Err(UnitTreeError::Circle { .. })));
}
