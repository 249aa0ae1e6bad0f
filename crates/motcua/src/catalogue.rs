//! The national catalogue: importing crawls, keeping versions, and the search over it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use motcua_catalogue::difference::{Difference, Fingerprint, diff};
use motcua_catalogue::portal::{ImportCounts, ImportedRecord, Rejected};
use motcua_domain::catalogue::{AuthorityLevel, ConfirmationItem, ProcedureCode, ProcedureVersion};
use motcua_engine::city::{CityFacts, Procedures};
use motcua_engine::ports::{Clock, Store, StoreError};
use motcua_engine::rows::{ConfirmationRow, ProcedureRow};
use motcua_engine::search::{Audience, Level, SearchRecord, Standing, Words, popularity};
use motcua_store::search::SearchIndex;
use sha2::{Digest, Sha256};

use crate::fault::Fault;
use crate::open::Which;
use crate::world::RealClock;

/// The store's file in a data directory.
pub(crate) const STORE_FILE: &str = "motcua.sqlite";
const INDEX_FILE: &str = "search.sqlite";

/// Options of `motcua catalogue import`.
#[derive(Args, Debug)]
pub(crate) struct ImportArgs {
    /// Records of the national portal, one JSON object a line: plain, .gz or .zst
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    which: Which,
    /// Prints the counts as JSON
    #[arg(long)]
    json: bool,
}

/// Imports crawls into a city's store.
///
/// # Errors
/// A file that cannot be read, or a store that cannot be opened. Broken lines are counted, not errors.
pub(crate) fn import(args: &ImportArgs, out: &mut dyn Write) -> Result<(), Fault> {
    let place = args.which.open()?;
    let store = place.opened.store.as_ref();
    let mut counts = ImportCounts::default();
    let mut difference = Difference::default();
    for file in &args.files {
        let imported = import_one(file, store)?;
        add(&mut counts, imported.0);
        difference.added.extend(imported.1.added);
        difference.changed.extend(imported.1.changed);
        difference.not_seen = imported.1.not_seen;
        difference.unchanged += imported.1.unchanged;
    }
    if args.json {
        as_json(out, &counts, &difference)
    } else {
        as_text(out, &counts, &difference)
    }
}

fn import_one(file: &Path, store: &dyn Store) -> Result<(ImportCounts, Difference), Fault> {
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:32} {bytes}/{total_bytes} · {msg}") {
        bar.set_style(style);
    }
    let now = RealClock.now();
    let mut rows = Vec::new();
    let mut prints = Vec::new();
    let mut items = Vec::new();
    let mut each = |line: Result<ImportedRecord, Rejected>| {
        if let Ok(record) = line {
            let print = Fingerprint::of(&record.version);
            rows.push(ProcedureRow {
                code: record.version.code.as_str().to_owned(),
                fingerprint: print.as_str().to_owned(),
                encoded: motcua_catalogue::encode(&record.version),
                is_public: record.version.is_public(),
                raw: record.raw,
                seen_at: now,
                is_in_last_import: true,
            });
            prints.push((record.version.code.clone(), print));
            items.extend(record.items.iter().map(confirmation));
        }
    };
    let ending = motcua_catalogue::import_file(file, &mut each, &mut |progress| {
        bar.set_length(progress.bytes_total);
        bar.set_position(progress.bytes_read);
        bar.set_message(format!("{} records", progress.records));
    })
    .map_err(|error| Fault::new(format!("{}: {error}", file.display())))?;
    bar.finish_and_clear();
    items.extend(ending.items.iter().map(confirmation));
    let kept = store.procedure_fingerprints()?;
    let kept: Vec<_> = kept
        .iter()
        .filter_map(|(code, print)| {
            Some((ProcedureCode::new(code).ok()?, print.parse::<Fingerprint>().ok()?))
        })
        .collect();
    let difference = diff(&kept, &prints);
    store.keep_procedures(&rows, &items)?;
    Ok((ending.counts, difference))
}

