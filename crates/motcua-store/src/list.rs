//! Lists of cases as SQL: a union of short walks, each along one index.
//!
//! An officer's scope is an *or* (received here, or decided here) and an inbox is several steps, sorted by the due
//! moment. No engine walks such a list in order: it collects every case of the agency and sorts. So every way into
//! the scope, every filter of the query and every step is a walk of its own along an index that is already in order, of
//! no more rows than the page has; the page is the first rows of their union. A mark that few cases have (answered,
//! asked to withdraw, paused) has an index of its own, for all steps at once. Steps exclude each other; ways into a
//! scope and filters do not, and a case that comes in twice is dropped once afterwards. (To exclude in the second way what the first one admits looks
//! as good, and walks through a whole agency wherever both ways are the same agency.)

use std::fmt::Write as _;

use motcua_domain::access::{Clause, Scope};
use motcua_domain::case::Step;
use motcua_engine::ports::{CaseFilter, CaseQuery, Order, Timing};

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

/// An order as SQL.
struct Direction {
    /// The column of the sort key.
    key: &'static str,
    /// Within the walks.
    inner: &'static str,
    /// Over the page.
    outer: &'static str,
    /// What comes after a place, up to the place itself.
    beyond: &'static str,
}

const fn direction(order: Order) -> Direction {
    match order {
        Order::NearestDue => Direction {
            key: "c.due_at",
            inner: "at, id",
            outer: "page.at, page.id",
            beyond: "(c.due_at, c.id) > (",
        },
        Order::FarthestDue => Direction {
            key: "c.due_at",
            inner: "at DESC, id DESC",
            outer: "page.at DESC, page.id DESC",
            beyond: "(c.due_at, c.id) < (",
        },
        Order::NewestSent => Direction {
            key: "c.sent_at",
            inner: "at DESC, id DESC",
            outer: "page.at DESC, page.id DESC",
            beyond: "(c.sent_at, c.id) < (",
        },
    }
}

/// The page of a list; `None` where the scope or the query admits nothing and nobody need be asked.
pub(crate) fn page<'a>(scope: &'a Scope, query: &'a CaseQuery) -> Option<Sql<'a>> {
    let Direction {
        key,
        inner: order,
        outer,
        ..
    } = direction(query.order);
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
        sql.push("SELECT ");
        sql.push(key);
        sql.push(" AS at, c.id AS id");
        walk.push(sql);
        push_cursor(sql, query);
    });
    sql.push(") AS ways ORDER BY ");
    sql.push(order);
    sql.push(" LIMIT ");
    sql.bind(query.limit);
    // The order of a cross join is the order of the loops: the page first, then its cases by their ids.
    sql.push(") AS page CROSS JOIN cases c LEFT JOIN persons p ON p.id = c.applicant WHERE c.id = page.id ORDER BY ");
    sql.push(outer);
    admits(scope, query).then_some(sql)
}

/// The bounded counts of lists, without regard to their pages, as the columns of one row; `None` where the scope
/// admits nothing.
pub(crate) fn counts<'a>(scope: &'a Scope, queries: &'a [CaseQuery], bound: u32) -> Option<Sql<'a>> {
    let mut sql = Sql::default();
    sql.push("SELECT ");
    for (place, query) in queries.iter().enumerate() {
        sql.push(if place == 0 { "" } else { ", " });
        if admits(scope, query) {
            push_count(&mut sql, scope, query, bound);
        } else {
            // The other engine takes a bare number for a smaller type.
            sql.push("CAST(0 AS BIGINT)");
        }
    }
    (!ways(scope).is_empty() && !queries.is_empty()).then_some(sql)
}

fn push_count<'a>(sql: &mut Sql<'a>, scope: &'a Scope, query: &'a CaseQuery, bound: u32) {
    sql.push("(SELECT count(*) FROM (SELECT id FROM (");
    push_ways(sql, scope, query, |sql, walk| {
        let Some(walk) = walk else {
            sql.push(" LIMIT ");
            return sql.bind(bound);
        };
        sql.push("SELECT c.id AS id");
        walk.push(sql);
    });
    sql.push(") AS ways LIMIT ");
    sql.bind(bound);
    sql.push(") AS counted)");
}

/// Whether anything can come in at all.
fn admits(scope: &Scope, query: &CaseQuery) -> bool {
    !ways(scope).is_empty() && !query.any.is_empty()
}

/// The union of every filter in every way, each the union of its walks. `part` writes a walk, and with `None` what
/// ends every walk and every such pair: order and limit.
fn push_ways<'a>(
    sql: &mut Sql<'a>,
    scope: &'a Scope,
    query: &'a CaseQuery,
    part: impl Fn(&mut Sql<'a>, Option<&Walk<'a>>),
) {
    let pairs = ways(scope)
        .iter()
        .flat_map(|way| query.any.iter().map(move |filter| (way, filter)));
    for (number, (way, filter)) in pairs.enumerate() {
        sql.push(if number == 0 {
            "SELECT * FROM ("
        } else {
            " UNION SELECT * FROM ("
        });
        for (place, along) in walks(way, filter).into_iter().enumerate() {
            sql.push(if place == 0 {
                "SELECT * FROM ("
            } else {
                " UNION ALL SELECT * FROM ("
            });
            part(sql, Some(&Walk { way, filter, along }));
            part(sql, None);
            let _ = write!(sql.text, ") AS w{number}_{place}");
        }
        part(sql, None);
        let _ = write!(sql.text, ") AS w{number}");
    }
}

