-- What reports and the register read of a case. Rows of before are made anew from their logs after this step.
ALTER TABLE cases ADD COLUMN result TEXT;
ALTER TABLE cases ADD COLUMN returned_at INTEGER;
ALTER TABLE cases ADD COLUMN accepted_at INTEGER;
ALTER TABLE cases ADD COLUMN law_due_at INTEGER;
ALTER TABLE cases ADD COLUMN extended_at INTEGER;
ALTER TABLE cases ADD COLUMN paused_since INTEGER;
ALTER TABLE cases ADD COLUMN ended_at INTEGER;
ALTER TABLE cases ADD COLUMN ending TEXT;

-- The register (sổ theo dõi) in the order of acceptance, and what ended in a period. Lists of cases ask for neither, and
-- must not be led here.
CREATE INDEX cases_accepted_at_desk ON cases (received_at, accepted_at, id) WHERE accepted_at IS NOT NULL;
CREATE INDEX cases_accepted_by_agency ON cases (competent, accepted_at, id) WHERE accepted_at IS NOT NULL;
CREATE INDEX cases_ended_at_desk ON cases (received_at, ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX cases_ended_by_agency ON cases (competent, ended_at) WHERE ended_at IS NOT NULL;
