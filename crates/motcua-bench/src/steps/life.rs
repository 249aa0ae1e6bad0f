//! Cases that live whole lives, by the acts of the product.

use motcua_domain::access::{Actor, Role};
use motcua_domain::case::{
    Case, Command, DeliveryWay, FiledPaper, Finding, GroundForActing, OutcomeKind, Sending,
};
use motcua_domain::channel::Channel;
use motcua_domain::id::{AnswerSetId, CaseId, FileId, UnitCode};
use motcua_domain::person::Person;
use motcua_engine::case::Act;
use motcua_engine::changes::Row;
use motcua_engine::engine::{Engine, actor_of};
use motcua_engine::staffing::NewStaff;
use motcua_testcity::BEES;
use uuid::Uuid;

use crate::city;

/// Acts of a life: sent, accepted, handed over, assigned, examined, drafted, signed, issued, returned.
pub(super) const ACTS: usize = 9;

/// The offices that a case passes.
const OFFICES: [Role; 6] = [
    Role::ReceivingOfficer,
    Role::DivisionHead,
    Role::Specialist,
    Role::Head,
    Role::Clerk,
    Role::ReturningOfficer,
];

/// A resident and the office of a ward, who bring case after case to its end.
pub(crate) struct Caller {
    engine: Engine,
    person: Person,
    ward: UnitCode,
    office: Vec<Actor>,
    place: usize,
    acts: usize,
    case: Option<Case>,
    drawn: u128,
}

/// So many callers, each in a ward of its own.
pub(super) fn callers(engine: &Engine, count: usize) -> Vec<Caller> {
    (0..count).map(|place| Caller::new(engine, place)).collect()
}

impl Caller {
    /// A caller in the ward of this place.
    pub(super) fn new(engine: &Engine, place: usize) -> Self {
        let ward = city::ward(engine, place);
        let staff = |role: Role| {
            let new = NewStaff {
                name: format!("Cán bộ Thứ {place}"),
                agency: ward.clone(),
                unit: ward.clone(),
                roles: vec![role],
            };
            actor_of(&engine.add_staff(&Actor::System, new).expect("a member of staff"))
        };
        Self {
            person: city::resident(engine, place),
            office: OFFICES.into_iter().map(staff).collect(),
            ward,
            engine: engine.clone(),
            place,
            acts: 0,
            case: None,
            drawn: 0,
        }
    }

    /// The case that is in hand.
    pub(super) fn case(&self) -> &Case {
        self.case.as_ref().expect("a case in hand")
    }

    /// The next act; always does one.
    pub(super) fn step(&mut self) -> bool {
        let done = match self.acts % ACTS {
            0 => self.send(),
            1 => self.accept(),
            2 => self.act(Role::ReceivingOfficer, Command::HandOver),
            3 => {
                let Actor::Staff { staff, .. } = *self.actor(Role::Specialist) else {
                    unreachable!("offices are held by staff");
                };
                self.act(Role::DivisionHead, Command::Assign { specialist: staff })
            }
            4 => self.examine(),
            5 => {
                let granted = Command::DraftOutcome {
                    kind: OutcomeKind::Granted,
                    reason: None,
                };
                self.act(Role::Specialist, granted)
            }
            6 => self.act(Role::Head, Command::SignOutcome),
            7 => self.act(Role::Clerk, Command::IssueOutcome { file: None }),
            _ => {
                let returned = Command::ReturnResult {
                    identity_checked: true,
                    right_checked: true,
                };
                self.act(Role::ReturningOfficer, returned)
            }
        };
        self.case = Some(done);
        self.acts += 1;
        true
    }

    /// Lives until the case is examined; gives whose it is and its reference.
    pub(super) fn until_examined(mut self) -> (Person, String) {
        while self.acts < 5 {
            self.step();
        }
        let reference = self.case().reference.as_str().to_owned();
        (self.person, reference)
    }

    fn actor(&self, role: Role) -> &Actor {
        let held = self.office.iter().find(|actor| actor.holds(role));
        held.expect("an office that is held")
    }

    /// An identifier that sorts by time, as the engine makes them.
    fn id(&mut self) -> Uuid {
        self.drawn += 1;
        let chance = ((self.place as u128) << 64) | self.drawn;
        let millis = self.engine.now().millis() as u64;
        let bytes: [u8; 16] = chance.to_be_bytes();
        let tail: [u8; 10] = bytes[6..].try_into().expect("ten of sixteen bytes");
        uuid::Builder::from_unix_timestamp_millis(millis, &tail).into_uuid()
    }

    fn send(&mut self) -> Case {
        let now = self.engine.now();
        let (case, answers) = (CaseId::new(self.id()), AnswerSetId::new(self.id()));
        let procedure = self.engine.city().procedure(BEES).expect("the bees");
        let form = self
            .engine
            .city()
            .form_for(procedure, now.day())
            .expect("the form of the bees");
        let command = Command::Send(Box::new(Sending {
            case,
            reference: self.engine.new_reference(),
            version: procedure.version.id.clone(),
            channel: Channel::Online,
            applicant: self.person.id,
            ground: GroundForActing::Own,
            received_at: self.ward.clone(),
            competent: self.ward.clone(),
            forward_to: None,
            answers,
            papers: vec![FiledPaper {
                component: "anh-ban-cong".to_owned(),
                file: FileId::new(Uuid::from_u64_pair(1, 1)),
            }],
            delivery: DeliveryWay::Desk,
        }));
        let rows = vec![Row::AnswerSet {
            id: answers,
            case,
            form: form.id.as_str().to_owned(),
            answers: r#"{"hives":"2","neighbours_agree":"yes"}"#.to_owned(),
        }];
        self.engine
            .send_command(&self.person, &command, rows, now)
            .expect("a case to be sent")
    }

    fn accept(&self) -> Case {
        let actor = self.actor(Role::ReceivingOfficer);
        let acted = self.engine.accept(actor, self.case().reference.as_str());
        acted.expect("a case to be accepted").case
    }

    fn examine(&self) -> Case {
        let procedure = self.engine.city().procedure(BEES).expect("the bees");
        let findings = procedure.conditions.iter().map(|condition| Finding {
            condition: condition.name.clone(),
            met: true,
        });
        let findings = findings.collect();
        self.act(Role::Specialist, Command::Examine { findings })
    }

    fn act(&self, role: Role, command: Command) -> Case {
        let act = Act {
            command,
            rows: Vec::new(),
            idempotency: None,
        };
        let acted = self.engine.act(self.actor(role), self.case().id, act);
        acted.expect("an act to be done").case
    }
}
