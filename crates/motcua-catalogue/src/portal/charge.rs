//! Charges of the record, and how they mislead (`domain.md` 5.1, 7.6). A note is never turned into an amount: it is
//! kept, and what it seems to say is proposed to a person.

use motcua_domain::catalogue::{Charge, ChargeKind, Money, Trap};
use motcua_domain::money::Dong;
use serde_json::value::RawValue;

use super::finding::Findings;
use super::record::{FeeRecord, Record};
use super::scan::Words;
use super::text;

/// Below so many đồng nothing is charged: the smallest real charge is a page of a copy at 1.000.
const DONG_MIN: i64 = 1_000;

/// A fee line as typed data; the rest stays in its raw text.
pub(super) fn charge(fee: &FeeRecord) -> Charge {
    Charge {
        kind: if fee.r#type == "PRICE_LEVEL" {
            ChargeKind::Price
        } else {
            ChargeKind::FeeOrLevy
        },
        amount: amount(fee),
        per_what: None,
        tier: None,
        case_variant: None,
        exempt_groups: Vec::new(),
        reduced_groups: Vec::new(),
        from: None,
        to: None,
        legal_basis: None,
        collected_at: None,
        raw_text: text::normal(&fee.description),
        confirmed_by: None,
    }
}

fn amount(fee: &FeeRecord) -> Option<Money> {
    let number: i64 = fee
        .value
        .as_deref()
        .map(RawValue::get)?
        .trim_matches('"')
        .trim()
        .parse()
        .ok()?;
    Some(if fee.currency_name == "USD" {
        Money::Usd(number)
    } else {
        Money::Vnd(Dong::new(number))
    })
}

/// Reports every charge that a person must settle.
pub(super) fn report(record: &Record, findings: &mut Findings) {
    let mut is_any_charged = false;
    for (row, entry) in record.execution_methods.iter().enumerate() {
        for fee in &entry.fees {
            let note = Words::of(&fee.description);
            let is_charged = report_amount(fee, &note, row, findings);
            is_any_charged |= is_charged;
            if is_charged {
                report_kind_and_currency(fee, row, findings);
            }
            if let Some(last) = note.last_days().into_iter().max() {
                let raw = text::excerpt(&fee.description);
                let place = ("executionMethods", row, ".fees");
                findings.row(Trap::ChargeWithEndDate, place, &raw, Some(last.to_string()));
            }
        }
    }
    if !is_any_charged {
        report_prose(record, findings);
    }
}

/// Whether the line costs something, by field or by note.
fn report_amount(fee: &FeeRecord, note: &Words, row: usize, findings: &mut Findings) -> bool {
    let place = ("executionMethods", row, ".fees");
    match amount(fee) {
        Some(Money::Vnd(dong)) if !dong.is_zero() => {
            let thousandfold = dong.checked_times(1_000);
            let in_note = thousandfold.filter(|amount| note.amounts().contains(amount));
            if dong.get() < DONG_MIN || in_note.is_some() {
                let proposal = in_note.map(|amount| format!("{amount} VND"));
                findings.row(
                    Trap::AmountOffByThousand,
                    place,
                    &dong.get().to_string(),
                    proposal,
                );
            }
            true
        }
        Some(Money::Usd(dollars)) if dollars != 0 => true,
        _ => report_note(note, &text::excerpt(&fee.description), place, findings),
    }
}

/// A line without an amount of its own: whether its note names one, or who sets it.
fn report_note(
    note: &Words,
    raw: &str,
    place: (&'static str, usize, &'static str),
    findings: &mut Findings,
) -> bool {
    let is_set_by_council = note.name_the_council();
    if is_set_by_council {
        findings.row(Trap::ChargeSetByCouncil, place, raw, None);
    }
    let named = note.amounts();
    if let Some(first) = named.first() {
        let proposal = (named.len() == 1).then(|| format!("{first} VND"));
        findings.row(Trap::ChargeInNote, place, raw, proposal);
    }
    is_set_by_council || !named.is_empty()
}

fn report_kind_and_currency(fee: &FeeRecord, row: usize, findings: &mut Findings) {
    if fee.r#type != "PRICE_LEVEL" {
        findings.row(
            Trap::ChargeKindUnknown,
            ("executionMethods", row, ".fees[].type"),
            &fee.r#type,
            None,
        );
    }
    let place = ("executionMethods", row, ".fees[].currencyId");
    let is_dollar = fee.currency_name == "USD";
    if fee.currency_id.trim().is_empty() && fee.currency_name.trim().is_empty() {
        if amount(fee).is_some_and(|amount| !amount.is_zero()) {
            findings.row(Trap::CurrencyMissing, place, "", Some("VND".to_owned()));
        }
    } else if is_dollar || fee.currency_name.trim().is_empty() {
        let proposal = is_dollar.then(|| "USD".to_owned());
        findings.row(Trap::CurrencyById, place, &fee.currency_id, proposal);
    }
}

/// No row costs anything, yet the text names amounts beside the word for a charge.
fn report_prose(record: &Record, findings: &mut Findings) {
    let steps = record
        .execution_steps
        .iter()
        .map(|step| ("executionSteps[].description", &step.description));
    let notes = record
        .execution_methods
        .iter()
        .map(|entry| ("executionMethods[].description", &entry.description));
    let rest = [
        ("requirementsAndConditions", &record.requirements_and_conditions),
        ("note", &record.note),
    ];
    for (part, prose) in steps.chain(notes).chain(rest) {
        let line = prose.lines().find(|line| {
            let words = Words::of(line);
            (words.say("phí") || words.say("giá")) && !words.amounts().is_empty()
        });
        if let Some(line) = line {
            findings.part(Trap::ChargeOnlyInProse, part, &text::excerpt(line), None);
            return;
        }
    }
}
