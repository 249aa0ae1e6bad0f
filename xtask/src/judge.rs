//! The outside judges: a real browser and axe against a running demonstration.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use crate::install;
use crate::shell::{Outcome, cargo, command, root};
use crate::test::Tally;

/// Runs them, or the one of this name, with whatever they need installed first, and fails if one does.
pub(crate) fn report(name: Option<&str>) -> Outcome {
    install::for_judges()?;
    let tally = run(name)?;
    if tally.failed == 0 {
        Ok(())
    } else {
        Err(format!("{} check(s) of the judges failed", tally.failed))
    }
}

/// Runs the judges, or the one of this name, and counts: they print a line for each check and at last
/// `N passed, N failed`.
pub(crate) fn run(name: Option<&str>) -> Outcome<Tally> {
    println!("== judges");
    cargo(&["build", "--package", "motcua"])?;
    let judges = root().join("judges");
    let mut arguments = vec!["run.mjs"];
    arguments.extend(name);
    let mut child = command("node", &arguments)
        .current_dir(&judges)
        .env("MOTCUA_BINARY", binary())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("node: {error}"))?;
    let mut tally = Tally::default();
    let mut has_counted = false;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if let Some((passed, failed)) = line
                .strip_suffix(" failed")
                .and_then(|line| line.split_once(" passed, "))
                && let (Ok(passed), Ok(failed)) = (passed.parse(), failed.parse())
            {
                tally = Tally { passed, failed };
                has_counted = true;
                println!("judges: {passed} passed and {failed} failed");
                continue;
            }
            println!("{line}");
        }
    }
    let status = child.wait().map_err(|error| format!("node: {error}"))?;
    if !has_counted {
        return Err(format!("the judges ended without a count: {status}"));
    }
    if !status.success() && tally.failed == 0 {
        return Err(format!("the judges counted no failure, and yet failed: {status}"));
    }
    Ok(tally)
}

/// The binary that `cargo build` leaves.
fn binary() -> std::path::PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), Into::into);
    target.join("debug").join("motcua")
}
