//! The one door of automation: `cargo xtask test | tidy | judge | bench | demo`.
#![allow(clippy::print_stdout, reason = "a command line speaks on standard output")]

mod bench;
mod install;
mod judge;
mod shell;
mod test;
mod tidy;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <task>
  test [--rules]   everything: tidy, lints, tests, judges. --rules: only the pure rules, for the warm loop
  tidy             what a compiler does not see: edges, lengths, words, documents
  judge [NAME]     the outside judges against a running demonstration: browser, accessibility
  bench [--json]   measures, printed as ratios
  demo             the demonstration city, like `cargo run --release -- demo`";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["test", "--rules"] => shell::cargo(&["test", "--package", "motcua-domain"]),
        ["test"] => test::everything(),
        ["tidy"] => tidy::report(),
        ["judge", rest @ ..] => judge::report(rest.first().copied()),
        ["bench", rest @ ..] => bench::run(rest),
        ["demo", rest @ ..] => {
            let mut all = vec!["run", "--release", "--package", "motcua", "--", "demo"];
            all.extend_from_slice(rest);
            shell::cargo(&all)
        }
        _ => {
            println!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("xtask: {reason}");
            ExitCode::FAILURE
        }
    }
}
