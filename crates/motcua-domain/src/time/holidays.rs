//! Decisions on single days: days off, and rest days that are worked instead. They are yearly decrees, so they
//! are data; a file of them is read here, and the law's own estimate fills the years nobody has decided.

use std::collections::BTreeMap;

use thiserror::Error;

use super::instant::Day;

/// Whether a decision shuts an office or opens it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HolidayKind {
    /// Ngày nghỉ: nobody works.
    Off,
    /// Làm bù: a rest day that is worked as a whole day, in exchange for another.
    Worked,
}

/// A decision on one day (ngày lễ, ngày nghỉ, ngày làm bù).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// Off or worked.
    pub kind: HolidayKind,
    /// Its name in Vietnamese.
    pub name: String,
    /// Its name in English, where the source has one.
    pub name_en: Option<String>,
    /// The text it rests on, where the source names one.
    pub basis: Option<String>,
    /// The day it was exchanged for, if it is half of a swap (hoán đổi).
    pub swapped_with: Option<Day>,
    /// Whether it was computed from the law, because no decree is known yet.
    pub is_estimated: bool,
}

/// All decisions an office knows, by day.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct HolidayTable(BTreeMap<Day, Holiday>);

/// A line of a holiday file that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("line {line}: {reason}")]
pub struct CalendarFileError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub reason: CalendarFileFault,
}

/// What is wrong with a line of a holiday file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CalendarFileFault {
    /// The heading lacks a column.
    #[error("the heading has no column `{0}`; it needs date, kind and name")]
    ColumnMissing(&'static str),
    /// The line has too few fields.
    #[error("the field `{0}` is missing")]
    FieldMissing(&'static str),
    /// A quotation mark is never closed.
    #[error("a quotation mark is not closed")]
    QuoteOpen,
    /// The date is not a day between 1900 and 2200.
    #[error("`{0}` is not a day between 1900-01-01 and 2199-12-31, written as 2026-11-24")]
    NotADay(String),
    /// The kind is neither off nor work.
    #[error("`{0}` is neither `off` nor `work`")]
    NotAKind(String),
    /// Another line says the opposite of the same day.
    #[error("{0} is both a day off and a day worked")]
    Contradiction(Day),
}

impl HolidayTable {
    /// Reads `date,kind,name`: a heading, then one decision a line; `kind` is `off` or `work`. Further columns
    /// are `name_en`, `basis`, `swapped_with` and `status` (`estimated` or anything else); others are passed
    /// over, as are empty lines and lines that begin with `#`. A day listed twice keeps its first name.
    ///
    /// # Errors
    /// The first line that cannot be read, with its number.
    pub fn parse_csv(text: &str) -> Result<Self, CalendarFileError> {
        let mut table = Self::default();
        let mut heading: Option<Heading> = None;
        for (line, raw) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
            let at = |reason| CalendarFileError { line, reason };
            if raw.trim().is_empty() || raw.starts_with('#') {
                continue;
            }
            let fields = split(raw).map_err(at)?;
            let Some(heading) = &heading else {
                heading = Some(Heading::read(&fields).map_err(at)?);
                continue;
            };
            let (day, holiday) = heading.decision(&fields).map_err(at)?;
            let known = table.0.entry(day).or_insert_with(|| holiday.clone());
            if known.kind != holiday.kind {
                return Err(at(CalendarFileFault::Contradiction(day)));
            }
        }
        Ok(table)
    }

    /// The decision on a day, if there is one.
    pub fn get(&self, day: Day) -> Option<&Holiday> {
        self.0.get(&day)
    }

    /// Adds a decision; it replaces what was known of the day. A day outside 1900 to 2199 is passed over.
    pub fn decide(&mut self, day: Day, holiday: Holiday) {
        if is_in_range(day) {
            self.0.insert(day, holiday);
        }
    }

    /// Takes a decision back.
    pub fn forget(&mut self, day: Day) {
        self.0.remove(&day);
    }

    /// Every decision in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Day, &Holiday)> {
        self.0.iter().map(|(day, holiday)| (*day, holiday))
    }

    /// The same table with the law's own days for every year after the last one it knows, through
    /// `last_year`; see [`super::statutory_holidays`].
    #[must_use]
    pub fn with_estimates_through(mut self, last_year: i16) -> Self {
        let known = self.0.keys().next_back().map_or(i16::MAX, |day| day.year());
        for year in known.saturating_add(1)..=last_year {
            self.0.extend(super::law::statutory_holidays(year));
        }
        self
    }
}

/// Where the columns of a file stand.
struct Heading {
    date: usize,
    kind: usize,
    name: usize,
    name_en: Option<usize>,
    basis: Option<usize>,
    swapped_with: Option<usize>,
    status: Option<usize>,
}

impl Heading {
    fn read(fields: &[String]) -> Result<Self, CalendarFileFault> {
        let column = |name: &str| fields.iter().position(|field| field.trim() == name);
        Ok(Self {
            date: column("date").ok_or(CalendarFileFault::ColumnMissing("date"))?,
            kind: column("kind").ok_or(CalendarFileFault::ColumnMissing("kind"))?,
            name: column("name")
                .or(column("name_vi"))
                .ok_or(CalendarFileFault::ColumnMissing("name"))?,
            name_en: column("name_en"),
            basis: column("basis"),
            swapped_with: column("swapped_with"),
            status: column("status"),
        })
    }

    fn decision(&self, fields: &[String]) -> Result<(Day, Holiday), CalendarFileFault> {
        let field = |place: usize, name| {
            fields
                .get(place)
                .map(|text| text.trim())
                .ok_or(CalendarFileFault::FieldMissing(name))
        };
        let optional = |place: Option<usize>| {
            place
                .and_then(|place| fields.get(place))
                .map(|text| text.trim())
                .filter(|text| !text.is_empty())
        };
        let kind = match field(self.kind, "kind")? {
            "off" => HolidayKind::Off,
            "work" => HolidayKind::Worked,
            other => return Err(CalendarFileFault::NotAKind(other.to_owned())),
        };
        let holiday = Holiday {
            kind,
            name: field(self.name, "name")?.to_owned(),
            name_en: optional(self.name_en).map(str::to_owned),
            basis: optional(self.basis).map(str::to_owned),
            swapped_with: optional(self.swapped_with).map(day).transpose()?,
            is_estimated: optional(self.status) == Some("estimated"),
        };
        Ok((day(field(self.date, "date")?)?, holiday))
    }
}

fn day(text: &str) -> Result<Day, CalendarFileFault> {
    Day::parse(text)
        .ok()
        .filter(|day| is_in_range(*day))
        .ok_or_else(|| CalendarFileFault::NotADay(text.to_owned()))
}

/// Decisions lie between 1900 and 2199, so that one wrong digit cannot make a calendar of ten thousand years.
fn is_in_range(day: Day) -> bool {
    (1900..2200).contains(&day.year())
}

/// The fields of a line; a field in quotation marks may hold commas, and doubled marks stand for one.
fn split(line: &str) -> Result<Vec<String>, CalendarFileFault> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let Some(field) = fields.last_mut() else { break };
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            other => field.push(other),
        }
    }
    if quoted {
        Err(CalendarFileFault::QuoteOpen)
    } else {
        Ok(fields)
    }
}
