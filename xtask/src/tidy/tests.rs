//! Every check of tidy finds a fault that was planted for it, and nothing in a clean tree.

use super::{CHECKS, Tree, documents, edges, lengths, words};

/// A tree of these files.
fn tree(files: &[(&str, &str)]) -> Tree {
    Tree {
        paths: files.iter().map(|(path, _)| (*path).to_owned()).collect(),
        files: files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
            .collect(),
    }
}

const DRAWING: &str = "\
| crate | may import of ours | what it holds |
|---|---|---|
| `motcua-domain` | nothing | rules |
| `motcua-web` | `domain` | pages |
| `motcua` | everything | the binary |
";

fn crates(web: &str) -> Vec<(&str, &str)> {
    vec![
        ("ARCHITECTURE.md", DRAWING),
        ("crates/motcua-domain/Cargo.toml", ""),
        (
            "crates/motcua/Cargo.toml",
            "[dependencies]\nmotcua-web.workspace = true\n",
        ),
        ("crates/motcua-web/Cargo.toml", web),
    ]
}

#[test]
fn a_drawn_edge_passes_and_another_is_named() {
    let drawn = "[dependencies]\nmotcua-domain.workspace = true\n[dev-dependencies]\nmotcua-sandbox.workspace = true\n";
    assert_eq!(edges::check(&tree(&crates(drawn))), Vec::<String>::new());
    let other = "[dependencies]\nmotcua-sandbox.workspace = true\n";
    assert_eq!(
        edges::check(&tree(&crates(other))),
        ["crates/motcua-web/Cargo.toml: motcua-web may not have motcua-sandbox in its dependencies"]
    );
}

#[test]
fn a_crate_without_a_row_and_a_row_without_a_crate_are_named() {
    let mut files = crates("");
    files.retain(|(path, _)| !path.starts_with("crates/motcua-domain"));
    files.push(("crates/motcua-new/Cargo.toml", ""));
    assert_eq!(
        edges::check(&tree(&files)),
        [
            "crates/motcua-new/Cargo.toml: motcua-new has no row in the table of ARCHITECTURE.md",
            "ARCHITECTURE.md: there is no crate motcua-domain"
        ]
    );
}

#[test]
fn only_the_edge_waits() {
    let other = "[dependencies]\ntokio.workspace = true\n";
    let mut files = crates("");
    files.retain(|(path, _)| !path.starts_with("crates/motcua-domain"));
    files.push(("crates/motcua-domain/Cargo.toml", other));
    assert_eq!(
        edges::check(&tree(&files)),
        ["crates/motcua-domain/Cargo.toml: motcua-domain is synchronous and may not have tokio"]
    );
}

#[test]
fn a_banned_crate_is_named() {
    let deny = "[bans]\ndeny = [{ crate = \"native-tls\" }]\n";
    let lock = |name: &str| format!("[[package]]\nname = \"{name}\"\nversion = \"1.0.0\"\n");
    let check = |name| edges::bans(&tree(&[("deny.toml", deny), ("Cargo.lock", &lock(name))]));
    assert_eq!(check("rustls"), Vec::<String>::new());
    assert_eq!(
        check("native-tls"),
        ["Cargo.lock: native-tls is banned by deny.toml"]
    );
    assert_eq!(
        edges::bans(&tree(&[("Cargo.lock", &lock("rustls"))])),
        ["deny.toml bans nothing"]
    );
}

#[test]
fn long_functions_and_files_are_named_and_methods_without_a_body_are_not_counted() {
    let body = "    one();\n".repeat(69);
    let long = format!("fn long() {{\n{body}}}\n");
    let check = |files: &[(&str, &str)]| lengths::held_against(&[], &tree(files));
    assert_eq!(
        check(&[("a.rs", &long)]),
        ["a.rs: fn long has 71 lines, at most 70"]
    );
    let lines = "    // A line.\n".repeat(80);
    let port = format!(
        "trait Port {{\n    fn ask(\n        &self,\n    ) -> u8;\n{lines}    fn told(&self) {{\n    }}\n}}\n"
    );
    assert_eq!(check(&[("a.rs", &port)]), Vec::<String>::new());
    assert_eq!(
        check(&[("a.rs", &"\n".repeat(601))]),
        ["a.rs: the file has 601 lines, at most 600"]
    );
}

