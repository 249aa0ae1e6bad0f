-- Step 2: marks that few cases of an agency have at any moment, each with a walk of its own in the order of lists.
CREATE INDEX cases_of_desk_answered ON cases (received_at, due_at, id) WHERE is_answered = 1;
CREATE INDEX cases_of_agency_answered ON cases (competent, due_at, id) WHERE is_answered = 1;
CREATE INDEX cases_of_desk_withdrawal ON cases (received_at, due_at, id) WHERE is_withdrawal_asked = 1;
CREATE INDEX cases_of_agency_withdrawal ON cases (competent, due_at, id) WHERE is_withdrawal_asked = 1;
CREATE INDEX cases_of_desk_paused ON cases (received_at, due_at, id) WHERE is_paused = 1;
CREATE INDEX cases_of_agency_paused ON cases (competent, due_at, id) WHERE is_paused = 1;
