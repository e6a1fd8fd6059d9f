-- Which worker numbers are one person, in every service. Fed by event; no row anywhere is rewritten for it.

CREATE TABLE worker_aliases (
    merge_id    uuid        NOT NULL PRIMARY KEY,
    number      varchar(14) NOT NULL,
    survivor    varchar(14) NOT NULL,
    turn        integer     NOT NULL CHECK (turn > 0),
    since       timestamptz NOT NULL,
    until       timestamptz,
    version     bigint      NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT worker_aliases_of_another CHECK (number <> survivor),
    CONSTRAINT worker_aliases_turn_once UNIQUE (number, turn)
);
COMMENT ON TABLE worker_aliases IS 'Merges of workers: the number was absorbed by the survivor, until it was undone. Of one number only the last turn counts, so the order in which events come does not matter.';
COMMENT ON COLUMN worker_aliases.turn IS '1, 2, 3 … each time the number is absorbed again.';
COMMENT ON COLUMN worker_aliases.recorded_at IS 'The real time at which this service learned it.';
CREATE INDEX worker_aliases_survivor ON worker_aliases (survivor);
REVOKE DELETE ON worker_aliases FROM ":app";

CREATE VIEW current_aliases AS
SELECT number, survivor FROM worker_aliases a
WHERE until IS NULL AND NOT EXISTS (SELECT FROM worker_aliases later WHERE later.number = a.number AND later.turn > a.turn);
COMMENT ON VIEW current_aliases IS 'The merges that hold now.';
GRANT SELECT ON current_aliases TO ":app";

-- Almost nobody was ever merged, and every read asks: PL/pgSQL keeps its plans, and two index probes answer for whoever was not.
-- UNION drops what was reached before: a reader that lacks an event may for a moment see a circle, and still comes to an end.
CREATE FUNCTION worker_numbers(asked text) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM worker_aliases a WHERE a.number = asked) AND NOT EXISTS (SELECT FROM worker_aliases a WHERE a.survivor = asked) THEN
        RETURN ARRAY[asked];
    END IF;
    RETURN (
        WITH RECURSIVE reached (number) AS (
            SELECT asked
            UNION
            SELECT step.number FROM reached, LATERAL (
                SELECT a.survivor::text FROM current_aliases a WHERE a.number = reached.number
                UNION ALL
                SELECT a.number::text FROM current_aliases a WHERE a.survivor = reached.number) AS step (number))
        SELECT array_agg(r.number ORDER BY r.number) FROM reached r);
END $$;
COMMENT ON FUNCTION worker_numbers IS 'Every number of the same person, the one asked among them.';

CREATE FUNCTION worker_numbers_under(asked text) RETURNS text[] LANGUAGE sql STABLE AS $$
    WITH RECURSIVE reached (number) AS (
        SELECT asked
        UNION
        SELECT a.number::text FROM reached JOIN current_aliases a ON a.survivor = reached.number)
    SELECT array_agg(number ORDER BY number) FROM reached
$$;
COMMENT ON FUNCTION worker_numbers_under IS 'The number asked and those that it absorbed, directly or through another.';

CREATE FUNCTION worker_survivor(asked text) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM worker_aliases a WHERE a.number = asked) THEN
        RETURN asked;
    END IF;
    RETURN (
        WITH RECURSIVE up (number, path) AS (
            SELECT asked, ARRAY[asked]
            UNION ALL
            SELECT a.survivor::text, up.path || a.survivor::text FROM up JOIN current_aliases a ON a.number = up.number WHERE a.survivor <> ALL (up.path))
        SELECT u.number FROM up u ORDER BY cardinality(u.path) DESC LIMIT 1);
END $$;
COMMENT ON FUNCTION worker_survivor IS 'The number to use: the survivor of merges, or the number asked.';
