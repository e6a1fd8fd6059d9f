-- Of an erased person nothing but the year of birth stays, also in what was on record earlier.
CREATE FUNCTION forget_born(numbers text[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE contracts SET worker_born = left(worker_born, 4) WHERE worker_number = ANY (numbers) AND length(worker_born) > 4;
    UPDATE fact_history SET fact = jsonb_set(fact, '{worker_born}', to_jsonb(left(fact ->> 'worker_born', 4)))
     WHERE relation = 'contracts' AND fact ->> 'worker_number' = ANY (numbers) AND length(fact ->> 'worker_born') > 4;
END $$;
COMMENT ON FUNCTION forget_born IS 'The one change to what was on record earlier: a verdict made again from before an erasure weighs the year of birth only.';
REVOKE EXECUTE ON FUNCTION forget_born FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_born TO ":app";

-- Who recorded a line: the worker's own words are not for others to replace.
ALTER TABLE costs ADD COLUMN by_worker boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN costs.by_worker IS 'True where the worker recorded it in person, and not somebody who heard the worker.';
SELECT keep_history('costs', 'id', true);
