//! How the time limit of a case was counted, day by day, in words.

use motcua_domain::time::{
    Day, ExclusionGround, Explanation, Instant, Line, NotStarted, Rest, TimeLimit, What,
};
use motcua_engine::view::ClockView;
use motcua_text::{Lang, Text, capitalised};

use crate::components::DayStrip;
use crate::words::{self, say, uncapitalised};

/// Who reads the clock: a ground that names them says "you".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// The applicant.
    Applicant,
    /// A member of staff.
    Officer,
}

/// The clock of a case.
pub struct ClockPart {
    /// The drawing, where the limit is counted in days.
    pub strip: Option<DayStrip>,
    /// What it says, sentence by sentence.
    pub sentences: Vec<String>,
    /// Every day.
    pub days: Vec<DayLine>,
}

/// What one day did to the count.
pub struct DayLine {
    /// The day in words.
    pub day: String,
    /// Whether it is today.
    pub is_today: bool,
    /// What it did, and why.
    pub what: String,
}

impl ClockPart {
    /// The clock as it stands; after the result it stands where it ended.
    pub fn of(t: &Text, reader: Reader, clock: &ClockView, issued: Option<Instant>) -> Self {
        let until = issued.map_or(clock.today, |at| at.day().min(clock.today));
        let weekday = |day: Day| words::weekday_day(t, day);
        let mut sentences = vec![t.tracker_clock_law(within(t, &clock.limit))];
        if let (Some(promise), Some(promised)) = (&clock.promise, &clock.promised) {
            sentences.push(t.tracker_clock_promise(within(t, promise), words::before(t, promised.at)));
        }
        if clock.original == clock.current {
            sentences.push(t.tracker_clock_current(words::before(t, clock.current.at)));
        } else {
            sentences.push(t.tracker_clock_original(words::before(t, clock.original.at)));
            sentences.push(t.tracker_clock_current(words::before(t, clock.current.at)));
        }
        Self {
            strip: strip(t, clock, until),
            sentences,
            days: lines(t, reader, &clock.limit, &clock.explanation)
                .map(|(day, what)| DayLine {
                    day: capitalised(&weekday(day)),
                    is_today: day == clock.today,
                    what,
                })
                .collect(),
        }
    }
}

/// A limit inside a sentence.
fn within(t: &Text, limit: &TimeLimit) -> String {
    uncapitalised(&words::limit(t, limit))
}

fn strip(t: &Text, clock: &ClockView, until: Day) -> Option<DayStrip> {
    let days = clock.days_on(until)?;
    let short = |day: Day| {
        let (_, month, day) = words::parts(day);
        t.day_short(month, day)
    };
    let is_working = matches!(clock.limit, TimeLimit::WorkingDays(_));
    let count = |days: u32| {
        if is_working {
            t.working_days(i64::from(days))
        } else {
            t.days(i64::from(days))
        }
    };
    let promised = days.promised.zip(clock.promised);
    Some(DayStrip {
        used_days: days.used,
        promised_days: promised.map(|(days, _)| days),
        legal_days: days.legal,
        promised_on: promised.map_or_else(String::new, |(_, due)| short(due.on)),
        legal_on: short(clock.current.on),
        used: count(days.used),
        promised: clock
            .promise
            .as_ref()
            .map_or_else(String::new, |promise| within(t, promise)),
        legal: within(t, &clock.limit),
    })
}

fn lines<'a>(
    t: &'a Text,
    reader: Reader,
    limit: &'a TimeLimit,
    explanation: &'a Explanation,
) -> impl Iterator<Item = (Day, String)> + 'a {
    let counts_days = matches!(
        limit,
        TimeLimit::WorkingDays(_) | TimeLimit::CalendarDays(_) | TimeLimit::Months(_) | TimeLimit::Years(_)
    );
    explanation
        .lines
        .iter()
        .map(move |line| (line.on, line_words(t, reader, line, counts_days)))
}

fn line_words(t: &Text, reader: Reader, line: &Line, counts_days: bool) -> String {
    match &line.what {
        What::Waited(why) => t.tracker_day_waited(not_started(t, why)),
        What::Started { at } if counts_days => t.tracker_day_started(words::time(t, *at)),
        What::Started { at } => t.tracker_day_started_hours(words::time(t, *at)),
        What::Restarted { at } => t.tracker_day_restarted(words::time(t, *at)),
        What::Counted { number, is_swapped } => {
            let number = t.number(i64::from(*number));
            if *is_swapped {
                t.tracker_day_counted_swapped(number)
            } else {
                t.tracker_day_counted(number)
            }
        }
        What::Used { millis } => t.tracker_day_used(duration(t, *millis)),
        What::Skipped(rest) => t.tracker_day_skipped(rest_words(t, rest)),
        What::Rolled(rest) => t.tracker_day_rolled(rest_words(t, rest)),
        What::Excluded { ground, millis } => {
            let why = match (reader, ground) {
                (Reader::Officer, ExclusionGround::SupplementAwaited) => t.office_ground_supplement_awaited(),
                _ => say(t, &format!("tracker-ground-{}", ground.name().replace('_', "-"))),
            };
            t.tracker_day_excluded(duration(t, *millis), why)
        }
        What::Extended { to } => t.tracker_day_extended(words::moment(t, *to)),
        What::Due { at } => t.tracker_day_due(words::time(t, *at)),
    }
}

fn duration(t: &Text, millis: i64) -> String {
    t.minutes(millis / 60_000)
}

fn not_started(t: &Text, why: &NotStarted) -> String {
    match why {
        NotStarted::OutsideHours => t.tracker_wait_outside_hours(),
        NotStarted::AfterCutOff => t.tracker_wait_after_cut_off(),
        NotStarted::Rest(rest) => rest_words(t, rest),
    }
}

fn rest_words(t: &Text, rest: &Rest) -> String {
    match rest {
        Rest::Weekly => t.tracker_rest_weekly(),
        Rest::HalfDay => t.tracker_rest_half_day(),
        Rest::Holiday {
            name,
            name_en,
            is_estimated,
        } => {
            let name = match (t.lang(), name_en) {
                (Lang::En, Some(english)) => english,
                _ => name,
            };
            if *is_estimated {
                t.tracker_rest_holiday_estimated(name)
            } else {
                t.tracker_rest_holiday(name)
            }
        }
        Rest::Swapped { name, with } => t.tracker_rest_swapped(name, words::day(t, *with)),
    }
}
