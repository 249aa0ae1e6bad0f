-- Step 1 on PostgreSQL. Moments are milliseconds since 1970 in UTC, truth values are 0 and 1, identifiers are
-- lower-case UUID text, hashes and encoded records are bytes. Text is in the order of its bytes, as on SQLite.
--
-- There are no foreign keys: persons, notes and answers are destroyed by law one day, and what points to them
-- stays (house invariant 12).

-- The log: what happened, in the order in which it became true. It is never updated.
CREATE TABLE events (
    position     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    stream_kind  TEXT COLLATE "C" NOT NULL,
    stream_id    TEXT COLLATE "C" NOT NULL,
    version      BIGINT NOT NULL CHECK (version > 0),
    at           BIGINT NOT NULL,
    by_kind      TEXT COLLATE "C" NOT NULL,
    by_id        TEXT COLLATE "C",
    by_role      TEXT COLLATE "C",
    name         TEXT COLLATE "C" NOT NULL,
    format       BIGINT NOT NULL,
    payload      TEXT COLLATE "C" NOT NULL,
    legal_ground TEXT COLLATE "C" NOT NULL,
    UNIQUE (stream_id, stream_kind, version)
);

-- The readable side of a case. Nobody's holder is '' and a moment that never comes is a far one, because NULL
-- sorts last here and first on SQLite, and a comparison skips it.
CREATE TABLE cases (
    id                  TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    version             BIGINT NOT NULL,
    reference           TEXT COLLATE "C" NOT NULL UNIQUE,
    number              TEXT COLLATE "C" UNIQUE,
    procedure           TEXT COLLATE "C" NOT NULL,
    step                TEXT COLLATE "C" NOT NULL,
    applicant           TEXT COLLATE "C" NOT NULL,
    received_at         TEXT COLLATE "C" NOT NULL,
    competent           TEXT COLLATE "C" NOT NULL,
    holder              TEXT COLLATE "C" NOT NULL,
    channel             TEXT COLLATE "C" NOT NULL,
    sent_at             BIGINT NOT NULL,
    due_at              BIGINT NOT NULL,
    is_paused           BIGINT NOT NULL,
    is_answered         BIGINT NOT NULL,
    is_withdrawal_asked BIGINT NOT NULL,
    issued_at           BIGINT,
    is_on_time          BIGINT
);
CREATE INDEX cases_of_desk ON cases (received_at, step, due_at, id);
CREATE INDEX cases_of_agency ON cases (competent, step, due_at, id);
CREATE INDEX cases_of_holder ON cases (holder, due_at, id) WHERE holder <> '';
CREATE INDEX cases_of_applicant ON cases (applicant, sent_at, id);
CREATE INDEX cases_by_step ON cases (step, due_at, id);

CREATE TABLE persons (
    id              TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    subject         TEXT COLLATE "C" UNIQUE,
    name            TEXT COLLATE "C" NOT NULL,
    personal_number TEXT COLLATE "C",
    born_on         TEXT COLLATE "C",
    phone           TEXT COLLATE "C",
    email           TEXT COLLATE "C",
    address         TEXT COLLATE "C"
);

CREATE TABLE staff (
    id        TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name      TEXT COLLATE "C" NOT NULL,
    agency    TEXT COLLATE "C" NOT NULL,
    unit      TEXT COLLATE "C" NOT NULL,
    roles     TEXT COLLATE "C" NOT NULL,
    is_active BIGINT NOT NULL
);
CREATE INDEX staff_of_agency ON staff (agency);

CREATE TABLE passkeys (
    credential  BYTEA    NOT NULL PRIMARY KEY,
    staff       TEXT COLLATE "C" NOT NULL,
    payload     TEXT COLLATE "C" NOT NULL,
    enrolled_at BIGINT NOT NULL
);
CREATE INDEX passkeys_of_staff ON passkeys (staff);

CREATE TABLE answer_sets (
    id      TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    case_id TEXT COLLATE "C" NOT NULL,
    form    TEXT COLLATE "C" NOT NULL,
    answers TEXT COLLATE "C" NOT NULL
);

CREATE TABLE notes (
    id      TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    case_id TEXT COLLATE "C" NOT NULL,
    text    TEXT COLLATE "C" NOT NULL
);
CREATE INDEX notes_of_case ON notes (case_id, id);

CREATE TABLE files (
    id         TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name       TEXT COLLATE "C" NOT NULL,
    media_type TEXT COLLATE "C" NOT NULL,
    size       BIGINT NOT NULL,
    hash       BYTEA    NOT NULL,
    pages      BIGINT NOT NULL,
    owner      TEXT COLLATE "C",
    at         BIGINT NOT NULL
);

CREATE TABLE papers (
    id      TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    case_id TEXT COLLATE "C" NOT NULL,
    kind    TEXT COLLATE "C" NOT NULL,
    file    TEXT COLLATE "C" NOT NULL,
    at      BIGINT NOT NULL
);
CREATE INDEX papers_of_case ON papers (case_id, at, id);

