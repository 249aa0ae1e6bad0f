//! Filing online (nộp hồ sơ trực tuyến): drafts that survive, papers, checking, and sending exactly once.

mod beginning;
mod check;
mod counter;
mod desk;
mod fee;
mod papers;
mod receive;
mod send;
mod supplement;
mod way;

use std::sync::Arc;

use motcua_domain::bilingual::Bilingual;
use motcua_domain::form::{
    Answer, Answers, CarryReport, Facts, FieldProblem, Filling, FormVersion, Page, QuestionKind, carry_over,
};
use motcua_domain::id::{DraftId, PersonId, UnitCode};
use motcua_domain::person::Person;
use motcua_domain::time::Day;

use crate::city::CityProcedure;
use crate::engine::{Engine, UseError};
use crate::ports::CommitError;
use crate::rows::DraftRow;

pub use beginning::{Beginning, GROUND, PeopleOfCase, VARIANT, ground_from, ground_name};
pub use check::{AnswerLine, CheckView, answer_lines};
pub use counter::{AtCounter, Found, NewPerson, Sought};
pub use desk::{CounterFiling, CounterPaper, CounterView, PaperSource};
pub use fee::{FeeView, WayFee};
pub use papers::{BYTES_OF_DAY_MAX, FILES_OF_DAY_MAX, PaperSlot, safe_file_name};
pub use receive::DeskSays;
pub use send::Sending;
pub use supplement::{ItemProblem, OpenSupplement, SupplementOutcome, SupplementReply};
pub use way::Stop;

/// The answer that says at whose desk a case is handed in. It belongs to every filing, whatever its form asks.
pub const DESK: &str = "@desk";
/// At the counter: the way it came, by the stable name of the channel.
pub const CHANNEL: &str = "@channel";
/// At the counter: how many pages or copies, where a fee is per piece.
pub const QUANTITY: &str = "@quantity";
/// At the counter: how many originals of a paper were received; its name follows.
pub const ORIGINALS: &str = "@originals.";
/// At the counter: how many copies of a paper were received; its name follows.
pub const COPIES: &str = "@copies.";

/// The words of a plain answer.
pub(crate) fn text_of<'a>(answers: &'a Answers, name: &str) -> Option<&'a str> {
    match answers.get(name) {
        Some(Answer::Text(text)) => Some(text.as_str()),
        _ => None,
    }
}

/// How many sheets of a paper, originals and copies together, these answers say were received at the counter.
pub(crate) fn sheets_of(answers: &Answers, paper: &str) -> u32 {
    [ORIGINALS, COPIES]
        .into_iter()
        .filter_map(|kind| {
            text_of(answers, &format!("{kind}{paper}"))?
                .trim()
                .parse::<u32>()
                .ok()
        })
        .fold(0, u32::saturating_add)
}

/// A draft, opened by the person whose it is.
#[derive(Clone, Debug)]
pub struct OpenDraft {
    /// As it is stored.
    pub row: DraftRow,
    /// The procedure.
    pub procedure: CityProcedure,
    /// The form version that it is answered to.
    pub form: Arc<FormVersion>,
    /// The answers.
    pub answers: Answers,
    /// What registers hold about the person.
    pub facts: Facts,
    /// A newer version of the form has come into force: what becomes of each answer, until the person has seen it.
    pub pending: Option<(Arc<FormVersion>, CarryReport)>,
}

impl OpenDraft {
    /// The form as being filled in on `today`.
    pub fn filling(&self, today: Day) -> Filling<'_> {
        self.form.filling(&self.answers, &self.facts, today)
    }

    /// The pages that ask questions on `today`, in order. Uploads have a page of their own for all papers together,
    /// so pages that ask for nothing but files are not among these.
    pub fn question_pages(&self, today: Day) -> Vec<&Page> {
        let filling = self.filling(today);
        filling
            .pages()
            .filter(|page| {
                filling
                    .asked(page)
                    .any(|question| !matches!(question.kind, QuestionKind::File { .. }))
            })
            .filter_map(|page| self.form.page(&page.id))
            .collect()
    }

    /// Makes the answers to upload questions say what the draft's papers are: a file is given once, on the page of
    /// papers, and answers the question that asks for that paper.
    fn answer_with_papers(&mut self) {
        for question in self.form.questions() {
            let QuestionKind::File { component, .. } = &question.kind else {
                continue;
            };
            let name = component.as_deref().unwrap_or(&question.id);
            let given = self
                .row
                .papers
                .iter()
                .filter(|(paper, _)| paper == name)
                .map(|(_, file)| *file);
            self.answers
                .set(question.id.clone(), Answer::Files(given.collect()));
        }
    }

    /// The desk that was chosen.
    pub fn desk(&self) -> Option<UnitCode> {
        match self.answers.get(DESK) {
            Some(Answer::Text(code)) if !code.is_empty() => Some(UnitCode::new(code.clone())),
            _ => None,
        }
    }
}

