//! The calendars that a running engine works by, in memory: read from the log after every approval, and by the worker,
//! so that a decision approved on another node counts here without a restart.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};

use motcua_domain::calendar::{CalendarDecision, CalendarRecord};
use motcua_domain::id::{CalendarId, UnitCode};
use motcua_domain::time::OfficeCalendar;

use super::codec::decode;
use crate::changes::StreamKey;
use crate::city::CityFacts;
use crate::engine::{Engine, UseError};

/// What offices work by.
#[derive(Clone, Debug)]
pub struct Calendars {
    /// What the calendar is called on cases: the city's facts, and how many decisions it knows beside them.
    pub id: CalendarId,
    /// Of agencies that have none of their own.
    pub usual: OfficeCalendar,
    /// By the names that units use.
    named: BTreeMap<String, OfficeCalendar>,
    /// How many events of the log it was made from.
    events: usize,
}

impl Calendars {
    /// The calendars of the city's facts alone.
    pub fn before_decisions(city: &CityFacts) -> Self {
        Self {
            id: city.calendar_id.clone(),
            usual: city.calendar.clone(),
            named: city.calendars.clone(),
            events: 0,
        }
    }

    /// The calendar that an agency works by.
    pub fn of<'a>(&'a self, city: &CityFacts, agency: &UnitCode) -> &'a OfficeCalendar {
        city.units
            .latest(agency)
            .and_then(|unit| self.named.get(&unit.calendar))
            .unwrap_or(&self.usual)
    }

    /// The calendars with the approved decisions of a log of so many events.
    fn after_decisions(city: &CityFacts, record: &CalendarRecord, events: usize) -> Self {
        let mut calendars = Self::before_decisions(city);
        if record.revision() > 0 {
            calendars.id = CalendarId::new(format!("{}+{}", city.calendar_id, record.revision()));
            calendars.change(|table| record.write_into(table));
        }
        calendars.events = events;
        calendars
    }

    /// The same calendars if one more decision were approved.
    #[must_use]
    pub fn with(&self, decision: &CalendarDecision) -> Self {
        let mut calendars = self.clone();
        calendars.change(|table| decision.write_into(table));
        calendars
    }

    fn change(&mut self, write: impl Fn(&mut motcua_domain::time::HolidayTable)) {
        for calendar in self.named.values_mut().chain([&mut self.usual]) {
            let mut rules = calendar.rules().clone();
            write(&mut rules.holidays);
            *calendar = OfficeCalendar::new(rules);
        }
    }
}

impl Engine {
    /// The decisions on record, with how many events tell of them.
    pub(super) fn calendar_record(&self) -> Result<(CalendarRecord, usize), UseError> {
        let records = self.store.events(&StreamKey::calendar())?;
        let log = records.iter().map(decode).collect::<Result<Vec<_>, _>>()?;
        Ok((CalendarRecord::fold(&log), log.len()))
    }

    /// Works by every decision approved until now, on whichever node. Gives what is on record.
    ///
    /// # Errors
    /// A failure of the machine; the calendars stay as they were.
    pub fn refresh_calendars(&self) -> Result<CalendarRecord, UseError> {
        let (record, events) = self.calendar_record()?;
        // Another thread may have read more meanwhile: a calendar never goes back.
        if self.calendars().events < events {
            let fresh = Arc::new(Calendars::after_decisions(&self.city, &record, events));
            let mut known = self.calendars.write().unwrap_or_else(PoisonError::into_inner);
            if known.events < events {
                *known = fresh;
            }
        }
        Ok(record)
    }
}
