//! From what was typed to what it means. Stray spaces, dots and hyphens never make an answer wrong.

use unicode_normalization::UnicodeNormalization;

use super::answer::Answer;
use super::problem::ProblemCode;
use super::question::{DateRule, Question, QuestionKind};
use super::value::{Address, Value};
use crate::person::PersonalNumber;
use crate::time::{Day, TimeOfDay};

/// The longest name in the register of the population, with room.
const NAME_LENGTH_MAX: usize = 100;
const ADDRESS_PART_LENGTH_MAX: usize = 200;
/// RFC 5321: 254 characters reach every mail server.
const EMAIL_LENGTH_MAX: usize = 254;

/// Reads the answer to a question on `today`; `Ok(None)` where nothing was given.
///
/// # Errors
/// What is wrong with it. Whether an answer was needed is not asked here: that depends on the other answers.
pub fn read(question: &Question, answer: &Answer, today: Day) -> Result<Option<Value>, ProblemCode> {
    read_as(&question.kind, answer, today)
}

/// Reads what was typed as an answer of this kind on `today`, where no form asks: a person registered at a desk.
///
/// # Errors
/// As [`read`].
pub fn read_as(kind: &QuestionKind, answer: &Answer, today: Day) -> Result<Option<Value>, ProblemCode> {
    if answer.is_empty() {
        return Ok(None);
    }
    let text = || single(answer).map(tidy);
    let value = match kind {
        QuestionKind::Text { length_max, is_long } => {
            let given = single(answer).ok_or(ProblemCode::Missing)?;
            let words = if *is_long { tidy_lines(given) } else { tidy(given) };
            Value::Text(within(words, *length_max)?)
        }
        QuestionKind::Name => Value::Name(name(&text().ok_or(ProblemCode::NotAName)?)?),
        QuestionKind::Date(rule) => Value::Day(date(answer, *rule, today)?),
        QuestionKind::Time => Value::Time(text().as_deref().and_then(time).ok_or(ProblemCode::NotATime)?),
        QuestionKind::Choice(choices) => {
            let given = text().ok_or(ProblemCode::NotAChoice)?;
            let known = choices.iter().any(|choice| choice.value == given);
            Value::Choice(known.then_some(given).ok_or(ProblemCode::NotAChoice)?)
        }
        QuestionKind::Number { least, most } => {
            Value::Number(number(&text().ok_or(ProblemCode::NotANumber)?, *least, *most)?)
        }
        QuestionKind::PersonalNumber { .. } => Value::PersonalNumber(
            text()
                .and_then(|text| PersonalNumber::parse(&text))
                .ok_or(ProblemCode::NotAPersonalNumber)?,
        ),
        QuestionKind::Phone => Value::Phone(text().as_deref().and_then(phone).ok_or(ProblemCode::NotAPhone)?),
        QuestionKind::Email => {
            Value::Email(text().as_deref().and_then(email).ok_or(ProblemCode::NotAnEmail)?)
        }
        QuestionKind::Address => Value::Address(address(answer)?),
        QuestionKind::File { files_max, .. } => {
            let Answer::Files(files) = answer else {
                return Err(ProblemCode::Missing);
            };
            if files.len() > *files_max {
                return Err(ProblemCode::TooManyFiles);
            }
            Value::Files(files.clone())
        }
    };
    Ok(Some(value))
}

fn single(answer: &Answer) -> Option<&str> {
    match answer {
        Answer::Text(text) => Some(text),
        Answer::Date { .. } | Answer::Address { .. } | Answer::Files(_) => None,
    }
}

