-- Who is a member of which scheme on which days, and what was due and paid for each month.

CREATE TABLE memberships (
    id              uuid          NOT NULL CONSTRAINT memberships_pkey PRIMARY KEY,
    worker_number   text          NOT NULL CONSTRAINT memberships_worker_number CHECK (length(worker_number) = 14),
    country         char(2)       NOT NULL,
    scheme          text          NOT NULL,
    employer        text          NOT NULL,
    employment_type text          NOT NULL,
    channel         text          NOT NULL,
    from_day        date          NOT NULL,
    to_day          date,
    end_reason      text,
    born            text          NOT NULL,
    sex             text          NOT NULL,
    version         bigint        NOT NULL,
    paid_months     datemultirange NOT NULL DEFAULT '{}',
    CONSTRAINT memberships_days CHECK (to_day IS NULL OR to_day >= from_day),
    -- One worker, one scheme, one employer: no day twice. Several employers at once are allowed.
    CONSTRAINT memberships_no_overlap EXCLUDE USING gist (
        worker_number WITH =, scheme WITH =, employer WITH =, daterange(from_day, to_day, '[]') WITH &&
    ) WHERE (end_reason IS DISTINCT FROM 'RecordedInError')
);
COMMENT ON TABLE memberships IS 'Days in a scheme through one employer. Ended, never deleted. Held by the country of the scheme.';
COMMENT ON COLUMN memberships.employer IS 'Id in Recruitment or number at the scheme; empty where the worker joined without an employer.';
COMMENT ON COLUMN memberships.born IS 'As Registry confirmed it when the membership began, whole or in part: schemes ask for ages. Empty when not known.';
COMMENT ON COLUMN memberships.paid_months IS 'The months that count, as ranges from first days to first days. Kept by the trigger contributions_count, so that a coverage check reads one row per membership.';

CREATE INDEX memberships_worker ON memberships (worker_number, country);

CREATE TABLE contributions (
    id                uuid    NOT NULL CONSTRAINT contributions_pkey PRIMARY KEY,
    membership_id     uuid    NOT NULL CONSTRAINT contributions_membership REFERENCES memberships (id),
    month             date    NOT NULL CONSTRAINT contributions_first_day CHECK (extract(day FROM month) = 1),
    currency          char(3) NOT NULL,
    wage              bigint,
    base              bigint,
    employee_expected bigint,
    employer_expected bigint,
    employee_paid     bigint  NOT NULL,
    employer_paid     bigint  NOT NULL,
    state             text    NOT NULL,
    counts            boolean NOT NULL,
    rate              text    NOT NULL,
    note              text    NOT NULL,
    CONSTRAINT contributions_one_a_month UNIQUE (membership_id, month),
    CONSTRAINT contributions_not_negative CHECK (least(wage, base, employee_expected, employer_expected, employee_paid, employer_paid) >= 0)
);
COMMENT ON TABLE contributions IS 'What was due and paid for a month, in minor units. Rows are added, never changed.';
REVOKE UPDATE, DELETE ON contributions FROM ":app";

-- The union of months is the same in whatever order they come. The update also locks the membership, so that a month and an end
-- recorded at the same moment cannot both stand where they contradict each other.
CREATE FUNCTION count_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE memberships
       SET paid_months = CASE WHEN NEW.counts THEN paid_months + datemultirange(daterange(NEW.month, (NEW.month + interval '1 month')::date)) ELSE paid_months END
     WHERE id = NEW.membership_id
       AND (to_day IS NULL OR NEW.month <= to_day)
       AND end_reason IS DISTINCT FROM 'RecordedInError';
    IF NOT FOUND THEN
        RAISE check_violation USING CONSTRAINT = 'contributions_within_membership', MESSAGE = 'The membership does not reach this month.';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER contributions_count AFTER INSERT ON contributions FOR EACH ROW EXECUTE FUNCTION count_month();
