-- One-time codes with which workers sign in, and the messages that carry them.

CREATE TABLE sign_in_codes (
    id            uuid        NOT NULL PRIMARY KEY,
    worker_number text        NOT NULL CHECK (length(worker_number) = 14),
    kind          text        NOT NULL,
    hash          bytea       NOT NULL,
    hash_version  integer     NOT NULL,
    made_at       timestamptz NOT NULL,
    made_by       text        NOT NULL,
    expires_at    timestamptz NOT NULL,
    given_at      timestamptz,
    wrong_guesses integer     NOT NULL,
    used_at       timestamptz,
    CONSTRAINT sign_in_codes_kind CHECK (kind IN ('Sent', 'Printed')),
    CONSTRAINT sign_in_codes_short_lived CHECK (expires_at > made_at AND expires_at <= made_at + interval '3 days'),
    CONSTRAINT sign_in_codes_guesses CHECK (wrong_guesses BETWEEN 0 AND 20),
    CONSTRAINT sign_in_codes_used_was_given CHECK (used_at IS NULL OR given_at IS NOT NULL)
);
COMMENT ON TABLE sign_in_codes IS 'One-time codes of workers, kept as keyed hashes. A row is made for every number that is asked for, whether or not anybody has it: only one that was given to its worker opens anything.';
CREATE INDEX sign_in_codes_number ON sign_in_codes (worker_number, made_at);
CREATE INDEX sign_in_codes_made ON sign_in_codes (made_at);

CREATE TABLE messages (
    id              uuid        NOT NULL PRIMARY KEY,
    code_id         uuid        NOT NULL REFERENCES sign_in_codes ON DELETE CASCADE,
    worker_number   text        NOT NULL CHECK (length(worker_number) = 14),
    language        text        NOT NULL,
    text_encrypted  bytea,
    made_at         timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    attempts        integer     NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    done_at         timestamptz,
    outcome         text,
    CONSTRAINT messages_done_has_outcome CHECK ((done_at IS NULL) = (outcome IS NULL)),
    CONSTRAINT messages_done_forgets CHECK (done_at IS NULL OR text_encrypted IS NULL)
);
COMMENT ON TABLE messages IS 'Messages to workers: a row first, sent by the relay. Addresses are not here: they are asked of the Registry when it is sent.';
CREATE INDEX messages_waiting ON messages (next_attempt_at) WHERE done_at IS NULL;
