//! The tracker: received? who has it? what next? by when? And the applicant's part, always said.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use motcua_domain::case::{CommandKind, Party, Step};
use motcua_engine::view::{self, DueView, LogLine, NextStep, StepLine, TrackerView, YourPart};
use motcua_text::{Text, capitalised};

use crate::clock::{ClockPart, Reader};
use crate::components::{Answer, Ball, CaseStep, FourAnswers, Link, LogEntry, StepState, Tone};
use crate::edge::{Edge, Problem, Resident};
use crate::page::{Page, Tab};
use crate::pages::html;
use crate::papers::attachment;
use crate::words::{self, pick, say};

#[derive(Template)]
#[template(path = "city/tracker.html")]
struct TrackerPage {
    page: Page,
    under_title: String,
    answers: FourAnswers,
    part: Part,
    refusal: Option<String>,
    is_withdrawal_asked: bool,
    steps: Vec<CaseStep>,
    log: Vec<LogEntry>,
    clock: Option<ClockPart>,
    papers: Vec<PaperLine>,
    life: Vec<crate::life::LifeShown>,
    others: Vec<Link>,
    rated: Option<String>,
}

/// What the applicant must do, if anything.
struct Part {
    tone: Tone,
    lead: String,
    rest: String,
    items: Vec<(String, String)>,
    act: PartAct,
}

/// How they do it.
enum PartAct {
    /// Nothing to press.
    None,
    /// A page.
    Page(Link),
    /// An act.
    Press(Link),
}

struct PaperLine {
    href: String,
    name: String,
    detail: String,
}

/// The tracker of a case.
pub async fn show(
    State(edge): State<Edge>,
    resident: Resident,
    Path(name): Path<String>,
) -> Result<Response, Problem> {
    let visitor = &resident.visitor;
    let person = resident.person.clone();
    let view = edge.ask(move |parts| parts.engine.track(&person, &name)).await;
    let view = view.map_err(|error| visitor.problem(error))?;
    Ok(html(visitor, &tracker_page(&resident, &view)))
}

fn tracker_page(resident: &Resident, view: &TrackerView) -> TrackerPage {
    let visitor = &resident.visitor;
    let t = visitor.t();
    let mut page = visitor.page(pick(&view.procedure, t.lang()));
    page.tab = Some(Tab::Cases);
    let name = view.number.clone().unwrap_or_else(|| view.reference.clone());
    page.which.clone_from(&name);
    let under_title = match &view.number {
        Some(number) => t.tracker_number(number),
        None => t.tracker_reference(&view.reference),
    };
    let papers = view.papers.iter().map(|paper| PaperLine {
        href: format!("/cases/{name}/papers/{}", paper.kind),
        name: say(t, &format!("tracker-paper-{}", paper.kind)),
        detail: t.tracker_paper_detail(words::moment(t, paper.at)),
    });
    TrackerPage {
        under_title,
        answers: answers(t, view),
        part: part(t, view, &name),
        refusal: view.refusal.clone(),
        is_withdrawal_asked: is_withdrawal_asked(view),
        steps: steps(t, view),
        log: log(t, view, &name),
        clock: view
            .clock
            .as_ref()
            .map(|clock| ClockPart::of(t, Reader::Applicant, clock, view.issued.map(|(at, _)| at))),
        papers: papers.collect(),
        life: crate::life::shown(t, &view.life),
        others: others(t, view, &name),
        rated: view.rating.map(|score| t.tracker_rated(score.to_string())),
        page,
    }
}

/// Whether the last word about withdrawing is the applicant's.
fn is_withdrawal_asked(view: &TrackerView) -> bool {
    let last = view.log.iter().find(|line| line.event.starts_with("withdraw"));
    !view.step.is_closed() && last.is_some_and(|line| line.event == "withdrawal_asked")
}

fn answers(t: &Text, view: &TrackerView) -> FourAnswers {
    FourAnswers {
        received: received(t, view),
        holder: holder(t, view),
        next: next(t, view),
        when: when(t, view),
    }
}

fn plain(lead: String, detail: String) -> Answer {
    Answer {
        lead,
        detail,
        ball: Ball::None,
    }
}

