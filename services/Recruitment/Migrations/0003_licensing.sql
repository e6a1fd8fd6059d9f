CREATE TABLE licence_applications (
    id               uuid        CONSTRAINT licence_applications_pkey PRIMARY KEY,
    agency_id        uuid        NOT NULL REFERENCES agencies,
    country          char(2)     NOT NULL,
    outbound         boolean     NOT NULL,
    countries        text[]      NOT NULL,
    renews_id        uuid        REFERENCES licences,
    capital_minor    bigint,
    capital_currency char(3),
    deposit_minor    bigint,
    deposit_currency char(3),
    statement        varchar(2000),
    account          text        NOT NULL,
    applied_on       date        NOT NULL,
    applied_at       timestamptz NOT NULL,
    status           varchar(9)  NOT NULL,
    reasons          jsonb       NOT NULL,
    decided_on       date,
    licence_id       uuid        REFERENCES licences,
    CONSTRAINT licence_applications_name_countries CHECK (cardinality(countries) > 0),
    CONSTRAINT licence_applications_capital_whole CHECK ((capital_minor IS NULL) = (capital_currency IS NULL) AND capital_minor >= 0),
    CONSTRAINT licence_applications_deposit_whole CHECK ((deposit_minor IS NULL) = (deposit_currency IS NULL) AND deposit_minor >= 0),
    CONSTRAINT licence_applications_status CHECK (status IN ('Applied', 'Granted', 'Refused', 'Withdrawn')),
    CONSTRAINT licence_applications_decided CHECK ((status = 'Applied') = (decided_on IS NULL)),
    CONSTRAINT licence_applications_granted_has_licence CHECK ((status = 'Granted') = (licence_id IS NOT NULL)),
    CONSTRAINT licence_applications_refused_has_reasons CHECK (status <> 'Refused' OR jsonb_array_length(reasons) > 0)
);
CREATE INDEX licence_applications_agency ON licence_applications (agency_id, id);
CREATE UNIQUE INDEX licence_applications_open_once ON licence_applications (agency_id, outbound) WHERE status = 'Applied';
COMMENT ON TABLE licence_applications IS 'Applications for a licence or its renewal, held by the licensing country; kept with the reasons whatever came of them.';
COMMENT ON COLUMN licence_applications.account IS 'Who applied, or entered the application: nobody decides the own one.';

ALTER TABLE licences
    ADD COLUMN renews_id uuid REFERENCES licences CONSTRAINT licences_renewed_once UNIQUE,
    ADD COLUMN revoked_from date,
    ADD COLUMN revocation_reason varchar(1000),
    ADD CONSTRAINT licences_revoked_has_reason CHECK ((revoked_from IS NULL) = (revocation_reason IS NULL)),
    DROP CONSTRAINT licences_no_overlap,
    -- A revoked licence leaves the days from its revocation on to another.
    ADD CONSTRAINT licences_no_overlap EXCLUDE USING gist (agency_id WITH =, (outbound::int) WITH =,
        (CASE WHEN revoked_from IS NULL THEN daterange(valid_from, valid_to, '[]') ELSE daterange(valid_from, valid_to, '[]') * daterange(NULL, revoked_from, '[)') END) WITH &&);
COMMENT ON COLUMN licences.revoked_from IS 'The first day on which it is revoked, for good; NULL while it is not.';

