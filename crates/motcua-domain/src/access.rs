//! Rights: who may do which act on what (quyền hạn).
//!
//! One rule set with two readings. [`may`] answers for one thing and gives its reason; [`scope`] answers
//! for all things at once, as data that the store renders to SQL. A property test holds them against each other.
//! Sources: `domain.md` 2.1-2.3 (D61 17-20), 14 (technical administrators see no content).

use crate::case::CommandKind;
use crate::case::CommandKind as C;
use crate::id::{PersonId, StaffId, UnitCode};

#[cfg(test)]
mod tests;

/// An office that a member of staff holds (vai trò).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Cán bộ tiếp nhận: checks, accepts, asks for supplements, refuses, hands over.
    ReceivingOfficer,
    /// Chuyên viên thụ lý: examines and drafts.
    Specialist,
    /// Lãnh đạo phòng: assigns and reviews.
    DivisionHead,
    /// Thủ trưởng cơ quan, người có thẩm quyền ký: signs and answers for it.
    Head,
    /// Văn thư: numbers, seals, issues.
    Clerk,
    /// Cán bộ trả kết quả: hands out, records the proof.
    ReturningOfficer,
    /// Kế toán, thu ngân.
    FinanceOfficer,
    /// Giám đốc Trung tâm Phục vụ hành chính công.
    CentreDirector,
    /// Quản trị nghiệp vụ: procedures.
    CatalogueAdmin,
    /// Quản trị kỹ thuật: accounts. Sees no case.
    TechnicalAdmin,
    /// Trung tâm điều hành: reads indicators.
    Watcher,
}

impl Role {
    /// Every role, in the order of a case's way through the office.
    pub const ALL: [Self; 11] = [
        Self::ReceivingOfficer,
        Self::Specialist,
        Self::DivisionHead,
        Self::Head,
        Self::Clerk,
        Self::ReturningOfficer,
        Self::FinanceOfficer,
        Self::CentreDirector,
        Self::CatalogueAdmin,
        Self::TechnicalAdmin,
        Self::Watcher,
    ];

    /// The stable name, for configuration, links and logs.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ReceivingOfficer => "receiving_officer",
            Self::Specialist => "specialist",
            Self::DivisionHead => "division_head",
            Self::Head => "head",
            Self::Clerk => "clerk",
            Self::ReturningOfficer => "returning_officer",
            Self::FinanceOfficer => "finance",
            Self::CentreDirector => "centre_director",
            Self::CatalogueAdmin => "catalogue_admin",
            Self::TechnicalAdmin => "administrator",
            Self::Watcher => "watcher",
        }
    }

    /// The role that a stable name stands for.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// Who acts, as far as rights go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A resident, for themselves or on a ground for acting (tổ chức, cá nhân).
    Applicant {
        /// Who they are.
        person: PersonId,
    },
    /// A member of staff in an agency.
    Staff {
        /// Who they are.
        staff: StaffId,
        /// The agency they serve: a commune, a department.
        agency: UnitCode,
        /// The offices they hold there.
        roles: Vec<Role>,
    },
    /// A rule of the city at work without a person: a reconciler.
    System,
}

impl Actor {
    /// Whether the actor is staff and holds the role.
    pub fn holds(&self, role: Role) -> bool {
        matches!(self, Self::Staff { roles, .. } if roles.contains(&role))
    }
}

/// What somebody wants to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// See a case and its papers; list, count and search cases.
    ReadCase,
    /// Carry out a command on a case.
    Act(CommandKind),
    /// Enrol staff and give roles.
    ManageStaff,
    /// Bring procedures in, and settle what needs confirmation.
    ManageCatalogue,
    /// Receive a case at the desk or from the post, for a person who is there (T03).
    ReceiveAtDesk,
    /// Look a person up, or register one, at the desk.
    FindPerson,
    /// Change units, calendars, offices' hours.
    ManageUnits,
    /// Change what cities decide about fees.
    ManageFees,
    /// Approve what somebody else changed: rights, calendars, fees, procedures (four eyes).
    ApproveChange,
    /// Close the day of a desk's takings.
    CloseDay,
    /// Read reports of one's own agency.
    ReadReports,
}

impl Action {
    /// Every action, for matrices and property tests.
    pub fn all() -> impl Iterator<Item = Self> {
        [
            Self::ReadCase,
            Self::ManageStaff,
            Self::ManageCatalogue,
            Self::ReceiveAtDesk,
            Self::FindPerson,
            Self::ManageUnits,
            Self::ManageFees,
            Self::ApproveChange,
            Self::CloseDay,
            Self::ReadReports,
        ]
        .into_iter()
        .chain(CommandKind::ALL.into_iter().map(Self::Act))
    }
}

