//! Cases and what belongs to them.

use motcua_domain::access::Scope;
use motcua_domain::id::{AnswerSetId, CaseId, FileId, NoteId, PersonId};
use motcua_domain::time::Instant;
use motcua_engine::changes::{Access, EventRecord, StreamKey};
use motcua_engine::ports::{CaseQuery, CaseStore, StoreError};
use motcua_engine::rows::{CaseRow, FileRow, PaperRow};

use super::SqlStore;
use crate::driver::Value;
use crate::engine::Engine;
use crate::{decode, list, queries};

impl<E: Engine> CaseStore for SqlStore<E> {
    fn events(&self, stream: &StreamKey) -> Result<Vec<EventRecord>, StoreError> {
        let values = [(&stream.id).into(), stream.kind.name().into()];
        Ok(self.all(queries::EVENTS, &values, decode::event)?)
    }

    fn case(&self, id: CaseId) -> Result<Option<CaseRow>, StoreError> {
        Ok(self.one(queries::CASE_FIND, &[Value::printed(id)], decode::case)?)
    }

    fn case_named(&self, number_or_reference: &str) -> Result<Option<CaseRow>, StoreError> {
        Ok(self.one(queries::CASE_NAMED, &[number_or_reference.into()], decode::case)?)
    }

    fn list_cases(&self, scope: &Scope, query: &CaseQuery) -> Result<Vec<(CaseRow, String)>, StoreError> {
        let Some(sql) = list::page(scope, query) else {
            return Ok(Vec::new());
        };
        Ok(self.all(&sql.text, &sql.values, decode::listed)?)
    }

    fn count_cases(&self, scope: &Scope, query: &CaseQuery, bound: u32) -> Result<u32, StoreError> {
        let counts = self.counts_of_cases(scope, std::slice::from_ref(query), bound)?;
        Ok(counts.first().copied().unwrap_or(0))
    }

    fn counts_of_cases(
        &self,
        scope: &Scope,
        queries: &[CaseQuery],
        bound: u32,
    ) -> Result<Vec<u32>, StoreError> {
        let Some(sql) = list::counts(scope, queries, bound) else {
            return Ok(vec![0; queries.len()]);
        };
        let counts = self.one(&sql.text, &sql.values, |row| {
            queries
                .iter()
                .map(|_| row.count())
                .collect::<Result<Vec<u32>, _>>()
        })?;
        Ok(counts.unwrap_or_default())
    }

    fn answers(&self, id: AnswerSetId) -> Result<Option<(String, String)>, StoreError> {
        Ok(self.one(queries::ANSWERS_FIND, &[Value::printed(id)], |row| {
            Ok((row.text()?, row.text()?))
        })?)
    }

    fn notes(&self, case: CaseId) -> Result<Vec<(NoteId, String)>, StoreError> {
        Ok(self.all(queries::NOTES_OF, &[Value::printed(case)], |row| {
            Ok((row.id()?, row.text()?))
        })?)
    }

    fn papers(&self, case: CaseId) -> Result<Vec<PaperRow>, StoreError> {
        Ok(self.all(queries::PAPERS_OF, &[Value::printed(case)], decode::paper)?)
    }

    fn file(&self, id: FileId) -> Result<Option<FileRow>, StoreError> {
        Ok(self.one(queries::FILE_FIND, &[Value::printed(id)], decode::file)?)
    }

    fn accesses_of(&self, person: PersonId, before: Instant, limit: u32) -> Result<Vec<Access>, StoreError> {
        let values = [Value::printed(person), before.into(), limit.into()];
        Ok(self.all(queries::ACCESSES_OF, &values, decode::access)?)
    }

    fn case_ids_after(&self, after: Option<CaseId>, limit: u32) -> Result<Vec<CaseId>, StoreError> {
        let after = after.map_or_else(String::new, |id| id.to_string());
        Ok(self.all(queries::CASE_IDS, &[after.into(), limit.into()], |row| row.id())?)
    }

    fn numbers(&self, series: &str) -> Result<Vec<(u32, CaseId)>, StoreError> {
        Ok(self.all(queries::NUMBERS, &[series.into()], decode::number_given)?)
    }
}
