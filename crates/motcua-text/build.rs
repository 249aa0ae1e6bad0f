//! Turns `text/vi/*.ftl` and `text/en/*.ftl` into typed accessors.
//!
//! The generator only warns about a sentence that is missing in one language, or that takes other
//! arguments there, and prints the warning on its own standard output. A sentence in one language
//! only must not compile here, so the generator runs in a child process whose output is read:
//! whatever it would have warned about stops the build.

use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::{env, error::Error, fs};

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, try_build_from_locales_folder};

/// Set in the child process that generates.
const GENERATE: &str = "MOTCUA_TEXT_GENERATE";
/// How the generator begins a line meant for cargo to show.
const WARNING: &str = "cargo::warning=";

fn main() -> ExitCode {
    let outcome = if env::var_os(GENERATE).is_some() {
        generate()
    } else {
        generate_without_warnings()
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Where the sentences are: `text/` beside `crates/`.
fn sentences() -> Result<PathBuf, Box<dyn Error>> {
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let root = here
        .ancestors()
        .nth(2)
        .ok_or("this crate must lie two folders below the root")?;
    Ok(root.join("text"))
}

fn generate() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let path = |name: &str| out.join(name).display().to_string();
    let options = BuildOptions::default()
        .with_locales_folder(&sentences()?.display().to_string())
        .with_output_file_path(&path("l10n.rs"))
        .with_ftl_output(FtlOutputOptions::single_file(&path("sentences.ftl")))
        .with_default_language("vi")
        .with_prefix("")
        .with_lint_level(LintLevel::Strict)
        // Both languages run left to right, and the marks would be copied with case numbers.
        .without_bidi_isolation()
        // A release build must not need rustfmt.
        .without_format();
    Ok(try_build_from_locales_folder(options)?)
}

fn generate_without_warnings() -> Result<(), Box<dyn Error>> {
    let text = sentences()?;
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={}", text.display());
    for language in fs::read_dir(&text)? {
        let language = language?.path();
        println!("cargo::rerun-if-changed={}", language.display());
    }
    let child = Command::new(env::current_exe()?).env(GENERATE, "yes").output()?;
    let said = String::from_utf8_lossy(&child.stdout);
    let warnings: Vec<&str> = said
        .lines()
        .filter_map(|line| line.strip_prefix(WARNING))
        .collect();
    if !warnings.is_empty() {
        return Err(format!(
            "text/: every sentence must exist in every language, with the same arguments:\n{}",
            warnings.join("\n")
        )
        .into());
    }
    if !child.status.success() {
        return Err(String::from_utf8_lossy(&child.stderr).into_owned().into());
    }
    Ok(())
}
