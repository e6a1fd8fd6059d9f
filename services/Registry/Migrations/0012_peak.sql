-- The checks of a decision are its bulk, and lz4 packs them in a fraction of the time; where this PostgreSQL was built without it, they stay as they are.
DO $$
BEGIN
    IF 'lz4' = ANY ((SELECT enumvals FROM pg_settings WHERE name = 'default_toast_compression')::text[]) THEN
        ALTER TABLE departure_decisions ALTER COLUMN findings SET COMPRESSION lz4;
    END IF;
END $$;
