-- A statement without a name was kept with the hash of its request beside the account: from a copy of the database it proved whose answers they were. Only the
-- nameless ones have an empty answer.
UPDATE requests SET hash = '' WHERE call = 'gms.recruitment.v1.Declarations/RecordStatement' AND length(response) = 0;
