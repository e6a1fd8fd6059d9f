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

CREATE TABLE stay_changes (
    id            uuid        PRIMARY KEY,
    kind          varchar(9)  NOT NULL,
    worker_number varchar(14) NOT NULL REFERENCES workers (worker_number),
    departure_id  uuid        NOT NULL REFERENCES departures,
    country       char(2)     NOT NULL,
    until         date,
    contract_id   uuid,
    effective_on  date        NOT NULL,
    findings      jsonb       NOT NULL,
    recorded_at   timestamptz NOT NULL,
    CONSTRAINT stay_changes_kind CHECK ((kind = 'Extension' AND until IS NOT NULL) OR (kind = 'Employer' AND contract_id IS NOT NULL)),
    CONSTRAINT stay_changes_once UNIQUE NULLS NOT DISTINCT (departure_id, kind, until, contract_id)
);
COMMENT ON TABLE stay_changes IS 'Extensions of permits and changes of employer during a stay, with what the rules said then. Held by the country of work; rows are added, never changed.';
CREATE INDEX stay_changes_worker ON stay_changes (worker_number, id);
REVOKE UPDATE, DELETE ON stay_changes FROM ":app";

CREATE TABLE distress_cases (
    id              uuid        PRIMARY KEY,
    worker_number   varchar(14) NOT NULL REFERENCES workers (worker_number),
    kind            varchar(20) NOT NULL,
    country         char(2)     NOT NULL,
    origin          char(2)     NOT NULL,
    told_by         varchar(12) NOT NULL,
    organisation    text        NOT NULL,
    words_encrypted bytea,
    state           varchar(7)  NOT NULL,
    outcome         varchar(500),
    raised_at       timestamptz NOT NULL,
    answer_by       timestamptz NOT NULL,
    reach_by        timestamptz NOT NULL,
    version         bigint      NOT NULL,
    CONSTRAINT distress_cases_state CHECK (state IN ('Raised', 'Reached', 'Closed')),
    CONSTRAINT distress_cases_told_by CHECK (told_by IN ('Worker', 'Family', 'CivilSociety', 'Officer'))
);
COMMENT ON TABLE distress_cases IS 'Signals of distress and what became of them. What was told is under the person''s own key. Never deleted.';
CREATE INDEX distress_cases_worker ON distress_cases (worker_number, id);
REVOKE DELETE ON distress_cases FROM ":app";
