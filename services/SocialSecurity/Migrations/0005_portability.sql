-- What is kept of insurance on leaving a country: certificates for posted workers, and claims to be paid abroad.

CREATE TABLE coverage_certificates (
    id            uuid        NOT NULL CONSTRAINT coverage_certificates_pkey PRIMARY KEY,
    membership_id uuid        NOT NULL CONSTRAINT coverage_certificates_membership REFERENCES memberships (id),
    host          char(2)     NOT NULL,
    from_day      date        NOT NULL,
    to_day        date        NOT NULL,
    agreement     text,
    certified_at  timestamptz NOT NULL,
    CONSTRAINT coverage_certificates_days CHECK (to_day >= from_day)
);
CREATE INDEX coverage_certificates_of ON coverage_certificates (membership_id);
COMMENT ON TABLE coverage_certificates IS 'That a worker posted abroad stays insured at home. Added, never changed.';
COMMENT ON COLUMN coverage_certificates.agreement IS 'The agreement that has the host ask for no contributions; null when there is none.';
REVOKE UPDATE, DELETE ON coverage_certificates FROM ":app";

CREATE TABLE payment_requests (
    id            uuid    NOT NULL CONSTRAINT payment_requests_pkey PRIMARY KEY,
    worker_number text    NOT NULL CONSTRAINT payment_requests_worker_number CHECK (length(worker_number) = 14),
    country       char(2) NOT NULL,
    scheme        text    NOT NULL,
    benefit       text    NOT NULL,
    pay_in        char(2) NOT NULL,
    state         text    NOT NULL CONSTRAINT payment_requests_state CHECK (state IN ('Requested', 'InReview', 'MoreNeeded', 'Approved', 'Paid', 'PaymentFailed', 'Refused', 'Withdrawn')),
    amount        bigint  CONSTRAINT payment_requests_amount CHECK (amount > 0),
    currency      char(3) NOT NULL,
    answer_by     date,
    version       bigint  NOT NULL,
    CONSTRAINT payment_requests_abroad CHECK (pay_in <> country),
    CONSTRAINT payment_requests_approved_of CHECK (state NOT IN ('Approved', 'Paid', 'PaymentFailed') OR amount IS NOT NULL)
);
-- Asked once: another request for the same only when the first has come to its end.
CREATE UNIQUE INDEX payment_requests_one_at_a_time ON payment_requests (worker_number, scheme, benefit) WHERE state NOT IN ('Paid', 'Refused', 'Withdrawn');
COMMENT ON TABLE payment_requests IS 'Claims to be paid abroad, held by the country of the scheme. No account numbers. Never deleted.';
COMMENT ON COLUMN payment_requests.answer_by IS 'By which day the office should say more; null when it is not its turn.';
REVOKE DELETE ON payment_requests FROM ":app";

CREATE TABLE payment_steps (
    payment_id uuid        NOT NULL CONSTRAINT payment_steps_request REFERENCES payment_requests (id),
    number     integer     NOT NULL,
    state      text        NOT NULL,
    at         timestamptz NOT NULL,
    reply      text        NOT NULL,
    CONSTRAINT payment_steps_pkey PRIMARY KEY (payment_id, number)
);
COMMENT ON TABLE payment_steps IS 'Every step of a request. Added, never changed.';
REVOKE UPDATE, DELETE ON payment_steps FROM ":app";
