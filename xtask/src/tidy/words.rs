//! Words that must not stand, and words that must.

use super::Tree;

/// Finds paths of one machine and hosts of package registries.
pub(super) fn places(tree: &Tree) -> Vec<String> {
    // Put together, so that this file does not name what it looks for.
    let forbidden = [
        ["/wor", "k/"].concat(),
        ["/roo", "t/"].concat(),
        ["/tmp/", "bash"].concat(),
        ["crates", ".io/"].concat(),
        ["registry.npm", "js.org"].concat(),
    ];
    find(tree, |path, line| {
        !path.ends_with("Cargo.lock")
            && !path.starts_with(".ci/")
            && forbidden.iter().any(|word| line.contains(word))
    })
}

/// Finds what somebody meant to do later.
pub(super) fn undone(tree: &Tree) -> Vec<String> {
    let words = [
        ["TO", "DO"].concat(),
        ["FIX", "ME"].concat(),
        ["XX", "X"].concat(),
    ];
    find(tree, |path, line| {
        path.ends_with(".rs")
            && words
                .iter()
                .any(|word| line.split(|c: char| !c.is_alphanumeric()).any(|w| w == word))
    })
}

fn find(tree: &Tree, is_bad: impl Fn(&str, &str) -> bool) -> Vec<String> {
    tree.files
        .iter()
        .flat_map(|(path, text)| text.lines().enumerate().map(move |(at, line)| (path, at, line)))
        .filter(|(path, _, line)| is_bad(path, line))
        .map(|(path, at, line)| {
            format!(
                "{path}:{}: {}",
                at + 1,
                line.trim().chars().take(100).collect::<String>()
            )
        })
        .collect()
}

/// Every code of a refusal has its sentence and its next step, in Vietnamese and in English.
pub(super) fn refusals(tree: &Tree) -> Vec<String> {
    let Some(source) = tree.text("crates/motcua-domain/src/case/refusal.rs") else {
        return vec!["the refusals are not where they were".to_owned()];
    };
    let codes = source.lines().filter_map(|line| {
        let (_, code) = line.trim().split_once("=> \"")?;
        code.strip_suffix("\",")
            .filter(|code| code.contains('-') && !code.contains(' '))
    });
    let codes: Vec<&str> = codes.collect();
    ["vi", "en"]
        .into_iter()
        .flat_map(|language| codes.iter().map(move |code| (language, *code)))
        .filter(|(language, code)| {
            let path = format!("text/{language}/refusal.ftl");
            !tree.text(&path).is_some_and(|text| {
                text.lines()
                    .any(|line| line.starts_with(&format!("refusal-{code} =")))
            })
        })
        .map(|(language, code)| format!("text/{language}/refusal.ftl has no refusal-{code}"))
        .collect()
}
