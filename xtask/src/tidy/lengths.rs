//! Ratchets on length: a file that holds too much is two rooms, a function that does too much is two acts.

use super::Tree;

const FILE_LINES_MAX: usize = 600;
const FUNCTION_LINES_MAX: usize = 70;

/// What is longer today: where, which function (empty for the file), and how long it may be. The list may only
/// shrink: whoever mends an entry lowers it or takes it out.
const LONGER: &[(&str, &str, usize)] = &[
    // One planted fault a line, in order: a table.
    (
        "crates/motcua-catalogue/src/city/tests/broken.rs",
        "a_broken_folder_says_the_file_the_place_and_what_to_do",
        193,
    ),
    // One line an argument and one an index: tables.
    ("crates/motcua-web/src/routes/staff.rs", "acts", 81),
    // The life of an invented case, act by act.
    ("crates/motcua/src/demo/seed.rs", "one", 73),
    // One story, told in order.
    (
        "crates/motcua-testcity/tests/story.rs",
        "a_case_goes_from_the_first_question_to_the_result_in_the_residents_hands",
        105,
    ),
    // Every component once: a page, not an act.
    ("crates/motcua-web/tests/style_page/samples.rs", "citizen", 184),
];

/// Finds files and functions over the limit, and entries of the list that can go.
pub(super) fn check(tree: &Tree) -> Vec<String> {
    held_against(LONGER, tree)
}

/// [`check`] with a list of one's own.
pub(super) fn held_against(longer: &[(&str, &str, usize)], tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    let mut over = Vec::new();
    let mut measure = |path: &str, name: &str, lines: usize, limit: usize| {
        let known = longer
            .iter()
            .find(|(file, function, _)| (*file, *function) == (path, name));
        let allowed = known.map_or(limit, |(_, _, lines)| *lines);
        if lines > limit {
            over.push((path.to_owned(), name.to_owned()));
        }
        if lines > allowed {
            let what = if name.is_empty() {
                "the file".to_owned()
            } else {
                format!("fn {name}")
            };
            found.push(format!("{path}: {what} has {lines} lines, at most {allowed}"));
        }
    };
    for (path, text) in tree.with_ending(".rs") {
        measure(path, "", text.lines().count(), FILE_LINES_MAX);
        for (name, lines) in functions(text) {
            measure(path, &name, lines, FUNCTION_LINES_MAX);
        }
    }
    for (path, name, _) in longer {
        if !over
            .iter()
            .any(|(file, function)| file == path && function == name)
        {
            let what = if name.is_empty() { "the file" } else { name };
            found.push(format!(
                "{path}: {what} is short enough now: take it out of the list"
            ));
        }
    }
    found.dedup();
    found
}

/// The functions of a formatted file with their lengths: from the line that opens one to the closing brace at
/// the same indent, which rustfmt guarantees.
fn functions(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let Some(name) = function_name(line) else { continue };
        let rest = lines.get(start..).unwrap_or_default();
        if !has_body(rest) {
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        let closing = format!("{}}}", " ".repeat(indent));
        let length = rest.iter().position(|line| *line == closing).map(|end| end + 1);
        found.push((name, length.unwrap_or(1)));
    }
    found
}

/// Whether a function that begins here has a body of more than a line: a method of a trait may have none.
fn has_body(lines: &[&str]) -> bool {
    let end = lines
        .iter()
        .map(|line| line.trim_end())
        .find(|line| line.ends_with(['{', '}', ';']));
    end.is_some_and(|line| line.ends_with('{'))
}

fn function_name(line: &str) -> Option<String> {
    let code = line.trim_start();
    let at = code.find("fn ")?;
    let is_declaration = code
        .get(..at)?
        .split_whitespace()
        .all(|word| matches!(word, "const" | "async" | "unsafe" | "extern") || word.starts_with("pub"));
    let rest = code.get(at + 3..)?;
    is_declaration.then(|| {
        rest.chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect()
    })
}
