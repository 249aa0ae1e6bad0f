//! The fields of a form: what is asked, what was answered, what is wrong with it.
//!
//! The answer is kept as it was typed, so that a page with errors shows it again unchanged.

/// What is wrong with one field, for the summary on top of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The `id` to which the link leads: the field's name, of a date its first wrong part.
    pub field: String,
    /// The same words as at the field.
    pub words: String,
}

/// How wide a text field is, telling how much is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Width {
    /// As wide as the page allows.
    #[default]
    Full,
    /// About 20 characters.
    Twenty,
    /// About 10 characters.
    Ten,
}

impl Width {
    /// The class in the style sheet.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Full => "",
            Self::Twenty => "w-20",
            Self::Ten => "w-10",
        }
    }
}

/// A text field. `TextField { name, label, ..TextField::default() }`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextField {
    /// The name that is sent; also the `id`.
    pub name: String,
    /// The question.
    pub label: String,
    /// Whether the question is the page's `h1`.
    pub is_title: bool,
    /// How to answer; empty for nothing.
    pub hint: String,
    /// What is wrong; empty for nothing.
    pub error: String,
    /// What was typed.
    pub value: String,
    /// Whether it may stay empty; said in words, never by a star.
    pub optional: bool,
    /// How wide it is.
    pub width: Width,
    /// `numeric`, `tel`, `email` or empty for plain text.
    pub inputmode: &'static str,
    /// The `autocomplete` purpose, where the answer is about the person typing; empty for none.
    pub autocomplete: &'static str,
    /// How many lines; more than one makes it a text area. 0 counts as 1.
    pub lines: u8,
}

/// The three parts of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DatePart {
    /// Ngày.
    Day,
    /// Tháng.
    Month,
    /// Năm.
    Year,
}

/// A date asked in three parts; their names are `<name>-day`, `<name>-month`, `<name>-year`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DateField {
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
    /// Day, month and year as typed.
    pub typed: [String; 3],
    /// The parts that are wrong; empty means all, when there is an error.
    pub wrong: Vec<DatePart>,
}

impl DateField {
    /// Whether this part is to be marked as wrong.
    #[must_use]
    pub fn is_wrong(&self, part: DatePart) -> bool {
        !self.error.is_empty() && (self.wrong.is_empty() || self.wrong.contains(&part))
    }

    /// The `id` of the first wrong part, to which the summary links.
    #[must_use]
    pub fn first_wrong(&self) -> String {
        let parts = [
            (DatePart::Day, "day"),
            (DatePart::Month, "month"),
            (DatePart::Year, "year"),
        ];
        let first = parts
            .into_iter()
            .find(|(part, _)| self.is_wrong(*part))
            .map_or("day", |(_, id)| id);
        format!("{}-{first}", self.name)
    }
}

/// One of the answers to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// The words.
    pub label: String,
    /// A second line; empty for nothing.
    pub hint: String,
    /// Whether it is chosen.
    pub checked: bool,
}

/// Radio buttons, or checkboxes where several may be chosen. The `id` of the first choice is the
/// field's name, so that the summary's link leads to it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChoiceField {
    /// The name that is sent.
    pub name: String,
    /// The question.
    pub label: String,
    /// Whether the question is the page's `h1`.
    pub is_title: bool,
    /// How to answer; empty for nothing.
    pub hint: String,
    /// What is wrong; empty for nothing.
    pub error: String,
    /// Whether several may be chosen.
    pub many: bool,
    /// The answers.
    pub choices: Vec<Choice>,
}

/// A field for files and photographs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FileField {
    /// The name that is sent; also the `id`.
    pub name: String,
    /// What is asked for.
    pub label: String,
    /// Whether the question is the page's `h1`.
    pub is_title: bool,
    /// Kinds and sizes taken, how to photograph; empty for nothing.
    pub hint: String,
    /// What is wrong; empty for nothing.
    pub error: String,
    /// The media types taken: `image/jpeg,image/png,application/pdf`.
    pub accept: &'static str,
    /// Whether several files may be given at once.
    pub many: bool,
}

macro_rules! described_by {
    ($($field:ty),*) => {$(
        impl $field {
            /// The ids of hint and error, for `aria-describedby`; empty when there is neither.
            #[must_use]
            pub fn described_by(&self) -> String {
                described_by(&self.name, !self.hint.is_empty(), !self.error.is_empty())
            }
        }
    )*};
}

described_by!(TextField, DateField, ChoiceField, FileField);

fn described_by(name: &str, has_hint: bool, has_error: bool) -> String {
    match (has_hint, has_error) {
        (true, true) => format!("{name}-hint {name}-error"),
        (true, false) => format!("{name}-hint"),
        (false, true) => format!("{name}-error"),
        (false, false) => String::new(),
    }
}
