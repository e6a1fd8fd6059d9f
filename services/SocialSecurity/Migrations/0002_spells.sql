-- Short spells are memberships like others. What a scheme does not take twice on one day, and which schemes exclude one another, is dated data
-- (Data/spells.json); what of it held when a membership was recorded stands in its row, so that the database has the last word.

ALTER TABLE memberships
    ADD COLUMN sole       boolean NOT NULL DEFAULT false,
    ADD COLUMN apart      text,
    ADD COLUMN apart_from date,
    ADD COLUMN apart_to   date,
    ADD CONSTRAINT memberships_apart_days CHECK (apart IS NOT NULL OR (apart_from IS NULL AND apart_to IS NULL)),
    ADD CONSTRAINT memberships_one_at_a_time EXCLUDE USING gist (
        worker_number WITH =, scheme WITH =, daterange(from_day, to_day, '[]') WITH &&
    ) WHERE (sole AND end_reason IS DISTINCT FROM 'RecordedInError'),
    ADD CONSTRAINT memberships_apart EXCLUDE USING gist (
        worker_number WITH =, apart WITH =, scheme WITH <>, (daterange(from_day, to_day, '[]') * daterange(apart_from, apart_to, '[]')) WITH &&
    ) WHERE (apart IS NOT NULL AND end_reason IS DISTINCT FROM 'RecordedInError');
COMMENT ON COLUMN memberships.sole IS 'The scheme takes one membership on a day, whatever the employer.';
COMMENT ON COLUMN memberships.apart IS 'The rule by which nobody is in this scheme and another of the same rule on one day; empty where none of sufficient confidence held.';
COMMENT ON COLUMN memberships.apart_from IS 'The first day on which the rule holds; empty for always.';
COMMENT ON COLUMN memberships.apart_to IS 'The last day on which the rule holds; empty while it goes on.';
