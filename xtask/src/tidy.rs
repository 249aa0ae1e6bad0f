//! What a compiler does not see: the drawn edges, lengths, words and documents.

mod documents;
mod edges;
mod lengths;
#[cfg(test)]
mod tests;
mod words;

use crate::shell::{Outcome, command, root};
use crate::test::Tally;

/// One check: its name, and what it found.
type Check = (&'static str, fn(&Tree) -> Vec<String>);

const CHECKS: &[Check] = &[
    ("crates depend only along the drawn edges", edges::check),
    ("no banned crate is linked", edges::bans),
    ("files and functions stay short", lengths::check),
    ("no machine's path and no registry's host is named", words::places),
    ("nothing is left undone in code", words::undone),
    (
        "every refusal has its sentence in both languages",
        words::refusals,
    ),
    ("the glossary's identifiers exist in code", documents::glossary),
    ("every seed statement names a test that exists", documents::seed),
    ("the documents' links lead somewhere", documents::links),
    (
        "the files and functions that documents name exist",
        documents::names,
    ),
];

/// The files of the repository, those not added yet included; what git ignores is not there.
#[derive(Default)]
pub(crate) struct Tree {
    /// Every path from the root.
    paths: Vec<String>,
    /// Those that are text, with it.
    files: Vec<(String, String)>,
}

impl Tree {
    fn read() -> Outcome<Self> {
        let output = command(
            "git",
            &["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        )
        .output()
        .map_err(|error| format!("git: {error}"))?;
        let root = root();
        let listed = String::from_utf8_lossy(&output.stdout);
        let mut paths: Vec<String> = listed
            .split('\0')
            .filter(|path| !path.is_empty())
            .map(str::to_owned)
            .collect();
        // A file that is removed and not yet committed is still listed.
        paths.retain(|path| root.join(path).exists());
        let files = paths
            .iter()
            .filter_map(|path| Some((path.clone(), std::fs::read_to_string(root.join(path)).ok()?)))
            .collect();
        Ok(Self { paths, files })
    }

    /// The files with this ending.
    pub(crate) fn with_ending<'a>(&'a self, ending: &'a str) -> impl Iterator<Item = &'a (String, String)> {
        self.files.iter().filter(move |(path, _)| path.ends_with(ending))
    }

    /// The text of a file.
    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.files
            .iter()
            .find(|(known, _)| known == path)
            .map(|(_, text)| text.as_str())
    }

    /// Whether a path from the root is a file or a folder of the repository.
    pub(crate) fn has(&self, path: &str) -> bool {
        let is_within = |known: &String| {
            known
                .strip_prefix(path)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        path.is_empty() || self.paths.iter().any(is_within)
    }
}

/// What stands in back quotes.
pub(crate) fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// Runs every check and counts.
pub(crate) fn tally() -> Tally {
    println!("== tidy");
    let mut tally = Tally::default();
    let tree = match Tree::read() {
        Ok(tree) => tree,
        Err(reason) => {
            println!("FAILED tidy: {reason}");
            return Tally { passed: 0, failed: 1 };
        }
    };
    for (name, check) in CHECKS {
        let found = check(&tree);
        if found.is_empty() {
            println!("ok: {name}");
            tally.passed += 1;
        } else {
            println!("FAILED: {name}");
            for line in found {
                println!("  {line}");
            }
            tally.failed += 1;
        }
    }
    tally
}

/// Runs every check and fails if one does.
pub(crate) fn report() -> Outcome {
    let tally = tally();
    if tally.failed == 0 {
        Ok(())
    } else {
        Err(format!("{} check(s) of tidy failed", tally.failed))
    }
}
