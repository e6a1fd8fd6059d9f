-- Figures of flows and stocks: a ledger written with what it counts, and its sums kept beside it.
CREATE TABLE contract_jobs (
    contract_id uuid        PRIMARY KEY,
    occupation  varchar(4),
    sector      varchar(40)
);
COMMENT ON TABLE contract_jobs IS 'The work of a contract, as Recruitment''s events tell: for figures only.';

CREATE TABLE movements (
    seq         bigint      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    record_id   uuid        NOT NULL,
    measure     varchar(11) NOT NULL,
    n           smallint    NOT NULL,
    month       date        NOT NULL,
    origin      char(2)     NOT NULL,
    destination char(2)     NOT NULL,
    channel     varchar(20) NOT NULL,
    sex         varchar(7)  NOT NULL,
    age_group   varchar(7)  NOT NULL,
    province    varchar(7)  NOT NULL,
    sector      varchar(40) NOT NULL,
    occupation  varchar(7)  NOT NULL,
    CONSTRAINT movements_measure CHECK (measure IN ('Departures', 'Arrivals', 'Leavings', 'Homecomings', 'Returns', 'StockIn', 'StockOut')),
    CONSTRAINT movements_once_or_back CHECK (n IN (1, -1))
);
COMMENT ON TABLE movements IS 'What each crossing or return counts for, with what was known of the person then. Added only: what turns out otherwise is taken back by a row of -1.';
CREATE INDEX movements_record ON movements (record_id) WHERE measure IN ('StockIn', 'StockOut');
REVOKE UPDATE, DELETE ON movements FROM ":app";

CREATE TABLE flow_builds (
    generation integer     PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    state      varchar(8)  NOT NULL,
    mark       bigint      NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT flow_builds_state CHECK (state IN ('Building', 'Current', 'Retired'))
);
COMMENT ON TABLE flow_builds IS 'Generations of the sums: one is read, at most one is built beside it from all movements up to its mark. New movements count in both.';
CREATE UNIQUE INDEX flow_builds_one_of_each ON flow_builds (state) WHERE state <> 'Retired';
INSERT INTO flow_builds (state, mark) VALUES ('Current', 0);

CREATE TABLE flow_counts (
    generation  integer     NOT NULL REFERENCES flow_builds,
    measure     varchar(11) NOT NULL,
    month       date        NOT NULL,
    origin      char(2)     NOT NULL,
    destination char(2)     NOT NULL,
    channel     varchar(20) NOT NULL,
    sex         varchar(7)  NOT NULL,
    age_group   varchar(7)  NOT NULL,
    province    varchar(7)  NOT NULL,
    sector      varchar(40) NOT NULL,
    occupation  varchar(7)  NOT NULL,
    shard       smallint    NOT NULL,
    n           bigint      NOT NULL,
    PRIMARY KEY (generation, measure, month, origin, destination, channel, sex, age_group, province, sector, occupation, shard)
);
COMMENT ON TABLE flow_counts IS 'Sums of the movements. A sum is kept in several shards, so that posts that record at once do not wait for one row.';
