-- Step 4: who takes part in a case beside its agency.
-- Agencies and colleagues as they are now, each between bars: |agency:48.x|staff:…|
ALTER TABLE cases ADD COLUMN parties TEXT NOT NULL DEFAULT '';
-- The way to the cases of a party. It may know more than the case does: a move that was taken back stays here, and
-- cases.parties has the last word.
CREATE TABLE case_parties (
    party   TEXT NOT NULL,
    case_id TEXT NOT NULL,
    PRIMARY KEY (party, case_id)
) STRICT, WITHOUT ROWID;
