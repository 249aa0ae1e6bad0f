use std::io::ErrorKind;

use motcua_domain::time::Instant;

use super::sample;
use crate::paper::{Date, Moment};
use crate::worker::{Request, ServeError, read_answer, serve, write_frame};
use crate::{Paper, RenderError, TemplateSet, render};

fn frame(body: &[u8]) -> Vec<u8> {
    let mut frame = Vec::new();
    write_frame(&mut frame, body).unwrap();
    frame
}

fn ask(paper: Paper) -> Vec<u8> {
    let request = Request {
        paper,
        templates: TemplateSet::embedded(),
    };
    let mut answer = Vec::new();
    serve(&frame(&serde_json::to_vec(&request).unwrap())[..], &mut answer).unwrap();
    answer
}

#[test]
fn a_request_is_answered_with_the_very_paper() {
    let answer = read_answer(&mut &ask(sample("form-02"))[..]).unwrap().unwrap();
    assert!(answer == render(&sample("form-02"), &TemplateSet::embedded()).unwrap());
}

#[test]
fn a_paper_that_cannot_be_rendered_is_an_answer_too() {
    let mut paper = sample("birth-certificate");
    if let Paper::BirthCertificate(certificate) = &mut paper {
        certificate.child = "字".to_owned();
    }
    let answer = read_answer(&mut &ask(paper)[..]).unwrap();
    assert_eq!(
        answer,
        Err(RenderError::Unprintable {
            characters: vec!['字']
        })
    );
}

#[test]
fn a_request_that_is_cut_short_or_is_none_is_an_error() {
    assert!(matches!(
        serve(&[0, 0, 1][..], Vec::new()),
        Err(ServeError::Pipe(_))
    ));
    assert!(matches!(
        serve(&[0, 0, 0, 9, b'{'][..], Vec::new()),
        Err(ServeError::Pipe(_))
    ));
    let endless = serve(&[0xFF; 8][..], Vec::new());
    assert!(
        matches!(&endless, Err(ServeError::Pipe(error)) if error.kind() == ErrorKind::InvalidData),
        "{endless:?}"
    );
    assert!(matches!(
        serve(&frame(b"{}")[..], Vec::new()),
        Err(ServeError::Request(_))
    ));
}

#[test]
fn every_paper_crosses_the_wire_unchanged() {
    for paper in Paper::samples(true) {
        let wire = serde_json::to_string(&paper).unwrap();
        assert_eq!(serde_json::from_str::<Paper>(&wire).unwrap(), paper);
    }
}

#[test]
fn a_moment_of_the_city_is_printed_in_local_time() {
    let instant = Instant::parse("2026-11-24T18:05:59.999Z").unwrap();
    let expected = Moment {
        date: Date {
            year: 2026,
            month: 11,
            day: 25,
        },
        hour: 1,
        minute: 5,
    };
    assert_eq!(Moment::from(instant), expected);
}
