//! The portal's first page.

use motcua_domain::case::Step;
use motcua_domain::time::Instant;

use super::procedure::ProcedureView;
use super::shared::{Bilingual, DueView};

/// What the first page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct HomeView {
    /// The applicant's cases, the one that needs them first; at most two.
    pub mine: Vec<MyCase>,
    /// How many they have in all.
    pub mine_count: u32,
    /// Procedures that many people need.
    pub popular: Vec<ProcedureView>,
    /// How many procedures can be found.
    pub procedure_count: usize,
    /// How many notices wait unread or recent.
    pub drafts: usize,
}

/// A case in the applicant's own list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MyCase {
    /// Number, or reference before acceptance.
    pub name: String,
    /// The procedure.
    pub procedure: Bilingual,
    /// Where it is.
    pub step: Step,
    /// Whether it waits for the applicant.
    pub is_your_turn: bool,
    /// When it was sent.
    pub sent_at: Instant,
    /// When the city must have acted.
    pub due: Option<DueView>,
}
