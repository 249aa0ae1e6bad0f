//! A real child process that works, hangs, dies or babbles.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::path::PathBuf;
use std::time::Duration;

use motcua_documents::{ChildError, ChildRenderer, Paper, RenderError, TemplateSet, render};

/// Far longer than any paper takes, so that only a fault of ours reaches it.
const LONG: Duration = Duration::from_secs(120);
/// As short as a deadline may be and still be one.
const SHORT: Duration = Duration::from_millis(50);

fn child(mode: &str, deadline: Duration) -> ChildRenderer {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_render-child"));
    ChildRenderer {
        arguments: vec![mode.to_owned()],
        ..ChildRenderer::new(program, TemplateSet::embedded(), deadline)
    }
}

fn paper(kind: &str) -> Paper {
    Paper::samples(true)
        .into_iter()
        .find(|paper| paper.kind() == kind)
        .unwrap()
}

#[test]
fn a_child_renders_what_this_process_would() {
    let paper = paper("form-01");
    let ours = render(&paper, &TemplateSet::embedded()).unwrap();
    assert!(child("render", LONG).render(&paper).unwrap() == ours);
}

#[test]
fn a_child_says_why_a_paper_cannot_be_rendered() {
    let mut paper = paper("birth-certificate");
    if let Paper::BirthCertificate(certificate) = &mut paper {
        certificate.child = "字".to_owned();
    }
    let error = child("render", LONG).render(&paper).unwrap_err();
    assert!(
        matches!(error, ChildError::Render(RenderError::Unprintable { .. })),
        "{error}"
    );
}

#[test]
fn a_child_that_hangs_is_killed_at_the_deadline() {
    let error = child("hang", SHORT).render(&paper("form-01")).unwrap_err();
    assert!(
        matches!(error, ChildError::TooLate { deadline: SHORT }),
        "{error}"
    );
}

#[test]
fn a_template_that_never_ends_is_killed_at_the_deadline() {
    let folder = tempfile::tempdir().unwrap();
    // Typst stops a `while` loop by itself; nested ranges keep it busy for days in little memory.
    let endless = "#for x in range(9999) { for y in range(9999) { for z in range(9999) { } } }";
    std::fs::write(folder.path().join("mau-03.typ"), endless).unwrap();
    let templates = TemplateSet::from_dir(folder.path()).unwrap();
    let child = ChildRenderer {
        templates,
        ..child("render", Duration::from_secs(1))
    };
    let error = child.render(&paper("form-03")).unwrap_err();
    assert!(matches!(error, ChildError::TooLate { .. }), "{error}");
}

#[test]
fn a_child_that_dies_or_babbles_is_no_answer() {
    for mode in ["die", "babble"] {
        let error = child(mode, LONG).render(&paper("form-01")).unwrap_err();
        assert!(matches!(error, ChildError::NoAnswer(_)), "{mode}: {error}");
    }
}

#[test]
fn a_program_that_is_not_there_cannot_be_started() {
    let renderer = ChildRenderer::new(PathBuf::from("no-such-program"), TemplateSet::embedded(), LONG);
    assert!(matches!(
        renderer.render(&paper("form-01")),
        Err(ChildError::Start(_))
    ));
}