fn received(t: &Text, view: &TrackerView) -> Answer {
    let desk = pick(&view.received_at, t.lang());
    if let Some(at) = view.accepted_at {
        return plain(
            t.tracker_received_yes(),
            t.tracker_received_yes_detail(words::moment(t, at), desk),
        );
    }
    match view.step {
        Step::NotAccepted => plain(t.tracker_received_no(), desk.to_owned()),
        Step::Recalled => plain(t.tracker_received_recalled(), String::new()),
        Step::SupplementAtIntake => plain(
            t.tracker_received_supplement(),
            t.tracker_received_supplement_detail(),
        ),
        _ => plain(
            t.tracker_received_sent(),
            t.tracker_received_sent_detail(words::moment(t, view.sent_at), desk),
        ),
    }
}

const fn party_key(party: Party) -> &'static str {
    match party {
        Party::Applicant => "applicant",
        Party::ReceivingOfficer => "receiving-officer",
        Party::DivisionHead => "division-head",
        Party::Specialist => "specialist",
        Party::Signatory => "signatory",
        Party::Clerk => "clerk",
        Party::ReturningOfficer => "returning-officer",
        Party::Nobody => "nobody",
    }
}

fn holder(t: &Text, view: &TrackerView) -> Answer {
    let holder = &view.holder;
    let office = say(t, &format!("tracker-holder-{}", party_key(holder.party)));
    let unit = holder.unit.as_ref().map_or("", |unit| pick(unit, t.lang()));
    match (holder.party, &holder.person) {
        (Party::Applicant, _) => Answer {
            lead: office,
            detail: t.tracker_holder_applicant_detail(),
            ball: Ball::You,
        },
        (Party::Nobody, _) => plain(office, t.tracker_holder_nobody_detail()),
        (_, Some(person)) => Answer {
            lead: person.clone(),
            detail: format!("{office}, {unit}"),
            ball: Ball::City,
        },
        (_, None) => Answer {
            lead: office,
            detail: unit.to_owned(),
            ball: Ball::City,
        },
    }
}

const fn next_key(next: NextStep) -> &'static str {
    match next {
        NextStep::DeskAnswers => "desk-answers",
        NextStep::YouComplete => "you-complete",
        NextStep::DeskChecksAnswer => "desk-checks-answer",
        NextStep::YouPay => "you-pay",
        NextStep::YouMeetDuty => "you-meet-duty",
        NextStep::HandOver => "hand-over",
        NextStep::Assign => "assign",
        NextStep::Examine => "examine",
        NextStep::Review => "review",
        NextStep::Sign => "sign",
        NextStep::Issue => "issue",
        NextStep::Correct => "correct",
        NextStep::Collect => "collect",
        NextStep::Nothing => "nothing",
    }
}

fn next(t: &Text, view: &TrackerView) -> Answer {
    let key = format!("tracker-next-{}", next_key(view.next));
    let is_yours = matches!(
        view.next,
        NextStep::YouComplete | NextStep::YouPay | NextStep::YouMeetDuty | NextStep::Collect
    );
    Answer {
        lead: say(t, &key),
        detail: say(t, &format!("{key}-detail")),
        ball: if is_yours { Ball::You } else { Ball::None },
    }
}

fn when(t: &Text, view: &TrackerView) -> Answer {
    if let Some((at, on_time)) = view.issued {
        let at = words::moment(t, at);
        let detail = if on_time {
            t.tracker_when_done_on_time(at)
        } else {
            t.tracker_when_done_late(at)
        };
        return plain(t.tracker_when_done(), detail);
    }
    if view.step.is_closed() {
        return plain(t.tracker_when_closed(), t.tracker_when_closed_detail());
    }
    let Some(due) = &view.due else {
        return plain(t.tracker_when_none(), t.tracker_when_none_detail());
    };
    if view.step == Step::Sent {
        let is_late = matches!(due.left, view::DaysLeft::Late(_));
        return Answer {
            lead: capitalised(&words::before(t, due.at)),
            detail: late_words(t, due).unwrap_or_else(|| t.tracker_when_answer_detail()),
            ball: if is_late { Ball::Late } else { Ball::None },
        };
    }
    running(t, view, due)
}

fn late_words(t: &Text, due: &DueView) -> Option<String> {
    match due.left {
        view::DaysLeft::Late(days) => Some(t.tracker_when_late(t.days(days))),
        _ => None,
    }
}

