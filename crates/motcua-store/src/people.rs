//! Finding people's cases as SQL: the index of people leads to them, and rights are a filter over what is found.
//!
//! A name leads to no more people than a person could look through: whoever types a common name is told to type
//! more, and nobody can list the city by its names.

use motcua_domain::access::Scope;
use motcua_engine::ports::PersonKey;

use crate::encode::backwards;
use crate::list::Sql;
use crate::queries::CASE_COLUMNS;
use crate::scope::{self, ways};

/// How many people of a name are looked at, at most.
pub(crate) const LOOKED_AT_MAX: u32 = 2_000;

/// How many people the key names, counted no further than one beyond [`LOOKED_AT_MAX`].
pub(crate) fn how_many(who: &PersonKey) -> Sql<'_> {
    let mut sql = Sql::default();
    sql.push("SELECT count(*) FROM (");
    push_people(&mut sql, who, LOOKED_AT_MAX + 1);
    sql.push(") AS called_so");
    sql
}

/// Their cases within a scope; `None` where the scope admits nothing.
pub(crate) fn cases<'a>(scope: &'a Scope, who: &'a PersonKey, limit: u32) -> Option<Sql<'a>> {
    let ways = ways(scope);
    if ways.is_empty() {
        return None;
    }
    let mut sql = Sql::default();
    sql.push("SELECT ");
    sql.push(CASE_COLUMNS);
    sql.push(", p.name FROM (");
    push_people(&mut sql, who, LOOKED_AT_MAX);
    sql.push(") AS p CROSS JOIN cases c WHERE c.applicant = p.id");
    scope::push_any(&mut sql, ways);
    sql.push(" ORDER BY c.sent_at DESC, c.id DESC LIMIT ");
    sql.bind(limit);
    Some(sql)
}

fn push_people<'a>(sql: &mut Sql<'a>, who: &'a PersonKey, most: u32) {
    sql.push("SELECT id, name FROM (");
    match who {
        PersonKey::Number(digits) => {
            sql.push("SELECT id, name FROM persons WHERE personal_number = ");
            sql.bind(digits);
        }
        PersonKey::Name(folded) => {
            push_beginning(sql, "name_folded", folded.clone(), most);
            sql.push(" UNION ");
            push_beginning(sql, "name_backwards", backwards(folded), most);
        }
    }
    sql.push(") AS found LIMIT ");
    sql.bind(most);
}

/// Whoever's key begins so.
fn push_beginning(sql: &mut Sql<'_>, column: &str, beginning: String, most: u32) {
    let end = format!("{beginning}\u{10ffff}");
    sql.push("SELECT * FROM (SELECT id, name FROM persons WHERE ");
    sql.push(column);
    sql.push(" >= ");
    sql.bind(beginning);
    sql.push(" AND ");
    sql.push(column);
    sql.push(" < ");
    sql.bind(end);
    sql.push(" LIMIT ");
    sql.bind(most);
    sql.push(") AS by_");
    sql.push(column);
}
