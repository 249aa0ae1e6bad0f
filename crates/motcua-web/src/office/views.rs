//! What narrows the inbox, and the views that an officer keeps of it under names of their own.

use axum::response::Response;
use motcua_domain::channel::Channel;
use motcua_domain::id::UnitCode;
use motcua_engine::desk::{SavedView, ViewKept};
use motcua_engine::ports::Cursor;
use motcua_engine::view::{Narrowing, Queue};
use motcua_text::Lang;
use url::form_urlencoded;

use super::{Given, inbox};
use crate::components::{Problem as FieldProblem, TextField};
use crate::edge::{Officer, Problem};
use crate::pages::see;
use crate::words::{self, pick};

/// Which list an address or a form wants.
#[derive(Clone)]
pub(super) struct Wanted {
    /// The queue.
    pub(super) queue: Queue,
    /// What narrows it.
    pub(super) narrowing: Narrowing,
    /// The saved view that it is: name and version.
    pub(super) saved: Option<(String, u64)>,
}

impl Wanted {
    /// A whole queue.
    pub(super) fn queue(queue: Queue) -> Self {
        Self {
            queue,
            narrowing: Narrowing::default(),
            saved: None,
        }
    }

    /// A saved view.
    pub(super) fn saved(view: SavedView) -> Self {
        Self {
            queue: view.queue,
            narrowing: view.narrowing,
            saved: Some((view.name, view.version)),
        }
    }

    /// Reads queue and filters; what cannot be read narrows nothing.
    pub(super) fn of(given: &Given) -> Self {
        let some = |name: &str| Some(given.text(name).to_owned()).filter(|text| !text.is_empty());
        Self {
            queue: Queue::from_name(given.text("queue")).unwrap_or(Queue::Mine),
            narrowing: Narrowing {
                procedure: some("procedure"),
                channel: given.text("channel").parse().ok(),
                received_at: some("desk").map(UnitCode::new),
            },
            saved: None,
        }
    }

    /// The address of a page of it.
    pub(super) fn address(&self, after: Option<Cursor>) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if let Some((name, _)) = &self.saved {
            query.append_pair("view", name);
        } else {
            if self.queue != Queue::Mine {
                query.append_pair("queue", self.queue.name());
            }
            for (name, value) in self.fields() {
                query.append_pair(name, &value);
            }
        }
        if let Some(after) = after {
            query.append_pair("after", &format!("{}.{}", after.at.millis(), after.id));
        }
        match query.finish().as_str() {
            "" => "/desk".to_owned(),
            query => format!("/desk?{query}"),
        }
    }

    /// The filters that are set, by the names of their fields.
    fn fields(&self) -> Vec<(&'static str, String)> {
        let narrowing = &self.narrowing;
        [
            ("procedure", narrowing.procedure.clone()),
            (
                "channel",
                narrowing.channel.map(|channel| channel.name().to_owned()),
            ),
            ("desk", narrowing.received_at.as_ref().map(ToString::to_string)),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
    }
}

/// One of the values of a filter.
pub(super) struct Choosable {
    /// What the form sends.
    pub(super) value: String,
    /// What the officer reads.
    pub(super) words: String,
    /// Whether it is set.
    pub(super) is_chosen: bool,
}

/// A filter: a select in the head of the list.
pub(super) struct Select {
    /// The name of its field.
    pub(super) name: &'static str,
    /// What it is, for readers who do not see the first choice.
    pub(super) label: String,
    /// The choice that narrows nothing.
    pub(super) all: String,
    /// The values.
    pub(super) options: Vec<Choosable>,
}

