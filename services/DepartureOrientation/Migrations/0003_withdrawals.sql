-- What rests on a trainer or a module version that was withdrawn, and what became of each.

CREATE TABLE withdrawals (
    id                 uuid        PRIMARY KEY,
    country            text        NOT NULL CHECK (length(country) = 2),
    trainer_id         uuid        REFERENCES trainers,
    module_id          uuid        REFERENCES modules,
    from_day           date        NOT NULL,
    reason             text        NOT NULL,
    withdrawn_by       text        NOT NULL,
    withdrawn_at       timestamptz NOT NULL,
    departures_asked_at timestamptz,
    CONSTRAINT withdrawals_subject CHECK ((trainer_id IS NULL) <> (module_id IS NULL)),
    CONSTRAINT withdrawals_module UNIQUE (module_id)
);
COMMENT ON TABLE withdrawals IS 'A trainer or a module version that may no longer teach or be taught from a day on.';
COMMENT ON COLUMN withdrawals.departures_asked_at IS 'When the Registry last said which planned departures rest on it; NULL while nobody asked, which is unknown and not none.';
REVOKE UPDATE, DELETE ON withdrawals FROM ":app";
GRANT UPDATE (departures_asked_at) ON withdrawals TO ":app";

CREATE TABLE withdrawal_entries (
    id              uuid NOT NULL PRIMARY KEY,
    withdrawal_id   uuid NOT NULL REFERENCES withdrawals,
    kind            text NOT NULL CHECK (kind IN ('Session', 'Certification', 'Certificate', 'Departure')),
    subject_id      uuid NOT NULL,
    country         text NOT NULL CHECK (length(country) = 2),
    rests_on        uuid,
    decision        text CHECK (decision IN ('Stands', 'ToBeRepeated', 'Revoked')),
    decision_reason text,
    decided_by      text,
    decided_on      date,
    CONSTRAINT withdrawal_entries_once UNIQUE (withdrawal_id, kind, subject_id),
    CONSTRAINT withdrawal_entries_decided CHECK (num_nulls(decision, decision_reason, decided_by, decided_on) IN (0, 4)),
    CONSTRAINT withdrawal_entries_revoked CHECK (decision <> 'Revoked' OR kind IN ('Certification', 'Certificate'))
);
COMMENT ON TABLE withdrawal_entries IS 'What a withdrawal touches, each with its decision. Names no worker: a certificate or departure is looked up by whoever may.';
COMMENT ON COLUMN withdrawal_entries.rests_on IS 'The session of a certification or certificate, the certificate of a departure; NULL for a session.';
REVOKE UPDATE, DELETE ON withdrawal_entries FROM ":app";
GRANT UPDATE (decision, decision_reason, decided_by, decided_on) ON withdrawal_entries TO ":app";
CREATE INDEX withdrawal_entries_undecided ON withdrawal_entries (withdrawal_id) WHERE decision IS NULL;
CREATE INDEX certificates_session ON certificates (session_id);

CREATE FUNCTION refuse_second_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the entry is decided' USING ERRCODE = '23514', CONSTRAINT = 'withdrawal_entries_decided_once';
END $$;
CREATE TRIGGER withdrawal_entries_decided_once BEFORE UPDATE ON withdrawal_entries FOR EACH ROW WHEN (OLD.decision IS NOT NULL) EXECUTE FUNCTION refuse_second_decision();
COMMENT ON FUNCTION refuse_second_decision IS 'A decision stands as it was made: of two officers at once the second is refused.';
