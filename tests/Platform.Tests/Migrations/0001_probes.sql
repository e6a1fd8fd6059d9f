CREATE TABLE probes (
    id            uuid PRIMARY KEY,
    name          text        NOT NULL CONSTRAINT probes_name_once UNIQUE,
    country       char(2)     NOT NULL,
    worker_number varchar(14) NOT NULL CONSTRAINT probes_not_forbidden CHECK (worker_number <> 'FORBIDDEN')
);

CREATE TABLE tellings (
    id       uuid PRIMARY KEY,
    consumer text NOT NULL,
    event_id uuid NOT NULL,
    subject  text NOT NULL
);
