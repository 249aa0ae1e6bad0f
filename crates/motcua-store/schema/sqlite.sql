-- Step 1 on SQLite. Moments are milliseconds since 1970 in UTC, truth values are 0 and 1, identifiers are
-- lower-case UUID text, hashes and encoded records are bytes.
--
-- There are no foreign keys: persons, notes and answers are destroyed by law one day, and what points to them
-- stays (house invariant 12).

-- The log: what happened, in the order in which it became true. It is never updated.
CREATE TABLE events (
    position     INTEGER PRIMARY KEY,
    stream_kind  TEXT    NOT NULL,
    stream_id    TEXT    NOT NULL,
    version      INTEGER NOT NULL CHECK (version > 0),
    at           INTEGER NOT NULL,
    by_kind      TEXT    NOT NULL,
    by_id        TEXT,
    by_role      TEXT,
    name         TEXT    NOT NULL,
    format       INTEGER NOT NULL,
    payload      TEXT    NOT NULL,
    legal_ground TEXT    NOT NULL,
    UNIQUE (stream_id, stream_kind, version)
) STRICT;

-- The readable side of a case. Nobody's holder is '' and a moment that never comes is a far one, because NULL
-- sorts first here and last on PostgreSQL, and a comparison skips it.
CREATE TABLE cases (
    id                  TEXT    NOT NULL PRIMARY KEY,
    version             INTEGER NOT NULL,
    reference           TEXT    NOT NULL UNIQUE,
    number              TEXT    UNIQUE,
    procedure           TEXT    NOT NULL,
    step                TEXT    NOT NULL,
    applicant           TEXT    NOT NULL,
    received_at         TEXT    NOT NULL,
    competent           TEXT    NOT NULL,
    holder              TEXT    NOT NULL,
    channel             TEXT    NOT NULL,
    sent_at             INTEGER NOT NULL,
    due_at              INTEGER NOT NULL,
    is_paused           INTEGER NOT NULL,
    is_answered         INTEGER NOT NULL,
    is_withdrawal_asked INTEGER NOT NULL,
    issued_at           INTEGER,
    is_on_time          INTEGER
) STRICT;
CREATE INDEX cases_of_desk ON cases (received_at, step, due_at, id);
CREATE INDEX cases_of_agency ON cases (competent, step, due_at, id);
CREATE INDEX cases_of_holder ON cases (holder, due_at, id) WHERE holder <> '';
CREATE INDEX cases_of_applicant ON cases (applicant, sent_at, id);
CREATE INDEX cases_by_step ON cases (step, due_at, id);

CREATE TABLE persons (
    id              TEXT NOT NULL PRIMARY KEY,
    subject         TEXT UNIQUE,
    name            TEXT NOT NULL,
    personal_number TEXT,
    born_on         TEXT,
    phone           TEXT,
    email           TEXT,
    address         TEXT
) STRICT;

CREATE TABLE staff (
    id        TEXT    NOT NULL PRIMARY KEY,
    name      TEXT    NOT NULL,
    agency    TEXT    NOT NULL,
    unit      TEXT    NOT NULL,
    roles     TEXT    NOT NULL,
    is_active INTEGER NOT NULL
) STRICT;
CREATE INDEX staff_of_agency ON staff (agency);

CREATE TABLE passkeys (
    credential  BLOB    NOT NULL PRIMARY KEY,
    staff       TEXT    NOT NULL,
    payload     TEXT    NOT NULL,
    enrolled_at INTEGER NOT NULL
) STRICT;
CREATE INDEX passkeys_of_staff ON passkeys (staff);

CREATE TABLE answer_sets (
    id      TEXT NOT NULL PRIMARY KEY,
    case_id TEXT NOT NULL,
    form    TEXT NOT NULL,
    answers TEXT NOT NULL
) STRICT;

CREATE TABLE notes (
    id      TEXT NOT NULL PRIMARY KEY,
    case_id TEXT NOT NULL,
    text    TEXT NOT NULL
) STRICT;
CREATE INDEX notes_of_case ON notes (case_id, id);

CREATE TABLE files (
    id         TEXT    NOT NULL PRIMARY KEY,
    name       TEXT    NOT NULL,
    media_type TEXT    NOT NULL,
    size       INTEGER NOT NULL,
    hash       BLOB    NOT NULL,
    pages      INTEGER NOT NULL,
    owner      TEXT,
    at         INTEGER NOT NULL
) STRICT;