/// What registers hold about a person who signed in: asked of nobody twice (D309 2.1).
pub fn facts_of(person: &Person) -> Facts {
    let mut facts = Facts::new().with("person.name", Answer::text(person.name.clone()));
    let mut hold = |name: &str, text: Option<String>| {
        if let Some(text) = text {
            facts = std::mem::take(&mut facts).with(name, Answer::text(text));
        }
    };
    hold(
        "person.personal_number",
        person
            .personal_number
            .as_ref()
            .map(|number| number.reveal().to_owned()),
    );
    hold("person.born_on", person.born_on.map(|day| day.to_string()));
    hold("person.phone", person.phone.clone());
    hold("person.email", person.email.clone());
    facts
}

impl Engine {
    /// Begins a draft, or takes up the one that the person already has for this procedure: there is one of each, from
    /// however many devices it is begun at once.
    ///
    /// # Errors
    /// Not found if the procedure cannot be filed here.
    pub fn start_draft(&self, person: PersonId, code: &str) -> Result<DraftRow, UseError> {
        if let Some(draft) = self.draft_of(person, code)? {
            return Ok(draft);
        }
        Ok(self.store.begin_draft(&self.new_draft(person, code)?)?)
    }

    /// The draft that a person has of a procedure.
    pub(crate) fn draft_of(&self, person: PersonId, code: &str) -> Result<Option<DraftRow>, UseError> {
        let known = self.store.drafts_of(person)?;
        Ok(known.into_iter().find(|draft| draft.procedure == code))
    }

    /// A draft with nothing in it, not yet kept.
    pub(crate) fn new_draft(&self, person: PersonId, code: &str) -> Result<DraftRow, UseError> {
        let now = self.clock.now();
        let procedure = self.city.procedure(code).ok_or(UseError::NotFound)?;
        let form = self
            .city
            .form_for(procedure, now.day())
            .ok_or(UseError::NotFound)?;
        Ok(DraftRow {
            id: DraftId::new(self.chance.id(now)),
            person,
            procedure: code.to_owned(),
            form: form.id.as_str().to_owned(),
            answers: encode(&Answers::new())?,
            papers: Vec::new(),
            officer: None,
            version: 1,
            saved_at: now,
        })
    }

    /// Opens a draft of the person.
    ///
    /// # Errors
    /// Not found if there is none, or it is somebody else's.
    pub fn open_draft(&self, person: &Person, id: DraftId) -> Result<OpenDraft, UseError> {
        let row = self
            .store
            .draft(id)?
            .filter(|draft| draft.person == person.id && draft.officer.is_none())
            .ok_or(UseError::NotFound)?;
        self.open_row(row, self.facts_about(person))
    }

    /// What registers hold about a person, their own particulars among it.
    pub(crate) fn facts_about(&self, person: &Person) -> Facts {
        self.registers.facts(person).and(facts_of(person))
    }

    /// Opens a draft as it is stored, or as it would be.
    pub(crate) fn open_row(&self, row: DraftRow, facts: Facts) -> Result<OpenDraft, UseError> {
        let procedure = self
            .city
            .procedure(&row.procedure)
            .cloned()
            .ok_or(UseError::NotFound)?;
        let form = self.city.form(&row.form).ok_or(UseError::NotFound)?;
        let answers: Answers = decode(&row.answers)?;
        let pending = self
            .city
            .form_for(&procedure, self.clock.now().day())
            .filter(|newer| newer.name == form.name && newer.number > form.number)
            .map(|newer| {
                let report = carry_over(&form, &newer, &answers);
                (newer, report)
            });
        Ok(OpenDraft {
            row,
            procedure,
            form,
            answers,
            facts,
            pending,
        })
    }

    /// Moves a draft to the newer version of its form, once the person has seen what becomes of each answer.
    ///
    /// # Errors
    /// Not found as in [`Engine::open_draft`].
    pub fn carry_draft(&self, person: &Person, id: DraftId) -> Result<(), UseError> {
        let draft = self.open_draft(person, id)?;
        let Some((form, report)) = draft.pending else {
            return Ok(());
        };
        let mut answers = report.answers;
        for begun in [DESK, GROUND, VARIANT] {
            if let Some(answer) = draft.answers.get(begun) {
                answers.set(begun, answer.clone());
            }
        }
        let mut row = draft.row;
        row.form = form.id.as_str().to_owned();
        row.answers = encode(&answers)?;
        self.save(row)
    }

