//! What goes on beside the steps of a case, in words: for the officer's screen and the applicant's tracker alike.

use motcua_engine::view::{LifeEnd, LifeLine};
use motcua_text::Text;

use crate::words::{moment_short, pick, say};

/// One such thing in words.
pub struct LifeShown {
    /// What it is and whose: "Lấy ý kiến: Sở Xây dựng".
    pub title: String,
    /// When it began.
    pub when: String,
    /// What was asked, written or found; empty for nothing.
    pub words: String,
    /// How it stands: "đang chờ, đến 17:00 02/12"; empty where it stands for itself.
    pub state: String,
    /// What was said in the end; empty for nothing.
    pub end: String,
    /// Whether it was, or is, late.
    pub is_late: bool,
}

/// The lines of a case.
pub fn shown(t: &Text, lines: &[LifeLine]) -> Vec<LifeShown> {
    lines.iter().map(|line| one(t, line)).collect()
}

fn one(t: &Text, line: &LifeLine) -> LifeShown {
    let what = say(t, &format!("life-{}", line.kind.name()));
    let title = match &line.who {
        Some(who) => format!("{what}: {}", pick(who, t.lang())),
        None => what,
    };
    let due = line.due.map(|due| moment_short(t, due.at));
    let state = match (&line.end, due) {
        (LifeEnd::Said, Some(due)) => t.life_new_date(due),
        (LifeEnd::Said, None) => String::new(),
        (LifeEnd::GoesOn, Some(due)) => t.life_waits_until(due),
        (end, _) => say(t, &format!("life-end-{}", end.name())),
    };
    LifeShown {
        title,
        when: moment_short(t, line.at),
        words: line.words.clone(),
        state,
        end: line.end.words().to_owned(),
        is_late: line.is_late,
    }
}
