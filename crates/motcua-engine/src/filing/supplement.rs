//! Answering a supplement (bổ sung hồ sơ), item by item, in one commit.

use std::collections::BTreeMap;
use std::sync::Arc;

use motcua_domain::access::Actor;
use motcua_domain::bilingual::Bilingual;
use motcua_domain::case::{Case, Command, SupplementAnswer};
use motcua_domain::form::{Answer, Answers, FormVersion, ProblemCode};
use motcua_domain::id::{AnswerSetId, FileId};
use motcua_domain::person::Person;
use motcua_domain::time::Due;

use super::{decode, encode};
use crate::case::{Act, LoadedCase};
use crate::changes::Row;
use crate::engine::{Engine, UseError};
use crate::rows::FileRow;
use crate::view::SupplementLine;

/// The most files of one paper, as in a draft.
const FILES_OF_PAPER_MAX: usize = 12;

/// A supplement that waits for the applicant's answer.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenSupplement {
    /// The procedure.
    pub procedure: Bilingual,
    /// What is asked, in the order of the notice.
    pub items: Vec<SupplementLine>,
    /// Until when, where a text sets it.
    pub by: Option<Due>,
    /// The form that the case was answered to.
    pub form: Arc<FormVersion>,
    /// The answers as they stand.
    pub answers: Answers,
}

/// What the applicant gives anew.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SupplementReply {
    /// Answers to questions, by name.
    pub answers: BTreeMap<String, Answer>,
    /// Files for papers, by the stable name of the paper.
    pub files: BTreeMap<String, Vec<FileId>>,
}

/// What is wrong with the answer to one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemProblem {
    /// The form's rule says no.
    Answer(ProblemCode),
    /// No file was given.
    NoFile,
    /// More files than one paper has.
    TooManyFiles,
}

/// What came of an answer to a supplement.
#[derive(Clone, Debug, PartialEq)]
pub enum SupplementOutcome {
    /// It is with the desk.
    Answered,
    /// Items that are not answered well, by their place in the notice; nothing has changed.
    Wrong(Vec<(usize, ItemProblem)>),
}

impl Engine {
    /// The supplement that a case waits for.
    ///
    /// # Errors
    /// Not found if the person has no such case; unusable if it waits for nothing.
    pub fn open_supplement(&self, person: &Person, name: &str) -> Result<OpenSupplement, UseError> {
        let LoadedCase { case, .. } = self.own_case(person, name)?;
        let round = case
            .open_supplement()
            .filter(|round| round.answered_at.is_none())
            .ok_or(UseError::Unusable("supplement-none"))?;
        let (form, answers) = self.answered_form(&case)?;
        let notes = self.store.notes(case.id)?;
        let code = crate::rows::procedure_of(case.version.as_str());
        Ok(OpenSupplement {
            procedure: self.procedure_name(code)?,
            items: self.supplement_lines(&case, &round.items, &notes)?,
            by: round.answer_by,
            form,
            answers,
        })
    }

    /// Answers every item of a supplement at once.
    ///
    /// # Errors
    /// As in [`Engine::open_supplement`], and as any act on a case.
    pub fn answer_supplement(
        &self,
        person: &Person,
        name: &str,
        reply: &SupplementReply,
    ) -> Result<SupplementOutcome, UseError> {
        let LoadedCase { case, .. } = self.own_case(person, name)?;
        let open = self.open_supplement(person, name)?;
        let mut answers = open.answers.clone();
        let mut problems = Vec::new();
        let mut replies = Vec::new();
        for (place, item) in open.items.iter().enumerate() {
            let files = reply.files.get(&item.target).cloned().unwrap_or_default();
            let problem = if item.is_paper {
                self.file_problem(person, &files)?
            } else {
                let given = reply.answers.get(&item.target);
                let problem = self.answer_problem(&open, item, given);
                if let Some(given) = given {
                    answers.set(item.target.clone(), given.clone());
                }
                problem
            };
            match problem {
                Some(problem) => problems.push((place, problem)),
                None => replies.push(SupplementAnswer {
                    item: u16::try_from(place).unwrap_or(u16::MAX),
                    files: if item.is_paper { files } else { Vec::new() },
                    answered: !item.is_paper,
                }),
            }
        }
        if !problems.is_empty() {
            return Ok(SupplementOutcome::Wrong(problems));
        }
        mirror_files(&open, &mut answers, reply);
        let set = AnswerSetId::new(self.chance.id(self.clock.now()));
        let act = Act {
            command: Command::AnswerSupplement {
                answers: set,
                replies,
            },
            rows: vec![Row::AnswerSet {
                id: set,
                case: case.id,
                form: open.form.id.as_str().to_owned(),
                answers: encode(&answers)?,
            }],
            idempotency: None,
        };
        self.act(&Actor::Applicant { person: person.id }, case.id, act)?;
        Ok(SupplementOutcome::Answered)
    }

    /// The person's own files of these names, to show what was uploaded already. Others are left out.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn own_files(&self, person: &Person, files: &[FileId]) -> Result<Vec<FileRow>, UseError> {
        let mut rows = Vec::new();
        for file in files {
            let row = self.store.file(*file)?;
            rows.extend(row.filter(|row| row.owner == Some(person.id)));
        }
        Ok(rows)
    }

    fn answered_form(&self, case: &Case) -> Result<(Arc<FormVersion>, Answers), UseError> {
        let (form, answers) = self.store.answers(case.answers)?.ok_or(UseError::NotFound)?;
        let form = self.city.form(&form).ok_or(UseError::NotFound)?;
        Ok((form, decode(&answers)?))
    }

    fn file_problem(&self, person: &Person, files: &[FileId]) -> Result<Option<ItemProblem>, UseError> {
        let own = self.own_files(person, files)?;
        Ok(match own.len() {
            // A file of somebody else is none of the person's: the page never names one.
            count if count != files.len() => Some(ItemProblem::NoFile),
            0 => Some(ItemProblem::NoFile),
            count if count > FILES_OF_PAPER_MAX => Some(ItemProblem::TooManyFiles),
            _ => None,
        })
    }

    fn answer_problem(
        &self,
        open: &OpenSupplement,
        item: &SupplementLine,
        given: Option<&Answer>,
    ) -> Option<ItemProblem> {
        let Some(question) = open.form.question(&item.target) else {
            return Some(ItemProblem::Answer(ProblemCode::Missing));
        };
        let given = match given {
            Some(given) if !given.is_empty() => given,
            _ => return Some(ItemProblem::Answer(ProblemCode::Missing)),
        };
        let today = self.clock.now().day();
        let read = motcua_domain::form::read(question, given, today);
        read.err().map(ItemProblem::Answer)
    }
}

/// INVARIANT: a question that asks for a paper is answered by the files of that paper. Only of papers that the notice
/// asks for: whose the other files are, nobody has looked.
fn mirror_files(open: &OpenSupplement, answers: &mut Answers, reply: &SupplementReply) {
    let is_asked = |paper: &str| {
        open.items
            .iter()
            .any(|item| item.is_paper && item.target == paper)
    };
    for question in open.form.questions() {
        if let motcua_domain::form::QuestionKind::File {
            component: Some(component),
            ..
        } = &question.kind
            && is_asked(component)
            && let Some(files) = reply.files.get(component)
        {
            answers.set(question.id.clone(), Answer::Files(files.clone()));
        }
    }
}
