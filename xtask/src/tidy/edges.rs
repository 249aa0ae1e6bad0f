//! The drawn edges between crates (`ARCHITECTURE.md`), read from the manifests.

use super::Tree;

/// Who may depend on whom. A crate that is not here may not exist.
const EDGES: &[(&str, &[&str])] = &[
    ("motcua-domain", &[]),
    ("motcua-text", &[]),
    ("motcua-catalogue", &["motcua-domain"]),
    ("motcua-engine", &["motcua-domain"]),
    ("motcua-store", &["motcua-domain", "motcua-engine"]),
    ("motcua-files", &["motcua-domain", "motcua-engine"]),
    ("motcua-documents", &["motcua-domain", "motcua-engine", "motcua-text"]),
    ("motcua-gateways", &["motcua-domain", "motcua-engine", "motcua-text"]),
    ("motcua-web", &["motcua-domain", "motcua-engine", "motcua-text"]),
    ("motcua-sandbox", &["motcua-domain", "motcua-engine", "motcua-catalogue"]),
];

/// The crates that know everything: the binary, and what stands around it.
const KNOWS_EVERYTHING: &[&str] = &["motcua", "motcua-testcity", "motcua-sim", "motcua-bench"];

/// Finds dependencies that are not drawn. Dev-dependencies may reach the harness besides.
pub(super) fn check(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in tree.with_ending("Cargo.toml").filter(|(path, _)| path.starts_with("crates/")) {
        let Ok(manifest) = text.parse::<toml::Table>() else {
            found.push(format!("{path}: not TOML"));
            continue;
        };
        let name = path.trim_start_matches("crates/").trim_end_matches("/Cargo.toml");
        if KNOWS_EVERYTHING.contains(&name) {
            continue;
        }
        let Some((_, allowed)) = EDGES.iter().find(|(known, _)| *known == name) else {
            found.push(format!("{path}: {name} is not drawn; draw it in ARCHITECTURE.md and here"));
            continue;
        };
        for (section, more) in [("dependencies", &[][..]), ("dev-dependencies", &["motcua-testcity", "motcua-catalogue"][..])] {
            let Some(table) = manifest.get(section).and_then(toml::Value::as_table) else { continue };
            for dependency in table.keys().filter(|key| key.starts_with("motcua")) {
                if !allowed.contains(&dependency.as_str()) && !more.contains(&dependency.as_str()) {
                    found.push(format!("{path}: {name} may not depend on {dependency}"));
                }
            }
        }
    }
    found
}
