CREATE TABLE crossings (
    id            uuid PRIMARY KEY,
    kind          varchar(7)  NOT NULL,
    worker_number varchar(14) NOT NULL REFERENCES workers (worker_number),
    departure_id  uuid REFERENCES departures,
    country       char(2)     NOT NULL,
    checkpoint    varchar(20),
    crossed_at    timestamptz NOT NULL,
    flags         text[]      NOT NULL,
    recorded_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT crossings_kind CHECK (kind IN ('Exit', 'Arrival')),
    CONSTRAINT crossings_once UNIQUE (worker_number, kind, crossed_at)
);
COMMENT ON TABLE crossings IS 'Exits and arrivals as a border post saw them. Held by the country left or entered; rows are added, never changed.';
CREATE INDEX crossings_departure ON crossings (departure_id);
REVOKE UPDATE, DELETE ON crossings FROM ":app";

CREATE TABLE returns (
    id            uuid PRIMARY KEY,
    worker_number varchar(14) NOT NULL REFERENCES workers (worker_number),
    country       char(2)     NOT NULL,
    come_from     char(2)     NOT NULL,
    reason        varchar(40) NOT NULL,
    returned_on   date        NOT NULL,
    departure_id  uuid REFERENCES departures,
    recorded_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT returns_from_abroad CHECK (country <> come_from),
    CONSTRAINT returns_once UNIQUE (worker_number, country, returned_on)
);
COMMENT ON TABLE returns IS 'Workers who came back. Held by the country returned to; rows are added, never changed.';
REVOKE UPDATE, DELETE ON returns FROM ":app";
