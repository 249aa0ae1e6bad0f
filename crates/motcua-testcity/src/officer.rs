//! A member of staff: what they do at their desk.

use motcua_domain::access::{Actor, Role};
use motcua_domain::case::{Case, Command, Finding, OutcomeKind, SupplementItem};
use motcua_engine::case::Wording;
use motcua_engine::engine::{UseError, actor_of};
use motcua_engine::rows::{SessionHolder, StaffRow};
use motcua_engine::session::Secret;
use motcua_engine::view::{DeskCaseView, InboxQuery, InboxView, Narrowing, Queue};

use crate::city::{Named, TestCity};

/// A member of staff.
#[derive(Clone)]
pub struct Officer<'a> {
    pub(crate) city: &'a TestCity,
    /// Who they are.
    pub staff: StaffRow,
}

impl Officer<'_> {
    /// The city that they work in.
    pub const fn city(&self) -> &TestCity {
        self.city
    }

    /// The actor that they are.
    pub fn actor(&self) -> Actor {
        actor_of(&self.staff)
    }

    /// Tries an act on a case; `command` puts its words into notes.
    ///
    /// # Errors
    /// Why it was not done.
    pub fn tries(
        &self,
        case: &(impl Named + ?Sized),
        command: impl FnOnce(&mut Wording<'_>) -> Command,
    ) -> Result<Case, UseError> {
        let acted = self
            .city
            .engine
            .act_named(&self.actor(), &case.case_name(), |words| Ok(command(words)));
        acted.map(|acted| acted.case)
    }

    #[track_caller]
    fn does(&self, case: &(impl Named + ?Sized), command: impl FnOnce(&mut Wording<'_>) -> Command) -> Case {
        self.tries(case, command).expect("an officer's act to be done")
    }

    /// Opens a case on their screen.
    #[track_caller]
    pub fn opens(&self, case: &(impl Named + ?Sized)) -> DeskCaseView {
        self.tries_to_open(case).expect("a case to be opened")
    }

    /// Tries to open a case.
    ///
    /// # Errors
    /// Why they may not.
    pub fn tries_to_open(&self, case: &(impl Named + ?Sized)) -> Result<DeskCaseView, UseError> {
        self.city.engine.desk_case(&self.staff, &case.case_name())
    }

    /// Looks at a queue.
    #[track_caller]
    pub fn inbox(&self, queue: Queue) -> InboxView {
        let query = InboxQuery {
            queue,
            narrowing: Narrowing::default(),
            after: None,
            limit: 50,
        };
        self.city.engine.inbox(&self.staff, &query).expect("an inbox")
    }

    /// Accepts a case.
    #[track_caller]
    pub fn accepts(&self, case: &(impl Named + ?Sized)) -> Case {
        self.tries_to_accept(case).expect("a case to be accepted")
    }

    /// Tries to accept a case.
    ///
    /// # Errors
    /// Why it was not accepted.
    pub fn tries_to_accept(&self, case: &(impl Named + ?Sized)) -> Result<Case, UseError> {
        self.city
            .engine
            .accept(&self.actor(), &case.case_name())
            .map(|acted| acted.case)
    }

    /// Refuses a case at the door.
    #[track_caller]
    pub fn refuses(&self, case: &(impl Named + ?Sized), reason: &str) -> Case {
        self.does(case, |words| Command::RefuseIntake {
            reason: words.note(reason),
        })
    }

    /// Asks for more in one notice: the name of a paper (with `true`) or of a question, and the reason for each.
    #[track_caller]
    pub fn asks_for(&self, case: &(impl Named + ?Sized), items: &[(&str, bool, &str)]) -> Case {
        self.does(case, |words| request(words, items, None))
    }

    /// Finds an answered supplement complete.
    #[track_caller]
    pub fn confirms(&self, case: &(impl Named + ?Sized)) -> Case {
        self.does(case, |_| Command::ConfirmSupplement)
    }

    /// Hands a case over to the agency.
    #[track_caller]
    pub fn hands_over(&self, case: &(impl Named + ?Sized)) -> Case {
        self.does(case, |_| Command::HandOver)
    }

    /// Gives a case to a specialist.
    #[track_caller]
    pub fn assigns(&self, case: &(impl Named + ?Sized), to: &Officer<'_>) -> Case {
        let specialist = to.staff.id;
        self.does(case, |_| Command::Assign { specialist })
    }

    /// Examines a case: every condition of its procedure is met, or none.
    #[track_caller]
    pub fn examines(&self, case: &(impl Named + ?Sized), met: bool) -> Case {
        let conditions = self.opens(case).findings;
        let findings = conditions
            .into_iter()
            .map(|one| Finding {
                condition: one.condition,
                met,
            })
            .collect();
        self.does(case, |_| Command::Examine { findings })
    }

    /// Drafts the result.
    #[track_caller]
    pub fn drafts(&self, case: &(impl Named + ?Sized), kind: OutcomeKind, reason: &str) -> Case {
        self.does(case, |words| Command::DraftOutcome {
            kind,
            reason: words.note(reason),
        })
    }

    /// Sends a draft back.
    #[track_caller]
    pub fn sends_back(&self, case: &(impl Named + ?Sized), reason: &str) -> Case {
        self.does(case, |words| Command::SendBack {
            reason: words.note(reason),
        })
    }

    /// Signs.
    #[track_caller]
    pub fn signs(&self, case: &(impl Named + ?Sized)) -> Case {
        self.does(case, |_| Command::SignOutcome)
    }

    /// Numbers, seals and issues.
    #[track_caller]
    pub fn issues(&self, case: &(impl Named + ?Sized)) -> Case {
        self.does(case, |_| Command::IssueOutcome { file: None })
    }

    /// Hands the result out, having looked at identity and right.
    #[track_caller]
    pub fn returns(&self, case: &(impl Named + ?Sized)) -> Case {
        self.does(case, |_| Command::ReturnResult {
            identity_checked: true,
            right_checked: true,
        })
    }

    /// Decides about a request to withdraw.
    #[track_caller]
    pub fn decides_withdrawal(&self, case: &(impl Named + ?Sized), granted: bool, reason: &str) -> Case {
        self.does(case, |words| Command::DecideWithdrawal {
            granted,
            reason: words.note(reason),
        })
    }

    /// Signs in; the secret is what their browser then holds.
    #[track_caller]
    pub fn signs_in(&self) -> Secret {
        let session = self
            .city
            .engine
            .begin_session(SessionHolder::Staff(self.staff.id));
        session.expect("a session to begin")
    }
}

/// The command that asks for more.
pub fn request(
    words: &mut Wording<'_>,
    items: &[(&str, bool, &str)],
    further_ground: Option<&str>,
) -> Command {
    let item = |(target, is_paper, reason): &(&str, bool, &str)| SupplementItem {
        target: (*target).to_owned(),
        is_paper: *is_paper,
        reason: words.note(reason).expect("an item has a reason"),
    };
    let items = items.iter().map(item).collect();
    Command::RequestSupplement {
        items,
        further_ground: further_ground.map(str::to_owned),
    }
}

/// The people of one ward office, one for each role on a case's way.
#[derive(Clone)]
pub struct Office<'a> {
    /// Receives.
    pub desk: Officer<'a>,
    /// Assigns.
    pub division: Officer<'a>,
    /// Examines and drafts.
    pub specialist: Officer<'a>,
    /// Signs.
    pub head: Officer<'a>,
    /// Issues.
    pub clerk: Officer<'a>,
    /// Hands out.
    pub counter: Officer<'a>,
}

impl<'a> Office<'a> {
    /// A whole office of Hải Châu ward.
    pub fn of(city: &'a TestCity) -> Self {
        Self {
            desk: city.officer(Role::ReceivingOfficer),
            division: city.officer(Role::DivisionHead),
            specialist: city.officer(Role::Specialist),
            head: city.officer(Role::Head),
            clerk: city.officer(Role::Clerk),
            counter: city.officer(Role::ReturningOfficer),
        }
    }

    /// Brings a sent case to the specialist.
    #[track_caller]
    pub fn takes_in(&self, case: &(impl Named + ?Sized)) -> Case {
        self.desk.accepts(case);
        self.desk.hands_over(case);
        self.division.assigns(case, &self.specialist)
    }

    /// Brings a case from the specialist to a granted and issued result.
    #[track_caller]
    pub fn grants(&self, case: &(impl Named + ?Sized)) -> Case {
        self.specialist.examines(case, true);
        self.specialist.drafts(case, OutcomeKind::Granted, "");
        self.head.signs(case);
        self.clerk.issues(case)
    }
}
