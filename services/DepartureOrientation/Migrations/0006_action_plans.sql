-- Country action plans with measures, coaching notes and computed indicators; good practices shared across the six countries.

CREATE TABLE good_practices (
    id                uuid PRIMARY KEY,
    country           text NOT NULL CHECK (length(country) = 2),
    title             text NOT NULL,
    text              text NOT NULL,
    topic             text NOT NULL,
    evidence          text,
    organisation      text NOT NULL,
    shared_on         date NOT NULL,
    state             text NOT NULL CHECK (state IN ('Shared', 'Withdrawn')),
    withdrawn_on      date,
    withdrawal_reason text,
    CONSTRAINT good_practices_withdrawal CHECK ((state = 'Withdrawn') = (withdrawn_on IS NOT NULL AND withdrawal_reason IS NOT NULL)),
    CONSTRAINT good_practices_period CHECK (withdrawn_on >= shared_on)
);
COMMENT ON TABLE good_practices IS 'What one country did that others may take up. What it says never changes; it may be taken back.';
CREATE UNIQUE INDEX good_practices_title ON good_practices (country, title) WHERE state = 'Shared';
REVOKE UPDATE, DELETE ON good_practices FROM ":app";
GRANT UPDATE (state, withdrawn_on, withdrawal_reason) ON good_practices TO ":app";

CREATE TABLE action_plans (
    id        uuid PRIMARY KEY,
    country   text NOT NULL CHECK (length(country) = 2),
    title     text NOT NULL,
    starts_on date NOT NULL,
    ends_on   date NOT NULL,
    agreed_at text NOT NULL,
    CONSTRAINT action_plans_period CHECK (ends_on >= starts_on),
    CONSTRAINT action_plans_title UNIQUE (country, title)
);
COMMENT ON TABLE action_plans IS 'What a country wants to do better within a period.';
CREATE INDEX action_plans_country ON action_plans (country, id);
REVOKE UPDATE, DELETE ON action_plans FROM ":app";

CREATE TABLE measures (
    id          uuid    PRIMARY KEY,
    plan_id     uuid    NOT NULL REFERENCES action_plans,
    country     text    NOT NULL CHECK (length(country) = 2),
    title       text    NOT NULL,
    description text,
    topic       text    NOT NULL,
    practice_id uuid    REFERENCES good_practices,
    owner       text    NOT NULL,
    due_on      date    NOT NULL,
    state       text    NOT NULL CHECK (state IN ('Planned', 'InProgress', 'Done', 'Dropped')),
    told_step   integer,
    version     integer NOT NULL CHECK (version >= 1)
);
COMMENT ON TABLE measures IS 'What is to be done, by whom, by when.';
COMMENT ON COLUMN measures.told_step IS 'The step after which an officer was told that it is overdue: told once for each way it stands.';
CREATE INDEX measures_plan ON measures (plan_id);
CREATE INDEX measures_practice ON measures (practice_id) WHERE practice_id IS NOT NULL;
CREATE INDEX measures_open ON measures (due_on) WHERE state IN ('Planned', 'InProgress');
REVOKE UPDATE, DELETE ON measures FROM ":app";
GRANT UPDATE (owner, due_on, state, told_step, version) ON measures TO ":app";

CREATE TABLE measure_steps (
    measure_id   uuid        NOT NULL REFERENCES measures,
    number       integer     NOT NULL CHECK (number >= 1),
    at           timestamptz NOT NULL,
    account      text        NOT NULL,
    organisation text        NOT NULL,
    state        text        NOT NULL,
    owner        text        NOT NULL,
    due_on       date        NOT NULL,
    reason       text,
    CONSTRAINT measure_steps_number PRIMARY KEY (measure_id, number)
);
COMMENT ON TABLE measure_steps IS 'What became of a measure, and how it stood after each step. Rows are added, never changed.';
REVOKE UPDATE, DELETE ON measure_steps FROM ":app";

CREATE FUNCTION refuse_measure_leap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN
        (('Planned', 'InProgress'), ('Planned', 'Dropped'), ('InProgress', 'Done'), ('InProgress', 'Dropped'), ('Done', 'InProgress')) THEN
        RAISE EXCEPTION 'a measure does not go from % to %', OLD.state, NEW.state USING ERRCODE = '23514', CONSTRAINT = 'measures_transition';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION refuse_measure_leap IS 'The same table of steps as MeasureRules.CanBecome.';
CREATE TRIGGER measures_transition BEFORE UPDATE OF state ON measures FOR EACH ROW EXECUTE FUNCTION refuse_measure_leap();

CREATE TABLE coaching_notes (
    id           uuid        PRIMARY KEY,
    measure_id   uuid        NOT NULL REFERENCES measures,
    text         text        NOT NULL,
    at           timestamptz NOT NULL,
    account      text        NOT NULL,
    organisation text        NOT NULL
);
COMMENT ON TABLE coaching_notes IS 'What coaches said about a measure. Rows are added, never changed.';
CREATE INDEX coaching_notes_measure ON coaching_notes (measure_id);
REVOKE UPDATE, DELETE ON coaching_notes FROM ":app";

CREATE TABLE indicators (
    id               uuid    PRIMARY KEY,
    measure_id       uuid    NOT NULL REFERENCES measures,
    code             text    NOT NULL,
    year             integer,
    partner          text    CHECK (length(partner) = 2),
    institution_kind text,
    province         text,
    stage            text,
    target           numeric,
    CONSTRAINT indicators_once UNIQUE NULLS NOT DISTINCT (measure_id, code, year, partner, institution_kind, province, stage)
);
COMMENT ON TABLE indicators IS 'Figures of the registry that a measure wants to move. What each counts stands in Data/indicators.json.';
REVOKE UPDATE, DELETE ON indicators FROM ":app";

CREATE TABLE indicator_readings (
    id              uuid        PRIMARY KEY,
    indicator_id    uuid        NOT NULL REFERENCES indicators,
    day             date        NOT NULL,
    value           numeric,
    counted         bigint,
    of_all          bigint,
    unknown_because text,
    source          text        NOT NULL,
    taken_at        timestamptz NOT NULL,
    taken_by        text        NOT NULL,
    CONSTRAINT indicator_readings_known CHECK ((value IS NULL) = (unknown_because IS NOT NULL)),
    CONSTRAINT indicator_readings_share CHECK ((counted IS NULL) = (of_all IS NULL) AND (counted IS NULL OR value IS NOT NULL))
);
COMMENT ON TABLE indicator_readings IS 'Figures as they were computed on a day, or why they could not be. No call takes a value. Rows are added, never changed.';
CREATE INDEX indicator_readings_indicator ON indicator_readings (indicator_id, id);
REVOKE UPDATE, DELETE ON indicator_readings FROM ":app";
