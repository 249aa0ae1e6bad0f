//! Rights as SQL. INVARIANT: only here does a [`Scope`] become a condition (house invariant 9).

use motcua_domain::access::{Clause, Scope};
use motcua_domain::id::{StaffId, UnitCode};

use crate::driver::Value;
use crate::list::Sql;

/// The ways into a scope, any of which lets a case in; none for a scope that admits nothing. A case may come in by
/// more than one.
pub(crate) fn ways(scope: &Scope) -> &[Clause] {
    let clauses = scope.clauses();
    // Beside everything the other ways are idle.
    clauses
        .iter()
        .find(|clause| **clause == Clause::Everything)
        .map_or(clauses, std::slice::from_ref)
}

/// The condition of one way. `is_driving` says whether its column may lead to an index; where another condition
/// must, it is written so that it cannot.
pub(crate) fn push(sql: &mut Sql<'_>, way: &Clause, is_driving: bool) {
    if let Some(party) = party_of(way) {
        // The index leads there; what the case itself says has the last word.
        sql.and("c.id IN (SELECT case_id FROM case_parties WHERE party = ");
        sql.bind(party.clone());
        sql.push(") AND c.parties LIKE ");
        sql.bind(format!("%|{party}|%"));
        return;
    }
    if let Some((column, value)) = column(way) {
        sql.and(if is_driving { column.plain } else { column.apart });
        sql.push(" = ");
        sql.bind(value);
    }
}

/// Any of the ways, where something else leads to the rows: rights as a filter.
pub(crate) fn push_any(sql: &mut Sql<'_>, ways: &[Clause]) {
    sql.push(" AND (");
    for (place, way) in ways.iter().enumerate() {
        sql.push(if place == 0 { "(1 = 1" } else { " OR (1 = 1" });
        push(sql, way, false);
        sql.push(")");
    }
    sql.push(")");
}

/// A column, and the same as an expression that no index answers.
#[derive(Clone, Copy)]
struct Column {
    plain: &'static str,
    apart: &'static str,
}

/// The scope column of a clause; none for everything.
fn column(clause: &Clause) -> Option<(Column, Value<'static>)> {
    let (plain, apart, value) = match clause {
        Clause::AppliedBy(person) => ("c.applicant", "c.applicant || ''", Value::printed(person)),
        Clause::ReceivedAt(agency) => ("c.received_at", "c.received_at || ''", Value::printed(agency)),
        Clause::DecidedBy(agency) => ("c.competent", "c.competent || ''", Value::printed(agency)),
        Clause::HeldBy(staff) => ("c.holder", "c.holder || ''", Value::printed(staff)),
        Clause::Everything | Clause::Involves(_) | Clause::HelpedBy(_) => return None,
    };
    Some((Column { plain, apart }, value))
}

/// The party that a clause speaks of, if it speaks of one.
fn party_of(clause: &Clause) -> Option<String> {
    match clause {
        Clause::Involves(unit) => Some(agency(unit)),
        Clause::HelpedBy(staff) => Some(colleague(staff)),
        _ => None,
    }
}

/// How an agency stands among the parties of a case.
pub(crate) fn agency(unit: &UnitCode) -> String {
    format!("agency:{unit}")
}

/// How a colleague stands among the parties of a case.
pub(crate) fn colleague(staff: &StaffId) -> String {
    format!("staff:{staff}")
}

/// The parties between bars, told apart; `None` for what nobody wrote.
pub(crate) fn parties(bars: &str) -> Option<(Vec<UnitCode>, Vec<StaffId>)> {
    let (mut agencies, mut colleagues) = (Vec::new(), Vec::new());
    for name in bars.split('|').filter(|name| !name.is_empty()) {
        match name.split_once(':')? {
            ("agency", code) => agencies.push(UnitCode::new(code)),
            ("staff", id) => colleagues.push(id.parse().ok()?),
            _ => return None,
        }
    }
    Some((agencies, colleagues))
}