fn confirmation(item: &ConfirmationItem) -> ConfirmationRow {
    let reason = match &item.proposal {
        Some(proposal) => format!("{} Proposed: {proposal}.", item.trap.reason()),
        None => item.trap.reason().to_owned(),
    };
    ConfirmationRow {
        code: item.procedure.as_str().to_owned(),
        trap: item.trap.code().to_owned(),
        path: item.path.clone(),
        raw: item.raw.clone(),
        reason,
    }
}

fn add(all: &mut ImportCounts, one: ImportCounts) {
    all.procedures += one.procedures;
    all.channel_times += one.channel_times;
    all.requirements += one.requirements;
    all.outcomes += one.outcomes;
    all.legal_bases += one.legal_bases;
    all.needs_confirmation += one.needs_confirmation;
    all.rejected.extend(one.rejected);
}

fn as_json(out: &mut dyn Write, counts: &ImportCounts, difference: &Difference) -> Result<(), Fault> {
    let mut value = serde_json::to_value(counts)?;
    if let Some(object) = value.as_object_mut() {
        let codes = |codes: &[ProcedureCode]| {
            codes
                .iter()
                .map(|code| code.as_str().to_owned())
                .collect::<Vec<_>>()
        };
        let changed: Vec<_> = difference
            .changed
            .iter()
            .map(|changed| serde_json::json!({ "code": changed.code.as_str(), "parts": changed.parts }))
            .collect();
        object.insert("added".to_owned(), codes(&difference.added).into());
        object.insert("changed".to_owned(), changed.into());
        object.insert("not_seen".to_owned(), codes(&difference.not_seen).into());
        object.insert("unchanged".to_owned(), difference.unchanged.into());
    }
    writeln!(out, "{value}")?;
    Ok(())
}

fn as_text(out: &mut dyn Write, counts: &ImportCounts, difference: &Difference) -> Result<(), Fault> {
    writeln!(out, "procedures          {:>8}", counts.procedures)?;
    writeln!(out, "ways of filing      {:>8}", counts.channel_times)?;
    writeln!(out, "requirements        {:>8}", counts.requirements)?;
    writeln!(out, "outcomes            {:>8}", counts.outcomes)?;
    writeln!(out, "legal bases         {:>8}", counts.legal_bases)?;
    writeln!(out, "needs confirmation  {:>8}", counts.needs_confirmation)?;
    writeln!(out, "rejected            {:>8}", counts.rejected.len())?;
    for rejected in &counts.rejected {
        writeln!(out, "  {rejected}")?;
    }
    writeln!(
        out,
        "added {}, changed {}, unchanged {}, not seen {} (kept: only a decision repeals)",
        difference.added.len(),
        difference.changed.len(),
        difference.unchanged,
        difference.not_seen.len()
    )?;
    Ok(())
}

/// The kept catalogue, read version by version as pages ask for it.
pub(crate) struct KeptCatalogue {
    store: Arc<dyn Store>,
    count: usize,
}

impl KeptCatalogue {
    /// The catalogue of a store.
    pub(crate) fn of(store: Arc<dyn Store>) -> Result<Self, Fault> {
        let count = store.procedure_fingerprints()?.len();
        Ok(Self { store, count })
    }
}

impl Procedures for KeptCatalogue {
    fn version(&self, code: &str) -> Result<Option<Arc<ProcedureVersion>>, StoreError> {
        let Some(row) = self.store.procedure(code)? else {
            return Ok(None);
        };
        let version = motcua_catalogue::decode(&row.encoded)
            .map_err(|error| StoreError(format!("the record of {code}: {error}")))?;
        Ok(Some(Arc::new(version)))
    }

    fn count(&self) -> usize {
        self.count
    }
}

