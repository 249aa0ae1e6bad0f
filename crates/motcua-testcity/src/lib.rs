//! A city for tests through the front door: people are actors ([`Resident`], [`Officer`]), the clock is moved by
//! hand, chance is seeded, letters are caught and papers printed by a press that only remembers them.
//!
//! The world is false only at its edge. Everything between is the product itself: engine, rules, and the store on
//! SQLite in memory. When a [`TestCity`] is dropped, what must always be true of a city is looked at ([`audit`]):
//! nothing waits in the outbox, every case is what its log tells, and no log, letter or access record names anybody.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a harness for tests: what a story needs must be there, and a broken story says at which line"
)]

mod audit;
mod city;
mod facts;
mod nobody;
mod officer;
mod resident;
mod world;

pub use city::{BEES, BIRTH, HAI_CHAU, HOA_CUONG, Named, TestCity};
pub use facts::{bees, day_off, facts};
pub use nobody::Nobody;
pub use officer::{Office, Officer, request};
pub use resident::Resident;
pub use world::{CaughtLetters, HandClock, PaperTray, SeededChance};
