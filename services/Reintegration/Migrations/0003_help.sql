-- What help consists of: assessments, partners and referrals, grants and their budgets, claims, skills, follow-up.

CREATE TABLE assessments (
    id           uuid    PRIMARY KEY,
    case_id      uuid    NOT NULL REFERENCES cases,
    kind         text    NOT NULL CHECK (kind IN ('Needs', 'Sustainability')),
    version      integer NOT NULL CHECK (version >= 1),
    language     text    NOT NULL,
    started_on   date    NOT NULL,
    started_by   text    NOT NULL,
    completed_on date,
    CONSTRAINT assessments_completed CHECK (completed_on >= started_on)
);
COMMENT ON TABLE assessments IS 'Questionnaires answered for a case. The id is chosen by the device, which may have had no network. Complete when all required questions are answered; never changed after: a later one is another.';
CREATE INDEX assessments_case ON assessments (case_id);
REVOKE UPDATE, DELETE ON assessments FROM ":app";
GRANT UPDATE (completed_on) ON assessments TO ":app";

CREATE TABLE assessment_answers (
    id            uuid        PRIMARY KEY,
    assessment_id uuid        NOT NULL REFERENCES assessments,
    question      text        NOT NULL,
    value         text        NOT NULL,
    answered_at   timestamptz NOT NULL
);
COMMENT ON TABLE assessment_answers IS 'Answers, each with the id and the time that the device gave it. Of several to one question the latest holds. Never changed.';
CREATE INDEX assessment_answers_assessment ON assessment_answers (assessment_id);
REVOKE UPDATE, DELETE ON assessment_answers FROM ":app";

CREATE TABLE partners (
    id            uuid    PRIMARY KEY,
    country       text    NOT NULL CHECK (length(country) = 2),
    name          text    NOT NULL,
    organisation  text    NOT NULL,
    services      text[]  NOT NULL CHECK (cardinality(services) > 0),
    registered_on date    NOT NULL,
    ended_on      date,
    CONSTRAINT partners_period CHECK (ended_on >= registered_on)
);
COMMENT ON TABLE partners IS 'Who gives help: an organisation at Access and the services it takes referrals for. Ended, never deleted.';
CREATE UNIQUE INDEX partners_once ON partners (country, organisation) WHERE ended_on IS NULL;
REVOKE DELETE ON partners FROM ":app";

CREATE TABLE skills (
    id           uuid    PRIMARY KEY,
    case_id      uuid    NOT NULL REFERENCES cases,
    occupation   text    NOT NULL CHECK (occupation ~ '^[0-9]{4}$'),
    months       integer NOT NULL CHECK (months BETWEEN 1 AND 720),
    learned_in   text    NOT NULL CHECK (length(learned_in) = 2),
    certificates text[]  NOT NULL,
    recorded_on  date    NOT NULL,
    recorded_by  text    NOT NULL
);
COMMENT ON TABLE skills IS 'What was learned abroad: ISCO-08 unit group, months, certificates. Never changed: another record is added.';
CREATE INDEX skills_case ON skills (case_id);
REVOKE UPDATE, DELETE ON skills FROM ":app";

CREATE TABLE referrals (
    id               uuid    PRIMARY KEY,
    case_id          uuid    NOT NULL REFERENCES cases,
    partner_id       uuid    NOT NULL REFERENCES partners,
    service          text    NOT NULL,
    needed           text    NOT NULL,
    skill_ids        uuid[]  NOT NULL,
    consent_given_on date    NOT NULL,
    consent_form     text    NOT NULL,
    consent_language text    NOT NULL,
    sent_on          date    NOT NULL,
    sent_by          text    NOT NULL,
    state            text    NOT NULL CHECK (state IN ('Sent', 'Accepted', 'Declined', 'Done', 'Transferred', 'Revoked')),
    answered_on      date,
    reason           text,
    done_on          date,
    result           text,
    revoked_on       date,
    next_id          uuid    REFERENCES referrals,
    CONSTRAINT referrals_consent CHECK (consent_given_on <= sent_on),
    CONSTRAINT referrals_declined CHECK (state <> 'Declined' OR reason IS NOT NULL),
    CONSTRAINT referrals_done CHECK ((state = 'Done') <= (done_on IS NOT NULL AND result IS NOT NULL)),
    CONSTRAINT referrals_revoked CHECK (state NOT IN ('Revoked', 'Transferred') OR revoked_on IS NOT NULL)
);
COMMENT ON TABLE referrals IS 'What a partner was asked, with the worker''s consent. A partner reads a row until revoked_on is set, and no other.';
CREATE INDEX referrals_case ON referrals (case_id);
CREATE INDEX referrals_partner ON referrals (partner_id, id) WHERE revoked_on IS NULL;
REVOKE DELETE ON referrals FROM ":app";

