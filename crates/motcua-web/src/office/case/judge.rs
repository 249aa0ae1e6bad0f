//! The right side: the conditions, and the acts that this person's office has, now or not now.

use motcua_domain::case::{CommandKind, NotNow, OutcomeKind, Step};
use motcua_engine::view::{DeskCaseView, FindingView, Offer};
use motcua_text::Text;

use crate::components::{Problem as FieldProblem, Tone};
use crate::edge::refusal_words;
use crate::office::Given;
use crate::office::acts::act_words;
use crate::office::acts::examining::judgement;
use crate::office::acts::sheet::SHEETS;
use crate::words::pick;

/// A condition.
pub(super) struct Condition {
    /// Its stable name.
    pub(super) name: String,
    /// In words.
    pub(super) label: String,
    /// What was found.
    pub(super) met: Option<bool>,
    /// The same in words.
    pub(super) found: String,
    /// What is missing in an examination that was sent; empty for nothing.
    pub(super) error: String,
}

/// A button that does the act at once.
pub(super) struct Button {
    /// The last part of its address.
    pub(super) slug: &'static str,
    /// The act.
    pub(super) words: String,
    /// Its key.
    pub(super) key: &'static str,
}

/// A link to the page of an act that needs words.
pub(super) struct LinkTo {
    /// The last part of its address.
    pub(super) slug: &'static str,
    /// The act.
    pub(super) words: String,
    /// Its key; empty for none.
    pub(super) key: &'static str,
    /// Whether it cannot be taken back.
    pub(super) is_red: bool,
}

/// An act that has no place now.
pub(super) struct Later {
    /// The id of its explanation.
    pub(super) id: String,
    /// The act.
    pub(super) words: String,
    /// Why not now.
    pub(super) why: String,
}

/// The draft before the signatory; once signed, the result.
pub(super) struct DraftLine {
    /// Granted or refused.
    pub(super) words: String,
    /// Why; empty for nothing.
    pub(super) reason: String,
    /// How it looks.
    pub(super) tone: Tone,
}

/// The right side.
pub(super) struct Judge {
    /// The conditions.
    pub(super) conditions: Vec<Condition>,
    /// Whether they can be recorded now.
    pub(super) can_examine: bool,
    /// The draft.
    pub(super) draft: Option<DraftLine>,
    /// Why the draft came back, if it did.
    pub(super) sent_back: Option<String>,
    /// Why the applicant asks to withdraw, if they do.
    pub(super) withdrawal: Option<String>,
    /// Acts at once.
    pub(super) buttons: Vec<Button>,
    /// Whether a specialist can be chosen now, and from whom.
    pub(super) assign_to: Vec<(String, String)>,
    /// Whether a result can be handed out now.
    pub(super) can_return: bool,
    /// Acts with a page.
    pub(super) links: Vec<LinkTo>,
    /// Acts with a page that are asked for now and then.
    pub(super) more: Vec<LinkTo>,
    /// Acts that have no place now.
    pub(super) later: Vec<Later>,
}

impl Judge {
    /// The right side of a case as this person's office has it; with an examination that was sent and is not whole,
    /// its judgements instead of those on record.
    pub(super) fn of(t: &Text, view: &DeskCaseView, examination: Option<&Given>) -> Self {
        let can = |kind| {
            view.offers
                .iter()
                .any(|offer| offer.kind == kind && offer.not_now.is_none())
        };
        let can_examine = can(CommandKind::Examine);
        let no_reason = || t.office_case_withdrawal_no_reason();
        Self {
            conditions: conditions(t, view, examination),
            can_examine,
            draft: draft(t, view),
            sent_back: view.sent_back.clone(),
            withdrawal: view
                .withdrawal
                .clone()
                .map(|reason| reason.unwrap_or_else(no_reason)),
            buttons: buttons(t, view, &can),
            assign_to: if can(CommandKind::Assign) {
                view.specialists
                    .iter()
                    .map(|(id, name)| (id.to_string(), name.clone()))
                    .collect()
            } else {
                Vec::new()
            },
            can_return: can(CommandKind::ReturnResult),
            links: links(t, view, &can),
            more: more(t, &can),
            later: view
                .offers
                .iter()
                .filter(|offer| !(can_examine && offer.kind == CommandKind::DraftOutcome))
                .filter_map(|offer| later(t, offer))
                .collect(),
        }
    }

    /// What is wrong with the examination that was sent: each condition that was left open.
    pub(super) fn problems(&self) -> Vec<FieldProblem> {
        self.conditions
            .iter()
            .filter(|condition| !condition.error.is_empty())
            .map(|condition| FieldProblem {
                field: format!("met-{}", condition.name),
                words: condition.error.clone(),
            })
            .collect()
    }

    /// Whether this person's office has nothing at all to do here.
    pub(super) const fn is_idle(&self) -> bool {
        !self.can_examine
            && !self.can_return
            && self.buttons.is_empty()
            && self.assign_to.is_empty()
            && self.links.is_empty()
    }

    /// Whether the conditions wait for their examination: said once above them.
    pub(super) fn is_unexamined(&self) -> bool {
        !self.conditions.is_empty() && self.conditions.iter().all(|condition| condition.met.is_none())
    }

    /// Whether a key does something here.
    pub(super) fn has_key(&self, key: &str) -> bool {
        self.buttons.iter().any(|button| button.key == key)
            || self.links.iter().any(|link| link.key == key)
            || (key == "a" && (self.can_examine || self.can_return))
            || (key == "c" && !self.assign_to.is_empty())
    }
}

