-- Step 8: the counter: who fills a draft in for somebody, how people are found there, and what money came.
ALTER TABLE drafts ADD COLUMN officer TEXT COLLATE "C";
CREATE INDEX drafts_of_officer ON drafts (officer, saved_at, id) WHERE officer IS NOT NULL;
CREATE INDEX persons_by_birth ON persons (born_on, name) WHERE born_on IS NOT NULL;
-- One person is registered at desks once, whichever desk was first.
CREATE UNIQUE INDEX persons_at_desk ON persons (personal_number)
    WHERE subject IS NULL AND personal_number IS NOT NULL;

-- What desks took and paid back (sổ thu), written with the event that it is of. A row gets its closing once and is
-- otherwise never changed; the amount of money paid back is negative.
CREATE TABLE takings (
    case_id     TEXT COLLATE "C" NOT NULL,
    event       BIGINT NOT NULL,
    desk        TEXT COLLATE "C" NOT NULL,
    at          BIGINT NOT NULL,
    officer     TEXT COLLATE "C",
    name        TEXT COLLATE "C" NOT NULL,
    kind        TEXT COLLATE "C" NOT NULL,
    method      TEXT COLLATE "C" NOT NULL,
    amount      BIGINT NOT NULL,
    series_year BIGINT NOT NULL,
    receipt     BIGINT NOT NULL,
    closing     BIGINT,
    PRIMARY KEY (case_id, event)
);
CREATE INDEX takings_open ON takings (desk, at) WHERE closing IS NULL;
CREATE INDEX takings_of_closing ON takings (desk, closing) WHERE closing IS NOT NULL;

-- Closings of a desk's takings (khoá sổ cuối ngày): an act on record; a row is never changed.
CREATE TABLE closings (
    desk     TEXT COLLATE "C" NOT NULL,
    sequence BIGINT NOT NULL,
    at       BIGINT NOT NULL,
    officer  TEXT COLLATE "C" NOT NULL,
    cash     BIGINT NOT NULL,
    counted  BIGINT NOT NULL,
    total    BIGINT NOT NULL,
    entries  BIGINT NOT NULL,
    reason   TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (desk, sequence)
);
