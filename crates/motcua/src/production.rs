//! `motcua serve`: a real city, by a configuration file. TLS is the proxy's in front of it.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use motcua_catalogue::city::City;
use motcua_engine::ports::{NoRegisters, Store};
use motcua_files::DiskFiles;
use motcua_gateways::identity::oidc::{OidcClient, OidcConfig};
use motcua_gateways::{HttpClient, LetterWriter, MailConfig, MailTls, SmtpMailer};
use motcua_store::PostgresStore;
use motcua_web::edge::Origins;
use serde::Deserialize;

use crate::admin;
use crate::doors::{self, Doors, Listeners};
use crate::fault::Fault;
use crate::limits::LimitsSection;
use crate::origins::origins;
use crate::serve::bind;
use crate::world::waking;
use crate::{city, open};

/// Options of `motcua serve`.
#[derive(Args, Debug)]
pub(crate) struct ServeArgs {
    /// The city's configuration, as in docs/how-to/operate.md
    #[arg(long, value_name = "FILE", env = "MOTCUA_CONFIG")]
    config: PathBuf,
}

/// The configuration file. What it does not know is an error, so that a slip is not a silent default.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    /// Where files, the search index and, without `postgres`, the store are kept.
    data: PathBuf,
    /// The city's folder; the built-in one where it is left out.
    city: Option<PathBuf>,
    /// Connection of a PostgreSQL server, `host=/run/postgresql dbname=motcua user=motcua`.
    postgres: Option<String>,
    /// How many connections to it.
    #[serde(default = "eight")]
    postgres_pool: usize,
    listen: Listen,
    origins: OriginsConfig,
    #[serde(default)]
    limits: LimitsSection,
    admin: Option<AdminSection>,
    identity: Identity,
    mail: MailSection,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Listen {
    public: SocketAddr,
    staff: SocketAddr,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OriginsConfig {
    city: String,
    staff: String,
    papers: String,
}

/// Where the people on duty ask how the city does.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AdminSection {
    /// An address of this machine.
    listen: SocketAddr,
    /// Megabytes that must be free in the data directory.
    #[serde(default = "a_gigabyte")]
    disk_floor_mb: u64,
}

