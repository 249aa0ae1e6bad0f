//! `forms/*.toml`: e-forms, one version a file, so that a version in force is never edited by accident.

use std::collections::{BTreeMap, BTreeSet};

use motcua_domain::bilingual::Bilingual;
use motcua_domain::case::GroundForActing;
use motcua_domain::form::{
    Choice, Condition, DateRule, FormVersion, HeldBy, Page, ProblemCode, Question, QuestionKind,
};
use motcua_domain::id::FormId;
use serde::Deserialize;

use super::Paper;
use super::error::CityError;
use super::layout::{Place, Words, yes};
use super::source::Source;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    number: u32,
    title: Words,
    from: String,
    to: Option<String>,
    legal_basis: String,
    papers_after: Option<String>,
    page: Vec<PageEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PageEntry {
    id: String,
    title: Option<Words>,
    group: Words,
    question: Vec<QuestionEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionEntry {
    id: String,
    #[serde(default)]
    was: Vec<String>,
    kind: String,
    #[serde(default = "yes")]
    is_required: bool,
    label: Words,
    short: Words,
    hint: Option<Words>,
    #[serde(default)]
    errors: BTreeMap<String, Words>,
    show_if: Option<ConditionEntry>,
    held_by: Option<HeldByEntry>,
    legal_basis: Option<String>,
    // What single kinds take.
    length_max: Option<usize>,
    #[serde(default)]
    is_long: bool,
    #[serde(default)]
    may_be_future: bool,
    years_ago_max: Option<u16>,
    #[serde(default)]
    choice: Vec<ChoiceEntry>,
    least: Option<i64>,
    most: Option<i64>,
    born: Option<String>,
    component: Option<String>,
    files_max: Option<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChoiceEntry {
    value: String,
    label: Words,
    hint: Option<Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HeldByEntry {
    vi: String,
    en: String,
    fact: String,
}

/// `{ question = "q", is = "value" }`, `{ given = "q" }`, `{ all = […] }`, `{ any = […] }`, `{ not = … }`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConditionEntry {
    question: Option<String>,
    is: Option<String>,
    given: Option<String>,
    all: Option<Vec<ConditionEntry>>,
    any: Option<Vec<ConditionEntry>>,
    not: Option<Box<ConditionEntry>>,
}

/// What every filing begins with, before its form: on what ground somebody acts, and which case it is.
const BEGUN: [&str; 2] = ["@ground", "@variant"];

/// The forms of a city while procedures are being tied to them.
pub(super) struct Forms {
    versions: Vec<Template>,
    copies: Vec<FormVersion>,
    templates: BTreeSet<String>,
}

struct Template {
    file: String,
    form: FormVersion,
    papers_after: Option<String>,
}

pub(super) fn read(source: &Source) -> Result<Forms, CityError> {
    let mut versions: Vec<Template> = Vec::new();
    for path in source.files_in("forms") {
        let template = form(path, source.parse(path)?)?;
        if versions.iter().any(|other| other.form.id == template.form.id) {
            return Err(CityError::new(
                path,
                template.form.id.as_str(),
                "another file has this name and number: a new version has the next number",
            ));
        }
        versions.push(template);
    }
    versions
        .sort_by(|one, other| (&one.form.name, one.form.number).cmp(&(&other.form.name, other.form.number)));
    Ok(Forms {
        versions,
        copies: Vec::new(),
        templates: BTreeSet::new(),
    })
}

impl Forms {
    /// Ties the form of a name to a procedure with these papers, and says which form version stands for it. The
    /// general form is copied for each procedure, because the pages for papers differ.
    pub(super) fn tie(&mut self, name: &str, procedure: Option<&str>, papers: &[Paper]) -> Option<FormId> {
        let tied = procedure.map_or_else(|| name.to_owned(), |code| format!("{name}-{code}"));
        let mut last = None;
        for template in self.versions.iter().filter(|template| template.form.name == name) {
            let mut form = template.form.clone();
            form.name.clone_from(&tied);
            form.id = FormId::new(format!("{tied}@{}", form.number));
            if let Some(after) = &template.papers_after {
                add_papers(&mut form, after, papers);
            }
            last = Some(form.id.clone());
            self.copies.retain(|other| other.id != form.id);
            self.copies.push(form);
        }
        if last.is_some() {
            self.templates.insert(name.to_owned());
        }
        last
    }

    /// The file of a form, for messages.
    pub(super) fn files(&self) -> impl Iterator<Item = (&str, &FormVersion)> {
        self.versions
            .iter()
            .map(|template| (template.file.as_str(), &template.form))
    }

    /// The forms that a draft can be answered to: those tied to a procedure, and those nothing uses yet.
    pub(super) fn into_usable(self) -> Vec<FormVersion> {
        let Self {
            versions,
            mut copies,
            templates,
        } = self;
        copies.extend(
            versions
                .into_iter()
                .map(|template| template.form)
                .filter(|form| !templates.contains(&form.name)),
        );
        copies.sort_by(|one, other| (&one.name, one.number).cmp(&(&other.name, other.number)));
        copies
    }
}

/// The condition under which a paper is asked: the cases and the grounds that it belongs to; `None` where it is all.
fn of_case(paper: &Paper) -> Option<Condition> {
    let one_of = |question: &str, values: Vec<String>| {
        let is = |value: String| Condition::Is {
            question: question.to_owned(),
            value,
        };
        (!values.is_empty()).then(|| Condition::Any(values.into_iter().map(is).collect()))
    };
    let grounds = paper.grounds.iter().map(|ground| ground_name(*ground).to_owned());
    let conditions: Vec<Condition> = [
        one_of("@variant", paper.variants.clone()),
        one_of("@ground", grounds.collect()),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!conditions.is_empty()).then_some(Condition::All(conditions))
}

/// The stable name of a ground, as answers have it.
const fn ground_name(ground: GroundForActing) -> &'static str {
    match ground {
        GroundForActing::Own => "own",
        GroundForActing::Parent => "parent",
        GroundForActing::Guardian => "guardian",
        GroundForActing::Mandate => "mandate",
    }
}

/// Puts one upload page for each paper that the form does not ask for itself after the named page.
fn add_papers(form: &mut FormVersion, after: &str, papers: &[Paper]) {
    let asked: BTreeSet<String> = form
        .questions()
        .filter_map(|question| match &question.kind {
            QuestionKind::File { component, .. } => component.clone(),
            _ => None,
        })
        .collect();
    let pages: Vec<Page> = papers
        .iter()
        .filter(|paper| !asked.contains(&paper.id))
        .map(|paper| Page {
            id: format!("giay-to-{}", paper.id),
            title: None,
            group: Bilingual::new("Giấy tờ", "Papers"),
            questions: vec![Question {
                id: format!("paper.{}", paper.id),
                was: Vec::new(),
                kind: QuestionKind::File {
                    component: Some(paper.id.clone()),
                    files_max: 10,
                },
                is_required: paper.is_required,
                label: paper.name.clone(),
                short: paper.name.clone(),
                hint: None,
                errors: Vec::new(),
                show_if: of_case(paper),
                held_by: None,
                legal_basis: None,
            }],
        })
        .collect();
    let place = form
        .pages
        .iter()
        .position(|page| page.id == after)
        .map_or(form.pages.len(), |place| place + 1);
    form.pages.splice(place..place, pages);
}

fn form(path: &str, file: File) -> Result<Template, CityError> {
    let place = Place {
        file: path,
        key: &file.name,
    };
    if file.name.is_empty()
        || !file
            .name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
    {
        return Err(
            place.error("the name of a form has small letters and hyphens only: it stands in addresses")
        );
    }
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    let mut pages = Vec::new();
    for page in &file.page {
        pages.push(self::page(path, page, &mut known)?);
    }
    if let Some(repeated) = repeated(file.page.iter().map(|page| page.id.as_str())) {
        return Err(Place {
            file: path,
            key: repeated,
        }
        .error("two pages have this id"));
    }
    if let Some(after) = file
        .papers_after
        .as_deref()
        .filter(|after| !file.page.iter().any(|page| page.id == *after))
    {
        return Err(place.error(format!(
            "papers_after names the page `{after}`, which the form does not have"
        )));
    }
    let form = FormVersion {
        id: FormId::new(format!("{}@{}", file.name, file.number)),
        name: file.name.clone(),
        number: file.number,
        title: place.words(&file.title)?,
        from: place.day(&file.from)?,
        to: place.day_maybe(file.to.as_deref())?,
        legal_basis: file.legal_basis.clone(),
        pages,
    };
    Ok(Template {
        file: path.to_owned(),
        form,
        papers_after: file.papers_after.clone(),
    })
}

fn repeated<'a>(ids: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut seen = BTreeSet::new();
    ids.into_iter().find(|id| !seen.insert(*id))
}

