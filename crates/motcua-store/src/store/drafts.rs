//! Drafts, and files that were given to them.

use motcua_domain::id::{DraftId, PersonId};
use motcua_engine::ports::{CommitError, DraftStore, StoreError};
use motcua_engine::rows::{DraftRow, FileRow};

use super::SqlStore;
use crate::driver::{Fault, Value, number};
use crate::engine::Engine;
use crate::{decode, encode, queries};

impl<E: Engine> DraftStore for SqlStore<E> {
    fn draft(&self, id: DraftId) -> Result<Option<DraftRow>, StoreError> {
        Ok(self.one(queries::DRAFT_FIND, &[Value::printed(id)], decode::draft)?)
    }

    fn drafts_of(&self, person: PersonId) -> Result<Vec<DraftRow>, StoreError> {
        Ok(self.all(queries::DRAFTS_OF, &[Value::printed(person)], decode::draft)?)
    }

    fn save_draft(&self, draft: &DraftRow, expected: u64) -> Result<(), CommitError> {
        if draft.version <= expected {
            // Otherwise two devices could save over each other and both believe they were first.
            return Err(StoreError("the version of a draft must grow with every save".to_owned()).into());
        }
        let draft = draft.clone();
        Ok(self.engine.write(move |driver| {
            let mut values = encode::draft(&draft);
            let touched = if expected == 0 {
                values.insert(0, Value::printed(draft.id));
                driver.execute(queries::DRAFT_ADD, &values)?
            } else {
                values.extend([Value::printed(draft.id), number(expected)]);
                driver.execute(queries::DRAFT_SAVE, &values)?
            };
            if touched == 1 {
                Ok(())
            } else {
                Err(Fault::conflict("the draft"))
            }
        })?)
    }

    fn delete_draft(&self, id: DraftId) -> Result<(), StoreError> {
        Ok(self.engine.write(move |driver| {
            driver
                .execute(queries::DRAFT_DELETE, &[Value::printed(id)])
                .map(|_| ())
        })?)
    }

    fn add_file(&self, file: &FileRow) -> Result<(), StoreError> {
        let file = file.clone();
        Ok(self.engine.write(move |driver| {
            driver
                .execute(queries::FILE_ADD, &encode::file(&file))
                .map(|_| ())
        })?)
    }
}