/// The columns of a case that rights depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRelations {
    /// Whose act it is.
    pub applicant: PersonId,
    /// The agency whose one-stop desk received it (nơi tiếp nhận).
    pub received_at: UnitCode,
    /// The agency that decides it (cơ quan có thẩm quyền).
    pub competent: UnitCode,
    /// The specialist who holds it, once assigned.
    pub holder: Option<StaffId>,
    /// Agencies that were asked for an opinion or have a task in it, in the order they came in.
    pub agencies: Vec<UnitCode>,
    /// Colleagues who work beside the holder.
    pub colleagues: Vec<StaffId>,
}

/// Which cases an actor may touch with an action: any clause lets a case in; no clause, no case.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Scope {
    clauses: Vec<Clause>,
}

/// One way for a case to be within somebody's rights.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clause {
    /// The person is the applicant.
    AppliedBy(PersonId),
    /// The agency's desk received it.
    ReceivedAt(UnitCode),
    /// The agency decides it.
    DecidedBy(UnitCode),
    /// The member of staff holds it.
    HeldBy(StaffId),
    /// The agency was asked for an opinion or has a task in it.
    Involves(UnitCode),
    /// The member of staff works beside the holder.
    HelpedBy(StaffId),
    /// The city's own rules at work.
    Everything,
}

impl Scope {
    /// The clauses, for the store to render. An empty list admits nothing.
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// The obvious reading, beside which the SQL is tested.
    pub fn admits(&self, case: &CaseRelations) -> bool {
        self.clauses.iter().any(|clause| match clause {
            Clause::AppliedBy(person) => case.applicant == *person,
            Clause::ReceivedAt(agency) => case.received_at == *agency,
            Clause::DecidedBy(agency) => case.competent == *agency,
            Clause::HeldBy(staff) => case.holder == Some(*staff),
            Clause::Involves(agency) => case.agencies.contains(agency),
            Clause::HelpedBy(staff) => case.colleagues.contains(staff),
            Clause::Everything => true,
        })
    }

    /// Builds a scope of the given clauses.
    pub fn of(clauses: Vec<Clause>) -> Self {
        Self { clauses }
    }
}

/// Why an act is allowed: what an access record keeps as its ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// It is the person's own case.
    OwnCase,
    /// The office of receiving cases at the desk that received it (D61 17).
    ReceivingDesk,
    /// The office that the role has in the agency that decides it (D61 19).
    DecidingAgency,
    /// The case is in their hands.
    Holder,
    /// Their agency was asked for an opinion or has a task in it (D61 19.5, 19.6).
    InvolvedAgency,
    /// They work beside the holder (D61 19.1).
    Colleague,
    /// The office itself, without regard to a case.
    Office,
    /// A rule of the city.
    Rule,
}

/// Why an act is not allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denied {
    /// No role of theirs may do this at all: the act exists for others.
    NotYourOffice,
    /// The role may, but not with this case. Its existence is private to them: answer 404.
    NotYourCase,
}

/// How a role is related to the cases it may act on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Cases that the role's own desk received, and those its agency decides.
    Desk,
    /// Cases that the role's agency decides.
    Agency,
    /// Only cases in the holder's own hands.
    Hands,
    /// Cases in which the role's agency was asked for something.
    Involved,
    /// Cases in which they work beside the holder.
    Beside,
}

/// INVARIANT: the one table of rights of staff over cases. A blank is a no (`domain.md` 2.3).
const fn reaches(role: Role, action: Action) -> &'static [Reach] {
    use Reach::{Agency, Beside, Desk, Hands, Involved};
    use Role as R;
    match (role, action) {
        // The desk that serves the deciding agency must see what another desk sends on to it.
        (R::ReceivingOfficer, Action::ReadCase | Action::Act(C::TakeOver)) => &[Desk, Involved],
        (R::CentreDirector | R::ReturningOfficer | R::FinanceOfficer, Action::ReadCase) => &[Desk],
        (R::Specialist, Action::ReadCase) => &[Agency, Involved, Beside],
        (R::DivisionHead | R::Head, Action::ReadCase) => &[Agency, Involved],
        (R::Clerk, Action::ReadCase) => &[Agency],
        (R::ReceivingOfficer, Action::Act(kind)) if is_of_the_desk(kind) => &[Desk],
        (R::CentreDirector, Action::Act(C::RefuseIntake | C::Apologise)) => &[Desk],
        (R::Specialist, Action::Act(C::GiveOpinion | C::FinishTask)) => &[Involved],
        (R::Specialist, Action::Act(C::FinishForward)) => &[Beside],
        (R::Specialist, Action::Act(kind)) if is_of_the_holder(kind) => &[Hands],
        (R::DivisionHead | R::Head, Action::Act(C::GiveOpinion | C::ApologiseTask)) => &[Involved],
        (R::DivisionHead, Action::Act(kind)) if is_of_the_division(kind) => &[Agency],
        (R::Head, Action::Act(kind)) if is_of_the_head(kind) => &[Agency],
        (R::Clerk, Action::Act(C::IssueOutcome | C::Archive | C::UndoMove)) => &[Agency],
        (R::ReturningOfficer, Action::Act(C::ReturnResult | C::Dispatch | C::TakePayment)) => &[Desk],
        (
            R::FinanceOfficer,
            Action::Act(C::TakePayment | C::RelieveCharge | C::AskRefund | C::DecideRefund | C::Reconcile),
        ) => &[Desk],
        _ => &[],
    }
}