/// The head of the list: filters, and the view that they are or could become.
pub(super) struct Filters {
    /// The filters.
    pub(super) selects: Vec<Select>,
    /// Whether any is set.
    pub(super) are_set: bool,
    /// The whole queue, without them.
    pub(super) clear: String,
    /// What a form must send with it to keep this list: the names and values of its fields.
    pub(super) kept: Vec<(&'static str, String)>,
    /// The name to keep it under.
    pub(super) name: TextField,
    /// The saved view that is shown, by name.
    pub(super) saved: Option<String>,
    /// What is wrong with the name.
    pub(super) problems: Vec<FieldProblem>,
}

impl Filters {
    /// The head of a list; with what was typed and what is wrong, after a view that could not be kept.
    pub(super) fn of(officer: &Officer, wanted: &Wanted, given: &Given, error: Option<String>) -> Self {
        let t = officer.visitor.t();
        let error = error.unwrap_or_default();
        let (saved, version) = wanted.saved.clone().unzip();
        let mut kept = wanted.fields();
        kept.push(("queue", wanted.queue.name().to_owned()));
        let version = version.map_or_else(|| given.text("version").to_owned(), |version| version.to_string());
        kept.push(("version", version));
        let problems = (!error.is_empty()).then(|| FieldProblem {
            field: "name".to_owned(),
            words: error.clone(),
        });
        Self {
            selects: selects(officer, &wanted.narrowing),
            are_set: !wanted.narrowing.is_wide(),
            clear: Wanted::queue(wanted.queue).address(None),
            kept,
            name: TextField {
                name: "name".to_owned(),
                label: t.desk_view_name(),
                hint: t.desk_view_hint(),
                value: saved.clone().unwrap_or_else(|| given.text("name").to_owned()),
                error,
                ..TextField::default()
            },
            saved,
            problems: problems.into_iter().collect(),
        }
    }
}

fn selects(officer: &Officer, narrowing: &Narrowing) -> Vec<Select> {
    let (t, lang) = (officer.visitor.t(), officer.visitor.lang);
    let engine = officer.visitor.edge.engine();
    let city = engine.city();
    let option = |value: &str, words: &str, chosen: Option<&str>| Choosable {
        value: value.to_owned(),
        words: words.to_owned(),
        is_chosen: chosen == Some(value),
    };
    let sorted = |mut options: Vec<Choosable>| {
        options.sort_by(|one, other| one.words.cmp(&other.words));
        options
    };
    let desk = narrowing.received_at.as_ref().map(UnitCode::as_str);
    let agencies = city
        .units
        .on(engine.now().day())
        .filter(|unit| unit.kind.is_agency());
    vec![
        Select {
            name: "procedure",
            label: t.office_column_procedure(),
            all: t.desk_filter_procedure(),
            options: sorted(
                city.procedures
                    .iter()
                    .map(|(code, procedure)| {
                        let english = procedure.version.name_en.as_deref().filter(|_| lang == Lang::En);
                        let name = english.unwrap_or(&procedure.version.name_vi);
                        option(code, name, narrowing.procedure.as_deref())
                    })
                    .collect(),
            ),
        },
        Select {
            name: "channel",
            label: t.office_column_channel(),
            all: t.desk_filter_channel(),
            options: Channel::ALL
                .into_iter()
                .map(|channel| {
                    let chosen = narrowing.channel.map(Channel::name);
                    option(channel.name(), &words::channel(t, channel), chosen)
                })
                .collect(),
        },
        Select {
            name: "desk",
            label: t.office_column_desk(),
            all: t.desk_filter_desk(),
            options: sorted(
                agencies
                    .map(|unit| option(unit.code.as_str(), pick(&city.unit_name(&unit.code), lang), desk))
                    .collect(),
            ),
        },
    ]
}

/// Keeps the list that is shown under a name; a name that cannot be had comes back with the list.
pub async fn keep(officer: Officer, given: Given) -> Result<Response, Problem> {
    let wanted = Wanted::of(&given);
    let view = SavedView {
        name: given.text("name").to_owned(),
        queue: wanted.queue,
        narrowing: wanted.narrowing,
        version: given.text("version").parse().unwrap_or(0),
    };
    let kept = view.clone();
    let outcome = officer
        .ask(move |engine, staff| engine.keep_view(staff, &kept))
        .await?;
    let t = officer.visitor.t();
    let error = match outcome {
        ViewKept::Yes => return Ok(see(&Wanted::saved(view).address(None))),
        ViewKept::NameUnusable => t.desk_view_name_missing(),
        ViewKept::NameTaken => t.desk_view_name_taken(),
        ViewKept::TooMany => t.desk_view_too_many(),
    };
    inbox::shown(&officer, &given, None, Some(error)).await
}

/// Throws a view away, and leads to the inbox.
pub async fn discard(officer: Officer, given: Given) -> Result<Response, Problem> {
    let name = given.text("name").to_owned();
    officer
        .ask(move |engine, staff| engine.drop_view(staff, &name))
        .await?;
    Ok(see("/desk"))
}

#[cfg(test)]
mod tests;
