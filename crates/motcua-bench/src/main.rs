//! The measures: `cargo xtask bench [--json] [--only NAME] [--rounds N] [--millis N]`.
//!
//! Ours and the ceiling alternate in one run, so that whatever else the machine does disturbs both alike, and what
//! counts is the ratio. The ceiling is what the same work costs with nothing of ours around it: the bare engine of
//! the store writing the same rows, a bare server saying hello.

#![expect(clippy::disallowed_methods, reason = "a measurement reads the clock")]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a tool that cannot go on stops, and says so; it prints what it measured"
)]

#[path = "../../motcua-store/tests/catalogue/mod.rs"]
mod catalogue;
mod city;
#[path = "../../motcua-store/tests/conformance/cluster.rs"]
mod cluster;
mod dues;
mod import;
mod load;
mod measure;
mod pages;
mod report;
mod search;
mod sending;
mod server;
mod steps;

use std::time::Duration;

use report::Measured;
use serde_json::{Value, json};

/// How long and how often.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    /// The length of one round of one side.
    pub(crate) length: Duration,
    /// How many rounds of each side count.
    pub(crate) rounds: usize,
}

/// A group of measures: its name, and what measures it.
type Group = (&'static str, fn(Plan, &mut dyn FnMut(Measured)));

const GROUPS: [Group; 6] = [
    ("steps", steps::measure),
    ("send", sending::measure),
    ("pages", pages::measure),
    ("search", search::measure),
    ("import", import::measure),
    ("dues", dues::measure),
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let after = |name: &str| {
        let place = arguments.iter().position(|argument| argument == name)?;
        arguments.get(place + 1)
    };
    let number = |name, otherwise| {
        after(name)
            .and_then(|text| text.parse().ok())
            .unwrap_or(otherwise)
    };
    let plan = Plan {
        length: Duration::from_millis(number("--millis", 1000)),
        rounds: number("--rounds", 5) as usize,
    };
    let is_json = arguments.iter().any(|argument| argument == "--json");
    let only = after("--only");
    let mut all = Vec::new();
    for (name, measure) in GROUPS {
        if only.is_some_and(|only| only != name) {
            continue;
        }
        measure(plan, &mut |measured| {
            if !is_json {
                println!("{}", measured.text());
            }
            all.push(measured);
        });
    }
    if is_json {
        let cores = std::thread::available_parallelism().map_or(0, usize::from);
        let measures: Vec<Value> = all.iter().map(Measured::json).collect();
        println!("{}", json!({ "cores": cores, "measures": measures }));
    }
}
