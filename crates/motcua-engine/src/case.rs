//! Use cases of a case: one file each, on one common path (`act`).

mod accept;
mod act;
mod codec;
mod consequence;
mod fit;
mod load;
mod named;

pub use act::{Act, Acted, Words};
pub(crate) use act::{author, ground_name};
pub use codec::{CodecError, decode, encode};
pub(crate) use codec::{from_wire, to_wire};
pub use consequence::{Consequence, consequences};
pub use load::LoadedCase;
pub use named::Wording;
