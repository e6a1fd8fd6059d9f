-- A place in the status list for every certificate; who arrived and is to be oriented.

CREATE SEQUENCE certificate_status_numbers AS bigint MINVALUE 0 START 0;
COMMENT ON SEQUENCE certificate_status_numbers IS 'List and index of a certificate''s bit follow from its number.';
GRANT USAGE ON SEQUENCE certificate_status_numbers TO ":app";

ALTER TABLE certificates ADD COLUMN status_number bigint NOT NULL DEFAULT nextval('certificate_status_numbers');
ALTER TABLE certificates ADD CONSTRAINT certificates_status UNIQUE (status_number);
CREATE INDEX certificates_country ON certificates (country, status_number);
CREATE INDEX certificates_revoked ON certificates (country, status_number) WHERE state = 'Revoked';

CREATE TABLE arrival_watches (
    worker_number text NOT NULL CHECK (length(worker_number) = 14),
    country       text NOT NULL CHECK (length(country) = 2),
    crossing_id   uuid NOT NULL,
    arrived_on    date NOT NULL,
    due_on        date NOT NULL,
    PRIMARY KEY (worker_number, country)
);
COMMENT ON TABLE arrival_watches IS 'Workers who arrived and are to be oriented there by a day. Gone when they were, when they left, or when a work item says that they were not.';
CREATE INDEX arrival_watches_due ON arrival_watches (due_on);