CREATE TABLE notices (
    id      TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    person  TEXT COLLATE "C" NOT NULL,
    case_id TEXT COLLATE "C" NOT NULL,
    key     TEXT COLLATE "C" NOT NULL,
    at      BIGINT NOT NULL
);
CREATE INDEX notices_of_person ON notices (person, at, id);

CREATE TABLE drafts (
    id        TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    person    TEXT COLLATE "C" NOT NULL,
    procedure TEXT COLLATE "C" NOT NULL,
    form      TEXT COLLATE "C" NOT NULL,
    answers   TEXT COLLATE "C" NOT NULL,
    papers    TEXT COLLATE "C" NOT NULL,
    version   BIGINT NOT NULL,
    saved_at  BIGINT NOT NULL
);
CREATE INDEX drafts_of_person ON drafts (person, saved_at, id);

-- Messages that wait to leave. `ready_at` is the only clock: at first the message's own `not_before`, then the
-- end of a lease, then the moment of the next try.
CREATE TABLE outbox (
    id          TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    case_id     TEXT COLLATE "C",
    topic       TEXT COLLATE "C" NOT NULL,
    subject     TEXT COLLATE "C" NOT NULL,
    not_before  BIGINT NOT NULL,
    ready_at    BIGINT NOT NULL,
    attempts    BIGINT NOT NULL,
    is_given_up BIGINT NOT NULL,
    error       TEXT COLLATE "C"
);
CREATE INDEX outbox_waiting ON outbox (is_given_up, ready_at, id);

-- Who looked at what (nhật ký truy cập). It is never updated.
CREATE TABLE accesses (
    position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       BIGINT NOT NULL,
    by_kind  TEXT COLLATE "C" NOT NULL,
    by_id    TEXT COLLATE "C",
    by_role  TEXT COLLATE "C",
    agency   TEXT COLLATE "C",
    person   TEXT COLLATE "C",
    case_id  TEXT COLLATE "C",
    what     TEXT COLLATE "C" NOT NULL,
    ground   TEXT COLLATE "C" NOT NULL
);
CREATE INDEX accesses_of_person ON accesses (person, at, position) WHERE person IS NOT NULL;

CREATE TABLE idempotency_keys (
    key         TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    fingerprint BYTEA NOT NULL,
    answer      TEXT COLLATE "C" NOT NULL
);

-- Running numbers: the last of each series, and every one that was given with the case it was given to.
CREATE TABLE number_series (
    series TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    last   BIGINT NOT NULL
);
CREATE TABLE numbers_given (
    series   TEXT COLLATE "C" NOT NULL,
    sequence BIGINT NOT NULL,
    case_id  TEXT COLLATE "C" NOT NULL,
    given_at BIGINT,
    PRIMARY KEY (series, sequence)
);

-- Sessions and tickets: only hashes of what the holder shows.
CREATE TABLE sessions (
    token_hash  BYTEA    NOT NULL PRIMARY KEY,
    holder_kind TEXT COLLATE "C" NOT NULL,
    holder      TEXT COLLATE "C" NOT NULL,
    began_at    BIGINT NOT NULL,
    seen_at     BIGINT NOT NULL
);
CREATE TABLE tickets (
    secret_hash BYTEA    NOT NULL,
    purpose     TEXT COLLATE "C" NOT NULL,
    payload     TEXT COLLATE "C" NOT NULL,
    expires_at  BIGINT NOT NULL,
    PRIMARY KEY (secret_hash, purpose)
);
CREATE INDEX sessions_by_use ON sessions (seen_at);
CREATE INDEX tickets_by_end ON tickets (expires_at);

-- Every version of every procedure that was ever imported.
CREATE TABLE procedures (
    code              TEXT COLLATE "C" NOT NULL,
    version           BIGINT NOT NULL,
    fingerprint       TEXT COLLATE "C" NOT NULL,
    encoded           BYTEA    NOT NULL,
    raw               BYTEA    NOT NULL,
    seen_at           BIGINT NOT NULL,
    is_in_last_import BIGINT NOT NULL,
    is_public         BIGINT NOT NULL,
    is_latest         BIGINT NOT NULL,
    PRIMARY KEY (code, version)
);
CREATE UNIQUE INDEX procedures_latest ON procedures (code) WHERE is_latest = 1;
CREATE TABLE confirmations (
    code     TEXT COLLATE "C" NOT NULL,
    position BIGINT NOT NULL,
    trap     TEXT COLLATE "C" NOT NULL,
    path     TEXT COLLATE "C" NOT NULL,
    raw      TEXT COLLATE "C" NOT NULL,
    reason   TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (code, position)
);

-- Refuses a statement of a commit that did not touch the one row it had to: somebody else was first. It lets a
-- whole commit be one statement, and so one round trip.
CREATE FUNCTION motcua_expect(touched BIGINT, what TEXT) RETURNS BIGINT LANGUAGE plpgsql AS $$
BEGIN
    IF touched <> 1 THEN
        RAISE EXCEPTION 'somebody else was first' USING ERRCODE = 'MC001', DETAIL = what;
    END IF;
    RETURN touched;
END
$$;