/// The desk checks, accepts, asks, refuses, hands over and takes the fee; it does not decide the substance (D61 17).
const fn is_of_the_desk(kind: CommandKind) -> bool {
    matches!(
        kind,
        C::AskFee
            | C::Accept
            | C::RefuseIntake
            | C::RequestSupplement
            | C::ConfirmSupplement
            | C::RecordRetrievalFailure
            | C::HandOver
            | C::UndoMove
            | C::GiveImmediately
            | C::AskWithdrawal
            | C::WriteMessage
            | C::OpenTasks
            | C::TakePayment
            | C::Archive
    )
}

/// The specialist who holds a case verifies, asks, proposes and drafts; they do not sign (D61 19).
const fn is_of_the_holder(kind: CommandKind) -> bool {
    matches!(
        kind,
        C::Examine
            | C::DraftOutcome
            | C::RequestSupplement
            | C::RecordRetrievalFailure
            | C::GiveBack
            | C::Forward
            | C::UndoMove
            | C::AskOpinion
            | C::TakeSilence
            | C::PlanVisit
            | C::RecordVisit
            | C::PostPublicly
            | C::EndPosting
            | C::AskFinancialDuty
            | C::NotifyDuty
            | C::ConfirmDuty
            | C::ProposeApology
            | C::WriteMessage
            | C::OpenTasks
    )
}

/// The division head assigns, reviews and initials (D61 19.1).
const fn is_of_the_division(kind: CommandKind) -> bool {
    matches!(
        kind,
        C::Assign
            | C::TakeBack
            | C::ReturnToDesk
            | C::Forward
            | C::UndoMove
            | C::Initial
            | C::SendBack
            | C::DecideWithdrawal
            | C::ProceedWithoutOpinion
            | C::OpenTasks
            | C::Apologise
    )
}

/// The head signs, and answers for what ends or moves a case.
const fn is_of_the_head(kind: CommandKind) -> bool {
    matches!(
        kind,
        C::SignOutcome
            | C::SendBack
            | C::DecideWithdrawal
            | C::ProceedWithoutOpinion
            | C::Apologise
            | C::Stop
            | C::Resume
            | C::OpenCorrection
            | C::RevokeOutcome
    )
}

/// Acts that belong to the applicant alone; nobody signs, sends or rates for them (`domain.md` 2.2, 8.2).
const fn is_applicants(action: Action) -> bool {
    matches!(
        action,
        Action::ReadCase
            | Action::Act(
                C::Send
                    | C::Recall
                    | C::AnswerSupplement
                    | C::AskWithdrawal
                    | C::CollectResult
                    | C::RateService
                    | C::ProveDuty
                    | C::StartPayment
                    | C::WriteMessage
            )
    )
}

/// Offices that are no relation to a case.
const fn is_office(role: Role, action: Action) -> bool {
    use Role as R;
    matches!(
        (role, action),
        (
            R::TechnicalAdmin,
            Action::ManageStaff | Action::ManageUnits | Action::ApproveChange
        ) | (R::CatalogueAdmin, Action::ManageCatalogue | Action::ApproveChange)
            | (
                R::FinanceOfficer,
                Action::ManageFees | Action::CloseDay | Action::ApproveChange
            )
            | (
                R::ReceivingOfficer,
                Action::ReceiveAtDesk | Action::FindPerson | Action::CloseDay
            )
            | (
                R::CentreDirector | R::Head | R::DivisionHead | R::Watcher,
                Action::ReadReports
            )
            | (R::CentreDirector | R::Head, Action::ApproveChange)
    )
}

