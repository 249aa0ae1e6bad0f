use std::sync::Mutex;

use motcua_domain::bilingual::Bilingual;
use motcua_domain::id::MessageId;
use motcua_domain::time::{Due, Instant};
use motcua_engine::ports::{Letter, Letters, Mail, MailError, Mailer};
use uuid::Uuid;

use super::LetterWriter;

#[derive(Debug, Default)]
struct Caught(Mutex<Vec<Mail>>);

impl Mailer for Caught {
    fn send(&self, mail: &Mail) -> Result<(), MailError> {
        self.0.lock().unwrap().push(mail.clone());
        Ok(())
    }
}

fn letter(key: &str) -> Letter {
    Letter {
        id: MessageId::new(Uuid::from_u128(7)),
        to: "minh@example.test".to_owned(),
        key: key.to_owned(),
        name: "H17.20242-261125-0042".to_owned(),
        desk: Bilingual::new("Trung tâm phường Hải Châu", "Hải Châu centre"),
        due: Some(Due::at(Instant::parse("2026-11-26T17:00:00+07:00").unwrap())),
    }
}

#[test]
fn every_letter_that_the_engine_sends_is_written_in_both_languages() {
    let writer = LetterWriter::new(Caught::default(), "http://city.example".to_owned(), true);
    for key in [
        "sent",
        "accepted",
        "intake-refused",
        "supplement-at-intake",
        "supplement-after-appraisal",
        "supplement-confirmed",
        "ready",
        "returned",
        "withdrawn",
        "withdrawal-declined",
        "due-date-moved",
    ] {
        writer.deliver(&letter(key)).unwrap();
        let mails = writer.mailer.0.lock().unwrap();
        let mail = mails.last().unwrap();
        assert!(
            mail.subject.contains("H17.20242-261125-0042"),
            "{key}: {}",
            mail.subject
        );
        assert!(
            mail.body
                .contains("http://city.example/cases/H17.20242-261125-0042"),
            "{key}"
        );
        assert!(mail.body.starts_with("BẢN TRÌNH DIỄN"), "{key}");
        assert!(
            !mail.body.contains("hôm nay") && !mail.body.contains("today"),
            "{key}"
        );
    }
}

#[test]
fn a_letter_that_nobody_wrote_is_given_up_and_not_tried_for_ever() {
    let writer = LetterWriter::new(Caught::default(), String::new(), false);
    assert!(matches!(
        writer.deliver(&letter("no-such-letter")),
        Err(MailError::Permanent(_))
    ));
}

#[test]
fn a_due_moment_is_written_with_its_day_in_full() {
    let writer = LetterWriter::new(Caught::default(), "http://city.example".to_owned(), false);
    writer.deliver(&letter("accepted")).unwrap();
    let body = writer.mailer.0.lock().unwrap().pop().unwrap().body;
    assert!(body.contains("trước 17:00 ngày 26/11/2026"), "{body}");
    assert!(body.contains("26 November 2026, 17:00"), "{body}");
}
