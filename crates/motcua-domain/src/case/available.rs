//! What can be done now, by whom, and why not: one answer for buttons, the API and the tests.

use super::command::CommandKind;
use super::decide::{Context, guard};
use super::refusal::Refusal;
use super::state::Case;
use crate::access::{Action, Actor, Denied, may};

/// A command kind and whether it can be carried out now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Availability {
    /// The command.
    pub kind: CommandKind,
    /// `Ok`, or why not now.
    pub verdict: Result<(), NotNow>,
}

/// Why a command cannot be carried out now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotNow {
    /// The actor has no right to it.
    Denied(Denied),
    /// The law of the case says no.
    Refused(Refusal),
}

/// Every command that the actor's rights reach on this case, with the verdict of the law. Commands that are
/// not theirs at all are left out: a page does not show other people's buttons.
pub fn available(case: &Case, actor: &Actor, context: &Context<'_>) -> Vec<Availability> {
    CommandKind::ALL
        .into_iter()
        .filter_map(|kind| {
            let verdict = match may(actor, Action::Act(kind), &case.relations) {
                Err(Denied::NotYourOffice) => return None,
                Err(denied) => Err(NotNow::Denied(denied)),
                Ok(_) => guard(case, kind, context).map_err(NotNow::Refused),
            };
            Some(Availability { kind, verdict })
        })
        .collect()
}
