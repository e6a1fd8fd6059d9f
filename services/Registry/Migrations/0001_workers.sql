CREATE TABLE workers (
    id            uuid PRIMARY KEY,
    worker_number varchar(14) NOT NULL CONSTRAINT workers_number_once UNIQUE,
    country       char(2)     NOT NULL,
    birth_date    varchar(10) NOT NULL,
    sex           varchar(8)  NOT NULL,
    nationality   char(2),
    stateless     boolean     NOT NULL,
    province      varchar(6),
    enrolled_at   timestamptz NOT NULL,
    version       bigint      NOT NULL,
    CONSTRAINT workers_stateless_without_nationality CHECK (NOT stateless OR nationality IS NULL)
);
COMMENT ON TABLE workers IS 'One row a person, for life. Held by the country that enrolled the person; never deleted.';
COMMENT ON COLUMN workers.birth_date IS 'ISO 8601, as precise as it is known: 1999, 1999-07 or 1999-07-31.';

CREATE TABLE worker_names (
    worker_id uuid         NOT NULL REFERENCES workers,
    position  integer      NOT NULL,
    "full"    varchar(200) NOT NULL,
    family    varchar(100),
    given     varchar(100),
    script    char(4)      NOT NULL,
    PRIMARY KEY (worker_id, position)
);
COMMENT ON TABLE worker_names IS 'Names as documents and scripts write them. No family name is forced.';

CREATE TABLE documents (
    id               uuid PRIMARY KEY,
    worker_id        uuid        NOT NULL REFERENCES workers,
    kind             varchar(40) NOT NULL,
    issuer           char(2)     NOT NULL,
    number_encrypted bytea       NOT NULL,
    number_hash      bytea       NOT NULL,
    valid_from       date,
    valid_until      date,
    added_at         timestamptz NOT NULL,
    CONSTRAINT documents_number_once UNIQUE (kind, issuer, number_hash),
    CONSTRAINT documents_end_after_start CHECK (valid_until >= valid_from)
);
CREATE INDEX documents_worker ON documents (worker_id);
COMMENT ON TABLE documents IS 'Identity documents, numbers encrypted and found by keyed hash. A new paper is a new row, never a new person.';
