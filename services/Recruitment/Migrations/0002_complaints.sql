CREATE TABLE complaints (
    id            uuid        PRIMARY KEY,
    country       char(2)     NOT NULL,
    worker_number varchar(14) NOT NULL,
    contract_id   uuid        REFERENCES contracts,
    category      varchar(15) NOT NULL,
    urgency       varchar(9)  NOT NULL,
    state         varchar(6)  NOT NULL,
    told_by       varchar(12) NOT NULL,
    organisation  text        NOT NULL,
    subject       varchar(1000) NOT NULL,
    evidence      jsonb       NOT NULL,
    differences   jsonb       NOT NULL,
    shown         varchar(64),
    opened_at     timestamptz NOT NULL,
    due_on        date        NOT NULL,
    CONSTRAINT complaints_category CHECK (category IN ('ContractDiffers', 'Costs', 'PapersHeld', 'Wages', 'Conditions', 'Abuse', 'Other')),
    CONSTRAINT complaints_urgency CHECK (urgency IN ('Normal', 'Urgent', 'Emergency')),
    CONSTRAINT complaints_state CHECK (state IN ('Opened')),
    CONSTRAINT complaints_told_by CHECK (told_by IN ('Worker', 'Family', 'CivilSociety', 'Officer', 'Registry'))
);
COMMENT ON TABLE complaints IS 'Complaints about recruitment and work. Held by the contract''s country, or by the one addressed; never deleted.';
COMMENT ON COLUMN complaints.shown IS 'What was shown in place of the registered contract: the hash of it. One complaint for each.';
CREATE UNIQUE INDEX complaints_shown_once ON complaints (contract_id, shown) WHERE shown IS NOT NULL;
CREATE INDEX complaints_worker ON complaints (worker_number, id);
REVOKE DELETE ON complaints FROM ":app";
