//! What a provider announces besides what the library reads.

use openidconnect::AdditionalProviderMetadata;
use serde::{Deserialize, Serialize};

/// Further metadata of a provider.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(super) struct Announced {
    /// Whether the provider names itself in every return (RFC 9207 3).
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

impl AdditionalProviderMetadata for Announced {}

impl Announced {
    /// Whether a return without the provider's name is none of the provider's.
    pub(super) const fn names_itself(&self) -> bool {
        self.authorization_response_iss_parameter_supported
    }
}
