-- Step 3 on PostgreSQL. Why: sqlite-3.sql.

ALTER TABLE persons ADD COLUMN issuer TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE persons ALTER COLUMN issuer DROP DEFAULT;
ALTER TABLE persons DROP CONSTRAINT persons_subject_key;
CREATE UNIQUE INDEX persons_by_subject ON persons (issuer, subject) WHERE subject IS NOT NULL;

CREATE TABLE api_tokens (
    id          TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    token_hash  BYTEA  NOT NULL UNIQUE,
    name        TEXT COLLATE "C" NOT NULL,
    holder_kind TEXT COLLATE "C" NOT NULL,
    holder      TEXT COLLATE "C" NOT NULL,
    made_at     BIGINT NOT NULL,
    expires_at  BIGINT NOT NULL,
    revoked_at  BIGINT
);

ALTER TABLE files ADD COLUMN is_settled BIGINT NOT NULL DEFAULT 0;
CREATE INDEX files_of_owner ON files (owner, at) WHERE owner IS NOT NULL;
CREATE INDEX uploads_unsettled ON files (id) WHERE owner IS NOT NULL AND is_settled = 0;
CREATE INDEX files_of_content ON files (hash);
