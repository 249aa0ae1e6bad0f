//! The sandbox's own chance: secrets of its invented world, drawn from the operating system.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// The operating system gave no randomness; nothing safe can be done without it.
#[derive(Debug, thiserror::Error)]
#[error("the operating system gave no randomness: {0}")]
pub struct ChanceError(getrandom::Error);

/// Thirty-two random bytes: a key, or the body of an opaque token.
pub(crate) fn bytes() -> Result<[u8; 32], ChanceError> {
    let mut bytes = [0; 32];
    #[expect(
        clippy::disallowed_methods,
        reason = "the sandbox stands outside the system and may draw chance"
    )]
    getrandom::fill(&mut bytes).map_err(ChanceError)?;
    Ok(bytes)
}

/// An unguessable name of 256 bits, safe in a URL.
pub(crate) fn token() -> Result<String, ChanceError> {
    Ok(URL_SAFE_NO_PAD.encode(bytes()?))
}
