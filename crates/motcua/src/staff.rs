//! `motcua staff invite`: the first way into an office, before anybody can sign in to invite others.

use std::io::Write;

use clap::Args;
use motcua_domain::access::{Actor, Role};
use motcua_domain::id::UnitCode;
use motcua_engine::engine::Engine;
use motcua_engine::rows::StaffRow;
use motcua_engine::staffing::NewStaff;

use crate::fault::Fault;
use crate::open::Which;

/// Options of `motcua staff invite`.
#[derive(Args, Debug)]
pub(crate) struct InviteArgs {
    #[command(flatten)]
    which: Which,
    /// Full name of the member of staff
    #[arg(long)]
    name: String,
    /// The unit they serve in, by its code: 48-20242.pvhcc
    #[arg(long, value_name = "CODE")]
    unit: String,
    /// The offices they hold: receiving_officer, specialist, division_head, head, clerk, returning_officer, finance,
    /// centre_director, catalogue_admin, administrator, watcher
    #[arg(long = "role", value_name = "ROLE", required = true)]
    roles: Vec<String>,
    /// Where staff reach the city, for the link; the configuration's, else http://staff.localhost:8081
    #[arg(long, value_name = "ORIGIN")]
    origin: Option<String>,
}

/// Makes a member of staff known and prints the one-time link with which they enrol a passkey.
///
/// # Errors
/// An unknown unit or role, or a data directory that a running city holds.
pub(crate) fn invite(args: &InviteArgs, out: &mut dyn Write) -> Result<(), Fault> {
    let place = args.which.open()?;
    let origin = args.origin.clone().or_else(|| place.staff_origin.clone());
    let origin = origin.unwrap_or_else(|| "http://staff.localhost:8081".to_owned());
    let engine = place.engine(&origin)?;
    let staff = enrol(
        &engine,
        &Newcomer {
            name: &args.name,
            unit: &args.unit,
            roles: &args.roles,
        },
    )?;
    let secret = engine.invite_staff(&Actor::System, staff.id)?.0;
    writeln!(
        out,
        "{}/invitation/{}",
        origin.trim_end_matches('/'),
        secret.reveal()
    )?;
    Ok(())
}

/// Somebody who is to be made known, in the words of the command line.
pub(crate) struct Newcomer<'a> {
    /// Full name.
    pub(crate) name: &'a str,
    /// The unit's code.
    pub(crate) unit: &'a str,
    /// The names of the offices.
    pub(crate) roles: &'a [String],
}

/// Makes a member of staff known.
///
/// # Errors
/// An unknown unit or role.
pub(crate) fn enrol(engine: &Engine, newcomer: &Newcomer<'_>) -> Result<StaffRow, Fault> {
    let unit = UnitCode::new(newcomer.unit.to_owned());
    let agency = engine
        .city()
        .units
        .agency_of(&unit, engine.now().day())
        .map(|agency| agency.code.clone())
        .ok_or_else(|| {
            Fault::new(format!(
                "no unit has the code {unit}; the codes are in city/units.toml"
            ))
        })?;
    let roles = newcomer
        .roles
        .iter()
        .map(|name| {
            Role::from_name(name).ok_or_else(|| Fault::new(format!("no role is called {name}; see --help")))
        })
        .collect::<Result<Vec<_>, _>>()?;
    let new = NewStaff {
        name: newcomer.name.to_owned(),
        agency,
        unit,
        roles,
    };
    Ok(engine.add_staff(&Actor::System, new)?)
}
