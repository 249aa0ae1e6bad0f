//! Building the procedure page and the search page.

use std::sync::Arc;

use motcua_domain::bilingual::Bilingual;
use motcua_domain::case::Case;
use motcua_domain::catalogue::{ChannelEntry, Money, ProcedureVersion};
use motcua_domain::form::FormVersion;
use motcua_domain::time::TimeLimit;

use super::procedure::{ChannelView, ProcedureView, RequirementView, SearchView};
use crate::city::{CasePaper, CityProcedure, VariantOffer};
use crate::engine::{Engine, UseError};
use crate::filing::FeeView;
use crate::search::SearchQuery;

impl Engine {
    /// The name of a procedure; its code where nobody knows it.
    pub(crate) fn procedure_name(&self, code: &str) -> Result<Bilingual, UseError> {
        if let Some(procedure) = self.city.procedure(code) {
            return Ok(name_of(&procedure.version));
        }
        let version = self.procedures.version(code)?;
        Ok(version.map_or_else(|| Bilingual::new(code, code), |version| name_of(&version)))
    }

    /// The form version that a case's answers were given to.
    pub(crate) fn form_of(&self, case: &Case) -> Result<Option<Arc<FormVersion>>, UseError> {
        let form = self.store.answers(case.answers)?.map(|(form, _)| form);
        Ok(form.and_then(|form| self.city.form(&form)))
    }

    /// A procedure, as residents read it.
    ///
    /// # Errors
    /// Not found if no public procedure has this code.
    pub fn procedure(&self, code: &str) -> Result<ProcedureView, UseError> {
        if let Some(procedure) = self.city.procedure(code) {
            return Ok(self.city_procedure_view(procedure));
        }
        let version = self
            .procedures
            .version(code)?
            .filter(|version| version.is_public());
        version
            .map(|version| catalogue_view(&version))
            .ok_or(UseError::NotFound)
    }

    /// Searches procedures the way people say what they need.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn search(&self, query: &SearchQuery) -> Result<SearchView, UseError> {
        let results = self.search.search(query)?;
        let mut found = Vec::new();
        for hit in &results.hits {
            match self.procedure(&hit.code) {
                Ok(offer) => found.push(offer),
                // The index may know a procedure that an import has hidden since.
                Err(UseError::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(SearchView {
            text: query.text.clone(),
            found,
            has_more: results.more,
            read_as: results.read_as,
            suggestions: results.suggestions,
        })
    }

    pub(super) fn city_procedure_view(&self, procedure: &CityProcedure) -> ProcedureView {
        let mut view = catalogue_view(&procedure.version);
        let today = self.clock.now().day();
        let form = self.city.form_for(procedure, today);
        view.can_file_here = form.is_some() && !matches!(procedure.limit(ONLINE), TimeLimit::Unparsed(_));
        view.promise.clone_from(&procedure.promise);
        view.is_unconfirmed = false;
        view.is_fee_unconfirmed = FeeView::of(procedure, &self.charges_for(procedure, ONLINE)).is_unconfirmed;
        view.outcomes.clone_from(&procedure.outcomes);
        view.field_name.clone_from(&procedure.field);
        view.need = procedure
            .papers
            .iter()
            .map(|paper| RequirementView {
                name: paper.name.clone(),
                label: paper.label.clone(),
                originals: paper.originals,
                copies: paper.copies,
                is_required: paper.is_required && paper.variants.is_empty() && paper.grounds.is_empty(),
                only_for: paper.only_for.clone().or_else(|| only_for(procedure, paper)),
            })
            .collect();
        view
    }
}

const ONLINE: motcua_domain::channel::Channel = motcua_domain::channel::Channel::Online;

/// The cases that a paper belongs to, in words.
fn only_for(procedure: &CityProcedure, paper: &CasePaper) -> Option<Bilingual> {
    let of = |variant: &&VariantOffer| paper.variants.contains(&variant.name);
    let labels: Vec<&Bilingual> = procedure
        .variants
        .iter()
        .filter(of)
        .map(|variant| &variant.label)
        .collect();
    let join = |words: Vec<&str>| words.join("; ");
    (!labels.is_empty()).then(|| {
        Bilingual::new(
            join(labels.iter().map(|label| label.vi.as_str()).collect()),
            join(labels.iter().map(|label| label.en.as_str()).collect()),
        )
    })
}

fn name_of(version: &ProcedureVersion) -> Bilingual {
    Bilingual::new(
        version.name_vi.clone(),
        version.name_en.clone().unwrap_or_else(|| version.name_vi.clone()),
    )
}

/// A procedure of the national catalogue: shown as the record has it, marked where a person must still confirm.
fn catalogue_view(version: &ProcedureVersion) -> ProcedureView {
    let decision = version.decision.number.clone().unwrap_or_default();
    let field = version
        .field
        .as_ref()
        .map(|field| field.name.clone())
        .unwrap_or_default();
    ProcedureView {
        code: version.code.as_str().to_owned(),
        name: name_of(version),
        field: field.clone(),
        decision,
        audience: version
            .audiences
            .iter()
            .map(|audience| audience.name.clone())
            .collect(),
        channels: version.channels.iter().map(channel_view).collect(),
        promise: None,
        need: version
            .requirements()
            .enumerate()
            .map(|(place, requirement)| RequirementView {
                name: format!("paper-{place}"),
                label: Bilingual::new(requirement.name.clone(), requirement.name.clone()),
                originals: requirement.originals,
                copies: requirement.copies,
                is_required: requirement.originals + requirement.copies > 0,
                only_for: None,
            })
            .collect(),
        steps: version
            .steps
            .iter()
            .map(|step| step.text.clone())
            .filter(|text| !text.is_empty())
            .collect(),
        conditions: lines(&version.conditions),
        outcomes: version
            .outcomes
            .iter()
            .map(|outcome| Bilingual::new(outcome.name.clone(), outcome.name.clone()))
            .collect(),
        field_name: Bilingual::new(field.clone(), field.clone()),
        is_fee_unconfirmed: false,
        legal_bases: version
            .legal_bases
            .iter()
            .map(|basis| (basis.number.clone(), basis.title.clone()))
            .collect(),
        can_file_here: false,
        is_unconfirmed: true,
        agencies: version
            .agencies
            .competent
            .iter()
            .map(|agency| agency.name.clone())
            .collect(),
    }
}

fn channel_view(entry: &ChannelEntry) -> ChannelView {
    // Several lines of charges are variants that the record squeezed into one row: no single figure is true then.
    let fee = match entry.charges.as_slice() {
        [charge] => charge.amount.and_then(|amount| match amount {
            Money::Vnd(dong) => Some(dong),
            Money::Usd(_) => None,
        }),
        _ => None,
    };
    ChannelView {
        channel: entry.channel,
        limit: entry.limit.clone(),
        fee,
        note: entry.note.clone(),
    }
}

fn lines(text: &str) -> Vec<String> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}
