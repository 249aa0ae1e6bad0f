//! Columns to rows, in the order of the statements. The other direction is [`crate::encode`].

use motcua_domain::case::{Author, OutcomeKind, PaymentMethod, Step};
use motcua_domain::catalogue::ChargeKind;
use motcua_domain::channel::Channel;
use motcua_domain::id::{CaseId, FileId, UnitCode};
use motcua_domain::money::Dong;
use motcua_domain::person::{Person, PersonalNumber, Subject};
use motcua_domain::report::{CaseFact, Ending, Entry, Marks};
use motcua_domain::time::Day;
use motcua_engine::changes::{Access, AccessedThing, EventRecord, OutboxMessage, Topic};
use motcua_engine::ports::{AtRisk, OutboxItem, Tally};
use motcua_engine::rows::{
    CaseRow, ClosingRow, ConfirmationRow, DraftRow, FileRow, NoticeRow, PaperRow, PasskeyRow, PrivateNoteRow,
    ProcedureRow, SavedViewRow, SessionHolder, SessionRow, StaffRow, TakingRow, TicketRow, TokenRow,
};

use crate::driver::{Columns, Fault, flag};
use crate::scope;

fn author(row: &mut Columns<'_>) -> Result<Author, Fault> {
    let kind = row.text()?;
    let id: Option<String> = row.take()?;
    let role: Option<String> = row.take()?;
    let by = match (kind.as_str(), id, role) {
        ("applicant", Some(id), _) => id.parse().ok().map(Author::Applicant),
        ("staff", Some(id), Some(role)) => id.parse().ok().map(|staff| Author::Staff { staff, role }),
        ("system", ..) => Some(Author::System),
        _ => None,
    };
    by.ok_or_else(|| row.damaged("no author"))
}

pub(crate) fn event(row: &mut Columns<'_>) -> Result<EventRecord, Fault> {
    Ok(EventRecord {
        at: row.instant()?,
        by: author(row)?,
        name: row.text()?,
        format: row.count()?,
        payload: row.text()?,
        legal_ground: row.text()?,
    })
}

pub(crate) fn case(row: &mut Columns<'_>) -> Result<CaseRow, Fault> {
    let id = row.id()?;
    let version = row.count()?;
    let reference = row.text()?;
    let number = row.take()?;
    let procedure = row.text()?;
    let step = row.named(Step::from_name)?;
    let applicant = row.id()?;
    let received_at = UnitCode::new(row.text()?);
    let competent = UnitCode::new(row.text()?);
    let holder = match row.text()?.as_str() {
        "" => None,
        holder => Some(holder.parse().map_err(|_| row.damaged("no identifier"))?),
    };
    let parties = row.text()?;
    let (agencies, colleagues) = scope::parties(&parties).ok_or_else(|| row.damaged("no party"))?;
    Ok(CaseRow {
        id,
        version,
        reference,
        number,
        procedure,
        step,
        applicant,
        received_at,
        competent,
        holder,
        agencies,
        colleagues,
        channel: row.named(|name| name.parse::<Channel>().ok())?,
        sent_at: row.instant()?,
        due_at: row.instant()?,
        is_paused: row.flag()?,
        is_answered: row.flag()?,
        is_withdrawal_asked: row.flag()?,
        issued_at: row.maybe_instant()?,
        is_on_time: row.take::<Option<i64>>()?.map(flag),
        result: maybe_named(row, OutcomeKind::from_name)?,
        returned_at: row.maybe_instant()?,
        fact: fact(row)?,
    })
}

fn fact(row: &mut Columns<'_>) -> Result<CaseFact, Fault> {
    let [accepted_at, law_due_at, extended_at, paused_since, ended_at] = [
        row.maybe_instant()?,
        row.maybe_instant()?,
        row.maybe_instant()?,
        row.maybe_instant()?,
        row.maybe_instant()?,
    ];
    Ok(CaseFact {
        accepted_at,
        law_due_at,
        extended_at,
        paused_since,
        ended: ended_at.zip(maybe_named(row, Ending::from_name)?),
    })
}

/// A stable name, or nothing.
fn maybe_named<T>(row: &mut Columns<'_>, from_name: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Fault> {
    let Some(name) = row.take::<Option<String>>()? else {
        return Ok(None);
    };
    from_name(&name)
        .map(Some)
        .ok_or_else(|| row.damaged("a name of a newer program"))
}

