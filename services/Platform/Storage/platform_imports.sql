-- What a service that takes rows in bulk has beside the platform's tables. :app is the service's app role.

CREATE TABLE imports (
    id               uuid        NOT NULL PRIMARY KEY,
    call             text        NOT NULL,
    account          text        NOT NULL,
    organisation     text        NOT NULL,
    country          char(2)     NOT NULL,
    dry_run          boolean     NOT NULL,
    label            varchar(200),
    unchecked_reason varchar(500),
    expected_rows    bigint      NOT NULL,
    next_row         bigint      NOT NULL DEFAULT 1,
    version          bigint      NOT NULL DEFAULT 0,
    accepted         bigint      NOT NULL DEFAULT 0,
    matched          bigint      NOT NULL DEFAULT 0,
    for_review       bigint      NOT NULL DEFAULT 0,
    refused          bigint      NOT NULL DEFAULT 0,
    done             boolean     NOT NULL DEFAULT false,
    started_at       timestamptz NOT NULL DEFAULT now(),
    updated_at       timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT imports_count_rows CHECK (accepted + matched + for_review + refused = next_row - 1)
);
COMMENT ON TABLE imports IS 'Bulk intakes by the id their senders chose: how far each has come. Moves with the rows, in their transaction.';
COMMENT ON COLUMN imports.version IS 'Pieces saved: the subject version of the import''s events.';

CREATE TABLE import_pieces (
    import_id uuid       NOT NULL REFERENCES imports,
    first_row bigint     NOT NULL,
    outcomes  smallint[] NOT NULL,
    ids       text[]     NOT NULL,
    problems  jsonb,
    PRIMARY KEY (import_id, first_row)
);
COMMENT ON TABLE import_pieces IS 'What became of each row, a piece of up to 500 rows a record. Added, never changed.';
REVOKE UPDATE, DELETE ON import_pieces FROM ":app";
REVOKE DELETE ON imports FROM ":app";
