//! `motcua staff token`, `tokens`, `revoke-token`: tokens with which programs act for members of staff.

use std::io::Write;

use clap::Args;
use motcua_domain::access::Actor;
use motcua_domain::id::{StaffId, TokenId};
use motcua_engine::engine::Engine;
use motcua_engine::rows::TokenRow;

use crate::fault::Fault;
use crate::open::Which;
use crate::staff::{Newcomer, enrol};

const DAY_MILLIS: i64 = 24 * 3_600_000;

/// Options of `motcua staff token`.
#[derive(Args, Debug)]
pub(crate) struct TokenArgs {
    #[command(flatten)]
    which: Which,
    /// What the program is called; it stands on record behind what the program does
    #[arg(long)]
    name: String,
    /// A member of staff who is there already, by their identifier
    #[arg(long, value_name = "ID", conflicts_with_all = ["unit", "roles"])]
    staff: Option<String>,
    /// The unit in which the program serves, as a member of staff of its own: 48-20242.pvhcc
    #[arg(long, value_name = "CODE", required_unless_present = "staff")]
    unit: Option<String>,
    /// The offices that it holds, as in `motcua staff invite --help`
    #[arg(long = "role", value_name = "ROLE", required_unless_present = "staff")]
    roles: Vec<String>,
    /// Days until it is worth nothing
    #[arg(long, value_name = "N", default_value_t = 365, value_parser = clap::value_parser!(i64).range(1..=3660))]
    days: i64,
}

/// Options of `motcua staff tokens`.
#[derive(Args, Debug)]
pub(crate) struct ListArgs {
    #[command(flatten)]
    which: Which,
}

/// Options of `motcua staff revoke-token`.
#[derive(Args, Debug)]
pub(crate) struct RevokeArgs {
    #[command(flatten)]
    which: Which,
    /// The token's identifier, as `motcua staff tokens` lists it
    #[arg(value_name = "ID")]
    id: String,
}

/// Makes a token and prints it: the only time that anybody sees it.
///
/// # Errors
/// An unknown unit, role or member of staff, or a data directory that a running city holds.
pub(crate) fn make(args: &TokenArgs, out: &mut dyn Write) -> Result<(), Fault> {
    let engine = engine(&args.which)?;
    let staff = match (&args.staff, &args.unit) {
        (Some(id), _) => id.parse::<StaffId>().map_err(|_| nobody(id))?,
        (None, Some(unit)) => {
            let newcomer = Newcomer {
                name: &args.name,
                unit,
                roles: &args.roles,
            };
            enrol(&engine, &newcomer)?.id
        }
        (None, None) => return Err(Fault::new("name a unit and a role, or a member of staff")),
    };
    let lasts = args.days.saturating_mul(DAY_MILLIS);
    let (id, secret) = engine.make_token(&Actor::System, staff, &args.name, lasts)?;
    writeln!(out, "{}", secret.reveal())?;
    tracing::info!(%id, "keep the token now: it is not shown again");
    Ok(())
}

/// Prints every token: identifier, name, holder, and until when.
///
/// # Errors
/// A data directory that a running city holds.
pub(crate) fn list(args: &ListArgs, out: &mut dyn Write) -> Result<(), Fault> {
    let engine = engine(&args.which)?;
    for (token, holder) in engine.tokens(&Actor::System)? {
        let state = state(&token, &engine);
        writeln!(out, "{}  {}  {holder}  {state}", token.id, token.name)?;
    }
    Ok(())
}

fn state(token: &TokenRow, engine: &Engine) -> String {
    match token.revoked_at {
        Some(at) => format!("revoked {}", at.day()),
        None if token.expires_at < engine.now() => format!("expired {}", token.expires_at.day()),
        None => format!("good until {}", token.expires_at.day()),
    }
}

/// Takes a token back.
///
/// # Errors
/// A token that is not there or not good any more, or a data directory that a running city holds.
pub(crate) fn revoke(args: &RevokeArgs, out: &mut dyn Write) -> Result<(), Fault> {
    let engine = engine(&args.which)?;
    let unknown = || Fault::new(format!("no token that is good has the identifier {}", args.id));
    let id: TokenId = args.id.parse().map_err(|_| unknown())?;
    match engine.revoke_token(&Actor::System, id) {
        Ok(()) => Ok(writeln!(out, "revoked {id}")?),
        Err(motcua_engine::engine::UseError::NotFound) => Err(unknown()),
        Err(error) => Err(error.into()),
    }
}

fn engine(which: &Which) -> Result<Engine, Fault> {
    let place = which.open()?;
    let origin = place.staff_origin.clone().unwrap_or_default();
    place.engine(&origin)
}

fn nobody(id: &str) -> Fault {
    Fault::new(format!("no member of staff has the identifier {id}"))
}

#[cfg(test)]
mod tests;
