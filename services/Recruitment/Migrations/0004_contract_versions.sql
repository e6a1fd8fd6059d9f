ALTER TABLE contracts
    ADD COLUMN transferred_from uuid REFERENCES contracts CONSTRAINT contracts_transferred_once UNIQUE;
COMMENT ON COLUMN contracts.transferred_from IS 'The worker''s contract in whose place this one stands; NULL for any other.';
CREATE INDEX contracts_upcoming ON contracts (agency_id, starts_on, id) WHERE agency_id IS NOT NULL AND status = 'Registered';

ALTER TABLE contract_versions
    ADD COLUMN cause     varchar(10) NOT NULL DEFAULT 'Registered',
    ADD COLUMN documents jsonb       NOT NULL DEFAULT '[]',
    ADD CONSTRAINT contract_versions_cause CHECK (cause IN ('Registered', 'Amended', 'Extended'));
COMMENT ON COLUMN contract_versions.cause IS 'Why there is this version.';
COMMENT ON COLUMN contract_versions.documents IS 'The signed text in each language: language, SHA-256 of the file, where it is kept.';

CREATE TABLE contract_signatures (
    contract_id  uuid        NOT NULL,
    number       integer     NOT NULL,
    party        varchar(8)  NOT NULL,
    method       varchar(12) NOT NULL,
    signed_on    date        NOT NULL,
    signatory    varchar(200),
    witness      varchar(200),
    hash         char(64)    NOT NULL,
    organisation text        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    CONSTRAINT contract_signatures_once PRIMARY KEY (contract_id, number, party),
    CONSTRAINT contract_signatures_version FOREIGN KEY (contract_id, number) REFERENCES contract_versions,
    CONSTRAINT contract_signatures_party CHECK (party IN ('Worker', 'Employer', 'Agency')),
    CONSTRAINT contract_signatures_method CHECK (method IN ('Ink', 'Thumbprint', 'Electronic')),
    CONSTRAINT contract_signatures_thumbprint_seen CHECK (method <> 'Thumbprint' OR witness IS NOT NULL)
);
COMMENT ON TABLE contract_signatures IS 'Who signed which version of a contract, on which day and how; organisation says who recorded it. Rows are added, never changed.';
REVOKE UPDATE, DELETE ON contract_signatures FROM ":app";
