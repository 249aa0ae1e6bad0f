//! The money of a case: list price, reduction, ground, what is due, by which text; and what may be done about it now.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use motcua_domain::case::{Command, CommandKind, PaymentMethod, Relief};
use motcua_domain::money::Dong;
use motcua_engine::engine::{UseError, actor_of};
use motcua_engine::money::ChargeView;
use motcua_text::Text;

use super::acts::Done;
use super::{Given, Place};
use crate::components::Tone;
use crate::edge::{Officer, Problem};
use crate::page::Page;
use crate::pages::{html, see};
use crate::words::{legal_basis, pick, say};

/// A charge with its forms.
struct ChargeRow {
    place: u16,
    kind: String,
    list: String,
    relief: String,
    due: String,
    basis: String,
    state: (Tone, String),
    receipt: String,
    is_unconfirmed: bool,
    doubles: String,
    can_take: bool,
    can_relieve: bool,
    can_ask_refund: bool,
    can_decide_refund: bool,
    /// Money that nobody owed must go back: it can only be granted.
    must_refund: bool,
    can_reconcile: bool,
}

#[derive(Template)]
#[template(path = "office/money.html")]
struct MoneyPage {
    page: Page,
    name: String,
    procedure: String,
    applicant: String,
    charges: Vec<ChargeRow>,
    methods: Vec<(&'static str, String)>,
    open: String,
    is_owed: bool,
    is_immediate: bool,
    done: Option<Done>,
}

/// The money of a case.
pub async fn show(officer: Officer, Path(name): Path<String>) -> Result<Response, Problem> {
    let asked = Given::of_query(&officer.visitor.path);
    let view = officer
        .ask(move |engine, staff| engine.money(staff, &name))
        .await?;
    let t = officer.visitor.t();
    let mut page = officer.page(t.money_title(), Place::Desk);
    page.which.clone_from(&view.name);
    let shown = MoneyPage {
        page,
        procedure: pick(&view.procedure, t.lang()).to_owned(),
        applicant: view.applicant,
        charges: view.charges.iter().map(|charge| row(t, charge)).collect(),
        methods: methods(t),
        open: t.dong(view.open.get()),
        is_owed: !view.open.is_zero(),
        is_immediate: view.is_immediate,
        done: Done::of(t, &asked),
        name: view.name,
    };
    Ok(html(&officer.visitor, &shown))
}

/// The ways of paying that a desk takes.
fn methods(t: &Text) -> Vec<(&'static str, String)> {
    PaymentMethod::AT_DESK
        .into_iter()
        .map(|method| (method.name(), say(t, &format!("money-method-{}", method.name()))))
        .collect()
}

fn row(t: &Text, view: &ChargeView) -> ChargeRow {
    let charge = &view.charge;
    let can = |kind: CommandKind| view.acts.contains(&kind);
    let state = charge.state;
    let tone = if state.is_payable() {
        Tone::Gold
    } else if state.is_settled() {
        Tone::Jade
    } else {
        Tone::Sea
    };
    ChargeRow {
        place: view.place,
        kind: say(
            t,
            &format!("counter-kind-{}", charge.line.kind.name().replace('_', "-")),
        ),
        list: t.dong(charge.line.list.get()),
        relief: charge
            .line
            .relief
            .as_ref()
            .map_or_else(String::new, |relief| relief_words(t, charge.line.list, relief)),
        due: t.dong(charge.line.due.get()),
        basis: legal_basis(t, &charge.line.legal_basis),
        state: (
            tone,
            say(t, &format!("money-state-{}", state.name().replace('_', "-"))),
        ),
        receipt: charge.receipt.as_ref().map_or_else(String::new, |receipt| {
            t.money_receipt(
                receipt.number,
                i64::from(receipt.year).to_string(),
                say(t, &format!("money-method-{}", receipt.method.name())),
            )
        }),
        is_unconfirmed: !charge.line.is_confirmed,
        doubles: if charge.doubles.is_empty() {
            String::new()
        } else {
            t.money_doubles(charge.doubles.len())
        },
        can_take: can(CommandKind::TakePayment),
        can_relieve: can(CommandKind::RelieveCharge),
        can_ask_refund: can(CommandKind::AskRefund),
        can_decide_refund: can(CommandKind::DecideRefund),
        must_refund: state != motcua_domain::case::PaymentState::RefundAsked,
        can_reconcile: can(CommandKind::Reconcile),
    }
}

/// How much less, and why.
fn relief_words(t: &Text, list: Dong, relief: &Relief) -> String {
    let less = list.get().saturating_sub(relief.due.get());
    let known = t.find(&format!("money-ground-{}", relief.ground), &[]);
    let ground = known.unwrap_or_else(|| relief.ground.clone());
    t.money_less(t.dong(less), ground, legal_basis(t, &relief.legal_basis))
}

/// The charge that a form names.
fn charge(officer: &Officer, given: &Given) -> Result<u16, Problem> {
    given
        .text("charge")
        .parse()
        .map_err(|_| officer.visitor.problem(UseError::Unusable("form-unreadable")))
}

fn method(officer: &Officer, given: &Given) -> Result<PaymentMethod, Problem> {
    PaymentMethod::from_name(given.text("method"))
        .filter(|method| PaymentMethod::AT_DESK.contains(method))
        .ok_or_else(|| officer.visitor.problem(UseError::Unusable("money-method")))
}

/// An amount as people type it: digits, with or without points between the groups.
pub(super) fn amount(typed: &str) -> Option<Dong> {
    let digits: String = typed
        .chars()
        .filter(|c| !matches!(c, '.' | ',' | ' ' | '\u{a0}'))
        .collect();
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().ok()).flatten().map(Dong::new)
}

