CREATE TABLE journey_builds (
    generation integer     NOT NULL PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    state      varchar(8)  NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT journey_builds_state CHECK (state IN ('Building', 'Current', 'Retired'))
);
COMMENT ON TABLE journey_builds IS 'Generations of the timelines: one is read, at most one is being built beside it. New events go to both.';
CREATE UNIQUE INDEX journey_builds_one_of_each ON journey_builds (state) WHERE state <> 'Retired';
INSERT INTO journey_builds (state) VALUES ('Current');

CREATE TABLE journey_entries (
    generation      integer     NOT NULL REFERENCES journey_builds,
    event_id        uuid        NOT NULL,
    worker_number   varchar(14) NOT NULL,
    country         char(2)     NOT NULL,
    name            text        NOT NULL,
    service         text        NOT NULL,
    subject_id      text        NOT NULL,
    subject_version bigint      NOT NULL,
    occurred_at     timestamptz NOT NULL,
    received_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (generation, event_id)
);
COMMENT ON TABLE journey_entries IS 'Timelines of workers, built from the events of all services in whatever order they came. The worker may be one that is not enrolled here.';
CREATE INDEX journey_entries_worker ON journey_entries (worker_number, generation);
