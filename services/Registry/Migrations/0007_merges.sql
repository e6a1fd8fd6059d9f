CREATE TABLE merges (
    id               uuid PRIMARY KEY,
    survivor         varchar(14)  NOT NULL REFERENCES workers (worker_number),
    absorbed         varchar(14)  NOT NULL REFERENCES workers (worker_number),
    country          char(2)      NOT NULL,
    absorbed_country char(2)      NOT NULL,
    evidence         varchar(500) NOT NULL,
    state            varchar(9)   NOT NULL,
    awaits           char(2),
    turn             integer,
    merged_at        timestamptz,
    version          bigint       NOT NULL,
    CONSTRAINT merges_of_two CHECK (survivor <> absorbed),
    CONSTRAINT merges_state CHECK (state IN ('Proposed', 'Effective', 'Declined', 'Undone')),
    CONSTRAINT merges_awaits CHECK ((state = 'Proposed') = (awaits IS NOT NULL)),
    CONSTRAINT merges_took_effect CHECK ((state IN ('Effective', 'Undone')) = (turn IS NOT NULL AND merged_at IS NOT NULL)),
    CONSTRAINT merges_turn_once UNIQUE (absorbed, turn)
);
COMMENT ON TABLE merges IS 'Two worker numbers found to be one person: proposed, agreed, undone. No record is rewritten; worker_aliases follows from the merges in effect.';
COMMENT ON COLUMN merges.awaits IS 'The holder of the other record, whose officers have to agree.';
CREATE UNIQUE INDEX merges_one_survivor ON merges (absorbed) WHERE state = 'Effective';
CREATE UNIQUE INDEX merges_proposed_once ON merges (least(survivor, absorbed), greatest(survivor, absorbed)) WHERE state = 'Proposed';
CREATE INDEX merges_survivor ON merges (survivor);
CREATE INDEX merges_absorbed ON merges (absorbed);
REVOKE DELETE ON merges FROM ":app";

CREATE TABLE merge_steps (
    merge_id     uuid         NOT NULL REFERENCES merges,
    number       integer      NOT NULL,
    what         varchar(8)   NOT NULL,
    at           timestamptz  NOT NULL,
    account      text         NOT NULL,
    organisation text         NOT NULL,
    reason       varchar(500) NOT NULL,
    PRIMARY KEY (merge_id, number),
    CONSTRAINT merge_steps_what CHECK (what IN ('Proposed', 'Declined', 'Merged', 'Undone'))
);
COMMENT ON TABLE merge_steps IS 'Who proposed, merged, declined and undid what, when and why. Rows are added, never changed.';
REVOKE UPDATE, DELETE ON merge_steps FROM ":app";
