//! A city with a past: a few thousand invented cases in many states, written through the same use cases as real ones,
//! at the hours when offices work. The same seed writes the same city.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use motcua_catalogue::city::Names;
use motcua_domain::access::{Actor, Role};
use motcua_domain::case::{
    Command, DeliveryWay, FiledPaper, Finding, GroundForActing, OutcomeKind, Sending, SupplementAnswer,
    SupplementItem,
};
use motcua_domain::channel::Channel;
use motcua_domain::form::{Answer, Answers};
use motcua_domain::id::{AnswerSetId, CaseId, FileId, PersonId, StaffId, UnitCode};
use motcua_domain::person::{Person, PersonalNumber};
use motcua_domain::time::{Day, Instant, TimeLimit};
use motcua_engine::case::{Act, Words};
use motcua_engine::changes::{Changes, Row};
use motcua_engine::city::CityProcedure;
use motcua_engine::engine::{Engine, UseError};
use motcua_engine::ports::{Clock, Store};
use motcua_engine::rows::StaffRow;
use uuid::Uuid;

use super::chance::Dice;

/// The moment of the story, set by hand for each act.
#[derive(Debug, Default)]
pub(super) struct StoryClock(AtomicI64);

impl StoryClock {
    fn set(&self, at: Instant) {
        self.0.store(at.millis(), Ordering::Relaxed);
    }
}

impl Clock for StoryClock {
    fn now(&self) -> Instant {
        Instant::from_millis(self.0.load(Ordering::Relaxed))
    }
}

/// What a seeder needs.
pub(super) struct Seeder<'a> {
    pub(super) engine: Engine,
    pub(super) store: Arc<dyn Store>,
    pub(super) clock: Arc<StoryClock>,
    pub(super) dice: Dice,
    pub(super) names: &'a Names,
    pub(super) now: Instant,
    /// A paper that looks like one, for every upload of the past.
    pub(super) sample: FileId,
    /// Procedures that can be filed, with their weights.
    pub(super) procedures: Vec<(CityProcedure, u32)>,
    /// Communes with a desk, with their weights.
    pub(super) communes: Vec<(UnitCode, u32)>,
}

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;
/// How far back the past goes.
const PAST_DAYS: i64 = 50;

