//! What every filing begins with, whatever its form asks: on what ground the person acts, which case of the procedure
//! it is; and the rows that say so afterwards, with what it costs.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use motcua_domain::case::GroundForActing;
use motcua_domain::catalogue::{Money, PerWhat};
use motcua_engine::engine::UseError;
use motcua_engine::filing::{CheckView, FeeView, OpenDraft, Stop, WayFee, ground_name};
use motcua_text::{Text, capitalised};
use serde::Deserialize;

use super::drafts::{self, Place, Then, address, opened};
use crate::components::{Choice, ChoiceField, Problem as FieldProblem, Row, RowAct};
use crate::edge::{Edge, Resident};
use crate::page::Page;
use crate::pages::{html, see};
use crate::words::{self, pick, say, uncapitalised};

/// The field of the choice.
const CHOSEN: &str = "chosen";

#[derive(Template)]
#[template(path = "city/choice.html")]
struct ChoicePage {
    page: Page,
    place: Place,
    action: String,
    problems: Vec<FieldProblem>,
    field: ChoiceField,
}

/// What was chosen.
#[derive(Debug, Deserialize)]
pub struct Chosen {
    #[serde(default)]
    chosen: String,
    later: Option<String>,
}

/// Asks on what ground the person acts.
pub async fn ground(
    State(edge): State<Edge>,
    resident: Resident,
    Path(id): Path<String>,
    Query(then): Query<Then>,
) -> Response {
    ask(&edge, &resident, &id, &Stop::Ground, then).await
}

/// Takes the ground.
pub async fn choose_ground(
    State(edge): State<Edge>,
    resident: Resident,
    Path(id): Path<String>,
    Query(then): Query<Then>,
    Form(form): Form<Chosen>,
) -> Response {
    choose(&edge, &resident, &id, Stop::Ground, then, form).await
}

/// Asks which case of the procedure it is.
pub async fn variant(
    State(edge): State<Edge>,
    resident: Resident,
    Path(id): Path<String>,
    Query(then): Query<Then>,
) -> Response {
    ask(&edge, &resident, &id, &Stop::Variant, then).await
}

/// Takes the case of the procedure.
pub async fn choose_variant(
    State(edge): State<Edge>,
    resident: Resident,
    Path(id): Path<String>,
    Query(then): Query<Then>,
    Form(form): Form<Chosen>,
) -> Response {
    choose(&edge, &resident, &id, Stop::Variant, then, form).await
}

async fn ask(edge: &Edge, resident: &Resident, id: &str, stop: &Stop, then: Then) -> Response {
    let draft = match opened(edge, resident, id).await {
        Ok(draft) => draft,
        Err(elsewhere) => return elsewhere,
    };
    if !draft.stops(edge.engine().now().day()).contains(stop) {
        // The procedure does not ask it, or no longer.
        return see(&format!("/drafts/{}", draft.row.id));
    }
    let visitor = &resident.visitor;
    let t = visitor.t();
    let mut field = field(t, &draft, stop);
    let is_wrong = then.shows_errors() && !field.choices.iter().any(|choice| choice.checked);
    if is_wrong {
        field.error = match stop {
            Stop::Ground => t.begin_ground_missing(),
            _ => t.begin_variant_missing(),
        };
    }
    let mut page = visitor.page(field.label.clone());
    page.has_errors = is_wrong;
    let view = ChoicePage {
        page,
        place: Place::of(edge, t, &draft, stop, then),
        action: format!("{}{}", address(draft.row.id, stop), then.query()),
        problems: is_wrong
            .then(|| FieldProblem {
                field: CHOSEN.to_owned(),
                words: field.error.clone(),
            })
            .into_iter()
            .collect(),
        field,
    };
    html(visitor, &view)
}

