//! The fields of a sheet: how each is shown, and when its answer is missing.

use motcua_domain::case::CommandKind;
use motcua_engine::view::SheetFacts;
use motcua_text::Text;

use super::parse;
use crate::components::{
    Choice, ChoiceField, DateField, DatePart, Problem as FieldProblem, TextField, Width,
};
use crate::office::Given;
use crate::words::{pick, say};

/// Something that a sheet asks. The name is the field's, and its sentences are `office-field-<name>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Words that are kept as a note.
    Words(&'static str),
    /// Words that may stay empty.
    MaybeWords(&'static str),
    /// A short text on one line.
    Line(&'static str),
    /// A whole number from 0.
    Count(&'static str),
    /// How many days: working days.
    WorkingDays(&'static str),
    /// How many days: every day.
    Days(&'static str),
    /// An amount in đồng.
    Money(&'static str),
    /// A day.
    Day(&'static str),
    /// A day and a time.
    Moment(&'static str),
    /// One agency.
    Agency(&'static str),
    /// Colleagues, at least one.
    Colleagues(&'static str),
    /// Which of the open things of the case.
    Open(&'static str),
    /// One of fixed answers.
    One(&'static str, &'static [&'static str]),
    /// Up to three agencies with a task, days and who leads.
    Tasks,
}

/// Agrees or not.
pub(super) const OPINIONS: &[&str] = &["agree", "disagree"];
/// Whose fault.
pub(super) const FAULTS: &[&str] = &["agency", "applicant"];
/// On what ground a case stops.
pub(super) const GROUNDS: &[&str] = &["no_supplement", "law", "court", "applicant_gone", "duplicate"];
/// Whether a stop ends it.
pub(super) const KINDS: &[&str] = &["ended", "paused"];
/// In what order agencies work.
pub(super) const ORDERS: &[&str] = &["at-once", "in-order"];
/// How many agencies a sheet takes.
pub(super) const TASKS: usize = 3;

/// A field as the page shows it.
pub(crate) enum Shown {
    Text(TextField),
    Choice(ChoiceField),
    Date(DateField),
    Moment(DateField, TextField),
    Select(Select),
    Tasks(Vec<TaskRow>, ChoiceField, String),
}

/// A list to choose one from.
pub(crate) struct Select {
    pub(super) name: String,
    pub(super) label: String,
    pub(super) error: String,
    pub(super) options: Vec<(String, String, bool)>,
}

/// One agency of a task.
pub(crate) struct TaskRow {
    pub(super) number: usize,
    pub(super) agency: Select,
    pub(super) what: TextField,
    pub(super) days: TextField,
    pub(super) leads: bool,
}

impl Field {
    /// Its name, and the id that the summary of errors leads to.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Words(name)
            | Self::MaybeWords(name)
            | Self::Line(name)
            | Self::Count(name)
            | Self::WorkingDays(name)
            | Self::Days(name)
            | Self::Money(name)
            | Self::Day(name)
            | Self::Moment(name)
            | Self::Agency(name)
            | Self::Colleagues(name)
            | Self::Open(name)
            | Self::One(name, _) => name,
            Self::Tasks => "agency-0",
        }
    }

    /// What is wrong with the answer, if anything is.
    pub(super) fn problem(
        self,
        t: &Text,
        kind: CommandKind,
        facts: &SheetFacts,
        given: &Given,
    ) -> Option<FieldProblem> {
        let name = self.name();
        let text = given.text(name);
        let is_right = match self {
            Self::MaybeWords(_) => true,
            // Why a body does not agree, or what objections say, is needed only then.
            Self::Words("text") if kind == CommandKind::GiveOpinion => {
                given.text("opinion") == "agree" || !text.is_empty()
            }
            Self::Words(_) | Self::Line(_) => !text.is_empty(),
            Self::Count(_) => text.parse::<u16>().is_ok(),
            Self::WorkingDays(_) | Self::Days(_) => parse::days(text).is_some(),
            Self::Money(_) => parse::money(text).is_some(),
            Self::Day(_) => parse::day(given, name).is_some(),
            Self::Moment(_) => parse::moment(given, name).is_some(),
            Self::Agency(_) => facts.agencies.iter().any(|(code, _)| code.as_str() == text),
            Self::Colleagues(_) => given
                .all(name)
                .any(|id| facts.colleagues.iter().any(|(known, _)| known.to_string() == id)),
            Self::Open(_) => facts.open.iter().any(|open| open.place.to_string() == text),
            Self::One(_, answers) => answers.contains(&text),
            Self::Tasks => !parse::tasks(given).is_empty(),
        };
        let field = match self {
            Self::Day(_) | Self::Moment(_) => format!("{name}-day"),
            _ => name.to_owned(),
        };
        (!is_right).then(|| FieldProblem {
            field,
            words: say(t, &format!("office-field-{}-missing", words_of(self))),
        })
    }

    /// The field with what was typed.
    pub(super) fn shown(
        self,
        t: &Text,
        kind: CommandKind,
        facts: &SheetFacts,
        given: &Given,
        error_of: &impl Fn(&str) -> String,
    ) -> Shown {
        let name = self.name();
        let label = self.label(t, kind);
        let error = error_of(name);
        let text = |lines, width, optional| {
            let proposed = facts
                .proposed
                .clone()
                .filter(|_| name == "reason")
                .unwrap_or_default();
            let typed = given.text(name);
            Shown::Text(TextField {
                name: name.to_owned(),
                label: label.clone(),
                error: error.clone(),
                value: if typed.is_empty() {
                    proposed
                } else {
                    typed.to_owned()
                },
                lines,
                width,
                optional,
                ..TextField::default()
            })
        };
        match self {
            Self::Words("text") if kind == CommandKind::GiveOpinion => text(5, Width::Full, true),
            Self::Words(_) => text(5, Width::Full, false),
            Self::MaybeWords(_) => text(3, Width::Full, true),
            Self::Line(_) => text(1, Width::Full, false),
            Self::Count(_) | Self::WorkingDays(_) | Self::Days(_) => text(1, Width::Ten, false),
            Self::Money(_) => text(1, Width::Twenty, false),
            Self::Day(_) => Shown::Date(date(name, label, error, given)),
            Self::Moment(_) => Shown::Moment(
                date(name, label, error, given),
                TextField {
                    name: format!("{name}-time"),
                    label: say(t, "office-field-time"),
                    value: given.text(&format!("{name}-time")).to_owned(),
                    width: Width::Ten,
                    ..TextField::default()
                },
            ),
            Self::Agency(_) => Shown::Select(agencies(t, name, label, error, facts, given)),
            Self::Colleagues(_) => Shown::Choice(colleagues(name, label, error, facts, given)),
            Self::Open(_) => Shown::Choice(open(t, name, label, error, facts, given)),
            Self::One(_, answers) => Shown::Choice(one(t, name, label, error, answers, given)),
            Self::Tasks => tasks(t, facts, given, error),
        }
    }

    fn label(self, t: &Text, kind: CommandKind) -> String {
        // A field of this very act may have words of its own.
        let own = format!("office-field-{}-{}", kind.name(), self.name());
        t.find(&own, &[])
            .unwrap_or_else(|| say(t, &format!("office-field-{}", self.name())))
    }
}

/// The key under which a field says that its answer is missing.
const fn words_of(field: Field) -> &'static str {
    match field {
        Field::Words(_) | Field::MaybeWords(_) | Field::Line(_) => "words",
        Field::Count(_) => "count",
        Field::WorkingDays(_) | Field::Days(_) => "days",
        Field::Money(_) => "money",
        Field::Day(_) => "day",
        Field::Moment(_) => "moment",
        Field::Agency(_) => "agency",
        Field::Colleagues(_) => "colleagues",
        Field::Open(_) | Field::One(..) => "choice",
        Field::Tasks => "tasks",
    }
}

fn date(name: &str, label: String, error: String, given: &Given) -> DateField {
    let part = |part: &str| given.text(&format!("{name}-{part}")).to_owned();
    DateField {
        name: name.to_owned(),
        label,
        error,
        typed: [part("day"), part("month"), part("year")],
        wrong: Vec::<DatePart>::new(),
        ..DateField::default()
    }
}

fn agencies(t: &Text, name: &str, label: String, error: String, facts: &SheetFacts, given: &Given) -> Select {
    let chosen = given.text(name);
    let none = (String::new(), say(t, "office-field-choose"), chosen.is_empty());
    let all = facts.agencies.iter().map(|(code, unit)| {
        let words = pick(unit, t.lang()).to_owned();
        (code.as_str().to_owned(), words, code.as_str() == chosen)
    });
    Select {
        name: name.to_owned(),
        label,
        error,
        options: std::iter::once(none).chain(all).collect(),
    }
}

fn colleagues(name: &str, label: String, error: String, facts: &SheetFacts, given: &Given) -> ChoiceField {
    let chosen: Vec<&str> = given.all(name).collect();
    ChoiceField {
        name: name.to_owned(),
        label,
        error,
        many: true,
        choices: facts
            .colleagues
            .iter()
            .map(|(id, who)| Choice {
                value: id.to_string(),
                label: who.clone(),
                hint: String::new(),
                checked: chosen.contains(&id.to_string().as_str()),
            })
            .collect(),
        ..ChoiceField::default()
    }
}

fn open(
    t: &Text,
    name: &str,
    label: String,
    error: String,
    facts: &SheetFacts,
    given: &Given,
) -> ChoiceField {
    let chosen = given.text(name);
    let is_only = facts.open.len() == 1;
    ChoiceField {
        name: name.to_owned(),
        label,
        error,
        choices: facts
            .open
            .iter()
            .map(|thing| Choice {
                value: thing.place.to_string(),
                label: format!("{}: {}", pick(&thing.agency, t.lang()), thing.what),
                hint: thing.due.map(|due| day_of(t, due.on)).unwrap_or_default(),
                checked: is_only || chosen == thing.place.to_string(),
            })
            .collect(),
        ..ChoiceField::default()
    }
}

fn day_of(t: &Text, day: motcua_domain::time::Day) -> String {
    let date = day.date();
    t.day(date.year(), date.month(), date.day())
}

fn one(
    t: &Text,
    name: &str,
    label: String,
    error: String,
    answers: &[&'static str],
    given: &Given,
) -> ChoiceField {
    let chosen = given.text(name);
    ChoiceField {
        name: name.to_owned(),
        label,
        error,
        choices: answers
            .iter()
            .map(|answer| Choice {
                value: (*answer).to_owned(),
                label: say(t, &format!("office-field-{name}-{}", answer.replace('_', "-"))),
                hint: String::new(),
                checked: chosen == *answer,
            })
            .collect(),
        ..ChoiceField::default()
    }
}

fn tasks(t: &Text, facts: &SheetFacts, given: &Given, error: String) -> Shown {
    let row = |number: usize| {
        let field = |name: &str, key: &str, lines, width| TextField {
            name: format!("{name}-{number}"),
            label: say(t, key),
            value: given.text(&format!("{name}-{number}")).to_owned(),
            lines,
            width,
            ..TextField::default()
        };
        let agency = format!("agency-{number}");
        TaskRow {
            number,
            agency: agencies(
                t,
                &agency,
                say(t, "office-field-agency"),
                if number == 0 { error.clone() } else { String::new() },
                facts,
                given,
            ),
            what: field("what", "office-field-what", 2, Width::Full),
            days: field("days", "office-field-open-tasks-days", 1, Width::Ten),
            leads: given.text("lead") == number.to_string() || (number == 0 && given.text("lead").is_empty()),
        }
    };
    let order = one(
        t,
        "order",
        say(t, "office-field-order"),
        String::new(),
        ORDERS,
        given,
    );
    Shown::Tasks((0..TASKS).map(row).collect(), order, say(t, "office-field-lead"))
}

/// Every fixed answer that must have its words, for a test.
#[cfg(test)]
pub(super) fn fixed_answers() -> Vec<(&'static str, &'static str)> {
    [
        ("opinion", OPINIONS),
        ("fault", FAULTS),
        ("ground", GROUNDS),
        ("kind", KINDS),
        ("order", ORDERS),
    ]
    .into_iter()
    .flat_map(|(name, answers)| answers.iter().map(move |answer| (name, *answer)))
    .collect()
}
