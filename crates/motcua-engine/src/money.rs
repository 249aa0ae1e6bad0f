//! Money at the office: what a case owes and what may be done about it, the result that is given at once for it, and the
//! closing of a desk's day.

use motcua_domain::access::{Action, Actor, may, may_in_office};
use motcua_domain::bilingual::Bilingual;
use motcua_domain::case::{Case, Charge, Command, CommandKind, PaymentMethod, Refusal};
use motcua_domain::catalogue::ChargeKind;
use motcua_domain::id::UnitCode;
use motcua_domain::money::Dong;
use motcua_domain::time::Instant;

use crate::case::{Acted, ground_name};
use crate::changes::{AccessedThing, Changes, Row};
use crate::engine::{Engine, UseError, actor_of};
use crate::rows::{ClosingRow, StaffRow, TakingRow, procedure_of};

/// The acts that a page offers beside a charge, in this order.
const ACTS: [CommandKind; 5] = [
    CommandKind::TakePayment,
    CommandKind::RelieveCharge,
    CommandKind::AskRefund,
    CommandKind::DecideRefund,
    CommandKind::Reconcile,
];

/// How many closings a page shows.
const CLOSINGS_SHOWN: u32 = 31;

/// The money of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct MoneyView {
    /// The case: its number, or its reference before acceptance.
    pub name: String,
    /// The procedure.
    pub procedure: Bilingual,
    /// The applicant.
    pub applicant: String,
    /// Its charges, in their order.
    pub charges: Vec<ChargeView>,
    /// T04: the result can be given now, at once, by this member of staff.
    pub is_immediate: bool,
    /// What is still to be paid, in whole đồng.
    pub open: Dong,
}

/// A charge, and what this member of staff may do about it now.
#[derive(Clone, Debug, PartialEq)]
pub struct ChargeView {
    /// Its place in the case, from 0.
    pub place: u16,
    /// The charge.
    pub charge: Charge,
    /// What may be done.
    pub acts: Vec<CommandKind>,
}

/// What a desk took since its last closing.
#[derive(Clone, Debug, PartialEq)]
pub struct TakingsView {
    /// The agency whose desk it is.
    pub desk: UnitCode,
    /// Its one-stop desk, by name.
    pub desk_name: Bilingual,
    /// Every taking with the name of its case, oldest first.
    pub rows: Vec<(TakingRow, String)>,
    /// How much came and went by each method, with how often.
    pub by_method: Vec<(PaymentMethod, u32, Dong)>,
    /// How much came and went by each kind of charge, with how often.
    pub by_kind: Vec<(ChargeKind, u32, Dong)>,
    /// What the till must hold.
    pub cash: Dong,
    /// Everything.
    pub total: Dong,
    /// Numbers of receipts that are missing between the first and the last one: there must be none.
    pub gaps: Vec<u32>,
    /// The closings so far, newest first.
    pub closings: Vec<ClosingRow>,
    /// The closing that is shown; `None` for what is still open.
    pub closing: Option<ClosingRow>,
    /// When this was read.
    pub now: Instant,
}

impl Engine {
    /// The money of a case. That it was looked at is durable before this answers.
    ///
    /// # Errors
    /// Not found if the case is not within the officer's rights.
    pub fn money(&self, staff: &StaffRow, name: &str) -> Result<MoneyView, UseError> {
        let actor = actor_of(staff);
        let (loaded, ground) = self.readable_case(&actor, name)?;
        let case = &loaded.case;
        self.record_access(self.look(&actor, case, AccessedThing::Case, ground_name(ground)))?;
        let person = self
            .store
            .person(case.relations.applicant)?
            .ok_or(UseError::NotFound)?;
        Ok(MoneyView {
            name: case.name().to_owned(),
            procedure: self.procedure_name(procedure_of(case.version.as_str()))?,
            applicant: person.name,
            charges: charges_of(&actor, case),
            is_immediate: self.gives_at_once(&actor, case.name()).is_ok(),
            open: sum(case
                .charges
                .iter()
                .filter(|charge| charge.state.is_payable())
                .map(|charge| charge.line.due))?,
        })
    }

    /// T04 Trả kết quả ngay: takes what is still to be paid, one receipt a charge, and gives the result. Where it breaks
    /// off in between, what was taken stays taken, and a second call goes on from there.
    ///
    /// # Errors
    /// As [`Engine::act_named`].
    pub fn give_at_once(
        &self,
        actor: &Actor,
        name: &str,
        method: PaymentMethod,
        identity_checked: bool,
    ) -> Result<Acted, UseError> {
        self.gives_at_once(actor, name)?;
        if !identity_checked {
            return Err(UseError::Refused(Refusal::IdentityNotChecked));
        }
        let (loaded, _) = self.readable_case(actor, name)?;
        for (place, charge) in (0u16..).zip(&loaded.case.charges) {
            if charge.state.is_payable() {
                self.act_named(actor, name, |_| {
                    Ok(Command::TakePayment {
                        charge: place,
                        method,
                    })
                })?;
            }
        }
        self.act_named(actor, name, |_| Ok(Command::GiveImmediately { identity_checked }))
    }

    /// Whether the result may be given at once as soon as what is due is paid: the same act takes it.
    fn gives_at_once(&self, actor: &Actor, name: &str) -> Result<(), UseError> {
        match self.allows(actor, name, CommandKind::GiveImmediately) {
            Err(UseError::Refused(Refusal::FeeUnpaid)) => Ok(()),
            other => other,
        }
    }

