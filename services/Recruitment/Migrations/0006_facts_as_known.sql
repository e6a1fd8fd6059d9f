-- What was on record at an earlier instant. Tables of facts keep every state that a row had; the schema "known" has a view for each, of the same name
-- and columns, that shows the state of then. A transaction that puts "known" first in its search path asks the past with the queries of today.
CREATE SCHEMA known;
GRANT USAGE ON SCHEMA known TO ":app";

CREATE TABLE fact_history (
    seq      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    relation varchar(60) NOT NULL,
    key      text        NOT NULL,
    at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    xid      xid8        NOT NULL DEFAULT pg_current_xact_id(),
    fact     jsonb
);
CREATE INDEX fact_history_key ON fact_history (relation, key, seq);
COMMENT ON TABLE fact_history IS 'Every state of every row that a verdict weighs, by the database''s own clock. Rows are added, never changed.';
COMMENT ON COLUMN fact_history.fact IS 'The row; NULL for a table whose rows are only added: it is there itself.';
REVOKE UPDATE, DELETE ON fact_history FROM ":app";

CREATE FUNCTION was_known(at timestamptz, xid xid8) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN coalesce(current_setting('registry.known_snapshot', true), '') <> ''
        THEN pg_visible_in_snapshot(xid, current_setting('registry.known_snapshot')::pg_snapshot)
        ELSE at <= nullif(current_setting('registry.known_at', true), '')::timestamptz END
$$;
COMMENT ON FUNCTION was_known IS 'Whether something committed by that transaction was on record: by the snapshot of the moment asked about where it is named, else by its instant.';

CREATE FUNCTION keep_fact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public.fact_history (relation, key, fact)
    SELECT TG_TABLE_NAME, string_agg(to_jsonb(NEW) ->> name, ':' ORDER BY place), CASE WHEN TG_ARGV[0] = 'changes' THEN to_jsonb(NEW) END
      FROM unnest(string_to_array(TG_ARGV[1], ',')) WITH ORDINALITY AS keys (name, place);
    RETURN NULL;
END $$;

CREATE FUNCTION keep_history(relation text, keys text DEFAULT 'id', only_added boolean DEFAULT false) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    of_row text := (SELECT string_agg(format('t.%I::text', name), ' || '':'' || ' ORDER BY place) FROM unnest(string_to_array(keys, ',')) WITH ORDINALITY AS k (name, place));
BEGIN
    EXECUTE format('DROP VIEW IF EXISTS known.%I', relation);
    IF only_added THEN
        EXECUTE format('CREATE VIEW known.%1$I AS SELECT t.*, ''0''::xid AS xmin FROM public.%1$I t JOIN public.fact_history h ON h.relation = %1$L AND h.key = %2$s AND public.was_known(h.at, h.xid)', relation, of_row);
    ELSE
        EXECUTE format('CREATE VIEW known.%1$I AS SELECT t.*, ''0''::xid AS xmin FROM public.fact_history h CROSS JOIN LATERAL jsonb_populate_record(NULL::public.%1$I, h.fact) t
            WHERE h.relation = %1$L AND public.was_known(h.at, h.xid)
              AND NOT EXISTS (SELECT 1 FROM public.fact_history l WHERE l.relation = h.relation AND l.key = h.key AND l.seq > h.seq AND public.was_known(l.at, l.xid))', relation);
    END IF;
    EXECUTE format('GRANT SELECT ON known.%I TO ":app"', relation);
    IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgrelid = format('public.%I', relation)::regclass AND tgname = 'keep_fact') THEN
        EXECUTE format('CREATE TRIGGER keep_fact AFTER INSERT OR UPDATE ON public.%I FOR EACH ROW EXECUTE FUNCTION keep_fact(%L, %L)', relation, CASE WHEN only_added THEN 'added' ELSE 'changes' END, keys);
        EXECUTE format('INSERT INTO public.fact_history (relation, key, fact) SELECT %1$L, %2$s, %3$s FROM public.%1$I t', relation, of_row, CASE WHEN only_added THEN 'NULL::jsonb' ELSE 'to_jsonb(t)' END);
    END IF;
END $$;
COMMENT ON FUNCTION keep_history IS 'From now on keeps the states of a table''s rows, and shows them in known. Called again after a column was added to the table; a step that changes a column''s type drops the view first.';

SELECT keep_history('agencies'), keep_history('licences'), keep_history('licence_suspensions'), keep_history('agency_representatives'), keep_history('employers'),
       keep_history('employer_standings', 'employer_id,number', true), keep_history('job_orders'), keep_history('contracts'), keep_history('contract_versions', 'contract_id,number', true),
       keep_history('contract_signatures', 'contract_id,number,party', true), keep_history('costs', 'id', true), keep_history('verdicts', 'id', true);
