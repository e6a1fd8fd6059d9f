-- A person: a key of the person's own, and the facts that are not told by a document.
ALTER TABLE workers
    ADD person_key             bytea,
    ADD key_version            integer,
    ADD key_destroyed_at       timestamptz,
    ADD languages              varchar(35)[] NOT NULL DEFAULT '{}',
    ADD father_name_encrypted  bytea,
    ADD mother_name_encrypted  bytea,
    ADD home_address_encrypted bytea,
    ADD no_document_reason     varchar(20),
    ADD registered_under       varchar(40),
    ADD contacts_changed_at    timestamptz,
    ADD CONSTRAINT workers_key_named_or_gone CHECK ((person_key IS NULL) = (key_version IS NULL) AND (person_key IS NULL OR key_destroyed_at IS NULL));
CREATE INDEX workers_key_version ON workers (key_version);
CREATE INDEX workers_without_key ON workers (id) WHERE person_key IS NULL AND key_destroyed_at IS NULL;
COMMENT ON COLUMN workers.person_key IS 'The person''s own column key, wrapped by the service''s column key of key_version. Destroyed to erase: everything *_encrypted of the person is then unreadable.';
COMMENT ON COLUMN workers.no_document_reason IS 'Why a person registered at the destination had no document.';
COMMENT ON COLUMN workers.registered_under IS 'The channel under which the destination registered the person; null for an enrolment at home.';

-- Documents as history.
ALTER TABLE documents
    ADD family             varchar(40) NOT NULL DEFAULT '',
    ADD authority          varchar(200),
    ADD hash_version       integer     NOT NULL DEFAULT 1,
    ADD unique_number      boolean     NOT NULL DEFAULT false,
    ADD disputed_reason    varchar(400),
    ADD evidence           varchar(12) NOT NULL DEFAULT 'Stated',
    ADD evidence_reference varchar(200),
    ADD state              varchar(12) NOT NULL DEFAULT 'InUse',
    ADD ended_on           date,
    ADD end_reason         varchar(400),
    ADD replaces           uuid        CONSTRAINT documents_replaced_once UNIQUE REFERENCES documents,
    ADD CONSTRAINT documents_end_said CHECK ((state = 'InUse') = (ended_on IS NULL)),
    ADD CONSTRAINT documents_replace_another CHECK (replaces <> id);
UPDATE documents SET
    family = CASE WHEN kind LIKE '__\_PASSPORT' AND kind <> 'PJ_PASSPORT' THEN 'PASSPORT' WHEN kind LIKE '__\_BORDER_PASS' THEN 'BORDER_PASS' WHEN kind = 'MM_CI' THEN 'CI'
        WHEN kind = 'TH_PINK' THEN 'PINK_CARD' WHEN kind = 'TH_WORKPERMIT' THEN 'WORK_PERMIT' WHEN kind = 'MM_OWIC' THEN 'OWIC' ELSE kind END,
    unique_number = kind LIKE '%PASSPORT' OR kind IN ('CI', 'MM_CI', 'TD_KH', 'PINK_CARD', 'TH_PINK', 'TH_PIN13', 'CN_RIC18', 'CN_FOREIGN_PR', 'VN_PIN12', 'KH_NID9', 'MM_NRC');
ALTER TABLE documents DROP CONSTRAINT documents_number_once;
CREATE UNIQUE INDEX documents_number_once ON documents (family, issuer, number_hash) WHERE unique_number AND disputed_reason IS NULL;
CREATE INDEX documents_number ON documents (number_hash);
CREATE INDEX documents_hash_version ON documents (hash_version);
COMMENT ON COLUMN documents.family IS 'The kind without its issuer, under which numbers are compared: LA_PASSPORT is a PASSPORT.';
COMMENT ON COLUMN documents.unique_number IS 'Whether numbers of this kind belong to one person only (Data/document_kinds.json, id_formats.json). Others are a hint to a duplicate, no more.';
COMMENT ON COLUMN documents.disputed_reason IS 'Why an officer recorded a number that is another worker''s already.';

-- How a person is reached, and who belongs to the person. All of it is encrypted under the person's key.
CREATE TABLE worker_contacts (
    id              uuid PRIMARY KEY,
    worker_id       uuid        NOT NULL REFERENCES workers,
    position        integer     NOT NULL,
    kind            varchar(8)  NOT NULL,
    value_encrypted bytea       NOT NULL,
    value_hash      bytea       NOT NULL,
    hash_version    integer     NOT NULL,
    added_at        timestamptz NOT NULL
);
CREATE INDEX worker_contacts_worker ON worker_contacts (worker_id);
CREATE INDEX worker_contacts_value ON worker_contacts (value_hash);
CREATE INDEX worker_contacts_hash_version ON worker_contacts (hash_version);
COMMENT ON TABLE worker_contacts IS 'Phones, mail addresses and other ways to reach a worker: encrypted, found by keyed hash.';

CREATE TABLE worker_relatives (
    id                uuid PRIMARY KEY,
    worker_id         uuid        NOT NULL REFERENCES workers,
    position          integer     NOT NULL,
    part              varchar(20) NOT NULL,
    relation          varchar(12) NOT NULL,
    details_encrypted bytea       NOT NULL
);
CREATE INDEX worker_relatives_worker ON worker_relatives (worker_id);
CREATE UNIQUE INDEX worker_relatives_one_emergency_contact ON worker_relatives (worker_id) WHERE part = 'EmergencyContact';
COMMENT ON TABLE worker_relatives IS 'The emergency contact and the dependants. Names, phones and birth years are encrypted.';
