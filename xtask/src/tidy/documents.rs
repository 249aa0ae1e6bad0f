//! Documents say what is true: what they name exists.

use std::path::Path;

use super::Tree;

/// Each row of the glossary names an identifier in back quotes in its third column; it must stand in code.
pub(super) fn glossary(tree: &Tree) -> Vec<String> {
    let Some(text) = tree.text("docs/glossary.md") else { return vec!["docs/glossary.md is missing".to_owned()] };
    let code: String = tree.with_ending(".rs").map(|(_, text)| text.as_str()).collect();
    text.lines()
        .filter_map(|line| line.split('|').nth(3))
        .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .filter(|identifier| {
            let last = identifier.rsplit("::").next().unwrap_or(identifier);
            !code.contains(last)
        })
        .map(|identifier| format!("docs/glossary.md names `{identifier}`, which no code has"))
        .collect()
}

/// Each row of the seed names tests in back quotes in its last column; a function of that name must exist.
pub(super) fn seed(tree: &Tree) -> Vec<String> {
    let Some(text) = tree.text("docs/seed.md") else { return vec!["docs/seed.md is missing".to_owned()] };
    let code: String = tree
        .files
        .iter()
        .filter(|(path, _)| path.ends_with(".rs") || path.ends_with(".mjs"))
        .map(|(_, text)| text.as_str())
        .collect();
    text.lines()
        .filter(|line| line.starts_with("| S"))
        .filter_map(|line| line.trim_end_matches('|').rsplit('|').next())
        .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .filter(|test| !code.contains(*test))
        .map(|test| format!("docs/seed.md names the test `{test}`, which does not exist"))
        .collect()
}

/// Links from one file of ours to another lead somewhere.
pub(super) fn links(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in tree.with_ending(".md") {
        let folder = Path::new(path).parent().unwrap_or(Path::new(""));
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let target = link.split('#').next().unwrap_or(link);
            if target.is_empty() || target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            if !tree.has(&folder.join(target)) {
                found.push(format!("{path}: {target} does not exist"));
            }
        }
    }
    found
}