CREATE TABLE grant_budgets (
    id              uuid    PRIMARY KEY,
    country         text    NOT NULL CHECK (length(country) = 2),
    programme       text    NOT NULL,
    office          text    NOT NULL,
    year            integer NOT NULL CHECK (year BETWEEN 2000 AND 2100),
    currency        text    NOT NULL CHECK (length(currency) = 3),
    amount_minor    bigint  NOT NULL CHECK (amount_minor >= 0),
    committed_minor bigint  NOT NULL DEFAULT 0 CHECK (committed_minor >= 0),
    CONSTRAINT grant_budgets_once UNIQUE (programme, office, year, currency),
    CONSTRAINT grant_budgets_not_overspent CHECK (committed_minor <= amount_minor)
);
COMMENT ON TABLE grant_budgets IS 'The money of a programme at an office in a year and currency. What is committed follows the grants by trigger and never exceeds the amount.';
REVOKE UPDATE, DELETE ON grant_budgets FROM ":app";
GRANT UPDATE (amount_minor) ON grant_budgets TO ":app";

CREATE TABLE grants (
    id             uuid   PRIMARY KEY,
    case_id        uuid   NOT NULL REFERENCES cases,
    budget_id      uuid   NOT NULL REFERENCES grant_budgets,
    service        text   NOT NULL,
    purpose        text   NOT NULL,
    amount_minor   bigint NOT NULL CHECK (amount_minor > 0),
    currency       text   NOT NULL CHECK (length(currency) = 3),
    state          text   NOT NULL CHECK (state IN ('Asked', 'Approved', 'Refused', 'Paid', 'Returned')),
    asked_on       date   NOT NULL,
    asked_by       text   NOT NULL,
    decided_on     date,
    decided_by     text,
    reason         text,
    paid_on        date,
    evidence       text,
    returned_on    date,
    returned_minor bigint NOT NULL DEFAULT 0,
    CONSTRAINT grants_two_officers CHECK (decided_by IS NULL OR decided_by <> asked_by),
    CONSTRAINT grants_decided CHECK (state = 'Asked' OR (decided_on IS NOT NULL AND decided_by IS NOT NULL)),
    CONSTRAINT grants_paid CHECK (state NOT IN ('Paid', 'Returned') OR (paid_on IS NOT NULL AND evidence IS NOT NULL)),
    CONSTRAINT grants_returned CHECK ((state = 'Returned') = (returned_on IS NOT NULL) AND returned_minor BETWEEN 0 AND amount_minor)
);
COMMENT ON TABLE grants IS 'Money for a returnee: asked by one officer, decided by another, paid, perhaps returned.';
CREATE INDEX grants_case ON grants (case_id);
REVOKE DELETE ON grants FROM ":app";
REVOKE UPDATE ON grants FROM ":app";
GRANT UPDATE (state, decided_on, decided_by, reason, paid_on, evidence, returned_on, returned_minor) ON grants TO ":app";