    /// Saves the answers of one page, right or wrong, and says what is wrong with them. Other pages stay as they
    /// are, so that an older copy of a page (Back, another device) never undoes another answer.
    ///
    /// # Errors
    /// Not found as in [`Engine::open_draft`], or if the form has no such page.
    pub fn save_page(
        &self,
        person: &Person,
        id: DraftId,
        page: &str,
        given: &[(String, Answer)],
    ) -> Result<Vec<FieldProblem>, UseError> {
        let today = self.clock.now().day();
        self.update_draft(person, id, |draft| {
            let page = draft.form.page(page).ok_or(UseError::NotFound)?;
            for (question, answer) in given {
                if page.questions.iter().any(|known| known.id == *question) {
                    draft.answers.set(question.clone(), answer.clone());
                }
            }
            let filling = draft.form.filling(&draft.answers, &draft.facts, today);
            Ok(filling.validate_page(page))
        })
    }

    /// Saves at whose desk the case is to be handed in.
    ///
    /// # Errors
    /// Unusable if no desk has this code.
    pub fn choose_desk(&self, person: &Person, id: DraftId, desk: &str) -> Result<(), UseError> {
        let today = self.clock.now().day();
        if !self
            .city
            .desks(today)
            .iter()
            .any(|(code, _)| code.as_str() == desk)
        {
            return Err(UseError::Unusable("desk-unknown"));
        }
        self.update_draft(person, id, |draft| {
            draft.answers.set(DESK, Answer::text(desk));
            Ok(())
        })
    }

    /// Throws a draft away.
    ///
    /// # Errors
    /// Not found as in [`Engine::open_draft`].
    pub fn discard_draft(&self, person: &Person, id: DraftId) -> Result<(), UseError> {
        let draft = self.open_draft(person, id)?;
        Ok(self.store.delete_draft(draft.row.id)?)
    }

    /// The person's drafts, last saved first.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn drafts(&self, person: PersonId) -> Result<Vec<DraftRow>, UseError> {
        Ok(self.store.drafts_of(person)?)
    }

    /// The person's drafts with the names of their procedures, last saved first.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn named_drafts(&self, person: PersonId) -> Result<Vec<(DraftRow, Bilingual)>, UseError> {
        let drafts = self.store.drafts_of(person)?;
        drafts
            .into_iter()
            .map(|draft| {
                let name = self.procedure_name(&draft.procedure)?;
                Ok((draft, name))
            })
            .collect()
    }

    /// Changes a draft and saves it; begins anew if another device saved meanwhile.
    pub(crate) fn update_draft<T>(
        &self,
        person: &Person,
        id: DraftId,
        change: impl FnMut(&mut OpenDraft) -> Result<T, UseError>,
    ) -> Result<T, UseError> {
        // Registers are asked once: what they hold does not depend on how often the save is tried.
        let facts = self.facts_about(person);
        let open = || {
            let row = self
                .store
                .draft(id)?
                .filter(|draft| draft.person == person.id && draft.officer.is_none());
            self.open_row(row.ok_or(UseError::NotFound)?, facts.clone())
        };
        self.change_draft(open, change)
    }

    /// The same for whoever may open the draft in this way.
    fn change_draft<T>(
        &self,
        open: impl Fn() -> Result<OpenDraft, UseError>,
        mut change: impl FnMut(&mut OpenDraft) -> Result<T, UseError>,
    ) -> Result<T, UseError> {
        for _ in 0..SAVES_MAX {
            let mut draft = open()?;
            let result = change(&mut draft)?;
            draft.answer_with_papers();
            draft.row.answers = encode(&draft.answers)?;
            if draft.row.answers.len() > ANSWERS_BYTES_MAX {
                return Err(UseError::Unusable("draft-too-large"));
            }
            match self.save(draft.row) {
                Err(UseError::Changed) => {}
                Err(error) => return Err(error),
                Ok(()) => return Ok(result),
            }
        }
        Err(UseError::Changed)
    }

    fn save(&self, mut row: DraftRow) -> Result<(), UseError> {
        let expected = row.version;
        row.version += 1;
        row.saved_at = self.clock.now();
        self.store.save_draft(&row, expected).map_err(CommitError::into)
    }
}

/// The most that the answers of one draft take: many times what the longest form holds when it is filled to its limits.
/// Answers are kept right or wrong, so it is not the form's own limits that bound them.
const ANSWERS_BYTES_MAX: usize = 256 * 1024;

/// A save is tried again as often as another one was faster, and each time another one was kept: to be refused, an
/// answer would have to meet a thousand saves of one person's devices in one moment. So nothing is lost, and nothing
/// runs for ever.
const SAVES_MAX: usize = 1_000;

fn encode(answers: &Answers) -> Result<String, UseError> {
    serde_json::to_string(answers).map_err(|error| UseError::Failed(error.to_string()))
}

pub(crate) fn decode(text: &str) -> Result<Answers, UseError> {
    serde_json::from_str(text).map_err(|error| UseError::Failed(error.to_string()))
}
