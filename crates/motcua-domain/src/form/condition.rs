//! When a question is asked.

/// A condition on earlier answers (điều kiện hiển thị). A question that is not asked counts as not answered, so a
/// branch that was left closes everything behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The question's answer is this value; for a choice, the name of the choice.
    Is {
        /// The earlier question.
        question: String,
        /// The value.
        value: String,
    },
    /// The question is asked and has some answer.
    Given {
        /// The earlier question.
        question: String,
    },
    /// All of them hold.
    All(Vec<Condition>),
    /// At least one of them holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
}

impl Condition {
    /// The names of the questions that it looks at.
    pub fn questions(&self) -> Vec<&str> {
        match self {
            Self::Is { question, .. } | Self::Given { question } => vec![question],
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::questions).collect(),
            Self::Not(part) => part.questions(),
        }
    }

    /// Whether it holds, given what each question's answer is as text; `None` for a question that is not asked or
    /// has no answer.
    pub fn holds<'a>(&self, answer_of: &impl Fn(&str) -> Option<&'a str>) -> bool {
        match self {
            Self::Is { question, value } => answer_of(question) == Some(value.as_str()),
            Self::Given { question } => answer_of(question).is_some(),
            Self::All(parts) => parts.iter().all(|part| part.holds(answer_of)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(answer_of)),
            Self::Not(part) => !part.holds(answer_of),
        }
    }
}
