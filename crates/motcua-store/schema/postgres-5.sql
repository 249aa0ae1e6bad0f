-- What officers keep for themselves, the time that files were open, and the index of people by name and number.
CREATE TABLE saved_views (
    staff       TEXT COLLATE "C" NOT NULL,
    name        TEXT COLLATE "C" NOT NULL,
    queue       TEXT COLLATE "C" NOT NULL,
    procedure   TEXT COLLATE "C",
    channel     TEXT COLLATE "C",
    received_at TEXT COLLATE "C",
    version     BIGINT NOT NULL,
    PRIMARY KEY (staff, name)
);
CREATE TABLE private_notes (
    staff       TEXT COLLATE "C" NOT NULL,
    case_id     TEXT COLLATE "C" NOT NULL,
    text        TEXT COLLATE "C" NOT NULL,
    version     BIGINT NOT NULL,
    saved_at    BIGINT NOT NULL,
    PRIMARY KEY (staff, case_id)
);

-- The file that a member has open now, and how long each was open before.
CREATE TABLE open_files (
    staff       TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    case_id     TEXT COLLATE "C" NOT NULL,
    since       BIGINT NOT NULL
);
CREATE TABLE time_open (
    case_id     TEXT COLLATE "C" NOT NULL,
    staff       TEXT COLLATE "C" NOT NULL,
    millis      BIGINT NOT NULL,
    times       BIGINT NOT NULL,
    PRIMARY KEY (case_id, staff)
);

-- The name without marks, and its words backwards: people are looked for by how a name begins, or by its last words.
ALTER TABLE persons ADD COLUMN name_folded TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE persons ADD COLUMN name_backwards TEXT COLLATE "C" NOT NULL DEFAULT '';
CREATE INDEX persons_by_name ON persons (name_folded);
CREATE INDEX persons_by_last_words ON persons (name_backwards);
CREATE INDEX persons_by_number ON persons (personal_number) WHERE personal_number IS NOT NULL;