/// The clock of the law is running, or stands still.
fn running(t: &Text, view: &TrackerView, due: &DueView) -> Answer {
    if matches!(due.left, view::DaysLeft::Paused) {
        return plain(t.tracker_when_paused(), t.tracker_when_paused_detail());
    }
    let day = capitalised(&words::weekday_day(t, due.on));
    if let Some(detail) = late_words(t, due) {
        return Answer {
            lead: day,
            detail,
            ball: Ball::Late,
        };
    }
    let clock = view.clock.as_ref();
    let promised = clock.and_then(|clock| clock.promised.filter(|due| due.on >= clock.today));
    if let Some(promised) = promised.filter(|promised| promised.at < due.at) {
        return plain(
            capitalised(&words::weekday_day(t, promised.on)),
            t.tracker_when_promise_detail(words::weekday_day(t, due.on)),
        );
    }
    let left = words::days_left(t, due.left).map_or_else(String::new, |left| left.words(t));
    plain(day, t.tracker_when_due_detail(words::time(t, due.at), left))
}

fn part(t: &Text, view: &TrackerView, name: &str) -> Part {
    let address = |act: &str| format!("/cases/{name}/{act}");
    let simple = |tone, lead, rest, act| Part {
        tone,
        lead,
        rest,
        items: Vec::new(),
        act,
    };
    match &view.your_part {
        YourPart::Nothing if view.step.is_closed() => {
            simple(Tone::Jade, t.tracker_part_closed(), String::new(), PartAct::None)
        }
        YourPart::Nothing => simple(
            Tone::Jade,
            t.tracker_part_nothing(),
            t.tracker_part_nothing_detail(),
            PartAct::None,
        ),
        YourPart::Supplement { items, by } => Part {
            tone: Tone::Gold,
            lead: t.tracker_part_supplement(items.len()),
            rest: by.map_or_else(
                || t.tracker_part_supplement_any(),
                |due| t.tracker_part_supplement_by(words::before(t, due.at)),
            ),
            items: items
                .iter()
                .map(|item| (pick(&item.label, t.lang()).to_owned(), item.reason.clone()))
                .collect(),
            act: PartAct::Page(Link::to(address("supplement"), t.tracker_part_supplement_act())),
        },
        YourPart::PayFee { .. } | YourPart::MeetDuty { .. } | YourPart::ComesByPost { .. } => {
            let (tone, lead, rest, act) = money_or_post(t, view, &address);
            simple(tone, lead, rest, act)
        }
        YourPart::TakeResult => simple(
            Tone::Gold,
            t.tracker_part_take(),
            t.tracker_part_take_detail(),
            PartAct::Press(Link::to(address("collect"), t.tracker_part_take_act())),
        ),
        YourPart::CollectAtDesk => simple(
            Tone::Gold,
            t.tracker_part_desk(),
            t.tracker_part_desk_detail(pick(&view.received_at, t.lang())),
            PartAct::None,
        ),
        YourPart::Rate => simple(
            Tone::Sea,
            t.tracker_part_rate(),
            t.tracker_part_rate_detail(),
            PartAct::Page(Link::to(address("rate"), t.tracker_part_rate_act())),
        ),
    }
}

/// What the applicant pays, or waits for from the post.
fn money_or_post(
    t: &Text,
    view: &TrackerView,
    address: &impl Fn(&str) -> String,
) -> (Tone, String, String, PartAct) {
    match &view.your_part {
        YourPart::PayFee { amount } => (
            Tone::Gold,
            t.applicant_pay(amount.to_string()),
            if view.step == Step::AwaitingFee {
                t.applicant_pay_detail(pick(&view.received_at, t.lang()))
            } else {
                t.applicant_pay_result_detail(pick(&view.received_at, t.lang()))
            },
            PartAct::None,
        ),
        YourPart::MeetDuty { notice, amount } => (
            Tone::Gold,
            t.applicant_duty(amount.to_string()),
            t.applicant_duty_detail(notice),
            PartAct::Page(Link::to(address("duty"), t.applicant_duty_act())),
        ),
        YourPart::ComesByPost { tracking } => (
            Tone::Sea,
            t.applicant_post(),
            tracking.as_ref().map_or_else(
                || t.applicant_post_waits(),
                |number| t.applicant_post_number(number),
            ),
            PartAct::None,
        ),
        _ => (Tone::Jade, t.tracker_part_nothing(), String::new(), PartAct::None),
    }
}

