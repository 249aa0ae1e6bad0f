//! People, staff, passkeys, notices.

use motcua_domain::id::{PersonId, StaffId};
use motcua_domain::person::{Person, PersonalNumber, Subject};
use motcua_domain::time::Day;
use motcua_engine::ports::{PeopleStore, StoreError};
use motcua_engine::rows::{NoticeRow, PasskeyRow, StaffRow};

use super::SqlStore;
use crate::driver::Value;
use crate::engine::Engine;
use crate::{decode, queries};

impl<E: Engine> PeopleStore for SqlStore<E> {
    fn person(&self, id: PersonId) -> Result<Option<Person>, StoreError> {
        Ok(self.one(queries::PERSON_FIND, &[Value::printed(id)], decode::person)?)
    }

    fn person_by_subject(&self, subject: &Subject) -> Result<Option<Person>, StoreError> {
        let values = [subject.issuer.as_str().into(), subject.name.as_str().into()];
        Ok(self.one(queries::PERSON_BY_SUBJECT, &values, decode::person)?)
    }

    fn persons_by_number(&self, number: &PersonalNumber) -> Result<Vec<Person>, StoreError> {
        Ok(self.all(
            queries::PERSONS_BY_NUMBER,
            &[number.reveal().into()],
            decode::person,
        )?)
    }

    fn persons_by_birth(&self, name: &str, born_on: Day) -> Result<Vec<Person>, StoreError> {
        let values = [Value::printed(born_on), name.into()];
        Ok(self.all(queries::PERSONS_BY_BIRTH, &values, decode::person)?)
    }

    fn adopt_subjects(&self, issuer: &str) -> Result<u64, StoreError> {
        let issuer = issuer.to_owned();
        Ok(self
            .engine
            .write(move |driver| driver.execute(queries::SUBJECTS_ADOPT, &[issuer.as_str().into()]))?)
    }

    fn staff(&self, id: StaffId) -> Result<Option<StaffRow>, StoreError> {
        Ok(self.one(queries::STAFF_FIND, &[Value::printed(id)], decode::staff)?)
    }

    fn staff_of(&self, agency: &str) -> Result<Vec<StaffRow>, StoreError> {
        let mut staff = self.all(queries::STAFF_OF, &[agency.into()], decode::staff)?;
        // By given name, the last word, as Vietnamese lists are; the order of marked letters is the page's.
        staff.sort_by(|a, b| {
            by_given_name(&a.name)
                .cmp(&by_given_name(&b.name))
                .then_with(|| a.id.cmp(&b.id))
        });
        Ok(staff)
    }

    fn passkeys(&self, staff: StaffId) -> Result<Vec<PasskeyRow>, StoreError> {
        Ok(self.all(queries::PASSKEYS_OF, &[Value::printed(staff)], decode::passkey)?)
    }

    fn passkey(&self, credential: &[u8]) -> Result<Option<PasskeyRow>, StoreError> {
        Ok(self.one(queries::PASSKEY_FIND, &[credential.into()], decode::passkey)?)
    }

    fn notices(&self, person: PersonId, limit: u32) -> Result<Vec<NoticeRow>, StoreError> {
        Ok(self.all(
            queries::NOTICES_OF,
            &[Value::printed(person), limit.into()],
            decode::notice,
        )?)
    }
}

fn by_given_name(name: &str) -> (&str, &str) {
    (name.rsplit(' ').next().unwrap_or(name), name)
}