/// A page; `known` has the questions before it, by id, with their kinds.
fn page(path: &str, entry: &PageEntry, known: &mut BTreeMap<String, String>) -> Result<Page, CityError> {
    let place = Place {
        file: path,
        key: &entry.id,
    };
    let mut questions = Vec::new();
    for question in &entry.question {
        questions.push(self::question(path, question, known)?);
        if known.insert(question.id.clone(), question.kind.clone()).is_some() {
            return Err(Place {
                file: path,
                key: &question.id,
            }
            .error("two questions have this id"));
        }
    }
    if questions.len() > 1 && entry.title.is_none() {
        return Err(
            place.error("asks several questions and has no title: write one, it is the heading of the page")
        );
    }
    Ok(Page {
        id: entry.id.clone(),
        title: entry.title.as_ref().map(|title| place.words(title)).transpose()?,
        group: place.words(&entry.group)?,
        questions,
    })
}

fn question(
    path: &str,
    entry: &QuestionEntry,
    known: &BTreeMap<String, String>,
) -> Result<Question, CityError> {
    let place = Place {
        file: path,
        key: &entry.id,
    };
    let mut errors = Vec::new();
    for (code, sentence) in &entry.errors {
        let code = ProblemCode::from_code(code).ok_or_else(|| {
            let codes: Vec<&str> = ProblemCode::ALL.into_iter().map(ProblemCode::code).collect();
            place.error(format!(
                "`{code}` is no problem an answer can have: write one of {}",
                codes.join(", ")
            ))
        })?;
        errors.push((code, place.words(sentence)?));
    }
    let show_if = entry
        .show_if
        .as_ref()
        .map(|condition| condition.read(place))
        .transpose()?;
    for asked in show_if.iter().flat_map(Condition::questions) {
        if !known.contains_key(asked) && !BEGUN.contains(&asked) {
            return Err(place.error(format!(
                "show_if looks at `{asked}`, which is not asked before: put it earlier"
            )));
        }
    }
    let held_by = entry.held_by.as_ref().map(|held| -> Result<HeldBy, CityError> {
        Ok(HeldBy {
            register: place.bilingual(&held.vi, &held.en)?,
            fact: held.fact.clone(),
        })
    });
    Ok(Question {
        id: entry.id.clone(),
        was: entry.was.clone(),
        kind: kind(place, entry, known)?,
        is_required: entry.is_required,
        label: place.words(&entry.label)?,
        short: place.words(&entry.short)?,
        hint: entry.hint.as_ref().map(|hint| place.words(hint)).transpose()?,
        errors,
        show_if,
        held_by: held_by.transpose()?,
        legal_basis: entry.legal_basis.clone(),
    })
}

