CREATE TABLE corrections (
    id                 uuid PRIMARY KEY,
    worker_id          uuid         NOT NULL REFERENCES workers,
    worker_number      varchar(14)  NOT NULL,
    country            char(2)      NOT NULL,
    fact               varchar(11)  NOT NULL,
    old_encrypted      bytea        NOT NULL,
    new_encrypted      bytea        NOT NULL,
    reason             varchar(21)  NOT NULL,
    explanation        varchar(500),
    evidence           varchar(12)  NOT NULL,
    evidence_reference varchar(200),
    effective_on       date,
    state              varchar(8)   NOT NULL,
    proposed_by        text         NOT NULL,
    proposed_at        timestamptz  NOT NULL,
    decided_by         text,
    decided_at         timestamptz,
    rejection_reason   varchar(500),
    CONSTRAINT corrections_state CHECK (state IN ('Proposed', 'Applied', 'Rejected')),
    CONSTRAINT corrections_decided CHECK ((state = 'Proposed') = (decided_at IS NULL)),
    CONSTRAINT corrections_two_officers CHECK (state <> 'Applied' OR fact = 'Nationality' OR (decided_by IS NOT NULL AND decided_by <> proposed_by)),
    CONSTRAINT corrections_rejected_with_reason CHECK ((state = 'Rejected') = (rejection_reason IS NOT NULL))
);
COMMENT ON TABLE corrections IS 'Corrections of a person''s facts, with the old and the new value under the person''s own key. Never deleted.';
CREATE UNIQUE INDEX corrections_one_open ON corrections (worker_id, fact) WHERE state = 'Proposed';
CREATE INDEX corrections_worker ON corrections (worker_number, id);
CREATE INDEX corrections_waiting ON corrections (country, id) WHERE state = 'Proposed';
REVOKE DELETE ON corrections FROM ":app";