/// The search over the kept catalogue and the city's own procedures. The index is kept on disk and built only when
/// either has changed.
pub(crate) fn search(data: &Path, store: &dyn Store, city: &CityFacts) -> Result<SearchIndex, Fault> {
    let words = Words::parse(include_str!("../../../city/search/words.toml"))
        .map_err(|error| Fault::new(format!("city/search/words.toml: {error}")))?;
    let kept = store.procedure_fingerprints()?;
    let mut hash = Sha256::new();
    for (code, print) in &kept {
        hash.update(code.as_bytes());
        hash.update(print.as_bytes());
    }
    for (code, procedure) in &city.procedures {
        hash.update(code.as_bytes());
        hash.update(procedure.version.name_vi.as_bytes());
        hash.update(procedure.version.keywords.as_bytes());
        hash.update(procedure.popularity.to_le_bytes());
    }
    let fingerprint: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    // An index of half the catalogue would be kept as if it were one of the whole.
    let mut broken = None;
    let records = || {
        let mut records: Vec<SearchRecord> = city
            .procedures
            .values()
            .map(|procedure| record(&procedure.version, Standing::Offered, procedure.popularity))
            .collect();
        let every = store.for_each_procedure(&mut |row| {
            if !city.procedures.contains_key(&row.code)
                && let Ok(version) = motcua_catalogue::decode(&row.encoded)
            {
                records.push(record(&version, standing(&version), 0));
            }
        });
        broken = every.err();
        records
    };
    let path = data.join(INDEX_FILE);
    let index = SearchIndex::open_or_build(&path, &fingerprint, words, records)?;
    if let Some(error) = broken {
        drop(index);
        std::fs::remove_file(&path)?;
        return Err(error.into());
    }
    Ok(index)
}

/// Superseded by the two national bundles of September 2026, and still in the record (`domain.md` 7.6).
const SUPERSEDED: [&str; 2] = ["2.000986", "2.001023"];

fn standing(version: &ProcedureVersion) -> Standing {
    let is_elsewhere = version
        .agencies
        .promulgating
        .as_ref()
        .and_then(|agency| agency.code.as_deref())
        .is_some_and(|code| code.starts_with('H') && !code.starts_with("H17"));
    if is_elsewhere || SUPERSEDED.contains(&version.code.as_str()) {
        Standing::Elsewhere
    } else {
        Standing::Applicable
    }
}

fn record(version: &ProcedureVersion, standing: Standing, asked: u32) -> SearchRecord {
    let levels = version
        .levels
        .iter()
        .map(|level| match level {
            AuthorityLevel::Ministry => Level::Ministry,
            AuthorityLevel::Province => Level::Province,
            AuthorityLevel::Commune => Level::Commune,
            AuthorityLevel::Other => Level::Other,
        })
        .collect();
    let audience = version
        .audiences
        .iter()
        .map(|audience| {
            let name = motcua_engine::search::fold(&audience.name);
            if name.contains("cong dan viet nam") {
                Audience::Citizen
            } else if name.contains("doanh nghiep") || name.contains("hop tac xa") {
                Audience::Business
            } else if name.contains("nuoc ngoai") {
                Audience::Foreigner
            } else if name.contains("can bo") || name.contains("dang") {
                Audience::Official
            } else {
                Audience::Organisation
            }
        })
        .collect();
    // What the city counted adds a little on top of where the procedure stands.
    let counted = f64::from(asked.min(100)) / 1000.0;
    let papers: Vec<&str> = version
        .requirements()
        .map(|requirement| requirement.name.as_str())
        .chain(version.outcomes.iter().map(|outcome| outcome.name.as_str()))
        .collect();
    let body: Vec<&str> = version.steps.iter().map(|step| step.text.as_str()).collect();
    SearchRecord {
        code: version.code.as_str().to_owned(),
        title: version.name_vi.clone(),
        field: version
            .field
            .as_ref()
            .map(|field| field.name.clone())
            .unwrap_or_default(),
        levels,
        audience,
        keywords: version.keywords.clone(),
        papers: papers.join("\n"),
        body: body.join("\n"),
        popularity: popularity(standing, levels, audience) + counted,
        public: version.is_public(),
    }
}
