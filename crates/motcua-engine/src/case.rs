//! Use cases of a case: one file each, on one common path (`act`).

mod act;
mod codec;
mod consequence;
mod load;

pub use act::{Acted, Act, Words};
pub use codec::{CodecError, decode, encode};
pub use consequence::{Consequence, consequences};
pub use load::LoadedCase;
