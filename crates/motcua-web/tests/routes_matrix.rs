//! Who may take which route: a generated picture of the table of routes against the table of rights. A new route, or a
//! right that has changed, shows up in review as a changed snapshot.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says by panicking what is wrong, in its helpers too"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;

use motcua_domain::access::{Action, Actor, CaseRelations, Role, may, may_in_office};
use motcua_domain::id::{PersonId, StaffId, UnitCode};
use motcua_web::routes::{Row, Who, table};

/// How a member of staff can be related to a case.
const RELATIONS: [&str; 6] = ["receives", "decides", "holds", "is_asked", "helps", "none"];

fn id<T: std::str::FromStr>(last: u8) -> T
where
    T::Err: std::fmt::Debug,
{
    format!("00000000-0000-7000-8000-0000000000{last:02}")
        .parse()
        .unwrap()
}

fn me() -> StaffId {
    id(1)
}

fn case(relation: &str) -> CaseRelations {
    let unit = |is_mine: bool| UnitCode::new(if is_mine { "mine" } else { "other" });
    CaseRelations {
        applicant: id::<PersonId>(7),
        received_at: unit(relation == "receives"),
        // Whoever holds a case works in the agency that decides it.
        competent: unit(matches!(relation, "decides" | "holds")),
        holder: (relation == "holds").then(me),
        agencies: vec![unit(relation == "is_asked")],
        colleagues: (relation == "helps").then(me).into_iter().collect(),
    }
}

fn staff(role: Role) -> Actor {
    Actor::Staff {
        staff: me(),
        agency: UnitCode::new("mine"),
        roles: vec![role],
    }
}

/// Who may do something with a case: each role with the relations that let it, then the applicant.
fn on_case(action: Action) -> String {
    let mut who = Vec::new();
    for role in Role::ALL {
        let relations: Vec<&str> = RELATIONS
            .into_iter()
            .filter(|relation| may(&staff(role), action, &case(relation)).is_ok())
            .collect();
        if !relations.is_empty() {
            who.push(format!("{}({})", role.name(), relations.join(",")));
        }
    }
    for (name, person) in [("applicant", 7), ("another resident", 8)] {
        let actor = Actor::Applicant {
            person: id::<PersonId>(person),
        };
        if may(&actor, action, &case("none")).is_ok() {
            who.push(name.to_owned());
        }
    }
    who.join(" ")
}

fn in_office(action: Action) -> String {
    let who: Vec<&str> = Role::ALL
        .into_iter()
        .filter(|role| may_in_office(&staff(*role), action).is_ok())
        .map(Role::name)
        .collect();
    who.join(" ")
}

fn who(row: &Row) -> String {
    match row.who {
        Who::Anyone => "anyone".to_owned(),
        Who::Resident => "any resident".to_owned(),
        Who::Officer => "any member of staff".to_owned(),
        Who::Case(action) => format!("{action:?}: {}", on_case(action)),
        Who::Office(action) => format!("{action:?}: {}", in_office(action)),
    }
}

#[test]
fn every_route_says_who_may_take_it() {
    let mut picture = String::new();
    let mut origin = "";
    for row in table() {
        if row.origin != origin {
            origin = row.origin;
            writeln!(picture, "# {origin}").unwrap();
        }
        writeln!(picture, "{:4} {:58} {}", row.method.as_str(), row.path, who(&row)).unwrap();
    }
    insta::assert_snapshot!(picture);
}

#[test]
fn no_right_to_a_case_is_given_without_a_relation_to_it() {
    for row in table() {
        let Who::Case(action) = row.who else { continue };
        for role in Role::ALL {
            assert!(
                may(&staff(role), action, &case("none")).is_err(),
                "{} {}: {}",
                row.method,
                row.path,
                role.name()
            );
        }
    }
}

#[test]
fn every_route_that_somebody_needs_a_right_for_has_somebody_with_it() {
    for row in table() {
        assert!(
            !who(&row).ends_with(": "),
            "{} {} is nobody's",
            row.method,
            row.path
        );
    }
}

#[test]
fn no_route_is_registered_twice() {
    let mut seen: BTreeMap<(&str, String, &str), usize> = BTreeMap::new();
    for row in table() {
        *seen
            .entry((row.origin, row.method.to_string(), row.path))
            .or_default() += 1;
    }
    let twice: Vec<_> = seen.into_iter().filter(|(_, times)| *times > 1).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

/// Only these may be changed by whoever has not signed in: signing in itself, and what leads there.
#[test]
fn only_signing_in_and_out_is_a_change_that_anybody_may_ask_for() {
    let open: Vec<&str> = table()
        .into_iter()
        .filter(|row| row.who == Who::Anyone && row.method == axum::http::Method::POST)
        .map(|row| row.path)
        .collect();
    insta::assert_snapshot!(open.join("\n"));
}
