-- The checks of a decision are its bulk, and lz4 packs them in a fraction of the time; where this PostgreSQL was built without it, they stay as they are.
DO $$
BEGIN
    IF 'lz4' = ANY ((SELECT enumvals FROM pg_settings WHERE name = 'default_toast_compression')::text[]) THEN
        ALTER TABLE departure_decisions ALTER COLUMN findings SET COMPRESSION lz4;
    END IF;
END $$;

-- The officers' queue: since when a departure waits, who looks at it, and whose decision is appealed.
ALTER TABLE departures
    ADD COLUMN employer_id        uuid,
    ADD COLUMN held_at            timestamptz,
    ADD COLUMN owner              text,
    ADD COLUMN owner_organisation text,
    ADD COLUMN owned_at           timestamptz,
    ADD COLUMN not_by             text;
UPDATE departures SET held_at = (SELECT max(decided_at) FROM departure_decisions WHERE departure_id = departures.id) WHERE status = 'Held';
ALTER TABLE departures
    ADD CONSTRAINT departures_held_since CHECK ((status = 'Held') = (held_at IS NOT NULL)),
    ADD CONSTRAINT departures_owner_whole CHECK ((owner IS NULL) = (owned_at IS NULL) AND (owner IS NULL) = (owner_organisation IS NULL)),
    ADD CONSTRAINT departures_only_held_owned CHECK (owner IS NULL OR status = 'Held'),
    ADD CONSTRAINT departures_appeal_to_another CHECK (owner IS NULL OR not_by IS NULL OR owner <> not_by);
COMMENT ON COLUMN departures.employer_id IS 'The employer of the contract, as Recruitment said at the decision: a later departure to the same employer is known by it.';
COMMENT ON COLUMN departures.held_at IS 'Since when it waits, by the clock of the call; the age of an exception counts from here.';
COMMENT ON COLUMN departures.owner IS 'The account that looks at it; released, or gone with the decision.';
COMMENT ON COLUMN departures.not_by IS 'While an appeal waits: the officer whose decision is appealed, and who may not decide it.';

ALTER TABLE departure_decisions ADD COLUMN appeal boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX departure_decisions_appealed_once ON departure_decisions (departure_id) WHERE appeal;
COMMENT ON COLUMN departure_decisions.appeal IS 'True where it was no decision but an appeal against the one before: officer is then who appealed, reason the grounds.';
