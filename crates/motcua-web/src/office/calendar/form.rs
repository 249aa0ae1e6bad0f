//! The form of a decision: texts as typed, days one a line.

use motcua_domain::calendar::{CalendarDecision, DayKind, DecidedDay, DecisionFault};
use motcua_domain::time::Day;
use motcua_text::Text;

use crate::components::{Problem as FieldProblem, TextField};
use crate::office::Given;
use crate::words;

/// A line that is no day.
pub(super) struct Unread {
    /// In which field it stands.
    field: &'static str,
    /// What stands there.
    line: String,
}

/// The decision as it was typed, and the first line that is no day.
pub(super) fn decision(given: &Given) -> (CalendarDecision, Option<Unread>) {
    let mut days = Vec::new();
    let mut unread = None;
    for (field, kind) in [("off", DayKind::Off), ("worked", DayKind::Worked)] {
        let lines = given.text(field).lines().map(str::trim);
        for line in lines.filter(|line| !line.is_empty()) {
            match day(line) {
                Some(on) => days.push(DecidedDay { on, kind }),
                None if unread.is_none() => {
                    let line = line.to_owned();
                    unread = Some(Unread { field, line });
                }
                None => {}
            }
        }
    }
    let decision = CalendarDecision {
        decree: given.text("decree").to_owned(),
        issued_by: given.text("issued-by").to_owned(),
        name: given.text("name").to_owned(),
        days,
    };
    (decision, unread)
}

/// A day as people write it: `3/12/2026`, `03-12-2026`.
fn day(line: &str) -> Option<Day> {
    let mut parts = line.split(['/', '-', '.']);
    let mut part = || parts.next()?.trim().parse::<u16>().ok();
    let (day, month, year) = (part()?, part()?, part()?);
    // A year of two digits is not guessed at.
    if parts.next().is_some() || year < 1000 {
        return None;
    }
    Day::parse(&format!("{year:04}-{month:02}-{day:02}")).ok()
}

/// The fields, with what was typed and what is wrong.
pub(super) fn fields(
    t: &Text,
    given: &Given,
    faults: &[DecisionFault],
    unread: Option<&Unread>,
) -> Vec<TextField> {
    let has = |wanted: DecisionFault| faults.contains(&wanted);
    let said = |wanted: DecisionFault, words: String| if has(wanted) { words } else { String::new() };
    let field = |name: &str, label: String, hint: String, error: String, lines: u8| TextField {
        name: name.to_owned(),
        label,
        hint,
        error,
        value: given.text(name).to_owned(),
        lines,
        optional: name == "worked",
        ..TextField::default()
    };
    let unreadable = |name: &str| {
        let line = unread.filter(|unread| unread.field == name);
        line.map(|unread| t.calendar_day_unreadable(unread.line.as_str()))
    };
    let of_days = faults.iter().find_map(|fault| match fault {
        DecisionFault::Days => Some(t.calendar_days_missing()),
        DecisionFault::Twice(day) => Some(t.calendar_day_twice(words::day(t, *day))),
        DecisionFault::TooFar(day) => Some(t.calendar_day_too_far(words::day(t, *day))),
        DecisionFault::Decree | DecisionFault::IssuedBy | DecisionFault::Name => None,
    });
    vec![
        field(
            "decree",
            t.calendar_decree(),
            t.calendar_decree_hint(),
            said(DecisionFault::Decree, t.calendar_decree_missing()),
            1,
        ),
        field(
            "issued-by",
            t.calendar_issued_by(),
            String::new(),
            said(DecisionFault::IssuedBy, t.calendar_issued_by_missing()),
            1,
        ),
        field(
            "name",
            t.calendar_name(),
            t.calendar_name_hint(),
            said(DecisionFault::Name, t.calendar_name_missing()),
            1,
        ),
        field(
            "off",
            t.calendar_days_off(),
            t.calendar_days_hint(),
            unreadable("off").or(of_days).unwrap_or_default(),
            3,
        ),
        field(
            "worked",
            t.calendar_days_worked(),
            t.calendar_days_worked_hint(),
            unreadable("worked").unwrap_or_default(),
            3,
        ),
    ]
}

/// What is wrong, for the summary on top of the page.
pub(super) fn problems(fields: &[TextField]) -> Vec<FieldProblem> {
    let wrong = fields.iter().filter(|field| !field.error.is_empty());
    wrong
        .map(|field| FieldProblem {
            field: field.name.clone(),
            words: field.error.clone(),
        })
        .collect()
}

#[cfg(test)]
mod tests;
