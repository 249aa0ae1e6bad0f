//! Every statement, once, for both engines.
//!
//! Parameters are `$1..$n` in the order in which they first appear. To SQLite `$n` is a *name*, numbered by first
//! appearance: `SELECT $2, $1` would be bound the wrong way round without a word. A test holds every statement
//! against that rule and prepares it on both engines, which stands in for a compiler's check.

macro_rules! queries {
    ($($(#[$doc:meta])* $name:ident = $sql:expr;)+) => {
        $($(#[$doc])* pub(crate) const $name: &str = $sql;)+

        /// Every statement with its name, for the test that prepares them.
        pub(crate) const ALL: &[(&str, &str)] = &[$((stringify!($name), $name)),+];
    };
}

macro_rules! case_columns {
    () => {
        "c.id, c.version, c.reference, c.number, c.procedure, c.step, c.applicant, c.received_at, c.competent, \
         c.holder, c.parties, c.channel, c.sent_at, c.due_at, c.is_paused, c.is_answered, c.is_withdrawal_asked, \
         c.issued_at, c.is_on_time, c.result, c.returned_at, c.accepted_at, c.law_due_at, c.extended_at, c.paused_since, c.ended_at, \
         c.ending"
    };
}

macro_rules! file_columns {
    () => {
        "f.id, f.name, f.media_type, f.size, f.hash, f.pages, f.owner, f.at"
    };
}

macro_rules! draft_columns {
    () => {
        "id, person, procedure, form, answers, papers, officer, version, saved_at"
    };
}

macro_rules! taking_columns {
    () => {
        "t.case_id, t.event, t.desk, t.at, t.officer, t.name, t.kind, t.method, t.amount, t.series_year, t.receipt, \
         coalesce(c.number, c.reference, '')"
    };
}

macro_rules! person_columns {
    () => {
        "id, issuer, subject, name, personal_number, born_on, phone, email, address"
    };
}

macro_rules! token_columns {
    () => {
        "id, token_hash, name, holder_kind, holder, made_at, expires_at, revoked_at"
    };
}

macro_rules! procedure_columns {
    () => {
        "code, fingerprint, encoded, raw, seen_at, is_in_last_import, is_public"
    };
}

/// The columns of a case in the order in which rows are read, of the alias `c`.
pub(crate) const CASE_COLUMNS: &str = case_columns!();

queries! {
    // The log.
    EVENTS = "SELECT at, by_kind, by_id, by_role, name, format, payload, legal_ground FROM events \
        WHERE stream_id = $1 AND stream_kind = $2 ORDER BY version";
    /// The first event of a stream, or a further one of the same commit.
    EVENT_ADD = "INSERT INTO events (stream_id, stream_kind, version, at, by_kind, by_id, by_role, name, format, \
        payload, legal_ground) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    /// The first event of a commit to a stream that has some: the one before it must be there. That this one is
    /// not, the unique key says; together they are the optimistic lock.
    EVENT_ADD_AFTER = "INSERT INTO events (stream_id, stream_kind, version, at, by_kind, by_id, by_role, name, \
        format, payload, legal_ground) SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 \
        WHERE EXISTS (SELECT 1 FROM events WHERE stream_id = $1 AND stream_kind = $2 AND version = $12)";

    // Keys and numbers.
    KEY_KEEP = "INSERT INTO idempotency_keys (key, fingerprint, answer) VALUES ($1, $2, $3)";
    KEY_FIND = "SELECT fingerprint, answer FROM idempotency_keys WHERE key = $1";
    NUMBER_TAKE = "INSERT INTO number_series (series, last) VALUES ($1, 1) \
        ON CONFLICT (series) DO UPDATE SET last = number_series.last + 1 RETURNING last";
    NUMBER_NOTE = "INSERT INTO numbers_given (series, sequence, case_id, given_at) VALUES ($1, $2, $3, $4)";
    NUMBERS = "SELECT sequence, case_id FROM numbers_given WHERE series = $1 ORDER BY sequence";

    // Cases.
    /// Reference, applicant and moment of sending are facts of the sending and never change: leaving their indexes
    /// alone saves a fifth of the pages that a step writes. A row that contradicts them is not written.
    CASE_PUT = "INSERT INTO cases (id, version, reference, number, procedure, step, applicant, received_at, \
        competent, holder, parties, channel, sent_at, due_at, is_paused, is_answered, is_withdrawal_asked, \
        issued_at, is_on_time, result, returned_at, accepted_at, law_due_at, extended_at, paused_since, ended_at, \
        ending) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, \
        $21, $22, $23, $24, $25, $26, $27) \
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, number = excluded.number, \
        procedure = excluded.procedure, step = excluded.step, received_at = excluded.received_at, \
        competent = excluded.competent, holder = excluded.holder, parties = excluded.parties, \
        channel = excluded.channel, due_at = excluded.due_at, is_paused = excluded.is_paused, is_answered = excluded.is_answered, \
        is_withdrawal_asked = excluded.is_withdrawal_asked, issued_at = excluded.issued_at, \
        is_on_time = excluded.is_on_time, result = excluded.result, returned_at = excluded.returned_at, \
        accepted_at = excluded.accepted_at, law_due_at = excluded.law_due_at, extended_at = excluded.extended_at, \
        paused_since = excluded.paused_since, ended_at = excluded.ended_at, ending = excluded.ending \
        WHERE cases.reference = excluded.reference AND cases.applicant = excluded.applicant \
        AND cases.sent_at = excluded.sent_at";
    /// The way to the cases of a party; what is known already stays.
    PARTY_ADD = "INSERT INTO case_parties (party, case_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    CASE_FIND = concat!("SELECT ", case_columns!(), " FROM cases c WHERE c.id = $1");
    CASE_NAMED = concat!("SELECT ", case_columns!(), " FROM cases c WHERE c.number = $1 \
        UNION SELECT ", case_columns!(), " FROM cases c WHERE c.reference = $1");
    CASE_IDS = "SELECT id FROM cases WHERE id > $1 ORDER BY id LIMIT $2";

    // What belongs to a case.
    ANSWERS_ADD = "INSERT INTO answer_sets (id, case_id, form, answers) VALUES ($1, $2, $3, $4)";
    ANSWERS_FIND = "SELECT form, answers FROM answer_sets WHERE id = $1";
    NOTE_ADD = "INSERT INTO notes (id, case_id, text) VALUES ($1, $2, $3)";
    NOTES_OF = "SELECT id, text FROM notes WHERE case_id = $1 ORDER BY id";
    PAPER_ADD = "INSERT INTO papers (id, case_id, kind, file, at) VALUES ($1, $2, $3, $4, $5)";
    PAPERS_OF = concat!("SELECT p.id, p.kind, p.at, ", file_columns!(), " FROM papers p \
        JOIN files f ON f.id = p.file WHERE p.case_id = $1 ORDER BY p.at, p.id");
    FILE_ADD = "INSERT INTO files (id, name, media_type, size, hash, pages, owner, at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    FILE_FIND = concat!("SELECT ", file_columns!(), " FROM files f WHERE f.id = $1");

    UPLOADS_SINCE = "SELECT count(*), CAST(coalesce(sum(size), 0) AS BIGINT) FROM files WHERE owner = $1 AND at >= $2";
    UPLOADS_UNSETTLED = concat!("SELECT ", file_columns!(), " FROM files f \
        WHERE f.owner IS NOT NULL AND f.is_settled = 0 AND f.at < $1 AND f.id > $2 ORDER BY f.id LIMIT $3");
    /// Whether an event of a case of this person names the file. A case's uploads are its applicant's own.
    UPLOAD_IN_CASE = "SELECT e.version FROM cases c JOIN events e ON e.stream_id = c.id AND e.stream_kind = 'case' \
        WHERE c.applicant = $1 AND e.payload LIKE $2 LIMIT 1";
    UPLOAD_IN_DRAFT = "SELECT version FROM drafts WHERE person = $1 AND (papers LIKE $2 OR answers LIKE $2) LIMIT 1";
    UPLOAD_SETTLE = "UPDATE files SET is_settled = 1 WHERE id = $1";
    UPLOAD_FORGET = "DELETE FROM files WHERE id = $1";
    CONTENT_USED = "SELECT pages FROM files WHERE hash = $1 LIMIT 1";

    // Who looked.
    ACCESS_ADD = "INSERT INTO accesses (at, by_kind, by_id, by_role, agency, person, case_id, what, ground) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    ACCESSES_OF = "SELECT at, by_kind, by_id, by_role, agency, person, case_id, what, ground FROM accesses \
        WHERE person = $1 AND at < $2 ORDER BY at DESC, position DESC LIMIT $3";

    // People and staff.
    PERSON_PUT = "INSERT INTO persons (id, issuer, subject, name, personal_number, born_on, phone, email, address, \
        name_folded, name_backwards) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
        ON CONFLICT (id) DO UPDATE SET issuer = excluded.issuer, subject = excluded.subject, name = excluded.name, \
        personal_number = excluded.personal_number, born_on = excluded.born_on, phone = excluded.phone, \
        email = excluded.email, address = excluded.address, name_folded = excluded.name_folded, \
        name_backwards = excluded.name_backwards";
    NAMES_UNFOLDED = "SELECT id, name FROM persons WHERE id > $1 AND name_folded = '' AND name <> '' \
        ORDER BY id LIMIT 1000";
    NAME_FOLD = "UPDATE persons SET name_folded = $1, name_backwards = $2 WHERE id = $3";
    // Locks the row and changes nothing: what one person begins on two devices is begun in turn.
    PERSON_LOCK = "UPDATE persons SET subject = subject WHERE id = $1";
    PERSON_FIND = concat!("SELECT ", person_columns!(), " FROM persons WHERE id = $1");
    PERSON_BY_SUBJECT = concat!("SELECT ", person_columns!(), " FROM persons WHERE issuer = $1 AND subject = $2");
    /// A number or a name with a day of birth names one person or few: a desk never reads a list.
    PERSONS_BY_NUMBER = concat!("SELECT ", person_columns!(), " FROM persons WHERE personal_number = $1 \
        ORDER BY id LIMIT 2");
    PERSONS_BY_BIRTH = concat!("SELECT ", person_columns!(), " FROM persons WHERE born_on = $1 AND name = $2 \
        ORDER BY id LIMIT 2");
    /// Persons of the first schema, which kept no issuer.
    SUBJECTS_ADOPT = "UPDATE persons SET issuer = $1 WHERE issuer = '' AND subject IS NOT NULL";
    STAFF_PUT = "INSERT INTO staff (id, name, agency, unit, roles, is_active) VALUES ($1, $2, $3, $4, $5, $6) \
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, agency = excluded.agency, unit = excluded.unit, \
        roles = excluded.roles, is_active = excluded.is_active";
    STAFF_FIND = "SELECT id, name, agency, unit, roles, is_active FROM staff WHERE id = $1";
    STAFF_OF = "SELECT id, name, agency, unit, roles, is_active FROM staff WHERE agency = $1 AND is_active = 1";
    PASSKEY_PUT = "INSERT INTO passkeys (credential, staff, payload, enrolled_at) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (credential) DO UPDATE SET staff = excluded.staff, payload = excluded.payload, \
        enrolled_at = excluded.enrolled_at";
    PASSKEY_FIND = "SELECT credential, staff, payload, enrolled_at FROM passkeys WHERE credential = $1";
    PASSKEYS_OF = "SELECT credential, staff, payload, enrolled_at FROM passkeys WHERE staff = $1 \
        ORDER BY enrolled_at, credential";
    NOTICE_ADD = "INSERT INTO notices (id, person, case_id, key, at) VALUES ($1, $2, $3, $4, $5)";
    NOTICES_OF = "SELECT case_id, key, at FROM notices WHERE person = $1 ORDER BY at DESC, id DESC LIMIT $2";

    // Reconcilers.
    PASS_FIND = "SELECT name, target, after_id, looked_at, total, is_done, version FROM passes WHERE name = $1";
    PASS_ADD = "INSERT INTO passes (name, target, after_id, looked_at, total, is_done, version) \
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    PASS_SAVE = "UPDATE passes SET target = $1, after_id = $2, looked_at = $3, total = $4, is_done = $5, version = $6 \
        WHERE name = $7 AND version = $8";
    UNRESOLVED_AFTER = "SELECT id FROM cases WHERE number IS NOT NULL AND issued_at IS NULL AND id > $1 \
        ORDER BY id LIMIT $2";
    UNRESOLVED = "SELECT count(*) FROM cases WHERE number IS NOT NULL AND issued_at IS NULL";

    // What officers keep for themselves.
    VIEWS_OF = "SELECT staff, name, queue, procedure, channel, received_at, version FROM saved_views \
        WHERE staff = $1 ORDER BY name";
    VIEW_ADD = "INSERT INTO saved_views (staff, name, queue, procedure, channel, received_at, version) \
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    VIEW_SAVE = "UPDATE saved_views SET queue = $1, procedure = $2, channel = $3, received_at = $4, version = $5 \
        WHERE staff = $6 AND name = $7 AND version = $8";
    VIEW_DELETE = "DELETE FROM saved_views WHERE staff = $1 AND name = $2";
    NOTE_OF_MINE = "SELECT staff, case_id, text, version, saved_at FROM private_notes \
        WHERE staff = $1 AND case_id = $2";
    NOTE_OF_MINE_ADD = "INSERT INTO private_notes (staff, case_id, text, version, saved_at) \
        VALUES ($1, $2, $3, $4, $5)";
    NOTE_OF_MINE_SAVE = "UPDATE private_notes SET text = $1, version = $2, saved_at = $3 \
        WHERE staff = $4 AND case_id = $5 AND version = $6";
    OPEN_FILE = "SELECT case_id, since FROM open_files WHERE staff = $1";
    OPEN_FILE_PUT = "INSERT INTO open_files (staff, case_id, since) VALUES ($1, $2, $3) \
        ON CONFLICT (staff) DO UPDATE SET case_id = excluded.case_id, since = excluded.since";
    OPEN_FILE_CLOSE = "DELETE FROM open_files WHERE staff = $1";
    TIME_OPEN_ADD = "INSERT INTO time_open (case_id, staff, millis, times) VALUES ($1, $2, $3, 1) \
        ON CONFLICT (case_id, staff) DO UPDATE SET millis = time_open.millis + excluded.millis, \
        times = time_open.times + 1";
    TIME_OPEN_OF = "SELECT millis, times FROM time_open WHERE case_id = $1";

    // Money at the desks.
    TAKING_ADD = "INSERT INTO takings (case_id, event, desk, at, officer, name, kind, method, amount, series_year, \
        receipt) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    TAKINGS_OPEN = concat!("SELECT ", taking_columns!(), " FROM takings t LEFT JOIN cases c ON c.id = t.case_id \
        WHERE t.desk = $1 AND t.closing IS NULL ORDER BY t.at, t.case_id, t.event");
    TAKINGS_OF_CLOSING = concat!("SELECT ", taking_columns!(), " FROM takings t LEFT JOIN cases c \
        ON c.id = t.case_id WHERE t.desk = $1 AND t.closing = $2 ORDER BY t.at, t.case_id, t.event");
    TAKING_CLOSE = "UPDATE takings SET closing = $1 WHERE case_id = $2 AND event = $3 AND closing IS NULL";
    CLOSING_ADD = "INSERT INTO closings (desk, sequence, at, officer, cash, counted, total, entries, reason) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    CLOSINGS_OF = "SELECT desk, sequence, at, officer, cash, counted, total, entries, reason FROM closings \
        WHERE desk = $1 ORDER BY sequence DESC LIMIT $2";

    // Drafts.
    DRAFT_FIND = concat!("SELECT ", draft_columns!(), " FROM drafts WHERE id = $1");
    /// A person's own; what an officer fills in for them at a desk is the officer's.
    DRAFTS_OF = concat!("SELECT ", draft_columns!(), " FROM drafts WHERE person = $1 AND officer IS NULL \
        ORDER BY saved_at DESC, id DESC");
    DRAFT_OF_PROCEDURE = concat!("SELECT ", draft_columns!(), " FROM drafts WHERE person = $1 AND procedure = $2 \
        AND officer IS NULL ORDER BY saved_at DESC, id DESC LIMIT 1");
    DRAFTS_AT_DESK = concat!("SELECT ", draft_columns!(), " FROM drafts WHERE officer = $1 \
        ORDER BY saved_at DESC, id DESC");
    DRAFT_ADD = "INSERT INTO drafts (id, person, procedure, form, answers, papers, officer, version, saved_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    DRAFT_SAVE = "UPDATE drafts SET person = $1, procedure = $2, form = $3, answers = $4, papers = $5, \
        officer = $6, version = $7, saved_at = $8 WHERE id = $9 AND version = $10";
    DRAFT_SPEND = "DELETE FROM drafts WHERE id = $1 AND version = $2";
    DRAFT_DELETE = "DELETE FROM drafts WHERE id = $1";

    // Sessions and tickets.
    SESSION_BEGIN = "INSERT INTO sessions (token_hash, holder_kind, holder, began_at, seen_at) \
        VALUES ($1, $2, $3, $4, $5)";
    SESSION_FIND = "SELECT token_hash, holder_kind, holder, began_at, seen_at FROM sessions WHERE token_hash = $1";
    SESSION_TOUCH = "UPDATE sessions SET seen_at = $1 WHERE token_hash = $2";
    SESSION_END = "DELETE FROM sessions WHERE token_hash = $1";
    TICKET_KEEP = "INSERT INTO tickets (secret_hash, purpose, payload, expires_at) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (secret_hash, purpose) DO UPDATE SET payload = excluded.payload, \
        expires_at = excluded.expires_at";
    TICKET_TAKE = "DELETE FROM tickets WHERE secret_hash = $1 AND purpose = $2 AND expires_at >= $3 \
        RETURNING secret_hash, purpose, payload, expires_at";
    TICKET_FIND = "SELECT secret_hash, purpose, payload, expires_at FROM tickets \
        WHERE secret_hash = $1 AND purpose = $2 AND expires_at >= $3";

    TOKEN_KEEP = "INSERT INTO api_tokens (id, token_hash, name, holder_kind, holder, made_at, expires_at, revoked_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    TOKEN_FIND = concat!("SELECT ", token_columns!(), " FROM api_tokens WHERE token_hash = $1");
    TOKENS = concat!("SELECT ", token_columns!(), " FROM api_tokens ORDER BY made_at DESC, id DESC");
    TOKEN_REVOKE = "UPDATE api_tokens SET revoked_at = $1 WHERE id = $2 AND revoked_at IS NULL AND expires_at >= $1";

    SESSIONS_FORGET = "DELETE FROM sessions WHERE seen_at < $1";
    TICKETS_FORGET = "DELETE FROM tickets WHERE expires_at < $1";

    // The outbox.
    OUTBOX_ADD = "INSERT INTO outbox (id, case_id, topic, subject, not_before, ready_at, attempts, is_given_up) \
        VALUES ($1, $2, $3, $4, $5, $5, 0, 0)";
    /// The outer condition is no repetition: on PostgreSQL it is what a second worker, having waited for the first
    /// one's lock, asks again of the row as it is then.
    OUTBOX_CLAIM = "UPDATE outbox SET ready_at = $1, attempts = attempts + 1 WHERE id IN \
        (SELECT id FROM outbox WHERE is_given_up = 0 AND ready_at <= $2 ORDER BY ready_at, id LIMIT $3) \
        AND is_given_up = 0 AND ready_at <= $2 \
        RETURNING id, case_id, topic, subject, not_before, attempts - 1";
    /// What still waits for its time; whatever a worker may have taken already is no longer ours to take back.
    OUTBOX_WITHDRAW = "DELETE FROM outbox WHERE case_id = $1 AND is_given_up = 0 AND ready_at > $2 AND not_before > $2";
    OUTBOX_DONE = "DELETE FROM outbox WHERE id = $1";
    OUTBOX_RETRY = "UPDATE outbox SET ready_at = $1, error = $2 WHERE id = $3";
    OUTBOX_GIVE_UP = "UPDATE outbox SET is_given_up = 1, error = $1 WHERE id = $2";
    OUTBOX_COUNT = "SELECT count(*) FROM outbox WHERE is_given_up = $1";

    // The catalogue.
    PROCEDURES_UNSEE = "UPDATE procedures SET is_in_last_import = 0 WHERE is_latest = 1 AND is_in_last_import = 1";
    PROCEDURE_SEE = "UPDATE procedures SET is_in_last_import = 1, is_public = $1 \
        WHERE code = $2 AND is_latest = 1 AND fingerprint = $3";
    PROCEDURE_SUPERSEDE = "UPDATE procedures SET is_latest = 0 WHERE code = $1 AND is_latest = 1";
    PROCEDURE_ADD = "INSERT INTO procedures (code, version, fingerprint, encoded, raw, seen_at, is_in_last_import, \
        is_public, is_latest) SELECT $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, 1, $6, 1 \
        FROM procedures WHERE code = $1";
    PROCEDURE_FIND = concat!("SELECT ", procedure_columns!(), " FROM procedures \
        WHERE code = $1 AND is_latest = 1");
    PROCEDURES_AFTER = concat!("SELECT ", procedure_columns!(), " FROM procedures \
        WHERE is_latest = 1 AND code > $1 ORDER BY code LIMIT $2");
    FINGERPRINTS = "SELECT code, fingerprint FROM procedures WHERE is_latest = 1 ORDER BY code";
    CONFIRMATIONS_DROP = "DELETE FROM confirmations WHERE code = $1";
    CONFIRMATION_ADD = "INSERT INTO confirmations (code, position, trap, path, raw, reason) \
        VALUES ($1, $2, $3, $4, $5, $6)";
    CONFIRMATIONS_AFTER = "SELECT code, trap, path, raw, reason FROM confirmations WHERE code IN \
        (SELECT DISTINCT code FROM confirmations WHERE code > $1 ORDER BY code LIMIT $2) ORDER BY code, position";
}
