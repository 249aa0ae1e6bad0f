//! From a form's question to a field of a page, and back from what a browser sends to an answer.

use std::collections::HashMap;

use motcua_domain::form::{
    Answer, Choice as FormChoice, FieldProblem, Filling, ProblemCode, Question, QuestionKind,
};
use motcua_text::Text;

use crate::components::{Choice, ChoiceField, DateField, Problem, TextField, Width};
use crate::words::pick;

/// What a form sends, in order.
pub(crate) type Sent = Vec<(String, String)>;

/// A question as a field.
pub(crate) enum FieldView {
    /// One line or several.
    Text(TextField),
    /// Three parts of a day.
    Date(DateField),
    /// One of a few.
    Choice(ChoiceField),
    /// Three parts of an address.
    Address(AddressField),
}

/// An address asked in three parts; their names are `<name>-line`, `<name>-commune`, `<name>-province`.
pub(crate) struct AddressField {
    /// The name of the whole.
    pub name: String,
    /// The question.
    pub label: String,
    /// Whether the question is the page's `h1`.
    pub is_title: bool,
    /// How to answer; empty for nothing.
    pub hint: String,
    /// What is wrong; empty for nothing.
    pub error: String,
    /// Line, commune, province.
    pub parts: Vec<TextField>,
}

impl AddressField {
    /// The ids of hint and error, for `aria-describedby`.
    pub(crate) fn described_by(&self) -> String {
        let mut ids = Vec::new();
        if !self.hint.is_empty() {
            ids.push(format!("{}-hint", self.name));
        }
        if !self.error.is_empty() {
            ids.push(format!("{}-error", self.name));
        }
        ids.join(" ")
    }
}

/// The sentence of a problem: the form's own, or the city's general one.
pub(crate) fn problem_words(t: &Text, question: &Question, code: ProblemCode) -> String {
    let own = question.errors.iter().find(|(known, _)| *known == code);
    if let Some((_, words)) = own {
        return pick(words, t.lang()).to_owned();
    }
    let key = format!("filing-problem-{}", code.code());
    t.find(&key, &[("field", pick(&question.short, t.lang()))])
        .unwrap_or(key)
}

/// A question with what was answered and what is wrong with it.
pub(crate) fn field(
    t: &Text,
    question: &Question,
    answer: Option<&Answer>,
    problem: Option<ProblemCode>,
    is_title: bool,
) -> FieldView {
    let lang = t.lang();
    let name = question.id.clone();
    let label = pick(&question.label, lang).to_owned();
    let hint = question
        .hint
        .as_ref()
        .map_or_else(String::new, |hint| pick(hint, lang).to_owned());
    let error = problem.map_or_else(String::new, |code| problem_words(t, question, code));
    let given = match answer {
        Some(Answer::Text(text)) => text.clone(),
        _ => String::new(),
    };
    match &question.kind {
        QuestionKind::Date(_) => FieldView::Date(DateField {
            typed: typed_date(answer),
            name,
            label,
            is_title,
            hint,
            error,
            wrong: Vec::new(),
        }),
        QuestionKind::Choice(choices) => FieldView::Choice(ChoiceField {
            choices: choices
                .iter()
                .map(|choice| choice_view(t, choice, &given))
                .collect(),
            name,
            label,
            is_title,
            hint,
            error,
            many: false,
        }),
        QuestionKind::Address => FieldView::Address(address(t, (name, label, hint, error), answer, is_title)),
        kind => FieldView::Text(TextField {
            name,
            label,
            is_title,
            hint,
            error,
            value: given,
            optional: !question.is_required,
            width: width(kind),
            inputmode: inputmode(kind),
            autocomplete: "",
            lines: if matches!(kind, QuestionKind::Text { is_long: true, .. }) {
                6
            } else {
                1
            },
        }),
    }
}

const fn width(kind: &QuestionKind) -> Width {
    match kind {
        QuestionKind::Time | QuestionKind::Number { .. } => Width::Ten,
        QuestionKind::PersonalNumber { .. } | QuestionKind::Phone => Width::Twenty,
        _ => Width::Full,
    }
}

const fn inputmode(kind: &QuestionKind) -> &'static str {
    match kind {
        QuestionKind::Number { .. } | QuestionKind::PersonalNumber { .. } => "numeric",
        QuestionKind::Phone => "tel",
        QuestionKind::Email => "email",
        _ => "",
    }
}

