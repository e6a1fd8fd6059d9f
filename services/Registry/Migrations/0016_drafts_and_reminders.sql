-- Applications to depart that were begun and not sent.

CREATE TABLE departure_drafts (
    id           uuid        CONSTRAINT departure_drafts_pkey PRIMARY KEY,
    account      text        NOT NULL,
    organisation text        NOT NULL,
    content      bytea       NOT NULL,
    saved_at     timestamptz NOT NULL,
    revision     integer     NOT NULL,
    CONSTRAINT departure_drafts_revision CHECK (revision > 0)
);
COMMENT ON TABLE departure_drafts IS 'Applications to depart that an account has begun and not sent; its own only. Gone 14 days after they were saved last.';
COMMENT ON COLUMN departure_drafts.content IS 'What was entered, encrypted for this row.';
CREATE INDEX departure_drafts_account ON departure_drafts (account, saved_at);
CREATE INDEX departure_drafts_saved ON departure_drafts (saved_at);

-- The day on which a worker is reminded that a stay ends.

ALTER TABLE crossing_watches
    ADD COLUMN remind_on date,
    ADD CONSTRAINT crossing_watches_remind CHECK (remind_on IS NULL OR (kind = 'ExitDue' AND remind_on <= due_on));
