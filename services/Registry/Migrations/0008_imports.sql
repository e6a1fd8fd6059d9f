-- An event of a bulk intake stands on many timelines: the worker becomes part of the key, which then serves the reading too.
ALTER TABLE journey_entries DROP CONSTRAINT journey_entries_pkey;
DROP INDEX journey_entries_worker;
ALTER TABLE journey_entries ADD PRIMARY KEY (worker_number, generation, event_id);