fn choice_view(t: &Text, choice: &FormChoice, given: &str) -> Choice {
    Choice {
        value: choice.value.clone(),
        label: pick(&choice.label, t.lang()).to_owned(),
        hint: choice
            .hint
            .as_ref()
            .map_or_else(String::new, |hint| pick(hint, t.lang()).to_owned()),
        checked: choice.value == given,
    }
}

/// Day, month and year as typed; a date in one piece is taken apart, so that it is shown in the three fields.
fn typed_date(answer: Option<&Answer>) -> [String; 3] {
    match answer {
        Some(Answer::Date { day, month, year }) => [day.clone(), month.clone(), year.clone()],
        Some(Answer::Text(text)) => {
            let mut parts = text.split('-').map(str::to_owned);
            match (parts.next(), parts.next(), parts.next()) {
                (Some(year), Some(month), Some(day)) => [day, month, year],
                _ => [text.clone(), String::new(), String::new()],
            }
        }
        _ => Default::default(),
    }
}

fn address(
    t: &Text,
    (name, label, hint, error): (String, String, String, String),
    answer: Option<&Answer>,
    is_title: bool,
) -> AddressField {
    let given = match answer {
        Some(Answer::Address {
            line,
            commune,
            province,
        }) => [line.clone(), commune.clone(), province.clone()],
        _ => Default::default(),
    };
    let labels = [
        ("line", t.filing_address_line()),
        ("commune", t.filing_address_commune()),
        ("province", t.filing_address_province()),
    ];
    let mut values = given.into_iter();
    let parts = labels.into_iter().map(|(part, label)| TextField {
        name: format!("{name}-{part}"),
        label,
        value: values.next().unwrap_or_default(),
        ..TextField::default()
    });
    let parts = parts.collect();
    AddressField {
        name,
        label,
        is_title,
        hint,
        error,
        parts,
    }
}

impl FieldView {
    /// The `id` to which the summary's link leads.
    pub(crate) fn anchor(&self) -> String {
        match self {
            Self::Text(field) => field.name.clone(),
            Self::Choice(field) => field.name.clone(),
            Self::Date(field) => field.first_wrong(),
            Self::Address(field) => field
                .parts
                .iter()
                .find(|part| part.value.trim().is_empty())
                .map_or_else(|| format!("{}-line", field.name), |part| part.name.clone()),
        }
    }

    fn error(&self) -> &str {
        match self {
            Self::Text(field) => &field.error,
            Self::Choice(field) => &field.error,
            Self::Date(field) => &field.error,
            Self::Address(field) => &field.error,
        }
    }
}

/// The summary of what is wrong, in the words of the fields.
pub(crate) fn summary(fields: &[FieldView]) -> Vec<Problem> {
    fields
        .iter()
        .filter(|field| !field.error().is_empty())
        .map(|field| Problem {
            field: field.anchor(),
            words: field.error().to_owned(),
        })
        .collect()
}

/// The fields of these questions.
pub(crate) fn fields(
    t: &Text,
    questions: &[&Question],
    filling: &Filling<'_>,
    problems: &[FieldProblem],
    is_title: bool,
) -> Vec<FieldView> {
    questions
        .iter()
        .map(|question| {
            let problem = problems
                .iter()
                .find(|problem| problem.question == question.id)
                .map(|problem| problem.code);
            field(t, question, filling.answer(question), problem, is_title)
        })
        .collect()
}

/// The answers that a browser sent to these questions. What it did not send counts as left empty: a choice that was
/// not made sends nothing.
pub(crate) fn given(questions: &[&Question], sent: &Sent) -> Vec<(String, Answer)> {
    let sent: HashMap<&str, &str> = sent
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let value = |name: &str| sent.get(name).copied().unwrap_or_default().to_owned();
    questions
        .iter()
        .map(|question| {
            let id = &question.id;
            let part = |part: &str| value(&format!("{id}-{part}"));
            let answer = match &question.kind {
                QuestionKind::Date(_) => Answer::date(part("day"), part("month"), part("year")),
                QuestionKind::Address => Answer::Address {
                    line: part("line"),
                    commune: part("commune"),
                    province: part("province"),
                },
                _ => Answer::text(value(id)),
            };
            (id.clone(), answer)
        })
        .collect()
}
