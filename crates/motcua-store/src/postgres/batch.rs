//! Many writes as one statement.
//!
//! A commit of a handful of statements costs a round trip for each, and on a busy machine those cost more than the
//! statements. PostgreSQL lets writes stand in a `WITH`: all of them run, on one snapshot, in one transaction.

use std::fmt::Write as _;

use crate::driver::Step;

#[cfg(test)]
mod tests;

/// `WITH s0 AS (…), s1 AS (…) SELECT …`, the parameters of each numbered on, and every expectation asked for.
pub(super) fn compose(steps: &[Step<'_>]) -> String {
    let mut sql = String::with_capacity(steps.len() * 256);
    let mut expectations = String::new();
    let mut before = 0;
    for (place, step) in steps.iter().enumerate() {
        sql.push_str(if place == 0 { "WITH " } else { ", " });
        let _ = write!(sql, "s{place} AS (");
        push_renumbered(&mut sql, step.sql, before);
        sql.push_str(" RETURNING 1)");
        before += step.values.len();
        if let Some(what) = step.must_touch {
            let comma = if expectations.is_empty() { "" } else { ", " };
            let _ = write!(
                expectations,
                "{comma}motcua_expect((SELECT count(*) FROM s{place}), '{what}')"
            );
        }
    }
    sql.push_str(" SELECT ");
    sql.push_str(if expectations.is_empty() {
        "1"
    } else {
        &expectations
    });
    sql
}

/// Copies a statement, `$n` becoming `$(n + before)`.
fn push_renumbered(out: &mut String, sql: &str, before: usize) {
    let mut parts = sql.split('$');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let end = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
        let (digits, rest) = part.split_at(end);
        let number = digits.parse::<usize>().map_or(0, |number| number + before);
        let _ = write!(out, "${number}{rest}");
    }
}
