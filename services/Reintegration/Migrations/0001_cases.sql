-- Cases of workers who came back, and the plans agreed in them.

CREATE TABLE cases (
    id            uuid        PRIMARY KEY,
    country       text        NOT NULL CHECK (length(country) = 2),
    worker_number text        NOT NULL CHECK (length(worker_number) = 14),
    source        text        NOT NULL CHECK (source IN ('Return', 'WalkIn')),
    return_id     uuid,
    left_country  text        NOT NULL CHECK (length(left_country) = 2),
    reason        text        NOT NULL,
    returned_on   date        NOT NULL,
    state         text        NOT NULL CHECK (state IN ('Opened', 'Assigned', 'PlanAgreed', 'Closed')),
    opened_at     timestamptz NOT NULL,
    counsellor    text,
    office        text,
    plan_id       uuid,
    closed_on     date,
    outcome       text,
    version       bigint      NOT NULL,
    CONSTRAINT cases_one_per_return UNIQUE (return_id),
    CONSTRAINT cases_return_known CHECK (source = 'WalkIn' OR return_id IS NOT NULL),
    CONSTRAINT cases_counsellor CHECK ((counsellor IS NULL) = (office IS NULL)),
    CONSTRAINT cases_plan CHECK (state <> 'PlanAgreed' OR plan_id IS NOT NULL),
    CONSTRAINT cases_outcome CHECK ((state = 'Closed') = (closed_on IS NOT NULL AND outcome IS NOT NULL))
);
COMMENT ON TABLE cases IS 'Reintegration cases, held by the country returned to. One per return; closed, never deleted.';
-- A worker who walks in twice has one case as long as it is open. Returns are told apart by their own constraint.
CREATE UNIQUE INDEX cases_one_walk_in ON cases (country, worker_number) WHERE return_id IS NULL AND state <> 'Closed';
CREATE INDEX cases_worker ON cases (worker_number);
CREATE INDEX cases_caseload ON cases (country, id);
REVOKE DELETE ON cases FROM ":app";

CREATE TABLE plans (
    id               uuid    PRIMARY KEY,
    case_id          uuid    NOT NULL REFERENCES cases,
    number           integer NOT NULL CHECK (number >= 1),
    consent_given_on date    NOT NULL,
    consent_form     text    NOT NULL,
    consent_language text    NOT NULL,
    goals            text[]  NOT NULL CHECK (cardinality(goals) > 0),
    agreed_on        date    NOT NULL,
    agreed_by        text    NOT NULL,
    CONSTRAINT plans_number UNIQUE (case_id, number),
    CONSTRAINT plans_consent CHECK (consent_given_on <= agreed_on)
);
COMMENT ON TABLE plans IS 'What worker and counsellor agreed. Never changed: another agreement is the next plan of the case. No row without consent.';
REVOKE UPDATE, DELETE ON plans FROM ":app";
ALTER TABLE cases ADD CONSTRAINT cases_plan_exists FOREIGN KEY (plan_id) REFERENCES plans DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE plan_items (
    plan_id         uuid    NOT NULL REFERENCES plans,
    position        integer NOT NULL,
    service         text    NOT NULL,
    partner         text    NOT NULL,
    programme       text,
    starts_on       date    NOT NULL,
    ends_on         date    NOT NULL,
    budget_minor    bigint  NOT NULL CHECK (budget_minor >= 0),
    budget_currency text    NOT NULL CHECK (length(budget_currency) = 3),
    PRIMARY KEY (plan_id, position),
    CONSTRAINT plan_items_period CHECK (ends_on >= starts_on)
);
COMMENT ON TABLE plan_items IS 'The services of a plan, with partner, days and budget in minor units.';
REVOKE UPDATE, DELETE ON plan_items FROM ":app";
