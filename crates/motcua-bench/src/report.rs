//! What was measured, for people and for programs.

use std::time::Duration;

use serde_json::{Value, json};

use crate::measure::{Pair, Side};

/// What a measure is meant to reach.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Aim {
    /// At least this share of the ceiling.
    Share(f64),
    /// No longer than this for 99 in a hundred.
    P99(Duration),
    /// No longer than this for the whole.
    Whole(Duration),
    /// None was set: the number is to be known.
    None,
}

/// One line of the report.
pub(crate) struct Measured {
    /// The stable name.
    pub(crate) name: String,
    /// What is counted.
    pub(crate) unit: &'static str,
    /// What the ceiling is, where there is one.
    pub(crate) against: &'static str,
    /// The aim.
    pub(crate) aim: Aim,
    /// Ours as a share of the ceiling.
    pub(crate) ratio: Option<f64>,
    /// Ours.
    pub(crate) ours: Side,
    /// The ceiling.
    pub(crate) ceiling: Option<Side>,
}

impl Measured {
    /// Ours beside a ceiling.
    pub(crate) fn beside(
        name: String,
        unit: &'static str,
        against: &'static str,
        aim: Aim,
        pair: Pair,
    ) -> Self {
        Self {
            name,
            unit,
            against,
            aim,
            ratio: Some(pair.ratio),
            ours: pair.ours,
            ceiling: Some(pair.ceiling),
        }
    }

    /// Ours alone.
    pub(crate) fn alone(name: String, unit: &'static str, aim: Aim, ours: Side) -> Self {
        Self {
            name,
            unit,
            against: "",
            aim,
            ratio: None,
            ours,
            ceiling: None,
        }
    }

    /// Whether the aim is reached; `None` where none was set.
    fn is_reached(&self) -> Option<bool> {
        match self.aim {
            Aim::Share(share) => Some(self.ratio.is_some_and(|ratio| ratio >= share)),
            Aim::P99(most) => Some(self.ours.p99 <= most),
            Aim::Whole(most) => Some(self.ours.p50 <= most),
            Aim::None => None,
        }
    }

    fn aim_words(&self) -> String {
        match self.aim {
            Aim::Share(share) => format!("aim ≥ {share}"),
            Aim::P99(most) => format!("aim p99 ≤ {} ms", millis(most)),
            Aim::Whole(most) => format!("aim ≤ {} ms", millis(most)),
            Aim::None => "no aim".to_owned(),
        }
    }

    /// For people: a line that says how it stands, and one for each side.
    pub(crate) fn text(&self) -> String {
        let verdict = match self.is_reached() {
            Some(true) => " reached",
            Some(false) => " MISSED",
            None => "",
        };
        let head = match self.ratio {
            Some(ratio) => format!("{}: {ratio:.2} of {}", self.name, self.against),
            None => self.name.clone(),
        };
        let mut text = format!("{head} ({}{verdict})\n", self.aim_words());
        text.push_str(&side_text("ours", self.unit, &self.ours));
        if let Some(ceiling) = &self.ceiling {
            text.push_str(&side_text("ceiling", self.unit, ceiling));
        }
        text
    }

    /// For programs.
    pub(crate) fn json(&self) -> Value {
        json!({
            "name": self.name,
            "unit": self.unit,
            "against": self.against,
            "ratio": self.ratio,
            "aim": self.aim_words(),
            "is_reached": self.is_reached(),
            "ours": side_json(&self.ours),
            "ceiling": self.ceiling.as_ref().map(side_json),
        })
    }
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn side_text(name: &str, unit: &str, side: &Side) -> String {
    format!(
        "  {name:<8}{:>10.0} {unit}/s   p50 {:>8.3}  p99 {:>8.3}  p99.9 {:>8.3}  max {:>8.3} ms   {:>7.2} µs of processor   ({} measured)\n",
        side.per_second,
        millis(side.p50),
        millis(side.p99),
        millis(side.p999),
        millis(side.max),
        millis(side.worked) * 1000.0,
        side.count,
    )
}

fn side_json(side: &Side) -> Value {
    json!({
        "per_second": side.per_second,
        "count": side.count,
        "p50_ms": millis(side.p50),
        "p99_ms": millis(side.p99),
        "p999_ms": millis(side.p999),
        "max_ms": millis(side.max),
        "processor_us": millis(side.worked) * 1000.0,
    })
}
