CREATE TABLE concerns (
    id            uuid         CONSTRAINT concerns_pkey PRIMARY KEY,
    reference     varchar(13)  NOT NULL CONSTRAINT concerns_reference_once UNIQUE,
    secret_hash   bytea        NOT NULL,
    country       char(2)      NOT NULL,
    category      varchar(15)  NOT NULL,
    urgency       varchar(9)   NOT NULL,
    agency_id     uuid         REFERENCES agencies,
    words         bytea,
    raised_at     timestamptz  NOT NULL,
    due_on        date         NOT NULL,
    state         varchar(8)   NOT NULL,
    outcome       varchar(16),
    answer        varchar(1000),
    complaint_id  uuid         REFERENCES complaints,
    answered_at   timestamptz,
    answered_by   text,
    CONSTRAINT concerns_secret_is_a_hash CHECK (length(secret_hash) = 32),
    CONSTRAINT concerns_category CHECK (category IN ('ContractDiffers', 'Costs', 'PapersHeld', 'Wages', 'Conditions', 'Abuse', 'Other')),
    CONSTRAINT concerns_urgency CHECK (urgency IN ('Normal', 'Urgent', 'Emergency')),
    CONSTRAINT concerns_state CHECK (state IN ('Raised', 'Answered')),
    CONSTRAINT concerns_outcome CHECK (outcome IN ('ComplaintOpened', 'PassedOn', 'TooLittleKnown', 'Unfounded')),
    CONSTRAINT concerns_answered_whole CHECK ((state = 'Answered') = (outcome IS NOT NULL AND answer IS NOT NULL AND answered_at IS NOT NULL AND answered_by IS NOT NULL)),
    CONSTRAINT concerns_complaint_when_opened CHECK ((complaint_id IS NOT NULL) = coalesce(outcome = 'ComplaintOpened', false))
);
COMMENT ON TABLE concerns IS 'What somebody told without signing in: nobody knows who. Held by the country addressed; the words go a year after the answer.';
COMMENT ON COLUMN concerns.secret_hash IS 'SHA-256 of the secret by which its teller, and nobody else, reads how it stands.';
COMMENT ON COLUMN concerns.words IS 'Encrypted for this row; NULL when they were forgotten.';
CREATE INDEX concerns_waiting ON concerns (country, id) WHERE state = 'Raised';
CREATE INDEX concerns_country ON concerns (country, id);
CREATE INDEX concerns_to_forget ON concerns (answered_at) WHERE words IS NOT NULL AND answered_at IS NOT NULL;
REVOKE DELETE ON concerns FROM ":app";