-- The budget follows the grants in the transaction that changes them: of two officers who race for the last money one waits for the row and breaks the constraint.
CREATE FUNCTION grants_commit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    was bigint := 0;
    now bigint := CASE WHEN NEW.state IN ('Approved', 'Paid') THEN NEW.amount_minor WHEN NEW.state = 'Returned' THEN NEW.amount_minor - NEW.returned_minor ELSE 0 END;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        was := CASE WHEN OLD.state IN ('Approved', 'Paid') THEN OLD.amount_minor WHEN OLD.state = 'Returned' THEN OLD.amount_minor - OLD.returned_minor ELSE 0 END;
    END IF;
    IF now <> was THEN
        UPDATE grant_budgets SET committed_minor = committed_minor + now - was WHERE id = NEW.budget_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER grants_commit AFTER INSERT OR UPDATE ON grants FOR EACH ROW EXECUTE FUNCTION grants_commit();

CREATE TABLE claims (
    id            uuid   PRIMARY KEY,
    case_id       uuid   NOT NULL REFERENCES cases,
    kind          text   NOT NULL CHECK (kind IN ('Wages', 'WayHome', 'Insurance', 'Fee', 'Compensation', 'Other')),
    origin        text   NOT NULL,
    against       text   NOT NULL CHECK (length(against) = 2),
    text          text   NOT NULL,
    contract_id   text,
    membership_id text,
    state         text   NOT NULL CHECK (state IN ('ToAsk', 'ToFile', 'Filed', 'Awarded', 'Paid', 'Refused', 'Dropped')),
    next_step     text,
    opened_on     date   NOT NULL,
    amount_minor  bigint CHECK (amount_minor >= 0),
    currency      text   CHECK (length(currency) = 3),
    settled_on    date,
    evidence      text,
    CONSTRAINT claims_once UNIQUE (case_id, kind, origin),
    CONSTRAINT claims_amount CHECK ((amount_minor IS NULL) = (currency IS NULL)),
    CONSTRAINT claims_paid CHECK (state <> 'Paid' OR (amount_minor IS NOT NULL AND evidence IS NOT NULL AND settled_on IS NOT NULL)),
    CONSTRAINT claims_next CHECK ((state IN ('Paid', 'Refused', 'Dropped')) <> (next_step IS NOT NULL))
);
COMMENT ON TABLE claims IS 'What is owed to a returnee and how far it has come. Found once per contract or membership, however often it is asked.';
REVOKE DELETE ON claims FROM ":app";

CREATE TABLE claim_steps (
    claim_id uuid    NOT NULL REFERENCES claims,
    number   integer NOT NULL CHECK (number >= 1),
    taken_on date    NOT NULL,
    taken_by text    NOT NULL,
    state    text    NOT NULL,
    note     text    NOT NULL,
    PRIMARY KEY (claim_id, number)
);
COMMENT ON TABLE claim_steps IS 'Each step of a claim: who, when, where it led, in words. Never changed.';
REVOKE UPDATE, DELETE ON claim_steps FROM ":app";

CREATE TABLE follow_ups (
    id            uuid    PRIMARY KEY,
    case_id       uuid    NOT NULL REFERENCES cases,
    month         integer NOT NULL CHECK (month > 0),
    asked_on      date    NOT NULL,
    assessment_id uuid    NOT NULL REFERENCES assessments,
    economic      integer NOT NULL CHECK (economic BETWEEN 0 AND 100),
    social        integer NOT NULL CHECK (social BETWEEN 0 AND 100),
    psychosocial  integer NOT NULL CHECK (psychosocial BETWEEN 0 AND 100),
    total         integer NOT NULL CHECK (total BETWEEN 0 AND 100),
    intention     text    NOT NULL CHECK (intention IN ('Stay', 'LeaveBySafeChannel', 'LeaveAnyway', 'Undecided')),
    recorded_by   text    NOT NULL,
    CONSTRAINT follow_ups_once UNIQUE (case_id, month),
    CONSTRAINT follow_ups_answers_once UNIQUE (assessment_id)
);
COMMENT ON TABLE follow_ups IS 'How it goes 3, 6 and 12 months after the return: the score of an answered questionnaire and whether the worker wants to leave again. Never changed.';
REVOKE UPDATE, DELETE ON follow_ups FROM ":app";
