//! The city as the engine knows it: units, calendars, procedures that can be filed here, forms. Facts, read once at
//! the start; a change of them is a new version with its own dates.

use std::collections::BTreeMap;
use std::sync::Arc;

use motcua_domain::bilingual::Bilingual;
use motcua_domain::case::{
    ChargeLine, GroundForActing, Rules, SupplementEffect, SupplementRule, SupplementStage,
};
use motcua_domain::catalogue::{CutOffUse, FeeOverlay, OfficeRules, OnExpiry, ProcedureVersion};
use motcua_domain::channel::Channel;
use motcua_domain::form::FormVersion;
use motcua_domain::id::{CalendarId, FormId, UnitCode};
use motcua_domain::time::{Day, OfficeCalendar, TimeLimit};
use motcua_domain::unit::{Competence, UnitTree};

use crate::ports::StoreError;

/// Everything that is fixed for a running city.
#[derive(Clone, Debug)]
pub struct CityFacts {
    /// Whether this is the demonstration: every page and paper says so, and bypass links exist.
    pub is_demo: bool,
    /// Its name.
    pub name: Bilingual,
    /// The address of the residents' origin, without a slash at the end: it stands in QR codes.
    pub public_address: String,
    /// Its units.
    pub units: UnitTree,
    /// The procedures that can be filed here, by code.
    pub procedures: BTreeMap<String, CityProcedure>,
    /// The form versions, by id.
    pub forms: BTreeMap<String, Arc<FormVersion>>,
    /// The calendar of agencies that have none of their own.
    pub calendar: OfficeCalendar,
    /// What the calendar is called on cases.
    pub calendar_id: CalendarId,
    /// Calendars by the name that units use.
    pub calendars: BTreeMap<String, OfficeCalendar>,
    /// What the city takes off fees, each with its decision and dates.
    pub fee_overlays: Vec<FeeOverlay>,
}

/// A procedure that can be filed here.
#[derive(Clone, Debug)]
pub struct CityProcedure {
    /// Its version in force.
    pub version: Arc<ProcedureVersion>,
    /// Which kind of unit decides it.
    pub competence: Competence,
    /// The city's promise for online filings, where it makes one.
    pub promise: Option<TimeLimit>,
    /// How the office works on it.
    pub office: OfficeRules,
    /// What a specialist must judge before a result.
    pub conditions: Vec<CaseCondition>,
    /// The papers that the applicant gives, by stable name.
    pub papers: Vec<CasePaper>,
    /// How often it is asked for: the greater, the earlier it is shown.
    pub popularity: u32,
    /// The field it belongs to, in both languages.
    pub field: Bilingual,
    /// The kinds of result in both languages, in the order of the version's; the first is what is granted.
    pub outcomes: Vec<Bilingual>,
    /// On which grounds somebody may file it, at least one; the first is the usual one (căn cứ thay mặt).
    pub grounds: Vec<GroundForActing>,
    /// The question of its form that names the person concerned (đối tượng của hồ sơ), where that is another person
    /// than the one who acts.
    pub concerned: Option<String>,
    /// The cases of it among which the person says which theirs is (trường hợp), each with papers or a limit of its
    /// own; empty where the office finds that out.
    pub variants: Vec<VariantOffer>,
}

/// A case of a procedure (trường hợp).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VariantOffer {
    /// Stable name.
    pub name: String,
    /// In words.
    pub label: Bilingual,
}

/// A condition of a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseCondition {
    /// Stable name.
    pub name: String,
    /// In words.
    pub label: Bilingual,
}

/// A paper that is asked of the applicant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CasePaper {
    /// Stable name.
    pub name: String,
    /// In words.
    pub label: Bilingual,
    /// Whether a filing without it is not complete.
    pub is_required: bool,
    /// Originals wanted at a counter.
    pub originals: u32,
    /// Copies wanted at a counter.
    pub copies: u32,
    /// The cases of the procedure that need it, by stable name; all where none is named.
    pub variants: Vec<String>,
    /// The grounds for acting on which it is needed; all where none is named.
    pub grounds: Vec<GroundForActing>,
    /// For whom it is, where not everybody needs it.
    pub only_for: Option<Bilingual>,
}

/// Procedures of the national catalogue, beside those of the city.
pub trait Procedures: Send + Sync {
    /// The latest version of a procedure.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot: that is not the same as having none.
    fn version(&self, code: &str) -> Result<Option<Arc<ProcedureVersion>>, StoreError>;

    /// How many there are.
    fn count(&self) -> usize;
}

/// No national catalogue: the city's own procedures only.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoCatalogue;

impl Procedures for NoCatalogue {
    fn version(&self, _code: &str) -> Result<Option<Arc<ProcedureVersion>>, StoreError> {
        Ok(None)
    }

    fn count(&self) -> usize {
        0
    }
}

impl CityFacts {
    /// The name of a unit; its code where it is unknown.
    pub fn unit_name(&self, code: &UnitCode) -> Bilingual {
        self.units.latest(code).map_or_else(
            || Bilingual::new(code.as_str(), code.as_str()),
            |unit| unit.name.clone(),
        )
    }

    /// Where anybody follows a case by its number or reference: what the QR codes of papers and pages say. It opens
    /// progress only, never content (C01 16).
    pub fn tracking_address(&self, name: &str) -> String {
        format!("{}/track?name={name}", self.public_address)
    }

