//! The one-stop shop of a city, in one program.

use std::io;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod deadline;

/// The one-stop shop of a city (một cửa).
#[derive(Parser)]
#[command(name = "motcua", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Says when something is due, and why
    Deadline(deadline::DeadlineArgs),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Deadline(args) => deadline::run(&args, &mut io::stdout().lock()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            use io::Write as _;
            // Nothing is left to tell it to if even this cannot be written.
            let _ = writeln!(io::stderr(), "motcua: {error}");
            ExitCode::from(2)
        }
    }
}
