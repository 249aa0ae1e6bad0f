//! Building the tracker, the applicant's own lists, and what anybody may see.

use motcua_domain::access::{Action, Actor, scope};
use motcua_domain::bilingual::Bilingual;
use motcua_domain::case::{
    Author, Case, CommandKind, Context, DeliveryWay, Duty, Event, Party, Recorded, Step, available,
};
use motcua_domain::catalogue::CollectedAt;
use motcua_domain::id::{NoteId, PersonId, StaffId};
use motcua_domain::person::Person;
use motcua_domain::time::Instant;

use super::life::LifeLine;
use super::shared::{DaysLeft, DueView, PaperLink};
use super::tracker::{
    AccessView, ClockView, Holder, LogLine, NextStep, NoticeView, ProgressDue, PublicProgress, StepLine,
    StepState, SupplementLine, TrackerView, YourPart,
};
use super::{Memo, MyCase, home};
use crate::case::{LoadedCase, author};
use crate::changes::{Access, AccessedThing, Changes};
use crate::engine::{Engine, UseError};
use crate::ports::{CaseQuery, Order};
use crate::rows::CaseRow;

impl Engine {
    /// The tracker of a case, for its applicant.
    ///
    /// # Errors
    /// Not found if the person has no such case.
    pub fn track(&self, person: &Person, name: &str) -> Result<TrackerView, UseError> {
        let loaded = self.own_case(person, name)?;
        let now = self.clock.now();
        let case = &loaded.case;
        let relations = &case.relations;
        let calendar = self.calendar_of(&relations.competent);
        let context = Context::new(now, &calendar);
        let notes = self.store.notes(case.id)?;
        let code = crate::rows::procedure_of(case.version.as_str()).to_owned();
        let actor = Actor::Applicant { person: person.id };
        let looks = self.store.accesses_of(person.id, crate::rows::NEVER, LOOKS_MAX)?;
        let mut memo = Memo::new(self);
        Ok(TrackerView {
            procedure: self.procedure_name(&code)?,
            code,
            reference: case.reference.as_str().to_owned(),
            number: case.number.as_ref().map(|number| number.as_str().to_owned()),
            status: case.step.national(),
            step: case.step,
            sent_at: case.sent_at,
            accepted_at: case.accepted_at,
            received_at: self.city.centre_name(&relations.received_at, case.sent_at.day()),
            holder: self.holder_of(case, &mut memo)?,
            next: next_step(case),
            due: self.due_view(case, now),
            issued: case
                .outcome
                .as_ref()
                .map(|outcome| (outcome.issued_at, outcome.on_time)),
            your_part: self.your_part(case, &notes)?,
            steps: self.step_lines(&loaded),
            log: self.log_lines(&loaded.log, &mut memo)?,
            clock: self.clock_view(case, now)?,
            life: self
                .life_lines(case, &notes, now)?
                .into_iter()
                .map(LifeLine::for_applicant)
                .collect(),
            papers: self.own_paper_links(case)?,
            looks: looks
                .iter()
                .filter(|access| access.case == Some(case.id) && matches!(access.by, Author::Staff { .. }))
                .count(),
            can: available(case, &actor, &context)
                .into_iter()
                .filter(|offer| offer.verdict.is_ok())
                .map(|offer| offer.kind)
                .filter(|kind| *kind != CommandKind::Send)
                .collect(),
            rating: case.rating,
            refusal: refusal_reason(case).and_then(|id| note_text(&notes, id)),
        })
    }

    /// A case of the person, by number or reference.
    pub(crate) fn own_case(&self, person: &Person, name: &str) -> Result<LoadedCase, UseError> {
        let actor = Actor::Applicant { person: person.id };
        Ok(self.readable_case(&actor, name)?.0)
    }

    /// What anybody may see who knows a number: progress only (C01 16).
    ///
    /// # Errors
    /// Not found if no case is called so.
    pub fn progress(&self, name: &str) -> Result<PublicProgress, UseError> {
        let row = self.case_named(name)?;
        let case = self.load_case(row.id)?.case;
        Ok(PublicProgress {
            name: row.name().to_owned(),
            status: case.step.national(),
            due: progress_due(&case, self.clock.now()),
        })
    }

