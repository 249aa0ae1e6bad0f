//! Carrying out one [`Changes`]: the one write path of everything that has a history (house invariant 2).
//!
//! The order is the same on both engines: the key, the number, then everything else as one batch of statements that
//! do not depend on each other.

use motcua_engine::changes::{Changes, Idempotency, Numbering};
use motcua_engine::ports::Committed;

use crate::driver::{Driver, Fault, Step, Value};
use crate::{encode, queries};

/// Makes the changes true, or finds that they already are.
pub(crate) fn commit(driver: &mut Driver<'_>, mut changes: Changes) -> Result<Committed, Fault> {
    let key = changes.idempotency.take();
    if let (Some(key), true) = (&key, driver.is_near()) {
        // Without a round trip to pay it is cheaper to ask than to be refused.
        if let Some(repeated) = kept_answer(driver, key)? {
            return Ok(repeated);
        }
    }
    match carry_out(driver, changes, key.as_ref()) {
        // Somebody was first; it may have been this very request. A repetition also finds its streams moved on, so
        // any conflict asks.
        Err(Fault::Conflict { what }) => match &key {
            Some(key) => kept_answer(driver, key)?.ok_or(Fault::Conflict { what }),
            None => Err(Fault::Conflict { what }),
        },
        outcome => outcome,
    }
}

/// What the first call under this key answered, if there was one.
fn kept_answer(driver: &mut Driver<'_>, key: &Idempotency) -> Result<Option<Committed>, Fault> {
    let kept = driver.find(queries::KEY_FIND, &[(&key.key).into()], |row| {
        Ok((row.hash()?, row.text()?))
    })?;
    match kept {
        Some((fingerprint, _)) if fingerprint != key.fingerprint => Err(Fault::KeyReused),
        kept => Ok(kept.map(|(_, answer)| Committed::Repeated { answer })),
    }
}

fn carry_out(
    driver: &mut Driver<'_>,
    mut changes: Changes,
    key: Option<&Idempotency>,
) -> Result<Committed, Fault> {
    let Some(Numbering {
        series,
        case,
        complete,
    }) = changes.numbering.take()
    else {
        driver.batch(&steps(&changes, key))?;
        return Ok(Committed::Done { number: None });
    };
    driver.atomically(|driver| {
        let taken = driver.find(queries::NUMBER_TAKE, &[series.key().into()], |row| {
            row.count::<u32>()
        })?;
        let sequence = taken.ok_or_else(|| Fault::machine("a series gave no number"))?;
        complete(sequence, &mut changes).map_err(Fault::machine)?;
        let mut steps = steps(&changes, key);
        let given_at = changes
            .streams
            .iter()
            .flat_map(|stream| &stream.events)
            .map(|event| event.at)
            .next();
        steps.push(Step::new(
            queries::NUMBER_NOTE,
            vec![
                series.key().into(),
                sequence.into(),
                Value::printed(case),
                Value::maybe(given_at),
            ],
        ));
        driver.batch(&steps)?;
        Ok(Committed::Done {
            number: Some(sequence),
        })
    })
}

/// Every statement of the changes, in the order: key, streams, rows, outbox, accesses.
fn steps<'a>(changes: &'a Changes, key: Option<&'a Idempotency>) -> Vec<Step<'a>> {
    let mut steps = Vec::new();
    if let Some(key) = key {
        let values = vec![(&key.key).into(), (&key.fingerprint).into(), (&key.answer).into()];
        steps.push(Step::new(queries::KEY_KEEP, values));
    }
    // One order for all, so that two commits over the same streams wait for each other instead of for ever.
    let mut streams: Vec<_> = changes.streams.iter().collect();
    streams.sort_by(|a, b| a.stream.cmp(&b.stream));
    for change in streams {
        encode::events(change, &mut steps);
    }
    encode::rows(&changes.rows, &mut steps);
    steps.extend(changes.outbox.iter().map(encode::message));
    steps.extend(changes.accesses.iter().map(encode::access));
    steps
}
