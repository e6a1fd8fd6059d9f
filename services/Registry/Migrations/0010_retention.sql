ALTER TABLE workers ADD COLUMN erased_at timestamptz;
COMMENT ON COLUMN workers.erased_at IS 'When the person''s data was taken away for good: names and documents are gone, of the birth date only the year is left. The number stays for the audit.';

CREATE TABLE erasures (
    id            uuid PRIMARY KEY,
    worker_number varchar(14) NOT NULL REFERENCES workers (worker_number),
    country       char(2)     NOT NULL,
    ground        varchar(16) NOT NULL,
    reference     varchar(100),
    requested_by  text        NOT NULL,
    requested_at  timestamptz NOT NULL,
    state         varchar(9)  NOT NULL,
    decided_by    text,
    decided_at    timestamptz,
    reason        varchar(500),
    CONSTRAINT erasures_state CHECK (state IN ('Requested', 'Approved', 'Rejected')),
    CONSTRAINT erasures_decided CHECK ((state = 'Requested') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
    CONSTRAINT erasures_two_officers CHECK (decided_by <> requested_by)
);
COMMENT ON TABLE erasures IS 'Requests to take a person''s data away, and who decided them. Never deleted.';
CREATE UNIQUE INDEX erasures_one_open ON erasures (worker_number) WHERE state = 'Requested';
CREATE INDEX erasures_country ON erasures (country, id);
