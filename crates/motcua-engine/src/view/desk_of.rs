//! Building the officer's case on one screen.

use motcua_domain::access::{Action, Actor, may};
use motcua_domain::bilingual::Bilingual;
use motcua_domain::case::{Case, CommandKind, Context, Event, Recorded, Step, available};
use motcua_domain::form::{Answers, Facts};
use motcua_domain::id::{FileId, NoteId};
use motcua_domain::time::{Instant, OfficeCalendar};

use super::desk::{DeskCaseView, FindingView, Offer, PaperImage};
use super::shared::DaysLeft;
use super::track::is_open_to_applicant;
use super::{Memo, note_text};
use crate::case::{LoadedCase, ground_name};
use crate::changes::AccessedThing;
use crate::engine::{Engine, UseError, actor_of};
use crate::filing::{AnswerLine, answer_lines};
use crate::rows::StaffRow;
use crate::session::Secret;

const DOWNLOAD: &str = "download";

impl Engine {
    /// One case on one screen. That it was opened is durable before this returns.
    ///
    /// # Errors
    /// Not found if the case is not within the officer's rights.
    pub fn desk_case(&self, staff: &StaffRow, name: &str) -> Result<DeskCaseView, UseError> {
        let actor = actor_of(staff);
        let (loaded, ground) = self.readable_case(&actor, name)?;
        let case = &loaded.case;
        self.record_access(self.look(&actor, case, AccessedThing::Case, ground_name(ground)))?;
        let now = self.clock.now();
        let calendar = self.calendar_of(&case.relations.competent);
        let notes = self.store.notes(case.id)?;
        let code = crate::rows::procedure_of(case.version.as_str()).to_owned();
        let person = self
            .store
            .person(case.relations.applicant)?
            .ok_or(UseError::NotFound)?;
        Ok(DeskCaseView {
            name: case.name().to_owned(),
            procedure: self.procedure_name(&code)?,
            step: case.step,
            left: DaysLeft::of(case, &calendar, now),
            handover_by: case
                .clock
                .as_ref()
                .map(|clock| clock.handover_by)
                .filter(|_| case.step == Step::Accepted),
            people: self.people_of(case)?,
            variant: self.variant_of(case)?.map(|variant| variant.label),
            personal_number: person
                .personal_number
                .as_ref()
                .map(motcua_domain::person::PersonalNumber::masked),
            phone: person.masked_phone(),
            applicant: person.name,
            answers: self.case_answers(case, now)?,
            papers: self.paper_images(case)?,
            findings: self.findings(case, &code),
            draft: case
                .draft
                .map(|draft| (draft.kind, draft.reason.and_then(|id| note_text(&notes, id)))),
            sent_back: sent_back(&loaded.log).and_then(|id| note_text(&notes, id)),
            supplements: case
                .supplements
                .iter()
                .map(|round| {
                    let lines = self.supplement_lines(case, &round.items, &notes)?;
                    Ok((round.asked_at, lines, round.answered_at))
                })
                .collect::<Result<_, UseError>>()?,
            targets: self.supplement_targets(case)?,
            specialists: self.specialists(&actor, case)?,
            holder: case
                .relations
                .holder
                .map(|holder| self.staff_name(holder))
                .transpose()?
                .flatten(),
            log: self.log_lines(&loaded.log, &mut Memo::new(self))?,
            issued: case.outcome.as_ref().map(|outcome| outcome.issued_at),
            late_by_days: late_by_days(case, &calendar),
            clock: self.clock_view(case, now)?,
            intake_due: Some(case.intake.due).filter(|_| case.accepted_at.is_none()),
            offers: offers(case, &actor, &calendar, now),
            legal_papers: self.paper_links(case)?,
            life: self.life_lines(case, &notes, now)?,
            withdrawal: case
                .withdrawal
                .map(|asked| asked.reason.and_then(|id| note_text(&notes, id))),
            code,
        })
    }

