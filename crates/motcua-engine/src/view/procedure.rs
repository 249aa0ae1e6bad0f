//! A procedure, as residents read it.

use motcua_domain::channel::Channel;
use motcua_domain::money::Dong;
use motcua_domain::time::TimeLimit;

use motcua_domain::bilingual::Bilingual;

/// A procedure with what the first screen must answer.
#[derive(Clone, Debug, PartialEq)]
pub struct ProcedureView {
    /// Code.
    pub code: String,
    /// Name.
    pub name: Bilingual,
    /// Field, in Vietnamese.
    pub field: String,
    /// Who publishes it and by which decision.
    pub decision: String,
    /// Who may apply, in Vietnamese.
    pub audience: Vec<String>,
    /// Limits and fees by channel.
    pub channels: Vec<ChannelView>,
    /// The city's promise for online filing, where it makes one.
    pub promise: Option<TimeLimit>,
    /// What must be given.
    pub need: Vec<RequirementView>,
    /// The steps, in the words of the record.
    pub steps: Vec<String>,
    /// Conditions, in the words of the record.
    pub conditions: Vec<String>,
    /// Results.
    pub outcomes: Vec<Bilingual>,
    /// The field as it is shown; `field` is its Vietnamese name, by which lists are narrowed.
    pub field_name: Bilingual,
    /// Whether what it costs waits for a person's confirmation, though the rest of the figures does not.
    pub is_fee_unconfirmed: bool,
    /// Legal bases: number and title.
    pub legal_bases: Vec<(String, String)>,
    /// Whether it can be filed here.
    pub can_file_here: bool,
    /// Whether figures on this page wait for a person's confirmation.
    pub is_unconfirmed: bool,
    /// The agencies that decide it, in Vietnamese.
    pub agencies: Vec<String>,
}

/// Limit and fee of one channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChannelView {
    /// The channel.
    pub channel: Channel,
    /// Limit by law.
    pub limit: TimeLimit,
    /// Fee; `None` where the record gives none.
    pub fee: Option<Dong>,
    /// The record's note.
    pub note: String,
}

/// A paper that is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequirementView {
    /// Stable name.
    pub name: String,
    /// What it is.
    pub label: Bilingual,
    /// Originals wanted.
    pub originals: u32,
    /// Copies wanted.
    pub copies: u32,
    /// Whether it must be given with every filing.
    pub is_required: bool,
    /// For whom it is, where not everybody needs it.
    pub only_for: Option<Bilingual>,
}

/// The result of a search.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchView {
    /// What was asked.
    pub text: String,
    /// What was found, best first.
    pub found: Vec<ProcedureView>,
    /// Whether more match than are shown.
    pub has_more: bool,
    /// The text as it was read, if slips of the keyboard were repaired.
    pub read_as: Option<String>,
    /// Words that might have been meant, when nothing was found.
    pub suggestions: Vec<String>,
}
