//! From the engine's plain data to words: moments, limits, names, problems. No rule, only language.

use motcua_domain::bilingual::Bilingual;
use motcua_domain::channel::Channel;
use motcua_domain::form::Value;
use motcua_domain::money::Dong;
use motcua_domain::time::{Day, Instant, TimeLimit};
use motcua_engine::filing::AnswerLine;
use motcua_engine::view;
use motcua_text::{Lang, Text};

use crate::components::DaysLeft;

/// The name in the reader's language.
pub fn pick(name: &Bilingual, lang: Lang) -> &str {
    match lang {
        Lang::Vi => &name.vi,
        Lang::En => &name.en,
    }
}

/// Year, month, day.
pub fn parts(day: Day) -> (i16, i8, i8) {
    let date = day.date();
    (date.year(), date.month(), date.day())
}

/// Hour and minute.
pub fn clock(at: Instant) -> (i8, i8) {
    let minutes = at.time_of_day().millis() / 60_000;
    (
        i8::try_from(minutes / 60).unwrap_or(0),
        i8::try_from(minutes % 60).unwrap_or(0),
    )
}

/// "24/11/2026".
pub fn day(t: &Text, day: Day) -> String {
    let (year, month, day) = parts(day);
    t.day(year, month, day)
}

/// "thứ Tư 25/11".
pub fn weekday_day(t: &Text, day: Day) -> String {
    let (year, month, day) = parts(day);
    t.weekday_day(year, month, day)
}

/// "08:20 24/11/2026" in the language's order.
pub fn moment(t: &Text, at: Instant) -> String {
    t.moment(parts(at.day()), clock(at))
}

/// "08:20 24/11", for lists.
pub fn moment_short(t: &Text, at: Instant) -> String {
    let (_, month, day) = parts(at.day());
    t.moment_short((month, day), clock(at))
}

/// "trước 17:00 thứ Tư 25/11".
pub fn before(t: &Text, at: Instant) -> String {
    t.before(parts(at.day()), clock(at))
}

/// The same words with a small letter at the start, inside a sentence; abbreviations stay.
pub fn uncapitalised(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => words.to_owned(),
    }
}

/// The text of law behind a refusal, as people cite it.
pub fn legal_basis(t: &Text, basis: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric();
    let parts: Vec<String> = basis
        .split(|letter| !plain(letter))
        .filter(|part| !part.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    say(t, &format!("refusal-basis-{}", parts.join("-")))
}

/// "17:00".
pub fn time(t: &Text, at: Instant) -> String {
    let (hour, minute) = clock(at);
    t.time(hour, minute)
}

/// A limit in words: "5 ngày làm việc".
pub fn limit(t: &Text, limit: &TimeLimit) -> String {
    match limit {
        TimeLimit::WorkingDays(n) => t.working_days(i64::from(*n)),
        // Promises are halves of the law's limits, and a working day has eight hours (`domain.md` 4.10, 1).
        TimeLimit::WorkingHours(n) if *n > 8 && n % 4 == 0 => t.working_days_halves(i64::from(n / 4)),
        TimeLimit::WorkingHours(n) => t.working_hours(i64::from(*n)),
        TimeLimit::CalendarDays(n) => t.days(i64::from(*n)),
        TimeLimit::Months(n) => t.months(i64::from(*n)),
        TimeLimit::Years(n) => t.years(i64::from(*n)),
        TimeLimit::ElapsedHours(n) => t.common_limit_hours(t.number(i64::from(*n))),
        TimeLimit::Minutes(n) => t.minutes(i64::from(*n)),
        TimeLimit::SameDay => t.common_limit_same_day(),
        TimeLimit::Unparsed(_) => t.common_limit_unsettled(),
    }
}

/// "50.000 đồng"; "miễn phí" for nothing; "chưa xác nhận" where nobody knows.
pub fn fee(t: &Text, fee: Option<Dong>) -> String {
    match fee {
        None => t.common_fee_unsettled(),
        Some(dong) if dong.is_zero() => t.common_fee_none(),
        Some(dong) => t.dong(dong.get()),
    }
}

/// How a due moment stands; `None` where the city owes nothing.
pub fn days_left(t: &Text, left: view::DaysLeft) -> Option<DaysLeft> {
    Some(match left {
        view::DaysLeft::Nothing => return None,
        view::DaysLeft::Paused => DaysLeft::Paused,
        view::DaysLeft::Late(days) => DaysLeft::Late(t.days(days)),
        view::DaysLeft::Today(at) => DaysLeft::Today(time(t, at)),
        view::DaysLeft::WorkingDays(1) => DaysLeft::Soon(t.days(1)),
        view::DaysLeft::WorkingDays(days) => DaysLeft::Ample(t.days(days)),
    })
}

/// The name of a channel.
pub fn channel(t: &Text, channel: Channel) -> String {
    match channel {
        Channel::Online => t.common_channel_online(),
        Channel::Counter => t.common_channel_counter(),
        Channel::PublicPost => t.common_channel_public_post(),
        Channel::PostAgent => t.common_channel_post_agent(),
        Channel::CommunityTeam => t.common_channel_community_team(),
        Channel::WeekendEvent => t.common_channel_weekend_event(),
        Channel::Kiosk => t.common_channel_kiosk(),
        Channel::Phone => t.common_channel_phone(),
    }
}

/// An answer as people read it; empty where there is none. Identity numbers are masked.
pub fn answer(t: &Text, line: &AnswerLine) -> String {
    if let Some(choice) = &line.choice {
        return pick(choice, t.lang()).to_owned();
    }
    match &line.value {
        None => String::new(),
        Some(Value::Text(text) | Value::Name(text) | Value::Email(text) | Value::Choice(text)) => {
            text.clone()
        }
        Some(Value::Day(on)) => day(t, *on),
        Some(Value::Time(at)) => at.to_string(),
        Some(Value::Number(number)) => t.number(*number),
        Some(Value::PersonalNumber(number)) => number.masked(),
        Some(Value::Phone(phone)) => phone
            .strip_prefix("+84")
            .map_or_else(|| phone.clone(), |rest| format!("0{rest}")),
        Some(Value::Address(address)) => address.to_string(),
        Some(Value::Files(files)) => t.number(i64::try_from(files.len()).unwrap_or(0)),
    }
}

/// The sentence of a stable code, such as `tracker-next-sign`; the code itself where no sentence exists, which a test
/// forbids.
pub fn say(t: &Text, key: &str) -> String {
    t.find(key, &[]).unwrap_or_else(|| key.to_owned())
}
