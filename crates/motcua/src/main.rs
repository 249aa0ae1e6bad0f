//! The one-stop shop of a city, in one program.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod admin;
mod catalogue;
mod city;
mod connections;
mod deadline;
mod demo;
mod doors;
mod fault;
mod identity;
mod limits;
mod open;
mod origins;
mod press;
mod production;
mod serve;
mod staff;
mod token;
mod world;

/// The one-stop shop of a city (một cửa).
#[derive(Parser)]
#[command(name = "motcua", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Makes the demonstration city if it is not there, and serves it
    Demo(demo::DemoArgs),
    /// Serves a real city by its configuration file
    Serve(production::ServeArgs),
    /// Says when something is due, and why
    Deadline(deadline::DeadlineArgs),
    /// The national catalogue of procedures
    #[command(subcommand)]
    Catalogue(CatalogueCommand),
    /// Members of staff
    #[command(subcommand)]
    Staff(StaffCommand),
    /// Prints one paper: reads a request from standard input (used by the program itself)
    #[command(hide = true)]
    Render,
    /// Inspects one upload from standard input (used by the program itself)
    #[command(hide = true)]
    Inspect,
}

#[derive(Subcommand)]
enum CatalogueCommand {
    /// Reads crawls of the national portal into a data directory
    Import(catalogue::ImportArgs),
}

#[derive(Subcommand)]
enum StaffCommand {
    /// Makes a member of staff known and prints the one-time link that enrols their passkey
    Invite(staff::InviteArgs),
    /// Prints, once, a token with which a program acts for a member of staff
    Token(token::TokenArgs),
    /// Lists the tokens of programs, without their secrets
    Tokens(token::ListArgs),
    /// Takes a token back
    RevokeToken(token::RevokeArgs),
}

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_env("MOTCUA_LOG")
                .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn,motcua=info")),
        )
        .with_ansi(io::stderr().is_terminal())
        .with_writer(io::stderr)
        .init();
    let mut out = io::stdout().lock();
    let done = match Arguments::parse().command {
        Command::Demo(args) => {
            drop(out);
            demo::run(&args).map_err(|fault| fault.to_string())
        }
        Command::Serve(args) => {
            drop(out);
            production::run(&args).map_err(|fault| fault.to_string())
        }
        Command::Deadline(args) => deadline::run(&args, &mut out).map_err(|error| error.to_string()),
        Command::Catalogue(CatalogueCommand::Import(args)) => {
            catalogue::import(&args, &mut out).map_err(|fault| fault.to_string())
        }
        Command::Staff(StaffCommand::Invite(args)) => {
            staff::invite(&args, &mut out).map_err(|fault| fault.to_string())
        }
        Command::Staff(StaffCommand::Token(args)) => {
            token::make(&args, &mut out).map_err(|fault| fault.to_string())
        }
        Command::Staff(StaffCommand::Tokens(args)) => {
            token::list(&args, &mut out).map_err(|fault| fault.to_string())
        }
        Command::Staff(StaffCommand::RevokeToken(args)) => {
            token::revoke(&args, &mut out).map_err(|fault| fault.to_string())
        }
        Command::Render => {
            motcua_documents::worker::serve(io::stdin().lock(), &mut out).map_err(|error| error.to_string())
        }
        Command::Inspect => motcua_files::child::bound_memory()
            .and_then(|()| motcua_files::child::serve(&mut io::stdin().lock(), &mut out))
            .map_err(|error| error.to_string()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            use io::Write as _;
            // Nothing is left to tell it to if even this cannot be written.
            let _ = writeln!(io::stderr(), "motcua: {sentence}");
            ExitCode::from(2)
        }
    }
}
