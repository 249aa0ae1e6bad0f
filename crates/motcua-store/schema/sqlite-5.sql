-- What officers keep for themselves, the time that files were open, and the index of people by name and number.
CREATE TABLE saved_views (
    staff       TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    queue       TEXT    NOT NULL,
    procedure   TEXT,
    channel     TEXT,
    received_at TEXT,
    version     INTEGER NOT NULL,
    PRIMARY KEY (staff, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE private_notes (
    staff    TEXT    NOT NULL,
    case_id  TEXT    NOT NULL,
    text     TEXT    NOT NULL,
    version  INTEGER NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (staff, case_id)
) STRICT, WITHOUT ROWID;

-- The file that a member has open now, and how long each was open before.
CREATE TABLE open_files (
    staff   TEXT    NOT NULL PRIMARY KEY,
    case_id TEXT    NOT NULL,
    since   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE time_open (
    case_id TEXT    NOT NULL,
    staff   TEXT    NOT NULL,
    millis  INTEGER NOT NULL,
    times   INTEGER NOT NULL,
    PRIMARY KEY (case_id, staff)
) STRICT, WITHOUT ROWID;

-- The name without marks, and its words backwards: people are looked for by how a name begins, or by its last words.
ALTER TABLE persons ADD COLUMN name_folded TEXT NOT NULL DEFAULT '';
ALTER TABLE persons ADD COLUMN name_backwards TEXT NOT NULL DEFAULT '';
CREATE INDEX persons_by_name ON persons (name_folded);
CREATE INDEX persons_by_last_words ON persons (name_backwards);
CREATE INDEX persons_by_number ON persons (personal_number) WHERE personal_number IS NOT NULL;
