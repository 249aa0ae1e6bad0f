//! A slow, obvious calendar that walks minute by minute, and 20,000 random cases on which it must agree with
//! the fast one. It shares nothing with it but the rules it is given.

use super::*;

const CASES: u32 = 20_000;
const MINUTE: i64 = 60_000;

/// Chance with a seed, so that a failure can be repeated.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: u64) -> u64 {
        (self.next() >> 11) % end
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }
}

/// The walking calendar. A moment is a number of minutes since the first of January 1970, local time.
struct Slow<'a>(&'a CalendarRules);

/// Opening minutes of the day that a walk is in; looked up once a day.
struct Today {
    day: i64,
    open: Vec<(i64, i64)>,
}

impl Slow<'_> {
    fn plan(&self, day: i64) -> (Option<&Hours>, bool) {
        let date = Day::clamped(day);
        let plain = &self.0.week.days()[date.weekday().to_monday_zero_offset() as usize];
        match (self.0.holidays.get(date).map(|holiday| holiday.kind), plain) {
            (Some(HolidayKind::Off), _) | (None, DayPlan::Closed) => (None, false),
            (_, DayPlan::Full(hours)) => (Some(hours), true),
            (Some(HolidayKind::Worked), _) => (Some(self.0.week.whole()), true),
            (None, DayPlan::Half(hours)) => (Some(hours), self.0.half_day == HalfDay::Working),
        }
    }

    fn is_working(&self, day: i64) -> bool {
        self.plan(day).1
    }

    fn today(&self, day: i64) -> Today {
        let minutes = |time: TimeOfDay| time.millis() / MINUTE;
        let open = self.plan(day).0.map_or(Vec::new(), |hours| {
            hours
                .intervals()
                .iter()
                .map(|(from, to)| (minutes(*from), minutes(*to)))
                .collect()
        });
        Today { day, open }
    }

    fn is_open(&self, minute: i64, today: &mut Today) -> bool {
        let day = minute.div_euclid(1440);
        if day != today.day {
            *today = self.today(day);
        }
        let time = minute - day * 1440;
        today.open.iter().any(|(from, to)| *from <= time && time < *to)
    }

    fn closing(&self, day: i64) -> i64 {
        day * 1440 + self.plan(day).0.unwrap_or(self.0.week.whole()).closing().millis() / MINUTE
    }

    fn start(&self, mut minute: i64) -> i64 {
        let mut today = self.today(minute.div_euclid(1440));
        while !self.is_open(minute, &mut today) {
            minute += 1;
        }
        minute
    }

    fn start_by_cut_off(&self, received: i64) -> i64 {
        let start = self.start(received);
        let is_late = start.rem_euclid(1440) > self.0.cut_off.millis() / MINUTE;
        if is_late {
            self.start((start.div_euclid(1440) + 1) * 1440)
        } else {
            start
        }
    }

    /// Walks until so many open minutes are behind.
    fn after_open(&self, mut minute: i64, open: i64) -> i64 {
        let mut today = self.today(minute.div_euclid(1440));
        let mut left = open;
        while left > 0 {
            left -= i64::from(self.is_open(minute, &mut today));
            minute += 1;
        }
        minute
    }

    fn open_between(&self, from: i64, to: i64) -> i64 {
        let mut today = self.today(from.div_euclid(1440));
        (from..to)
            .filter(|minute| self.is_open(*minute, &mut today))
            .count() as i64
    }

    /// Walks over so many midnights that begin a working day, then to the same time of day.
    fn after_working_days(&self, start: i64, days: u32) -> i64 {
        if days == 0 {
            return start;
        }
        let (mut minute, mut left) = (start, days);
        while left > 0 {
            minute += 1;
            if minute.rem_euclid(1440) == 0 && self.is_working(minute.div_euclid(1440)) {
                left -= 1;
            }
        }
        (minute + start.rem_euclid(1440)).min(self.closing(minute.div_euclid(1440)))
    }

    fn months_on(day: i64, months: u32) -> i64 {
        let date = Day::clamped(day).date();
        let (mut year, mut month) = (date.year(), date.month());
        for _ in 0..months {
            (year, month) = if month == 12 {
                (year + 1, 1)
            } else {
                (year, month + 1)
            };
        }
        let same_or_earlier = (1..=date.day())
            .rev()
            .find_map(|number| Day::new(year, month, number).ok());
        same_or_earlier.unwrap().number()
    }

    fn rolled(&self, mut day: i64) -> i64 {
        while !self.is_working(day) {
            day += 1;
        }
        self.closing(day)
    }

    /// The due minute of a limit, with one exclusion.
    fn due(&self, received: i64, limit: &TimeLimit, excluded: Option<(i64, i64)>) -> i64 {
        let start = match limit {
            TimeLimit::ElapsedHours(_) => received,
            TimeLimit::SameDay => self.start_by_cut_off(received),
            _ => self.start(received),
        };
        let excluded = excluded
            .map(|(from, to)| (from.max(start), to))
            .filter(|(from, to)| from < to);
        let day = start.div_euclid(1440);
        let (due, unrolled) = match limit {
            TimeLimit::WorkingDays(n) => (self.after_working_days(start, *n), None),
            TimeLimit::WorkingHours(n) => (self.after_open(start, i64::from(*n) * 60), None),
            TimeLimit::Minutes(n) => (self.after_open(start, i64::from(*n)), None),
            TimeLimit::ElapsedHours(n) => (start + i64::from(*n) * 60, None),
            TimeLimit::CalendarDays(n) => (0, Some(day + i64::from(*n))),
            TimeLimit::Months(n) => (0, Some(Self::months_on(day, *n))),
            TimeLimit::Years(n) => (0, Some(Self::months_on(day, n * 12))),
            TimeLimit::SameDay => (self.closing(day), None),
            TimeLimit::Unparsed(_) => panic!("no due date"),
        };
        let due = unrolled.map_or(due, |day| self.rolled(day));
        match excluded {
            Some((from, to)) if from < due => match (limit, unrolled) {
                (_, Some(day)) => self.rolled(day + to.div_euclid(1440) - from.div_euclid(1440)),
                (TimeLimit::ElapsedHours(_), _) => due + to - from,
                _ => self.after_open(due, self.open_between(from, to)),
            },
            _ => due,
        }
    }
}

