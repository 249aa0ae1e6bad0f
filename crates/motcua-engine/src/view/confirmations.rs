//! What the catalogue leaves to people, for whoever settles it.

use motcua_domain::access::{Action, Actor, may_in_office};

use crate::engine::{Engine, UseError};
use crate::rows::ConfirmationRow;

/// A page of what people must settle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfirmationsView {
    /// The items, by procedure code.
    pub items: Vec<ConfirmationRow>,
    /// The last code of this page, where more follow.
    pub next: Option<String>,
}

impl Engine {
    /// What people must settle, by procedure code, after `after_code`; about `limit` items. The store's page begins
    /// after a code, so a page never ends within a procedure.
    ///
    /// # Errors
    /// Denied unless the actor's office is to manage the catalogue.
    pub fn confirmations(
        &self,
        actor: &Actor,
        after_code: &str,
        limit: u32,
    ) -> Result<ConfirmationsView, UseError> {
        may_in_office(actor, Action::ManageCatalogue).map_err(UseError::Denied)?;
        let mut items = self.store.confirmations(after_code, limit.saturating_add(1))?;
        let last = items.last().map(|item| item.code.clone());
        if items.len() <= limit as usize {
            return Ok(ConfirmationsView { items, next: None });
        }
        // The last procedure may be cut: it opens the next page, unless it is all that this page has.
        let has_others = items.first().map(|item| &item.code) != last.as_ref();
        if has_others {
            items.retain(|item| Some(&item.code) != last.as_ref());
        }
        let next = items.last().map(|item| item.code.clone());
        Ok(ConfirmationsView { items, next })
    }
}
