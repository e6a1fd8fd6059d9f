CREATE TABLE consents (
    id                 uuid PRIMARY KEY,
    worker_number      varchar(14)  NOT NULL REFERENCES workers (worker_number),
    country            char(2)      NOT NULL,
    purpose            varchar(40)  NOT NULL,
    given_to           varchar(100) NOT NULL,
    text_version       integer      NOT NULL,
    language           varchar(35)  NOT NULL,
    manner             varchar(20)  NOT NULL,
    evidence_reference varchar(100),
    given_at           timestamptz  NOT NULL,
    withdrawn_at       timestamptz,
    version            bigint       NOT NULL,
    CONSTRAINT consents_evidence CHECK (manner = 'SignedIn' OR evidence_reference IS NOT NULL),
    CONSTRAINT consents_end_after_start CHECK (withdrawn_at >= given_at)
);
COMMENT ON TABLE consents IS 'What a worker agreed to, for one organisation each, until it is withdrawn. Never deleted: it shows why a read was allowed.';
CREATE UNIQUE INDEX consents_once ON consents (worker_number, purpose, given_to) WHERE withdrawn_at IS NULL;
CREATE INDEX consents_worker ON consents (worker_number);

CREATE TABLE disclosure_requests (
    id            uuid PRIMARY KEY,
    worker_number varchar(14)  NOT NULL REFERENCES workers (worker_number),
    reference     varchar(100) NOT NULL,
    account       text         NOT NULL,
    organisation  text         NOT NULL,
    asked_at      timestamptz  NOT NULL
);
COMMENT ON TABLE disclosure_requests IS 'That an officer read a worker''s list of disclosures, and by which request of the worker.';
CREATE INDEX disclosure_requests_worker ON disclosure_requests (worker_number);
