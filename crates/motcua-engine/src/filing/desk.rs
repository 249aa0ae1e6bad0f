//! What the counter shows of a filing: questions, papers with their source, what is missing, what it costs, and when the
//! result will be there. All of it computed here, none of it by the page.

use motcua_domain::access::{Action, may_in_office};
use motcua_domain::bilingual::Bilingual;
use motcua_domain::case::{ChargeLine, GroundForActing};
use motcua_domain::channel::Channel;
use motcua_domain::form::FieldProblem;
use motcua_domain::id::{DraftId, UnitCode};
use motcua_domain::time::{Day, Due, Instant, TimeLimit};

use super::check::without_papers;
use super::{
    AtCounter, CHANNEL, COPIES, DESK, GROUND, ORIGINALS, OpenDraft, QUANTITY, VARIANT, sheets_of, text_of,
};
use crate::city::CasePaper;
use crate::engine::{Engine, UseError, actor_of};
use crate::rows::{FileRow, StaffRow};

/// The ways a desk receives.
const CHANNELS: [Channel; 2] = [Channel::Counter, Channel::PublicPost];

/// The counter's page about one person.
#[derive(Clone, Debug)]
pub struct CounterView {
    /// What the officer fills in.
    pub draft: DraftId,
    /// The person's name.
    pub name: String,
    /// Their personal number, masked.
    pub personal_number: Option<String>,
    /// Their day of birth.
    pub born_on: Option<Day>,
    /// Their telephone, masked.
    pub phone: Option<String>,
    /// Where they live.
    pub address: Option<String>,
    /// The filing, once a procedure is chosen.
    pub filing: Option<CounterFiling>,
}

/// The filing at the counter.
#[derive(Clone, Debug)]
pub struct CounterFiling {
    /// Answers, form and procedure.
    pub draft: OpenDraft,
    /// The procedure.
    pub procedure: Bilingual,
    /// Its papers.
    pub papers: Vec<CounterPaper>,
    /// The way it came.
    pub channel: Channel,
    /// The ground for acting; `None` until one of the procedure's is chosen.
    pub ground: Option<GroundForActing>,
    /// How many pages or copies, as typed, where a fee is per piece.
    pub quantity: Option<String>,
    /// The communes one of which decides it; empty where the procedure has one agency.
    pub communes: Vec<(UnitCode, Bilingual)>,
    /// The agency that decides it.
    pub competent: Option<UnitCode>,
    /// Phi địa giới: the desk of that agency, where it is another than this one.
    pub forward_to: Option<UnitCode>,
    /// Whether this desk may receive it at all.
    pub is_receivable: bool,
    /// The result is given at once.
    pub is_immediate: bool,
    /// What it costs, and why.
    pub charges: Vec<ChargeLine>,
    /// Whether the fee comes before acceptance.
    pub is_fee_first: bool,
    /// The day Form 01 would promise if it were accepted at this moment.
    pub due: Option<Due>,
    /// The limit by law.
    pub limit: TimeLimit,
    /// What is wrong with answers.
    pub problems: Vec<FieldProblem>,
    /// Required papers that were neither received nor scanned, by stable name.
    pub missing: Vec<String>,
    /// When this was computed.
    pub now: Instant,
}

impl CounterFiling {
    /// Whether it can be accepted.
    pub fn is_complete(&self) -> bool {
        self.ground.is_some()
            && self.missing.is_empty()
            && self.problems.iter().all(|problem| problem.code.is_warning())
    }
}

/// A component of the dossier at the counter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CounterPaper {
    /// The paper.
    pub paper: CasePaper,
    /// Where it comes from.
    pub source: PaperSource,
    /// Whether the dossier is not complete without it.
    pub is_required: bool,
    /// Originals received, as typed.
    pub originals: String,
    /// Copies received, as typed.
    pub copies: String,
    /// Scans.
    pub files: Vec<FileRow>,
    /// Whether it is there.
    pub is_given: bool,
}

/// Where a component comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperSource {
    /// A register holds what it shows: the paper is not asked for (D309 2.1).
    Register(Bilingual),
    /// The person brings it.
    Person,
    /// It is not asked for with these answers.
    NotAsked,
}

/// Whether an answer is one that only the counter asks.
pub(super) fn is_of_the_counter(draft: &OpenDraft, name: &str) -> bool {
    let of_paper = |kind: &str| {
        name.strip_prefix(kind)
            .is_some_and(|paper| draft.procedure.papers.iter().any(|known| known.name == paper))
    };
    matches!(name, CHANNEL | VARIANT | GROUND | QUANTITY | DESK) || of_paper(ORIGINALS) || of_paper(COPIES)
}

impl OpenDraft {
    /// The way it came to the counter.
    pub(super) fn counter_channel(&self) -> Channel {
        let chosen = text_of(&self.answers, CHANNEL);
        CHANNELS
            .into_iter()
            .find(|channel| chosen == Some(channel.name()))
            .unwrap_or(Channel::Counter)
    }
}