/// How many cases are so marked, of which agency, procedure and channel.
pub(crate) fn tally(row: &mut Columns<'_>) -> Result<Tally, Fault> {
    Ok(Tally {
        agency: UnitCode::new(row.text()?),
        procedure: row.text()?,
        channel: row.named(|name| name.parse::<Channel>().ok())?,
        marks: Marks {
            entry: match row.count::<u8>()? {
                0 => None,
                1 => Some(Entry::CarriedOver),
                _ => Some(Entry::Received),
            },
            ending: match row.text()?.as_str() {
                "" => None,
                name => Some(Ending::from_name(name).ok_or_else(|| row.damaged("no ending"))?),
            },
            is_extended: row.flag()?,
            is_paused: row.flag()?,
            is_overdue: row.flag()?,
        },
        count: row.count()?,
    })
}

/// How many cases of a division are late or soon due.
pub(crate) fn at_risk(row: &mut Columns<'_>) -> Result<AtRisk, Fault> {
    Ok(AtRisk {
        agency: UnitCode::new(row.text()?),
        division: match row.text()?.as_str() {
            "" => None,
            code => Some(UnitCode::new(code)),
        },
        open: row.count()?,
        late: row.count()?,
        within_24_hours: row.count()?,
        within_days: row.count()?,
    })
}

/// A case with the applicant's name.
pub(crate) fn listed(row: &mut Columns<'_>) -> Result<(CaseRow, String), Fault> {
    Ok((case(row)?, row.text()?))
}

pub(crate) fn access(row: &mut Columns<'_>) -> Result<Access, Fault> {
    Ok(Access {
        at: row.instant()?,
        by: author(row)?,
        agency: row.take::<Option<String>>()?.map(UnitCode::new),
        person: row.maybe_id()?,
        case: row.maybe_id()?,
        what: row.named(AccessedThing::from_name)?,
        ground: row.text()?,
    })
}

pub(crate) fn saved_view(row: &mut Columns<'_>) -> Result<SavedViewRow, Fault> {
    Ok(SavedViewRow {
        staff: row.id()?,
        name: row.text()?,
        queue: row.text()?,
        procedure: row.take()?,
        channel: match row.take::<Option<String>>()? {
            None => None,
            Some(name) => Some(name.parse().map_err(|_| row.damaged("no channel"))?),
        },
        received_at: row.take::<Option<String>>()?.map(UnitCode::new),
        version: row.count()?,
    })
}

pub(crate) fn private_note(row: &mut Columns<'_>) -> Result<PrivateNoteRow, Fault> {
    Ok(PrivateNoteRow {
        staff: row.id()?,
        case: row.id()?,
        text: row.text()?,
        version: row.count()?,
        saved_at: row.instant()?,
    })
}

pub(crate) fn file(row: &mut Columns<'_>) -> Result<FileRow, Fault> {
    Ok(FileRow {
        id: row.id()?,
        name: row.text()?,
        media_type: row.text()?,
        size: row.count()?,
        hash: row.hash()?,
        pages: row.count()?,
        owner: row.maybe_id()?,
        at: row.instant()?,
    })
}

pub(crate) fn paper(row: &mut Columns<'_>) -> Result<PaperRow, Fault> {
    let (id, kind, at) = (row.id()?, row.text()?, row.instant()?);
    Ok(PaperRow {
        id,
        kind,
        file: file(row)?,
        at,
    })
}

pub(crate) fn person(row: &mut Columns<'_>) -> Result<Person, Fault> {
    let id = row.id()?;
    let (issuer, name) = (row.text()?, row.take::<Option<String>>()?);
    Ok(Person {
        id,
        subject: name.map(|name| Subject { issuer, name }),
        name: row.text()?,
        personal_number: match row.take::<Option<String>>()? {
            Some(text) => {
                Some(PersonalNumber::parse(&text).ok_or_else(|| row.damaged("no personal number"))?)
            }
            None => None,
        },
        born_on: row.maybe_id::<Day>()?,
        phone: row.take()?,
        email: row.take()?,
        address: row.take()?,
    })
}

pub(crate) fn staff(row: &mut Columns<'_>) -> Result<StaffRow, Fault> {
    Ok(StaffRow {
        id: row.id()?,
        name: row.text()?,
        agency: UnitCode::new(row.text()?),
        unit: UnitCode::new(row.text()?),
        roles: serde_json::from_str(&row.text()?).map_err(|_| row.damaged("no list of roles"))?,
        is_active: row.flag()?,
    })
}

pub(crate) fn passkey(row: &mut Columns<'_>) -> Result<PasskeyRow, Fault> {
    Ok(PasskeyRow {
        credential: row.take()?,
        staff: row.id()?,
        payload: row.text()?,
        enrolled_at: row.instant()?,
    })
}

