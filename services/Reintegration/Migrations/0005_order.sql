-- The order of triage moves with the calendar; what is known of an exit while a case is open; a grant is in its budget's currency.

ALTER TABLE cases
    ADD COLUMN triage_changes_on      date,
    ADD COLUMN last_exit_on           date,
    ADD COLUMN last_exit_departure_id uuid,
    ADD CONSTRAINT cases_last_exit CHECK (last_exit_departure_id IS NULL OR last_exit_on IS NOT NULL);
COMMENT ON COLUMN cases.triage_changes_on IS 'The first day on which the order is another one although nothing was recorded: a sign ceases to count, somebody has waited longer, a weight begins or ends. Null when no such day is known.';
CREATE INDEX cases_triage_changes ON cases (triage_changes_on) WHERE state <> 'Closed';
UPDATE cases SET triage_changes_on = returned_on WHERE state <> 'Closed';

ALTER TABLE case_signs
    ADD COLUMN counts_until date,
    ADD CONSTRAINT case_signs_counts_until CHECK (counts_until >= seen_on);

ALTER TABLE grant_budgets ADD CONSTRAINT grant_budgets_currency UNIQUE (id, currency);
ALTER TABLE grants ADD CONSTRAINT grants_currency_of_budget FOREIGN KEY (budget_id, currency) REFERENCES grant_budgets (id, currency);