impl Seeder<'_> {
    /// Writes one case, from its sending to wherever it stands today.
    pub(super) fn one(&mut self) -> Result<(), UseError> {
        let (procedure, commune) = self.matter();
        let units = &self.engine.city().units;
        let today = self.now.day();
        let Some(competent) = units.competent(&procedure.competence, &commune, today) else {
            return Ok(());
        };
        let competent = competent.agency.code.clone();
        let centre = units.centre_of(&commune, today).map(|centre| &centre.code);
        let desk = units
            .agency_of(centre.unwrap_or(&commune), today)
            .map_or(commune.clone(), |agency| agency.code.clone());
        let person = self.person()?;
        let sent_at = self.moment_of_sending();
        self.clock.set(sent_at);
        let case = CaseId::new(self.id(sent_at));
        let answers = AnswerSetId::new(self.id(sent_at));
        let form = procedure
            .version
            .form
            .as_ref()
            .map_or("chung@1".to_owned(), |form| form.as_str().to_owned());
        let given = self.answers(&person, &procedure);
        let rows = vec![Row::AnswerSet {
            id: answers,
            case,
            form: form.clone(),
            answers: given,
        }];
        let papers = procedure
            .papers
            .iter()
            .filter(|paper| paper.is_required && paper.grounds.is_empty())
            .map(|paper| FiledPaper {
                component: paper.name.clone(),
                file: self.sample,
            })
            .collect();
        let command = Command::Send(Box::new(Sending {
            case,
            reference: self.engine.new_reference(),
            version: procedure.version.id.clone(),
            channel: if self.dice.one_in(6) {
                Channel::CommunityTeam
            } else {
                Channel::Online
            },
            applicant: person.id,
            ground: procedure.grounds.first().copied().unwrap_or(GroundForActing::Own),
            received_at: desk.clone(),
            competent: competent.clone(),
            forward_to: None,
            answers,
            papers,
            delivery: if self.dice.one_in(4) {
                DeliveryWay::Desk
            } else {
                DeliveryWay::Electronic
            },
        }));
        self.engine.send_command(&person, &command, rows, sent_at)?;
        let mut story = Story {
            case,
            person: person.id,
            desk,
            competent,
            at: sent_at,
            form,
        };
        self.intake(&mut story, &procedure)
    }

    /// The desk's part, and what follows it.
    fn intake(&mut self, story: &mut Story, procedure: &CityProcedure) -> Result<(), UseError> {
        if self.dice.one_in(40) {
            let person = Actor::Applicant { person: story.person };
            return self
                .act(story, 1, 3, &person, Command::Recall, Vec::new())
                .map(drop);
        }
        let desk = self.officer(&story.desk.clone(), Role::ReceivingOfficer)?;
        if self.dice.one_in(30) {
            let (words, reason) = self.words(story, "Việc này không thuộc thẩm quyền của phường, xã.");
            return self
                .act(story, 1, 8, &desk, Command::RefuseIntake { reason }, words)
                .map(drop);
        }
        if !procedure.papers.is_empty() && self.dice.one_in(14) {
            let item = self.item(
                story,
                procedure,
                "Ảnh mờ, không đọc được số. Chụp lại cả tờ, đủ sáng.",
            );
            let (words, items) = item;
            let ask = Command::RequestSupplement {
                items: items.clone(),
                further_ground: None,
            };
            if !self.act(story, 1, 8, &desk, ask, words)? || self.dice.one_in(3) {
                return Ok(());
            }
            if !self.answer(story, &items)? {
                return Ok(());
            }
        }
        let form = motcua_domain::id::FormId::new(story.form.clone());
        let calendar = self.engine.city().calendar_id.clone();
        let charges = self.engine.charges_for(procedure, Channel::Online);
        let owed = charges.len();
        let rules = procedure.rules(Channel::Online, form, calendar, charges);
        if !self.act(story, 1, 7, &desk, Command::Accept { rules }, Vec::new())? {
            return Ok(());
        }
        for charge in (0u16..).take(owed) {
            let method = motcua_domain::case::PaymentMethod::Transfer;
            self.act(
                story,
                0,
                1,
                &desk,
                Command::TakePayment { charge, method },
                Vec::new(),
            )?;
        }
        if !self.act(story, 0, 3, &desk, Command::HandOver, Vec::new())? {
            return Ok(());
        }
        self.appraisal(story, procedure)
    }

    /// The agency's part.
    fn appraisal(&mut self, story: &mut Story, procedure: &CityProcedure) -> Result<(), UseError> {
        let agency = story.competent.clone();
        let head = self.officer(&agency, Role::DivisionHead)?;
        let specialist = self.officer(&agency, Role::Specialist)?;
        let Actor::Staff { staff, .. } = &specialist else {
            return Ok(());
        };
        let assign = Command::Assign { specialist: *staff };
        if !self.act(story, 0, 4, &head, assign, Vec::new())? {
            return Ok(());
        }
        if !procedure.papers.is_empty() && self.dice.one_in(12) {
            let (words, items) = self.item(story, procedure, "Thiếu trang thứ hai. Gửi đủ các trang.");
            let ask = Command::RequestSupplement {
                items: items.clone(),
                further_ground: None,
            };
            if !self.act(story, 1, 6, &specialist, ask, words)? || self.dice.one_in(3) {
                return Ok(());
            }
            let desk = self.officer(&story.desk.clone(), Role::ReceivingOfficer)?;
            if !self.answer(story, &items)?
                || !self.act(story, 1, 6, &desk, Command::ConfirmSupplement, Vec::new())?
            {
                return Ok(());
            }
        }
        let work = self.working_hours(procedure);
        let is_refused = self.dice.one_in(25);
        let findings = procedure
            .conditions
            .iter()
            .enumerate()
            .map(|(place, condition)| Finding {
                condition: condition.name.clone(),
                met: !(is_refused && place == 0),
            })
            .collect();
        if !self.act(
            story,
            work / 2,
            work,
            &specialist,
            Command::Examine { findings },
            Vec::new(),
        )? {
            return Ok(());
        }
        let (words, reason) = if is_refused {
            self.words(story, "Dữ liệu khai không khớp với dữ liệu đã đăng ký.")
        } else {
            (Vec::new(), None)
        };
        let kind = if is_refused {
            OutcomeKind::Refused
        } else {
            OutcomeKind::Granted
        };
        if !self.act(
            story,
            0,
            2,
            &specialist,
            Command::DraftOutcome { kind, reason },
            words,
        )? {
            return Ok(());
        }
        self.result(story)
    }

    fn result(&mut self, story: &mut Story) -> Result<(), UseError> {
        let agency = story.competent.clone();
        let signatory = self.officer(&agency, Role::Head)?;
        if !self.act(story, 1, 6, &signatory, Command::SignOutcome, Vec::new())? {
            return Ok(());
        }
        let clerk = self.officer(&agency, Role::Clerk)?;
        if !self.act(
            story,
            0,
            3,
            &clerk,
            Command::IssueOutcome { file: None },
            Vec::new(),
        )? {
            return Ok(());
        }
        let returning = self.officer(&story.desk.clone(), Role::ReturningOfficer)?;
        let hand = Command::ReturnResult {
            identity_checked: true,
            right_checked: true,
        };
        if !self.act(story, 1, 40, &returning, hand, Vec::new())? {
            return Ok(());
        }
        if self.dice.one_in(3) {
            let person = Actor::Applicant { person: story.person };
            let score = [5, 5, 5, 4, 4, 3]
                .get(self.dice.below(6) as usize)
                .copied()
                .unwrap_or(5);
            self.act(story, 1, 20, &person, Command::RateService { score }, Vec::new())?;
        }
        Ok(())
    }

    /// Carries out an act some working hours later; `false` if that moment has not come yet.
    fn act(
        &mut self,
        story: &mut Story,
        least: u32,
        most: u32,
        actor: &Actor,
        command: Command,
        rows: Vec<Row>,
    ) -> Result<bool, UseError> {
        let minutes = self.dice.between(least * 60 + 5, most.max(least) * 60 + 45);
        let calendar = self.engine.city().calendar_of(&story.competent).clone();
        let at = calendar.add_working_millis(calendar.start(story.at), i64::from(minutes) * 60_000);
        if at > self.now {
            return Ok(false);
        }
        self.clock.set(at);
        story.at = at;
        match self.engine.act(
            actor,
            story.case,
            Act {
                command,
                rows,
                idempotency: None,
            },
        ) {
            Ok(_) => Ok(true),
            // The dice asked for what the law does not allow; the case stays where it is.
            Err(UseError::Refused(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn answer(&mut self, story: &mut Story, items: &[SupplementItem]) -> Result<bool, UseError> {
        let person = Actor::Applicant { person: story.person };
        let answers = AnswerSetId::new(self.id(story.at));
        let row = Row::AnswerSet {
            id: answers,
            case: story.case,
            form: story.form.clone(),
            answers: "{}".to_owned(),
        };
        let replies = (0u16..)
            .zip(items)
            .map(|(item, asked)| SupplementAnswer {
                item,
                files: if asked.is_paper {
                    vec![self.sample]
                } else {
                    Vec::new()
                },
                answered: !asked.is_paper,
            })
            .collect();
        self.act(
            story,
            3,
            20,
            &person,
            Command::AnswerSupplement { answers, replies },
            vec![row],
        )
    }

    fn words(&mut self, story: &Story, text: &str) -> (Vec<Row>, Option<motcua_domain::id::NoteId>) {
        self.clock.set(story.at);
        let mut words = Words::default();
        let note = self.engine.note(&mut words, story.case, text);
        (words.into_rows(), note)
    }

    fn item(
        &mut self,
        story: &Story,
        procedure: &CityProcedure,
        text: &str,
    ) -> (Vec<Row>, Vec<SupplementItem>) {
        let (rows, note) = self.words(story, text);
        let paper = procedure
            .papers
            .iter()
            .find(|paper| paper.is_required)
            .or(procedure.papers.first());
        let items = match (note, paper) {
            (Some(reason), Some(paper)) => {
                vec![SupplementItem {
                    target: paper.name.clone(),
                    is_paper: true,
                    reason,
                }]
            }
            _ => Vec::new(),
        };
        (rows, items)
    }

    /// Roughly the hours that the work takes: most cases well within their limit, some beyond it.
    fn working_hours(&mut self, procedure: &CityProcedure) -> u32 {
        let hours = match procedure.limit(Channel::Online) {
            TimeLimit::WorkingDays(days) => days * 8,
            TimeLimit::CalendarDays(days) => days * 6,
            TimeLimit::WorkingHours(hours) | TimeLimit::ElapsedHours(hours) => hours,
            TimeLimit::SameDay | TimeLimit::Minutes(_) => 2,
            TimeLimit::Months(_) | TimeLimit::Years(_) | TimeLimit::Unparsed(_) => 60,
        };
        let percent = if self.dice.one_in(18) {
            self.dice.between(95, 140)
        } else {
            self.dice.between(25, 75)
        };
        (hours * percent / 100).max(1)
    }

    fn matter(&mut self) -> (CityProcedure, UnitCode) {
        let procedure = self.dice.weighted(&self.procedures).clone();
        let commune = self.dice.weighted(&self.communes).clone();
        (procedure, commune)
    }

    fn moment_of_sending(&mut self) -> Instant {
        // Squared, so that the last days are the fullest, as the open cases of an office are.
        let share = u64::from(self.dice.below(1000));
        let back = i64::try_from(share * share / 1000).unwrap_or(0) * PAST_DAYS * DAY / 1000;
        let at = Instant::from_millis(self.now.millis() - back - i64::from(self.dice.below(600)) * 60_000);
        // People file in the evening too, but not at three in the morning.
        let hour = i64::from(self.dice.between(6, 22));
        let moved = Instant::from_millis(
            at.day().midnight().millis() + hour * HOUR + i64::from(self.dice.below(3600)) * 1000,
        );
        if moved < self.now {
            moved
        } else {
            Instant::from_millis(self.now.millis() - 20 * 60_000)
        }
    }

    fn person(&mut self) -> Result<Person, UseError> {
        let is_female = self.dice.one_in(2);
        let pool = if is_female {
            &self.names.female
        } else {
            &self.names.male
        };
        let surname = self.dice.weighted(&self.names.surnames).clone();
        let given = pool
            .get(self.dice.below(pool.len() as u32) as usize)
            .cloned()
            .unwrap_or_default();
        let year = self.dice.between(1955, 2006);
        let month = i8::try_from(self.dice.between(1, 12)).unwrap_or(1);
        let day = i8::try_from(self.dice.between(1, 28)).unwrap_or(1);
        let century = if year < 2000 {
            u32::from(is_female)
        } else {
            2 + u32::from(is_female)
        };
        // 099 was never given out as a place of registration, so that the number can be nobody's.
        let number = format!("099{century}{:02}{:06}", year % 100, self.dice.below(1_000_000));
        let person = Person {
            id: PersonId::new(self.id(self.now)),
            subject: None,
            name: format!("{surname} {given}"),
            personal_number: PersonalNumber::parse(&number),
            born_on: Day::new(i16::try_from(year).unwrap_or(1990), month, day).ok(),
            phone: Some(format!("+84900000{:03}", self.dice.below(1000))),
            email: None,
            address: None,
        };
        self.store.commit(Changes {
            rows: vec![Row::Person(person.clone())],
            ..Changes::default()
        })?;
        Ok(person)
    }

    fn answers(&mut self, person: &Person, procedure: &CityProcedure) -> String {
        let mut answers = Answers::new()
            .with("applicant_name", Answer::text(person.name.clone()))
            .with("content", Answer::text(procedure.version.name_vi.clone()))
            .with("return_way", Answer::text("electronic"));
        if procedure.version.code.as_str() == "1.001193" {
            let child = self
                .names
                .female
                .get(self.dice.below(self.names.female.len() as u32) as usize);
            let surname = person.name.split(' ').next().unwrap_or_default();
            answers = answers
                .with(
                    "child_name",
                    Answer::text(format!("{surname} {}", child.cloned().unwrap_or_default())),
                )
                .with("child_born_on", Answer::date("12", "10", "2026"))
                .with("child_sex", Answer::text("female"))
                .with("mother_name", Answer::text(person.name.clone()));
        }
        serde_json::to_string(&answers).unwrap_or_default()
    }

    /// A member of staff of an agency in a role: one of the cast, or one invented for it.
    fn officer(&mut self, agency: &UnitCode, role: Role) -> Result<Actor, UseError> {
        let known = self.store.staff_of(agency.as_str())?;
        let fitting: Vec<_> = known
            .iter()
            .filter(|staff| staff.roles.iter().any(|name| name == role.name()))
            .collect();
        if let Some(staff) = fitting.get(self.dice.below(fitting.len().max(1) as u32) as usize) {
            return Ok(motcua_engine::engine::actor_of(staff));
        }
        let surname = self.dice.weighted(&self.names.surnames).clone();
        let given = self
            .names
            .male
            .get(self.dice.below(self.names.male.len() as u32) as usize)
            .cloned();
        let row = StaffRow {
            id: StaffId::new(self.id(self.now)),
            name: format!("{surname} {}", given.unwrap_or_default()),
            agency: agency.clone(),
            unit: agency.clone(),
            roles: vec![role.name().to_owned()],
            is_active: true,
        };
        self.store.commit(Changes {
            rows: vec![Row::Staff(row.clone())],
            ..Changes::default()
        })?;
        Ok(motcua_engine::engine::actor_of(&row))
    }

    fn id(&mut self, at: Instant) -> Uuid {
        let mut bytes = [0u8; 10];
        self.dice.fill(&mut bytes);
        let millis = u64::try_from(at.millis()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }
}

/// One case under way.
struct Story {
    case: CaseId,
    person: PersonId,
    desk: UnitCode,
    competent: UnitCode,
    at: Instant,
    form: String,
}
