//! The drawn edges between crates, read from the manifests and held against the table of `ARCHITECTURE.md`: the
//! document is the rule, so it cannot say anything else than what is kept.

use super::{Tree, quoted};

/// Where the table is: rows of crate, what it may import of ours, what it holds.
const DRAWING: &str = "ARCHITECTURE.md";
/// What tests of any crate may reach besides: the outside world in a box, the harness, and the city's folder.
const TESTS_REACH: &[&str] = &["motcua-sandbox", "motcua-testcity", "motcua-catalogue"];

/// Who may wait: the edge. Everything else is synchronous (invariant 10).
const ASYNCHRONOUS: &[&str] = &["motcua-web", "motcua", "motcua-bench"];

/// A row of the table.
struct Drawn {
    name: String,
    imports: Imports,
}

enum Imports {
    Everything,
    Only(Vec<String>),
}

impl Drawn {
    fn allows(&self, dependency: &str) -> bool {
        match &self.imports {
            Imports::Everything => true,
            Imports::Only(names) => names.iter().any(|name| name == dependency),
        }
    }
}

/// Finds dependencies that are not drawn, crates that are not, and rows without a crate.
pub(super) fn check(tree: &Tree) -> Vec<String> {
    let drawn = drawn(tree.text(DRAWING).unwrap_or_default());
    let mut found = Vec::new();
    let mut crates = Vec::new();
    for (path, text) in tree
        .with_ending("/Cargo.toml")
        .filter(|(path, _)| path.starts_with("crates/"))
    {
        let name = path.trim_start_matches("crates/").trim_end_matches("/Cargo.toml");
        crates.push(name);
        let Ok(manifest) = text.parse::<toml::Table>() else {
            found.push(format!("{path}: not TOML"));
            continue;
        };
        match drawn.iter().find(|row| row.name == name) {
            Some(row) => found.extend(undrawn(path, row, &manifest)),
            None => found.push(format!("{path}: {name} has no row in the table of {DRAWING}")),
        }
    }
    let absent = drawn.iter().filter(|row| !crates.contains(&row.name.as_str()));
    found.extend(absent.map(|row| format!("{DRAWING}: there is no crate {}", row.name)));
    found
}

/// The rows whose first cell is one of our crates.
fn drawn(text: &str) -> Vec<Drawn> {
    text.lines()
        .filter_map(|line| {
            let mut cells = line.strip_prefix('|')?.split('|');
            let name = quoted(cells.next()?)
                .next()
                .filter(|name| name.starts_with("motcua"))?;
            let cell = cells.next()?;
            let imports = if cell.contains("everything") {
                Imports::Everything
            } else {
                Imports::Only(quoted(cell).map(|short| format!("motcua-{short}")).collect())
            };
            Some(Drawn {
                name: name.to_owned(),
                imports,
            })
        })
        .collect()
}

fn undrawn(path: &str, row: &Drawn, manifest: &toml::Table) -> Vec<String> {
    let mut found = Vec::new();
    for section in ["dependencies", "build-dependencies", "dev-dependencies"] {
        let Some(table) = manifest.get(section).and_then(toml::Value::as_table) else {
            continue;
        };
        if section == "dependencies"
            && table.contains_key("tokio")
            && !ASYNCHRONOUS.contains(&row.name.as_str())
        {
            found.push(format!(
                "{path}: {} is synchronous and may not have tokio",
                row.name
            ));
        }
        for dependency in table.keys().filter(|key| key.starts_with("motcua")) {
            let is_for_tests = section == "dev-dependencies" && TESTS_REACH.contains(&dependency.as_str());
            if !row.allows(dependency) && !is_for_tests {
                found.push(format!(
                    "{path}: {} may not have {dependency} in its {section}",
                    row.name
                ));
            }
        }
    }
    found
}

/// Finds what `deny.toml` bans among the locked packages, so that the bans bind where cargo-deny is not installed.
pub(super) fn bans(tree: &Tree) -> Vec<String> {
    let table = |path| {
        tree.text(path)
            .and_then(|text| text.parse::<toml::Table>().ok())
            .unwrap_or_default()
    };
    let names = |value: Option<&toml::Value>, key| -> Vec<String> {
        let entries = value.and_then(toml::Value::as_array).into_iter().flatten();
        entries
            .filter_map(|entry| Some(entry.get(key)?.as_str()?.to_owned()))
            .collect()
    };
    let banned = names(
        table("deny.toml").get("bans").and_then(|bans| bans.get("deny")),
        "crate",
    );
    let locked = names(table("Cargo.lock").get("package"), "name");
    let unknown = banned.is_empty().then(|| "deny.toml bans nothing".to_owned());
    let found = locked.into_iter().filter(|name| banned.contains(name));
    found
        .map(|name| format!("Cargo.lock: {name} is banned by deny.toml"))
        .chain(unknown)
        .collect()
}