/// NFC, single spaces, none at the ends, no control or invisible characters.
fn tidy(text: &str) -> String {
    let visible: String = text.nfc().filter(|c| !is_invisible(*c)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same line by line; at most one empty line between two others.
fn tidy_lines(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines().map(tidy) {
        if !(line.is_empty() && lines.last().is_none_or(String::is_empty)) {
            lines.push(line);
        }
    }
    lines.join("\n").trim_end().to_owned()
}

/// Characters that change how a text looks or compares without being seen: controls, marks of direction, zero
/// widths. White space is not among them.
fn is_invisible(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn within(text: String, length_max: usize) -> Result<String, ProblemCode> {
    if text.chars().count() > length_max {
        Err(ProblemCode::TooLong)
    } else {
        Ok(text)
    }
}

/// A name of a person has letters, and between them spaces, hyphens, apostrophes and dots. One word is enough:
/// some minorities and foreigners have no family name.
fn name(text: &str) -> Result<String, ProblemCode> {
    let is_letter = |c: char| c.is_alphabetic() || unicode_normalization::char::is_combining_mark(c);
    let lawful = text
        .chars()
        .all(|c| is_letter(c) || matches!(c, ' ' | '-' | '\'' | '’' | '.'));
    if !lawful || !text.starts_with(char::is_alphabetic) {
        return Err(ProblemCode::NotAName);
    }
    within(text.to_owned(), NAME_LENGTH_MAX)
}

fn date(answer: &Answer, rule: DateRule, today: Day) -> Result<Day, ProblemCode> {
    let parts = match answer {
        Answer::Date { day, month, year } => [
            year.trim().to_owned(),
            month.trim().to_owned(),
            day.trim().to_owned(),
        ],
        Answer::Text(text) => date_parts(text).ok_or(ProblemCode::NotADate)?,
        Answer::Address { .. } | Answer::Files(_) => return Err(ProblemCode::NotADate),
    };
    let [year, month, day] = parts;
    // Two digits of a year are not completed: 26 can be 1926.
    let has_digits = |text: &str, least: usize, most: usize| {
        (least..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !(has_digits(&year, 4, 4) && has_digits(&month, 1, 2) && has_digits(&day, 1, 2)) {
        return Err(ProblemCode::NotADate);
    }
    let found = real_day(&year, &month, &day).ok_or(ProblemCode::NotADate)?;
    if !rule.may_be_future && found > today {
        return Err(ProblemCode::InTheFuture);
    }
    let too_long_ago = rule
        .years_ago_max
        .is_some_and(|years| found.plus_years(i64::from(years)) <= today);
    if too_long_ago {
        Err(ProblemCode::TooLongAgo)
    } else {
        Ok(found)
    }
}

/// Year, month and day of `2026-11-21`, `21/11/2026`, `21.11.2026`, `21-11-2026` or `21 11 2026`.
fn date_parts(text: &str) -> Option<[String; 3]> {
    let parts: Vec<&str> = text
        .split(['-', '/', '.', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    let [first, second, third] = parts.try_into().ok()?;
    let [year, day] = if first.len() == 4 {
        [first, third]
    } else {
        [third, first]
    };
    Some([year.to_owned(), second.to_owned(), day.to_owned()])
}

fn real_day(year: &str, month: &str, day: &str) -> Option<Day> {
    Day::parse(&format!("{year}-{month:0>2}-{day:0>2}")).ok()
}

/// `06:35`, `6:35`, `6h35`, `6 giờ 35`, `0635`.
fn time(text: &str) -> Option<TimeOfDay> {
    let plain = text.to_lowercase().replace("giờ", ":").replace("phút", "");
    let parts: Vec<&str> = plain
        .split([':', 'h', '.', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    let (hour, minute) = match parts.as_slice() {
        [hour, minute] => (*hour, *minute),
        [digits] if digits.len() == 4 && digits.is_ascii() => digits.split_at(2),
        [hour] if plain.contains([':', 'h']) => (*hour, "0"),
        _ => return None,
    };
    let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
    // Midnight at the end of a day is the closing time of an office, never the time of a birth.
    if hour < 24 {
        TimeOfDay::new(hour, minute)
    } else {
        None
    }
}

fn number(text: &str, least: i64, most: i64) -> Result<i64, ProblemCode> {
    // Vietnamese groups thousands by dots or spaces: 1.234 is one thousand.
    let plain: String = text.chars().filter(|c| !matches!(c, '.' | ' ')).collect();
    match plain.parse::<i64>() {
        Err(_) => Err(ProblemCode::NotANumber),
        Ok(number) if number < least => Err(ProblemCode::TooSmall),
        Ok(number) if number > most => Err(ProblemCode::TooLarge),
        Ok(number) => Ok(number),
    }
}

/// A telephone in E.164. Ten digits from 0 (a mobile, `domain.md` 1.3), eleven for a landline, or any country's
/// number after `+` or `00`.
fn phone(text: &str) -> Option<String> {
    let plain: String = text
        .chars()
        .filter(|c| !matches!(c, ' ' | '.' | '-' | '(' | ')' | '\u{a0}'))
        .collect();
    let international = plain.strip_prefix('+').or_else(|| plain.strip_prefix("00"));
    let digits = match (international, plain.strip_prefix('0')) {
        (Some(digits), _) => digits.to_owned(),
        (None, Some(national)) => format!("84{national}"),
        (None, None) => plain.strip_prefix("84").map(|national| format!("84{national}"))?,
    };
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) || digits.starts_with('0') {
        return None;
    }
    let lawful = match digits.strip_prefix("84") {
        // Written both ways at once, +84 (0)905…, by many: the 0 is dropped.
        Some(national) => return vietnamese(national.strip_prefix('0').unwrap_or(national)),
        None => (8..=15).contains(&digits.len()),
    };
    lawful.then(|| format!("+{digits}"))
}

/// Nine digits of a mobile, or ten of a landline whose area begins with 2.
fn vietnamese(national: &str) -> Option<String> {
    let lawful = match national.bytes().next() {
        Some(b'3' | b'5' | b'7' | b'8' | b'9') => national.len() == 9,
        Some(b'2') => national.len() == 10,
        _ => false,
    };
    lawful.then(|| format!("+84{national}"))
}

/// What can be sent to: something, one @, and a host with a dot. Whether it exists, only a letter tells.
fn email(text: &str) -> Option<String> {
    let (local, host) = text.rsplit_once('@')?;
    let lawful = !local.is_empty()
        && !local.contains(['@', ' ', ',', ';', '<', '>', '"'])
        && host.split('.').count() > 1
        && host.split('.').all(|label| {
            !label.is_empty()
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        })
        && text.len() <= EMAIL_LENGTH_MAX;
    lawful.then(|| format!("{local}@{}", host.to_lowercase()))
}

fn address(answer: &Answer) -> Result<Address, ProblemCode> {
    let Answer::Address {
        line,
        commune,
        province,
    } = answer
    else {
        return Err(ProblemCode::AddressIncomplete);
    };
    let part = |text: &str| match tidy(text) {
        text if text.is_empty() => Err(ProblemCode::AddressIncomplete),
        text => within(text, ADDRESS_PART_LENGTH_MAX),
    };
    Ok(Address {
        line: part(line)?,
        commune: part(commune)?,
        province: part(province)?,
    })
}
