-- Where a person is signed in, so that it can be shown and ended; and the second factor of officers.

CREATE TABLE sessions (
    id           uuid        NOT NULL PRIMARY KEY,
    account_id   uuid        NOT NULL REFERENCES accounts,
    signed_in_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    methods      text[]      NOT NULL,
    device       text        NOT NULL,
    ended_at     timestamptz,
    ended_why    text,
    CONSTRAINT sessions_have_methods CHECK (cardinality(methods) > 0),
    CONSTRAINT sessions_ended_has_reason CHECK ((ended_at IS NULL) = (ended_why IS NULL))
);
COMMENT ON TABLE sessions IS 'A person signed in at one browser. Methods as RFC 8176 names them (pwd, otp). Ending it ends every sign-in that it gave to clients.';
CREATE INDEX sessions_account ON sessions (account_id) WHERE ended_at IS NULL;
CREATE INDEX sessions_last_seen ON sessions (last_seen_at);

-- Sign-ins of the release before are by password or, for workers, by code; they end within the day.
ALTER TABLE sign_ins ADD COLUMN methods text[] NOT NULL DEFAULT '{pwd}';

CREATE TABLE second_factors (
    account_id        uuid        NOT NULL PRIMARY KEY REFERENCES accounts,
    secret_encrypted  bytea,
    confirmed_at      timestamptz,
    last_step         bigint      NOT NULL,
    pending_encrypted bytea,
    pending_since     timestamptz,
    wrong_codes       integer     NOT NULL,
    paused_until      timestamptz,
    CONSTRAINT second_factors_confirmed_has_secret CHECK ((secret_encrypted IS NULL) = (confirmed_at IS NULL)),
    CONSTRAINT second_factors_pending_has_time CHECK ((pending_encrypted IS NULL) = (pending_since IS NULL)),
    CONSTRAINT second_factors_wrong_codes CHECK (wrong_codes >= 0)
);
COMMENT ON TABLE second_factors IS 'Secrets of time-based codes (RFC 6238), encrypted. last_step: the time step of the last code taken, so that none is taken twice. Pending: shown, and not yet proven by a code.';

CREATE TABLE recovery_codes (
    id           uuid        NOT NULL PRIMARY KEY,
    account_id   uuid        NOT NULL REFERENCES second_factors ON DELETE CASCADE,
    hash         bytea       NOT NULL,
    hash_version integer     NOT NULL,
    made_at      timestamptz NOT NULL,
    used_at      timestamptz
);
COMMENT ON TABLE recovery_codes IS 'Codes for whoever lost the telephone, kept as keyed hashes; each for one use.';
CREATE INDEX recovery_codes_account ON recovery_codes (account_id);
