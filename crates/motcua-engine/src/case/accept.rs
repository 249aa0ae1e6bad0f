//! Accepting a case (tiếp nhận): the law in force now is pinned on it, and its number, Form 01 and legal limit begin.

use motcua_domain::access::Actor;
use motcua_domain::case::{Case, ChargeLine, Command, Rules, Step};
use motcua_domain::catalogue::{FeeQuestion, charges_of};
use motcua_domain::channel::Channel;
use motcua_domain::form::Answers;
use motcua_domain::id::FormId;
use motcua_domain::time::TimeLimit;

use super::act::{Act, Acted};
use crate::city::CityProcedure;
use crate::engine::{Engine, UseError};
use crate::filing::{QUANTITY, VARIANT, text_of};
use crate::rows::procedure_of;

impl Engine {
    /// What an applicant owes who files a procedure this way today.
    pub fn charges_for(&self, procedure: &CityProcedure, channel: Channel) -> Vec<ChargeLine> {
        self.charges_of_answers(procedure, channel, &Answers::new())
    }

    /// What is owed for what these answers say at the counter: the case variant, and how many pages or copies.
    pub(crate) fn charges_of_answers(
        &self,
        procedure: &CityProcedure,
        channel: Channel,
        answers: &Answers,
    ) -> Vec<ChargeLine> {
        let chosen = text_of(answers, VARIANT).filter(|variant| !variant.is_empty());
        // The record's charges name a variant in its own words, the answers by its code.
        let in_words = chosen.and_then(|code| {
            let variants = &procedure.version.variants;
            variants
                .iter()
                .find(|variant| variant.code.as_deref() == Some(code))
                .map(|variant| variant.name.as_str())
        });
        let question = FeeQuestion {
            channel,
            variant: in_words.or(chosen),
            groups: &[],
            day: self.clock.now().day(),
            quantity: text_of(answers, QUANTITY)
                .and_then(|typed| typed.trim().parse().ok())
                .unwrap_or(1),
        };
        charges_of(&procedure.version, &question, &self.city.fee_overlays)
    }

    /// The law that a case pins when it is accepted now: the procedure as it is, counted by the calendar with every
    /// decision so far; `limit` where the case variant has one of its own.
    pub(crate) fn rules_now(
        &self,
        procedure: &CityProcedure,
        channel: Channel,
        form: FormId,
        charges: Vec<ChargeLine>,
        limit: Option<TimeLimit>,
    ) -> Rules {
        let mut rules = procedure.rules(channel, form, self.calendars().id.clone(), charges);
        if let Some(limit) = limit {
            rules.limit = limit;
        }
        rules
    }

    /// Accepts a case under the rules that its procedure has now, with the form version that was answered; where the
    /// procedure wants its fee first, asks for the fee.
    ///
    /// # Errors
    /// As [`Engine::act_named`]; not found too if the city no longer knows the procedure.
    pub fn accept(&self, actor: &Actor, name: &str) -> Result<Acted, UseError> {
        let row = self.visible_case(actor, name)?;
        let loaded = self.load_case(row.id)?;
        let case = &loaded.case;
        let (form, answers) = self.store.answers(case.answers)?.ok_or(UseError::NotFound)?;
        let procedure = self
            .city
            .procedure(procedure_of(case.version.as_str()))
            .ok_or(UseError::NotFound)?;
        let charges = self.charges_of_answers(procedure, case.channel, &crate::filing::decode(&answers)?);
        let limit = self
            .variant_of(case)?
            .and_then(|variant| procedure.variant_limit(&variant.name));
        let rules = self.rules_now(procedure, case.channel, FormId::new(form), charges, limit);
        let command = accepting(case, rules);
        self.act_on(
            actor,
            loaded,
            Act {
                command,
                rows: Vec::new(),
                idempotency: None,
            },
        )
    }
}

fn accepting(case: &Case, rules: Rules) -> Command {
    if rules.owes_first() && case.step == Step::Sent {
        Command::AskFee {
            rules: Box::new(rules),
        }
    } else {
        Command::Accept { rules }
    }
}
