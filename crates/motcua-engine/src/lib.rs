//! What the system does: one file a use case, and the ports it needs.
//!
//! A use case is: load, find out which facts are missing, decide, commit. Everything here is synchronous and
//! deterministic given the ports.

pub mod calendar;
pub mod case;
pub mod changes;
pub mod city;
pub mod desk;
pub mod engine;
pub mod filing;
pub mod health;
pub mod money;
pub mod ports;
pub mod rows;
pub mod search;
pub mod session;
pub mod staffing;
pub mod token;
pub mod view;
pub mod waiting;
pub mod worker;
