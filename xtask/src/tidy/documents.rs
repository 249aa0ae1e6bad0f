//! Documents say what is true: what they name exists.

use std::collections::BTreeSet;
use std::path::{Component, Path};

use super::{Tree, quoted};

/// The founding statements of the city.
const STATEMENTS: u32 = 20;

/// Each row of the glossary names an identifier in back quotes in its third column; it must stand in code.
pub(super) fn glossary(tree: &Tree) -> Vec<String> {
    let Some(text) = tree.text("docs/glossary.md") else {
        return vec!["docs/glossary.md is missing".to_owned()];
    };
    let known = words(tree, &[".rs"]);
    text.lines()
        .filter_map(|line| line.split('|').nth(3))
        .flat_map(quoted)
        .filter(|identifier| !identifier.split("::").all(|word| known.contains(word)))
        .map(|identifier| format!("docs/glossary.md names `{identifier}`, which no code has"))
        .collect()
}

/// Each founding statement has a row, and each row names tests in back quotes in its last column that exist: functions,
/// or the files of outside judges.
pub(super) fn seed(tree: &Tree) -> Vec<String> {
    let Some(text) = tree.text("docs/seed.md") else {
        return vec!["docs/seed.md is missing".to_owned()];
    };
    let known = words(tree, &[".rs", ".mjs"]);
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| S")).collect();
    let absent = (1..=STATEMENTS)
        .filter(|number| !rows.iter().any(|row| row.starts_with(&format!("| S{number} "))))
        .map(|number| format!("docs/seed.md has no row for S{number}"));
    let unknown = rows
        .iter()
        .filter_map(|row| row.trim_end().trim_end_matches('|').rsplit('|').next())
        .flat_map(quoted)
        .filter(|test| !known.contains(*test) && !tree.has(test))
        .map(|test| format!("docs/seed.md names the test `{test}`, which does not exist"));
    absent.chain(unknown).collect()
}

/// Links from one file of ours to another lead somewhere.
pub(super) fn links(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in tree.with_ending(".md") {
        let folder = Path::new(path).parent().unwrap_or(Path::new(""));
        for link in prose(text)
            .flat_map(|line| line.split("](").skip(1))
            .filter_map(|rest| rest.split(')').next())
        {
            let target = link.split('#').next().unwrap_or(link);
            if target.is_empty() || target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            if !tree.has(&resolved(&folder.join(target))) {
                found.push(format!("{path}: {target} does not exist"));
            }
        }
    }
    found
}

/// What documents name in back quotes exists: files and folders of ours, and functions, written `like_this()`.
/// Decisions and the list of changes speak of their own day and are left alone.
pub(super) fn names(tree: &Tree) -> Vec<String> {
    let mut functions = BTreeSet::new();
    for (_, text) in tree.with_ending(".rs") {
        functions.extend(text.split("fn ").skip(1).map(identifier));
    }
    let mut found = Vec::new();
    for (path, text) in tree.with_ending(".md").filter(|(path, _)| !is_history(path)) {
        for name in prose(text).flat_map(quoted) {
            if let Some(function) = name.strip_suffix("()").and_then(|name| name.rsplit("::").next()) {
                if !functions.contains(function) {
                    found.push(format!("{path}: there is no function `{name}`"));
                }
            } else if let Some(place) = place(name)
                && !tree.has(&place)
            {
                found.push(format!("{path}: `{name}` does not exist"));
            }
        }
    }
    found
}

fn is_history(path: &str) -> bool {
    path == "CHANGELOG.md" || path.starts_with("docs/adr/")
}

/// The path from the root that a word in back quotes is, if it is one: not a pattern, not a command.
fn place(name: &str) -> Option<String> {
    const OURS: [&str; 8] = [
        "crates",
        "xtask",
        "city",
        "text",
        "documents",
        "docs",
        "judges",
        ".ci",
    ];
    let is_path = name.chars().all(|c| c.is_alphanumeric() || "/._-".contains(c));
    let (first, rest) = name.split_once('/').filter(|_| is_path)?;
    let name = name.trim_end_matches('/');
    if OURS.contains(&first) {
        Some(name.to_owned())
    } else {
        (first.starts_with("motcua") && !rest.is_empty()).then(|| format!("crates/{name}"))
    }
}

/// The lines of a document outside of its blocks of code.
fn prose(text: &str) -> impl Iterator<Item = &str> {
    let mut is_code = false;
    text.lines().filter(move |line| {
        let is_fence = line.trim_start().starts_with("```");
        is_code ^= is_fence;
        !is_code && !is_fence
    })
}

/// A path without `..`, as git writes it.
fn resolved(path: &Path) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(parts.pop()),
            Component::Normal(name) => parts.extend(name.to_str()),
            _ => {}
        }
    }
    parts.join("/")
}

/// Every identifier in the files with these endings.
fn words<'a>(tree: &'a Tree, endings: &[&'a str]) -> BTreeSet<&'a str> {
    endings
        .iter()
        .flat_map(|ending| tree.with_ending(ending))
        .flat_map(|(_, text)| text.split(|c: char| !c.is_alphanumeric() && c != '_'))
        .collect()
}

fn identifier(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}
