//! Lists of cases as SQL: a union of short walks, each along one index.
//!
//! An officer's scope is an *or* (received here, or decided here) and an inbox is several steps, sorted by the due
//! moment. No engine walks such a list in order: it collects every case of the agency and sorts. So every way into
//! the scope and every step is a walk of its own along an index that is already in order, of no more rows than the
//! page has; the page is the first rows of their union. Steps exclude each other; ways into a scope do not, and a
//! case that comes in twice is dropped once afterwards. (To exclude in the second way what the first one admits looks
//! as good, and walks through a whole agency wherever both ways are the same agency.)

use std::fmt::Write as _;

use motcua_domain::access::{Clause, Scope};
use motcua_domain::case::Step;
use motcua_engine::ports::{CaseQuery, Timing};

use crate::driver::Value;
use crate::queries::CASE_COLUMNS;
use crate::scope::{self, ways};

#[cfg(test)]
mod tests;

/// A statement under construction: parameters are numbered as they appear.
#[derive(Default)]
pub(crate) struct Sql<'a> {
    pub(crate) text: String,
    pub(crate) values: Vec<Value<'a>>,
}

impl<'a> Sql<'a> {
    /// Text.
    pub(crate) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// The next parameter.
    pub(crate) fn bind(&mut self, value: impl Into<Value<'a>>) {
        self.values.push(value.into());
        let _ = write!(self.text, "${}", self.values.len());
    }

    /// A further condition.
    pub(crate) fn and(&mut self, condition: &str) {
        self.push(" AND ");
        self.push(condition);
    }
}

/// The page of a list; `None` where the scope admits nothing and nobody need be asked.
pub(crate) fn page<'a>(scope: &'a Scope, query: &'a CaseQuery) -> Option<Sql<'a>> {
    let order = if query.is_newest_first {
        "at DESC, id DESC"
    } else {
        "at, id"
    };
    let mut sql = Sql::default();
    sql.push("SELECT ");
    sql.push(CASE_COLUMNS);
    sql.push(", coalesce(p.name, '') FROM (SELECT at, id FROM (");
    push_ways(&mut sql, scope, query, |sql, walk| {
        let Some(walk) = walk else {
            sql.push(" ORDER BY ");
            sql.push(order);
            sql.push(" LIMIT ");
            return sql.bind(query.limit);
        };
        sql.push(if query.is_newest_first {
            "SELECT c.sent_at AS at"
        } else {
            "SELECT c.due_at AS at"
        });
        sql.push(", c.id AS id");
        walk.push(sql, query);
        walk.push_cursor(sql, query);
    });
    sql.push(") AS ways ORDER BY ");
    sql.push(order);
    sql.push(" LIMIT ");
    sql.bind(query.limit);
    // The order of a cross join is the order of the loops: the page first, then its cases by their ids.
    sql.push(") AS page CROSS JOIN cases c LEFT JOIN persons p ON p.id = c.applicant WHERE c.id = page.id ORDER BY ");
    sql.push(if query.is_newest_first {
        "page.at DESC, page.id DESC"
    } else {
        "page.at, page.id"
    });
    (!ways(scope).is_empty()).then_some(sql)
}

/// The bounded count of a list, without regard to its page; `None` where the scope admits nothing.
pub(crate) fn count<'a>(scope: &'a Scope, query: &'a CaseQuery, bound: u32) -> Option<Sql<'a>> {
    let mut sql = Sql::default();
    sql.push("SELECT count(*) FROM (SELECT id FROM (");
    push_ways(&mut sql, scope, query, |sql, walk| {
        let Some(walk) = walk else {
            sql.push(" LIMIT ");
            return sql.bind(bound);
        };
        sql.push("SELECT c.id AS id");
        walk.push(sql, query);
    });
    sql.push(") AS ways LIMIT ");
    sql.bind(bound);
    sql.push(") AS counted");
    (!ways(scope).is_empty()).then_some(sql)
}

/// The union of the ways, each the union of its walks. `part` writes a walk, and with `None` what ends every walk
/// and every way: order and limit.
fn push_ways<'a>(
    sql: &mut Sql<'a>,
    scope: &'a Scope,
    query: &'a CaseQuery,
    part: impl Fn(&mut Sql<'a>, Option<&Walk<'a>>),
) {
    for (number, way) in ways(scope).iter().enumerate() {
        sql.push(if number == 0 {
            "SELECT * FROM ("
        } else {
            " UNION SELECT * FROM ("
        });
        for (place, walk) in walks(way, query).iter().enumerate() {
            sql.push(if place == 0 {
                "SELECT * FROM ("
            } else {
                " UNION ALL SELECT * FROM ("
            });
            part(sql, Some(walk));
            part(sql, None);
            let _ = write!(sql.text, ") AS w{number}_{place}");
        }
        part(sql, None);
        let _ = write!(sql.text, ") AS w{number}");
    }
}

