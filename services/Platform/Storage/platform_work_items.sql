-- Work items of every service: what an officer has to look at, opened by whatever found it.

CREATE TABLE work_items (
    id                 uuid        NOT NULL PRIMARY KEY,
    kind               text        NOT NULL CHECK (kind ~ '^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$'),
    key                text        NOT NULL,
    country            char(2)     NOT NULL,
    subjects           text[]      NOT NULL,
    facts              jsonb       NOT NULL CHECK (jsonb_typeof(facts) = 'object'),
    decisions          text[]      NOT NULL,
    decided_by_call    text,
    opened_at          timestamptz NOT NULL,
    due_on             date,
    state              text        NOT NULL DEFAULT 'Open' CHECK (state IN ('Open', 'Taken', 'Closed')),
    owner              text,
    owner_organisation text,
    version            integer     NOT NULL DEFAULT 1,
    CONSTRAINT work_items_once UNIQUE (kind, key),
    CONSTRAINT work_items_taken_by_somebody CHECK ((state = 'Taken') <= (owner IS NOT NULL)),
    CONSTRAINT work_items_decidable CHECK ((cardinality(decisions) = 0) = (decided_by_call IS NOT NULL))
);
COMMENT ON TABLE work_items IS 'What an officer has to look at. The same kind and key is opened once, however often it is found. Facts hold no names and no document numbers.';
CREATE INDEX work_items_waiting ON work_items (country, state, id);
CREATE INDEX work_items_keys ON work_items (key text_pattern_ops);
CREATE INDEX work_items_subjects ON work_items USING gin (subjects);

CREATE TABLE work_item_steps (
    work_item_id uuid        NOT NULL REFERENCES work_items (id),
    number       integer     NOT NULL,
    what         text        NOT NULL CHECK (what IN ('Opened', 'Taken', 'Closed')),
    at           timestamptz NOT NULL,
    account      text        NOT NULL,
    organisation text        NOT NULL,
    decision     text,
    reason       text,
    PRIMARY KEY (work_item_id, number),
    CONSTRAINT work_item_steps_decided CHECK ((what = 'Closed') = (decision IS NOT NULL AND reason IS NOT NULL))
);
COMMENT ON TABLE work_item_steps IS 'What became of a work item, step by step. Rows are added, never changed.';
REVOKE UPDATE, DELETE ON work_item_steps FROM ":app";
REVOKE DELETE ON work_items FROM ":app";
