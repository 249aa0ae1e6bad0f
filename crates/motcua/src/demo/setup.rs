//! Making the city if it is not there, and opening its doors.

use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use motcua_catalogue::city::City;
use motcua_domain::channel::Channel;
use motcua_domain::id::FileId;
use motcua_domain::time::TimeLimit;
use motcua_domain::unit::Competence;
use motcua_engine::city::{CityFacts, CityProcedure, NoCatalogue};
use motcua_engine::engine::{Engine, Parts as EngineParts};
use motcua_engine::ports::{Clock, NoRegisters, ResidentSignIn, Wake};
use motcua_engine::rows::FileRow;
use motcua_gateways::identity::oidc::{OidcClient, OidcConfig};
use motcua_gateways::{HttpClient, LetterWriter, MailConfig, MailTls, SmtpMailer};
use motcua_sandbox::mail_catcher::MailCatcher;
use motcua_web::edge::{Limits, Origins};
use tokio::net::TcpListener;

use super::DemoArgs;
use super::chance::{Dice, SeededChance};
use super::seed::{Seeder, StoryClock};
use super::{people, sandbox};
use crate::connections::Bounds;
use crate::doors::{self, Doors, Listeners};
use crate::fault::Fault;
use crate::serve::bind;
use crate::world::{RealClock, waking};
use crate::{city, open};

const MAILS_KEPT: usize = 500;
const PATIENCE: Duration = Duration::from_secs(5);
/// A demonstration is asked by judges and measures of this machine; its limits are so many times as wide.
const JUDGES_ARE_FAST: u32 = 1000;
/// Written last, so that a past that was cut short is written anew.
const SEEDED: &str = "seeded.json";

pub(super) fn run(args: &DemoArgs) -> Result<(), Fault> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let (public, staff) =
        runtime.block_on(async { Ok::<_, Fault>((bind(args.public).await?, bind(args.staff).await?)) })?;
    let origins = origins(&public, &staff)?;
    let city = open::embedded_city()?;
    let opened = open::data(&args.data)?;
    let facts = city::facts(&city, true, &origins.city);
    seed_if_new(args, &city, &facts, &opened)?;
    opened.store.adopt_subjects(sandbox::ISSUER)?;
    let (waker, ear) = waking();
    let registers = Arc::new(people::PersonaRegisters::of(&city));
    let engine = open::engine(&args.data, &opened, facts, registers, Arc::new(waker.clone()))?;
    let catcher = MailCatcher::start(([127, 0, 0, 1], 0).into(), MAILS_KEPT)
        .map_err(|error| Fault::new(format!("the sandbox's mail catcher: {error}")))?;
    let letters = letters(&catcher, &origins)?;
    let port = public.local_addr()?.port();
    let issuer = format!("http://id.localhost:{port}");
    let provider = sandbox::identity_provider(&city, &issuer, format!("{}/sign-in/return", origins.city))?;
    announce(args, &city, &engine, &origins, port)?;
    let doors = Doors {
        engine,
        residents: residents(&issuer, &origins)?,
        passkeys: crate::identity::passkeys(&origins, "Một cửa Đà Nẵng · DEMO")?,
        letters: Arc::new(letters),
        press: crate::press::press()?,
        beside: vec![
            ("id".to_owned(), sandbox::identity_site(provider)),
            ("mail".to_owned(), sandbox::mail_site(Arc::new(catcher))),
        ],
        limits: Limits::default().times(JUDGES_ARE_FAST),
        bounds: Bounds::default(),
        origins,
        waker,
        ear,
    };
    let listeners = Listeners {
        public,
        staff,
        admin: None,
    };
    doors::open(&runtime, doors, listeners)
}

fn origins(public: &TcpListener, staff: &TcpListener) -> Result<Origins, Fault> {
    let (public, staff) = (public.local_addr()?.port(), staff.local_addr()?.port());
    Ok(Origins {
        city: format!("http://city.localhost:{public}"),
        staff: format!("http://staff.localhost:{staff}"),
        papers: format!("http://papers.localhost:{public}"),
    })
}