/// A walk along one index: what a filter lets in of one way into the scope.
struct Walk<'a> {
    way: &'a Clause,
    filter: &'a CaseFilter,
    along: Along,
}

/// Which index, by the condition that leads to it.
#[derive(Clone, Copy)]
enum Along {
    /// Whoever holds it: few cases.
    Holder,
    /// Whose act it is: few cases.
    Applicant,
    /// A mark that few cases of the agency have; the mark stands among the filter's conditions.
    Mark,
    /// Who takes part in it: few cases.
    Party,
    /// The agency of the clause, or everything, at one step.
    Step(Step),
}

/// The walks of one filter in one way into the scope.
fn walks(way: &Clause, filter: &CaseFilter) -> Vec<Along> {
    if filter.holder.is_some() || matches!(way, Clause::HeldBy(_)) {
        return vec![Along::Holder];
    }
    if filter.applicant.is_some() || matches!(way, Clause::AppliedBy(_)) {
        return vec![Along::Applicant];
    }
    let is_marked = filter.is_answered
        || filter.is_withdrawal_asked == Some(true)
        || filter.timing == Some(Timing::Paused);
    if is_marked && matches!(way, Clause::ReceivedAt(_) | Clause::DecidedBy(_)) {
        return vec![Along::Mark];
    }
    if matches!(way, Clause::Involves(_) | Clause::HelpedBy(_)) {
        return vec![Along::Party];
    }
    // A step that is asked for twice is walked once, or its cases would be listed twice.
    let is_asked = |step: &Step| filter.steps.is_empty() || filter.steps.contains(step);
    Step::ALL.into_iter().filter(is_asked).map(Along::Step).collect()
}

impl<'a> Walk<'a> {
    /// `FROM … WHERE …`.
    fn push(&self, sql: &mut Sql<'a>) {
        sql.push(" FROM cases c WHERE 1 = 1");
        let is_driving = match self.along {
            Along::Holder => self.filter.holder.is_none(),
            Along::Applicant => self.filter.applicant.is_none(),
            Along::Mark | Along::Party | Along::Step(_) => true,
        };
        scope::push(sql, self.way, is_driving);
        match self.along {
            Along::Step(step) => {
                sql.and("c.step = ");
                sql.bind(step.name());
            }
            Along::Holder | Along::Applicant | Along::Mark | Along::Party
                if !self.filter.steps.is_empty() =>
            {
                sql.and("c.step || '' IN (");
                for (place, step) in self.filter.steps.iter().enumerate() {
                    sql.push(if place == 0 { "" } else { ", " });
                    sql.bind(step.name());
                }
                sql.push(")");
            }
            Along::Holder | Along::Applicant | Along::Mark | Along::Party => {}
        }
        if matches!(self.along, Along::Holder) {
            // The index leaves out what nobody holds, and is used only where that is plain.
            sql.and("c.holder <> ''");
        }
        push_filter(sql, self.filter, self.along);
    }
}

/// Only what comes after the last row seen.
fn push_cursor<'a>(sql: &mut Sql<'a>, query: &'a CaseQuery) {
    if let Some(after) = query.after {
        sql.and(direction(query.order).beyond);
        sql.bind(after.at);
        sql.push(", ");
        sql.bind(Value::printed(after.id));
        sql.push(")");
    }
}

/// What a filter asks besides its steps.
fn push_filter<'a>(sql: &mut Sql<'a>, filter: &'a CaseFilter, along: Along) {
    if let Some(holder) = filter.holder {
        sql.and("c.holder = ");
        sql.bind(Value::printed(holder));
    }
    if filter.is_unassigned {
        sql.and("c.holder = ''");
    }
    if let Some(division) = &filter.division {
        sql.and("c.holder || '' IN (SELECT id FROM staff WHERE unit = ");
        sql.bind(division.as_str());
        sql.push(")");
    }
    if let Some(agency) = &filter.competent {
        sql.and("c.competent || '' = ");
        sql.bind(agency.as_str());
    }
    if let Some(applicant) = filter.applicant {
        sql.and(if matches!(along, Along::Applicant) {
            "c.applicant = "
        } else {
            "c.applicant || '' = "
        });
        sql.bind(Value::printed(applicant));
    }
    if let Some(procedure) = &filter.procedure {
        sql.and("c.procedure = ");
        sql.bind(procedure);
    }
    if let Some(channel) = filter.channel {
        sql.and("c.channel = ");
        sql.bind(channel.name());
    }
    if let Some(agency) = &filter.received_at {
        // Rights lead to the index, a wish does not.
        sql.and("c.received_at || '' = ");
        sql.bind(agency.as_str());
    }
    push_marks(sql, filter);
}

fn push_marks<'a>(sql: &mut Sql<'a>, filter: &'a CaseFilter) {
    match filter.timing {
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
    if filter.is_answered {
        sql.and("c.is_answered = 1");
    }
    match filter.is_withdrawal_asked {
        Some(true) => sql.and("c.is_withdrawal_asked = 1"),
        Some(false) => sql.and("c.is_withdrawal_asked = 0"),
        None => {}
    }
}
