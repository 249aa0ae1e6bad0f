//! `motcua deadline`: when something is due, and why, without a city or a database.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use motcua_domain::time::{
    CalendarFileError, CalendarRules, Exclusion, ExclusionGround, Explanation, HolidayTable, Hours,
    HoursError, Instant, Ledger, LimitError, LimitTextError, OfficeCalendar, TimeLimit, TimeTextError, Week,
};
use serde::Serialize;
use thiserror::Error;

mod words;

use words::Words;

/// The days off that the city knows; a file given with `--calendar` stands in their place.
const CITY_HOLIDAYS: &str = include_str!("../../../city/calendar/holidays.csv");

/// Years after the last decided one are estimated from the law, as far as the lunar table reaches.
const ESTIMATED_THROUGH: i16 = 2050;

/// Says when something is due, and why.
#[derive(Args, Clone, Debug)]
pub(crate) struct DeadlineArgs {
    /// When the full dossier was received, as RFC 3339 with an offset: 2026-11-30T09:00:00+07:00
    #[arg(long, value_name = "RFC3339")]
    pub(crate) received: String,
    /// A number and a unit: working-days, working-hours, calendar-days, months, years, elapsed-hours, minutes
    #[arg(long, value_name = "LIMIT")]
    pub(crate) limit: String,
    /// Opening hours from Monday to Friday
    #[arg(long, value_name = "FROM-TO,...", default_value = "07:00-11:30,13:30-17:00")]
    pub(crate) hours: String,
    /// Opening hours of a regular half Saturday; shut if left out, 07:00-11:30 if no hours are given
    #[arg(long, value_name = "FROM-TO,...", num_args = 0..=1, default_missing_value = "07:00-11:30")]
    pub(crate) saturday: Option<String>,
    /// Time that does not count, as two moments; may be given several times
    #[arg(long, value_name = "FROM/TO")]
    pub(crate) exclude: Vec<String>,
    /// Days off and rest days worked instead, as CSV date,kind,name; the city's own if left out
    #[arg(long, value_name = "FILE")]
    pub(crate) calendar: Option<PathBuf>,
    /// Prints JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// Why there is no answer; every message says what to do.
#[derive(Debug, Error)]
pub(crate) enum DeadlineError {
    /// The moment of reception cannot be read.
    #[error("--received: {0}")]
    Received(#[source] TimeTextError),
    /// The limit cannot be read.
    #[error("--limit: {0}")]
    Limit(#[from] LimitTextError),
    /// Opening hours cannot be read.
    #[error("--{option}: {source}")]
    Hours {
        /// The option they were given with.
        option: &'static str,
        /// What is wrong.
        source: HoursError,
    },
    /// An exclusion is not two moments.
    #[error(
        "--exclude: `{0}` must be two moments with a slash between them, the earlier one first: 2026-12-01T10:00:00+07:00/2026-12-02T10:00:00+07:00"
    )]
    Exclude(String),
    /// The calendar file cannot be opened.
    #[error("--calendar: {} cannot be read ({source}); give the path of a CSV file with the columns date,kind,name", path.display())]
    CalendarUnreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The calendar file has a line that cannot be read.
    #[error("--calendar: {}, {source}", path.display())]
    CalendarLine {
        /// The file.
        path: PathBuf,
        /// The line.
        source: CalendarFileError,
    },
    /// The limit has no due date.
    #[error("--limit: {0}")]
    NoDueDate(#[from] LimitError),
    /// The answer cannot be written.
    #[error("the answer cannot be written: {0}")]
    Output(#[from] io::Error),
}

/// The answer as JSON.
#[derive(Serialize)]
struct Answer {
    starts_at: String,
    due_at: String,
    due_on: String,
    explanation: Vec<Words>,
}

/// Answers on `out`.
///
/// # Errors
/// When an argument or the calendar file cannot be read, or the limit ends after the year 9999.
pub(crate) fn run(args: &DeadlineArgs, out: &mut dyn Write) -> Result<(), DeadlineError> {
    let calendar = calendar(args)?;
    let story = ledger(args)?.explain(&calendar)?;
    if args.json {
        print_json(&story, out)
    } else {
        print_text(&story, out)
    }
}

fn calendar(args: &DeadlineArgs) -> Result<OfficeCalendar, DeadlineError> {
    let hours =
        |option, text: &str| Hours::parse(text).map_err(|source| DeadlineError::Hours { option, source });
    let mut week = Week::weekdays(hours("hours", &args.hours)?);
    if let Some(saturday) = args.saturday.as_deref().filter(|text| !text.trim().is_empty()) {
        week = week.with_half_saturday(hours("saturday", saturday)?);
    }
    Ok(OfficeCalendar::new(CalendarRules {
        week,
        holidays: holidays(args)?,
        ..CalendarRules::default()
    }))
}

/// A file is taken as it is: a year it does not mention has no holidays. Only the city's own are estimated further.
fn holidays(args: &DeadlineArgs) -> Result<HolidayTable, DeadlineError> {
    let line = |path: PathBuf| move |source| DeadlineError::CalendarLine { path, source };
    let Some(path) = &args.calendar else {
        let city = HolidayTable::parse_csv(CITY_HOLIDAYS)
            .map_err(line(PathBuf::from("city/calendar/holidays.csv")))?;
        return Ok(city.with_estimates_through(ESTIMATED_THROUGH));
    };
    let text = fs::read_to_string(path).map_err(|source| DeadlineError::CalendarUnreadable {
        path: path.clone(),
        source,
    })?;
    HolidayTable::parse_csv(&text).map_err(line(path.clone()))
}

fn ledger(args: &DeadlineArgs) -> Result<Ledger, DeadlineError> {
    let received = Instant::parse(&args.received).map_err(DeadlineError::Received)?;
    let limit: TimeLimit = args.limit.parse()?;
    let mut ledger = Ledger::new(received, limit, false);
    for text in &args.exclude {
        ledger
            .exclusions
            .push(exclusion(text).ok_or_else(|| DeadlineError::Exclude(text.clone()))?);
    }
    Ok(ledger)
}

fn exclusion(text: &str) -> Option<Exclusion> {
    let (from, to) = text.split_once('/')?;
    let (from, to) = (Instant::parse(from).ok()?, Instant::parse(to).ok()?);
    (from <= to).then_some(Exclusion {
        from,
        to: Some(to),
        ground: ExclusionGround::SupplementAwaited,
    })
}

fn print_json(story: &Explanation, out: &mut dyn Write) -> Result<(), DeadlineError> {
    let answer = Answer {
        starts_at: story.starts_at.to_string(),
        due_at: story.due.at.to_string(),
        due_on: story.due.on.to_string(),
        explanation: story.lines.iter().map(Words::of).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &answer).map_err(io::Error::from)?;
    Ok(writeln!(out)?)
}

fn print_text(story: &Explanation, out: &mut dyn Write) -> Result<(), DeadlineError> {
    writeln!(out, "starts_at  {}", story.starts_at)?;
    writeln!(out, "due_at     {}", story.due.at)?;
    writeln!(out, "due_on     {}", story.due.on)?;
    writeln!(out)?;
    for line in &story.lines {
        let words = Words::of(line);
        writeln!(out, "{} {}  {}", words.date, words.weekday, words.reason)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