fn steps(t: &Text, view: &TrackerView) -> Vec<CaseStep> {
    let is_paused = matches!(
        view.due.as_ref().map(|due| due.left),
        Some(view::DaysLeft::Paused)
    );
    view.steps
        .iter()
        .map(|step| case_step(t, step, is_paused))
        .collect()
}

fn case_step(t: &Text, step: &StepLine, is_paused: bool) -> CaseStep {
    let state = match step.state {
        view::StepState::Done => StepState::Done,
        view::StepState::Now => StepState::Now,
        view::StepState::Later => StepState::Later,
    };
    let mut lines = Vec::new();
    lines.extend(step.at.map(|at| words::moment_short(t, at)));
    if is_paused && state == StepState::Now {
        lines.push(t.tracker_step_paused());
    } else {
        lines.extend(step.unit.as_ref().map(|unit| pick(unit, t.lang()).to_owned()));
    }
    CaseStep {
        name: say(t, &format!("tracker-step-{}", step.name)),
        lines,
        state,
    }
}

fn log(t: &Text, view: &TrackerView, name: &str) -> Vec<LogEntry> {
    let mut linked: Vec<&str> = Vec::new();
    view.log
        .iter()
        .map(|line| {
            // The newest line of a kind has the newest paper of it.
            let paper = paper_of(line.event)
                .filter(|kind| !linked.contains(kind))
                .filter(|kind| view.papers.iter().any(|paper| paper.kind == *kind));
            linked.extend(paper);
            LogEntry {
                datetime: line.at.to_string(),
                at: words::moment_short(t, line.at),
                what: say(t, &format!("tracker-event-{}", line.event.replace('_', "-"))),
                by: author(t, line),
                link: paper.map(|kind| {
                    Link::to(
                        format!("/cases/{name}/papers/{kind}"),
                        say(t, &format!("tracker-paper-{kind}")),
                    )
                }),
            }
        })
        .collect()
}

/// The paper that comes of an event.
fn paper_of(event: &str) -> Option<&'static str> {
    Some(match event {
        "sent" => "sending-receipt",
        "accepted" => "form-01",
        "intake_refused" => "form-03",
        "supplement_requested" => "form-02",
        "result_returned" => "outcome",
        _ => return None,
    })
}

fn author(t: &Text, line: &LogLine) -> String {
    if line.is_own {
        return t.tracker_log_you();
    }
    let role = line.role.as_ref().map(|role| role_words(t, role));
    match (&line.person, role) {
        (Some(person), Some(role)) => format!("{person}, {role}"),
        (Some(person), None) => person.clone(),
        (None, Some(role)) => capitalised(&role),
        (None, None) => t.tracker_log_rule(),
    }
}

/// A role in words.
pub(super) fn role_words(t: &Text, role: &str) -> String {
    say(t, &format!("tracker-role-{}", role.replace('_', "-")))
}

fn others(t: &Text, view: &TrackerView, name: &str) -> Vec<Link> {
    let mut links = vec![Link::to(
        "/account/looks",
        t.tracker_looks(t.number(i64::try_from(view.looks).unwrap_or(0))),
    )];
    if view.can.contains(&CommandKind::WriteMessage) {
        links.push(Link::to(format!("/cases/{name}/message"), t.applicant_message()));
    }
    if view.can.contains(&CommandKind::Recall) {
        links.push(Link::to(format!("/cases/{name}/recall"), t.tracker_recall()));
    }
    if view.can.contains(&CommandKind::AskWithdrawal) {
        links.push(Link::to(format!("/cases/{name}/withdraw"), t.tracker_withdraw()));
    }
    links
}

/// A legal paper of a case, to be saved.
pub async fn paper(
    State(edge): State<Edge>,
    resident: Resident,
    Path((name, kind)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let actor = resident.actor();
    let paper = edge
        .ask(move |parts| parts.engine.legal_paper(&actor, &name, &kind))
        .await;
    let (file_name, bytes) = paper.map_err(|error| resident.visitor.problem(error))?;
    Ok(attachment(&file_name, "application/pdf", bytes))
}
