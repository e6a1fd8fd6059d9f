-- Reminders to workers.

CREATE TABLE reminders (
    id              uuid        CONSTRAINT reminders_pkey PRIMARY KEY,
    kind            text        NOT NULL,
    about           text        NOT NULL,
    worker_number   text        NOT NULL CHECK (length(worker_number) = 14),
    country         text        NOT NULL,
    made_at         timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    attempts        integer     NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    done_at         timestamptz,
    outcome         text,
    CONSTRAINT reminders_once UNIQUE (kind, about),
    CONSTRAINT reminders_done_has_outcome CHECK ((done_at IS NULL) = (outcome IS NULL))
);
COMMENT ON TABLE reminders IS 'Reminders to workers: a row first, sent by the relay outside quiet hours. Neither address nor text is here: all say the same.';
CREATE INDEX reminders_waiting ON reminders (next_attempt_at) WHERE done_at IS NULL;
CREATE INDEX reminders_expires ON reminders (expires_at);
