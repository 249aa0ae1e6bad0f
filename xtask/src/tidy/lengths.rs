//! Ratchets on length: a file that holds too much is two rooms, a function that does too much is two acts.

use super::Tree;

const FILE_LINES_MAX: usize = 600;
const FUNCTION_LINES_MAX: usize = 70;

/// Finds files and functions over the limit.
pub(super) fn check(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in tree.with_ending(".rs") {
        let lines = text.lines().count();
        if lines > FILE_LINES_MAX {
            found.push(format!("{path}: {lines} lines, at most {FILE_LINES_MAX}"));
        }
        for (name, length) in functions(text).filter(|(_, length)| *length > FUNCTION_LINES_MAX) {
            found.push(format!("{path}: fn {name} has {length} lines, at most {FUNCTION_LINES_MAX}"));
        }
    }
    found
}

/// The functions of a formatted file with their lengths: from the line that opens one to the closing brace at
/// the same indent, which rustfmt guarantees.
fn functions(text: &str) -> impl Iterator<Item = (String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let Some(name) = function_name(line) else { continue };
        let indent = line.len() - line.trim_start().len();
        let closing = format!("{}}}", " ".repeat(indent));
        let length = lines.iter().skip(start).position(|line| *line == closing).map(|end| end + 1);
        found.push((name, length.unwrap_or(1)));
    }
    found.into_iter()
}

fn function_name(line: &str) -> Option<String> {
    let code = line.trim_start();
    let at = code.find("fn ")?;
    let is_declaration = code
        .get(..at)?
        .split_whitespace()
        .all(|word| matches!(word, "const" | "async" | "unsafe" | "extern") || word.starts_with("pub"));
    let rest = code.get(at + 3..)?;
    is_declaration.then(|| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect())
}
