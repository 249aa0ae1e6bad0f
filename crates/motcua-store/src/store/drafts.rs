//! Drafts, and files that were given to them.

use motcua_domain::id::{DraftId, FileId, PersonId, StaffId};
use motcua_domain::time::Instant;
use motcua_engine::ports::{CommitError, DraftStore, StoreError, Swept};
use motcua_engine::rows::{DraftRow, FileRow};

use super::SqlStore;
use crate::driver::{Columns, Driver, Fault, Value, number};
use crate::engine::Engine;
use crate::{decode, encode, queries};

impl<E: Engine> DraftStore for SqlStore<E> {
    fn draft(&self, id: DraftId) -> Result<Option<DraftRow>, StoreError> {
        Ok(self.one(queries::DRAFT_FIND, &[Value::printed(id)], decode::draft)?)
    }

    fn drafts_of(&self, person: PersonId) -> Result<Vec<DraftRow>, StoreError> {
        Ok(self.all(queries::DRAFTS_OF, &[Value::printed(person)], decode::draft)?)
    }

    fn begin_draft(&self, draft: &DraftRow) -> Result<DraftRow, StoreError> {
        let draft = draft.clone();
        Ok(self.engine.write(move |driver| {
            driver.atomically(|driver| {
                // Two devices that begin at once take turns: SQLite has one writer, PostgreSQL one lock on the person.
                driver.execute(queries::PERSON_LOCK, &[Value::printed(draft.person)])?;
                let of_procedure = [Value::printed(draft.person), (&draft.procedure).into()];
                let there = driver.find(queries::DRAFT_OF_PROCEDURE, &of_procedure, decode::draft)?;
                if let Some(there) = there {
                    return Ok(there);
                }
                let mut values = encode::draft(&draft);
                values.insert(0, Value::printed(draft.id));
                driver.execute(queries::DRAFT_ADD, &values)?;
                Ok(draft.clone())
            })
        })?)
    }

    fn drafts_at_desk(&self, officer: StaffId) -> Result<Vec<DraftRow>, StoreError> {
        Ok(self.all(queries::DRAFTS_AT_DESK, &[Value::printed(officer)], decode::draft)?)
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

    fn uploads_since(&self, person: PersonId, since: Instant) -> Result<(u64, u64), StoreError> {
        let values = [Value::printed(person), since.into()];
        let found = self.one(queries::UPLOADS_SINCE, &values, |row| {
            Ok((row.count()?, row.count()?))
        })?;
        Ok(found.unwrap_or((0, 0)))
    }

    fn sweep_uploads(&self, before: Instant, after: Option<FileId>, limit: u32) -> Result<Swept, StoreError> {
        Ok(self
            .engine
            .write(move |driver| driver.atomically(|driver| sweep(driver, before, after, limit)))?)
    }
}

fn sweep(
    driver: &mut Driver<'_>,
    before: Instant,
    after: Option<FileId>,
    limit: u32,
) -> Result<Swept, Fault> {
    let after = after.map_or_else(String::new, |id| id.to_string());
    let values = [before.into(), after.as_str().into(), limit.into()];
    let mut swept = Swept::default();
    for file in driver.query(queries::UPLOADS_UNSETTLED, &values, decode::file)? {
        swept.last = Some(file.id);
        let id = Value::printed(file.id);
        let named = format!("%{}%", file.id);
        let of_owner = [
            Value::maybe(file.owner.map(|owner| owner.to_string())),
            named.as_str().into(),
        ];
        let names_it = |row: &mut Columns<'_>| row.count::<u64>();
        if driver
            .find(queries::UPLOAD_IN_CASE, &of_owner, names_it)?
            .is_some()
        {
            driver.execute(queries::UPLOAD_SETTLE, &[id])?;
            continue;
        }
        if driver
            .find(queries::UPLOAD_IN_DRAFT, &of_owner, names_it)?
            .is_some()
        {
            continue;
        }
        driver.execute(queries::UPLOAD_FORGET, &[id])?;
        swept.forgotten += 1;
        let content = [Value::from(&file.hash)];
        if driver.find(queries::CONTENT_USED, &content, names_it)?.is_none() {
            swept.content.push((file.hash, file.pages));
        }
    }
    Ok(swept)
}
