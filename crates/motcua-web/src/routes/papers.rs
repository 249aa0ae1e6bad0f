//! The routes of the papers' origin: originals as attachments, opened by a one-time address and no cookie.

use super::Site;
use super::Who::Anyone;
use crate::papers;

pub(super) fn site() -> Site {
    Site::new("papers").get("/{ticket}", Anyone, papers::download)
}
