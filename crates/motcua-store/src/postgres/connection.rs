//! One connection, with the statements that it has prepared.

use std::collections::HashMap;

use postgres::types::ToSql;
use postgres::{Client, Config, NoTls, Row, Statement};

use super::batch;
use crate::driver::{Driver, Fault, Step, Value};

/// The state code with which `motcua_expect` in our schema refuses.
pub(crate) const EXPECTATION_FAILED: &str = "MC001";

/// Statements that stay prepared. Lists and commits come in many shapes; past this the collection starts anew.
const STATEMENTS_MAX: usize = 512;

/// Statements of a batch that become one. A larger batch is several, within a transaction.
const BATCH_MAX: usize = 48;

/// What every connection is told first: a commit that was acknowledged is on the disk, whatever the server's
/// default; our conflicts are found by unique keys and locks, for which this isolation is right; compiling plans
/// costs more than our short statements take.
const SETTINGS: &str = "SELECT set_config('synchronous_commit', 'on', false) \
    WHERE current_setting('synchronous_commit') = 'off'; \
    SET default_transaction_isolation = 'read committed'; \
    SET jit = off";

/// A connection of the pool.
pub struct Connection {
    client: Client,
    statements: HashMap<String, Statement>,
    is_in_transaction: bool,
}

impl Connection {
    /// Connects. There is no TLS here: the server is behind a socket or in the same closed network.
    pub(super) fn open(config: &Config) -> Result<Self, Fault> {
        let mut client = config.connect(NoTls)?;
        client.batch_execute(SETTINGS)?;
        Ok(Self {
            client,
            statements: HashMap::new(),
            is_in_transaction: false,
        })
    }

    /// Whether it can be lent again.
    pub(super) fn is_usable(&self) -> bool {
        !self.is_in_transaction && !self.client.is_closed()
    }

    /// Runs a statement and gives its rows.
    pub(crate) fn query(&mut self, sql: &str, values: &[Value<'_>]) -> Result<Vec<Row>, Fault> {
        let statement = self.prepared(sql)?;
        Ok(self.client.query(&statement, &parameters(values))?)
    }

    /// Runs a statement and says how many rows it touched.
    pub(crate) fn execute(&mut self, sql: &str, values: &[Value<'_>]) -> Result<u64, Fault> {
        let statement = self.prepared(sql)?;
        Ok(self.client.execute(&statement, &parameters(values))?)
    }

    /// Several statements without values.
    pub(crate) fn script(&mut self, sql: &str) -> Result<(), Fault> {
        Ok(self.client.batch_execute(sql)?)
    }

    /// Runs statements that write, all or none. As many as fit become one statement, which is a transaction of its
    /// own and so a single round trip.
    pub(crate) fn batch(&mut self, steps: &[Step<'_>]) -> Result<(), Fault> {
        if steps.is_empty() {
            return Ok(());
        }
        if steps.len() <= BATCH_MAX {
            return self.batch_part(steps);
        }
        self.atomically(|driver| match driver {
            Driver::Postgres(connection) => steps
                .chunks(BATCH_MAX)
                .try_for_each(|part| connection.batch_part(part)),
            Driver::Sqlite(_) => Err(Fault::machine("a batch changed engines")),
        })
    }

    fn batch_part(&mut self, steps: &[Step<'_>]) -> Result<(), Fault> {
        let statement = self.prepared(&batch::compose(steps))?;
        let values: Vec<&(dyn ToSql + Sync)> = steps
            .iter()
            .flat_map(|step| &step.values)
            .map(|value| value as &(dyn ToSql + Sync))
            .collect();
        self.client.query(&statement, &values)?;
        Ok(())
    }

    /// Runs work within a transaction. Within one already, it is part of that.
    pub(crate) fn atomically<T>(
        &mut self,
        work: impl FnOnce(&mut Driver<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        if self.is_in_transaction {
            return work(&mut Driver::Postgres(self));
        }
        self.client.batch_execute("BEGIN")?;
        self.is_in_transaction = true;
        let outcome = work(&mut Driver::Postgres(self));
        let end = if outcome.is_ok() { "COMMIT" } else { "ROLLBACK" };
        match self.client.batch_execute(end) {
            Ok(()) => {
                self.is_in_transaction = false;
                outcome
            }
            // The first fault tells more than the second.
            Err(error) => outcome.and(Err(error.into())),
        }
    }

    fn prepared(&mut self, sql: &str) -> Result<Statement, Fault> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        if self.statements.len() >= STATEMENTS_MAX {
            self.statements.clear();
        }
        let statement = self.client.prepare(sql)?;
        self.statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }
}

fn parameters<'a>(values: &'a [Value<'_>]) -> Vec<&'a (dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}
