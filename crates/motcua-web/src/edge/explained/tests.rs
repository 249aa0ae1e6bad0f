use std::collections::BTreeSet;
use std::fs;
use std::path::Path as File;

use motcua_text::Lang;

use super::*;

/// Every literal of the product's code that stands right behind `before`.
fn literals(folder: &File, before: &str, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            literals(&path, before, found);
        } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
            let text = fs::read_to_string(&path).unwrap();
            for rest in text.split(before).skip(1) {
                if let Some(code) = rest.trim_start().strip_prefix('"') {
                    found.insert(code.split('"').next().unwrap().to_owned());
                }
            }
        }
    }
}

/// Every code that the API can name, read from where they are written.
fn codes() -> BTreeSet<String> {
    let crates = File::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut codes = BTreeSet::new();
    for of_ours in ["motcua-engine", "motcua-web"] {
        literals(
            &crates.join(of_ours).join("src"),
            "UseError::Unusable(",
            &mut codes,
        );
    }
    assert!(codes.len() > 10, "the codes are written otherwise now: {codes:?}");
    // A refusal's code stands behind its variant in `Refusal::code`.
    let mut refusals = BTreeSet::new();
    let cases = crates.join("motcua-domain/src/case");
    literals(&cases, "=>", &mut refusals);
    let has_sentences = |code: &String| Text::of(Lang::Vi).find(&format!("refusal-{code}"), &[]).is_some();
    refusals.retain(has_sentences);
    assert!(
        refusals.len() > 10,
        "the codes are written otherwise now: {refusals:?}"
    );
    codes.extend(refusals);
    codes.extend(PLAIN.iter().map(|error| code_of(error).to_owned()));
    codes.extend(TurnedAway::ALL.map(|why| why.code().to_owned()));
    codes
}

#[test]
fn every_code_that_the_api_names_has_its_page_in_both_languages() {
    for lang in [Lang::Vi, Lang::En] {
        let without: Vec<_> = codes()
            .into_iter()
            .filter(|code| Explained::of(Text::of(lang), code).is_none())
            .collect();
        assert!(without.is_empty(), "{lang}: no page for {without:?}");
    }
}

#[test]
fn what_is_no_code_has_no_page() {
    for code in [
        "",
        "nothing-of-the-kind",
        "already-sent-next",
        "../etc",
        "Not-Found",
    ] {
        assert_eq!(Explained::of(Text::of(Lang::Vi), code), None, "{code}");
    }
}