    /// A page image of a paper of a case (JPEG). That it was looked at is durable before this returns.
    ///
    /// # Errors
    /// Not found if the case is not within the actor's rights, or has no such paper.
    pub fn paper_image(
        &self,
        actor: &Actor,
        name: &str,
        file: FileId,
        page: u32,
    ) -> Result<Vec<u8>, UseError> {
        let row = self.readable_file(actor, name, file)?;
        Ok(self.files.open_page(&row.hash, page)?)
    }

    /// A one-time address's secret for a paper as it was given, good for two minutes. The look is recorded now.
    ///
    /// # Errors
    /// As in [`Engine::paper_image`].
    pub fn download_ticket(&self, actor: &Actor, name: &str, file: FileId) -> Result<Secret, UseError> {
        let row = self.readable_file(actor, name, file)?;
        self.keep_ticket(DOWNLOAD, &row.id.to_string(), 2 * 60_000)
    }

    /// The paper that a one-time address stands for: name, media type and bytes. The address is used up.
    ///
    /// # Errors
    /// Not found if the address is unknown, used or old.
    pub fn take_download(&self, secret: &Secret) -> Result<(String, String, Vec<u8>), UseError> {
        let named = self.take_ticket(secret, DOWNLOAD)?;
        self.download(named)
    }

    /// The same, and the address stays good.
    ///
    /// # Errors
    /// As in [`Engine::take_download`].
    pub fn see_download(&self, secret: &Secret) -> Result<(String, String, Vec<u8>), UseError> {
        let named = self.ticket(secret, DOWNLOAD)?;
        self.download(named)
    }

    fn download(&self, named: Option<String>) -> Result<(String, String, Vec<u8>), UseError> {
        let id: FileId = named.and_then(|id| id.parse().ok()).ok_or(UseError::NotFound)?;
        let row = self.store.file(id)?.ok_or(UseError::NotFound)?;
        let bytes = self.files.open(&row.hash)?;
        Ok((row.name, row.media_type, bytes))
    }

    fn readable_file(
        &self,
        actor: &Actor,
        name: &str,
        file: FileId,
    ) -> Result<crate::rows::FileRow, UseError> {
        let (LoadedCase { case, .. }, ground) = self.readable_case(actor, name)?;
        if !case.papers.iter().any(|paper| paper.file == file) {
            return Err(UseError::NotFound);
        }
        self.record_access(self.look(actor, &case, AccessedThing::Paper, ground_name(ground)))?;
        self.store.file(file)?.ok_or(UseError::NotFound)
    }

    /// A legal paper of a case: its file name and bytes.
    ///
    /// # Errors
    /// Not found if the case is not within the actor's rights, or the paper is not rendered yet.
    pub fn legal_paper(&self, actor: &Actor, name: &str, kind: &str) -> Result<(String, Vec<u8>), UseError> {
        let (LoadedCase { case, .. }, ground) = self.readable_case(actor, name)?;
        if matches!(actor, Actor::Applicant { .. }) && !is_open_to_applicant(&case, kind) {
            return Err(UseError::NotFound);
        }
        let papers = self.store.papers(case.id)?;
        let paper = papers
            .into_iter()
            .rev()
            .find(|paper| paper.kind == kind)
            .ok_or(UseError::NotFound)?;
        self.record_access(self.look(actor, &case, AccessedThing::Paper, ground_name(ground)))?;
        Ok((paper.file.name, self.files.open(&paper.file.hash)?))
    }

    /// The answers of a case, as the form orders them.
    pub(crate) fn case_answers(&self, case: &Case, now: Instant) -> Result<Vec<AnswerLine>, UseError> {
        let Some((form, answers)) = self.store.answers(case.answers)? else {
            return Ok(Vec::new());
        };
        let Some(form) = self.city.form(&form) else {
            return Ok(Vec::new());
        };
        let answers: Answers =
            serde_json::from_str(&answers).map_err(|error| UseError::Failed(error.to_string()))?;
        // What registers held was filled in when it was sent, so here it is answers like the others.
        let facts = Facts::new();
        let filling = form.filling(&answers, &facts, now.day());
        Ok(answer_lines(&filling))
    }

