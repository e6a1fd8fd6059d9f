CREATE TABLE departures (
    id              uuid PRIMARY KEY,
    request_id      uuid        NOT NULL CONSTRAINT departures_request_once UNIQUE,
    request_hash    bytea       NOT NULL,
    worker_number   varchar(14) NOT NULL REFERENCES workers (worker_number),
    contract_id     uuid,
    agency_id       uuid,
    by_agency       boolean     NOT NULL,
    origin          char(2)     NOT NULL,
    destination     char(2)     NOT NULL,
    channel         varchar(40) NOT NULL,
    checkpoint      varchar(20),
    planned_on      date        NOT NULL,
    employment_type varchar(40) NOT NULL,
    account         text        NOT NULL,
    organisation    text        NOT NULL,
    received_at     timestamptz NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT now(),
    status          varchar(8)  NOT NULL,
    missing_parts   text[]      NOT NULL,
    version         bigint      NOT NULL,
    CONSTRAINT departures_by_agency_has_agency CHECK (NOT by_agency OR agency_id IS NOT NULL),
    CONSTRAINT departures_abroad CHECK (origin <> destination),
    CONSTRAINT departures_status CHECK (status IN ('Received', 'Cleared', 'Held', 'Refused')),
    CONSTRAINT departures_only_held_wait CHECK (status = 'Held' OR missing_parts = '{}')
);
COMMENT ON TABLE departures IS 'Applications to depart, from the receipt on. Held by the country of origin; never deleted.';
COMMENT ON COLUMN departures.account IS 'Who asked: facts asked for later are asked and disclosed in this name.';
COMMENT ON COLUMN departures.received_at IS 'By the clock of the call; recorded_at is the real time.';
CREATE INDEX departures_worker ON departures (worker_number);
CREATE INDEX departures_queue ON departures (origin, (status = 'Held') DESC, id);
CREATE INDEX departures_to_decide ON departures (planned_on, id) WHERE status = 'Received' OR (status = 'Held' AND cardinality(missing_parts) > 0);

CREATE TABLE departure_decisions (
    departure_id uuid        NOT NULL REFERENCES departures,
    version      bigint      NOT NULL,
    status       varchar(8)  NOT NULL,
    findings     jsonb       NOT NULL,
    decided_at   timestamptz NOT NULL,
    officer      text,
    organisation text,
    reason       varchar(500),
    PRIMARY KEY (departure_id, version),
    CONSTRAINT departure_decisions_officer_gives_reason CHECK ((officer IS NULL) = (reason IS NULL))
);
COMMENT ON TABLE departure_decisions IS 'Every decision about a departure with every check it rests on. Rows are added, never changed.';
REVOKE UPDATE, DELETE ON departure_decisions FROM ":app";
