-- Step 3 on SQLite.

-- A subject is unique under its issuer and nowhere else. Persons of step 1 have the issuer '' until the city that had
-- recognised them says who it was. A constraint of a column cannot be dropped here, so the table is made anew.
CREATE TABLE persons_3 (
    id              TEXT NOT NULL PRIMARY KEY,
    issuer          TEXT NOT NULL,
    subject         TEXT,
    name            TEXT NOT NULL,
    personal_number TEXT,
    born_on         TEXT,
    phone           TEXT,
    email           TEXT,
    address         TEXT
) STRICT;
INSERT INTO persons_3 SELECT id, '', subject, name, personal_number, born_on, phone, email, address FROM persons;
DROP TABLE persons;
ALTER TABLE persons_3 RENAME TO persons;
CREATE UNIQUE INDEX persons_by_subject ON persons (issuer, subject) WHERE subject IS NOT NULL;

-- Tokens of programs (mã truy cập của chương trình): a hash of what the program shows, who it stands for, and whether it
-- was taken back. A row stays when it is over.
CREATE TABLE api_tokens (
    id          TEXT    NOT NULL PRIMARY KEY,
    token_hash  BLOB    NOT NULL UNIQUE,
    name        TEXT    NOT NULL,
    holder_kind TEXT    NOT NULL,
    holder      TEXT    NOT NULL,
    made_at     INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL,
    revoked_at  INTEGER
) STRICT;

-- Uploads by person, for what one may send in a day; and those of which nobody knows yet whether a case refers to
-- them.
ALTER TABLE files ADD COLUMN is_settled INTEGER NOT NULL DEFAULT 0;
CREATE INDEX files_of_owner ON files (owner, at) WHERE owner IS NOT NULL;
CREATE INDEX uploads_unsettled ON files (id) WHERE owner IS NOT NULL AND is_settled = 0;
CREATE INDEX files_of_content ON files (hash);
