//! The left side: who applies, what they answered, what happened, how the limit is counted.

use motcua_engine::view::{BesideCase, DeskCaseView, LogLine, OtherFiling};
use motcua_text::Text;

use crate::city::beginning;
use crate::components::LogEntry;
use crate::office::inbox::step_name;
use crate::words::{self, pick};

/// Facts under a heading.
pub(super) struct FactGroup {
    /// The heading.
    pub(super) heading: String,
    /// What each is, and its value.
    pub(super) facts: Vec<(String, String)>,
}

/// A round of asking for more.
pub(super) struct Round {
    /// When it was asked and answered.
    pub(super) when: String,
    /// What was asked, each with its reason.
    pub(super) items: Vec<(String, String)>,
}

/// A legal paper to open.
pub(super) struct LegalPaper {
    /// Where it is.
    pub(super) href: String,
    /// What it is.
    pub(super) words: String,
    /// When it was made.
    pub(super) at: String,
}

/// The same person's other filings: where each is, and what it is called.
pub(super) fn filed_again(t: &Text, beside: &BesideCase) -> Vec<(String, String)> {
    let line = |filing: &OtherFiling| {
        let words = t.desk_case_filed_again_line(
            filing.name.as_str(),
            step_name(t, filing.step),
            words::day(t, filing.sent_at.day()),
        );
        (format!("/desk/cases/{}", filing.name), words)
    };
    beside.filed_again.iter().map(line).collect()
}

/// How long the file was open on desks, in words; empty for whoever may not see it, and where nobody has read it yet.
pub(super) fn time_open(t: &Text, beside: &BesideCase) -> String {
    let open = beside.time_open.filter(|open| open.times > 0);
    open.map_or_else(String::new, |open| {
        t.desk_case_time_open_value(t.minutes(open.millis / 60_000), i64::from(open.times))
    })
}

/// The applicant, then the answers as the form groups them.
pub(super) fn groups(t: &Text, view: &DeskCaseView, step: String) -> Vec<FactGroup> {
    let mut applicant = vec![(t.office_case_name(), view.applicant.clone())];
    let known = [
        (
            t.begin_people_ground(),
            Some(beginning::ground_words(t, view.people.ground)),
        ),
        (t.begin_people_concerned(), view.people.concerned.clone()),
        (
            t.begin_variant(),
            view.variant
                .as_ref()
                .map(|variant| pick(variant, t.lang()).to_owned()),
        ),
        (t.office_case_personal_number(), view.personal_number.clone()),
        (t.office_case_phone(), view.phone.clone()),
        (t.office_case_step(), Some(step)),
        (t.office_case_holder(), view.holder.clone()),
    ];
    applicant.extend(
        known
            .into_iter()
            .filter_map(|(label, value)| Some((label, value?))),
    );
    let mut groups = vec![FactGroup {
        heading: t.office_case_applicant(),
        facts: applicant,
    }];
    for line in &view.answers {
        let value = words::answer(t, line);
        if value.is_empty() {
            continue;
        }
        let heading = pick(&line.group, t.lang());
        let fact = (pick(&line.label, t.lang()).to_owned(), value);
        match groups.iter_mut().skip(1).find(|group| group.heading == heading) {
            Some(group) => group.facts.push(fact),
            None => groups.push(FactGroup {
                heading: heading.to_owned(),
                facts: vec![fact],
            }),
        }
    }
    groups
}

/// What happened, newest first.
pub(super) fn log(t: &Text, view: &DeskCaseView) -> Vec<LogEntry> {
    view.log.iter().map(|line| log_entry(t, line)).collect()
}

fn log_entry(t: &Text, line: &LogLine) -> LogEntry {
    let role = line
        .role
        .as_deref()
        .map(|role| words::say(t, &format!("office-role-{}", role.replace('_', "-"))));
    let by = match (&line.person, role) {
        (Some(person), Some(role)) => t.office_by(person.as_str(), role),
        (Some(person), None) => person.clone(),
        _ if line.is_own => t.office_by_applicant(),
        _ => t.office_by_rule(),
    };
    LogEntry {
        datetime: line.at.to_string(),
        at: words::moment_short(t, line.at),
        what: words::say(t, &format!("office-event-{}", line.event.replace('_', "-"))),
        by,
        link: None,
    }
}

/// How the limit is counted, from acceptance.
pub(super) fn clock(t: &Text, view: &DeskCaseView) -> Vec<(String, String)> {
    let Some(clock) = &view.clock else {
        return Vec::new();
    };
    let mut rows = vec![(t.office_case_clock_limit(), words::limit(t, &clock.limit))];
    if let Some(promise) = &clock.promise {
        rows.push((t.office_case_clock_promise(), words::limit(t, promise)));
    }
    rows.push((
        t.office_case_clock_original(),
        words::moment(t, clock.original.at),
    ));
    if clock.current != clock.original {
        rows.push((t.office_case_clock_current(), words::moment(t, clock.current.at)));
    }
    rows
}

/// Every round of asking for more so far.
pub(super) fn rounds(t: &Text, view: &DeskCaseView) -> Vec<Round> {
    view.supplements
        .iter()
        .map(|(asked, items, answered)| {
            let answer = answered.map_or_else(
                || t.office_case_supplement_waiting(),
                |at| t.office_case_supplement_answered(words::moment_short(t, at)),
            );
            let asked = t.office_case_supplement_asked(words::moment_short(t, *asked));
            Round {
                when: format!("{asked}, {answer}"),
                items: items
                    .iter()
                    .map(|item| (pick(&item.label, t.lang()).to_owned(), item.reason.clone()))
                    .collect(),
            }
        })
        .collect()
}

/// The legal papers of the case, oldest first; of several of a kind, the last one is what the address gives.
pub(super) fn legal_papers(t: &Text, view: &DeskCaseView) -> Vec<LegalPaper> {
    let is_last = |place: usize, kind: &str| {
        let mut later = view.legal_papers.iter().skip(place + 1);
        !later.any(|paper| paper.kind == kind)
    };
    view.legal_papers
        .iter()
        .enumerate()
        .filter(|(place, paper)| is_last(*place, &paper.kind))
        .map(|(_, paper)| LegalPaper {
            href: format!("/desk/cases/{}/legal/{}", view.name, paper.kind),
            words: words::say(t, &format!("tracker-paper-{}", paper.kind)),
            at: words::moment_short(t, paper.at),
        })
        .collect()
}
