//! Checking before sending: every answer with its source, every paper, everything that is still wrong.

use std::collections::BTreeMap;

use motcua_domain::bilingual::Bilingual;
use motcua_domain::form::{FieldProblem, Filling, FormVersion, QuestionKind, Value};
use motcua_domain::id::{DraftId, UnitCode};
use motcua_domain::person::Person;

use super::papers::PaperSlot;
use crate::engine::{Engine, UseError};

/// What is shown before sending.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckView {
    /// The draft.
    pub draft: DraftId,
    /// The procedure.
    pub procedure: Bilingual,
    /// Its code.
    pub code: String,
    /// The answers, in the order of asking.
    pub answers: Vec<AnswerLine>,
    /// The papers.
    pub papers: Vec<PaperSlot>,
    /// The desk that receives it, once chosen.
    pub desk: Option<(UnitCode, Bilingual)>,
    /// Whether the person chooses the desk, or the procedure has but one.
    pub is_desk_asked: bool,
    /// What is wrong with answers.
    pub problems: Vec<FieldProblem>,
    /// Papers that are missing, by stable name.
    pub missing_papers: Vec<String>,
}

impl CheckView {
    /// Whether it can be sent.
    pub fn is_complete(&self) -> bool {
        self.desk.is_some()
            && self.missing_papers.is_empty()
            && self.problems.iter().all(|problem| problem.code.is_warning())
    }
}

/// One answer as a summary shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerLine {
    /// The question.
    pub question: String,
    /// The page that asks it.
    pub page: String,
    /// The group it is shown under.
    pub group: Bilingual,
    /// The law's words for it.
    pub label: Bilingual,
    /// What the answer means; `None` where there is none, or none that can be read.
    pub value: Option<Value>,
    /// The words of a choice.
    pub choice: Option<Bilingual>,
    /// The register that holds it, where it was not asked.
    pub register: Option<Bilingual>,
}

/// The answers of a form in the order of asking.
pub fn answer_lines(filling: &Filling<'_>) -> Vec<AnswerLine> {
    let form = filling.form;
    form.pages
        .iter()
        .flat_map(|page| page.questions.iter().map(move |question| (page, question)))
        .filter(|(_, question)| filling.is_visible(question))
        .map(|(page, question)| {
            let value = filling.value(question);
            let choice = match (&question.kind, &value) {
                (QuestionKind::Choice(choices), Some(Value::Choice(given))) => choices
                    .iter()
                    .find(|choice| choice.value == *given)
                    .map(|choice| choice.label.clone()),
                _ => None,
            };
            AnswerLine {
                question: question.id.clone(),
                page: page.id.clone(),
                group: page.group.clone(),
                label: question.short.clone(),
                value,
                choice,
                register: filling
                    .held(question)
                    .and(question.held_by.as_ref())
                    .map(|held| held.register.clone()),
            }
        })
        .collect()
}

/// The papers that the form itself asks for, and whether it must have them in this case. A question that is not
/// visible, or whose fact a register holds, asks for nothing (D309 2.1).
fn asked_papers<'a>(filling: &Filling<'a>) -> BTreeMap<&'a str, bool> {
    let form = filling.form;
    form.questions()
        .filter_map(|question| match &question.kind {
            QuestionKind::File {
                component: Some(paper),
                ..
            } => {
                let is_asked = filling.is_visible(question) && filling.held(question).is_none();
                Some((paper.as_str(), is_asked && question.is_required))
            }
            _ => None,
        })
        .collect()
}

/// What is wrong, without missing files: those are said once, as missing papers.
fn without_papers(problems: Vec<FieldProblem>, form: &FormVersion) -> Vec<FieldProblem> {
    let is_paper = |problem: &FieldProblem| {
        form.question(&problem.question).is_some_and(|question| {
            matches!(
                &question.kind,
                QuestionKind::File {
                    component: Some(_),
                    ..
                }
            )
        })
    };
    problems
        .into_iter()
        .filter(|problem| !is_paper(problem))
        .collect()
}

impl Engine {
    /// What is shown before sending.
    ///
    /// # Errors
    /// Not found as in [`Engine::open_draft`].
    pub fn check_draft(&self, person: &Person, id: DraftId) -> Result<CheckView, UseError> {
        let draft = self.open_draft(person, id)?;
        let today = self.clock.now().day();
        let papers = self.paper_slots(&draft)?;
        let filling = draft.filling(today);
        let asked = asked_papers(&filling);
        let missing_papers = papers
            .iter()
            .filter(|slot| slot.files.is_empty())
            .filter(|slot| {
                asked
                    .get(slot.paper.name.as_str())
                    .copied()
                    .unwrap_or(slot.paper.is_required)
            })
            .map(|slot| slot.paper.name.clone())
            .collect();
        let desk = self.desk_of(&draft, today).map(|code| {
            let name = self.city.centre_name(&code, today);
            (code, name)
        });
        Ok(CheckView {
            draft: id,
            procedure: self.procedure_name(&draft.row.procedure),
            code: draft.row.procedure.clone(),
            answers: answer_lines(&filling),
            papers,
            desk,
            is_desk_asked: draft.procedure.is_filed_at_communes(),
            problems: without_papers(filling.validate_all(), &draft.form),
            missing_papers,
        })
    }
}
