//! Limits, fees and moments in the words of the papers.

use motcua_domain::money::Dong;
use motcua_domain::time::{Instant, TimeLimit};
use motcua_engine::ports::PaperFacts;
use motcua_text::{Lang, Text};

use crate::paper::{CaseHeading, Issue, Signature, Tracking};

use super::agency::letterhead;

/// The sentences of the papers: Vietnamese, the language of the law.
pub(super) fn vi() -> &'static Text {
    Text::of(Lang::Vi)
}

/// A limit by law; one that nobody has settled is said to be so.
pub(super) fn limit(limit: Option<&TimeLimit>) -> String {
    let t = vi();
    match limit {
        Some(TimeLimit::WorkingDays(n)) => t.working_days(i64::from(*n)),
        Some(TimeLimit::WorkingHours(n)) => t.working_hours(i64::from(*n)),
        Some(TimeLimit::CalendarDays(n)) => t.days(i64::from(*n)),
        Some(TimeLimit::Months(n)) => t.months(i64::from(*n)),
        Some(TimeLimit::Years(n)) => t.years(i64::from(*n)),
        Some(TimeLimit::ElapsedHours(n)) => t.common_limit_hours(t.number(i64::from(*n))),
        Some(TimeLimit::Minutes(n)) => t.minutes(i64::from(*n)),
        Some(TimeLimit::SameDay) => t.common_limit_same_day(),
        Some(TimeLimit::Unparsed(_)) | None => t.common_limit_unsettled(),
    }
}

/// A charge; nobody pays what nobody has settled.
pub(super) fn fee(fee: Option<Dong>) -> String {
    match fee {
        None => vi().common_fee_unsettled(),
        Some(dong) if dong.is_zero() => vi().common_fee_none(),
        Some(dong) => vi().dong(dong.get()),
    }
}

/// "09:40 ngày 24/11/2026".
pub(super) fn moment(at: Instant) -> String {
    let date = at.day().date();
    let minutes = at.time_of_day().millis() / 60_000;
    let part = |value| i8::try_from(value).unwrap_or_default();
    vi().moment(
        (date.year(), date.month(), date.day()),
        (part(minutes / 60), part(minutes % 60)),
    )
}

/// Made out by the one-stop centre.
pub(super) fn centre_issue(facts: &PaperFacts) -> Issue {
    issue(facts, &facts.centre.vi, facts.made_at, None)
}

/// Made out by an agency at a moment, under a number and sign where it has one.
pub(super) fn issue(facts: &PaperFacts, agency: &str, at: Instant, sign: Option<String>) -> Issue {
    Issue {
        letterhead: letterhead(agency, &facts.city.vi, sign),
        at: at.into(),
        demonstration: facts.is_demo,
    }
}

/// Which case, named by `number`.
pub(super) fn heading(facts: &PaperFacts, number: &str) -> CaseHeading {
    CaseHeading {
        number: number.to_owned(),
        applicant: facts.applicant.clone(),
        address: facts.address.clone(),
        phone: facts.phone.clone(),
        email: facts.email.clone(),
        masked_id: facts.personal_number.clone(),
        content: vi().paper_content(facts.procedure.vi.as_str(), facts.code.as_str()),
    }
}

/// How to follow the case.
pub(super) fn tracking(facts: &PaperFacts, name: &str) -> Tracking {
    Tracking {
        qr: facts.tracking.clone(),
        guide: vi().paper_guide(name),
    }
}

/// The applicant signs by hand only what was handed in by hand.
pub(super) fn applicant_signature(facts: &PaperFacts) -> Signature {
    Signature {
        name: Some(facts.applicant.clone()),
        note: facts.is_online.then(|| vi().paper_signed_online()),
    }
}

/// The officer whose act the paper records; it claims no digital signature, because it has none.
pub(super) fn officer_signature(facts: &PaperFacts) -> Signature {
    Signature {
        name: facts.officer.clone(),
        note: facts.is_online.then(|| vi().paper_issued_electronically()),
    }
}
