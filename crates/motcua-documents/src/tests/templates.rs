use std::fs;

use super::sample;
use crate::{RenderError, TemplateError, TemplateSet, render};

/// A city's folder with its own form 03.
fn city_with(template: &str) -> TemplateSet {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("mau-03.typ"), template).unwrap();
    fs::write(folder.path().join("README.md"), "not a template").unwrap();
    TemplateSet::from_dir(folder.path()).unwrap()
}

const FRAME: &str =
    "#import \"khung.typ\": *\n#show: sheet.with(title: \"T\", form: \"F\", number: data.case.number)\n";

fn fault_of(body: &str) -> String {
    match render(&sample("form-03"), &city_with(&format!("{FRAME}{body}"))) {
        Ok(_) => panic!("{body} was rendered"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn a_city_puts_its_own_template_in_place_of_ours_and_keeps_the_others() {
    let own = city_with(&format!("{FRAME}#heading(level: 1)[Mẫu riêng] #data.reason"));
    let text = super::pdf::Read::of(&render(&sample("form-03"), &own).unwrap()).text();
    assert!(text.contains("Mẫu riêng Việc sinh của trẻ"), "{text}");
    let ours = render(&sample("form-02"), &TemplateSet::embedded()).unwrap();
    assert!(render(&sample("form-02"), &own).unwrap() == ours);
}

#[test]
fn a_glyph_that_a_template_asks_for_and_no_face_has_is_an_error() {
    let error = render(&sample("form-03"), &city_with(&format!("{FRAME}中"))).expect_err("an error");
    assert!(matches!(error, RenderError::Export { .. }), "{error}");
}

#[test]
fn a_fault_in_a_template_names_its_file_and_line() {
    assert!(fault_of("#data.no-such-field").contains("mau-03.typ:3: "));
    assert!(fault_of("#let x = (").contains("mau-03.typ:3: "));
}

#[test]
fn a_template_reaches_no_package_no_other_file_and_no_clock() {
    for body in [
        "#import \"@preview/cetz:0.3.0\": canvas",
        "#read(\"/etc/passwd\")",
        "#read(\"../../Cargo.toml\")",
        "#include \"mau-04.typ\"",
        "#datetime.today()",
    ] {
        let error = fault_of(body);
        assert!(error.contains("mau-03.typ:3: "), "{body}: {error}");
    }
}

#[test]
fn a_picture_without_words_for_it_is_not_exported() {
    assert!(fault_of("#image(\"qr.svg\")").contains("alt"));
}

#[test]
fn a_folder_with_a_template_that_no_form_has_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("mau-1.typ"), "").unwrap();
    assert!(matches!(
        TemplateSet::from_dir(folder.path()),
        Err(TemplateError::Unknown { .. })
    ));
    let missing = folder.path().join("nowhere");
    assert!(matches!(
        TemplateSet::from_dir(&missing),
        Err(TemplateError::Unreadable { .. })
    ));
}

#[test]
fn a_template_of_no_sensible_length_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("mau-01.typ"), " ".repeat(256 * 1024 + 1)).unwrap();
    assert!(matches!(
        TemplateSet::from_dir(folder.path()),
        Err(TemplateError::TooLong { .. })
    ));
}
