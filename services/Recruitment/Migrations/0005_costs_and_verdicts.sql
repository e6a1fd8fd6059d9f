ALTER TABLE costs
    ADD COLUMN replaces_id       uuid REFERENCES costs CONSTRAINT costs_replaced_once UNIQUE,
    ADD COLUMN correction_reason varchar(500),
    ADD COLUMN nothing_paid      boolean NOT NULL DEFAULT false,
    ADD COLUMN equivalent_minor    bigint,
    ADD COLUMN equivalent_currency char(3),
    DROP CONSTRAINT costs_amount_positive,
    ADD CONSTRAINT costs_amount_or_nothing CHECK (CASE WHEN nothing_paid THEN amount_minor = 0 AND equivalent_minor IS NULL ELSE amount_minor > 0 END),
    ADD CONSTRAINT costs_correction_says_why CHECK ((replaces_id IS NULL) = (correction_reason IS NULL)),
    ADD CONSTRAINT costs_equivalent_whole CHECK ((equivalent_minor IS NULL) = (equivalent_currency IS NULL) AND equivalent_minor > 0 AND equivalent_currency <> amount_currency);
COMMENT ON TABLE costs IS 'What one party states was paid for a recruitment, or that nothing was. Rows are added, never changed: a correction is a later row that names the one in whose place it stands.';
COMMENT ON COLUMN costs.replaces_id IS 'The line in whose place this one stands; that one no longer counts and stays on record.';
COMMENT ON COLUMN costs.equivalent_minor IS 'The same payment in the currency of the wage, at the rate of that day, as it was stated; NULL where it was paid in that currency, or nobody said.';

CREATE TABLE weighed_recruitments (
    contract_id  uuid     PRIMARY KEY REFERENCES contracts,
    agency_id    uuid,
    employer_id  uuid     NOT NULL,
    year         integer  NOT NULL,
    outcomes     text     NOT NULL,
    origin       char(2)  NOT NULL,
    destination  char(2)  NOT NULL,
    starts_on    date     NOT NULL,
    measure      varchar(14) NOT NULL,
    counts       varchar(14) NOT NULL,
    months       numeric(18, 6),
    CONSTRAINT weighed_recruitments_outcomes CHECK (outcomes ~ '^[PFUN]+$'),
    CONSTRAINT weighed_recruitments_measure CHECK (measure IN ('Resident', 'BorderSeasonal', 'None')),
    CONSTRAINT weighed_recruitments_counted CHECK ((counts = 'Counted') = (months IS NOT NULL) AND months >= 0)
);
CREATE INDEX weighed_recruitments_corridor ON weighed_recruitments (starts_on, origin, destination) WHERE measure <> 'None';
COMMENT ON TABLE weighed_recruitments IS 'What every recruitment comes to by the facts on record now, weighed again with each change of one of them. Made from other tables: RebuildVerdicts makes it anew.';
COMMENT ON COLUMN weighed_recruitments.outcomes IS 'One letter for each indicator, in their order: pass, fail, unknown, not applicable. Weighed as of the first day of work.';
COMMENT ON COLUMN weighed_recruitments.year IS 'The year in which the contract was registered, UTC.';
COMMENT ON COLUMN weighed_recruitments.counts IS 'For SDG 10.7.1: Counted, or why it cannot be.';
COMMENT ON COLUMN weighed_recruitments.months IS 'For SDG 10.7.1: what the worker bore, in months of the wage.';

CREATE TABLE weighed_parties (
    party_id     uuid      NOT NULL,
    year         integer   NOT NULL,
    recruitments integer   NOT NULL,
    counts       integer[] NOT NULL,
    PRIMARY KEY (party_id, year),
    CONSTRAINT weighed_parties_not_negative CHECK (recruitments >= 0)
);
COMMENT ON TABLE weighed_parties IS 'The recruitments of an agency or employer added up: for each indicator how many pass, fail, are unknown, do not apply.';

CREATE TABLE verdict_keys (
    country    char(2)     NOT NULL,
    version    integer     NOT NULL,
    key_id     bytea       NOT NULL CONSTRAINT verdict_keys_once UNIQUE,
    x          bytea       NOT NULL,
    y          bytea       NOT NULL,
    first_used timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (country, version)
);
COMMENT ON TABLE verdict_keys IS 'The public halves of the keys that sign verdicts, on record before the first verdict that each signs.';
REVOKE UPDATE, DELETE ON verdict_keys FROM ":app";

CREATE TABLE verdicts (
    id           uuid        CONSTRAINT verdicts_pkey PRIMARY KEY,
    kind         varchar(12) NOT NULL,
    subject_id   uuid        NOT NULL,
    worker_number varchar(14),
    country      char(2)     NOT NULL,
    as_of        date        NOT NULL,
    signed       bytea       NOT NULL,
    pass         integer     NOT NULL,
    fail         integer     NOT NULL,
    unknown      integer     NOT NULL,
    not_applicable integer   NOT NULL,
    kept_for     varchar(500) NOT NULL,
    agency_id    uuid        REFERENCES agencies,
    organisation text        NOT NULL,
    keeper_country char(2)   NOT NULL,
    kept_at      timestamptz NOT NULL,
    CONSTRAINT verdicts_kind CHECK (kind IN ('Recruitment', 'Agency', 'Employer')),
    CONSTRAINT verdicts_worker CHECK ((kind = 'Recruitment') = (worker_number IS NOT NULL))
);
CREATE INDEX verdicts_agency ON verdicts (agency_id, subject_id, kept_at) WHERE agency_id IS NOT NULL;
CREATE INDEX verdicts_subject ON verdicts (subject_id, id);
COMMENT ON TABLE verdicts IS 'Signed verdicts that somebody keeps, as evidence of having looked. Rows are added, never changed.';
REVOKE UPDATE, DELETE ON verdicts FROM ":app";

-- An agency's licences are read with every verdict on it; the exclusion constraints' indexes serve that slowly.
CREATE INDEX licences_agency ON licences (agency_id);
CREATE INDEX licence_suspensions_licence ON licence_suspensions (licence_id);
