//! What a filing costs, and by what text. Paying is another matter.

use motcua_domain::case::ChargeLine;
use motcua_domain::catalogue::{Charge, ChargeKind, Money, PerWhat};
use motcua_domain::channel::Channel;
use motcua_domain::money::Dong;

use crate::city::CityProcedure;

/// What a procedure costs by the ways that people compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeeView {
    /// Filed online.
    pub online: WayFee,
    /// Handed in at the counter, where that is another amount.
    pub counter: Option<WayFee>,
    /// What is waived or reduced online today, where it is: what the text sets, and the text that allows less.
    pub relief: Option<(Dong, String)>,
    /// The text that sets it, or the decision that published the figure.
    pub legal_basis: String,
    /// Whether the text itself is named, not only the decision that published the figure.
    pub is_by_text: bool,
    /// Whether a person must still confirm the figure: the national record is silent, or says two things.
    pub is_unconfirmed: bool,
}

/// What one way of filing costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayFee {
    /// Phí, lệ phí or giá; `None` where the record has no line.
    pub kind: Option<ChargeKind>,
    /// How much; `None` where nobody knows.
    pub amount: Option<Money>,
    /// For what it is paid.
    pub per: Option<PerWhat>,
}

impl FeeView {
    /// What a procedure costs; `online_today` are the charges of an online filing now, with what the city waives.
    pub fn of(procedure: &CityProcedure, online_today: &[ChargeLine]) -> Self {
        let version = &procedure.version;
        let charge = |channel| {
            let entry = version.entries(channel).next();
            // Several lines are cases squeezed into one row: no single figure is true then.
            entry.and_then(|entry| match entry.charges.as_slice() {
                [charge] => Some(charge),
                _ => None,
            })
        };
        let (online, counter) = (charge(Channel::Online), charge(Channel::Counter));
        let basis = online.and_then(|charge| charge.legal_basis.clone());
        let at_counter = WayFee::of(counter);
        let mut online_fee = WayFee::of(online);
        let relieved = match online_today {
            [line] => line.relief.as_ref().map(|relief| (line, relief)),
            _ => None,
        };
        if let Some((line, _)) = relieved {
            online_fee.amount = Some(Money::Vnd(line.due));
        }
        Self {
            counter: (counter.is_some() && at_counter != online_fee).then_some(at_counter),
            relief: relieved.map(|(line, relief)| (line.list, relief.legal_basis.clone())),
            is_by_text: basis.is_some(),
            is_unconfirmed: online.is_none_or(|charge| {
                charge.amount.is_none() || (charge.confirmed_by.is_none() && !charge.raw_text.is_empty())
            }),
            legal_basis: basis
                .or_else(|| version.decision.number.clone())
                .unwrap_or_default(),
            online: online_fee,
        }
    }
}

impl WayFee {
    fn of(charge: Option<&Charge>) -> Self {
        Self {
            kind: charge.map(|charge| charge.kind),
            amount: charge.and_then(|charge| charge.amount),
            per: charge.and_then(|charge| charge.per_what),
        }
    }

    /// Whether nothing is paid.
    pub fn is_free(&self) -> bool {
        match self.amount {
            Some(Money::Vnd(dong)) => dong.is_zero(),
            Some(Money::Usd(dollars)) => dollars == 0,
            None => false,
        }
    }
}
