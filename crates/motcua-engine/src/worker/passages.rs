//! The control sheet (Form 06): every passage from one pair of hands to the next, read from the log.

use motcua_domain::case::{Author, Event, Recorded, Step, SupplementStage};
use motcua_domain::id::StaffId;
use motcua_domain::time::{Due, Instant};

use crate::case::LoadedCase;
use crate::engine::{Engine, UseError};
use crate::ports::{Confirmation, HandoverLine, StepEnd};
use crate::view::Memo;

/// Who may have a case, by name.
struct Hands<'a> {
    applicant: &'a str,
    desk: String,
    agency: String,
    /// Who examines it, from the assignment.
    holder: Option<StaffId>,
}

/// Where an event passes the case, and by when the taker must be done.
struct Passage {
    to: String,
    due: Option<Due>,
}

impl Engine {
    /// The lines of the control sheet of a case, as of its log.
    pub(super) fn handover_lines(
        &self,
        loaded: &LoadedCase,
        applicant: &str,
    ) -> Result<Vec<HandoverLine>, UseError> {
        let case = &loaded.case;
        let relations = &case.relations;
        let mut memo = Memo::new(self);
        let mut hands = Hands {
            applicant,
            desk: self
                .city
                .centre_name(&relations.received_at, case.sent_at.day())
                .vi,
            agency: self.city.unit_name(&relations.competent).vi,
            holder: None,
        };
        let mut lines: Vec<HandoverLine> = Vec::new();
        let mut before_last_move = 0;
        for recorded in &loaded.log {
            if matches!(recorded.event, Event::MoveUndone) {
                take_back(&mut lines, before_last_move);
                continue;
            }
            before_last_move = lines.len();
            let actor = confirmation(recorded, applicant, &mut memo)?;
            if let (Some(open), Some(act)) = (lines.last_mut(), &actor) {
                hands.confirm(open, recorded, act);
            }
            if let Event::Assigned { specialist } = &recorded.event {
                hands.holder = Some(*specialist);
            }
            let passage = passage(loaded, recorded, &hands, &mut memo)?;
            let giver = lines.last().map(|open| open.to.clone());
            if let Some(open) = lines.last_mut() {
                open.end = end_of(open.end, recorded, passage.is_some());
            }
            if let Some(passage) = passage {
                lines.push(line(passage, recorded, actor, giver, &hands, case.sent_at));
            }
        }
        if case.step == Step::Ready
            && let Some(last) = lines.last_mut()
            && last.end == StepEnd::Running
        {
            last.end = StepEnd::AwaitingReturn;
        }
        Ok(lines)
    }
}

/// A move that was taken back left nobody with the case: the line before it is open again.
fn take_back(lines: &mut Vec<HandoverLine>, before_last_move: usize) {
    if lines.len() > before_last_move {
        lines.truncate(before_last_move);
        if let Some(open) = lines.last_mut() {
            open.end = StepEnd::Running;
        }
    }
}

/// The act behind an event, as it stands for a signature.
fn confirmation(
    recorded: &Recorded,
    applicant: &str,
    memo: &mut Memo<'_>,
) -> Result<Option<Confirmation>, UseError> {
    let name = match &recorded.by {
        Author::Staff { staff, .. } => memo.staff_name(*staff)?,
        Author::Applicant(_) => Some(applicant.to_owned()),
        Author::System => None,
    };
    Ok(name.map(|name| Confirmation {
        name,
        at: recorded.at,
    }))
}

impl Hands<'_> {
    /// The first act of whoever took the case shows that they have it: of the person, where it went to a person; of
    /// anybody of the city, where it went to a desk or an agency.
    fn confirm(&self, open: &mut HandoverLine, recorded: &Recorded, act: &Confirmation) {
        let is_theirs = match recorded.by {
            Author::Applicant(_) => open.to == self.applicant,
            _ => open.to == act.name || open.to == self.desk || open.to == self.agency,
        };
        if is_theirs && open.taken_by.is_none() && open.end == StepEnd::Running {
            open.taken_by = Some(act.clone());
        }
    }
}

/// What became of the open step by an event.
const fn end_of(end: StepEnd, recorded: &Recorded, is_passed_on: bool) -> StepEnd {
    match (end, &recorded.event) {
        (StepEnd::Running, Event::ResultReturned(_)) => StepEnd::Returned(recorded.at),
        (StepEnd::Running, Event::Withdrawn | Event::Stopped(_)) => StepEnd::Closed(recorded.at),
        (StepEnd::Running, _) if is_passed_on => StepEnd::Done(recorded.at),
        (end, _) => end,
    }
}

/// Where an event passes the case; `None` for what moves it nowhere.
fn passage(
    loaded: &LoadedCase,
    recorded: &Recorded,
    hands: &Hands<'_>,
    memo: &mut Memo<'_>,
) -> Result<Option<Passage>, UseError> {
    let limit = loaded.case.clock.as_ref().map(|clock| clock.current);
    let holder = |memo: &mut Memo<'_>| -> Result<String, UseError> {
        let name = hands.holder.map_or(Ok(None), |id| memo.staff_name(id))?;
        Ok(name.unwrap_or_else(|| hands.agency.clone()))
    };
    let (to, due) = match &recorded.event {
        Event::Accepted(accepted) => (hands.desk.clone(), Some(Due::at(accepted.handover_by))),
        Event::HandedOver
        | Event::TakenBack
        | Event::GivenBack { .. }
        | Event::OutcomeDrafted(_)
        | Event::OutcomeSigned => (hands.agency.clone(), limit),
        Event::ReturnedToDesk { .. } => (hands.desk.clone(), limit),
        Event::Assigned { .. } | Event::SentBack { .. } | Event::SupplementConfirmed { .. } => {
            (holder(memo)?, limit)
        }
        Event::SupplementRequested(asked) if asked.stage == SupplementStage::Appraisal => {
            (hands.applicant.to_owned(), asked.answer_by)
        }
        // The desk looks at the answer; the limit waits or restarts, as the rule says, when it is found complete.
        Event::SupplementAnswered(_) if was_accepted(loaded, recorded) => (hands.desk.clone(), None),
        // The limit ended with the issue: nobody can be late in handing out a result.
        Event::OutcomeIssued(_) => (hands.desk.clone(), None),
        _ => return Ok(None),
    };
    Ok(Some(Passage { to, due }))
}

fn was_accepted(loaded: &LoadedCase, recorded: &Recorded) -> bool {
    loaded
        .case
        .accepted_at
        .is_some_and(|accepted| accepted <= recorded.at)
}

/// The line of a passage. The first comes from the applicant, who gave it when they sent it; within the system what
/// is given has arrived.
fn line(
    passage: Passage,
    recorded: &Recorded,
    actor: Option<Confirmation>,
    giver: Option<String>,
    hands: &Hands<'_>,
    sent_at: Instant,
) -> HandoverLine {
    let is_first = matches!(recorded.event, Event::Accepted(_));
    let (from, given_at, given_by, taken_by) = if is_first {
        let sent = Confirmation {
            name: hands.applicant.to_owned(),
            at: sent_at,
        };
        (hands.applicant.to_owned(), sent_at, Some(sent), actor)
    } else {
        let from = actor.as_ref().map(|act| act.name.clone()).or(giver);
        (
            from.unwrap_or_else(|| hands.desk.clone()),
            recorded.at,
            actor,
            None,
        )
    };
    HandoverLine {
        from,
        to: passage.to,
        given_at,
        taken_at: recorded.at,
        due: passage.due,
        end: StepEnd::Running,
        given_by,
        taken_by,
    }
}
