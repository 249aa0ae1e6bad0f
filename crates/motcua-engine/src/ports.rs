//! The ports: what the engine needs of the world, as traits. Synchronous; no port is called inside a
//! transaction.

mod store;
mod world;

pub use store::{
    CaseQuery, CaseStore, CatalogueStore, CommitError, Committed, Cursor, DraftStore, OutboxItem, OutboxStore,
    PeopleStore, SessionStore, Store, StoreError, Timing,
};
pub use world::{Chance, Clock, FileStore, FileStoreError, Mail, MailError, Mailer, Wake};
