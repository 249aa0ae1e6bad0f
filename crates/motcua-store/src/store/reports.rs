//! Counts for reports, and the register.

use motcua_domain::access::Scope;
use motcua_domain::time::Instant;
use motcua_engine::ports::{AtRisk, Horizon, RegisterPart, ReportStore, StoreError, Tally};
use motcua_engine::rows::CaseRow;

use super::SqlStore;
use crate::engine::Engine;
use crate::{decode, report};

impl<E: Engine> ReportStore for SqlStore<E> {
    fn tallies(
        &self,
        scope: &Scope,
        begins_at: Instant,
        closes_at: Instant,
    ) -> Result<Vec<Tally>, StoreError> {
        let Some(sql) = report::tallies(scope, begins_at, closes_at) else {
            return Ok(Vec::new());
        };
        Ok(self.all(&sql.text, &sql.values, decode::tally)?)
    }

    fn at_risk(&self, scope: &Scope, horizon: &Horizon) -> Result<Vec<AtRisk>, StoreError> {
        let Some(sql) = report::at_risk(scope, horizon) else {
            return Ok(Vec::new());
        };
        Ok(self.all(&sql.text, &sql.values, decode::at_risk)?)
    }

    fn register(&self, scope: &Scope, part: &RegisterPart) -> Result<Vec<(CaseRow, String)>, StoreError> {
        let Some(sql) = report::register(scope, part) else {
            return Ok(Vec::new());
        };
        Ok(self.all(&sql.text, &sql.values, decode::listed)?)
    }
}
