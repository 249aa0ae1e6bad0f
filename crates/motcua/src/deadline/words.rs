//! An explanation in the words of the command line: English, with the Vietnamese names of days off.

use motcua_domain::time::{Line, NotStarted, Rest, What};
use serde::Serialize;

/// One line: the day, a stable kind for programs, a sentence for people.
#[derive(Serialize)]
pub(super) struct Words {
    pub(super) date: String,
    pub(super) weekday: &'static str,
    pub(super) kind: &'static str,
    pub(super) reason: String,
    /// The day off by name, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    /// Whether the day off is expected by law, but not decreed yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) estimated: Option<bool>,
}

impl Words {
    pub(super) fn of(line: &Line) -> Self {
        let (kind, reason) = describe(&line.what);
        let (name, estimated) = match rest(&line.what) {
            Some(Rest::Holiday {
                name, is_estimated, ..
            }) => (Some(name.clone()), Some(*is_estimated)),
            Some(Rest::Swapped { name, .. }) => (Some(name.clone()), None),
            _ => (None, None),
        };
        let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
            .into_iter()
            .nth(usize::try_from(line.on.weekday().to_monday_zero_offset()).unwrap_or_default())
            .unwrap_or_default();
        Self {
            date: line.on.to_string(),
            weekday,
            kind,
            reason,
            name,
            estimated,
        }
    }
}

fn rest(what: &What) -> Option<&Rest> {
    match what {
        What::Skipped(rest) | What::Rolled(rest) | What::Waited(NotStarted::Rest(rest)) => Some(rest),
        _ => None,
    }
}

fn describe(what: &What) -> (&'static str, String) {
    match what {
        What::Waited(NotStarted::OutsideHours) => ("not_started", "received outside office hours".to_owned()),
        What::Waited(NotStarted::AfterCutOff) => ("not_started", "received after the cut-off".to_owned()),
        What::Waited(NotStarted::Rest(rest)) => ("not_started", format!("not started: {}", rest_words(rest))),
        What::Started { at } => ("started", format!("the clock starts at {}", at.time_of_day())),
        What::Restarted { at } => (
            "restarted",
            format!("the clock starts again from zero at {}", at.time_of_day()),
        ),
        What::Counted {
            number,
            is_swapped: false,
        } => ("counted", format!("working day {number}")),
        What::Counted {
            number,
            is_swapped: true,
        } => (
            "counted",
            format!("working day {number}: a rest day worked in exchange"),
        ),
        What::Used { millis } => ("counted", format!("{} of working time", span(*millis))),
        What::Skipped(rest) => (skipped(rest), format!("not counted: {}", rest_words(rest))),
        What::Excluded { millis, ground } => (
            "excluded",
            format!("{} excluded: {}", span(*millis), ground.name().replace('_', " ")),
        ),
        What::Rolled(rest) => (
            "rolled",
            format!("the last day may not be here: {}", rest_words(rest)),
        ),
        What::Extended { to } => ("extended", format!("an apology set a new date, {to}")),
        What::Due { at } => ("due", format!("due at {}", at.time_of_day())),
    }
}

const fn skipped(rest: &Rest) -> &'static str {
    match rest {
        Rest::Weekly => "weekend",
        Rest::HalfDay => "half_day",
        Rest::Holiday { .. } => "holiday",
        Rest::Swapped { .. } => "swapped",
    }
}

fn rest_words(rest: &Rest) -> String {
    match rest {
        Rest::Weekly => "weekly rest day".to_owned(),
        Rest::HalfDay => "a half day is no working day".to_owned(),
        Rest::Holiday {
            name,
            name_en,
            is_estimated,
        } => {
            let english = name_en
                .as_ref()
                .map(|name| format!(" ({name})"))
                .unwrap_or_default();
            let doubt = if *is_estimated {
                ", expected by law, not decreed yet"
            } else {
                ""
            };
            format!("holiday, {name}{english}{doubt}")
        }
        Rest::Swapped { name, with } => format!("{name}, {with} is worked instead"),
    }
}

/// A length of time: whole days, else hours, minutes and seconds. Working time comes a day at a time, so that
/// whole days are always round the clock.
fn span(millis: i64) -> String {
    const DAY: i64 = 86_400_000;
    if millis >= DAY && millis % DAY == 0 {
        let days = millis / DAY;
        return format!("{days} {}", if days == 1 { "day" } else { "days" });
    }
    let (minutes, seconds) = (millis / 60_000, millis / 1_000 % 60);
    let parts = [(minutes / 60, "h"), (minutes % 60, "min"), (seconds, "s")];
    let shown: Vec<String> = parts
        .iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, unit)| format!("{n} {unit}"))
        .collect();
    if shown.is_empty() {
        "no time".to_owned()
    } else {
        shown.join(" ")
    }
}