    /// The person's cases, newest first, at most `limit`.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn my_cases(&self, person: PersonId, limit: u32) -> Result<Vec<MyCase>, UseError> {
        let scope = scope(&Actor::Applicant { person }, Action::ReadCase);
        let query = CaseQuery {
            order: Order::NewestSent,
            limit,
            ..CaseQuery::everything()
        };
        let now = self.clock.now();
        self.store
            .list_cases(&scope, &query)?
            .into_iter()
            .map(|(row, _)| self.my_case(&row, now))
            .collect()
    }

    /// How many cases the person has, counted up to a hundred.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn my_case_count(&self, person: PersonId) -> Result<u32, UseError> {
        let scope = scope(&Actor::Applicant { person }, Action::ReadCase);
        Ok(self
            .store
            .count_cases(&scope, &CaseQuery::everything(), super::QueueCount::BOUND)?)
    }

    fn my_case(&self, row: &CaseRow, now: Instant) -> Result<MyCase, UseError> {
        let calendar = self.calendar_of(&row.competent);
        let procedure = self.procedure_name(&row.procedure)?;
        Ok(home::my_case(row, procedure, &calendar, now))
    }

    /// Who looked at the person's data, newest first.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn looks(&self, person: PersonId) -> Result<Vec<AccessView>, UseError> {
        let accesses = self.store.accesses_of(person, crate::rows::NEVER, LOOKS_MAX)?;
        let mut memo = Memo::new(self);
        accesses
            .into_iter()
            .map(|access| {
                let (person, role) = memo.author(&access.by)?;
                let case = match access.case {
                    Some(id) => memo.case(id)?.map(|row| row.name().to_owned()),
                    None => None,
                };
                Ok(AccessView {
                    at: access.at,
                    person,
                    role,
                    agency: access.agency.as_ref().map(|agency| self.city.unit_name(agency)),
                    what: access.what,
                    case,
                    ground: access.ground,
                })
            })
            .collect()
    }

    /// The person's notices, newest first.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn notices(&self, person: PersonId) -> Result<Vec<NoticeView>, UseError> {
        let mut views = Vec::new();
        let mut memo = Memo::new(self);
        for notice in self.store.notices(person, NOTICES_MAX)? {
            let Some(row) = memo.case(notice.case)? else {
                continue;
            };
            views.push(NoticeView {
                at: notice.at,
                key: notice.key,
                procedure: self.procedure_name(&row.procedure)?,
                case: row.name().to_owned(),
            });
        }
        Ok(views)
    }

    /// Makes it durable that somebody looks, before they see anything.
    pub(crate) fn record_access(&self, access: Access) -> Result<(), UseError> {
        self.store.commit(Changes {
            accesses: vec![access],
            ..Changes::default()
        })?;
        Ok(())
    }

    /// The entry for a look at a list, which shows the applicants' names.
    pub(crate) fn look_at_list(&self, actor: &Actor) -> Access {
        self.access(actor, AccessedThing::List, "office")
    }

    /// The entry for a look at a case.
    pub(crate) fn look(&self, actor: &Actor, case: &Case, what: AccessedThing, ground: &str) -> Access {
        Access {
            person: Some(case.relations.applicant),
            case: Some(case.id),
            ..self.access(actor, what, ground)
        }
    }

    fn access(&self, actor: &Actor, what: AccessedThing, ground: &str) -> Access {
        let agency = match actor {
            Actor::Staff { agency, .. } => Some(agency.clone()),
            Actor::Applicant { .. } | Actor::System => None,
        };
        Access {
            at: self.clock.now(),
            by: author(actor, Action::ReadCase),
            agency,
            person: None,
            case: None,
            what,
            ground: ground.to_owned(),
        }
    }

    fn holder_of(&self, case: &Case, memo: &mut Memo<'_>) -> Result<Holder, UseError> {
        let party = case.in_hands_of();
        let person = match (party, case.relations.holder) {
            (Party::Specialist, Some(holder)) => memo.staff_name(holder)?,
            _ => None,
        };
        let relations = &case.relations;
        let unit = match party {
            Party::Applicant | Party::Nobody => None,
            Party::ReceivingOfficer | Party::ReturningOfficer => {
                Some(self.city.centre_name(&relations.received_at, case.sent_at.day()))
            }
            Party::DivisionHead | Party::Specialist | Party::Signatory | Party::Clerk => {
                Some(self.city.unit_name(&relations.competent))
            }
        };
        Ok(Holder { party, person, unit })
    }

    pub(crate) fn due_view(&self, case: &Case, now: Instant) -> Option<DueView> {
        let due = case.city_due()?;
        let calendar = self.calendar_of(&case.relations.competent);
        Some(DueView {
            at: due.at,
            on: due.on,
            left: DaysLeft::of(case, &calendar, now),
        })
    }

    fn your_part(&self, case: &Case, notes: &[(NoteId, String)]) -> Result<YourPart, UseError> {
        Ok(match case.step {
            Step::SupplementAtIntake | Step::SupplementAfterAppraisal if !case.supplement_answered() => {
                let round = case.open_supplement();
                YourPart::Supplement {
                    items: round.map_or(Ok(Vec::new()), |round| {
                        self.supplement_lines(case, &round.items, notes)
                    })?,
                    by: round.and_then(|round| round.answer_by),
                }
            }
            Step::AwaitingFee if !case.is_settled_for(CollectedAt::Intake) => YourPart::PayFee {
                amount: case.left_to_pay(),
            },
            Step::FinancialDuty => match case.duties.last() {
                Some(Duty {
                    notice: Some((notice, amount)),
                    proof: None,
                    ..
                }) => YourPart::MeetDuty {
                    notice: notice.clone(),
                    amount: *amount,
                },
                _ => YourPart::Nothing,
            },
            Step::Ready
                if case
                    .outcome
                    .as_ref()
                    .is_some_and(|outcome| outcome.revoked.is_some()) =>
            {
                YourPart::Nothing
            }
            // What is not paid is not handed out, in whatever way it was to come.
            Step::Ready if !case.left_to_pay().is_zero() => YourPart::PayFee {
                amount: case.left_to_pay(),
            },
            Step::Ready if case.delivery == DeliveryWay::Post => YourPart::ComesByPost {
                tracking: case
                    .deliveries
                    .last()
                    .and_then(|delivery| delivery.tracking.clone()),
            },
            Step::Ready if case.delivery == DeliveryWay::Electronic => YourPart::TakeResult,
            Step::Ready => YourPart::CollectAtDesk,
            Step::Delivered if case.rating.is_none() => YourPart::Rate,
            step if !step.is_closed() && !case.left_to_pay().is_zero() => YourPart::PayFee {
                amount: case.left_to_pay(),
            },
            _ => YourPart::Nothing,
        })
    }

    /// What a notice asks, with labels and reasons.
    pub(crate) fn supplement_lines(
        &self,
        case: &Case,
        items: &[motcua_domain::case::SupplementItem],
        notes: &[(NoteId, String)],
    ) -> Result<Vec<SupplementLine>, UseError> {
        let line = |item: &motcua_domain::case::SupplementItem| {
            Ok(SupplementLine {
                target: item.target.clone(),
                label: self.target_label(case, &item.target, item.is_paper)?,
                is_paper: item.is_paper,
                reason: note_text(notes, item.reason).unwrap_or_default(),
            })
        };
        items.iter().map(line).collect()
    }

    /// The label of a question or paper of a case; its stable name where neither form nor procedure has it any more.
    pub(crate) fn target_label(
        &self,
        case: &Case,
        target: &str,
        is_paper: bool,
    ) -> Result<Bilingual, UseError> {
        let unnamed = || Bilingual::new(target, target);
        let procedure = self
            .city
            .procedure(crate::rows::procedure_of(case.version.as_str()));
        if is_paper {
            let paper =
                procedure.and_then(|procedure| procedure.papers.iter().find(|paper| paper.name == target));
            return Ok(paper.map_or_else(unnamed, |paper| paper.label.clone()));
        }
        let form = self.form_of(case)?;
        Ok(form
            .as_ref()
            .and_then(|form| form.question(target))
            .map_or_else(unnamed, |question| question.short.clone()))
    }

    fn step_lines(&self, loaded: &LoadedCase) -> Vec<StepLine> {
        let case = &loaded.case;
        let place = match case.step {
            Step::Sent
            | Step::SupplementAtIntake
            | Step::AwaitingFee
            | Step::NotAccepted
            | Step::Recalled => 0,
            Step::Accepted | Step::HandedOver => 1,
            Step::Appraisal | Step::SupplementAfterAppraisal | Step::FinancialDuty => 2,
            Step::DivisionReview | Step::LeaderSigning | Step::ClerkIssuing | Step::Correcting => 3,
            Step::Ready => 4,
            Step::Delivered | Step::Withdrawn | Step::Stopped => 5,
        };
        let desk = self
            .city
            .centre_name(&case.relations.received_at, case.sent_at.day());
        let agency = self.city.unit_name(&case.relations.competent);
        let at = |wanted: fn(&Event) -> bool| {
            loaded
                .log
                .iter()
                .find(|recorded| wanted(&recorded.event))
                .map(|recorded| recorded.at)
        };
        let moments = [
            at(|event| matches!(event, Event::Accepted(_))).or(Some(case.sent_at)),
            at(|event| matches!(event, Event::HandedOver)),
            at(|event| matches!(event, Event::OutcomeDrafted(_))),
            at(|event| matches!(event, Event::OutcomeIssued(_))),
            case.returned_at,
        ];
        let units = [&desk, &desk, &agency, &agency, &desk];
        STEPS
            .into_iter()
            .zip(moments)
            .zip(units)
            .enumerate()
            .map(|(index, ((name, at), unit))| {
                let state = match index.cmp(&place) {
                    std::cmp::Ordering::Less => StepState::Done,
                    std::cmp::Ordering::Equal if !case.step.is_closed() => StepState::Now,
                    _ => StepState::Later,
                };
                StepLine {
                    name,
                    state,
                    at: at.filter(|_| state != StepState::Later),
                    unit: Some(unit.clone()),
                }
            })
            .collect()
    }

    pub(crate) fn log_lines(&self, log: &[Recorded], memo: &mut Memo<'_>) -> Result<Vec<LogLine>, UseError> {
        log.iter()
            .rev()
            .filter(|recorded| !matches!(recorded.event, Event::NumberAssigned { .. }))
            .map(|recorded| {
                let (person, role) = memo.author(&recorded.by)?;
                let is_own = matches!(recorded.by, Author::Applicant(_));
                let person = person.filter(|_| !is_own);
                Ok(LogLine {
                    at: recorded.at,
                    event: recorded.event.name(),
                    person,
                    role,
                    is_own,
                })
            })
            .collect()
    }

    pub(crate) fn staff_name(&self, id: StaffId) -> Result<Option<String>, UseError> {
        Ok(self.store.staff(id)?.map(|staff| staff.name))
    }

    pub(crate) fn clock_view(&self, case: &Case, now: Instant) -> Result<Option<ClockView>, UseError> {
        let (Some(clock), Some(rules)) = (&case.clock, &case.rules) else {
            return Ok(None);
        };
        let calendar = self.calendar_of(&case.relations.competent);
        let explanation = clock
            .ledger
            .explain(&calendar)
            .map_err(|error| UseError::Failed(error.to_string()))?;
        Ok(Some(ClockView {
            limit: rules.limit.clone(),
            promise: rules.promise.clone(),
            original: clock.original,
            current: clock.current,
            promised: clock.promised,
            explanation,
            today: now.day(),
        }))
    }

    /// The papers that the applicant may open: the result only once it was returned, and the latest of each kind.
    fn own_paper_links(&self, case: &Case) -> Result<Vec<PaperLink>, UseError> {
        let mut links: Vec<PaperLink> = Vec::new();
        for link in self.paper_links(case)? {
            if is_open_to_applicant(case, &link.kind) {
                links.retain(|known| known.kind != link.kind);
                links.push(link);
            }
        }
        Ok(links)
    }

    pub(crate) fn paper_links(&self, case: &Case) -> Result<Vec<PaperLink>, UseError> {
        let papers = self.store.papers(case.id)?;
        Ok(papers
            .into_iter()
            .map(|paper| PaperLink {
                id: paper.id,
                kind: paper.kind,
                at: paper.at,
            })
            .collect())
    }
}

