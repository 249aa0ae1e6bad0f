//! The way through a filing: where a person is, what comes next, and where a draft is taken up again.

use motcua_domain::bilingual::Bilingual;
use motcua_domain::form::{Filling, Page, Question, QuestionKind};
use motcua_domain::time::Day;

use super::OpenDraft;
use crate::city::CasePaper;

/// A place on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// On what ground the person acts.
    Ground,
    /// Which case of the procedure it is.
    Variant,
    /// The desk is chosen.
    Desk,
    /// A page of the form, by its stable name.
    Question(String),
    /// The papers are given.
    Papers,
    /// Everything is checked, and sent.
    Check,
}

impl OpenDraft {
    /// The stops of this filing in order, without the last one, which is always [`Stop::Check`]: "Câu 2 trên 4"
    /// counts these. Questions that are answered by uploads alone belong to the papers.
    pub fn stops(&self, today: Day) -> Vec<Stop> {
        let mut stops = Vec::new();
        if self.procedure.grounds.len() > 1 {
            stops.push(Stop::Ground);
        }
        if self.procedure.variants.len() > 1 {
            stops.push(Stop::Variant);
        }
        if self.procedure.is_filed_at_communes() {
            stops.push(Stop::Desk);
        }
        let pages = self.question_pages(today);
        stops.extend(pages.iter().map(|page| Stop::Question(page.id.clone())));
        if self.papers_asked().next().is_some() {
            stops.push(Stop::Papers);
        }
        stops
    }

    /// The stop after this one. A stop that is no longer on the way leads to the first open one.
    pub fn after(&self, stop: &Stop, today: Day) -> Stop {
        let stops = self.stops(today);
        match stops.iter().position(|known| known == stop) {
            Some(place) => stops.into_iter().nth(place + 1).unwrap_or(Stop::Check),
            None => self.first_open(today),
        }
    }

    /// The stop before this one.
    pub fn before(&self, stop: &Stop, today: Day) -> Option<Stop> {
        let stops = self.stops(today);
        let place = match stop {
            Stop::Check => stops.len(),
            other => stops.iter().position(|known| known == other)?,
        };
        stops.into_iter().nth(place.checked_sub(1)?)
    }

    /// The first stop with something left to do: where a draft is taken up again.
    pub fn first_open(&self, today: Day) -> Stop {
        let filling = self.filling(today);
        self.stops(today)
            .into_iter()
            .find(|stop| match stop {
                Stop::Ground => self.ground().is_none(),
                Stop::Variant => self.variant().is_none(),
                Stop::Desk => self.desk().is_none(),
                Stop::Question(page) => self.form.page(page).is_some_and(|page| {
                    let problems = filling.validate_page(page);
                    problems.iter().any(|problem| {
                        !problem.code.is_warning()
                            && typed(&filling, page).any(|question| question.id == problem.question)
                    })
                }),
                Stop::Papers => !self.missing_papers(today).is_empty(),
                Stop::Check => false,
            })
            .unwrap_or(Stop::Check)
    }

    /// The questions of a page that are typed or chosen: visible, held by no register, not uploads.
    pub fn questions<'a>(&'a self, page: &'a Page, today: Day) -> Vec<&'a Question> {
        typed(&self.filling(today), page).collect()
    }

    /// Required papers without a file, by stable name. A paper that the form asks for is required as the form says:
    /// not where a register holds it, nor where its branch was left.
    pub fn missing_papers(&self, today: Day) -> Vec<String> {
        self.papers_asked()
            .filter(|paper| self.is_paper_required(paper, today))
            .filter(|paper| !self.row.papers.iter().any(|(name, _)| *name == paper.name))
            .map(|paper| paper.name.clone())
            .collect()
    }

    /// The papers that belong to the case that was chosen; until one is, those that belong to every case.
    pub fn papers_asked(&self) -> impl Iterator<Item = &CasePaper> {
        let variant = self.variant().map(|variant| variant.name.as_str());
        let ground = self.ground();
        self.procedure.papers.iter().filter(move |paper| {
            let is_of_variant = paper.variants.is_empty()
                || variant.is_some_and(|variant| paper.variants.iter().any(|of| of == variant));
            let is_on_ground =
                paper.grounds.is_empty() || ground.is_some_and(|ground| paper.grounds.contains(&ground));
            is_of_variant && is_on_ground
        })
    }

    /// Whether a filing without this paper is not complete.
    pub fn is_paper_required(&self, paper: &CasePaper, today: Day) -> bool {
        let filling = self.filling(today);
        match self.question_of(&paper.name) {
            Some((question, _)) => {
                question.is_required && filling.is_visible(question) && filling.held(question).is_none()
            }
            None => paper.is_required,
        }
    }

    /// The register that holds what a paper would show, so that nobody must give it.
    pub fn paper_held_by(&self, paper: &CasePaper, today: Day) -> Option<Bilingual> {
        let (question, _) = self.question_of(&paper.name)?;
        self.filling(today).held(question)?;
        Some(question.held_by.as_ref()?.register.clone())
    }

    /// The question that asks for a paper, and how many files it takes.
    pub(super) fn question_of(&self, paper: &str) -> Option<(&Question, usize)> {
        self.form.questions().find_map(|question| match &question.kind {
            QuestionKind::File {
                component: Some(component),
                files_max,
            } if component == paper => Some((question, *files_max)),
            _ => None,
        })
    }
}

/// Whether a question is answered by uploads.
pub(super) const fn is_upload(question: &Question) -> bool {
    matches!(question.kind, QuestionKind::File { .. })
}

fn typed<'a>(filling: &Filling<'a>, page: &'a Page) -> impl Iterator<Item = &'a Question> {
    filling.asked(page).filter(|question| !is_upload(question))
}