    /// The one-stop centre of an agency, by name.
    pub fn centre_name(&self, agency: &UnitCode, day: Day) -> Bilingual {
        self.units
            .centre_of(agency, day)
            .map_or_else(|| self.unit_name(agency), |centre| centre.name.clone())
    }

    /// The code of a unit in electronic documents, for case numbers.
    pub fn document_code(&self, agency: &UnitCode) -> String {
        let code = self
            .units
            .latest(agency)
            .and_then(|unit| unit.document_code.clone());
        code.unwrap_or_else(|| agency.as_str().to_owned())
    }

    /// The calendar that an agency works by.
    pub fn calendar_of(&self, agency: &UnitCode) -> &OfficeCalendar {
        self.units
            .latest(agency)
            .and_then(|unit| self.calendars.get(&unit.calendar))
            .unwrap_or(&self.calendar)
    }

    /// The procedure that can be filed here under a code.
    pub fn procedure(&self, code: &str) -> Option<&CityProcedure> {
        self.procedures.get(code)
    }

    /// The form version that new drafts of a procedure use on `day`.
    pub fn form_for(&self, procedure: &CityProcedure, day: Day) -> Option<Arc<FormVersion>> {
        let wanted = procedure
            .version
            .form
            .as_ref()
            .map_or("chung", |form| form_name(form));
        self.forms
            .values()
            .filter(|form| form.name == wanted && form.is_in_force(day))
            .max_by_key(|form| form.number)
            .cloned()
    }

    /// A form version by its id, however old.
    pub fn form(&self, id: &str) -> Option<Arc<FormVersion>> {
        self.forms.get(id).cloned()
    }

    /// The agencies at whose desk a case of this procedure can be handed in: communes with a desk, or the agency
    /// itself.
    pub fn desks(&self, day: Day) -> Vec<(UnitCode, Bilingual)> {
        let mut desks: Vec<_> = self
            .units
            .communes(day)
            .filter(|unit| unit.has_desk)
            .map(|unit| (unit.code.clone(), unit.name.clone()))
            .collect();
        // By the letters without marks first: close enough to how people look a name up in a list.
        desks.sort_by_cached_key(|(_, name)| (crate::search::fold(&name.vi), name.vi.clone()));
        desks
    }
}

/// The name of a form, without its version.
pub fn form_name(form: &FormId) -> &str {
    form.as_str().split('@').next().unwrap_or(form.as_str())
}

impl CityProcedure {
    /// The limit by law for a channel; unparsed where nobody has settled it.
    pub fn limit(&self, channel: Channel) -> TimeLimit {
        let own = self
            .version
            .entries(channel)
            .map(|entry| entry.limit.clone())
            .next();
        own.or_else(|| self.version.channels.first().map(|entry| entry.limit.clone()))
            .unwrap_or_else(|| TimeLimit::Unparsed(String::new()))
    }

    /// The limit by law of a case of the procedure, where it has one of its own that a calendar can count.
    pub fn variant_limit(&self, variant: &str) -> Option<TimeLimit> {
        self.version
            .variants
            .iter()
            .find(|known| known.code.as_deref() == Some(variant))
            .map(|known| known.limit.clone())
            .filter(|limit| !matches!(limit, TimeLimit::Unparsed(_)))
    }

    /// The rules that a case pins when it is accepted now, with the charges of its applicant.
    pub fn rules(
        &self,
        channel: Channel,
        form: FormId,
        calendar: CalendarId,
        charges: Vec<ChargeLine>,
    ) -> Rules {
        let policy = self
            .version
            .supplements
            .iter()
            .find(|policy| policy.stage == SupplementStage::Appraisal);
        let supplement = policy.map_or_else(default_supplement, |policy| SupplementRule {
            effect: policy.effect.pinned().unwrap_or(SupplementEffect::Restart),
            ask_within: policy.ask_within.clone(),
            applicant_window: policy.applicant_window.clone(),
            rounds_max: policy.rounds_max,
            on_expiry: policy.on_expiry,
            legal_basis: policy.legal_basis.clone(),
        });
        Rules {
            version: self.version.id.clone(),
            form,
            calendar,
            limit: self.limit(channel),
            promise: self
                .promise
                .clone()
                .filter(|_| channel.filed_as() == Some(Channel::Online)),
            cut_off_start: self.version.cut_off(CutOffUse::BundleStart).is_some(),
            supplement,
            conditions: self
                .conditions
                .iter()
                .map(|condition| condition.name.clone())
                .collect(),
            outcome_code: self
                .version
                .outcomes
                .first()
                .and_then(|outcome| outcome.code.as_ref())
                .map(|code| code.as_str().to_owned()),
            charges,
            fee_first: self.office.fee_first,
            division_review: self.office.division_review,
            immediate: self.office.immediate,
            opinions: self.office.opinions.clone(),
            excluded: self.office.excluded.clone(),
        }
    }
}

/// The general rule, where the version says nothing: D61 19.4, to be confirmed against D118 (`domain.md` 17, U1).
fn default_supplement() -> SupplementRule {
    SupplementRule {
        effect: SupplementEffect::Restart,
        ask_within: TimeLimit::WorkingDays(3),
        applicant_window: None,
        rounds_max: 1,
        on_expiry: OnExpiry::Ask,
        legal_basis: "D61 19.4".to_owned(),
    }
}
