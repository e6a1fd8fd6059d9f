-- Curricula, institutions, trainers, sessions, certificates.

CREATE TABLE modules (
    id                uuid    PRIMARY KEY,
    country           text    NOT NULL CHECK (length(country) = 2),
    code              text    NOT NULL,
    version           integer NOT NULL CHECK (version >= 1),
    working_title     text    NOT NULL,
    official_title    boolean NOT NULL,
    minutes           integer NOT NULL CHECK (minutes > 0),
    stage             text    NOT NULL,
    languages         text[]  NOT NULL CHECK (cardinality(languages) > 0),
    rights_based      boolean NOT NULL,
    gender_responsive boolean NOT NULL,
    topics            text[]  NOT NULL,
    CONSTRAINT modules_version UNIQUE (country, code, version)
);
COMMENT ON TABLE modules IS 'What can be taught. A version never changes: other content is another version.';
REVOKE UPDATE, DELETE ON modules FROM ":app";

CREATE TABLE curricula (
    id               uuid    PRIMARY KEY,
    country          text    NOT NULL CHECK (length(country) = 2),
    code             text    NOT NULL,
    edition          integer NOT NULL CHECK (edition >= 1),
    title            text    NOT NULL,
    stage            text    NOT NULL,
    origin           text,
    destination      text,
    programme        text,
    minimum_share    integer NOT NULL CHECK (minimum_share BETWEEN 50 AND 100),
    certificate_days integer NOT NULL CHECK (certificate_days >= 0),
    total_minutes    integer NOT NULL CHECK (total_minutes > 0),
    languages        text[]  NOT NULL CHECK (cardinality(languages) > 0),
    published_on     date    NOT NULL,
    CONSTRAINT curricula_edition UNIQUE (country, code, edition)
);
COMMENT ON TABLE curricula IS 'Editions of curricula. An edition never changes, so that a certificate says for ever what was taught.';
REVOKE UPDATE, DELETE ON curricula FROM ":app";

CREATE TABLE curriculum_modules (
    curriculum_id uuid    NOT NULL REFERENCES curricula,
    position      integer NOT NULL,
    module_id     uuid    NOT NULL REFERENCES modules,
    PRIMARY KEY (curriculum_id, position),
    CONSTRAINT curriculum_modules_once UNIQUE (curriculum_id, module_id)
);
COMMENT ON TABLE curriculum_modules IS 'Which module versions an edition teaches, in which order.';
CREATE INDEX curriculum_modules_module ON curriculum_modules (module_id);
REVOKE UPDATE, DELETE ON curriculum_modules FROM ":app";

CREATE TABLE institutions (
    id           uuid PRIMARY KEY,
    country      text NOT NULL CHECK (length(country) = 2),
    name         text NOT NULL,
    kind         text NOT NULL,
    province     text,
    organisation text,
    CONSTRAINT institutions_name UNIQUE (country, name)
);
COMMENT ON TABLE institutions IS 'Where orientation is taught.';

