//! The outside judges: a real browser and axe against a running demonstration.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use crate::shell::{Outcome, cargo, command, root};
use crate::test::Tally;

/// Runs the judges, or the one of this name. Each prints its own lines and ends with `N passed, N failed`.
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
            if let Some((passed, failed)) = line.strip_suffix(" failed").and_then(|line| line.split_once(" passed, "))
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
    Ok(tally)
}

/// The binary that `cargo build` leaves.
fn binary() -> std::path::PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), Into::into);
    target.join("debug").join("motcua")
}
