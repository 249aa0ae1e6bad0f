//! The ports: what the engine needs of the world, as traits. Synchronous; no port is called inside a
//! transaction.

mod desk;
mod identity;
mod papers;
mod pass;
mod report;
mod store;
mod world;

pub use desk::{DeskStore, FoundCases, PersonKey, TimeOpen};
pub use identity::{
    CeremonyBegun, IdentityFault, PasskeyCeremonies, ResidentSignIn, SignInBegun, SignInReturn,
};
pub use papers::{
    Confirmation, HandoverLine, Letter, Letters, OutcomeFacts, PaperFacts, PaperKind, PaperOrder, PaperPress,
    PressError, StepEnd, SupplementFacts,
};
pub use pass::PassStore;
pub use report::{AtRisk, Horizon, RegisterPart, ReportStore, Tally};
pub use store::{
    CaseFilter, CaseQuery, CaseStore, CatalogueStore, CommitError, Committed, Cursor, DraftStore, MoneyStore,
    Order, OutboxItem, OutboxStore, PeopleStore, SessionStore, Store, StoreError, Swept, Timing,
};
pub use world::{
    Chance, Clock, FileStore, FileStoreError, InspectError, Inspected, Inspector, Mail, MailError, Mailer,
    NoRegisters, Registers, Wake,
};
