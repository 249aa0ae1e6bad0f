//! `cargo xtask bench`: measures in release, ours and the ceiling alternating in one run, printed as ratios.

use crate::shell::{Outcome, cargo};

/// Runs the measures.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    let mut all = vec!["run", "--release", "--quiet", "--package", "motcua-bench", "--"];
    all.extend_from_slice(arguments);
    cargo(&all)
}