#[test]
fn what_is_long_by_name_may_only_shrink() {
    let long = format!("fn long() {{\n{}}}\n", "    one();\n".repeat(80));
    let tree = tree(&[("a.rs", &long)]);
    let check = |lines| lengths::held_against(&[("a.rs", "long", lines)], &tree);
    assert_eq!(check(82), Vec::<String>::new());
    assert_eq!(check(81), ["a.rs: fn long has 82 lines, at most 81"]);
    assert_eq!(check(83), Vec::<String>::new());
    let gone = lengths::held_against(&[("a.rs", "short", 83)], &tree);
    assert_eq!(
        gone.len(),
        2,
        "the long one has no line, and the line has no long one: {gone:?}"
    );
}

#[test]
fn places_of_one_machine_and_unfinished_words_are_named() {
    let place = format!("see {}main\n", "/wor".to_owned() + "k/");
    assert_eq!(words::places(&tree(&[("README.md", &place)])).len(), 1);
    let undone = format!("// {}: later\n", "TO".to_owned() + "DO");
    assert_eq!(words::undone(&tree(&[("a.rs", &undone)])).len(), 1);
    assert_eq!(
        words::undone(&tree(&[("a.rs", "// What to do.\n")])),
        Vec::<String>::new()
    );
}

#[test]
fn a_refusal_without_its_sentence_in_a_language_is_named() {
    let source = "            Self::TooLate => \"too-late\",\n";
    let files = [
        ("crates/motcua-domain/src/case/refusal.rs", source),
        ("text/vi/refusal.ftl", "refusal-too-late = Muộn rồi\n"),
        ("text/en/refusal.ftl", ""),
    ];
    assert_eq!(
        words::refusals(&tree(&files)),
        ["text/en/refusal.ftl has no refusal-too-late"]
    );
}

#[test]
fn a_glossary_row_must_name_what_the_code_has() {
    let row = "| case | hồ sơ | `Case` | C01 |\n| part | phần | `Cas`, `Case::gone` | |\n";
    let files = [("docs/glossary.md", row), ("a.rs", "pub struct Case;\n")];
    assert_eq!(
        documents::glossary(&tree(&files)),
        [
            "docs/glossary.md names `Cas`, which no code has",
            "docs/glossary.md names `Case::gone`, which no code has"
        ]
    );
}

#[test]
fn a_seed_row_must_be_there_and_name_tests_that_exist() {
    let rows: String = (1..20)
        .map(|number| format!("| S{number} | statement | shown | `it_is_so` |\n"))
        .collect();
    let rows = rows + "| S21 | statement | shown | `it_was_so` |\n";
    let files = [("docs/seed.md", rows.as_str()), ("a.rs", "fn it_is_so() {}\n")];
    assert_eq!(
        documents::seed(&tree(&files)),
        [
            "docs/seed.md has no row for S20",
            "docs/seed.md names the test `it_was_so`, which does not exist"
        ]
    );
}

#[test]
fn links_files_and_functions_that_are_not_there_are_named() {
    let text = "\
[here](../a.rs) and [there](gone.md#part), `docs/how-to/`, `motcua-web/src/gone.rs`, `Type::run()`, `Type::gone()`.
```
[code](is-not-read.md)
```
";
    let files = [
        ("docs/one.md", text),
        ("docs/how-to/two.md", ""),
        ("a.rs", "fn run() {}\n"),
    ];
    let tree = tree(&files);
    assert_eq!(documents::links(&tree), ["docs/one.md: gone.md does not exist"]);
    assert_eq!(
        documents::names(&tree),
        [
            "docs/one.md: `motcua-web/src/gone.rs` does not exist",
            "docs/one.md: there is no function `Type::gone()`"
        ]
    );
}

#[test]
fn every_check_has_a_name_of_its_own() {
    let names: std::collections::BTreeSet<_> = CHECKS.iter().map(|(name, _)| name).collect();
    assert_eq!(names.len(), CHECKS.len());
}
