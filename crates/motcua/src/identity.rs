//! The gateways of identity, made from origins and configuration.

use std::sync::Arc;

use motcua_engine::ports::PasskeyCeremonies;
use motcua_gateways::identity::passkey::{Passkeys, PasskeysConfig};
use motcua_web::edge::Origins;

use crate::fault::Fault;

/// Passkeys bound to the staff's origin.
///
/// # Errors
/// An origin that cannot carry passkeys: neither `https` nor `localhost`.
pub(crate) fn passkeys(origins: &Origins, name: &str) -> Result<Arc<dyn PasskeyCeremonies>, Fault> {
    let origin = url::Url::parse(&origins.staff)
        .map_err(|error| Fault::new(format!("the staff's origin {}: {error}", origins.staff)))?;
    let config = PasskeysConfig {
        relying_party_id: origin.host_str().unwrap_or_default().to_owned(),
        origin,
        name: name.to_owned(),
    };
    Ok(Arc::new(
        Passkeys::new(&config).map_err(|error| Fault::new(error.to_string()))?,
    ))
}