fn announce(
    args: &DemoArgs,
    city: &City,
    engine: &Engine,
    origins: &Origins,
    port: u16,
) -> Result<(), Fault> {
    let ready = people::ready(city, engine, (&origins.city, &origins.staff))?;
    if let Some(file) = &args.links {
        std::fs::write(file, people::as_json(&ready).to_string())?;
    }
    let mail = format!("http://mail.localhost:{port}");
    let addresses = [
        ("residents", origins.city.as_str()),
        ("staff", origins.staff.as_str()),
        ("caught mail (sandbox)", &mail),
    ];
    people::tell(&mut std::io::stdout().lock(), &ready, &addresses)?;
    Ok(())
}

fn letters(catcher: &MailCatcher, origins: &Origins) -> Result<LetterWriter<SmtpMailer>, Fault> {
    let mailer = SmtpMailer::new(&MailConfig {
        host: catcher.address().ip().to_string(),
        port: catcher.address().port(),
        tls: MailTls::None,
        root_certificate_pem: None,
        credentials: None,
        from: "Một cửa Đà Nẵng <motcua@example.test>".to_owned(),
        patience: PATIENCE,
    })
    .map_err(|error| Fault::new(error.to_string()))?;
    Ok(LetterWriter::new(mailer, origins.city.clone(), true))
}

fn residents(issuer: &str, origins: &Origins) -> Result<Arc<dyn ResidentSignIn>, Fault> {
    let redirect_uri = url::Url::parse(&format!("{}/sign-in/return", origins.city))
        .map_err(|error| Fault::new(error.to_string()))?;
    let config = OidcConfig {
        issuer: issuer.to_owned(),
        client_id: sandbox::CLIENT.to_owned(),
        client_secret: None,
        redirect_uri,
        scopes: ["profile", "email", "phone"].map(str::to_owned).to_vec(),
        acr_values: Vec::new(),
        personal_number_claim: "personal_number".to_owned(),
    };
    let client =
        OidcClient::new(config, HttpClient::new(PATIENCE)).map_err(|error| Fault::new(error.to_string()))?;
    Ok(Arc::new(sandbox::SteadyIssuer(client)))
}

fn seed_if_new(args: &DemoArgs, city: &City, facts: &CityFacts, opened: &open::Opened) -> Result<(), Fault> {
    let mark = args.data.join(SEEDED);
    if mark.exists() {
        return Ok(());
    }
    people::enrol(city, opened.store.as_ref())?;
    seed(args, city, facts, opened)?;
    std::fs::write(
        &mark,
        serde_json::json!({ "seed": args.seed, "cases": args.cases }).to_string(),
    )?;
    sync(&args.data)
}

fn sync(folder: &Path) -> Result<(), Fault> {
    std::fs::File::open(folder)?.sync_all()?;
    Ok(())
}

struct NobodyWaits;

impl Wake for NobodyWaits {
    fn wake(&self) {}
}

