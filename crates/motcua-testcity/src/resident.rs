//! A resident: what they do at home, with a phone in their hand.

use motcua_domain::access::Actor;
use motcua_domain::case::{Case, Command, SupplementAnswer};
use motcua_domain::form::{Answer, Answers};
use motcua_domain::id::{AnswerSetId, DraftId};
use motcua_domain::person::Person;
use motcua_engine::case::Act;
use motcua_engine::changes::Row;
use motcua_engine::engine::UseError;
use motcua_engine::filing::Sending;
use motcua_engine::ports::{CaseStore as _, Chance as _, Inspected};
use motcua_engine::rows::SessionHolder;
use motcua_engine::session::Secret;
use motcua_engine::view::{TrackerView, YourPart};

use crate::city::{BEES, HAI_CHAU, Named, TestCity};

/// A resident of the city.
#[derive(Clone)]
pub struct Resident<'a> {
    pub(crate) city: &'a TestCity,
    /// Who they are.
    pub person: Person,
}

impl Resident<'_> {
    /// The actor that they are.
    pub fn actor(&self) -> Actor {
        Actor::Applicant {
            person: self.person.id,
        }
    }

    /// Begins a draft, or takes theirs up again.
    #[track_caller]
    pub fn starts(&self, procedure: &str) -> DraftId {
        self.city
            .engine
            .start_draft(self.person.id, procedure)
            .expect("a draft to begin")
            .id
    }

    /// Answers the questions of a page; what is wrong is kept and told later.
    #[track_caller]
    pub fn answers(&self, draft: DraftId, page: &str, given: &[(&str, &str)]) {
        let given: Vec<_> = given
            .iter()
            .map(|(question, text)| ((*question).to_owned(), Answer::text(*text)))
            .collect();
        self.city
            .engine
            .save_page(&self.person, draft, page, &given)
            .expect("a page to be saved");
    }

    /// Chooses at whose desk the case is handed in.
    #[track_caller]
    pub fn chooses(&self, draft: DraftId, desk: &str) {
        self.city
            .engine
            .choose_desk(&self.person, draft, desk)
            .expect("a desk to be chosen");
    }

    /// Gives a photo of one page as a paper.
    #[track_caller]
    pub fn attaches(&self, draft: DraftId, paper: &str) {
        let (bytes, inspected) = photo(paper);
        let attached = self
            .city
            .engine
            .attach(&self.person, draft, paper, "anh.jpg", &bytes, &inspected);
        attached.expect("a paper to be attached");
    }

    /// Fills in everything that keeping bees needs, for Hải Châu ward.
    #[track_caller]
    pub fn fills_in(&self, draft: DraftId) {
        self.answers(draft, "so-to", &[("hives", "2")]);
        self.answers(draft, "hang-xom", &[("neighbours_agree", "yes")]);
        self.attaches(draft, "anh-ban-cong");
        self.chooses(draft, HAI_CHAU);
    }

    /// Sends a draft.
    #[track_caller]
    pub fn sends(&self, draft: DraftId) -> Sending {
        self.tries_to_send(draft).expect("a draft to be sent")
    }

    /// Tries to send a draft.
    ///
    /// # Errors
    /// Why it was not sent.
    pub fn tries_to_send(&self, draft: DraftId) -> Result<Sending, UseError> {
        self.city.engine.send(&self.person, draft)
    }

    /// Asks to keep bees, from the first question to the receipt of sending.
    #[track_caller]
    pub fn asks_for_bees(&self) -> Sending {
        let draft = self.starts(BEES);
        self.fills_in(draft);
        self.sends(draft)
    }

    /// Looks where a case is.
    #[track_caller]
    pub fn tracks(&self, case: &(impl Named + ?Sized)) -> TrackerView {
        self.tries_to_track(case).expect("a case to be tracked")
    }

    /// Tries to look where a case is.
    ///
    /// # Errors
    /// Why they may not.
    pub fn tries_to_track(&self, case: &(impl Named + ?Sized)) -> Result<TrackerView, UseError> {
        self.city.engine.track(&self.person, &case.case_name())
    }

    /// Tries an act on a case.
    ///
    /// # Errors
    /// Why it was not done.
    pub fn tries(&self, case: &(impl Named + ?Sized), command: Command) -> Result<Case, UseError> {
        let acted = self
            .city
            .engine
            .act_named(&self.actor(), &case.case_name(), |_| Ok(command));
        acted.map(|acted| acted.case)
    }

    #[track_caller]
    fn does(&self, case: &(impl Named + ?Sized), command: Command) -> Case {
        self.tries(case, command).expect("a resident's act to be done")
    }

    /// Takes a sending back.
    #[track_caller]
    pub fn recalls(&self, case: &(impl Named + ?Sized)) -> Case {
        self.does(case, Command::Recall)
    }

    /// Asks to withdraw, with a reason.
    #[track_caller]
    pub fn asks_to_withdraw(&self, case: &(impl Named + ?Sized), reason: &str) -> Case {
        let acted = self
            .city
            .engine
            .act_named(&self.actor(), &case.case_name(), |words| {
                Ok(Command::AskWithdrawal {
                    reason: words.note(reason),
                })
            });
        acted.expect("a request to withdraw").case
    }

    /// Takes the electronic result.
    #[track_caller]
    pub fn collects(&self, case: &(impl Named + ?Sized)) -> Case {
        self.does(case, Command::CollectResult)
    }

    /// Rates the service.
    #[track_caller]
    pub fn rates(&self, case: &(impl Named + ?Sized), score: u8) -> Case {
        self.does(case, Command::RateService { score })
    }

    /// Answers every item of a supplement: papers with new photos, questions with `2`.
    #[track_caller]
    pub fn completes(&self, case: &(impl Named + ?Sized)) -> Case {
        let YourPart::Supplement { items, .. } = self.tracks(case).your_part else {
            panic!("nothing is asked of the resident");
        };
        let engine = &self.city.engine;
        let store = &self.city.store;
        let row = store
            .case_named(&case.case_name())
            .expect("the store to answer")
            .expect("a case of this name");
        let asked = self.city.case(&row.reference);
        let (form, given) = store
            .answers(asked.answers)
            .expect("the store to answer")
            .expect("the answers of a case");
        let mut given: Answers = serde_json::from_str(&given).expect("answers as JSON");
        let mut replies = Vec::new();
        for (place, item) in (0u16..).zip(&items) {
            let mut reply = SupplementAnswer {
                item: place,
                files: Vec::new(),
                answered: !item.is_paper,
            };
            if item.is_paper {
                let (bytes, inspected) = photo("again");
                let file = engine.keep_file(&self.person, "anh-moi.jpg", &bytes, &inspected);
                reply.files.push(file.expect("a file to be kept"));
            } else {
                given.set(item.target.clone(), Answer::text("2"));
            }
            replies.push(reply);
        }
        let answers = AnswerSetId::new(self.city.chance.id(self.city.now()));
        let encoded = serde_json::to_string(&given).expect("answers to be written as JSON");
        let rows = vec![Row::AnswerSet {
            id: answers,
            case: row.id,
            form,
            answers: encoded,
        }];
        let command = Command::AnswerSupplement { answers, replies };
        let act = Act {
            command,
            rows,
            idempotency: None,
        };
        engine
            .act(&self.actor(), row.id, act)
            .expect("a supplement to be answered")
            .case
    }

    /// Signs in; the secret is what their browser then holds.
    #[track_caller]
    pub fn signs_in(&self) -> Secret {
        let session = self
            .city
            .engine
            .begin_session(SessionHolder::Person(self.person.id));
        session.expect("a session to begin")
    }
}

/// A photo: its bytes, and what an inspection makes of it.
fn photo(of: &str) -> (Vec<u8>, Inspected) {
    let bytes = format!("photo of {of}").into_bytes();
    let page = format!("page image of {of}").into_bytes();
    (
        bytes,
        Inspected {
            media_type: "image/jpeg".to_owned(),
            pages: vec![page],
        },
    )
}
