ALTER TABLE complaints DROP CONSTRAINT complaints_state;
ALTER TABLE complaints
    ALTER COLUMN state TYPE varchar(10),
    ADD COLUMN agency_id              uuid REFERENCES agencies,
    ADD COLUMN cause                  varchar(20),
    ADD COLUMN name_withheld          boolean     NOT NULL DEFAULT false,
    ADD COLUMN retaliation            boolean     NOT NULL DEFAULT false,
    ADD COLUMN escalation             integer     NOT NULL DEFAULT 0,
    ADD COLUMN answer_due_on          date,
    ADD COLUMN answered_on            date,
    ADD COLUMN finding                varchar(12),
    ADD COLUMN found_on               date,
    ADD COLUMN found_by               text,
    ADD COLUMN appealed               boolean     NOT NULL DEFAULT false,
    ADD COLUMN remedy                 varchar(13),
    ADD COLUMN remedy_amount_minor    bigint,
    ADD COLUMN remedy_amount_currency char(3),
    ADD COLUMN close_by               date,
    ADD COLUMN closed_on              date,
    ADD COLUMN version                bigint      NOT NULL DEFAULT 1;
UPDATE complaints SET close_by = due_on + 90, agency_id = (SELECT agency_id FROM contracts WHERE contracts.id = complaints.contract_id);
ALTER TABLE complaints
    ALTER COLUMN close_by SET NOT NULL,
    ADD CONSTRAINT complaints_state CHECK (state IN ('Opened', 'AnswerDue', 'Mediation', 'RemedyDue', 'Remedied', 'Dismissed', 'Appealed', 'Closed', 'Withdrawn')),
    ADD CONSTRAINT complaints_finding CHECK (finding IN ('Upheld', 'PartlyUpheld', 'Unfounded')),
    ADD CONSTRAINT complaints_remedy CHECK (remedy IN ('Repayment', 'WagesPaid', 'PapersBack', 'ContractKept', 'Other')),
    ADD CONSTRAINT complaints_found_is_dated CHECK ((finding IS NULL) = (found_on IS NULL) AND (finding IS NULL) = (found_by IS NULL)),
    ADD CONSTRAINT complaints_remedy_is_found CHECK ((remedy IS NOT NULL) = coalesce(finding IN ('Upheld', 'PartlyUpheld'), false)),
    ADD CONSTRAINT complaints_remedy_amount CHECK ((remedy_amount_minor IS NOT NULL) = (remedy IS NOT NULL AND remedy IN ('Repayment', 'WagesPaid')) AND (remedy_amount_minor IS NULL) = (remedy_amount_currency IS NULL) AND remedy_amount_minor > 0),
    ADD CONSTRAINT complaints_closed_is_dated CHECK ((state IN ('Closed', 'Withdrawn')) = (closed_on IS NOT NULL)),
    ADD CONSTRAINT complaints_answer_was_asked CHECK (answered_on IS NULL OR answer_due_on IS NOT NULL);
COMMENT ON COLUMN complaints.cause IS 'What opened it by itself, such as COSTS_OVER_CAP: one that is not over for each contract. NULL when somebody told it.';
COMMENT ON COLUMN complaints.due_on IS 'The day by which the step that it stands at should have been taken; moved on by each step and by each escalation.';
COMMENT ON COLUMN complaints.name_withheld IS 'The agency is not told whose complaint it is.';
COMMENT ON COLUMN complaints.found_by IS 'The account that decided it: an appeal is decided by another.';
CREATE UNIQUE INDEX complaints_cause_once ON complaints (contract_id, cause) WHERE cause IS NOT NULL AND state NOT IN ('Closed', 'Withdrawn');
CREATE INDEX complaints_agency ON complaints (agency_id, id) WHERE agency_id IS NOT NULL;
CREATE INDEX complaints_due ON complaints (due_on) WHERE state NOT IN ('Closed', 'Withdrawn');

