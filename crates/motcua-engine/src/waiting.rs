//! For whose act a case waits (việc chờ xử lý): the rule behind "my work".
//!
//! A case is somebody's work where an act of one of their offices can bring it on, and nobody else's before them is
//! due first. Reading a case is no work, so an office that only reads has none. Sources: the tables of moves and
//! of rights, `domain.md` 3.3 and 2.3.

use motcua_domain::access::Role;
use motcua_domain::case::Step;

#[cfg(test)]
mod tests;

/// One way for a case to wait for an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// At any of these steps.
    pub steps: &'static [Step],
    /// With what mark.
    pub mark: Mark,
    /// Whether it must lie in the person's own hands: what was given to a colleague waits for the colleague.
    pub in_own_hands: bool,
}

/// What beside its step makes a case wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Nothing more.
    None,
    /// The applicant has answered a supplement, and the desk must look (T13).
    SupplementAnswered,
    /// The applicant asked to withdraw, and the agency must decide (T17).
    WithdrawalAsked,
    /// No request to withdraw stands in the way.
    NoWithdrawalAsked,
}

/// Every step at which a request to withdraw may wait: the matter has begun and is not decided (T17).
const BEING_RESOLVED: &[Step] = &[
    Step::Accepted,
    Step::HandedOver,
    Step::Appraisal,
    Step::SupplementAfterAppraisal,
    Step::FinancialDuty,
    Step::DivisionReview,
    Step::LeaderSigning,
    Step::ClerkIssuing,
];

const fn at(steps: &'static [Step], mark: Mark) -> Wait {
    Wait {
        steps,
        mark,
        in_own_hands: false,
    }
}

const WITHDRAWAL: Wait = at(BEING_RESOLVED, Mark::WithdrawalAsked);

/// How cases come to wait for an office; nothing for an office that has no act of its own.
pub fn waits_for(role: Role) -> Vec<Wait> {
    match role {
        Role::ReceivingOfficer => vec![
            at(&[Step::Sent, Step::Accepted], Mark::None),
            at(&[Step::SupplementAfterAppraisal], Mark::SupplementAnswered),
        ],
        Role::DivisionHead => vec![
            at(&[Step::HandedOver, Step::DivisionReview], Mark::None),
            WITHDRAWAL,
        ],
        Role::Specialist => vec![Wait {
            in_own_hands: true,
            ..at(&[Step::Appraisal, Step::Correcting], Mark::None)
        }],
        Role::Head => vec![at(&[Step::LeaderSigning], Mark::None), WITHDRAWAL],
        // Nothing is issued while the agency has yet to decide about a withdrawal.
        Role::Clerk => vec![at(&[Step::ClerkIssuing], Mark::NoWithdrawalAsked)],
        Role::ReturningOfficer => vec![at(&[Step::Ready], Mark::None)],
        Role::FinanceOfficer
        | Role::CentreDirector
        | Role::CatalogueAdmin
        | Role::TechnicalAdmin
        | Role::Watcher => Vec::new(),
    }
}