CREATE TABLE agency_representatives (
    id                  uuid         PRIMARY KEY,
    agency_id           uuid         NOT NULL REFERENCES agencies,
    country             char(2)      NOT NULL,
    kind                varchar(20)  NOT NULL,
    name                varchar(200) NOT NULL,
    name_latin          varchar(200),
    registration_number varchar(40),
    subdivision         varchar(6),
    from_day            date         NOT NULL,
    last_day            date,
    one_agency          boolean      NOT NULL,
    registered_at       timestamptz  NOT NULL,
    version             bigint       NOT NULL,
    CONSTRAINT agency_representatives_kind CHECK (kind IN ('Branch', 'LegalRepresentative', 'Signatory', 'Officer', 'SubAgent', 'OfficeAbroad')),
    CONSTRAINT agency_representatives_end_after_start CHECK (last_day >= from_day),
    CONSTRAINT agency_representatives_sub_agent_has_number CHECK (kind <> 'SubAgent' OR registration_number IS NOT NULL),
    CONSTRAINT agency_representatives_once EXCLUDE USING gist (agency_id WITH =, kind WITH =, country WITH =, registration_number WITH =, daterange(from_day, last_day, '[]') WITH &&) WHERE (registration_number IS NOT NULL),
    CONSTRAINT agency_representatives_one_agency EXCLUDE USING gist (country WITH =, registration_number WITH =, daterange(from_day, last_day, '[]') WITH &&) WHERE (one_agency)
);
CREATE INDEX agency_representatives_agency ON agency_representatives (agency_id, id);
CREATE INDEX agency_representatives_sub_agents ON agency_representatives (country, registration_number) WHERE kind = 'SubAgent';
COMMENT ON TABLE agency_representatives IS 'Whoever acts for an agency, for dated days: branches, officers and signatories, offices abroad, sub-agents. Ended, never deleted.';
COMMENT ON COLUMN agency_representatives.one_agency IS 'True for a sub-agent that by the country''s rule may act for one agency only: the constraint keeps it.';
REVOKE DELETE ON agency_representatives, licence_applications FROM ":app";

CREATE TABLE employer_standings (
    employer_id   uuid          NOT NULL REFERENCES employers,
    number        integer       NOT NULL,
    standing      varchar(10)   NOT NULL,
    from_day      date          NOT NULL,
    last_day      date,
    reference     varchar(60),
    reason        varchar(1000),
    recorded_at   timestamptz   NOT NULL,
    CONSTRAINT employer_standings_once PRIMARY KEY (employer_id, number),
    CONSTRAINT employer_standings_standing CHECK (standing IN ('Accredited', 'Suspended', 'Withdrawn')),
    CONSTRAINT employer_standings_end_after_start CHECK (last_day >= from_day),
    CONSTRAINT employer_standings_reasoned CHECK (standing = 'Accredited' OR reason IS NOT NULL),
    CONSTRAINT employer_standings_accredited_has_reference CHECK (standing <> 'Accredited' OR reference IS NOT NULL)
);
COMMENT ON TABLE employer_standings IS 'What the labour office of the country of work said of an employer, from which day on. The latest row that has begun counts. Rows are added, never changed.';
REVOKE UPDATE, DELETE ON employer_standings FROM ":app";

ALTER TABLE job_orders
    ADD COLUMN further_agencies uuid[] NOT NULL DEFAULT '{}',
    ADD COLUMN housing varchar(12),
    ADD COLUMN days_per_week integer,
    ADD COLUMN monthly_deduction_minor bigint,
    ADD COLUMN closed_on date,
    ADD COLUMN closed_reason varchar(1000),
    ADD CONSTRAINT job_orders_days CHECK (days_per_week BETWEEN 1 AND 7),
    ADD CONSTRAINT job_orders_deduction CHECK (monthly_deduction_minor >= 0),
    ADD CONSTRAINT job_orders_closed_has_reason CHECK ((closed_on IS NULL) = (closed_reason IS NULL));
COMMENT ON COLUMN job_orders.further_agencies IS 'Agencies that fill the order beside agency_id: they race for its places, which the constraint counts.';
COMMENT ON COLUMN job_orders.closed_on IS 'The day from which no contract may be registered under it, said by the labour office; NULL while it is not closed.';
CREATE INDEX job_orders_further_agencies ON job_orders USING gin (further_agencies);
CREATE INDEX job_orders_agency ON job_orders (agency_id, id) WHERE agency_id IS NOT NULL;
