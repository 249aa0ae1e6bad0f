//! Pure rules of the one-stop shop (bộ phận một cửa): no I/O, no waiting, no clock, no chance.
//!
//! Everything here is a function of state, command, time and calendar. If a rule needs the database
//! or the clock to be tested, it is in the wrong room.

pub mod access;
pub mod bilingual;
pub mod calendar;
pub mod case;
pub mod catalogue;
pub mod channel;
pub mod form;
pub mod id;
pub mod money;
pub mod person;
pub mod report;
pub mod time;
pub mod unit;
