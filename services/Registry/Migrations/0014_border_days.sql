-- Several reports of one crossing, and the days on which somebody looks whether the next crossing came.
ALTER TABLE crossings ADD COLUMN source varchar(9) NOT NULL DEFAULT 'Post';
ALTER TABLE crossings ALTER COLUMN source DROP DEFAULT;
ALTER TABLE crossings ADD CONSTRAINT crossings_source CHECK (source IN ('Post', 'OtherSide', 'List', 'Worker'));
COMMENT ON TABLE crossings IS 'Exits and arrivals as somebody told them first. Held by the country left or entered; rows are added, never changed.';
CREATE INDEX crossings_worker ON crossings (worker_number, crossed_at);

CREATE TABLE crossing_reports (
    crossing_id uuid        NOT NULL REFERENCES crossings,
    source      varchar(9)  NOT NULL,
    crossed_at  timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (crossing_id, source),
    CONSTRAINT crossing_reports_source CHECK (source IN ('Post', 'OtherSide', 'List', 'Worker'))
);
COMMENT ON TABLE crossing_reports IS 'Further reports that confirm a crossing on record, one of each source. Rows are added, never changed.';
REVOKE UPDATE, DELETE ON crossing_reports FROM ":app";

CREATE TABLE crossing_watches (
    crossing_id uuid       NOT NULL PRIMARY KEY REFERENCES crossings,
    kind        varchar(10) NOT NULL,
    due_on      date       NOT NULL,
    CONSTRAINT crossing_watches_kind CHECK (kind IN ('ArrivalDue', 'ExitDue'))
);
COMMENT ON TABLE crossing_watches IS 'The last day on which the crossing after this one is in time. A row goes when it was looked at.';
CREATE INDEX crossing_watches_due ON crossing_watches (due_on);
