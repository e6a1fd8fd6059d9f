-- Who trained whom, with which module versions. Accreditations are extended and withdrawn; curricula add to one another.

ALTER TABLE modules ADD COLUMN withdrawn_from date;
COMMENT ON COLUMN modules.withdrawn_from IS 'The first day on which this version may no longer be taught. What it says never changes.';
GRANT UPDATE (withdrawn_from) ON modules TO ":app";

ALTER TABLE curricula ADD COLUMN sectors text[] NOT NULL DEFAULT '{}', ADD COLUMN adds_to text;
COMMENT ON COLUMN curricula.adds_to IS 'The code of the curriculum of the same country and stage to which this one adds, for a corridor or a sector.';

ALTER TABLE accreditations ADD COLUMN withdrawn_from date, ADD COLUMN withdrawal_reference text,
    ADD CONSTRAINT accreditations_withdrawal CHECK ((withdrawn_from IS NULL) = (withdrawal_reference IS NULL)),
    DROP CONSTRAINT accreditations_overlap,
    ADD CONSTRAINT accreditations_overlap EXCLUDE USING gist (institution_id WITH =,
        daterange(starts_on, GREATEST(starts_on, LEAST(ends_on + 1, withdrawn_from))) WITH &&);
GRANT UPDATE (ends_on, withdrawn_from, withdrawal_reference) ON accreditations TO ":app";

CREATE TABLE accreditation_extensions (
    accreditation_id uuid NOT NULL REFERENCES accreditations,
    former_ends_on   date NOT NULL,
    ends_on          date NOT NULL,
    reference        text NOT NULL,
    -- Of two at once one stands: both would start from the same last day.
    CONSTRAINT accreditation_extensions_once PRIMARY KEY (accreditation_id, former_ends_on),
    CONSTRAINT accreditation_extensions_later CHECK (ends_on > former_ends_on)
);
COMMENT ON TABLE accreditation_extensions IS 'Each time an accreditation was extended: from which last day to which, by which decision.';
REVOKE UPDATE, DELETE ON accreditation_extensions FROM ":app";

ALTER TABLE trainers ADD COLUMN institution_id uuid REFERENCES institutions;
COMMENT ON COLUMN trainers.institution_id IS 'Where the trainer works; NULL when not said.';
CREATE INDEX trainers_institution ON trainers (institution_id);

CREATE TABLE trainees (
    id             uuid    PRIMARY KEY,
    session_id     uuid    NOT NULL REFERENCES sessions,
    account        text    NOT NULL,
    display_name   text    NOT NULL,
    institution_id uuid    REFERENCES institutions,
    minutes        integer NOT NULL CHECK (minutes >= 0),
    CONSTRAINT trainees_once UNIQUE (session_id, account)
);
COMMENT ON TABLE trainees IS 'Who is trained to become a trainer: an account and a display name of staff, never a worker by number.';
REVOKE DELETE ON trainees FROM ":app";

CREATE TABLE trainee_attendance (
    trainee_id  uuid        NOT NULL REFERENCES trainees,
    day         date        NOT NULL,
    minutes     integer     NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    recorded_by text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT trainee_attendance_once PRIMARY KEY (trainee_id, day)
);
COMMENT ON TABLE trainee_attendance IS 'How long a trainee was there, day by day, and which account said so.';
REVOKE UPDATE, DELETE ON trainee_attendance FROM ":app";

