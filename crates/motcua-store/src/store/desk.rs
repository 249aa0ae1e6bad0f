//! What officers keep for themselves, the time that files were open, and finding people's cases.

use motcua_domain::access::Scope;
use motcua_domain::id::{CaseId, StaffId};
use motcua_domain::time::Instant;
use motcua_engine::ports::{CommitError, DeskStore, FoundCases, PersonKey, StoreError, TimeOpen};
use motcua_engine::rows::{PrivateNoteRow, SavedViewRow};

use super::SqlStore;
use crate::driver::{Columns, Driver, Fault, Value, number};
use crate::engine::Engine;
use crate::{decode, encode, people, queries};

impl<E: Engine> DeskStore for SqlStore<E> {
    fn saved_views(&self, staff: StaffId) -> Result<Vec<SavedViewRow>, StoreError> {
        Ok(self.all(queries::VIEWS_OF, &[Value::printed(staff)], decode::saved_view)?)
    }

    fn save_view(&self, view: &SavedViewRow, expected: u64) -> Result<(), CommitError> {
        must_grow(view.version, expected)?;
        let view = view.clone();
        Ok(self.engine.write(move |driver| {
            let mut values = encode::view(&view);
            let key = [Value::printed(view.staff), (&view.name).into()];
            let touched = if expected == 0 {
                values.splice(0..0, key);
                driver.execute(queries::VIEW_ADD, &values)?
            } else {
                values.extend(key);
                values.push(number(expected));
                driver.execute(queries::VIEW_SAVE, &values)?
            };
            only_one(touched, "the view")
        })?)
    }

    fn delete_view(&self, staff: StaffId, name: &str) -> Result<(), StoreError> {
        let name = name.to_owned();
        Ok(self.engine.write(move |driver| {
            driver
                .execute(queries::VIEW_DELETE, &[Value::printed(staff), (&name).into()])
                .map(|_| ())
        })?)
    }

    fn private_note(&self, staff: StaffId, case: CaseId) -> Result<Option<PrivateNoteRow>, StoreError> {
        let key = [Value::printed(staff), Value::printed(case)];
        Ok(self.one(queries::NOTE_OF_MINE, &key, decode::private_note)?)
    }

    fn save_private_note(&self, note: &PrivateNoteRow, expected: u64) -> Result<(), CommitError> {
        must_grow(note.version, expected)?;
        let note = note.clone();
        Ok(self.engine.write(move |driver| {
            let mut values = vec![(&note.text).into(), number(note.version), note.saved_at.into()];
            let key = [Value::printed(note.staff), Value::printed(note.case)];
            let touched = if expected == 0 {
                values.splice(0..0, key);
                driver.execute(queries::NOTE_OF_MINE_ADD, &values)?
            } else {
                values.extend(key);
                values.push(number(expected));
                driver.execute(queries::NOTE_OF_MINE_SAVE, &values)?
            };
            only_one(touched, "the note")
        })?)
    }

    fn looks_at(
        &self,
        staff: StaffId,
        case: Option<CaseId>,
        at: Instant,
        most_millis: i64,
    ) -> Result<(), StoreError> {
        if case.is_none()
            && self
                .one(queries::OPEN_FILE, &[Value::printed(staff)], open_file)?
                .is_none()
        {
            return Ok(());
        }
        Ok(self.engine.write(move |driver| {
            driver.atomically(|driver| {
                close_file(driver, staff, at, most_millis)?;
                match case {
                    Some(case) => {
                        let values = [Value::printed(staff), Value::printed(case), at.into()];
                        driver.execute(queries::OPEN_FILE_PUT, &values)?;
                    }
                    None => {
                        driver.execute(queries::OPEN_FILE_CLOSE, &[Value::printed(staff)])?;
                    }
                }
                Ok(())
            })
        })?)
    }

    fn time_open(&self, case: CaseId) -> Result<TimeOpen, StoreError> {
        let each = self.all(queries::TIME_OPEN_OF, &[Value::printed(case)], |row| {
            Ok((row.count::<i64>()?, row.count::<u32>()?))
        })?;
        Ok(each
            .into_iter()
            .fold(TimeOpen::default(), |sum, (millis, times)| TimeOpen {
                millis: sum.millis.saturating_add(millis),
                times: sum.times.saturating_add(times),
            }))
    }

    fn cases_of_people(&self, scope: &Scope, who: &PersonKey, limit: u32) -> Result<FoundCases, StoreError> {
        let looked_at = people::how_many(who);
        let called_so: u32 = self
            .one(&looked_at.text, &looked_at.values, |row| row.count())?
            .unwrap_or(0);
        let cases = match people::cases(scope, who, limit) {
            Some(sql) => self.all(&sql.text, &sql.values, decode::listed)?,
            None => Vec::new(),
        };
        Ok(FoundCases {
            cases,
            is_cut: called_so > people::LOOKED_AT_MAX,
        })
    }
}

/// What was open until now counts for its case.
fn close_file(driver: &mut Driver<'_>, staff: StaffId, at: Instant, most_millis: i64) -> Result<(), Fault> {
    if let Some((case, since)) = driver.find(queries::OPEN_FILE, &[Value::printed(staff)], open_file)? {
        let millis = at.millis().saturating_sub(since.millis()).clamp(0, most_millis);
        let values = [Value::printed(case), Value::printed(staff), Value::from(millis)];
        driver.execute(queries::TIME_OPEN_ADD, &values)?;
    }
    Ok(())
}

fn open_file(row: &mut Columns<'_>) -> Result<(CaseId, Instant), Fault> {
    Ok((row.id()?, row.instant()?))
}

/// Otherwise two windows could save over each other and both believe they were first.
pub(super) fn must_grow(version: u64, expected: u64) -> Result<(), CommitError> {
    if version > expected {
        Ok(())
    } else {
        Err(StoreError("a version must grow with every save".to_owned()).into())
    }
}

pub(super) fn only_one(touched: u64, what: &'static str) -> Result<(), Fault> {
    if touched == 1 {
        Ok(())
    } else {
        Err(Fault::conflict(what))
    }
}
