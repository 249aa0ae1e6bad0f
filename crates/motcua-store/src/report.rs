//! Reports as SQL: cases counted by what can be told apart, and the register. What a count means is the domain's to say.

use motcua_domain::access::{Clause, Scope};
use motcua_domain::case::Step;
use motcua_domain::report::may_be_open;
use motcua_domain::time::Instant;
use motcua_engine::ports::{Horizon, RegisterPart};

use crate::driver::Value;
use crate::list::Sql;
use crate::queries::CASE_COLUMNS;
use crate::scope::{self, ways};

/// The union of what every way into the scope gives under every condition; a case that comes in twice counts once, so
/// `columns` begins with its id. `None` for a scope that admits nothing.
fn union<'a>(sql: &mut Sql<'a>, ways: &'a [Clause], columns: &str, conditions: &[&dyn Fn(&mut Sql<'a>)]) {
    let pairs = ways
        .iter()
        .flat_map(|way| conditions.iter().map(move |condition| (way, condition)));
    for (place, (way, condition)) in pairs.enumerate() {
        sql.push(if place == 0 { "SELECT " } else { " UNION SELECT " });
        sql.push(columns);
        sql.push(" FROM cases c WHERE 1 = 1");
        scope::push(sql, way, true);
        condition(sql);
    }
}

/// At any of these steps.
fn at_any(sql: &mut Sql<'_>, is_one: impl Fn(Step) -> bool) {
    sql.and("c.step IN (");
    let steps = Step::ALL.into_iter().filter(|step| is_one(*step));
    for (place, step) in steps.enumerate() {
        sql.push(if place == 0 { "" } else { ", " });
        sql.bind(step.name());
    }
    sql.push(")");
}

/// The cases of a period by agency, procedure, channel and marks.
pub(crate) fn tallies(scope: &Scope, begins_at: Instant, closes_at: Instant) -> Option<Sql<'_>> {
    let ways = ways(scope);
    if ways.is_empty() {
        return None;
    }
    let mut sql = Sql::default();
    sql.push(
        "SELECT competent, procedure, channel, CAST(CASE WHEN accepted_at IS NULL THEN 0 WHEN accepted_at < ",
    );
    sql.bind(begins_at);
    sql.push(" THEN 1 ELSE 2 END AS BIGINT), CASE WHEN ended_at < ");
    sql.bind(closes_at);
    sql.push(" THEN ending ELSE '' END");
    for moment in ["extended_at", "paused_since", "law_due_at"] {
        // The other engine takes a bare number for a smaller type.
        sql.push(", CAST(CASE WHEN ");
        sql.push(moment);
        sql.push(" < ");
        sql.bind(closes_at);
        sql.push(" THEN 1 ELSE 0 END AS BIGINT)");
    }
    sql.push(", count(*) FROM (");
    let is_known = |sql: &mut Sql<'_>| {
        sql.and("coalesce(c.accepted_at, c.ended_at) < ");
        sql.bind(closes_at);
    };
    union(
        &mut sql,
        ways,
        "c.id, c.competent, c.procedure, c.channel, c.accepted_at, c.ended_at, c.ending, c.extended_at, \
         c.paused_since, c.law_due_at",
        &[
            &|sql| {
                sql.and("c.ended_at IS NULL");
                is_known(sql);
                at_any(sql, may_be_open);
            },
            &|sql| {
                sql.and("c.ended_at >= ");
                sql.bind(begins_at);
                is_known(sql);
            },
        ],
    );
    sql.push(") AS known GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8");
    Some(sql)
}

/// The open cases by agency and by the unit of their holders.
pub(crate) fn at_risk<'a>(scope: &'a Scope, horizon: &Horizon) -> Option<Sql<'a>> {
    let ways = ways(scope);
    if ways.is_empty() {
        return None;
    }
    let mut sql = Sql::default();
    sql.push("SELECT known.competent, coalesce(s.unit, ''), count(*)");
    for (from, before) in [
        (None, horizon.now),
        (Some(horizon.now), horizon.day),
        (Some(horizon.now), horizon.days),
    ] {
        sql.push(", count(CASE WHEN known.due_at < ");
        sql.bind(before);
        if let Some(from) = from {
            sql.and("known.due_at >= ");
            sql.bind(from);
        }
        sql.push(" THEN 1 END)");
    }
    sql.push(" FROM (");
    let is_owed = |sql: &mut Sql<'a>| at_any(sql, |step| step == Step::Sent || step.is_being_resolved());
    union(
        &mut sql,
        ways,
        "c.id, c.competent, c.holder, c.due_at",
        &[&is_owed],
    );
    sql.push(") AS known LEFT JOIN staff s ON s.id = known.holder GROUP BY 1, 2 ORDER BY 1, 2");
    Some(sql)
}

/// A part of the register.
pub(crate) fn register<'a>(scope: &'a Scope, part: &'a RegisterPart) -> Option<Sql<'a>> {
    let ways = ways(scope);
    if ways.is_empty() {
        return None;
    }
    let mut sql = Sql::default();
    sql.push("SELECT ");
    sql.push(CASE_COLUMNS);
    sql.push(", coalesce(p.name, '') FROM (");
    for (place, way) in ways.iter().enumerate() {
        sql.push(if place == 0 {
            "SELECT * FROM (SELECT c.accepted_at AS at, c.id AS id FROM cases c WHERE c.accepted_at >= "
        } else {
            " UNION SELECT * FROM (SELECT c.accepted_at AS at, c.id AS id FROM cases c WHERE c.accepted_at >= "
        });
        sql.bind(part.from);
        sql.and("c.accepted_at < ");
        sql.bind(part.before);
        scope::push(&mut sql, way, true);
        if let Some(desk) = &part.desk {
            sql.and("c.received_at || '' = ");
            sql.bind(desk.as_str());
        }
        if let Some(after) = part.after {
            sql.and("(c.accepted_at, c.id) > (");
            sql.bind(after.at);
            sql.push(", ");
            sql.bind(Value::printed(after.id));
            sql.push(")");
        }
        sql.push(" ORDER BY at, id LIMIT ");
        sql.bind(part.limit);
        sql.push(match place {
            0 => ") AS w0",
            1 => ") AS w1",
            2 => ") AS w2",
            3 => ") AS w3",
            _ => ") AS w4",
        });
    }
    sql.push(" ORDER BY at, id LIMIT ");
    sql.bind(part.limit);
    sql.push(
        ") AS page CROSS JOIN cases c LEFT JOIN persons p ON p.id = c.applicant WHERE c.id = page.id \
         ORDER BY page.at, page.id",
    );
    Some(sql)
}
