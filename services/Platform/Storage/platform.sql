-- What every service's database has: event log, inbox, answered requests, audit and seals.
-- Run by the steps role, which owns the schema. :app is the service's app role.

CREATE SEQUENCE outbox_position;

CREATE TABLE outbox (
    recorded_at     timestamptz NOT NULL DEFAULT now(),
    position        bigint      NOT NULL DEFAULT nextval('outbox_position'),
    xid             xid8        NOT NULL DEFAULT pg_current_xact_id(),
    event_id        uuid        NOT NULL,
    name            text        NOT NULL,
    subject_id      text        NOT NULL,
    subject_version bigint      NOT NULL,
    occurred_at     timestamptz NOT NULL,
    body            text        NOT NULL,
    trace_parent    text,
    test_clock      timestamptz,
    published_at    timestamptz,
    PRIMARY KEY (recorded_at, event_id)
) PARTITION BY RANGE (recorded_at);
COMMENT ON TABLE outbox IS 'The event log: written with the change, sent by the relay, kept for Events.Replay. Only published_at ever changes.';

CREATE INDEX outbox_unpublished ON outbox (position) WHERE published_at IS NULL;
CREATE INDEX outbox_order ON outbox (xid, position);
CREATE INDEX outbox_subject ON outbox (subject_id, subject_version);
CREATE TABLE outbox_default PARTITION OF outbox DEFAULT;

CREATE FUNCTION make_outbox_partitions(from_month date, months integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    first date;
    name  text;
BEGIN
    FOR i IN 0 .. months - 1 LOOP
        first := date_trunc('month', from_month) + make_interval(months => i);
        name := 'outbox_' || to_char(first, 'YYYY_MM');
        IF to_regclass(name) IS NULL
           AND NOT EXISTS (SELECT 1 FROM outbox_default WHERE recorded_at >= first AND recorded_at < first + interval '1 month') THEN
            EXECUTE format('CREATE TABLE %I PARTITION OF outbox FOR VALUES FROM (%L) TO (%L)', name, first, first + interval '1 month');
            EXECUTE format('REVOKE ALL ON %I FROM ":app"', name);    -- default privileges would open the month itself; it is reached through outbox
        END IF;
    END LOOP;
END $$;
COMMENT ON FUNCTION make_outbox_partitions IS 'Makes the months that are missing; rows that came too early stay in the default partition.';
SELECT make_outbox_partitions(current_date, 3);

CREATE TABLE inbox (
    consumer    text        NOT NULL,
    event_id    uuid        NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer, event_id)
);
COMMENT ON TABLE inbox IS 'Which event each consumer has acted on: written with what it did, so that nothing is done twice.';

CREATE TABLE requests (
    request_id uuid        NOT NULL PRIMARY KEY,
    call       text        NOT NULL,
    account    text        NOT NULL,
    hash       bytea       NOT NULL,
    response   bytea       NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE requests IS 'Answers of changing calls by request_id, written with the change: a repeat is answered the same and changes nothing.';

CREATE TABLE audit (
    id             uuid        NOT NULL PRIMARY KEY,
    at             timestamptz NOT NULL,
    xid            xid8        NOT NULL DEFAULT pg_current_xact_id(),
    kind           text        NOT NULL CHECK (kind IN ('change', 'read', 'refused')),
    event          text        NOT NULL,
    call           text        NOT NULL,
    account        text        NOT NULL,
    organisation   text        NOT NULL,
    actor          text,
    purpose        text        NOT NULL,
    subject        text,
    fields         text,
    outcome        text,
    correlation_id text        NOT NULL
);
COMMENT ON TABLE audit IS 'Who did, read or was refused what, when and why. Rows are added, never changed; seals cover them.';
CREATE INDEX audit_order ON audit (xid, id);
CREATE INDEX audit_subject ON audit (subject, at) WHERE subject IS NOT NULL;

CREATE TABLE seals (
    number      bigint      NOT NULL PRIMARY KEY,
    from_xid    xid8        NOT NULL,
    to_xid      xid8        NOT NULL,
    row_count   bigint      NOT NULL,
    hash        bytea       NOT NULL,
    key_version integer     NOT NULL,
    signature   bytea       NOT NULL,
    sealed_at   timestamptz NOT NULL
);
COMMENT ON TABLE seals IS 'Signed, numbered hashes over the audit rows of a span of transactions, each chained to the one before. Also kept outside the database.';

-- What the app role may do, said once for tables made later too; the exceptions follow.
GRANT USAGE ON SCHEMA public TO ":app";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ":app";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO ":app";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO ":app";
GRANT USAGE ON SEQUENCE outbox_position TO ":app";
GRANT SELECT, INSERT ON outbox, inbox, requests, audit, seals TO ":app";
GRANT UPDATE (published_at) ON outbox TO ":app";
GRANT EXECUTE ON FUNCTION make_outbox_partitions TO ":app";