/// Whether the applicant may open a paper of this kind: the result is handed over by an act, at the desk or here.
pub(crate) fn is_open_to_applicant(case: &Case, kind: &str) -> bool {
    kind != crate::ports::PaperKind::Outcome.name() || case.returned_at.is_some()
}

/// The way through the office, by the names that `text/` knows.
const STEPS: [&str; 5] = ["receive", "hand-over", "examine", "sign", "return"];
const LOOKS_MAX: u32 = 200;
const NOTICES_MAX: u32 = 100;

/// What is due in a case at `now`.
fn progress_due(case: &Case, now: Instant) -> ProgressDue {
    if case.step.is_closed() || case.step == Step::Ready {
        return ProgressDue::Over;
    }
    if case.step == Step::Sent {
        return ProgressDue::IntakeAnswer(case.intake.due);
    }
    let awaited = case.open_supplement().filter(|round| round.answered_at.is_none());
    if let Some(round) = awaited {
        return round
            .answer_by
            .map_or(ProgressDue::SupplementOpen, ProgressDue::SupplementWindow);
    }
    if case.is_paused() {
        return ProgressDue::Paused;
    }
    let Some(limit) = case.city_due() else {
        return ProgressDue::NotYet;
    };
    let promised = case.clock.as_ref().and_then(|clock| clock.promised);
    match promised.filter(|promised| promised.at < limit.at && promised.at >= now) {
        Some(promised) => ProgressDue::Promise { promised, limit },
        None => ProgressDue::Limit(limit),
    }
}

