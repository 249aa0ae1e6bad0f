//! The demonstration: a whole city in one command, with its outside world in a box beside it.

mod chance;
mod people;
mod sandbox;
mod seed;
mod setup;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;

use crate::fault::Fault;

/// Options of `motcua demo`. They are kept stable: scripts rely on them.
#[derive(Args, Debug)]
pub(crate) struct DemoArgs {
    /// Where the city keeps its data; made if it is not there
    #[arg(long, value_name = "DIR", default_value = "data/demo")]
    data: PathBuf,
    /// Where residents reach the city (browse http://city.localhost:PORT)
    #[arg(long, value_name = "ADDR:PORT", default_value = "127.0.0.1:8080")]
    public: SocketAddr,
    /// Where staff reach the city (browse http://staff.localhost:PORT)
    #[arg(long, value_name = "ADDR:PORT", default_value = "127.0.0.1:8081")]
    staff: SocketAddr,
    /// The same seed writes the same city
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// How many cases the city's past has
    #[arg(long, value_name = "N", default_value_t = 3000)]
    cases: u32,
    /// Writes a JSON object: role → one-time sign-in link, and under "tokens" an API token per role
    #[arg(long, value_name = "FILE.json")]
    links: Option<PathBuf>,
}

/// Makes the city if it is not there, and serves it until the signal to end.
///
/// # Errors
/// [`Fault`] with a sentence that says what to do.
pub(crate) fn run(args: &DemoArgs) -> Result<(), Fault> {
    setup::run(args)
}
