//! Inspection in a real child process: whatever the file does to its reader, this process goes on.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says when it is skipped"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use motcua_engine::ports::{InspectError, Inspected, Inspector};
use motcua_files::child::ChildInspector;

/// Far longer than any file takes, so that only a fault of ours reaches it.
const LONG: Duration = Duration::from_secs(60);
/// As short as a deadline may be and still be one.
const SHORT: Duration = Duration::from_millis(50);

fn child(mode: &str, deadline: Duration) -> ChildInspector {
    ChildInspector::new(
        PathBuf::from(env!("CARGO_BIN_EXE_inspect-child")),
        &[mode],
        deadline,
    )
}

fn verdict(answer: Result<Inspected, InspectError>) -> String {
    match answer {
        Ok(inspected) => format!("{} {}", inspected.media_type, inspected.pages.len()),
        Err(InspectError::Unusable(code)) => code,
        Err(InspectError::Busy) => "busy".to_owned(),
        Err(InspectError::Machine(fault)) => panic!("the machine could not: {fault}"),
    }
}

/// The folder of hostile and malformed files, where the shared data is beside the repository.
fn uploads(kind: &str) -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = here
        .ancestors()
        .map(|folder| folder.join("shared/data/uploads").join(kind))
        .find(|path| path.exists());
    if found.is_none() {
        println!("skipped: shared data not present");
    }
    found
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    all.retain(|path| path.is_file());
    all.sort();
    all
}

#[test]
fn a_child_says_what_this_process_would() {
    let png = include_bytes!("fixtures/four-by-two.png");
    assert_eq!(
        child("inspect", LONG).inspect(png).unwrap(),
        motcua_files::inspect(png).unwrap()
    );
    assert_eq!(verdict(child("inspect", LONG).inspect(b"<html>")), "file-type");
    assert_eq!(verdict(child("inspect", LONG).inspect(b"")), "file-empty");
}

#[test]
fn a_reader_that_hangs_is_ended_and_the_file_not_taken() {
    assert_eq!(verdict(child("hang", SHORT).inspect(b"%PDF-1.7")), "file-damaged");
}

#[test]
fn a_reader_that_asks_for_more_memory_than_it_may_is_ended_and_the_file_not_taken() {
    assert_eq!(verdict(child("modest", LONG).inspect(b"%PDF-1.7")), "image/png 0");
    assert_eq!(verdict(child("bloat", LONG).inspect(b"%PDF-1.7")), "file-damaged");
}

#[test]
fn a_child_that_does_not_read_cannot_hold_its_parent() {
    let large = vec![b' '; 4 * 1024 * 1024];
    assert_eq!(verdict(child("hang", SHORT).inspect(&large)), "file-damaged");
    assert_eq!(verdict(child("die", LONG).inspect(&large)), "file-damaged");
}

#[test]
fn what_a_broken_reader_says_is_not_believed() {
    for mode in ["die", "babble", "flood"] {
        assert_eq!(
            verdict(child(mode, LONG).inspect(b"%PDF-1.7")),
            "file-damaged",
            "{mode}"
        );
    }
}

#[test]
fn a_program_that_is_not_there_is_the_machines_fault_and_not_the_files() {
    let nobody = ChildInspector::new(PathBuf::from("no-such-program"), &[], LONG);
    assert!(matches!(
        nobody.inspect(b"%PDF-1.7"),
        Err(InspectError::Machine(_))
    ));
}

#[test]
fn a_file_over_the_limit_never_reaches_a_child() {
    let nobody = ChildInspector::new(PathBuf::from("no-such-program"), &[], LONG);
    assert_eq!(
        verdict(nobody.inspect(&vec![0; motcua_files::FILE_BYTES_MAX + 1])),
        "file-too-large"
    );
}

#[test]
fn every_hostile_file_is_refused_with_its_own_sentence() {
    let Some(folder) = uploads("hostile") else { return };
    let expected = |name: &str| match name {
        "empty.pdf" => "file-empty",
        "truncated.png" => "file-damaged",
        "png-64k-by-64k.png" => "file-too-many-pixels",
        "polyglot-pdf-zip.pdf" => "file-two-kinds",
        "js-openaction.pdf" | "launch-action.pdf" => "file-active-content",
        _ => "file-type",
    };
    for path in files(&folder) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let answer = verdict(child("inspect", LONG).inspect(&fs::read(&path).unwrap()));
        assert_eq!(answer, expected(&name), "{name}");
    }
}

#[test]
fn a_malformed_pdf_is_drawn_or_refused_and_never_ends_this_process() {
    let Some(folder) = uploads("pdf-malformed") else {
        return;
    };
    for path in files(&folder) {
        let answer = verdict(child("inspect", LONG).inspect(&fs::read(&path).unwrap()));
        println!("{}: {answer}", path.file_name().unwrap().to_string_lossy());
        assert!(
            answer.starts_with("file-") || answer.starts_with("application/pdf "),
            "{answer}"
        );
    }
}

#[test]
fn a_signed_pdf_is_a_paper_like_another() {
    let Some(folder) = uploads("pdf-signatures") else {
        return;
    };
    for path in files(&folder)
        .into_iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "pdf"))
    {
        let answer = verdict(child("inspect", LONG).inspect(&fs::read(&path).unwrap()));
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        println!("{name}: {answer}");
        if name.contains("encrypted") {
            assert_eq!(answer, "file-encrypted");
        } else {
            assert!(answer.starts_with("application/pdf "), "{name}: {answer}");
        }
    }
}
