CREATE TABLE agencies (
    id                  uuid         CONSTRAINT agencies_pkey PRIMARY KEY,
    country             char(2)      NOT NULL,
    name                varchar(200) NOT NULL,
    name_latin          varchar(200),
    registration_number varchar(40)  NOT NULL,
    registered_at       timestamptz  NOT NULL,
    version             bigint       NOT NULL,
    CONSTRAINT agencies_registration_once UNIQUE (country, registration_number)
);
COMMENT ON TABLE agencies IS 'Recruitment agencies, held by the country that licenses them. Never deleted.';

CREATE TABLE licences (
    id               uuid        PRIMARY KEY,
    agency_id        uuid        NOT NULL REFERENCES agencies,
    country          char(2)     NOT NULL,
    number           varchar(60) NOT NULL,
    outbound         boolean     NOT NULL,
    valid_from       date        NOT NULL,
    valid_to         date,
    countries        text[]      NOT NULL,
    deposit_minor    bigint,
    deposit_currency char(3),
    conditions       varchar(2000),
    granted_at       timestamptz NOT NULL,
    CONSTRAINT licences_number_once UNIQUE (country, number),
    CONSTRAINT licences_end_after_start CHECK (valid_to >= valid_from),
    CONSTRAINT licences_name_countries CHECK (cardinality(countries) > 0),
    CONSTRAINT licences_deposit_whole CHECK ((deposit_minor IS NULL) = (deposit_currency IS NULL) AND deposit_minor >= 0),
    CONSTRAINT licences_no_overlap EXCLUDE USING gist (agency_id WITH =, (outbound::int) WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);
COMMENT ON TABLE licences IS 'Licences for dated days and named countries. A renewal is a new row.';

CREATE TABLE licence_suspensions (
    id         uuid          PRIMARY KEY,
    licence_id uuid          NOT NULL REFERENCES licences,
    from_day   date          NOT NULL,
    until_day  date,
    reason     varchar(1000) NOT NULL,
    CONSTRAINT licence_suspensions_end_after_start CHECK (until_day >= from_day),
    CONSTRAINT licence_suspensions_no_overlap EXCLUDE USING gist (licence_id WITH =, daterange(from_day, until_day, '[)') WITH &&)
);
COMMENT ON TABLE licence_suspensions IS 'Days on which a licence was not valid although within its period; until_day is the day from which it was valid again.';

CREATE TABLE employers (
    id                  uuid         CONSTRAINT employers_pkey PRIMARY KEY,
    country             char(2)      NOT NULL,
    name                varchar(200) NOT NULL,
    name_latin          varchar(200),
    registration_number varchar(40)  NOT NULL,
    sector              varchar(40)  NOT NULL,
    subdivision         varchar(6)   NOT NULL,
    site_visited_on     date,
    registered_at       timestamptz  NOT NULL,
    version             bigint       NOT NULL,
    CONSTRAINT employers_registration_once UNIQUE (country, registration_number)
);
COMMENT ON TABLE employers IS 'Enterprises that employ migrant workers, registered by the labour office of the country of work, which holds them.';

CREATE TABLE job_orders (
    id                 uuid        CONSTRAINT job_orders_pkey PRIMARY KEY,
    employer_id        uuid        NOT NULL REFERENCES employers,
    agency_id          uuid        REFERENCES agencies,
    origin             char(2)     NOT NULL,
    country            char(2)     NOT NULL,
    channel            varchar(40) NOT NULL,
    occupation         varchar(4)  NOT NULL,
    places             integer     NOT NULL,
    places_left        integer     NOT NULL,
    wage_minor         bigint      NOT NULL,
    wage_currency      char(3)     NOT NULL,
    wage_period        varchar(8)  NOT NULL,
    hours_per_week     integer     NOT NULL,
    open_until         date        NOT NULL,
    status             varchar(12) NOT NULL,
    attestation_number varchar(60),
    registered_at      timestamptz NOT NULL,
    version            bigint      NOT NULL,
    CONSTRAINT job_orders_places_left CHECK (places_left BETWEEN 0 AND places),
    CONSTRAINT job_orders_attested_has_number CHECK ((status = 'Attested') = (attestation_number IS NOT NULL))
);
CREATE INDEX job_orders_employer ON job_orders (employer_id);
COMMENT ON TABLE job_orders IS 'Demand letters: so many places at one employer under stated terms. Held by the country of work.';
COMMENT ON COLUMN job_orders.places_left IS 'Counted by trigger with each contract; the check is what keeps two agencies from overselling the last place.';

CREATE TABLE contracts (
    id              uuid        CONSTRAINT contracts_pkey PRIMARY KEY,
    worker_number   varchar(14) NOT NULL,
    worker_born     varchar(10),
    country         char(2)     NOT NULL,
    agency_id       uuid        REFERENCES agencies,
    employer_id     uuid        NOT NULL REFERENCES employers,
    job_order_id    uuid        REFERENCES job_orders,
    origin          char(2)     NOT NULL,
    destination     char(2)     NOT NULL,
    channel         varchar(40) NOT NULL,
    occupation      varchar(4)  NOT NULL,
    sector          varchar(40) NOT NULL,
    employment_type varchar(40) NOT NULL,
    starts_on       date        NOT NULL,
    ends_on         date        NOT NULL,
    last_day        date        NOT NULL,
    status          varchar(12) NOT NULL,
    end_reason      varchar(16),
    text_version    integer     NOT NULL,
    text_hash       char(64)    NOT NULL,
    registered_at   timestamptz NOT NULL,
    version         bigint      NOT NULL,
    CONSTRAINT contracts_end_after_start CHECK (ends_on >= starts_on),
    CONSTRAINT contracts_last_day_within_term CHECK (last_day BETWEEN starts_on - 1 AND ends_on),
    CONSTRAINT contracts_ended_has_reason CHECK ((status = 'Ended') = (end_reason IS NOT NULL)),
    CONSTRAINT contracts_no_overlap EXCLUDE USING gist (worker_number WITH =, daterange(starts_on, last_day + 1, '[)') WITH &&)
);
CREATE INDEX contracts_worker ON contracts (worker_number, starts_on);
CREATE INDEX contracts_employer ON contracts (employer_id);
CREATE INDEX contracts_agency ON contracts (agency_id) WHERE agency_id IS NOT NULL;
COMMENT ON TABLE contracts IS 'Employment contracts of migrant workers: at most one a day for each worker. Ended, never deleted.';
COMMENT ON COLUMN contracts.worker_born IS 'The birth date that the registry of workers confirmed, as precise as it is known; weighed for the minimum age only.';
COMMENT ON COLUMN contracts.last_day IS 'The last day in force: the end of the term until the contract is ended; the day before the first when the work never began.';

CREATE TABLE contract_versions (
    contract_id        uuid        NOT NULL REFERENCES contracts,
    number             integer     NOT NULL,
    signed_on          date        NOT NULL,
    languages          text[]      NOT NULL,
    text               text        NOT NULL,
    hash               char(64)    NOT NULL,
    document_reference varchar(200),
    registered_at      timestamptz NOT NULL,
    PRIMARY KEY (contract_id, number),
    CONSTRAINT contract_versions_hash_of_text CHECK (hash = encode(sha256(convert_to(text, 'UTF8')), 'hex'))
);
COMMENT ON TABLE contract_versions IS 'The exact text of each version and its SHA-256. Rows are added, never changed.';
REVOKE UPDATE, DELETE ON contract_versions FROM ":app";

CREATE TABLE declarations (
    id                      uuid        PRIMARY KEY,
    contract_id             uuid        NOT NULL REFERENCES contracts,
    worker_number           varchar(14) NOT NULL,
    country                 char(2)     NOT NULL,
    declared_on             date        NOT NULL,
    languages               text[]      NOT NULL,
    holds_own_papers        boolean,
    owes_recruiter          boolean,
    borrowed_to_pay         boolean,
    free_to_leave           boolean,
    has_copy                boolean,
    knows_complaint_channel boolean,
    costs_complete          boolean,
    recorded_at             timestamptz NOT NULL
);
CREATE INDEX declarations_contract ON declarations (contract_id, declared_on, id);
COMMENT ON TABLE declarations IS 'What a worker declared about the recruitment without agency or employer present; NULL where it was not asked. Rows are added, never changed.';
REVOKE UPDATE, DELETE ON declarations FROM ":app";

CREATE TABLE costs (
    id                uuid        PRIMARY KEY,
    contract_id       uuid        NOT NULL REFERENCES contracts,
    worker_number     varchar(14) NOT NULL,
    country           char(2)     NOT NULL,
    item              varchar(20) NOT NULL,
    payer             varchar(12) NOT NULL,
    payee             varchar(20) NOT NULL,
    amount_minor      bigint      NOT NULL,
    amount_currency   char(3)     NOT NULL,
    paid_on           date        NOT NULL,
    receipt_reference varchar(200),
    stated_by         varchar(12) NOT NULL,
    recorded_at       timestamptz NOT NULL,
    CONSTRAINT costs_amount_positive CHECK (amount_minor > 0)
);
CREATE INDEX costs_contract ON costs (contract_id, id);
COMMENT ON TABLE costs IS 'What one party states was paid for a recruitment. Rows are added, never changed.';
REVOKE UPDATE, DELETE ON costs FROM ":app";

CREATE FUNCTION take_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE job_orders SET places_left = places_left - 1 WHERE id = NEW.job_order_id;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION take_place IS 'Takes a place of the job order with the contract; fails by job_orders_places_left when none is left.';
CREATE TRIGGER contracts_take_place AFTER INSERT ON contracts FOR EACH ROW WHEN (NEW.job_order_id IS NOT NULL) EXECUTE FUNCTION take_place();

CREATE FUNCTION free_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE job_orders SET places_left = places_left + 1 WHERE id = NEW.job_order_id;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION free_place IS 'Frees the place of a contract whose work never began.';
CREATE TRIGGER contracts_free_place AFTER UPDATE OF last_day ON contracts FOR EACH ROW
    WHEN (NEW.job_order_id IS NOT NULL AND OLD.last_day >= OLD.starts_on AND NEW.last_day < NEW.starts_on) EXECUTE FUNCTION free_place();