fn moment(minute: i64) -> Instant {
    Day::clamped(0).midnight().plus_millis(minute * MINUTE)
}

fn random_hours(chance: &mut Chance, half: bool) -> Hours {
    let morning = 360 + chance.below(12) * 15;
    let noon = morning + 120 + chance.below(10) * 13;
    let reopened = noon + 5 + chance.below(90);
    let evening = reopened + 60 + chance.below(1440 - reopened - 60 + 1);
    let clock = |minutes: u64| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let text = if half || chance.one_in(4) {
        format!("{}-{}", clock(morning), clock(noon))
    } else {
        format!(
            "{}-{},{}-{}",
            clock(morning),
            clock(noon),
            clock(reopened),
            clock(evening)
        )
    };
    hours(&text)
}

/// An office nobody has: hours, half days and decisions by chance.
fn random_rules(chance: &mut Chance) -> CalendarRules {
    let days = std::array::from_fn(|place| match chance.below(8) {
        _ if place == 2 => DayPlan::Full(random_hours(chance, false)),
        0 | 1 => DayPlan::Closed,
        2 => DayPlan::Half(random_hours(chance, true)),
        _ => DayPlan::Full(random_hours(chance, false)),
    });
    let mut holidays = HolidayTable::default();
    for _ in 0..chance.below(60) {
        let day = on("2026-01-01").plus_days(chance.below(500) as i64);
        let kind = if chance.one_in(3) {
            HolidayKind::Worked
        } else {
            HolidayKind::Off
        };
        let holiday = Holiday {
            kind,
            name: "x".to_owned(),
            name_en: None,
            basis: None,
            swapped_with: None,
            is_estimated: false,
        };
        holidays.decide(day, holiday);
    }
    let half_day = if chance.one_in(2) {
        HalfDay::Rest
    } else {
        HalfDay::Working
    };
    CalendarRules {
        week: Week::new(days).unwrap(),
        holidays,
        half_day,
        ..CalendarRules::default()
    }
}

fn random_limit(chance: &mut Chance) -> TimeLimit {
    let below = |chance: &mut Chance, end| chance.below(end) as u32;
    match chance.below(12) {
        0..=3 => TimeLimit::WorkingDays(below(chance, 15)),
        4 | 5 => TimeLimit::WorkingHours(below(chance, 60)),
        6 | 7 => TimeLimit::CalendarDays(below(chance, 40)),
        8 => TimeLimit::Months(below(chance, 30)),
        9 => TimeLimit::ElapsedHours(below(chance, 100)),
        10 => TimeLimit::Minutes(below(chance, 500)),
        _ if chance.one_in(3) => TimeLimit::Years(below(chance, 5)),
        _ => TimeLimit::SameDay,
    }
}

#[test]
fn the_fast_calendar_agrees_with_one_that_walks_minute_by_minute() {
    let mut chance = Chance(0x0024_1120_2600_0003);
    let mut all: Vec<CalendarRules> = ['A', 'B', 'C'].into_iter().map(rules).collect();
    all.extend((0..40).map(|_| random_rules(&mut chance)));
    let all: Vec<(CalendarRules, OfficeCalendar)> = all
        .into_iter()
        .map(|rules| (rules.clone(), OfficeCalendar::new(rules)))
        .collect();
    let january_2014 = on("2014-01-01").number() * 1440;
    for case in 0..CASES {
        // The three real calendars take half the cases; years reach past both ends of the decisions.
        let place = if chance.one_in(2) {
            chance.below(3)
        } else {
            chance.below(all.len() as u64)
        };
        let (rules, fast) = &all[place as usize];
        let slow = Slow(rules);
        let received = january_2014 + chance.below(19 * 365 * 1440) as i64;
        let limit = random_limit(&mut chance);
        let asked = received + chance.below(6 * 1440) as i64 - 720;
        let excluded = chance
            .one_in(3)
            .then(|| (asked, asked + chance.below(8 * 1440) as i64));
        let mut ledger = Ledger::new(moment(received), limit.clone(), false);
        if let Some((from, to)) = excluded {
            ledger.suspend(moment(from), ExclusionGround::SupplementAwaited);
            ledger.resume(moment(to));
        }
        let got = ledger.due(fast).unwrap();
        let wanted = moment(slow.due(received, &limit, excluded));
        assert_eq!(
            got.at,
            wanted,
            "case {case}, calendar {place}: {limit} from {}, {excluded:?}",
            moment(received)
        );
        assert_eq!(got.on, wanted.day());
        assert_eq!(
            fast.start(moment(received)),
            moment(slow.start(received)),
            "case {case}, calendar {place}"
        );
        assert_eq!(ledger.explain(fast).unwrap().due, got);
    }
}