fn kind(
    place: Place<'_>,
    entry: &QuestionEntry,
    known: &BTreeMap<String, String>,
) -> Result<QuestionKind, CityError> {
    let needed = |name: &str| place.error(format!("a question of kind {} needs `{name}`", entry.kind));
    Ok(match entry.kind.as_str() {
        "text" => QuestionKind::Text {
            length_max: entry.length_max.ok_or_else(|| needed("length_max"))?,
            is_long: entry.is_long,
        },
        "name" => QuestionKind::Name,
        "date" => QuestionKind::Date(DateRule {
            may_be_future: entry.may_be_future,
            years_ago_max: entry.years_ago_max,
        }),
        "time" => QuestionKind::Time,
        "choice" => {
            if entry.choice.len() < 2 {
                return Err(place.error("a choice has at least two [[page.question.choice]]"));
            }
            if let Some(value) = repeated(entry.choice.iter().map(|choice| choice.value.as_str())) {
                return Err(place.error(format!("two choices have the value `{value}`")));
            }
            QuestionKind::Choice(
                entry
                    .choice
                    .iter()
                    .map(|choice| choice.read(place))
                    .collect::<Result<_, _>>()?,
            )
        }
        "number" => QuestionKind::Number {
            least: entry.least.ok_or_else(|| needed("least"))?,
            most: entry.most.ok_or_else(|| needed("most"))?,
        },
        "personal-number" => {
            if let Some(born) = entry
                .born
                .as_ref()
                .filter(|born| known.get(*born).is_none_or(|kind| kind != "date"))
            {
                return Err(place.error(format!("born names `{born}`, which is no date asked before")));
            }
            QuestionKind::PersonalNumber {
                born: entry.born.clone(),
            }
        }
        "phone" => QuestionKind::Phone,
        "email" => QuestionKind::Email,
        "address" => QuestionKind::Address,
        "file" => QuestionKind::File {
            component: entry.component.clone(),
            files_max: entry.files_max.ok_or_else(|| needed("files_max"))?,
        },
        other => {
            return Err(place.error(format!(
                "`{other}` is no kind of question: write text, name, date, time, choice, number, personal-number, phone, email, address or file"
            )));
        }
    })
}

impl ChoiceEntry {
    fn read(&self, place: Place<'_>) -> Result<Choice, CityError> {
        Ok(Choice {
            value: self.value.clone(),
            label: place.words(&self.label)?,
            hint: self.hint.as_ref().map(|hint| place.words(hint)).transpose()?,
        })
    }
}

impl ConditionEntry {
    fn read(&self, place: Place<'_>) -> Result<Condition, CityError> {
        let several = |parts: &[Self]| {
            parts
                .iter()
                .map(|part| part.read(place))
                .collect::<Result<Vec<_>, _>>()
        };
        match self {
            Self {
                question: Some(question),
                is: Some(value),
                given: None,
                all: None,
                any: None,
                not: None,
            } => Ok(Condition::Is {
                question: question.clone(),
                value: value.clone(),
            }),
            Self {
                question: None,
                is: None,
                given: Some(question),
                all: None,
                any: None,
                not: None,
            } => Ok(Condition::Given {
                question: question.clone(),
            }),
            Self {
                question: None,
                is: None,
                given: None,
                all: Some(parts),
                any: None,
                not: None,
            } => Ok(Condition::All(several(parts)?)),
            Self {
                question: None,
                is: None,
                given: None,
                all: None,
                any: Some(parts),
                not: None,
            } => Ok(Condition::Any(several(parts)?)),
            Self {
                question: None,
                is: None,
                given: None,
                all: None,
                any: None,
                not: Some(part),
            } => Ok(Condition::Not(Box::new(part.read(place)?))),
            _ => Err(place.error("show_if is one of { question, is }, { given }, { all }, { any }, { not }")),
        }
    }
}