    fn paper_images(&self, case: &Case) -> Result<Vec<PaperImage>, UseError> {
        let mut images = Vec::new();
        for paper in &case.papers {
            let Some(file) = self.store.file(paper.file)? else {
                continue;
            };
            let label = self.target_label(case, &paper.component, true)?;
            images.push(PaperImage {
                file: file.id,
                label,
                file_name: file.name,
                pages: file.pages,
            });
        }
        Ok(images)
    }

    fn findings(&self, case: &Case, code: &str) -> Vec<FindingView> {
        let Some(procedure) = self.city.procedure(code) else {
            return Vec::new();
        };
        procedure
            .conditions
            .iter()
            .map(|condition| FindingView {
                condition: condition.name.clone(),
                label: condition.label.clone(),
                met: case
                    .findings
                    .iter()
                    .find(|finding| finding.condition == condition.name)
                    .map(|found| found.met),
            })
            .collect()
    }

    /// Everything that a supplement notice could list.
    pub(crate) fn supplement_targets(&self, case: &Case) -> Result<Vec<super::SupplementLine>, UseError> {
        let code = crate::rows::procedure_of(case.version.as_str());
        let line = |target: &str, label: Bilingual, is_paper| super::SupplementLine {
            target: target.to_owned(),
            label,
            is_paper,
            reason: String::new(),
        };
        let mut all = Vec::new();
        if let Some(procedure) = self.city.procedure(code) {
            all.extend(
                procedure
                    .papers
                    .iter()
                    .map(|paper| line(&paper.name, paper.label.clone(), true)),
            );
        }
        if let Some(form) = self.form_of(case)? {
            // What a register holds is the register's to mend, not the applicant's.
            let asked = form.questions().filter(|question| question.held_by.is_none());
            all.extend(asked.map(|question| line(&question.id, question.short.clone(), false)));
        }
        Ok(all)
    }

    fn specialists(
        &self,
        actor: &Actor,
        case: &Case,
    ) -> Result<Vec<(motcua_domain::id::StaffId, String)>, UseError> {
        if may(actor, Action::Act(CommandKind::Assign), &case.relations).is_err() {
            return Ok(Vec::new());
        }
        let staff = self.store.staff_of(case.relations.competent.as_str())?;
        Ok(super::find::specialists_among(staff))
    }
}

/// Why the last draft came back, while no new one follows it.
fn sent_back(log: &[Recorded]) -> Option<NoteId> {
    let last = log
        .iter()
        .rev()
        .find(|recorded| matches!(recorded.event, Event::SentBack { .. } | Event::OutcomeDrafted(_)))?;
    match last.event {
        Event::SentBack { reason } => Some(reason),
        _ => None,
    }
}

/// By how many days an issued result was late. A date set anew by an apology counts for nothing: the case stays late
/// for the report (D61 19.9).
fn late_by_days(case: &Case, calendar: &OfficeCalendar) -> Option<i64> {
    let outcome = case.outcome.as_ref().filter(|outcome| !outcome.on_time)?;
    let clock = case.clock.as_ref()?;
    let due = match clock.ledger.extension {
        None => clock.current.at,
        Some(_) => {
            let mut ledger = clock.ledger.clone();
            ledger.extension = None;
            ledger.due(calendar).map_or(clock.original.at, |due| due.at)
        }
    };
    Some(due.day().days_until(outcome.issued_at.day()).max(1))
}

fn offers(case: &Case, actor: &Actor, calendar: &OfficeCalendar, now: Instant) -> Vec<Offer> {
    available(case, actor, &Context::new(now, calendar))
        .into_iter()
        .map(|offer| Offer {
            kind: offer.kind,
            not_now: offer.verdict.err(),
        })
        .collect()
}