/// Whether the actor may do this with this case, and on what ground.
///
/// # Errors
/// [`Denied`] tells apart an act that is not theirs at all and a case that is not theirs.
pub fn may(actor: &Actor, action: Action, case: &CaseRelations) -> Result<Ground, Denied> {
    match actor {
        Actor::System => Ok(Ground::Rule),
        Actor::Applicant { person } if is_applicants(action) => {
            if case.applicant == *person {
                Ok(Ground::OwnCase)
            } else {
                Err(Denied::NotYourCase)
            }
        }
        Actor::Applicant { .. } => Err(Denied::NotYourOffice),
        Actor::Staff { staff, agency, roles } => {
            let mut denied = Denied::NotYourOffice;
            for reach in roles.iter().flat_map(|role| reaches(*role, action)) {
                denied = Denied::NotYourCase;
                let decides = case.competent == *agency;
                match reach {
                    Reach::Desk if case.received_at == *agency => return Ok(Ground::ReceivingDesk),
                    Reach::Desk | Reach::Agency if decides => return Ok(Ground::DecidingAgency),
                    Reach::Hands if case.holder == Some(*staff) => return Ok(Ground::Holder),
                    Reach::Involved if case.agencies.contains(agency) => return Ok(Ground::InvolvedAgency),
                    Reach::Beside if case.colleagues.contains(staff) => return Ok(Ground::Colleague),
                    _ => {}
                }
            }
            Err(denied)
        }
    }
}

/// Whether the actor's office allows an act that concerns no case.
///
/// # Errors
/// [`Denied::NotYourOffice`] where no role of theirs has it.
pub fn may_in_office(actor: &Actor, action: Action) -> Result<Ground, Denied> {
    match actor {
        Actor::System => Ok(Ground::Rule),
        Actor::Staff { roles, .. } if roles.iter().any(|role| is_office(*role, action)) => Ok(Ground::Office),
        _ => Err(Denied::NotYourOffice),
    }
}

/// All cases with which the actor may do this, as data.
pub fn scope(actor: &Actor, action: Action) -> Scope {
    let clauses = match actor {
        Actor::System => vec![Clause::Everything],
        Actor::Applicant { person } if is_applicants(action) => vec![Clause::AppliedBy(*person)],
        Actor::Applicant { .. } => Vec::new(),
        Actor::Staff { staff, agency, roles } => {
            let all: Vec<Reach> = roles
                .iter()
                .flat_map(|role| reaches(*role, action))
                .copied()
                .collect();
            let has = |reach: Reach| all.contains(&reach);
            let mut clauses = Vec::new();
            if has(Reach::Desk) {
                clauses.push(Clause::ReceivedAt(agency.clone()));
            }
            if has(Reach::Desk) || has(Reach::Agency) {
                clauses.push(Clause::DecidedBy(agency.clone()));
            }
            if has(Reach::Hands) {
                clauses.push(Clause::HeldBy(*staff));
            }
            if has(Reach::Involved) {
                clauses.push(Clause::Involves(agency.clone()));
            }
            if has(Reach::Beside) {
                clauses.push(Clause::HelpedBy(*staff));
            }
            clauses
        }
    };
    Scope { clauses }
}

/// Which cases somebody's reports are about: figures, never a name. What they may open of them is [`scope`]'s to say.
pub fn report_scope(actor: &Actor) -> Scope {
    let Actor::Staff { agency, .. } = actor else {
        return Scope::default();
    };
    let mut clauses = Vec::new();
    if actor.holds(Role::Watcher) {
        clauses.push(Clause::Everything);
    }
    if actor.holds(Role::CentreDirector) {
        clauses.push(Clause::ReceivedAt(agency.clone()));
    }
    if [Role::CentreDirector, Role::Head, Role::DivisionHead]
        .into_iter()
        .any(|role| actor.holds(role))
    {
        clauses.push(Clause::DecidedBy(agency.clone()));
    }
    Scope { clauses }
}

/// Whether the table of rights knows the act for a role at all: in which office somebody acts.
pub fn role_reaches(role: Role, action: Action) -> bool {
    !reaches(role, action).is_empty() || is_office(role, action)
}

/// Whether the actor may hand in a case of their own: a resident, for themselves.
///
/// # Errors
/// [`Denied::NotYourOffice`] for everybody else; nobody sends for the applicant.
pub fn may_send(actor: &Actor) -> Result<Ground, Denied> {
    match actor {
        Actor::Applicant { .. } => Ok(Ground::OwnCase),
        Actor::Staff { .. } | Actor::System => Err(Denied::NotYourOffice),
    }
}
