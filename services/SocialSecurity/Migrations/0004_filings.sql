-- Employers file months in bulk, and correct what they filed: a correction is a row of its own, and the last one counts.

ALTER TABLE contributions
    ADD COLUMN correction integer NOT NULL DEFAULT 0 CONSTRAINT contributions_correction CHECK (correction >= 0),
    ADD COLUMN filing uuid,
    DROP CONSTRAINT contributions_one_a_month,
    ADD CONSTRAINT contributions_one_a_month UNIQUE (membership_id, month, correction);
COMMENT ON COLUMN contributions.correction IS '0 as first posted; 1, 2 ... for each correction. The greatest counts; all are kept.';
COMMENT ON COLUMN contributions.filing IS 'The import by which it came; null when it was posted by itself.';

-- A correction takes the month's earlier filing away before it counts for itself. Corrections of a month follow one another without a
-- gap, so that of two made at the same moment one is refused and none is passed over.
CREATE OR REPLACE FUNCTION count_month() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    this_month datemultirange := datemultirange(daterange(NEW.month, (NEW.month + interval '1 month')::date));
BEGIN
    UPDATE memberships
       SET paid_months = CASE WHEN NEW.counts THEN paid_months + this_month ELSE paid_months - this_month END
     WHERE id = NEW.membership_id
       AND (to_day IS NULL OR NEW.month <= to_day)
       AND end_reason IS DISTINCT FROM 'RecordedInError';
    IF NOT FOUND THEN
        RAISE check_violation USING CONSTRAINT = 'contributions_within_membership', MESSAGE = 'The membership does not reach this month.';
    END IF;
    IF NEW.correction > 0 AND NOT EXISTS (SELECT FROM contributions WHERE membership_id = NEW.membership_id AND month = NEW.month AND correction = NEW.correction - 1) THEN
        RAISE check_violation USING CONSTRAINT = 'contributions_correct_in_turn', MESSAGE = 'There is nothing that this corrects.';
    END IF;
    RETURN NULL;
END $$;

CREATE TABLE arrears_complaints (
    complaint_id  uuid        NOT NULL CONSTRAINT arrears_complaints_pkey PRIMARY KEY,
    membership_id uuid        NOT NULL CONSTRAINT arrears_complaints_membership REFERENCES memberships (id),
    first_month   date        NOT NULL CONSTRAINT arrears_complaints_first_day CHECK (extract(day FROM first_month) = 1),
    last_month    date        NOT NULL,
    opened_on     date        NOT NULL,
    CONSTRAINT arrears_complaints_months CHECK (last_month >= first_month),
    -- One complaint for the same last month: who complains again has something new to say.
    CONSTRAINT arrears_complaints_once UNIQUE (membership_id, last_month)
);
COMMENT ON TABLE arrears_complaints IS 'Complaints in Recruitment about months that an employer did not pay: which, so that the worker''s view shows them.';
REVOKE UPDATE, DELETE ON arrears_complaints FROM ":app";