impl Engine {
    /// The counter's page about one person. That they were looked at is durable before this answers.
    ///
    /// # Errors
    /// As [`Engine::at_counter`].
    pub fn counter_view(&self, staff: &StaffRow, id: DraftId) -> Result<CounterView, UseError> {
        may_in_office(&actor_of(staff), Action::FindPerson).map_err(UseError::Denied)?;
        let at = self.at_counter(staff, id)?;
        self.record_access(self.look_at_person(staff, at.person.id))?;
        let AtCounter { row, person, filing } = at;
        Ok(CounterView {
            draft: row.id,
            personal_number: person
                .personal_number
                .as_ref()
                .map(motcua_domain::person::PersonalNumber::masked),
            born_on: person.born_on,
            phone: person.masked_phone(),
            address: person.address.clone(),
            filing: filing
                .map(|draft| self.counter_filing(staff, draft))
                .transpose()?,
            name: person.name,
        })
    }

    pub(super) fn counter_filing(
        &self,
        staff: &StaffRow,
        draft: OpenDraft,
    ) -> Result<CounterFiling, UseError> {
        let now = self.clock.now();
        let today = now.day();
        let papers = self.counter_papers(&draft)?;
        let channel = draft.counter_channel();
        let (competent, desk) = self.competent_at_counter(staff, &draft, today);
        let forward_to = desk.clone().filter(|desk| *desk != staff.agency);
        let is_border_free = draft.procedure.version.flags.is_non_territorial;
        let calendar = self.calendar_of(competent.as_ref().unwrap_or(&staff.agency));
        let start = if forward_to.is_some() {
            calendar.handover_by(now)
        } else {
            now
        };
        let variant = draft.variant().map(|variant| variant.name.clone());
        let limit = variant
            .and_then(|name| draft.procedure.variant_limit(&name))
            .unwrap_or_else(|| draft.procedure.limit(channel));
        let charges = self.charges_of_answers(&draft.procedure, channel, &draft.answers);
        let filling = draft.filling(today);
        let is_per_piece = draft
            .procedure
            .version
            .entries(channel)
            .flat_map(|entry| &entry.charges)
            .any(|charge| charge.per_what.is_some());
        Ok(CounterFiling {
            procedure: self.procedure_name(&draft.row.procedure)?,
            missing: papers
                .iter()
                .filter(|paper| paper.is_required && !paper.is_given)
                .map(|paper| paper.paper.name.clone())
                .collect(),
            papers,
            channel,
            ground: draft.ground(),
            quantity: is_per_piece.then(|| text_of(&draft.answers, QUANTITY).unwrap_or("1").to_owned()),
            communes: if draft.procedure.is_filed_at_communes() {
                self.city.desks(today)
            } else {
                Vec::new()
            },
            competent,
            is_receivable: desk.is_some() && (forward_to.is_none() || is_border_free),
            forward_to,
            is_immediate: draft.procedure.office.immediate,
            is_fee_first: draft.procedure.office.fee_first,
            charges,
            due: calendar.due(start, &limit).ok(),
            limit,
            problems: without_papers(filling.validate_all(), &draft.form),
            now,
            draft,
        })
    }

    fn counter_papers(&self, draft: &OpenDraft) -> Result<Vec<CounterPaper>, UseError> {
        let today = self.clock.now().day();
        let typed = |kind: &str, paper: &str| {
            text_of(&draft.answers, &format!("{kind}{paper}"))
                .unwrap_or_default()
                .to_owned()
        };
        let slots = self.paper_slots(draft)?;
        Ok(slots
            .into_iter()
            .map(|slot| {
                let name = slot.paper.name.clone();
                let source = draft.source_of(&name, today);
                let is_held = matches!(source, PaperSource::Register(_));
                CounterPaper {
                    is_given: is_held || !slot.files.is_empty() || sheets_of(&draft.answers, &name) > 0,
                    source,
                    is_required: slot.is_required,
                    originals: typed(ORIGINALS, &name),
                    copies: typed(COPIES, &name),
                    files: slot.files,
                    paper: slot.paper,
                }
            })
            .collect())
    }

    /// The agency that decides it, and the desk that serves that agency. A commune's procedure is this ward's unless the
    /// officer names another.
    pub(super) fn competent_at_counter(
        &self,
        staff: &StaffRow,
        draft: &OpenDraft,
        today: Day,
    ) -> (Option<UnitCode>, Option<UnitCode>) {
        let units = &self.city.units;
        let commune = draft.desk().unwrap_or_else(|| staff.agency.clone());
        let competent = units
            .competent(&draft.procedure.competence, &commune, today)
            .map(|competent| competent.agency.code.clone());
        let serves = |agency: &UnitCode| {
            let centre = units.centre_of(agency, today)?;
            units.agency_of(&centre.code, today).map(|desk| desk.code.clone())
        };
        let at = if draft.procedure.is_filed_at_communes() {
            Some(&commune)
        } else {
            competent.as_ref()
        };
        let desk = at.and_then(serves);
        (competent, desk)
    }
}

impl OpenDraft {
    fn source_of(&self, paper: &str, today: Day) -> PaperSource {
        let filling = self.filling(today);
        match self.question_of(paper) {
            Some((question, _)) if filling.held(question).is_some() => {
                question.held_by.as_ref().map_or(PaperSource::Person, |held| {
                    PaperSource::Register(held.register.clone())
                })
            }
            Some((question, _)) if !filling.is_visible(question) => PaperSource::NotAsked,
            _ => PaperSource::Person,
        }
    }
}
