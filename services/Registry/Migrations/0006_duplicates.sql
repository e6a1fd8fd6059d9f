CREATE TABLE match_records (
    worker_id     uuid PRIMARY KEY REFERENCES workers,
    worker_number varchar(14) NOT NULL,
    country       char(2)     NOT NULL,
    names         text        NOT NULL,
    birth_date    varchar(10) NOT NULL,
    sex           varchar(8)  NOT NULL,
    nationality   char(2),
    province      varchar(6),
    father        bigint[]    NOT NULL,
    mother        bigint[]    NOT NULL,
    documents     bigint[]    NOT NULL,
    contacts      bigint[]    NOT NULL,
    keys          bigint[]    NOT NULL
);
COMMENT ON TABLE match_records IS 'Workers as others are compared with, one row each: written and erased with the worker.';
COMMENT ON COLUMN match_records.names IS 'Folded by the name rules of the country, a line each.';
COMMENT ON COLUMN match_records.father IS 'Hashes of how the parts of the name sound.';
COMMENT ON COLUMN match_records.documents IS 'Kind, issuer and the first 48 bits of the keyed hash of the number, in one number each.';
CREATE INDEX match_records_keys ON match_records USING gin (keys) WITH (fastupdate = off);

-- The planner expects far more rows of && than there are: it would compile the query or read the table.
CREATE FUNCTION match_candidates(people integer[], people_keys bigint[], most integer)
    RETURNS TABLE (
        person integer, worker_id uuid, worker_number varchar, country char, names text, birth_date varchar, sex varchar,
        nationality char, province varchar, father bigint[], mother bigint[], documents bigint[], contacts bigint[])
    LANGUAGE sql STABLE PARALLEL SAFE SET jit = off SET enable_seqscan = off SET plan_cache_mode = force_generic_plan
AS $$
    SELECT asked.person, c.worker_id, c.worker_number, c.country, c.names, c.birth_date, c.sex, c.nationality, c.province, c.father, c.mother, c.documents, c.contacts
      FROM (SELECT k.person, array_agg(k.key) AS keys FROM unnest(people, people_keys) AS k (person, key) GROUP BY k.person) AS asked,
           LATERAL (
               SELECT m.*
                 FROM match_records m
                WHERE m.keys && asked.keys
                ORDER BY (SELECT count(*) FROM unnest(m.keys) AS k (key) WHERE k.key = ANY (asked.keys)) DESC, m.worker_id
                LIMIT most) AS c
$$;
COMMENT ON FUNCTION match_candidates IS 'For each person the records that share a key, those that share the most first. people[i] asks for people_keys[i].';

CREATE TABLE duplicate_decisions (
    id            uuid PRIMARY KEY,
    worker_number varchar(14)  NOT NULL,
    other_number  varchar(14)  NOT NULL,
    decision      varchar(9)   NOT NULL,
    reason        varchar(500) NOT NULL,
    account       text         NOT NULL,
    organisation  text         NOT NULL,
    decided_at    timestamptz  NOT NULL,
    recorded_at   timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT duplicate_decisions_ordered CHECK (worker_number < other_number),
    CONSTRAINT duplicate_decisions_decision CHECK (decision IN ('Same', 'Different'))
);
COMMENT ON TABLE duplicate_decisions IS 'Whether two workers are one person, as officers decided; the newest row of a pair holds. Rows are added, never changed.';
CREATE INDEX duplicate_decisions_pair ON duplicate_decisions (worker_number, other_number, id DESC);
CREATE INDEX duplicate_decisions_other ON duplicate_decisions (other_number);
REVOKE UPDATE, DELETE ON duplicate_decisions FROM ":app";
