-- Cases before the return, signs of vulnerability and the order of triage, steps that are due, reopening.

ALTER TABLE cases DROP CONSTRAINT cases_state_check, DROP CONSTRAINT cases_source_check, DROP CONSTRAINT cases_return_known;
ALTER TABLE cases
    ADD COLUMN triage_order      integer NOT NULL DEFAULT 0,
    ADD COLUMN urgent            boolean NOT NULL DEFAULT false,
    ADD COLUMN consent_given_on  date,
    ADD COLUMN consent_form      text,
    ADD COLUMN consent_language  text,
    ADD COLUMN left_again_on     date,
    ADD COLUMN next_departure_id uuid,
    ADD CONSTRAINT cases_state CHECK (state IN ('BeforeReturn', 'Opened', 'Assigned', 'PlanAgreed', 'Closed')),
    ADD CONSTRAINT cases_source CHECK (source IN ('Return', 'WalkIn', 'BeforeReturn')),
    ADD CONSTRAINT cases_return_known CHECK (source <> 'Return' OR return_id IS NOT NULL),
    ADD CONSTRAINT cases_consent CHECK (source <> 'BeforeReturn' OR (consent_given_on IS NOT NULL AND consent_form IS NOT NULL AND consent_language IS NOT NULL)),
    ADD CONSTRAINT cases_before_return CHECK (state <> 'BeforeReturn' OR source = 'BeforeReturn'),
    ADD CONSTRAINT cases_left_again CHECK (next_departure_id IS NULL OR left_again_on IS NOT NULL);
CREATE INDEX cases_in_order ON cases (country, triage_order DESC, id);
CREATE INDEX cases_of_counsellor ON cases (counsellor) WHERE state <> 'Closed';

CREATE TABLE case_signs (
    id             uuid PRIMARY KEY,
    case_id        uuid NOT NULL REFERENCES cases,
    code           text NOT NULL,
    seen_on        date NOT NULL,
    said_by        text NOT NULL CHECK (said_by IN ('Worker', 'Family', 'Counsellor', 'Partner', 'Authority')),
    reason         text NOT NULL CHECK (length(reason) > 0),
    recorded_by    text NOT NULL,
    lifted_on      date,
    lifted_by      text,
    lifted_because text,
    CONSTRAINT case_signs_lifted CHECK ((lifted_on IS NULL) = (lifted_by IS NULL) AND (lifted_on IS NULL) = (lifted_because IS NULL))
);
COMMENT ON TABLE case_signs IS 'Signs that a worker needs help sooner, each with its reason and who said so. Lifted, never deleted.';
CREATE UNIQUE INDEX case_signs_once ON case_signs (case_id, code) WHERE lifted_on IS NULL;
REVOKE DELETE ON case_signs FROM ":app";

CREATE TABLE case_reopenings (
    case_id     uuid    NOT NULL REFERENCES cases,
    number      integer NOT NULL CHECK (number >= 1),
    reopened_on date    NOT NULL,
    reopened_by text    NOT NULL,
    reason      text    NOT NULL CHECK (length(reason) > 0),
    closed_on   date    NOT NULL,
    outcome     text    NOT NULL,
    PRIMARY KEY (case_id, number)
);
COMMENT ON TABLE case_reopenings IS 'How a case had been closed before it was opened again, and why it was. Never changed.';
REVOKE UPDATE, DELETE ON case_reopenings FROM ":app";

CREATE TABLE step_watches (
    step       text NOT NULL,
    subject_id uuid NOT NULL,
    case_id    uuid NOT NULL REFERENCES cases,
    due_on     date NOT NULL,
    PRIMARY KEY (step, subject_id)
);
COMMENT ON TABLE step_watches IS 'Steps that are due. A row is gone when the step was taken, or when its day has passed and a work item says so.';
CREATE INDEX step_watches_due ON step_watches (due_on);
CREATE INDEX step_watches_case ON step_watches (case_id);
