CREATE TABLE inspections (
    id         uuid        CONSTRAINT inspections_pkey PRIMARY KEY,
    country    char(2)     NOT NULL,
    agency_id  uuid        NOT NULL REFERENCES agencies,
    state      varchar(9)  NOT NULL,
    planned_on date        NOT NULL,
    reasons    jsonb       NOT NULL,
    visited_on date,
    closed_on  date,
    planned_at timestamptz NOT NULL,
    version    bigint      NOT NULL,
    CONSTRAINT inspections_state CHECK (state IN ('Planned', 'Visited', 'Closed', 'Cancelled')),
    CONSTRAINT inspections_visited_is_dated CHECK ((state IN ('Visited', 'Closed')) = (visited_on IS NOT NULL)),
    CONSTRAINT inspections_closed_is_dated CHECK ((state IN ('Closed', 'Cancelled')) = (closed_on IS NOT NULL))
);
COMMENT ON TABLE inspections IS 'Visits of an inspectorate to an agency: planned, made, closed when what had to be corrected is. Held by the agency''s country; never deleted.';
COMMENT ON COLUMN inspections.reasons IS 'The counts for which the agency was chosen, as they stood when the visit was planned.';
CREATE UNIQUE INDEX inspections_open_once ON inspections (agency_id) WHERE state = 'Planned';
CREATE INDEX inspections_country ON inspections (country, id);
CREATE INDEX inspections_agency ON inspections (agency_id, visited_on);
REVOKE DELETE ON inspections FROM ":app";

CREATE TABLE inspection_findings (
    inspection_id      uuid          NOT NULL REFERENCES inspections,
    number             integer       NOT NULL,
    indicator          varchar(4)    NOT NULL,
    outcome            varchar(13)   NOT NULL,
    text               varchar(2000) NOT NULL,
    evidence_reference varchar(200),
    PRIMARY KEY (inspection_id, number),
    CONSTRAINT inspection_findings_indicator_once UNIQUE (inspection_id, indicator),
    CONSTRAINT inspection_findings_outcome CHECK (outcome IN ('Pass', 'Fail', 'Unknown', 'NotApplicable'))
);
COMMENT ON TABLE inspection_findings IS 'What an inspector found, by indicator. Rows are added, never changed.';
REVOKE UPDATE, DELETE ON inspection_findings FROM ":app";

CREATE TABLE corrective_actions (
    id                 uuid          PRIMARY KEY,
    inspection_id      uuid          NOT NULL REFERENCES inspections,
    indicator          varchar(4)    NOT NULL,
    text               varchar(2000) NOT NULL,
    due_on             date          NOT NULL,
    done_on            date,
    evidence_reference varchar(200),
    CONSTRAINT corrective_actions_done_with_evidence CHECK ((done_on IS NULL) = (evidence_reference IS NULL))
);
COMMENT ON TABLE corrective_actions IS 'What an agency has to correct after a visit, and by when.';
CREATE INDEX corrective_actions_inspection ON corrective_actions (inspection_id);
CREATE INDEX corrective_actions_due ON corrective_actions (due_on) WHERE done_on IS NULL;
REVOKE DELETE ON corrective_actions FROM ":app";