CREATE TABLE accreditations (
    id             uuid PRIMARY KEY,
    institution_id uuid NOT NULL REFERENCES institutions,
    starts_on      date NOT NULL,
    ends_on        date NOT NULL,
    reference      text NOT NULL,
    CONSTRAINT accreditations_period CHECK (ends_on >= starts_on),
    CONSTRAINT accreditations_overlap EXCLUDE USING gist (institution_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
);
COMMENT ON TABLE accreditations IS 'Leave to hold sessions, for a period.';
REVOKE UPDATE, DELETE ON accreditations FROM ":app";

CREATE TABLE trainers (
    id           uuid   PRIMARY KEY,
    country      text   NOT NULL CHECK (length(country) = 2),
    account      text   NOT NULL,
    display_name text   NOT NULL,
    version      bigint NOT NULL,
    CONSTRAINT trainers_account UNIQUE (country, account)
);
COMMENT ON TABLE trainers IS 'Who teaches: an account and a display name, nothing else of the person.';

CREATE TABLE certifications (
    id                uuid   PRIMARY KEY,
    trainer_id        uuid   NOT NULL REFERENCES trainers,
    level             text   NOT NULL,
    languages         text[] NOT NULL CHECK (cardinality(languages) > 0),
    valid_from        date   NOT NULL,
    valid_until       date   NOT NULL,
    withdrawn_from    date,
    withdrawal_reason text,
    CONSTRAINT certifications_period CHECK (valid_until >= valid_from),
    CONSTRAINT certifications_withdrawal CHECK ((withdrawn_from IS NULL) = (withdrawal_reason IS NULL)),
    -- A withdrawn one covers only the days before its withdrawal: none, when it was withdrawn before it began.
    CONSTRAINT certifications_overlap EXCLUDE USING gist (trainer_id WITH =,
        daterange(valid_from, GREATEST(valid_from, LEAST(valid_until + 1, withdrawn_from))) WITH &&)
);
COMMENT ON TABLE certifications IS 'Leave to teach, for a period. Ended only by withdrawal; renewals are rows of their own.';
REVOKE DELETE ON certifications FROM ":app";

CREATE TABLE sessions (
    id             uuid        PRIMARY KEY,
    country        text        NOT NULL CHECK (length(country) = 2),
    curriculum_id  uuid        NOT NULL REFERENCES curricula,
    institution_id uuid        NOT NULL REFERENCES institutions,
    trainer_id     uuid        NOT NULL REFERENCES trainers,
    room           text        NOT NULL,
    places         integer     NOT NULL CHECK (places > 0),
    enrolled       integer     NOT NULL DEFAULT 0,
    language       text        NOT NULL,
    starts_at      timestamptz NOT NULL,
    ends_at        timestamptz NOT NULL,
    state          text        NOT NULL CHECK (state IN ('Planned', 'Closed')),
    version        bigint      NOT NULL,
    CONSTRAINT sessions_period CHECK (ends_at > starts_at),
    CONSTRAINT sessions_places CHECK (enrolled <= places),
    CONSTRAINT sessions_room EXCLUDE USING gist (institution_id WITH =, room WITH =, tstzrange(starts_at, ends_at) WITH &&),
    CONSTRAINT sessions_trainer EXCLUDE USING gist (trainer_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
);
COMMENT ON TABLE sessions IS 'One curriculum, one room, one trainer. Neither a room nor a trainer is in two sessions at once.';
COMMENT ON COLUMN sessions.enrolled IS 'Counted by the trigger on enrolments, under the row lock that makes the last place go once.';

CREATE TABLE enrolments (
    id            uuid        PRIMARY KEY,
    session_id    uuid        NOT NULL REFERENCES sessions,
    worker_number text        NOT NULL CHECK (length(worker_number) = 14),
    country       text        NOT NULL CHECK (length(country) = 2),
    starts_at     timestamptz NOT NULL,
    ends_at       timestamptz NOT NULL,
    minutes       integer     NOT NULL CHECK (minutes >= 0),
    version       bigint      NOT NULL,
    CONSTRAINT enrolments_once UNIQUE (session_id, worker_number),
    CONSTRAINT enrolments_elsewhere EXCLUDE USING gist (worker_number WITH =, tstzrange(starts_at, ends_at) WITH &&)
);
COMMENT ON TABLE enrolments IS 'A worker''s place in a session and the minutes attended. The period is the session''s: nobody has a place in two rooms at once.';

CREATE FUNCTION take_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE sessions SET enrolled = enrolled + 1 WHERE id = NEW.session_id AND state = 'Planned';
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the session takes no more enrolments' USING ERRCODE = '23514', CONSTRAINT = 'enrolments_session_open';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION take_place IS 'Counts the place; sessions_places refuses the one too many.';
-- After the insert, so that a worker who is enrolled already is told so, and not that the session is full.
CREATE TRIGGER enrolments_take_place AFTER INSERT ON enrolments FOR EACH ROW EXECUTE FUNCTION take_place();
REVOKE DELETE ON enrolments FROM ":app";

CREATE TABLE attendance (
    enrolment_id uuid        NOT NULL REFERENCES enrolments,
    day          date        NOT NULL,
    minutes      integer     NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    recorded_by  text        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    CONSTRAINT attendance_once PRIMARY KEY (enrolment_id, day)
);
COMMENT ON TABLE attendance IS 'How long a worker was there, day by day, and which account said so.';
REVOKE UPDATE, DELETE ON attendance FROM ":app";

CREATE FUNCTION refuse_late_attendance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- The share lock waits for whoever is closing the session just now.
    PERFORM 1 FROM sessions s JOIN enrolments e ON e.session_id = s.id WHERE e.id = NEW.enrolment_id AND s.state = 'Planned' FOR SHARE OF s;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the session takes no more attendance' USING ERRCODE = '23514', CONSTRAINT = 'attendance_session_open';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION refuse_late_attendance IS 'Attendance of a closed session is final, also against a recording that began before the closing.';
CREATE TRIGGER attendance_session_open BEFORE INSERT ON attendance FOR EACH ROW EXECUTE FUNCTION refuse_late_attendance();

CREATE TABLE certificates (
    id                uuid    PRIMARY KEY,
    country           text    NOT NULL CHECK (length(country) = 2),
    worker_number     text    NOT NULL CHECK (length(worker_number) = 14),
    enrolment_id      uuid    NOT NULL REFERENCES enrolments,
    session_id        uuid    NOT NULL REFERENCES sessions,
    institution_id    uuid    NOT NULL REFERENCES institutions,
    curriculum_id     uuid    NOT NULL REFERENCES curricula,
    curriculum_code   text    NOT NULL,
    edition           integer NOT NULL,
    stage             text    NOT NULL,
    programme         text,
    origin            text,
    destination       text,
    language          text    NOT NULL,
    minutes           integer NOT NULL,
    issued_on         date    NOT NULL,
    expires_on        date,
    credential        text    NOT NULL,
    state             text    NOT NULL CHECK (state IN ('Issued', 'Revoked')),
    revoked_on        date,
    revocation_reason text,
    version           bigint  NOT NULL,
    CONSTRAINT certificates_once UNIQUE (enrolment_id),
    CONSTRAINT certificates_revocation CHECK ((state = 'Revoked') = (revoked_on IS NOT NULL AND revocation_reason IS NOT NULL))
);
COMMENT ON TABLE certificates IS 'Signed certificates. What one says is a copy made at its issue and signed; only its revocation changes.';
CREATE INDEX certificates_worker ON certificates (worker_number);
REVOKE UPDATE, DELETE ON certificates FROM ":app";
GRANT UPDATE (state, revoked_on, revocation_reason, version) ON certificates TO ":app";