CREATE TABLE complaint_entries (
    complaint_id    uuid          NOT NULL REFERENCES complaints,
    number          integer       NOT NULL,
    kind            varchar(11)   NOT NULL,
    side            varchar(12)   NOT NULL,
    organisation    text          NOT NULL,
    text            varchar(2000) NOT NULL,
    evidence        jsonb         NOT NULL,
    shown_to_agency boolean       NOT NULL,
    at              timestamptz   NOT NULL,
    on_day          date          NOT NULL,
    was_due_on      date,
    state           varchar(10)   NOT NULL,
    due_on          date          NOT NULL,
    finding         varchar(12),
    retaliation     boolean       NOT NULL,
    CONSTRAINT complaint_entries_pkey PRIMARY KEY (complaint_id, number)
);
COMMENT ON TABLE complaint_entries IS 'What was said and done in a complaint, and how it stood after each: rows are added, never changed, so that a past day can be asked.';
COMMENT ON COLUMN complaint_entries.was_due_on IS 'The day by which this step should have been taken; NULL for what has no day.';
INSERT INTO complaint_entries
    SELECT id, 1, 'Opened', CASE told_by WHEN 'Family' THEN 'Officer' ELSE told_by END, organisation, subject, evidence, false, opened_at, (opened_at AT TIME ZONE 'Asia/Bangkok')::date, NULL, state, due_on, NULL, false FROM complaints;
REVOKE UPDATE, DELETE ON complaint_entries FROM ":app";

CREATE TABLE complaint_remedies (
    complaint_id       uuid         NOT NULL REFERENCES complaints,
    number             integer      NOT NULL,
    kind               varchar(13)  NOT NULL,
    amount_minor       bigint,
    amount_currency    char(3),
    done_on            date         NOT NULL,
    evidence_reference varchar(200) NOT NULL,
    side               varchar(12)  NOT NULL,
    recorded_at        timestamptz  NOT NULL,
    CONSTRAINT complaint_remedies_pkey PRIMARY KEY (complaint_id, number),
    CONSTRAINT complaint_remedies_amount CHECK ((amount_minor IS NULL) = (amount_currency IS NULL) AND amount_minor > 0 AND (amount_minor IS NOT NULL) = (kind IN ('Repayment', 'WagesPaid')))
);
COMMENT ON TABLE complaint_remedies IS 'What was paid back or put right after a complaint was upheld, as worker, civil society or an officer confirms it. Rows are added, never changed.';
REVOKE UPDATE, DELETE ON complaint_remedies FROM ":app";

ALTER TABLE declarations
    ADD COLUMN questionnaire varchar(20),
    ADD COLUMN answers       jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN taken_by      varchar(12),
    ADD COLUMN organisation  text NOT NULL DEFAULT '',
    ADD CONSTRAINT declarations_taken_by CHECK (taken_by IN ('Worker', 'CivilSociety', 'Officer'));
COMMENT ON COLUMN declarations.questionnaire IS 'The version of the questionnaire whose items were answered; NULL where only the questions of the columns were asked.';

CREATE TABLE anonymous_statements (
    id             uuid        PRIMARY KEY,
    agency_id      uuid        NOT NULL REFERENCES agencies,
    destination    char(2)     NOT NULL,
    questionnaire  varchar(20) NOT NULL,
    answers        jsonb       NOT NULL,
    taken_by       varchar(12) NOT NULL,
    recorded_month date        NOT NULL,
    CONSTRAINT anonymous_statements_month CHECK (recorded_month = date_trunc('month', recorded_month)::date),
    CONSTRAINT anonymous_statements_taken_by CHECK (taken_by IN ('Worker', 'CivilSociety', 'Officer'))
);
COMMENT ON TABLE anonymous_statements IS 'What workers stated without a name: no worker, no contract, no account, no day, and an id that tells no time. Told only in whole groups. Rows are added, never changed.';
CREATE INDEX anonymous_statements_agency ON anonymous_statements (agency_id, recorded_month, id);
REVOKE UPDATE, DELETE ON anonymous_statements FROM ":app";
