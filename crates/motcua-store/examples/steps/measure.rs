//! Counting and latencies.

use std::time::Duration;

use serde_json::{Value, json};

/// What one round of one side did.
pub(crate) struct Round {
    pub(crate) took: Duration,
    pub(crate) latencies: Vec<Duration>,
}

impl Round {
    /// Durable steps a second.
    pub(crate) fn per_second(&self) -> f64 {
        self.latencies.len() as f64 / self.took.as_secs_f64()
    }
}

/// All rounds of one side.
pub(crate) struct Summary {
    per_second: f64,
    latencies: Vec<Duration>,
}

impl Summary {
    /// Median of the rates, all latencies together.
    pub(crate) fn of(rounds: Vec<Round>) -> Self {
        let mut rates: Vec<f64> = rounds.iter().map(Round::per_second).collect();
        rates.sort_by(f64::total_cmp);
        let mut latencies: Vec<Duration> = rounds.into_iter().flat_map(|round| round.latencies).collect();
        latencies.sort();
        Self {
            per_second: rates[rates.len() / 2],
            latencies,
        }
    }

    /// With percentiles in milliseconds.
    pub(crate) fn json(&self) -> Value {
        let at = |share: f64| {
            let place = ((self.latencies.len() as f64 * share) as usize).min(self.latencies.len() - 1);
            self.latencies[place].as_secs_f64() * 1000.0
        };
        json!({
            "steps_per_second": self.per_second,
            "p50_ms": at(0.5), "p99_ms": at(0.99), "p999_ms": at(0.999), "max_ms": at(1.0),
        })
    }
}