CREATE TABLE papers (
    id      TEXT    NOT NULL PRIMARY KEY,
    case_id TEXT    NOT NULL,
    kind    TEXT    NOT NULL,
    file    TEXT    NOT NULL,
    at      INTEGER NOT NULL
) STRICT;
CREATE INDEX papers_of_case ON papers (case_id, at, id);

CREATE TABLE notices (
    id      TEXT    NOT NULL PRIMARY KEY,
    person  TEXT    NOT NULL,
    case_id TEXT    NOT NULL,
    key     TEXT    NOT NULL,
    at      INTEGER NOT NULL
) STRICT;
CREATE INDEX notices_of_person ON notices (person, at, id);

CREATE TABLE drafts (
    id        TEXT    NOT NULL PRIMARY KEY,
    person    TEXT    NOT NULL,
    procedure TEXT    NOT NULL,
    form      TEXT    NOT NULL,
    answers   TEXT    NOT NULL,
    papers    TEXT    NOT NULL,
    version   INTEGER NOT NULL,
    saved_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX drafts_of_person ON drafts (person, saved_at, id);

-- Messages that wait to leave. `ready_at` is the only clock: at first the message's own `not_before`, then the
-- end of a lease, then the moment of the next try.
CREATE TABLE outbox (
    id          TEXT    NOT NULL PRIMARY KEY,
    case_id     TEXT,
    topic       TEXT    NOT NULL,
    subject     TEXT    NOT NULL,
    not_before  INTEGER NOT NULL,
    ready_at    INTEGER NOT NULL,
    attempts    INTEGER NOT NULL,
    is_given_up INTEGER NOT NULL,
    error       TEXT
) STRICT;
CREATE INDEX outbox_waiting ON outbox (is_given_up, ready_at, id);

-- Who looked at what (nhật ký truy cập). It is never updated.
CREATE TABLE accesses (
    position INTEGER PRIMARY KEY,
    at       INTEGER NOT NULL,
    by_kind  TEXT    NOT NULL,
    by_id    TEXT,
    by_role  TEXT,
    agency   TEXT,
    person   TEXT,
    case_id  TEXT,
    what     TEXT    NOT NULL,
    ground   TEXT    NOT NULL
) STRICT;
CREATE INDEX accesses_of_person ON accesses (person, at, position) WHERE person IS NOT NULL;

CREATE TABLE idempotency_keys (
    key         TEXT NOT NULL PRIMARY KEY,
    fingerprint BLOB NOT NULL,
    answer      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Running numbers: the last of each series, and every one that was given with the case it was given to.
CREATE TABLE number_series (
    series TEXT    NOT NULL PRIMARY KEY,
    last   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE numbers_given (
    series   TEXT    NOT NULL,
    sequence INTEGER NOT NULL,
    case_id  TEXT    NOT NULL,
    given_at INTEGER,
    PRIMARY KEY (series, sequence)
) STRICT, WITHOUT ROWID;

-- Sessions and tickets: only hashes of what the holder shows.
CREATE TABLE sessions (
    token_hash  BLOB    NOT NULL PRIMARY KEY,
    holder_kind TEXT    NOT NULL,
    holder      TEXT    NOT NULL,
    began_at    INTEGER NOT NULL,
    seen_at     INTEGER NOT NULL
) STRICT;
CREATE TABLE tickets (
    secret_hash BLOB    NOT NULL,
    purpose     TEXT    NOT NULL,
    payload     TEXT    NOT NULL,
    expires_at  INTEGER NOT NULL,
    PRIMARY KEY (secret_hash, purpose)
) STRICT;
CREATE INDEX sessions_by_use ON sessions (seen_at);
CREATE INDEX tickets_by_end ON tickets (expires_at);

-- Every version of every procedure that was ever imported.
CREATE TABLE procedures (
    code              TEXT    NOT NULL,
    version           INTEGER NOT NULL,
    fingerprint       TEXT    NOT NULL,
    encoded           BLOB    NOT NULL,
    raw               BLOB    NOT NULL,
    seen_at           INTEGER NOT NULL,
    is_in_last_import INTEGER NOT NULL,
    is_public         INTEGER NOT NULL,
    is_latest         INTEGER NOT NULL,
    PRIMARY KEY (code, version)
) STRICT;
CREATE UNIQUE INDEX procedures_latest ON procedures (code) WHERE is_latest = 1;
CREATE TABLE confirmations (
    code     TEXT    NOT NULL,
    position INTEGER NOT NULL,
    trap     TEXT    NOT NULL,
    path     TEXT    NOT NULL,
    raw      TEXT    NOT NULL,
    reason   TEXT    NOT NULL,
    PRIMARY KEY (code, position)
) STRICT, WITHOUT ROWID;
