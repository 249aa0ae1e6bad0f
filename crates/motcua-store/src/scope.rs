//! Rights as SQL. INVARIANT: only here does a [`Scope`] become a condition (house invariant 9).

use motcua_domain::access::{Clause, Scope};

use crate::driver::Value;
use crate::list::Sql;

/// One way into a scope, apart from all ways before it, so that no case comes in twice.
#[derive(Clone)]
pub(crate) struct Way<'a> {
    /// What lets a case in.
    pub(crate) clause: &'a Clause,
    /// What has let it in already.
    before: &'a [Clause],
}

/// The ways into a scope; none for a scope that admits nothing.
pub(crate) fn ways(scope: &Scope) -> Vec<Way<'_>> {
    let clauses = scope.clauses();
    if let Some(everything) = clauses.iter().find(|clause| **clause == Clause::Everything) {
        return vec![Way { clause: everything, before: &[] }];
    }
    clauses
        .iter()
        .enumerate()
        .map(|(place, clause)| Way { clause, before: clauses.get(..place).unwrap_or_default() })
        .collect()
}

impl Way<'_> {
    /// The condition of the clause and those against the ways before. `is_driving` says whether the clause's own
    /// column may lead to an index; where another condition must, it is written so that it cannot.
    pub(crate) fn push(&self, sql: &mut Sql<'_>, is_driving: bool) {
        if let Some((column, value)) = column(self.clause) {
            sql.and(if is_driving { column.plain } else { column.apart });
            sql.push(" = ");
            sql.bind(value);
        }
        for (column, value) in self.before.iter().filter_map(column) {
            sql.and(column.plain);
            sql.push(" <> ");
            sql.bind(value);
        }
    }
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
        Clause::Everything => return None,
    };
    Some((Column { plain, apart }, value))
}
