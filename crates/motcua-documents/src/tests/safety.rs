use super::{rendered, sample};
use crate::{Paper, RenderError};

/// What a person might type to make a template do something.
const SPELLS: [&str; 7] = [
    "#panic(\"x\")",
    "*đậm* _nghiêng_",
    "$x^2$ @nhãn <nhãn>",
    "= Tiêu đề",
    "\\#{1+1} `mã` // ghi chú",
    "#import \"@preview/x:1.0.0\"",
    "\"quoted\" 'quoted' ~ -- ---",
];

#[test]
fn what_people_type_is_printed_as_it_stands_and_never_run() {
    for spell in SPELLS {
        let mut slip = sample("form-01");
        if let Paper::Receipt(slip) = &mut slip {
            slip.case.applicant = spell.to_owned();
            slip.components[0].name = spell.to_owned();
            slip.issue.letterhead.place = spell.to_owned();
        }
        let text = rendered(&slip).unwrap().text();
        assert_eq!(text.matches(spell).count(), 3, "{spell} in {text}");
    }
}

#[test]
fn a_form_prints_a_square_for_a_letter_without_a_glyph_and_says_which() {
    let mut paper = sample("form-02");
    if let Paper::SupplementRequest(form) = &mut paper {
        form.case.applicant = "Lý Gia 中 Hân".to_owned();
        form.contact = "quầy 3 😀".to_owned();
    }
    let text = rendered(&paper).unwrap().text();
    assert!(text.contains("Lý Gia □ Hân"), "{text}");
    assert!(text.contains("U+4E2D, U+1F600"), "{text}");
    assert!(!rendered(&sample("form-02")).unwrap().text().contains('□'));
}

#[test]
fn a_result_is_never_printed_with_a_letter_missing_from_a_name() {
    let mut paper = sample("birth-certificate");
    if let Paper::BirthCertificate(certificate) = &mut paper {
        certificate.child = "Lý Gia 中 Hân".to_owned();
    }
    let error = rendered(&paper).err().expect("a refusal");
    assert_eq!(
        error,
        RenderError::Unprintable {
            characters: vec!['中']
        }
    );
    assert_eq!(
        error.to_string(),
        "the result holds characters that cannot be printed: U+4E2D"
    );
}

#[test]
fn a_name_cannot_turn_or_break_the_line_that_it_stands_in() {
    let mut paper = sample("form-03");
    if let Paper::IntakeRefusal(form) = &mut paper {
        form.case.applicant = "Trần\u{202E} Văn\u{0}\u{200B}\nAn".to_owned();
    }
    let text = rendered(&paper).unwrap().text();
    assert!(text.contains("Trần Văn An"), "{text}");
}

#[test]
fn a_qr_text_beyond_what_a_code_holds_is_an_error() {
    let mut paper = sample("sending-receipt");
    if let Paper::SendingReceipt(receipt) = &mut paper {
        receipt.tracking.qr = "x".repeat(4000);
    }
    assert_eq!(rendered(&paper).err(), Some(RenderError::QrTooLong));
}

#[test]
fn a_moment_that_no_calendar_has_is_an_error() {
    let mut paper = sample("form-03");
    if let Paper::IntakeRefusal(form) = &mut paper {
        form.issue.at.date.month = 13;
    }
    assert_eq!(rendered(&paper).err(), Some(RenderError::NoSuchMoment));
}
