CREATE SEQUENCE pass_status_numbers MINVALUE 0 START 0 INCREMENT 256;
COMMENT ON SEQUENCE pass_status_numbers IS 'Each value is a block of 256 numbers that one process hands out in no order; list and index follow from the number.';

CREATE TABLE pass_keys (
    country           char(2)     NOT NULL,
    version           integer     NOT NULL,
    x                 bytea       NOT NULL,
    y                 bytea       NOT NULL,
    valid_from        timestamptz NOT NULL,
    retired_at        timestamptz,
    compromised_since timestamptz,
    PRIMARY KEY (country, version),
    CONSTRAINT pass_keys_point CHECK (length(x) = 32 AND length(y) = 32)
);
COMMENT ON TABLE pass_keys IS 'The public halves of the keys that sign passes, and what became of each. The private halves are files.';
REVOKE DELETE ON pass_keys FROM ":app";

CREATE TABLE passes (
    id                uuid PRIMARY KEY,
    departure_id      uuid        NOT NULL REFERENCES departures,
    worker_number     varchar(14) NOT NULL REFERENCES workers (worker_number),
    country           char(2)     NOT NULL,
    status_list       integer     NOT NULL,
    status_index      integer     NOT NULL,
    key_version       integer     NOT NULL,
    text_encrypted    bytea,
    issued_at         timestamptz NOT NULL,
    not_before        timestamptz NOT NULL,
    expires_at        timestamptz NOT NULL,
    revoked_at        timestamptz,
    revocation_reason varchar(16),
    revoked_by        text,
    revocation_note   varchar(500),
    CONSTRAINT passes_index CHECK (status_index BETWEEN 0 AND 65535),
    CONSTRAINT passes_index_once UNIQUE (country, status_list, status_index),
    CONSTRAINT passes_revoked_for_a_reason CHECK ((revoked_at IS NULL) = (revocation_reason IS NULL)),
    CONSTRAINT passes_officer_gives_reason CHECK ((coalesce(revocation_reason, '') = 'ByOfficer') = (revocation_note IS NOT NULL)),
    CONSTRAINT passes_reason CHECK (revocation_reason IN ('NoLongerCleared', 'Reissued', 'ByOfficer'))
);
COMMENT ON TABLE passes IS 'Departure passes as issued, the text under the person''s own key. Revoked, never deleted: an index is given once.';
CREATE UNIQUE INDEX passes_one_in_force ON passes (departure_id) WHERE revoked_at IS NULL;
CREATE INDEX passes_departure ON passes (departure_id);
CREATE INDEX passes_worker ON passes (worker_number);
CREATE INDEX passes_expiry ON passes (country, status_list, expires_at);
CREATE INDEX passes_revoked ON passes (country, status_list) WHERE revoked_at IS NOT NULL;
REVOKE DELETE ON passes FROM ":app";

CREATE TABLE departure_reviews (
    departure_id uuid PRIMARY KEY REFERENCES departures,
    id           uuid        NOT NULL,
    cause        text        NOT NULL,
    cause_event  uuid        NOT NULL,
    asked_at     timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE departure_reviews IS 'Decided departures that are to be decided again, since a fact behind them changed. A row goes when that is done.';
CREATE INDEX departure_reviews_waiting ON departure_reviews (asked_at);
CREATE INDEX departures_agency ON departures (agency_id) WHERE agency_id IS NOT NULL;
CREATE INDEX departures_contract ON departures (contract_id) WHERE contract_id IS NOT NULL;