fn next_step(case: &Case) -> NextStep {
    match case.step {
        Step::Sent => NextStep::DeskAnswers,
        Step::SupplementAtIntake | Step::SupplementAfterAppraisal if case.supplement_answered() => {
            NextStep::DeskChecksAnswer
        }
        Step::SupplementAtIntake | Step::SupplementAfterAppraisal => NextStep::YouComplete,
        Step::AwaitingFee => NextStep::YouPay,
        Step::FinancialDuty if case.in_hands_of() == Party::Applicant => NextStep::YouMeetDuty,
        Step::FinancialDuty => NextStep::Examine,
        Step::Accepted => NextStep::HandOver,
        Step::HandedOver => NextStep::Assign,
        Step::Appraisal => NextStep::Examine,
        Step::DivisionReview => NextStep::Review,
        Step::LeaderSigning => NextStep::Sign,
        Step::Correcting => NextStep::Correct,
        Step::ClerkIssuing => NextStep::Issue,
        Step::Ready => NextStep::Collect,
        Step::NotAccepted | Step::Recalled | Step::Delivered | Step::Withdrawn | Step::Stopped => {
            NextStep::Nothing
        }
    }
}

/// The note with the reason of a refusal, at the door or as the result.
fn refusal_reason(case: &Case) -> Option<NoteId> {
    let refused = case
        .outcome
        .as_ref()
        .filter(|outcome| outcome.kind == motcua_domain::case::OutcomeKind::Refused)
        .and_then(|outcome| outcome.reason);
    case.refusal_reason.or(refused)
}

/// The text of a note.
pub(crate) fn note_text(notes: &[(NoteId, String)], wanted: NoteId) -> Option<String> {
    notes
        .iter()
        .find(|(id, _)| *id == wanted)
        .map(|(_, text)| text.clone())
}
