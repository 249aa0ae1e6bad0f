//! Letters to applicants: an act, a number, a day, in both languages. Never a name, never what the case is about.

use motcua_domain::time::Due;
use motcua_engine::ports::{Letter, Letters, Mail, MailError, Mailer};
use motcua_text::{Lang, Text};

#[cfg(test)]
mod tests;

/// Writes letters from the sentences of `text/` and gives them to a mailer.
#[derive(Debug)]
pub struct LetterWriter<M> {
    mailer: M,
    city_address: String,
    is_demo: bool,
}

impl<M: Mailer> LetterWriter<M> {
    /// A writer whose letters lead to the tracker under `city_address` (an origin without a slash at the end).
    pub fn new(mailer: M, city_address: String, is_demo: bool) -> Self {
        Self {
            mailer,
            city_address,
            is_demo,
        }
    }

    fn write(&self, letter: &Letter) -> Result<Mail, MailError> {
        let vietnamese = self.part(Text::of(Lang::Vi), letter)?;
        let english = self.part(Text::of(Lang::En), letter)?;
        let demo = if self.is_demo {
            "BẢN TRÌNH DIỄN · DEMO\n\n"
        } else {
            ""
        };
        let link = format!("{}/cases/{}", self.city_address, letter.name);
        Ok(Mail {
            id: letter.id,
            to: letter.to.clone(),
            subject: format!("{} · {}", vietnamese.subject, english.subject),
            body: format!(
                "{demo}{}\n{link}\n{}\n\n--\n\n{}\n{link}\n{}\n",
                vietnamese.body, vietnamese.help, english.body, english.help
            ),
        })
    }

    fn part(&self, t: &Text, letter: &Letter) -> Result<Part, MailError> {
        let desk = match t.lang() {
            Lang::Vi => &letter.desk.vi,
            Lang::En => &letter.desk.en,
        };
        let due = letter.due.map(|due| due_in_words(t, due)).unwrap_or_default();
        let find = |suffix: &str| {
            let key = format!("mail-{}-{suffix}", letter.key);
            t.find(&key, &[("name", &letter.name), ("desk", desk), ("due", &due)])
                .ok_or_else(|| MailError::Permanent(format!("text/ has no {key}")))
        };
        let mut body = find("body")?;
        if !due.is_empty()
            && let Ok(line) = find("due")
        {
            body = format!("{body}\n{line}");
        }
        Ok(Part {
            subject: find("subject")?,
            body,
            help: t.mail_help(),
        })
    }
}

impl<M: Mailer> Letters for LetterWriter<M> {
    fn deliver(&self, letter: &Letter) -> Result<(), MailError> {
        self.mailer.send(&self.write(letter)?)
    }
}

struct Part {
    subject: String,
    body: String,
    help: String,
}

/// "17:00 ngày 25/11/2026": a letter is read on another day than it was written.
fn due_in_words(t: &Text, due: Due) -> String {
    let date = due.on.date();
    let minutes = due.at.time_of_day().millis() / 60_000;
    let hour = i8::try_from(minutes / 60).unwrap_or(0);
    let minute = i8::try_from(minutes % 60).unwrap_or(0);
    t.moment((date.year(), date.month(), date.day()), (hour, minute))
}
