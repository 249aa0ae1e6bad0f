-- Step 7: how far reconcilers have come on their way through the cases.
CREATE TABLE passes (
    name      TEXT    NOT NULL PRIMARY KEY,
    target    INTEGER NOT NULL,
    after_id  TEXT,
    looked_at INTEGER NOT NULL,
    total     INTEGER NOT NULL,
    is_done   INTEGER NOT NULL,
    version   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX cases_unresolved ON cases (id) WHERE number IS NOT NULL AND issued_at IS NULL;
