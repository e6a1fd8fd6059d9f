-- Sessions in a room, at a border or online; waiting lists; attendance proven by codes; assessments.

ALTER TABLE sessions
    ADD COLUMN mode                text NOT NULL DEFAULT 'Room' CHECK (mode IN ('Room', 'Border', 'Online')),
    ADD COLUMN cancelled_at        timestamptz,
    ADD COLUMN cancellation_reason text,
    DROP CONSTRAINT sessions_state_check,
    ADD CONSTRAINT sessions_state CHECK (state IN ('Planned', 'Closed', 'Cancelled')),
    ADD CONSTRAINT sessions_cancellation CHECK ((state = 'Cancelled') = (cancelled_at IS NOT NULL AND cancellation_reason IS NOT NULL)),
    DROP CONSTRAINT sessions_room,
    DROP CONSTRAINT sessions_trainer,
    ADD CONSTRAINT sessions_room EXCLUDE USING gist (institution_id WITH =, room WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (state <> 'Cancelled' AND mode <> 'Online'),
    ADD CONSTRAINT sessions_trainer EXCLUDE USING gist (trainer_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (state <> 'Cancelled' AND mode <> 'Online');
COMMENT ON COLUMN sessions.mode IS 'An online session has no set times: starts_at and ends_at are the period in which it is open, and it takes neither a room nor its trainer''s time.';

ALTER TABLE enrolments
    ADD COLUMN state          text    NOT NULL DEFAULT 'Placed' CHECK (state IN ('Placed', 'Waiting', 'Withdrawn', 'Cancelled')),
    ADD COLUMN at_set_times   boolean NOT NULL DEFAULT true,
    ADD COLUMN waiting_number integer,
    ADD COLUMN enrolled_by    text    NOT NULL DEFAULT 'Institution' CHECK (enrolled_by IN ('Worker', 'Agency', 'Ministry', 'Institution')),
    ADD COLUMN agency_id      uuid,
    ADD COLUMN proven_minutes integer NOT NULL DEFAULT 0,
    ADD COLUMN code_batch     integer NOT NULL DEFAULT 1 CHECK (code_batch >= 1),
    ADD CONSTRAINT enrolments_proven CHECK (proven_minutes BETWEEN 0 AND minutes),
    ADD CONSTRAINT enrolments_agency CHECK ((enrolled_by = 'Agency') = (agency_id IS NOT NULL)),
    ADD CONSTRAINT enrolments_waiting CHECK (state <> 'Waiting' OR waiting_number IS NOT NULL),
    DROP CONSTRAINT enrolments_once,
    DROP CONSTRAINT enrolments_elsewhere,
    ADD CONSTRAINT enrolments_elsewhere EXCLUDE USING gist (worker_number WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (state = 'Placed' AND at_set_times);
COMMENT ON COLUMN enrolments.at_set_times IS 'False in an online session, which can be followed while another is attended.';
COMMENT ON COLUMN enrolments.waiting_number IS 'The order in the session''s waiting list; kept after a place was given.';
COMMENT ON COLUMN enrolments.code_batch IS 'Renewing the worker''s codes raises it; codes of earlier batches are worth nothing.';
CREATE UNIQUE INDEX enrolments_once ON enrolments (session_id, worker_number) WHERE state IN ('Placed', 'Waiting');
CREATE UNIQUE INDEX enrolments_queue ON enrolments (session_id, waiting_number) WHERE waiting_number IS NOT NULL;
CREATE INDEX enrolments_worker ON enrolments (worker_number);

DROP TRIGGER enrolments_take_place ON enrolments;
CREATE TRIGGER enrolments_take_place AFTER INSERT ON enrolments FOR EACH ROW WHEN (NEW.state = 'Placed') EXECUTE FUNCTION take_place();

CREATE FUNCTION wait_for_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM sessions WHERE id = NEW.session_id AND state = 'Planned' FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the session takes no more enrolments' USING ERRCODE = '23514', CONSTRAINT = 'enrolments_session_open';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION wait_for_place IS 'Nobody waits for a place in a session that is over.';
CREATE TRIGGER enrolments_wait_for_place AFTER INSERT ON enrolments FOR EACH ROW WHEN (NEW.state <> 'Placed') EXECUTE FUNCTION wait_for_place();

CREATE FUNCTION move_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state = 'Placed' THEN
        UPDATE sessions SET enrolled = enrolled - 1 WHERE id = NEW.session_id;
    ELSIF NEW.state = 'Placed' THEN
        UPDATE sessions SET enrolled = enrolled + 1 WHERE id = NEW.session_id AND state = 'Planned';
        IF NOT FOUND THEN
            RAISE EXCEPTION 'the session takes no more enrolments' USING ERRCODE = '23514', CONSTRAINT = 'enrolments_session_open';
        END IF;
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION move_place IS 'Counts a place that was given up, or given to whoever waited.';
CREATE TRIGGER enrolments_move_place AFTER UPDATE OF state ON enrolments FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION move_place();

CREATE FUNCTION follow_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state = 'Cancelled' THEN
        UPDATE enrolments SET state = 'Cancelled' WHERE session_id = NEW.id AND state IN ('Placed', 'Waiting');
    ELSIF (NEW.starts_at, NEW.ends_at) IS DISTINCT FROM (OLD.starts_at, OLD.ends_at) THEN
        UPDATE enrolments SET starts_at = NEW.starts_at, ends_at = NEW.ends_at WHERE session_id = NEW.id AND state IN ('Placed', 'Waiting');
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION follow_session IS 'Places follow their session: a new time that clashes with another place of a worker is refused by enrolments_elsewhere.';
CREATE TRIGGER sessions_follow AFTER UPDATE OF state, starts_at, ends_at ON sessions FOR EACH ROW EXECUTE FUNCTION follow_session();

CREATE TABLE visits (
    id            uuid        PRIMARY KEY,
    enrolment_id  uuid        NOT NULL REFERENCES enrolments,
    session_id    uuid        NOT NULL REFERENCES sessions,
    worker_number text        NOT NULL CHECK (length(worker_number) = 14),
    in_at         timestamptz NOT NULL,
    out_at        timestamptz,
    ending        text        CHECK (ending IN ('CheckedOut', 'NotCheckedOut')),
    minutes       integer     NOT NULL CHECK (minutes >= 0),
    flags         text[]      NOT NULL,
    recorded_by   text        NOT NULL,
    CONSTRAINT visits_ending CHECK ((out_at IS NULL) = (ending IS NULL)),
    CONSTRAINT visits_times CHECK (out_at >= in_at),
    -- One that is not over yet lasts for ever: nobody is in two places at once.
    CONSTRAINT visits_elsewhere EXCLUDE USING gist (worker_number WITH =, tstzrange(in_at, out_at) WITH &&)
);
COMMENT ON TABLE visits IS 'A worker''s stay at a session between two codes. Ended once, never changed after.';
CREATE INDEX visits_enrolment ON visits (enrolment_id);
CREATE TRIGGER visits_session_open BEFORE INSERT ON visits FOR EACH ROW EXECUTE FUNCTION refuse_late_attendance();
REVOKE UPDATE, DELETE ON visits FROM ":app";
GRANT UPDATE (out_at, ending, minutes) ON visits TO ":app";

CREATE TABLE used_codes (
    enrolment_id uuid        NOT NULL REFERENCES enrolments,
    batch        integer     NOT NULL,
    serial       integer     NOT NULL,
    code_window  bigint      NOT NULL,
    visit_id     uuid        NOT NULL REFERENCES visits,
    used_at      timestamptz NOT NULL,
    CONSTRAINT used_codes_once PRIMARY KEY (enrolment_id, batch, serial),
    CONSTRAINT used_codes_window UNIQUE (enrolment_id, code_window)
);
COMMENT ON TABLE used_codes IS 'Codes are worth something once: a worker''s code, and the session''s code of one window together with the worker. No code stands here.';
REVOKE UPDATE, DELETE ON used_codes FROM ":app";

CREATE TABLE module_visits (
    id            uuid        PRIMARY KEY,
    enrolment_id  uuid        NOT NULL REFERENCES enrolments,
    module_id     uuid        NOT NULL REFERENCES modules,
    worker_number text        NOT NULL CHECK (length(worker_number) = 14),
    started_at    timestamptz NOT NULL,
    finished_at   timestamptz,
    minutes       integer     NOT NULL CHECK (minutes >= 0),
    recorded_by   text        NOT NULL,
    CONSTRAINT module_visits_once UNIQUE (enrolment_id, module_id),
    CONSTRAINT module_visits_times CHECK (finished_at >= started_at),
    CONSTRAINT module_visits_elsewhere EXCLUDE USING gist (worker_number WITH =, tstzrange(started_at, finished_at) WITH &&)
);
COMMENT ON TABLE module_visits IS 'Modules of online sessions: begun, finished, and the minutes that count. Nobody follows two at once.';
CREATE TRIGGER module_visits_session_open BEFORE INSERT ON module_visits FOR EACH ROW EXECUTE FUNCTION refuse_late_attendance();
REVOKE UPDATE, DELETE ON module_visits FROM ":app";
GRANT UPDATE (finished_at, minutes) ON module_visits TO ":app";

CREATE TABLE assessment_requirements (
    curriculum_id uuid        PRIMARY KEY REFERENCES curricula,
    assessment    text        NOT NULL,
    version       integer     NOT NULL,
    required_by   text        NOT NULL,
    required_at   timestamptz NOT NULL
);
COMMENT ON TABLE assessment_requirements IS 'Editions whose certificate needs a passed assessment. Said before the first session is planned, and never changed.';
REVOKE UPDATE, DELETE ON assessment_requirements FROM ":app";

CREATE TABLE assessment_results (
    id            uuid        PRIMARY KEY,
    enrolment_id  uuid        NOT NULL REFERENCES enrolments,
    session_id    uuid        NOT NULL REFERENCES sessions,
    worker_number text        NOT NULL CHECK (length(worker_number) = 14),
    country       text        NOT NULL CHECK (length(country) = 2),
    assessment    text        NOT NULL,
    version       integer     NOT NULL,
    attempt       integer     NOT NULL CHECK (attempt >= 1),
    language      text        NOT NULL,
    answers       text[]      NOT NULL,
    percent       integer     NOT NULL CHECK (percent BETWEEN 0 AND 100),
    passed        boolean     NOT NULL,
    assisted      boolean     NOT NULL,
    taken_at      timestamptz NOT NULL,
    recorded_by   text        NOT NULL,
    CONSTRAINT assessment_results_attempt UNIQUE (enrolment_id, attempt)
);
COMMENT ON TABLE assessment_results IS 'Every attempt at an assessment with what was answered. Added, never changed.';
CREATE UNIQUE INDEX assessment_results_passed ON assessment_results (enrolment_id) WHERE passed;
CREATE INDEX assessment_results_worker ON assessment_results (worker_number);
REVOKE UPDATE, DELETE ON assessment_results FROM ":app";