fn conditions(t: &Text, view: &DeskCaseView, examination: Option<&Given>) -> Vec<Condition> {
    let condition = |finding: &FindingView| {
        let label = pick(&finding.label, t.lang()).to_owned();
        let met = match examination {
            Some(given) => judgement(given, &finding.condition),
            None => finding.met,
        };
        let is_missing = examination.is_some() && met.is_none();
        Condition {
            name: finding.condition.clone(),
            met,
            found: match met {
                Some(true) => t.office_case_condition_met(),
                Some(false) => t.office_case_condition_unmet(),
                None => t.office_case_condition_open(),
            },
            error: if is_missing {
                t.desk_condition_missing(label.as_str())
            } else {
                String::new()
            },
            label,
        }
    };
    view.findings.iter().map(condition).collect()
}

fn draft(t: &Text, view: &DeskCaseView) -> Option<DraftLine> {
    let (kind, reason) = view.draft.clone()?;
    let is_draft = view.step == Step::LeaderSigning;
    let (words, tone) = match (kind, is_draft) {
        (OutcomeKind::Granted, true) => (t.office_case_draft_granted(), Tone::Jade),
        (OutcomeKind::Granted, false) => (t.office_case_result_granted(), Tone::Jade),
        (OutcomeKind::Refused, true) => (t.office_case_draft_refused(), Tone::Red),
        (OutcomeKind::Refused, false) => (t.office_case_result_refused(), Tone::Red),
    };
    Some(DraftLine {
        words,
        reason: reason.unwrap_or_default(),
        tone,
    })
}

/// The acts that need no word, each at one key: A agrees, C passes on.
fn buttons(t: &Text, view: &DeskCaseView, can: &impl Fn(CommandKind) -> bool) -> Vec<Button> {
    let button = |kind: CommandKind, key| Button {
        slug: kind.name(),
        words: act_words(t, kind),
        key,
    };
    let mut buttons: Vec<Button> = [
        (CommandKind::Accept, "a"),
        (CommandKind::ConfirmSupplement, "a"),
        (CommandKind::SignOutcome, "a"),
        (CommandKind::IssueOutcome, "a"),
        (CommandKind::TakeOver, "a"),
        (CommandKind::Initial, "a"),
        (CommandKind::ConfirmDuty, "a"),
        (CommandKind::HandOver, "c"),
        (CommandKind::UndoMove, "z"),
    ]
    .into_iter()
    .filter(|(kind, _)| can(*kind))
    .map(|(kind, key)| button(kind, key))
    .collect();
    if is_examined(view) && can(CommandKind::DraftOutcome) && !has_unmet(view) && !can(CommandKind::Examine) {
        buttons.push(Button {
            slug: "grant",
            words: t.office_act_grant_examined(),
            key: "a",
        });
    }
    buttons
}

/// The acts that need words: B asks for more, T refuses.
fn links(t: &Text, view: &DeskCaseView, can: &impl Fn(CommandKind) -> bool) -> Vec<LinkTo> {
    let link = |kind: CommandKind, key, is_red| LinkTo {
        slug: kind.name(),
        words: act_words(t, kind),
        key,
        is_red,
    };
    let mut links: Vec<LinkTo> = [
        (CommandKind::RequestSupplement, "b", false),
        (CommandKind::RefuseIntake, "t", true),
        (CommandKind::SendBack, "t", false),
        (CommandKind::DecideWithdrawal, "", false),
    ]
    .into_iter()
    .filter(|(kind, ..)| can(*kind))
    .map(|(kind, key, is_red)| link(kind, key, is_red))
    .collect();
    // A refusal rests on a condition that was found not to be met.
    if can(CommandKind::DraftOutcome) && has_unmet(view) {
        links.push(LinkTo {
            slug: "decline",
            words: t.office_act_decline(),
            key: "t",
            is_red: true,
        });
    }
    links
}

/// The acts that are sheets and have no button of their own.
fn more(t: &Text, can: &impl Fn(CommandKind) -> bool) -> Vec<LinkTo> {
    const AT_ONCE: [CommandKind; 4] = [
        CommandKind::TakeOver,
        CommandKind::Initial,
        CommandKind::ConfirmDuty,
        CommandKind::UndoMove,
    ];
    SHEETS
        .iter()
        .filter(|sheet| can(sheet.kind) && !AT_ONCE.contains(&sheet.kind))
        .map(|sheet| LinkTo {
            slug: sheet.kind.name(),
            words: act_words(t, sheet.kind),
            key: "",
            is_red: sheet.is_red,
        })
        .collect()
}

fn is_examined(view: &DeskCaseView) -> bool {
    view.findings.iter().any(|finding| finding.met.is_some())
}

fn has_unmet(view: &DeskCaseView) -> bool {
    view.findings.iter().any(|finding| finding.met == Some(false))
}

fn later(t: &Text, offer: &Offer) -> Option<Later> {
    let why = match offer.not_now.as_ref()? {
        NotNow::Denied(_) => t.office_case_not_yours(),
        NotNow::Refused(refusal) => refusal_words(t, refusal).0,
    };
    Some(Later {
        id: format!("why-{}", offer.kind.name()),
        words: act_words(t, offer.kind),
        why,
    })
}