/// Writes the past on several threads, each with dice and a clock of its own, so that many commits share one flush.
fn seed(args: &DemoArgs, city: &City, facts: &CityFacts, opened: &open::Opened) -> Result<(), Fault> {
    const THREADS: u32 = 8;
    let bar = ProgressBar::new(u64::from(args.cases));
    if let Ok(style) = ProgressStyle::with_template("Writing the city's past {bar:32} {pos}/{len} cases") {
        bar.set_style(style);
    }
    let sample = sample_paper(opened)?;
    let search = Arc::new(NothingToFind);
    let city_facts = Arc::new(facts.clone());
    thread::scope(|scope| {
        let mut writers = Vec::new();
        for place in 0..THREADS {
            let dice = Dice::new(args.seed.wrapping_mul(1009).wrapping_add(u64::from(place)));
            let clock = Arc::new(StoryClock::default());
            let engine = Engine::new(EngineParts {
                store: Arc::clone(&opened.store),
                clock: Arc::clone(&clock) as Arc<dyn Clock>,
                chance: Arc::new(SeededChance::new(Dice::new(args.seed ^ (u64::from(place) << 32)))),
                files: Arc::clone(&opened.files),
                search: Arc::clone(&search) as Arc<dyn motcua_engine::search::ProcedureSearch>,
                procedures: Arc::new(NoCatalogue),
                registers: Arc::new(NoRegisters),
                wake: Arc::new(NobodyWaits),
                city: Arc::clone(&city_facts),
            })
            .telling_nobody();
            let mut seeder = Seeder {
                engine,
                store: Arc::clone(&opened.store),
                clock,
                dice,
                names: &city.names,
                now: RealClock.now(),
                sample,
                procedures: weighted_procedures(facts),
                communes: weighted_communes(facts),
            };
            let share = args.cases / THREADS + u32::from(place < args.cases % THREADS);
            let bar = &bar;
            writers.push(scope.spawn(move || {
                for _ in 0..share {
                    seeder.one()?;
                    bar.inc(1);
                }
                Ok::<_, Fault>(())
            }));
        }
        writers.into_iter().try_for_each(|writer| {
            writer
                .join()
                .unwrap_or_else(|_| Err(Fault::new("the city's past could not be written")))
        })
    })?;
    bar.finish_and_clear();
    Ok(())
}

struct NothingToFind;

impl motcua_engine::search::ProcedureSearch for NothingToFind {
    fn search(
        &self,
        _query: &motcua_engine::search::SearchQuery,
    ) -> Result<motcua_engine::search::SearchResults, motcua_engine::search::SearchError> {
        Ok(motcua_engine::search::SearchResults::default())
    }
}

/// A paper that looks like one, kept once and shown by every case of the past.
fn sample_paper(opened: &open::Opened) -> Result<FileId, Fault> {
    let bytes = crate::press::sample()?;
    let inspected = motcua_files::inspect(&bytes).map_err(|error| Fault::new(error.to_string()))?;
    let hash = opened.files.keep(&bytes)?;
    opened.files.keep_pages(&hash, &inspected.pages)?;
    let row = FileRow {
        id: FileId::new(uuid::Uuid::from_u128(0x6d6f_7463_7561_0001)),
        name: "giay-to-trinh-dien.pdf".to_owned(),
        media_type: inspected.media_type,
        size: bytes.len() as u64,
        hash,
        pages: u32::try_from(inspected.pages.len()).unwrap_or(1),
        owner: None,
        at: RealClock.now(),
    };
    // Known already if an earlier attempt was cut short.
    let id = row.id;
    if opened.store.file(id)?.is_none() {
        opened.store.add_file(&row)?;
    }
    Ok(id)
}

/// Procedures of communes that can be filed, the frequent ones more often.
fn weighted_procedures(facts: &CityFacts) -> Vec<(CityProcedure, u32)> {
    facts
        .procedures
        .values()
        .filter(|procedure| !matches!(procedure.limit(Channel::Online), TimeLimit::Unparsed(_)))
        .map(|procedure| (procedure.clone(), procedure.popularity.max(1)))
        .collect()
}

/// Hải Châu, where the cast works, gets most of it; a dozen others the rest.
fn weighted_communes(facts: &CityFacts) -> Vec<(motcua_domain::id::UnitCode, u32)> {
    let today = RealClock.now().day();
    let mut communes: Vec<_> = facts.units.communes(today).filter(|unit| unit.has_desk).collect();
    communes.sort_by_key(|unit| std::cmp::Reverse(unit.population));
    let main = "48-20242";
    communes
        .into_iter()
        .filter(|unit| {
            let competence = Competence::CommunePolice;
            unit.code.as_str() == main || facts.units.competent(&competence, &unit.code, today).is_some()
        })
        .take(14)
        .map(|unit| (unit.code.clone(), if unit.code.as_str() == main { 60 } else { 5 }))
        .collect()
}
