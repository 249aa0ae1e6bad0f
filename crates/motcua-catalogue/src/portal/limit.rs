//! Time limits of the record: what is plain, what is not, and where its parts contradict each other
//! (`domain.md` 4.1, 7.6).

use std::collections::BTreeMap;

use motcua_domain::catalogue::Trap;
use motcua_domain::channel::Channel;
use motcua_domain::time::TimeLimit;
use serde_json::Value;
use serde_json::value::RawValue;

use super::finding::Findings;
use super::record::{MethodRecord, Record};
use super::scan::Words;

/// Working hours in a working day (`domain.md` 4.10 rule 1), to propose what half a day is.
const HOURS_IN_WORKING_DAY: f64 = 8.0;

/// A limit as read, with what is doubtful about it.
pub(super) struct ReadLimit {
    /// The limit; `Unparsed` exactly if there is a doubt.
    pub(super) limit: TimeLimit,
    doubt: Option<Trap>,
    proposal: Option<String>,
}

/// Reads a number (or text) and the portal's unit.
pub(super) fn read(time: Option<&RawValue>, unit: &str) -> ReadLimit {
    let value = time
        .and_then(|raw| serde_json::from_str::<Value>(raw.get()).ok())
        .unwrap_or(Value::Null);
    let written = match &value {
        Value::String(text) => super::text::one_line(text),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let doubtful = |trap: Trap, proposal: Option<String>| ReadLimit {
        limit: TimeLimit::Unparsed(super::text::normal(&format!("{written} {unit}"))),
        doubt: Some(trap),
        proposal,
    };
    let Ok(number) = written.parse::<f64>() else {
        let proposal = Words::of(&written).limits().first().map(ToString::to_string);
        return doubtful(Trap::LimitAsText, proposal);
    };
    let Some(whole) = written
        .parse::<u32>()
        .ok()
        .filter(|whole| *whole > 0 || unit == "OTHER")
    else {
        return doubtful(Trap::LimitNotWhole, half_days(number, unit));
    };
    let plain = |limit| ReadLimit {
        limit,
        doubt: None,
        proposal: None,
    };
    match unit {
        "WORKING_DAY" => plain(TimeLimit::WorkingDays(whole)),
        "DAY" => plain(TimeLimit::CalendarDays(whole)),
        "MONTH" => plain(TimeLimit::Months(whole)),
        "YEAR" => plain(TimeLimit::Years(whole)),
        "MINUTE" => plain(TimeLimit::Minutes(whole)),
        "HOUR" => doubtful(Trap::HourKindUnknown, None),
        _ => doubtful(Trap::LimitWithoutUnit, None),
    }
}

/// 7.5 working days are 60 working hours.
fn half_days(number: f64, unit: &str) -> Option<String> {
    let hours = number * HOURS_IN_WORKING_DAY;
    let is_whole = hours.fract() == 0.0 && (1.0..100_000.0).contains(&hours);
    (unit == "WORKING_DAY" && is_whole).then(|| TimeLimit::WorkingHours(hours as u32).to_string())
}

/// The channel that the portal's name of a way of filing stands for.
pub(super) fn channel(method: &MethodRecord) -> Option<Channel> {
    match method.submission_method.as_str() {
        "ONLINE" => Some(Channel::Online),
        "DIRECT" => Some(Channel::Counter),
        "POSTAL" => Some(Channel::PublicPost),
        _ => None,
    }
}

/// The limits of a record, row by row.
pub(super) struct Limits {
    /// By way of filing, in the order of the record.
    pub(super) entries: Vec<ReadLimit>,
    /// By case variant.
    pub(super) variants: Vec<ReadLimit>,
}

impl Limits {
    /// Reads every limit of a record.
    pub(super) fn of(record: &Record) -> Self {
        let entries = &record.execution_methods;
        let days = record.cases.iter().map(|variant| &variant.processing_day);
        Self {
            entries: entries
                .iter()
                .map(|entry| read(entry.processing_time.as_deref(), &entry.processing_time_unit))
                .collect(),
            variants: days.map(|time| read(time.qty.as_deref(), &time.r#type)).collect(),
        }
    }

    /// Reports every limit that a person must settle, and every contradiction.
    pub(super) fn report(&self, record: &Record, findings: &mut Findings) {
        self.report_doubts(findings);
        self.report_channels(record, findings);
        self.report_variants(findings);
        self.report_notes(record, findings);
    }

    fn report_doubts(&self, findings: &mut Findings) {
        for (row, read) in self.entries.iter().enumerate() {
            if let Some(trap) = read.doubt {
                let proposal = read
                    .proposal
                    .clone()
                    .or_else(|| self.variant_with_same_number(&read.limit));
                findings.row(
                    trap,
                    ("executionMethods", row, ".processingTime"),
                    &read.limit.to_string(),
                    proposal,
                );
            }
        }
        for (row, read) in self.variants.iter().enumerate() {
            if let Some(trap) = read.doubt {
                let place = ("cases", row, ".processingDay");
                findings.row(trap, place, &read.limit.to_string(), read.proposal.clone());
            }
        }
    }

    /// The limit of a variant that has the same number and a real unit, as for birth registration (1 OTHER in the
    /// channel, 1 WORKING_DAY in the variant).
    fn variant_with_same_number(&self, unsettled: &TimeLimit) -> Option<String> {
        let number = |limit: &TimeLimit| limit.to_string().split(' ').next().map(str::to_owned);
        let settled = self.settled(&self.variants);
        settled
            .into_iter()
            .find(|limit| number(limit) == number(unsettled))
            .map(ToString::to_string)
    }

    fn settled<'a>(&self, limits: &'a [ReadLimit]) -> Vec<&'a TimeLimit> {
        let mut settled: Vec<&TimeLimit> = Vec::new();
        for read in limits.iter().filter(|read| read.doubt.is_none()) {
            if !settled.contains(&&read.limit) {
                settled.push(&read.limit);
            }
        }
        settled
    }

    fn report_channels(&self, record: &Record, findings: &mut Findings) {
        let mut by_channel: BTreeMap<&str, Vec<&TimeLimit>> = BTreeMap::new();
        for (entry, read) in record.execution_methods.iter().zip(&self.entries) {
            let limits = by_channel.entry(&entry.submission_method).or_default();
            if !limits.contains(&&read.limit) {
                limits.push(&read.limit);
            }
        }
        for (channel, limits) in by_channel.iter().filter(|(_, limits)| limits.len() > 1) {
            let raw = format!("{channel}: {}", listed(limits));
            findings.part(
                Trap::ChannelWithSeveralLimits,
                "executionMethods[].processingTime",
                &raw,
                None,
            );
        }
        let mut by_channel = by_channel.into_iter();
        if let Some((first_channel, first)) = by_channel.next() {
            let others: Vec<_> = by_channel.collect();
            let differs = |limits: &Vec<&TimeLimit>| {
                limits.len() != first.len() || limits.iter().any(|limit| !first.contains(limit))
            };
            if others.iter().any(|(_, limits)| differs(limits)) {
                let all = std::iter::once((first_channel, first.clone())).chain(others);
                let raw: Vec<String> = all
                    .map(|(name, limits)| format!("{name}: {}", listed(&limits)))
                    .collect();
                let part = "executionMethods[].processingTime";
                findings.part(Trap::ChannelsWithDifferentLimits, part, &raw.join("; "), None);
            }
        }
    }

    fn report_variants(&self, findings: &mut Findings) {
        let (entries, variants) = (self.settled(&self.entries), self.settled(&self.variants));
        let all_variants = self.variants.iter().map(|read| &read.limit).collect::<Vec<_>>();
        if all_variants
            .windows(2)
            .any(|pair| matches!(pair, [one, other] if one != other))
        {
            findings.part(
                Trap::VariantsWithDifferentLimits,
                "cases[].processingDay",
                &listed(&all_variants),
                None,
            );
        }
        if !entries.is_empty()
            && !variants.is_empty()
            && !entries.iter().any(|limit| variants.contains(limit))
        {
            let raw = format!("{} / {}", listed(&entries), listed(&variants));
            findings.part(
                Trap::ChannelLimitMatchesNoVariant,
                "cases[].processingDay",
                &raw,
                None,
            );
        }
    }

    /// A note that names limits, but not the one in the field beside it, or none of the variants'.
    fn report_notes(&self, record: &Record, findings: &mut Findings) {
        let variants = self.settled(&self.variants);
        for (row, (entry, read)) in record.execution_methods.iter().zip(&self.entries).enumerate() {
            let named = Words::of(&entry.description).limits();
            let Some(first) = named.first() else { continue };
            let is_against_field = read.doubt.is_none() && !named.contains(&read.limit);
            let is_against_variants =
                !variants.is_empty() && !variants.iter().any(|limit| named.contains(limit));
            if is_against_field || is_against_variants {
                let raw = super::text::excerpt(&entry.description);
                let proposal = is_against_field.then(|| first.to_string());
                findings.row(
                    Trap::NoteAgainstLimit,
                    ("executionMethods", row, ".description"),
                    &raw,
                    proposal,
                );
            }
        }
    }
}

fn listed(limits: &[&TimeLimit]) -> String {
    let mut written: Vec<String> = Vec::new();
    for limit in limits {
        let limit = limit.to_string();
        if !written.contains(&limit) {
            written.push(limit);
        }
    }
    written.join(", ")
}