/// A walk along one index.
struct Walk<'a> {
    way: &'a Clause,
    along: Along,
}

/// Which index, by the condition that leads to it.
#[derive(Clone, Copy)]
enum Along {
    /// Whoever holds it: few cases.
    Holder,
    /// Whose act it is: few cases.
    Applicant,
    /// The agency of the clause, or everything, at one step.
    Step(Step),
}

/// The walks of one way into the scope.
fn walks<'a>(way: &'a Clause, query: &CaseQuery) -> Vec<Walk<'a>> {
    if query.holder.is_some() || matches!(way, Clause::HeldBy(_)) {
        return vec![Walk {
            way,
            along: Along::Holder,
        }];
    }
    if query.applicant.is_some() || matches!(way, Clause::AppliedBy(_)) {
        return vec![Walk {
            way,
            along: Along::Applicant,
        }];
    }
    // A step that is asked for twice is walked once, or its cases would be listed twice.
    let is_asked = |step: &Step| query.steps.is_empty() || query.steps.contains(step);
    Step::ALL
        .into_iter()
        .filter(is_asked)
        .map(|step| Walk {
            way,
            along: Along::Step(step),
        })
        .collect()
}

impl Walk<'_> {
    /// `FROM … WHERE …`.
    fn push<'a>(&self, sql: &mut Sql<'a>, query: &'a CaseQuery) {
        sql.push(" FROM cases c WHERE 1 = 1");
        let is_driving = match self.along {
            Along::Holder => query.holder.is_none(),
            Along::Applicant => query.applicant.is_none(),
            Along::Step(_) => true,
        };
        scope::push(sql, self.way, is_driving);
        match self.along {
            Along::Step(step) => {
                sql.and("c.step = ");
                sql.bind(step.name());
            }
            Along::Holder | Along::Applicant if !query.steps.is_empty() => {
                sql.and("c.step || '' IN (");
                for (place, step) in query.steps.iter().enumerate() {
                    sql.push(if place == 0 { "" } else { ", " });
                    sql.bind(step.name());
                }
                sql.push(")");
            }
            Along::Holder | Along::Applicant => {}
        }
        if matches!(self.along, Along::Holder) {
            // The index leaves out what nobody holds, and is used only where that is plain.
            sql.and("c.holder <> ''");
        }
        push_filters(sql, query, self.along);
    }

    /// Only what comes after the last row seen.
    fn push_cursor<'a>(&self, sql: &mut Sql<'a>, query: &'a CaseQuery) {
        if let Some(after) = query.after {
            sql.and(if query.is_newest_first {
                "(c.sent_at, c.id) < ("
            } else {
                "(c.due_at, c.id) > ("
            });
            sql.bind(after.at);
            sql.push(", ");
            sql.bind(Value::printed(after.id));
            sql.push(")");
        }
    }
}

/// What the query asks besides scope, steps and place.
fn push_filters<'a>(sql: &mut Sql<'a>, query: &'a CaseQuery, along: Along) {
    if let Some(holder) = query.holder {
        sql.and("c.holder = ");
        sql.bind(Value::printed(holder));
    }
    if query.is_unassigned {
        sql.and("c.holder = ''");
    }
    if let Some(applicant) = query.applicant {
        sql.and(if matches!(along, Along::Applicant) {
            "c.applicant = "
        } else {
            "c.applicant || '' = "
        });
        sql.bind(Value::printed(applicant));
    }
    if let Some(procedure) = &query.procedure {
        sql.and("c.procedure = ");
        sql.bind(procedure);
    }
    match query.timing {
        Some(Timing::LateAt(now)) => {
            sql.and("c.due_at < ");
            sql.bind(now);
        }
        Some(Timing::Between(from, before)) => {
            sql.and("c.due_at >= ");
            sql.bind(from);
            sql.and("c.due_at < ");
            sql.bind(before);
        }
        Some(Timing::Paused) => sql.and("c.is_paused = 1"),
        None => {}
    }
    if query.is_answered {
        sql.and("c.is_answered = 1");
    }
    if query.is_withdrawal_asked {
        sql.and("c.is_withdrawal_asked = 1");
    }
}