pub(crate) fn notice(row: &mut Columns<'_>) -> Result<NoticeRow, Fault> {
    Ok(NoticeRow {
        case: row.id()?,
        key: row.text()?,
        at: row.instant()?,
    })
}

pub(crate) fn draft(row: &mut Columns<'_>) -> Result<DraftRow, Fault> {
    Ok(DraftRow {
        id: row.id()?,
        person: row.id()?,
        procedure: row.text()?,
        form: row.text()?,
        answers: row.text()?,
        papers: papers(&row.text()?).ok_or_else(|| row.damaged("no list of papers"))?,
        officer: row.maybe_id()?,
        version: row.count()?,
        saved_at: row.instant()?,
    })
}

/// Money that a desk took or paid back.
pub(crate) fn taking(row: &mut Columns<'_>) -> Result<(TakingRow, String), Fault> {
    let taking = TakingRow {
        case: row.id()?,
        event: row.count()?,
        desk: UnitCode::new(row.text()?),
        at: row.instant()?,
        officer: row.maybe_id()?,
        name: row.text()?,
        kind: row.named(ChargeKind::from_name)?,
        method: row.named(PaymentMethod::from_name)?,
        amount: Dong::new(row.take()?),
        year: row.count()?,
        receipt: row.count()?,
    };
    Ok((taking, row.text()?))
}

/// A closing of a desk's takings.
pub(crate) fn closing(row: &mut Columns<'_>) -> Result<ClosingRow, Fault> {
    Ok(ClosingRow {
        desk: UnitCode::new(row.text()?),
        sequence: row.count()?,
        at: row.instant()?,
        officer: row.id()?,
        cash: Dong::new(row.take()?),
        counted: Dong::new(row.take()?),
        total: Dong::new(row.take()?),
        entries: row.count()?,
        reason: row.text()?,
    })
}

fn papers(kept: &str) -> Option<Vec<(String, FileId)>> {
    let pairs: Vec<(String, String)> = serde_json::from_str(kept).ok()?;
    pairs
        .into_iter()
        .map(|(requirement, file)| Some((requirement, file.parse().ok()?)))
        .collect()
}

fn holder(row: &mut Columns<'_>) -> Result<SessionHolder, Fault> {
    match row.text()?.as_str() {
        "person" => Ok(SessionHolder::Person(row.id()?)),
        "staff" => Ok(SessionHolder::Staff(row.id()?)),
        _ => Err(row.damaged("a name of a newer program")),
    }
}

pub(crate) fn token(row: &mut Columns<'_>) -> Result<TokenRow, Fault> {
    Ok(TokenRow {
        id: row.id()?,
        token_hash: row.hash()?,
        name: row.text()?,
        who: holder(row)?,
        made_at: row.instant()?,
        expires_at: row.instant()?,
        revoked_at: row.maybe_instant()?,
    })
}

pub(crate) fn session(row: &mut Columns<'_>) -> Result<SessionRow, Fault> {
    Ok(SessionRow {
        token_hash: row.hash()?,
        who: holder(row)?,
        began_at: row.instant()?,
        seen_at: row.instant()?,
    })
}

pub(crate) fn ticket(row: &mut Columns<'_>) -> Result<TicketRow, Fault> {
    Ok(TicketRow {
        secret_hash: row.hash()?,
        purpose: row.text()?,
        payload: row.text()?,
        expires_at: row.instant()?,
    })
}

pub(crate) fn outbox_item(row: &mut Columns<'_>) -> Result<OutboxItem, Fault> {
    let message = OutboxMessage {
        id: row.id()?,
        case: row.maybe_id()?,
        topic: row.named(Topic::from_name)?,
        subject: row.text()?,
        not_before: row.instant()?,
    };
    Ok(OutboxItem {
        message,
        attempts: row.count()?,
    })
}

pub(crate) fn number_given(row: &mut Columns<'_>) -> Result<(u32, CaseId), Fault> {
    Ok((row.count()?, row.id()?))
}

pub(crate) fn procedure(row: &mut Columns<'_>) -> Result<ProcedureRow, Fault> {
    Ok(ProcedureRow {
        code: row.text()?,
        fingerprint: row.text()?,
        encoded: row.take()?,
        raw: row.take()?,
        seen_at: row.instant()?,
        is_in_last_import: row.flag()?,
        is_public: row.flag()?,
    })
}

pub(crate) fn confirmation(row: &mut Columns<'_>) -> Result<ConfirmationRow, Fault> {
    Ok(ConfirmationRow {
        code: row.text()?,
        trap: row.text()?,
        path: row.text()?,
        raw: row.text()?,
        reason: row.text()?,
    })
}
