//! The frame of the office's pages: where somebody is, and the ways that their office has.

use motcua_domain::access::{Action, may_in_office, scope};
use motcua_engine::engine::{Engine, UseError, actor_of};
use motcua_engine::rows::StaffRow;

use crate::edge::{Officer, Problem, Visitor};
use crate::page::{NavLink, Office, Page};
use crate::words::pick;

/// Where in the office a page belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The inbox and everything under it.
    Desk,
    /// Receiving people and what the post brought.
    Counter,
    /// The desk's takings.
    Takings,
    /// The head's desk.
    Head,
    /// The register.
    Register,
    /// Accounts.
    Staff,
    /// What the catalogue leaves open.
    Catalogue,
    /// The calendar of days off and worked.
    Calendar,
    /// Nowhere in particular: a problem.
    Nowhere,
}

/// The header of an office page: only the ways that exist for this member of staff.
pub fn frame_of(visitor: &Visitor, staff: &StaffRow, place: Place) -> Office {
    let t = visitor.t();
    let actor = actor_of(staff);
    let mut nav = vec![(Place::Desk, "/desk", t.office_nav_desk())];
    if may_in_office(&actor, Action::ReceiveAtDesk).is_ok() {
        nav.push((Place::Counter, "/desk/counter", t.counter_nav()));
    }
    if may_in_office(&actor, Action::CloseDay).is_ok() {
        nav.push((Place::Takings, "/desk/takings", t.counter_nav_takings()));
    }
    if may_in_office(&actor, Action::ReadReports).is_ok() {
        nav.push((Place::Head, "/desk/head", t.report_nav_head()));
    }
    if !scope(&actor, Action::ReadCase).clauses().is_empty() {
        nav.push((Place::Register, "/desk/register", t.report_nav_register()));
    }
    if may_in_office(&actor, Action::ManageStaff).is_ok() {
        nav.push((Place::Staff, "/desk/staff", t.office_nav_staff()));
    }
    if may_in_office(&actor, Action::ManageCatalogue).is_ok() {
        nav.push((Place::Catalogue, "/desk/catalogue", t.office_nav_catalogue()));
    }
    if may_in_office(&actor, Action::ManageUnits).is_ok()
        || may_in_office(&actor, Action::ApproveChange).is_ok()
    {
        nav.push((Place::Calendar, "/desk/calendar", t.calendar_nav()));
    }
    let agency = visitor.edge.engine().city().unit_name(&staff.agency);
    Office {
        unit: pick(&agency, visitor.lang).to_owned(),
        nav: nav
            .into_iter()
            .map(|(at, href, words)| NavLink {
                href: href.to_owned(),
                words,
                current: at == place,
            })
            .collect(),
        searched: String::new(),
    }
}

impl Officer {
    /// A page of the office for this member of staff.
    pub fn page(&self, title: impl Into<String>, place: Place) -> Page {
        let mut page = self.visitor.page(title);
        page.office = Some(frame_of(&self.visitor, &self.staff, place));
        page
    }

    /// Asks the engine on a blocking thread, in the name of this member of staff.
    ///
    /// # Errors
    /// The engine's answer as a page.
    pub async fn ask<T, F>(&self, question: F) -> Result<T, Problem>
    where
        T: Send + 'static,
        F: FnOnce(&Engine, &StaffRow) -> Result<T, UseError> + Send + 'static,
    {
        let staff = self.staff.clone();
        let answer = self
            .visitor
            .edge
            .ask(move |parts| question(&parts.engine, &staff))
            .await;
        answer.map_err(|error| self.visitor.problem(error))
    }
}