fn a_gigabyte() -> u64 {
    1024
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Identity {
    issuer: String,
    client_id: String,
    /// A file that holds the secret alone, such as systemd's credentials.
    client_secret_file: Option<PathBuf>,
    #[serde(default)]
    acr_values: Vec<String>,
    #[serde(default = "personal_number")]
    personal_number_claim: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MailSection {
    host: String,
    port: u16,
    /// `tls`, `starttls`, or `none` for a server on this machine.
    tls: String,
    from: String,
    user: Option<String>,
    password_file: Option<PathBuf>,
}

fn eight() -> usize {
    8
}

fn personal_number() -> String {
    "personal_number".to_owned()
}

const PATIENCE: Duration = Duration::from_secs(10);

/// Serves a real city until the signal to end.
///
/// # Errors
/// A configuration that cannot be read or does not fit, in a sentence.
pub(crate) fn run(args: &ServeArgs) -> Result<(), Fault> {
    let config = read(&args.config)?;
    let origins = config.origins()?;
    let limits = config.limits.read()?;
    let admin = config
        .admin
        .as_ref()
        .map(|admin| admin::local_only(admin.listen))
        .transpose()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let listeners = runtime.block_on(listeners(&config, admin))?;
    let folder = city_of(&config)?;
    let opened = opened(&config)?;
    // Persons of a store of the first schema are this provider's: a city had one.
    let adopted = opened.store.adopt_subjects(&config.identity.issuer)?;
    if adopted > 0 {
        tracing::info!(adopted, "persons were given the issuer that had named them");
    }
    let facts = city::facts(&folder, false, &origins.city);
    let (waker, ear) = waking();
    let engine = open::engine(
        &config.data,
        &opened,
        facts,
        Arc::new(NoRegisters),
        Arc::new(waker.clone()),
    )?;
    let doors = Doors {
        engine,
        residents: Arc::new(residents(&config.identity, &origins)?),
        passkeys: crate::identity::passkeys(&origins, &folder.name.vi)?,
        letters: Arc::new(LetterWriter::new(
            mailer(&config.mail)?,
            origins.city.clone(),
            false,
        )),
        press: crate::press::press()?,
        beside: Vec::new(),
        limits,
        bounds: config.limits.bounds(),
        origins,
        waker,
        ear,
    };
    tracing::info!(public = %config.listen.public, staff = %config.listen.staff, "the doors are open");
    doors::open(&runtime, doors, listeners)
}

async fn listeners(config: &Config, admin: Option<SocketAddr>) -> Result<Listeners, Fault> {
    let admin = match (admin, &config.admin) {
        (Some(address), Some(section)) => {
            let floor_bytes = section.disk_floor_mb.saturating_mul(1024 * 1024);
            Some((bind(address).await?, config.data.clone(), floor_bytes))
        }
        _ => None,
    };
    Ok(Listeners {
        public: bind(config.listen.public).await?,
        staff: bind(config.listen.staff).await?,
        admin,
    })
}

impl Config {
    fn origins(&self) -> Result<Origins, Fault> {
        let named = &self.origins;
        origins(&named.city, &named.staff, &named.papers)
    }
}

fn read(file: &Path) -> Result<Config, Fault> {
    let text =
        std::fs::read_to_string(file).map_err(|error| Fault::new(format!("{}: {error}", file.display())))?;
    toml::from_str(&text).map_err(|error| Fault::new(format!("{}: {error}", file.display())))
}

fn city_of(config: &Config) -> Result<City, Fault> {
    match &config.city {
        Some(folder) => Ok(motcua_catalogue::city::read(folder)?),
        None => open::embedded_city(),
    }
}

/// Opens what a configuration file points to, for a command that runs beside the server or without one.
///
/// # Errors
/// A configuration that cannot be read, or a data directory that a running city holds.
pub(crate) fn place(file: &Path) -> Result<open::Place, Fault> {
    let config = read(file)?;
    Ok(open::Place {
        opened: opened(&config)?,
        city: city_of(&config)?,
        staff_origin: Some(config.origins()?.staff),
        folder: config.data,
    })
}

fn opened(config: &Config) -> Result<open::Opened, Fault> {
    let Some(postgres) = &config.postgres else {
        return open::data(&config.data);
    };
    std::fs::create_dir_all(&config.data)?;
    let store: Arc<dyn Store> = Arc::new(PostgresStore::connect(postgres, config.postgres_pool)?);
    let files = Arc::new(DiskFiles::open(&config.data.join("files"))?);
    Ok(open::Opened { store, files })
}

fn residents(identity: &Identity, origins: &Origins) -> Result<OidcClient, Fault> {
    let redirect_uri = url::Url::parse(&format!("{}/sign-in/return", origins.city))
        .map_err(|error| Fault::new(format!("the residents' origin {}: {error}", origins.city)))?;
    let config = OidcConfig {
        issuer: identity.issuer.clone(),
        client_id: identity.client_id.clone(),
        client_secret: identity.client_secret_file.as_deref().map(secret).transpose()?,
        redirect_uri,
        scopes: ["profile", "email", "phone"].map(str::to_owned).to_vec(),
        acr_values: identity.acr_values.clone(),
        personal_number_claim: identity.personal_number_claim.clone(),
    };
    OidcClient::new(config, HttpClient::new(PATIENCE)).map_err(|error| Fault::new(error.to_string()))
}

fn mailer(mail: &MailSection) -> Result<SmtpMailer, Fault> {
    let tls = match mail.tls.as_str() {
        "tls" => MailTls::Tls,
        "starttls" => MailTls::StartTls,
        "none" => MailTls::None,
        other => {
            return Err(Fault::new(format!(
                "mail.tls is {other}; write tls, starttls or none"
            )));
        }
    };
    let credentials = match (&mail.user, &mail.password_file) {
        (Some(user), Some(file)) => Some((user.clone(), secret(file)?)),
        (None, None) => None,
        _ => return Err(Fault::new("mail.user and mail.password_file belong together")),
    };
    SmtpMailer::new(&MailConfig {
        host: mail.host.clone(),
        port: mail.port,
        tls,
        root_certificate_pem: None,
        credentials,
        from: mail.from.clone(),
        patience: PATIENCE,
    })
    .map_err(|error| Fault::new(error.to_string()))
}

fn secret(file: &Path) -> Result<String, Fault> {
    let text =
        std::fs::read_to_string(file).map_err(|error| Fault::new(format!("{}: {error}", file.display())))?;
    Ok(text.trim_end().to_owned())
}
