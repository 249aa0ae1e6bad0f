-- Step 4: whose turn a case is, and who else takes part in it.
ALTER TABLE cases ADD COLUMN hands TEXT NOT NULL DEFAULT '';
-- Agencies and colleagues as they are now, each between bars: |agency:48.x|staff:…|
ALTER TABLE cases ADD COLUMN parties TEXT NOT NULL DEFAULT '';
UPDATE cases SET hands = CASE
    WHEN step IN ('sent', 'accepted') THEN 'receiving_officer'
    WHEN step = 'supplement_after_appraisal' AND is_answered = 1 THEN 'receiving_officer'
    WHEN step IN ('supplement_at_intake', 'supplement_after_appraisal') THEN 'applicant'
    WHEN step = 'handed_over' THEN 'division_head'
    WHEN step = 'appraisal' THEN 'specialist'
    WHEN step = 'leader_signing' THEN 'signatory'
    WHEN step = 'clerk_issuing' THEN 'clerk'
    WHEN step = 'ready' THEN 'returning_officer'
    ELSE 'nobody' END;
-- The way to the cases of a party. It may know more than the case does: a move that was taken back stays here, and
-- cases.parties has the last word.
CREATE TABLE case_parties (
    party   TEXT NOT NULL,
    case_id TEXT NOT NULL,
    PRIMARY KEY (party, case_id)
) STRICT, WITHOUT ROWID;
