-- Step 7: how far reconcilers have come on their way through the cases.
CREATE TABLE passes (
    name      TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    target    BIGINT NOT NULL,
    after_id  TEXT COLLATE "C",
    looked_at BIGINT NOT NULL,
    total     BIGINT NOT NULL,
    is_done   BIGINT NOT NULL,
    version   BIGINT NOT NULL
);
CREATE INDEX cases_unresolved ON cases (id) WHERE number IS NOT NULL AND issued_at IS NULL;
