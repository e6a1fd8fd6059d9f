-- Organisations, the accounts and programs that belong to them, what a person allowed the portal, and the keys that sign tokens.

CREATE TABLE organisations (
    id            uuid        NOT NULL PRIMARY KEY,
    kind          text        NOT NULL,
    name          text        NOT NULL,
    country       char(2),
    agency_id     uuid,
    registered_at timestamptz NOT NULL,
    version       bigint      NOT NULL,
    CONSTRAINT organisations_only_regional_without_country CHECK ((country IS NULL) = (kind = 'RegionalBody')),
    CONSTRAINT organisations_agency_has_id CHECK ((agency_id IS NOT NULL) = (kind = 'Agency')),
    CONSTRAINT organisations_agency_unique UNIQUE (agency_id),
    CONSTRAINT organisations_name_unique UNIQUE NULLS NOT DISTINCT (country, kind, name)
);
COMMENT ON TABLE organisations IS 'Offices, agencies and bodies whose people and programs use the registry. Without a country: a regional body, which reaches every country.';

CREATE TABLE accounts (
    id                   uuid        NOT NULL PRIMARY KEY,
    user_name            text        NOT NULL,
    normalized_user_name text        NOT NULL,
    password_hash        text        NOT NULL,
    must_change_password boolean     NOT NULL,
    security_stamp       text        NOT NULL,
    concurrency_stamp    text        NOT NULL,
    lockout_enabled      boolean     NOT NULL,
    lockout_end          timestamptz,
    access_failed_count  integer     NOT NULL,
    organisation_id      uuid        REFERENCES organisations,
    worker_number        text        CHECK (length(worker_number) = 14),
    roles                text[]      NOT NULL,
    created_at           timestamptz NOT NULL,
    version              bigint      NOT NULL,
    CONSTRAINT accounts_name_unique UNIQUE (normalized_user_name),
    CONSTRAINT accounts_worker_unique UNIQUE (worker_number),
    CONSTRAINT accounts_organisation_or_worker CHECK ((organisation_id IS NULL) <> (worker_number IS NULL)),
    CONSTRAINT accounts_role_worker CHECK ((worker_number IS NOT NULL) = ('worker' = ANY (roles))),
    CONSTRAINT accounts_have_roles CHECK (cardinality(roles) > 0)
);
COMMENT ON TABLE accounts IS 'People who sign in: of an organisation, or a worker for the own record. Names and hashes as ASP.NET Core Identity makes them. lockout_end infinity: an administrator locked it.';
CREATE INDEX accounts_organisation ON accounts (organisation_id, id);

CREATE TABLE clients (
    id              uuid        NOT NULL PRIMARY KEY,
    organisation_id uuid        NOT NULL REFERENCES organisations,
    name            text        NOT NULL,
    roles           text[]      NOT NULL,
    secret_hash     bytea       NOT NULL,
    registered_at   timestamptz NOT NULL,
    withdrawn_at    timestamptz,
    version         bigint      NOT NULL,
    CONSTRAINT clients_have_roles CHECK (cardinality(roles) > 0)
);
COMMENT ON TABLE clients IS 'Programs of an organisation that call without a person. The secret has 256 random bits, so a plain hash keeps it.';
CREATE INDEX clients_organisation ON clients (organisation_id, id);

CREATE TABLE sign_ins (
    id            uuid        NOT NULL PRIMARY KEY,
    account_id    uuid        NOT NULL REFERENCES accounts,
    client_id     text        NOT NULL,
    session_id    uuid        NOT NULL,
    scope         text        NOT NULL,
    nonce         text,
    signed_in_at  timestamptz NOT NULL,
    ends_at       timestamptz NOT NULL,
    ended_at      timestamptz,
    ended_why     text
);
COMMENT ON TABLE sign_ins IS 'What a person''s sign-in gave to a client: one code, and the refresh tokens that follow from it. Ending it ends them all.';
CREATE INDEX sign_ins_account ON sign_ins (account_id) WHERE ended_at IS NULL;
CREATE INDEX sign_ins_session ON sign_ins (session_id) WHERE ended_at IS NULL;
CREATE INDEX sign_ins_end ON sign_ins (ends_at);

CREATE TABLE codes (
    hash           bytea       NOT NULL PRIMARY KEY,
    sign_in_id     uuid        NOT NULL REFERENCES sign_ins ON DELETE CASCADE,
    redirect_uri   text        NOT NULL,
    code_challenge text        NOT NULL,
    expires_at     timestamptz NOT NULL,
    used_at        timestamptz
);
COMMENT ON TABLE codes IS 'Authorization codes, hashed; for one use within a minute.';
CREATE INDEX codes_sign_in ON codes (sign_in_id);

CREATE TABLE refresh_tokens (
    hash       bytea       NOT NULL PRIMARY KEY,
    sign_in_id uuid        NOT NULL REFERENCES sign_ins ON DELETE CASCADE,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
COMMENT ON TABLE refresh_tokens IS 'Refresh tokens, hashed; for one use, which gives the next one. A second use ends the sign-in.';
CREATE INDEX refresh_tokens_sign_in ON refresh_tokens (sign_in_id);

CREATE TABLE token_keys (
    version     integer     NOT NULL PRIMARY KEY,
    key_id      text        NOT NULL UNIQUE,
    signs_since timestamptz NOT NULL,
    retired_at  timestamptz
);
COMMENT ON TABLE token_keys IS 'Since when and until when each token key signs. The keys themselves are never in the database.';