fn field(t: &Text, draft: &OpenDraft, stop: &Stop) -> ChoiceField {
    let (label, hint, choices) = match stop {
        Stop::Ground => (
            t.begin_ground_title(),
            t.begin_ground_hint(),
            ground_choices(t, draft),
        ),
        _ => (
            t.begin_variant_title(),
            t.begin_variant_hint(),
            variant_choices(t, draft),
        ),
    };
    ChoiceField {
        name: CHOSEN.to_owned(),
        label,
        is_title: true,
        hint,
        choices,
        ..ChoiceField::default()
    }
}

fn ground_choices(t: &Text, draft: &OpenDraft) -> Vec<Choice> {
    // Until one is chosen the usual ground stands marked: the first that the procedure names.
    let usual = draft.procedure.grounds.first().copied();
    let chosen = draft.ground().or(usual);
    let choice = |ground: &GroundForActing| {
        let key = format!("begin-ground-{}", ground_name(*ground));
        Choice {
            value: ground_name(*ground).to_owned(),
            label: say(t, &key),
            hint: say(t, &format!("{key}-hint")),
            checked: chosen == Some(*ground),
        }
    };
    draft.procedure.grounds.iter().map(choice).collect()
}

fn variant_choices(t: &Text, draft: &OpenDraft) -> Vec<Choice> {
    let chosen = draft.variant().map(|variant| variant.name.as_str());
    let limit = |name: &str| draft.procedure.variant_limit(name);
    let variants = draft.procedure.variants.iter().map(|variant| Choice {
        value: variant.name.clone(),
        label: pick(&variant.label, t.lang()).to_owned(),
        hint: limit(&variant.name).map_or_else(String::new, |limit| {
            t.begin_variant_limit(words::limit(t, &limit))
        }),
        checked: chosen == Some(variant.name.as_str()),
    });
    variants.collect()
}

async fn choose(
    edge: &Edge,
    resident: &Resident,
    id: &str,
    stop: Stop,
    then: Then,
    form: Chosen,
) -> Response {
    let draft = match opened(edge, resident, id).await {
        Ok(draft) => draft,
        Err(elsewhere) => return elsewhere,
    };
    let (person, draft_id) = (resident.person.clone(), draft.row.id);
    let is_ground = stop == Stop::Ground;
    let chosen = edge
        .ask(move |parts| {
            let engine = &parts.engine;
            let saved = if is_ground {
                engine.choose_ground(&person, draft_id, &form.chosen)
            } else {
                engine.choose_variant(&person, draft_id, &form.chosen)
            };
            match saved {
                Err(UseError::Unusable(_)) => Ok((None, form.later)),
                Err(error) => Err(error),
                Ok(()) => Ok((Some(engine.open_draft(&person, draft_id)?), form.later)),
            }
        })
        .await;
    match chosen {
        Ok((_, Some(_))) => see("/cases"),
        Ok((Some(draft), None)) => see(&drafts::onward(&draft, &stop, then, edge.engine().now().day())),
        Ok((None, None)) => see(&format!(
            "{}{}",
            address(draft_id, &stop),
            then.query_with_errors()
        )),
        Err(error) => resident.visitor.problem(error).into_response(),
    }
}

/// A ground in words.
pub fn ground_words(t: &Text, ground: Option<GroundForActing>) -> String {
    ground.map_or_else(
        || t.filing_check_empty(),
        |ground| say(t, &format!("begin-ground-{}", ground_name(ground))),
    )
}