-- A training of trainers takes trainees and no workers; any other session takes workers and no trainees.
CREATE FUNCTION trains_trainers(session uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT c.stage = 'TrainingOfTrainers' FROM sessions s JOIN curricula c ON c.id = s.curriculum_id WHERE s.id = session
$$;
CREATE FUNCTION refuse_worker_among_trainees() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF trains_trainers(NEW.session_id) THEN
        RAISE EXCEPTION 'a training of trainers takes no workers' USING ERRCODE = '23514', CONSTRAINT = 'enrolments_no_training';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER enrolments_no_training BEFORE INSERT ON enrolments FOR EACH ROW EXECUTE FUNCTION refuse_worker_among_trainees();
CREATE FUNCTION refuse_trainee_among_workers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT trains_trainers(NEW.session_id) THEN
        RAISE EXCEPTION 'only a training of trainers takes trainees' USING ERRCODE = '23514', CONSTRAINT = 'trainees_training';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER trainees_training BEFORE INSERT ON trainees FOR EACH ROW EXECUTE FUNCTION refuse_trainee_among_workers();
CREATE TRIGGER trainees_take_place AFTER INSERT ON trainees FOR EACH ROW EXECUTE FUNCTION take_place();

CREATE FUNCTION refuse_late_trainee_attendance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM sessions s JOIN trainees t ON t.session_id = s.id WHERE t.id = NEW.trainee_id AND s.state = 'Planned' FOR SHARE OF s;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the session takes no more attendance' USING ERRCODE = '23514', CONSTRAINT = 'attendance_session_open';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER trainee_attendance_session_open BEFORE INSERT ON trainee_attendance FOR EACH ROW EXECUTE FUNCTION refuse_late_trainee_attendance();

ALTER TABLE certifications ADD COLUMN training_session_id uuid REFERENCES sessions, ADD COLUMN evidence text;
UPDATE certifications SET evidence = 'recorded before evidence was asked for';
ALTER TABLE certifications
    -- Every line begins with a paper, or was taught by somebody.
    ADD CONSTRAINT certifications_origin CHECK ((training_session_id IS NULL) <> (evidence IS NULL)),
    -- Two trainings are two lines and may hold at once; the same one twice may not.
    DROP CONSTRAINT certifications_overlap,
    ADD CONSTRAINT certifications_overlap EXCLUDE USING gist (trainer_id WITH =, (COALESCE(training_session_id, '00000000-0000-0000-0000-000000000000')) WITH =,
        daterange(valid_from, GREATEST(valid_from, LEAST(valid_until + 1, withdrawn_from))) WITH &&);
COMMENT ON COLUMN certifications.training_session_id IS 'The training of trainers by which it was earned; NULL at the root of a cascade.';
COMMENT ON COLUMN certifications.evidence IS 'At the root of a cascade: the paper that shows that the trainer may teach.';
CREATE INDEX certifications_training ON certifications (training_session_id);
CREATE INDEX certifications_trainer ON certifications (trainer_id);
CREATE INDEX sessions_of_trainer ON sessions (trainer_id);
REVOKE UPDATE ON certifications FROM ":app";
GRANT UPDATE (withdrawn_from, withdrawal_reason) ON certifications TO ":app";

CREATE TABLE certification_modules (
    certification_id uuid NOT NULL REFERENCES certifications,
    module_id        uuid NOT NULL REFERENCES modules,
    PRIMARY KEY (certification_id, module_id)
);
COMMENT ON TABLE certification_modules IS 'The module versions that a certification covers.';
REVOKE UPDATE, DELETE ON certification_modules FROM ":app";
-- Until now a certification covered whatever its country had published.
INSERT INTO certification_modules (certification_id, module_id)
SELECT c.id, m.id FROM certifications c JOIN trainers t ON t.id = c.trainer_id JOIN modules m ON m.country = t.country;

CREATE TABLE session_certifications (
    session_id       uuid NOT NULL REFERENCES sessions,
    certification_id uuid NOT NULL REFERENCES certifications,
    PRIMARY KEY (session_id, certification_id)
);
COMMENT ON TABLE session_certifications IS 'By which of its trainer''s certifications a session is led, as it stood when it was last planned: the other half of the cascade''s edges.';
CREATE INDEX session_certifications_certification ON session_certifications (certification_id);
REVOKE UPDATE ON session_certifications FROM ":app";
INSERT INTO session_certifications (session_id, certification_id)
SELECT s.id, c.id FROM sessions s JOIN certifications c ON c.trainer_id = s.trainer_id
WHERE c.valid_from <= (s.starts_at AT TIME ZONE 'Asia/Bangkok')::date AND c.valid_until >= (s.ends_at AT TIME ZONE 'Asia/Bangkok')::date AND s.language = ANY (c.languages);

CREATE FUNCTION keep_lead_of_what_was_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM sessions WHERE id = OLD.session_id AND state = 'Planned' FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the session was held' USING ERRCODE = '23514', CONSTRAINT = 'session_certifications_held';
    END IF;
    RETURN OLD;
END $$;
COMMENT ON FUNCTION keep_lead_of_what_was_held IS 'Who led what is written anew while a session is planned, and stands for ever once it is not.';
CREATE TRIGGER session_certifications_held BEFORE DELETE ON session_certifications FOR EACH ROW EXECUTE FUNCTION keep_lead_of_what_was_held();

CREATE FUNCTION refuse_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    led_by uuid;
BEGIN
    -- One at a time: of two edges that only together make a cycle, the second sees the first.
    PERFORM pg_advisory_xact_lock(x'474D5F43415343'::bigint);    -- "GM_CASC"
    SELECT trainer_id INTO led_by FROM sessions WHERE id = NEW.training_session_id;
    IF EXISTS (
        WITH RECURSIVE above(trainer_id) AS (
            SELECT led_by
            UNION
            SELECT s.trainer_id FROM above a JOIN certifications c ON c.trainer_id = a.trainer_id JOIN sessions s ON s.id = c.training_session_id
        )
        SELECT 1 FROM above WHERE trainer_id = NEW.trainer_id)
    THEN
        RAISE EXCEPTION 'the trainer would be trained by a descendant' USING ERRCODE = '23514', CONSTRAINT = 'certifications_no_cycle';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION refuse_cycle IS 'Nobody is trained, for the first time or to renew, by somebody who stands below in the cascade. Withdrawn certifications count: history has no cycle either.';
CREATE TRIGGER certifications_no_cycle BEFORE INSERT ON certifications FOR EACH ROW WHEN (NEW.training_session_id IS NOT NULL) EXECUTE FUNCTION refuse_cycle();
