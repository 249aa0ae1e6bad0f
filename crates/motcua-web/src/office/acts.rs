//! Acts of the office on a case, a file for each group. An act that needs words has a page of its own, and nothing
//! opens over another page. After an act the next case opens, with a line that says what was done.

pub mod assigning;
pub mod examining;
pub mod intake;
pub mod outcome;
mod reason;
pub mod selected;
pub mod sheet;
pub mod supplement;
pub mod withdrawal;

use axum::extract::Path;
use axum::response::Response;
use motcua_domain::access::Actor;
use motcua_domain::case::{Case, CaseNumber, CommandKind, SendingReference};
use motcua_engine::case::Acted;
use motcua_engine::engine::{Engine, UseError, actor_of};
use motcua_engine::rows::StaffRow;
use motcua_engine::view::{Queue, reaches};
use motcua_text::Text;
use url::form_urlencoded;

use super::Given;
use crate::components::Tone;
use crate::edge::{Officer, Problem};
use crate::pages::see;
use crate::words;

/// The line that says what was just done, and leads back to it.
pub struct Done {
    /// How it went.
    pub tone: Tone,
    /// What was done.
    pub words: String,
    /// What else there is to know; empty for nothing.
    pub rest: String,
    /// The case, to look at again.
    pub href: Option<String>,
}

impl Done {
    /// Reads it from the address to which an act led. An address is anybody's to write, so only an act and the number
    /// of a case are taken from it, and no words.
    pub fn of(t: &Text, asked: &Given) -> Option<Self> {
        let done = asked.text("done");
        if done == "selected" {
            return selected::done(t, asked);
        }
        let kind = CommandKind::from_name(done)?;
        let case = case_name(asked.text("of"))?;
        let args = [("case", case.as_str())];
        Some(Self {
            tone: Tone::Jade,
            words: t.find(&format!("office-done-{}", kind.name()), &args)?,
            rest: String::new(),
            href: Some(format!("/desk/cases/{case}")),
        })
    }
}

fn case_name(text: &str) -> Option<String> {
    let number = CaseNumber::parse(text).map(|number| number.as_str().to_owned());
    number.or_else(|| SendingReference::parse(text).map(|reference| reference.as_str().to_owned()))
}

/// What can be done with several cases at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Handing over.
    pub can_hand_over: bool,
    /// Those to whom cases can be given, by id.
    pub specialists: Vec<(String, String)>,
}

impl Selection {
    /// What this member of staff can do with several cases.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn of(engine: &Engine, staff: &StaffRow) -> Result<Self, UseError> {
        let specialists = engine.own_specialists(staff)?;
        Ok(Self {
            can_hand_over: reaches(staff, CommandKind::HandOver),
            specialists: specialists
                .into_iter()
                .map(|(id, name)| (id.to_string(), name))
                .collect(),
        })
    }

    /// Whether there is nothing.
    pub const fn is_empty(&self) -> bool {
        !self.can_hand_over && self.specialists.is_empty()
    }
}

/// An act under way: whose, on which case, in which queue they work.
pub struct Acting {
    officer: Officer,
    name: String,
    queue: Queue,
    stays: bool,
}

impl Acting {
    /// An act on the case that the address names.
    pub fn new(officer: Officer, Path(name): Path<String>, given: &Given) -> Self {
        Self {
            officer,
            name,
            queue: Queue::from_name(given.text("queue")).unwrap_or(Queue::Mine),
            stays: false,
        }
    }

    /// The same, leading back to its own case: something there is still to be done.
    #[must_use]
    pub const fn staying(mut self) -> Self {
        self.stays = true;
        self
    }

    /// Carries it out and leads to the next case of the queue.
    ///
    /// # Errors
    /// The engine's answer as a page: a refusal says which rule and what to do.
    pub async fn carry_out<F>(self, kind: CommandKind, act: F) -> Result<Response, Problem>
    where
        F: FnOnce(&Engine, &Actor, &str) -> Result<Acted, UseError> + Send + 'static,
    {
        let done = self
            .attempt(act)
            .await
            .map_err(|(officer, error)| officer.visitor.problem(error))?;
        Ok(see(&done.address(kind)))
    }

    /// The same where the page itself answers some refusals.
    pub(super) async fn attempt<F>(self, act: F) -> Result<Carried, (Officer, UseError)>
    where
        F: FnOnce(&Engine, &Actor, &str) -> Result<Acted, UseError> + Send + 'static,
    {
        let Self {
            officer,
            name,
            queue,
            stays,
        } = self;
        let staff = officer.staff.clone();
        let carried = officer.visitor.edge.ask(move |parts| {
            let engine = &parts.engine;
            let next = if stays {
                Some(name.clone())
            } else {
                engine.next_case(&staff, queue, &name)?
            };
            let acted = act(engine, &actor_of(&staff), &name)?;
            let of = name_of(&acted.case);
            Ok(Carried { queue, next, of })
        });
        carried.await.map_err(|error| (officer, error))
    }
}

/// Asks whether an act has a place now, before its page is shown.
pub(super) async fn allowed(officer: &Officer, name: &str, kind: CommandKind) -> Result<(), Problem> {
    let name = name.to_owned();
    officer
        .ask(move |engine, staff| engine.allows(&actor_of(staff), &name, kind))
        .await
}

/// What follows an act.
pub(super) struct Carried {
    queue: Queue,
    next: Option<String>,
    of: String,
}

impl Carried {
    fn address(&self, kind: CommandKind) -> String {
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("queue", self.queue.name())
            .append_pair("done", kind.name())
            .append_pair("of", &self.of)
            .finish();
        match &self.next {
            Some(next) => format!("/desk/cases/{next}?{query}"),
            None => format!("/desk?{query}"),
        }
    }
}

/// How people call the case now.
fn name_of(case: &Case) -> String {
    match &case.number {
        Some(number) => number.as_str().to_owned(),
        None => case.reference.as_str().to_owned(),
    }
}

/// The words on the button of an act.
pub fn act_words(t: &Text, kind: CommandKind) -> String {
    words::say(t, &format!("office-act-{}", kind.name()))
}

#[cfg(test)]
mod tests;