/// Carries an act out, and leads back to the money.
async fn carry_out(
    officer: Officer,
    name: String,
    kind: CommandKind,
    reason: String,
    command: impl FnOnce(Option<motcua_domain::id::NoteId>) -> Command + Send + 'static,
) -> Result<Response, Problem> {
    let address = format!("/desk/cases/{name}/money?done={}&of={name}", kind.name());
    officer
        .ask(move |engine, staff| {
            engine.act_named(&actor_of(staff), &name, |words| Ok(command(words.note(&reason))))
        })
        .await?;
    Ok(see(&address))
}

/// Thu tiền tại quầy.
pub async fn take(officer: Officer, Path(name): Path<String>, given: Given) -> Result<Response, Problem> {
    let (charge, method) = (charge(&officer, &given)?, method(&officer, &given)?);
    carry_out(
        officer,
        name,
        CommandKind::TakePayment,
        String::new(),
        move |_| Command::TakePayment { charge, method },
    )
    .await
}

/// Miễn, giảm: on a ground.
pub async fn relieve(officer: Officer, Path(name): Path<String>, given: Given) -> Result<Response, Problem> {
    let charge = charge(&officer, &given)?;
    let due = amount(given.text("due"))
        .ok_or_else(|| officer.visitor.problem(UseError::Unusable("money-amount")))?;
    let relief = Relief {
        due,
        ground: given.text("ground").chars().take(GROUND_LENGTH_MAX).collect(),
        legal_basis: given.text("basis").chars().take(GROUND_LENGTH_MAX).collect(),
    };
    carry_out(
        officer,
        name,
        CommandKind::RelieveCharge,
        String::new(),
        move |_| Command::RelieveCharge { charge, relief },
    )
    .await
}

/// The longest ground or text of law.
const GROUND_LENGTH_MAX: usize = 200;

/// Đề nghị hoàn tiền.
pub async fn ask_refund(
    officer: Officer,
    Path(name): Path<String>,
    given: Given,
) -> Result<Response, Problem> {
    let charge = charge(&officer, &given)?;
    let reason = given.text("reason").to_owned();
    carry_out(officer, name, CommandKind::AskRefund, reason, move |reason| {
        Command::AskRefund { charge, reason }
    })
    .await
}

/// Quyết định hoàn tiền.
pub async fn decide_refund(
    officer: Officer,
    Path(name): Path<String>,
    given: Given,
) -> Result<Response, Problem> {
    let charge = charge(&officer, &given)?;
    let granted = given.text("granted") == "yes";
    let reason = given.text("reason").to_owned();
    carry_out(officer, name, CommandKind::DecideRefund, reason, move |reason| {
        Command::DecideRefund {
            charge,
            granted,
            reason,
        }
    })
    .await
}

/// Đối soát.
pub async fn reconcile(
    officer: Officer,
    Path(name): Path<String>,
    given: Given,
) -> Result<Response, Problem> {
    let charge = charge(&officer, &given)?;
    carry_out(officer, name, CommandKind::Reconcile, String::new(), move |_| {
        Command::Reconcile { charge }
    })
    .await
}

/// T04 Trả kết quả ngay: the fee and the result in one act of the officer's.
pub async fn give_at_once(
    officer: Officer,
    Path(name): Path<String>,
    given: Given,
) -> Result<Response, Problem> {
    let method = match given.text("method") {
        // Nothing is owed: no way of paying was asked for.
        "" => PaymentMethod::Cash,
        _ => method(&officer, &given)?,
    };
    let identity_checked = given.is_ticked("identity");
    let address = format!("/desk/cases/{name}?done=give-immediately&of={name}");
    officer
        .ask(move |engine, staff| engine.give_at_once(&actor_of(staff), &name, method, identity_checked))
        .await?;
    Ok(see(&address))
}