/// Who acts, for whom, on what ground, in which case of the procedure: the first rows of the check.
pub(super) fn people_rows(t: &Text, view: &CheckView) -> Vec<Row> {
    let changed_at = |stop: &Stop, is_asked: bool| {
        if is_asked {
            RowAct::Change(format!("{}?to=check", address(view.draft, stop)))
        } else {
            RowAct::None
        }
    };
    let row = |label, value, act| Row {
        label,
        value,
        detail: String::new(),
        act,
    };
    let people = &view.people;
    let concerned = match (&people.concerned, people.ground) {
        (Some(name), _) => name.clone(),
        (None, Some(GroundForActing::Own)) => t.begin_people_self(),
        (None, _) => t.begin_people_concerned_later(),
    };
    let mut rows = vec![
        row(t.begin_people_acting(), people.acting.clone(), RowAct::None),
        row(
            t.begin_people_ground(),
            ground_words(t, people.ground),
            changed_at(&Stop::Ground, view.is_ground_asked),
        ),
        row(t.begin_people_concerned(), concerned, RowAct::None),
    ];
    if view.is_variant_asked {
        let words = view.variant.as_ref();
        rows.push(row(
            t.begin_variant(),
            words.map_or_else(
                || t.filing_check_empty(),
                |words| pick(words, t.lang()).to_owned(),
            ),
            changed_at(&Stop::Variant, true),
        ));
    }
    rows
}

/// What it costs, by what text, and whether that is sure.
pub(super) fn fee_rows(t: &Text, fee: &FeeView) -> Vec<Row> {
    let online = amount(t, &fee.online);
    let value = if fee.counter.is_some() {
        t.begin_fee_online(&online)
    } else {
        online
    };
    let mut details = Vec::new();
    if let Some(counter) = &fee.counter {
        details.push(t.begin_fee_counter(uncapitalised(&amount(t, counter))));
    }
    // What is waived is no charge that nobody levies: the text that sets it stands beside the one that waives it.
    let is_never_charged = fee.online.is_free() && fee.relief.is_none();
    details.push(match (is_never_charged, fee.is_by_text) {
        (true, true) => t.begin_fee_free_basis(&fee.legal_basis),
        (true, false) => t.begin_fee_free_decision(&fee.legal_basis),
        (false, true) => t.begin_fee_basis(&fee.legal_basis),
        (false, false) => t.begin_fee_decision(&fee.legal_basis),
    });
    if let Some((list, basis)) = &fee.relief {
        details.insert(0, t.begin_fee_relief(t.dong(list.get()), basis));
    }
    if fee.is_unconfirmed {
        details.push(t.begin_fee_unconfirmed());
    }
    vec![Row {
        label: fee
            .online
            .kind
            .map_or_else(|| t.begin_fee(), |kind| kind_words(t, kind)),
        value: capitalised(&value),
        detail: details.join(". "),
        act: RowAct::None,
    }]
}

fn kind_words(t: &Text, kind: motcua_domain::catalogue::ChargeKind) -> String {
    use motcua_domain::catalogue::ChargeKind;
    match kind {
        ChargeKind::Fee => t.begin_fee_kind_fee(),
        ChargeKind::Levy => t.begin_fee_kind_levy(),
        ChargeKind::Price => t.begin_fee_kind_price(),
        ChargeKind::FeeOrLevy => t.begin_fee_kind_fee_or_levy(),
    }
}

/// "2.000 đồng mỗi trang"; "Miễn phí" for nothing.
fn amount(t: &Text, fee: &WayFee) -> String {
    let words = match fee.amount {
        None => return t.begin_fee_unknown(),
        Some(_) if fee.is_free() => return t.begin_fee_free(),
        Some(Money::Vnd(dong)) => t.dong(dong.get()),
        Some(Money::Usd(dollars)) => t.begin_fee_dollars(t.number(dollars)),
    };
    match fee.per {
        None | Some(PerWhat::Case) => words,
        Some(PerWhat::Page) => t.begin_fee_per_page(words),
        Some(PerWhat::Copy) => t.begin_fee_per_copy(words),
        Some(PerWhat::Person) => t.begin_fee_per_person(words),
        Some(PerWhat::Event) => t.begin_fee_per_event(words),
        Some(PerWhat::Vehicle) => t.begin_fee_per_vehicle(words),
        Some(PerWhat::Site) => t.begin_fee_per_site(words),
    }
}
