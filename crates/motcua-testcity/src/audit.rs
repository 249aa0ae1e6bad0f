//! What must be true of every city at every moment, looked at when a test city is dropped.

use motcua_domain::case::{Case, LastMove, fold};
use motcua_domain::id::CaseId;
use motcua_domain::person::Person;
use motcua_engine::case::decode;
use motcua_engine::changes::StreamKey;
use motcua_engine::ports::{CaseStore as _, OutboxStore as _, PeopleStore as _};
use motcua_engine::rows::CaseRow;

use crate::city::{Named, TestCity};

const BATCH: u32 = 100;

impl TestCity {
    /// A case as its log tells it, by any of its names.
    #[track_caller]
    pub fn case(&self, name: &(impl Named + ?Sized)) -> Case {
        let row = self
            .store
            .case_named(&name.case_name())
            .expect("the store to answer");
        self.folded(row.expect("a case of this name").id).0
    }

    /// The events of a case: name and payload, oldest first.
    pub fn log(&self, case: CaseId) -> Vec<(String, String)> {
        let records = self
            .store
            .events(&StreamKey::case(case))
            .expect("the store to answer");
        records
            .into_iter()
            .map(|record| (record.name, record.payload))
            .collect()
    }

    fn folded(&self, id: CaseId) -> (Case, u64) {
        let records = self
            .store
            .events(&StreamKey::case(id))
            .expect("the store to answer");
        let log: Vec<_> = records
            .iter()
            .map(|record| decode(record).expect("an event that can be read"))
            .collect();
        (
            fold(&log).expect("a log that begins with a sending"),
            log.len() as u64,
        )
    }

    fn cases(&self) -> Vec<CaseId> {
        let mut all: Vec<CaseId> = Vec::new();
        loop {
            let more = self
                .store
                .case_ids_after(all.last().copied(), BATCH)
                .expect("the store to answer");
            if more.is_empty() {
                return all;
            }
            all.extend(more);
        }
    }

    /// INVARIANT: `fold(events) == row`, for every case.
    pub fn every_row_is_what_its_log_tells(&self) {
        for id in self.cases() {
            let (case, version) = self.folded(id);
            let row = self.store.case(id).expect("the store to answer");
            assert_eq!(
                row,
                Some(CaseRow::of(&case, version)),
                "the row and the log of {id} differ"
            );
        }
    }

    /// INVARIANT: no personal data in events or letters.
    pub fn nothing_that_stays_names_anybody(&self) {
        for id in self.cases() {
            let (case, _) = self.folded(id);
            let person = self
                .store
                .person(case.relations.applicant)
                .expect("the store to answer");
            let person = person.expect("the applicant of a case");
            for record in self
                .store
                .events(&StreamKey::case(id))
                .expect("the store to answer")
            {
                names_nobody(&format!("{record:?}"), &person, "the log");
            }
            for letter in self.letters.all() {
                let text = format!("{} {} {:?}", letter.key, letter.name, letter.desk);
                names_nobody(&text, &person, "a letter");
            }
        }
    }

    fn nothing_waits(&self) {
        // Mail about an internal move waits as long as the move can be taken back.
        self.moment_passes(LastMove::WINDOW_MILLIS);
        self.worker_runs();
        let counts = self.store.outbox_counts().expect("the store to answer");
        assert_eq!(counts, (0, 0), "messages that wait, and messages given up");
    }
}

/// What tells who a person is.
pub(crate) fn marks_of(person: &Person) -> Vec<String> {
    let number = person
        .personal_number
        .as_ref()
        .map(|number| number.reveal().to_owned());
    let mut marks = vec![person.name.clone()];
    marks.extend(
        [
            number,
            person.phone.clone(),
            person.email.clone(),
            person.address.clone(),
        ]
        .into_iter()
        .flatten(),
    );
    marks
}

#[track_caller]
fn names_nobody(text: &str, person: &Person, place: &str) {
    for mark in marks_of(person) {
        assert!(!text.contains(&mark), "{place} says {mark}: {text}");
    }
}

impl Drop for TestCity {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        self.every_row_is_what_its_log_tells();
        self.nothing_that_stays_names_anybody();
        if !self.leaves_work() {
            self.nothing_waits();
        }
    }
}
