//! What somebody owes for a case: by procedure, variant, channel, person and day, with the text that sets it
//! (`domain.md` 5). The national record says the list price; what a city takes off it is an overlay with dates of its
//! own. Of several reliefs the best one applies; they do not add up (5.2).

use super::charge::{Charge, CollectedAt, FeeGroup, Money};
use super::version::ProcedureVersion;
use crate::case::{ChargeLine, Relief};
use crate::channel::Channel;
use crate::money::Dong;
use crate::time::Day;

#[cfg(test)]
mod tests;

/// Whose fee it is, and when.
#[derive(Clone, Copy, Debug)]
pub struct FeeQuestion<'a> {
    /// The way it was filed.
    pub channel: Channel,
    /// The case variant, by name; `None` where the procedure has none.
    pub variant: Option<&'a str>,
    /// Groups that the payer proved to belong to.
    pub groups: &'a [FeeGroup],
    /// The day whose tariff applies: of acceptance.
    pub day: Day,
    /// How many pages, copies, events: what an amount per piece is multiplied by. At least one.
    pub quantity: u32,
}

/// What a city takes off a charge (chính sách của thành phố), beside the national record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeeOverlay {
    /// The procedures it is for, by code; empty means all.
    pub procedures: Vec<String>,
    /// The way of filing it is for; `None` means every way.
    pub channel: Option<Channel>,
    /// What is left to pay, in percent of the list price: 0 is free.
    pub percent: u8,
    /// The decision.
    pub legal_basis: String,
    /// First day it applies.
    pub from: Day,
    /// Last day it applies.
    pub to: Option<Day>,
}

/// The charges of a case in whole đồng. Charges in another currency, and those without an amount, are left out: a person
/// must settle them first (`domain.md` 7.6).
pub fn charges_of(
    version: &ProcedureVersion,
    question: &FeeQuestion<'_>,
    overlays: &[FeeOverlay],
) -> Vec<ChargeLine> {
    let first = version
        .entries(question.channel)
        .next()
        .or_else(|| version.channels.first());
    let Some(entry) = first else {
        return Vec::new();
    };
    (1u16..)
        .zip(&entry.charges)
        .filter(|(_, charge)| charge.applies(question))
        .filter_map(|(place, charge)| line(version, place, charge, question, overlays))
        .collect()
}

impl Charge {
    fn applies(&self, question: &FeeQuestion<'_>) -> bool {
        let is_of_variant = match (&self.case_variant, question.variant) {
            (Some(of), Some(asked)) => of == asked,
            (Some(_), None) => false,
            (None, _) => true,
        };
        is_of_variant
            && self.from.is_none_or(|from| from <= question.day)
            && self.to.is_none_or(|to| question.day <= to)
    }
}

fn line(
    version: &ProcedureVersion,
    place: u16,
    charge: &Charge,
    question: &FeeQuestion<'_>,
    overlays: &[FeeOverlay],
) -> Option<ChargeLine> {
    let Some(Money::Vnd(each)) = charge.amount else {
        return None;
    };
    let list = if charge.per_what.is_some() {
        each.checked_times(question.quantity.max(1))?
    } else {
        each
    };
    if list.get() <= 0 {
        return None;
    }
    let relief = best_relief(version, charge, list, question, overlays);
    Some(ChargeLine {
        name: format!("charge-{place}"),
        kind: charge.kind,
        list,
        due: relief.as_ref().map_or(list, |relief| relief.due),
        relief,
        legal_basis: charge.legal_basis.clone().unwrap_or_default(),
        collected_at: charge.collected_at.unwrap_or(CollectedAt::Intake),
        is_refundable: false,
        is_confirmed: charge.confirmed_by.is_some(),
    })
}

/// The one that leaves least to pay; among equals the first: a group's own exemption before the city's policy.
fn best_relief(
    version: &ProcedureVersion,
    charge: &Charge,
    list: Dong,
    question: &FeeQuestion<'_>,
    overlays: &[FeeOverlay],
) -> Option<Relief> {
    let exempt = question
        .groups
        .iter()
        .find(|group| charge.exempt_groups.contains(group))
        .map(|group| Relief {
            due: Dong::ZERO,
            ground: group.name().to_owned(),
            legal_basis: charge.legal_basis.clone().unwrap_or_default(),
        });
    let of_city = overlays
        .iter()
        .filter(|overlay| overlay.applies(version, question))
        .filter_map(|overlay| {
            Some(Relief {
                due: list.checked_percent(overlay.percent.min(100))?,
                ground: "city-policy".to_owned(),
                legal_basis: overlay.legal_basis.clone(),
            })
        });
    exempt
        .into_iter()
        .chain(of_city)
        .filter(|relief| relief.due < list)
        .min_by_key(|relief| relief.due)
}

impl FeeOverlay {
    fn applies(&self, version: &ProcedureVersion, question: &FeeQuestion<'_>) -> bool {
        let is_of_procedure =
            self.procedures.is_empty() || self.procedures.iter().any(|code| code == version.code.as_str());
        let is_of_channel = self
            .channel
            .is_none_or(|channel| question.channel.filed_as() == channel.filed_as());
        is_of_procedure
            && is_of_channel
            && self.from <= question.day
            && self.to.is_none_or(|to| question.day <= to)
    }
}

impl FeeGroup {
    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::PersonWithDisability => "person-with-disability",
            Self::PoorHousehold => "poor-household",
            Self::NearPoorHousehold => "near-poor-household",
            Self::PersonOfMerit => "person-of-merit",
            Self::Elderly => "elderly",
            Self::EthnicMinority => "ethnic-minority",
            Self::Child => "child",
        }
    }
}
