//! A draft meets a newer version of its form: nothing is lost silently.

use super::FormVersion;
use super::answer::{Answer, Answers};
use super::question::{Question, QuestionKind};

/// What became of each answer, field by field.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct CarryReport {
    /// The answers under the names of the new version.
    pub answers: Answers,
    /// Questions whose answer stays.
    pub kept: Vec<String>,
    /// Questions that have another name now, old and new; their answer moved.
    pub renamed: Vec<(String, String)>,
    /// Questions of the old version that had an answer and are no longer asked.
    pub dropped: Vec<String>,
    /// Questions of the new version that must be answered, anew or for the first time: those the old version did
    /// not have, and those whose old answer the new question cannot take.
    pub needs_answer: Vec<String>,
}

/// Carries the answers of a draft from one version of a form to another.
pub fn carry_over(old: &FormVersion, new: &FormVersion, answers: &Answers) -> CarryReport {
    let mut report = CarryReport::default();
    for question in new.questions() {
        let before = predecessor(old, question);
        let answer = before
            .and_then(|before| answers.get(&before.id))
            .filter(|answer| !answer.is_empty());
        match (before, answer) {
            (Some(before), Some(answer)) if takes(question, before, answer) => {
                report.answers.set(question.id.clone(), answer.clone());
                if before.id == question.id {
                    report.kept.push(question.id.clone());
                } else {
                    report.renamed.push((before.id.clone(), question.id.clone()));
                }
            }
            (Some(_), Some(_)) => report.needs_answer.push(question.id.clone()),
            // Not yet answered in the old version either: nothing to report.
            (Some(before), None) if before.is_required || !question.is_required => {}
            (_, None) if question.is_required => report.needs_answer.push(question.id.clone()),
            (None, _) | (_, None) => {}
        }
    }
    report.dropped = old
        .questions()
        .filter(|question| answers.get(&question.id).is_some_and(|answer| !answer.is_empty()))
        .filter(|question| {
            !new.questions()
                .any(|later| predecessor(old, later).is_some_and(|before| before.id == question.id))
        })
        .map(|question| question.id.clone())
        .collect();
    report
}

/// The question of the old version that a question of the new one continues.
fn predecessor<'a>(old: &'a FormVersion, question: &Question) -> Option<&'a Question> {
    old.question(&question.id)
        .or_else(|| question.was.iter().find_map(|name| old.question(name)))
}

/// Whether the new question can take the old answer as it stands.
fn takes(new: &Question, old: &Question, answer: &Answer) -> bool {
    match (&new.kind, answer) {
        (QuestionKind::Choice(choices), Answer::Text(value)) => {
            choices.iter().any(|choice| choice.value == *value)
        }
        (kind, _) => kind.name() == old.kind.name(),
    }
}
