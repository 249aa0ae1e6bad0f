//! Search of procedures (tra cứu thủ tục hành chính): what a resident types, and what it means.
//!
//! Everything here is pure: folding of Vietnamese text, slips of the keyboard, everyday words, and
//! the ranking rules. The index itself, an own SQLite file, is `motcua-store`'s; it implements
//! [`ProcedureSearch`]. The path of one query is: [`plan::plan`] reads the text into a few
//! [`plan::Reading`]s → the index fetches candidates for each → [`rank::score`] orders them.

pub mod fold;
pub mod plan;
pub mod rank;
mod slips;
#[cfg(test)]
mod tests;
mod types;
pub mod vocabulary;
pub mod words;

pub use fold::{FOLD_VERSION, fold, fold_keep_tones};
pub use types::{
    Audience, Audiences, Hit, Level, Levels, ProcedureSearch, SearchError, SearchQuery, SearchRecord,
    SearchResults, Standing, Why, popularity,
};
pub use words::{Words, WordsError};
