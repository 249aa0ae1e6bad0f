//! `cargo xtask test`: everything, with one line of summary at the end.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use crate::shell::{Outcome, cargo, cargo_path, command, root};
use crate::{install, judge, tidy};

/// Counts of tests.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    /// How many passed.
    pub(crate) passed: u64,
    /// How many failed.
    pub(crate) failed: u64,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Runs every layer. A layer that fails does not stop the next one, so that one run tells everything.
pub(crate) fn everything() -> Outcome {
    install::everything()?;
    let mut all = Tally::default();
    let mut skipped = Vec::new();
    all.add(one("cargo fmt", || cargo(&["fmt", "--all", "--", "--check"])));
    all.add(tidy::tally());
    all.add(cargo_tests(&mut skipped)?);
    all.add(one("cargo clippy", || {
        cargo(&[
            "clippy",
            "--workspace",
            "--all-targets",
            "--quiet",
            "--",
            "--deny",
            "warnings",
        ])
    }));
    match judge::run(None) {
        Ok(tally) => all.add(tally),
        Err(reason) => {
            println!("FAILED judges: {reason}");
            all.failed += 1;
        }
    }
    all.failed += unexpected(&skipped)?;
    println!("{} passed, {} failed", all.passed, all.failed);
    if all.failed == 0 {
        Ok(())
    } else {
        Err("not everything passed".to_owned())
    }
}

fn one(name: &str, check: impl FnOnce() -> Outcome) -> Tally {
    println!("== {name}");
    match check() {
        Ok(()) => Tally { passed: 1, failed: 0 },
        Err(reason) => {
            println!("FAILED {name}: {reason}");
            Tally { passed: 0, failed: 1 }
        }
    }
}

/// Runs the Rust tests, shows them, and counts what the runner says.
fn cargo_tests(skipped: &mut Vec<String>) -> Outcome<Tally> {
    println!("== cargo test");
    let mut child = command(
        &cargo_path(),
        &["test", "--workspace", "--no-fail-fast", "--", "--show-output"],
    )
    .stdout(Stdio::piped())
    .spawn()
    .map_err(|error| format!("cargo test: {error}"))?;
    let mut tally = Tally::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if let Some(result) = line.strip_prefix("test result: ") {
                tally.add(counts(result));
            }
            skipped.extend(skipped_test(&line).map(str::to_owned));
            println!("{line}");
        }
    }
    let status = child.wait().map_err(|error| format!("cargo test: {error}"))?;
    if !status.success() && tally.failed == 0 {
        println!("FAILED cargo test: {status}");
        tally.failed += 1;
    }
    Ok(tally)
}

/// The test that did not run, by the line of the runner ("test NAME ... ignored, why") or of the test itself
/// ("SKIPPED NAME: why").
fn skipped_test(line: &str) -> Option<&str> {
    if let Some(name) = line.strip_prefix("SKIPPED ") {
        return Some(name.split(": ").next().unwrap_or(name));
    }
    let (name, _) = line.strip_prefix("test ")?.split_once(" ... ignored")?;
    Some(name)
}

/// Reads "ok. 12 passed; 1 failed; 0 ignored; …".
fn counts(result: &str) -> Tally {
    let before = |word: &str| {
        result
            .split([';', '.'])
            .filter_map(|part| part.trim().strip_suffix(word))
            .find_map(|number| number.trim().parse().ok())
            .unwrap_or(0)
    };
    Tally {
        passed: before("passed"),
        failed: before("failed"),
    }
}

/// A test that did not run and does not stand in `judges/skipped.txt` is a failure where CI says so.
fn unexpected(skipped: &[String]) -> Outcome<u64> {
    let list = root().join("judges/skipped.txt");
    let allowed = std::fs::read_to_string(list).unwrap_or_default();
    let allowed: Vec<&str> = allowed
        .lines()
        .map(str::trim)
        .filter(|line| !line.starts_with('#'))
        .collect();
    let is_strict = std::env::var("CI").is_ok_and(|ci| ci == "true");
    let mut count = 0;
    for name in skipped.iter().filter(|name| !allowed.contains(&name.as_str())) {
        println!(
            "{} {name}",
            if is_strict {
                "FAILED, because it was skipped:"
            } else {
                "skipped:"
            }
        );
        count += u64::from(is_strict);
    }
    Ok(count)
}

#[cfg(test)]
mod tests;