    /// What the officer's desk took since its last closing.
    ///
    /// # Errors
    /// Denied unless the officer's office is to close the day.
    pub fn takings(&self, staff: &StaffRow) -> Result<TakingsView, UseError> {
        may_in_office(&actor_of(staff), Action::CloseDay).map_err(UseError::Denied)?;
        let rows = self.store.open_takings(&staff.agency)?;
        self.takings_view(staff, rows, None)
    }

    /// What one closing of the officer's desk closed.
    ///
    /// # Errors
    /// Denied as in [`Engine::takings`]; not found if the desk has no such closing.
    pub fn closed_takings(&self, staff: &StaffRow, sequence: u32) -> Result<TakingsView, UseError> {
        may_in_office(&actor_of(staff), Action::CloseDay).map_err(UseError::Denied)?;
        let known = self.store.closings(&staff.agency, u32::MAX)?;
        let closing = known
            .into_iter()
            .find(|closing| closing.sequence == sequence)
            .ok_or(UseError::NotFound)?;
        let rows = self.store.closed_takings(&staff.agency, sequence)?;
        self.takings_view(staff, rows, Some(closing))
    }

    /// Closes what the officer's desk took since its last closing: an act on record that nobody changes afterwards.
    ///
    /// # Errors
    /// Denied as in [`Engine::takings`]; unusable where nothing was taken, or the till holds another amount and no
    /// reason is given; changed if somebody closed first.
    pub fn close_takings(
        &self,
        staff: &StaffRow,
        counted: Dong,
        reason: &str,
    ) -> Result<ClosingRow, UseError> {
        let view = self.takings(staff)?;
        let reason = reason.trim();
        if view.rows.is_empty() {
            return Err(UseError::Unusable("takings-none"));
        }
        if counted.get() < 0 {
            return Err(UseError::Unusable("takings-counted"));
        }
        if counted != view.cash && reason.is_empty() {
            return Err(UseError::Unusable("takings-difference"));
        }
        let closing = ClosingRow {
            desk: staff.agency.clone(),
            sequence: view.closings.first().map_or(1, |last| last.sequence + 1),
            at: view.now,
            officer: staff.id,
            cash: view.cash,
            counted,
            total: view.total,
            entries: u32::try_from(view.rows.len()).unwrap_or(u32::MAX),
            reason: reason.to_owned(),
        };
        let closed = view.rows.iter().map(|(row, _)| (row.case, row.event)).collect();
        self.store.commit(Changes {
            rows: vec![Row::Closing(closing.clone(), closed)],
            ..Changes::default()
        })?;
        Ok(closing)
    }

    fn takings_view(
        &self,
        staff: &StaffRow,
        rows: Vec<(TakingRow, String)>,
        closing: Option<ClosingRow>,
    ) -> Result<TakingsView, UseError> {
        let now = self.clock.now();
        let amounts = |keep: &dyn Fn(&TakingRow) -> bool| {
            let kept: Vec<_> = rows.iter().filter(|(row, _)| keep(row)).collect();
            let count = u32::try_from(kept.len()).unwrap_or(u32::MAX);
            sum(kept.iter().map(|(row, _)| row.amount)).map(|amount| (count, amount))
        };
        let mut by_method = Vec::new();
        for method in PaymentMethod::ALL {
            let (count, amount) = amounts(&|row| row.method == method)?;
            by_method.push((method, count, amount));
        }
        let mut by_kind = Vec::new();
        for kind in ChargeKind::ALL {
            let (count, amount) = amounts(&|row| row.kind == kind)?;
            if count > 0 {
                by_kind.push((kind, count, amount));
            }
        }
        let (_, cash) = amounts(&|row| row.method == PaymentMethod::Cash)?;
        let (_, total) = amounts(&|_| true)?;
        Ok(TakingsView {
            desk: staff.agency.clone(),
            desk_name: self.city.centre_name(&staff.agency, now.day()),
            gaps: gaps(&rows),
            rows,
            by_method,
            by_kind,
            cash,
            total,
            closings: self.store.closings(&staff.agency, CLOSINGS_SHOWN)?,
            closing,
            now,
        })
    }
}

fn charges_of(actor: &Actor, case: &Case) -> Vec<ChargeView> {
    let may_do = |kind: &CommandKind| may(actor, Action::Act(*kind), &case.relations).is_ok();
    (0u16..)
        .zip(&case.charges)
        .map(|(place, charge)| ChargeView {
            place,
            acts: ACTS
                .into_iter()
                .filter(|kind| may_do(kind) && charge.admits(*kind))
                .collect(),
            charge: charge.clone(),
        })
        .collect()
}

/// A sum of money too great for a number is a fault of the machine, not of a desk.
fn sum(amounts: impl IntoIterator<Item = Dong>) -> Result<Dong, UseError> {
    Dong::checked_sum(amounts).ok_or_else(|| UseError::Failed("a sum of money overflows".to_owned()))
}

/// Numbers missing between the first and the last receipt of each year.
fn gaps(rows: &[(TakingRow, String)]) -> Vec<u32> {
    let mut given: Vec<(i16, u32)> = rows
        .iter()
        .filter(|(row, _)| row.amount.get() > 0)
        .map(|(row, _)| (row.year, row.receipt))
        .collect();
    given.sort_unstable();
    given
        .iter()
        .zip(given.iter().skip(1))
        .filter(|((year, _), (next, _))| year == next)
        .flat_map(|((_, number), (_, next))| number.saturating_add(1)..*next)
        .collect()
}
