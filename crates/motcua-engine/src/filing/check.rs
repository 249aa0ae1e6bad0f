//! Checking before sending: every answer with its source, every paper, everything that is still wrong.

use motcua_domain::bilingual::Bilingual;
use motcua_domain::channel::Channel;
use motcua_domain::form::{FieldProblem, Filling, FormVersion, QuestionKind, Value};
use motcua_domain::id::{DraftId, UnitCode};
use motcua_domain::person::Person;
use motcua_domain::time::TimeLimit;

use super::beginning::PeopleOfCase;
use super::fee::FeeView;
use super::papers::PaperSlot;
use super::way::is_upload;
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
    /// Who acts, for whom, and on what ground.
    pub people: PeopleOfCase,
    /// Whether the ground is asked, because there are several.
    pub is_ground_asked: bool,
    /// Which case of the procedure it is, where there are several; `None` until one is chosen.
    pub variant: Option<Bilingual>,
    /// Whether that is asked.
    pub is_variant_asked: bool,
    /// What it costs, and by what text.
    pub fee: FeeView,
    /// How long the city takes from acceptance: its promise, or the limit by law.
    pub limit: TimeLimit,
    /// What is wrong with answers.
    pub problems: Vec<FieldProblem>,
    /// Papers that are missing, by stable name.
    pub missing_papers: Vec<String>,
}

impl CheckView {
    /// Whether it can be sent.
    pub fn is_complete(&self) -> bool {
        self.desk.is_some()
            && self.people.ground.is_some()
            && (self.variant.is_some() || !self.is_variant_asked)
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

/// What is wrong, without missing files: those are said once, as missing papers.
pub(super) fn without_papers(problems: Vec<FieldProblem>, form: &FormVersion) -> Vec<FieldProblem> {
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
        let missing_papers = draft.missing_papers(today);
        let is_upload = |id: &str| draft.form.question(id).is_some_and(is_upload);
        let desk = self.desk_of(&draft, today).map(|code| {
            let name = self.city.centre_name(&code, today);
            (code, name)
        });
        Ok(CheckView {
            draft: id,
            procedure: self.procedure_name(&draft.row.procedure)?,
            code: draft.row.procedure.clone(),
            answers: answer_lines(&filling)
                .into_iter()
                .filter(|line| !is_upload(&line.question))
                .collect(),
            papers,
            desk,
            people: draft.people(person, today),
            is_ground_asked: draft.procedure.grounds.len() > 1,
            variant: draft.variant().map(|variant| variant.label.clone()),
            is_variant_asked: draft.procedure.variants.len() > 1,
            fee: FeeView::of(
                &draft.procedure,
                &self.charges_for(&draft.procedure, Channel::Online),
            ),
            is_desk_asked: draft.procedure.is_filed_at_communes(),
            problems: without_papers(filling.validate_all(), &draft.form),
            limit: draft
                .procedure
                .promise
                .clone()
                .or_else(|| draft.procedure.variant_limit(&draft.variant()?.name))
                .unwrap_or_else(|| draft.procedure.limit(Channel::Online)),
            missing_papers,
        })
    }
}
