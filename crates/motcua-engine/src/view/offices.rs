//! The places where one can walk in (nơi tiếp nhận): where they are, when they are open, whether they are open now.

use motcua_domain::bilingual::Bilingual;
use motcua_domain::time::{Day, Instant, OfficeCalendar, TimeOfDay};
use motcua_domain::unit::{Unit, UnitKind};

use crate::engine::Engine;
use crate::search::fold;

/// Days of a week from Monday.
const WEEK: i64 = 7;
/// So far ahead the days are looked at on which the office is shut though its week says open.
const AHEAD_DAYS: i64 = 14;

/// What a visitor of the list of offices sees.
#[derive(Clone, Debug, PartialEq)]
pub struct OfficesView {
    /// The offices that answer what was asked: the city's own first, then by name.
    pub offices: Vec<OfficeView>,
    /// How many there are in all.
    pub count: usize,
    /// The hours of a usual week, of the offices that name no calendar of their own: Monday first.
    pub week: Vec<DayHours>,
    /// Days of the two weeks ahead on which offices are shut by decision, with the name of the holiday.
    pub shut: Vec<(Day, Bilingual)>,
}

/// The hours of one day of a usual week, from and to, in order; empty where offices are shut.
pub type DayHours = Vec<(TimeOfDay, TimeOfDay)>;

/// One office.
#[derive(Clone, Debug, PartialEq)]
pub struct OfficeView {
    /// The agency at whose desk one hands in: a commune, or the city.
    pub name: Bilingual,
    /// The one-stop centre.
    pub centre: Bilingual,
    /// Where it is; `None` where the city's folder does not say.
    pub address: Option<String>,
    /// Agencies whose cases it takes besides: the departments of the city.
    pub takes_for: Vec<Bilingual>,
    /// Whether it is open.
    pub state: OfficeState,
}

/// Whether an office is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficeState {
    /// It is, until then.
    OpenUntil(Instant),
    /// It is not; it opens then.
    OpensAt(Instant),
    /// It has no desk.
    NoDesk,
}

impl OfficeState {
    /// How a place with this calendar stands at `now`.
    fn of(calendar: &OfficeCalendar, now: Instant) -> Self {
        let opens = calendar.start(now);
        if opens > now {
            return Self::OpensAt(opens);
        }
        let closes = calendar.hours_of(now.day()).and_then(|hours| {
            let time = now.time_of_day();
            let mut intervals = hours.intervals().iter();
            intervals.find(|(from, to)| *from <= time && time < *to)
        });
        closes.map_or(Self::OpensAt(opens), |(_, to)| Self::OpenUntil(now.day().at(*to)))
    }
}

impl Engine {
    /// The offices whose name or address holds the words asked, marks or none; all of them for no words.
    pub fn offices(&self, asked: &str) -> OfficesView {
        let now = self.clock.now();
        let today = now.day();
        let mut communes: Vec<&Unit> = self.city.units.communes(today).collect();
        communes.sort_by_cached_key(|unit| (place_name(&unit.name.vi), unit.name.vi.clone()));
        let city = self
            .city
            .units
            .on(today)
            .filter(|unit| unit.kind == UnitKind::CityCommittee);
        let all: Vec<OfficeView> = city.chain(communes).map(|unit| self.office(unit, now)).collect();
        let words: Vec<String> = fold(asked).split_whitespace().map(str::to_owned).collect();
        let calendars = self.calendars();
        let calendar = &calendars.usual;
        OfficesView {
            count: all.len(),
            offices: all.into_iter().filter(|office| office.answers(&words)).collect(),
            week: usual_week(calendar, today),
            shut: (0..AHEAD_DAYS)
                .map(|ahead| today.plus_days(ahead))
                .filter(|day| !calendar.is_open_on(*day))
                .filter_map(|day| {
                    let holiday = calendar.holiday(day)?;
                    let name_en = holiday.name_en.as_ref().unwrap_or(&holiday.name);
                    Some((day, Bilingual::new(holiday.name.clone(), name_en.clone())))
                })
                .collect(),
        }
    }

    fn office(&self, unit: &Unit, now: Instant) -> OfficeView {
        let today = now.day();
        let units = &self.city.units;
        let is_city = unit.kind == UnitKind::CityCommittee;
        let centre = units.centre_of(&unit.code, today);
        let has_desk = is_city || unit.has_desk;
        OfficeView {
            name: unit.name.clone(),
            centre: centre.map_or_else(|| unit.name.clone(), |centre| centre.name.clone()),
            address: centre
                .filter(|_| has_desk)
                .and_then(|centre| centre.address.clone())
                .or_else(|| unit.address.clone()),
            takes_for: units
                .children(&unit.code, today)
                .filter(|child| is_city && child.kind == UnitKind::Department)
                .map(|child| child.name.clone())
                .collect(),
            state: if has_desk {
                OfficeState::of(&self.calendar_of(&unit.code), now)
            } else {
                OfficeState::NoDesk
            },
        }
    }
}

impl OfficeView {
    fn answers(&self, words: &[String]) -> bool {
        let mut text = format!(
            "{} {} {} {}",
            self.name.vi,
            self.name.en,
            self.centre.vi,
            self.address.as_deref().unwrap_or_default()
        );
        for agency in &self.takes_for {
            text.push(' ');
            text.push_str(&agency.vi);
        }
        let text = fold(&text);
        words.iter().all(|word| {
            text.split_whitespace()
                .any(|known| known.starts_with(word.as_str()))
        })
    }
}

/// "hai chau" of "Phường Hải Châu": people look a place up by its own name.
fn place_name(name: &str) -> String {
    let folded = fold(name);
    let kinds = ["phuong ", "xa ", "dac khu "];
    let place = kinds.iter().find_map(|kind| folded.strip_prefix(kind));
    place.map_or_else(|| folded.clone(), str::to_owned)
}

/// The hours of a usual week, Monday first: of each weekday the hours it has most often in the weeks around.
fn usual_week(calendar: &OfficeCalendar, today: Day) -> Vec<DayHours> {
    let monday = today.plus_days(1 - i64::from(today.weekday().to_monday_one_offset()));
    (0..WEEK)
        .map(|weekday| {
            let usual = (-1..=1)
                .map(|week| monday.plus_days(week * WEEK + weekday))
                .find(|day| calendar.holiday(*day).is_none())
                .and_then(|day| calendar.hours_of(day));
            usual.map_or_else(Vec::new, |hours| hours.intervals().to_vec())
        })
        .collect()
}
