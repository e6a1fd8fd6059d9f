-- What was told of a person within a case stands under a key of the case: erasing the person destroys that key, wherever copies of rows lie.
-- What was written before cases had keys keeps its place, marked as in the clear (0xFFFFFFFF and the text); erasing blanks it.

ALTER TABLE cases
    ADD COLUMN case_key    bytea,
    ADD COLUMN key_version integer,
    ADD COLUMN erased_at   timestamptz,
    ADD CONSTRAINT cases_key_versioned_or_gone CHECK ((case_key IS NULL) = (key_version IS NULL) AND (case_key IS NULL OR erased_at IS NULL));
COMMENT ON COLUMN cases.case_key IS 'The key of everything *_encrypted within the case, wrapped by the service''s column key of key_version. Destroyed to erase.';
CREATE INDEX cases_without_key ON cases (id) WHERE case_key IS NULL AND erased_at IS NULL;
CREATE INDEX cases_key_version ON cases (key_version) WHERE case_key IS NOT NULL;

ALTER TABLE case_signs ALTER COLUMN reason TYPE bytea USING '\xffffffff'::bytea || convert_to(reason, 'UTF8'), ALTER COLUMN lifted_because TYPE bytea USING '\xffffffff'::bytea || convert_to(lifted_because, 'UTF8');
ALTER TABLE case_signs RENAME COLUMN reason TO reason_encrypted;
ALTER TABLE case_signs RENAME COLUMN lifted_because TO lifted_because_encrypted;

ALTER TABLE case_reopenings ALTER COLUMN reason TYPE bytea USING '\xffffffff'::bytea || convert_to(reason, 'UTF8');
ALTER TABLE case_reopenings RENAME COLUMN reason TO reason_encrypted;

ALTER TABLE plans DROP CONSTRAINT plans_goals_check;
ALTER TABLE plans ALTER COLUMN goals TYPE bytea USING '\xffffffff'::bytea || convert_to(to_json(goals)::text, 'UTF8');
ALTER TABLE plans RENAME COLUMN goals TO goals_encrypted;

ALTER TABLE referrals ALTER COLUMN needed TYPE bytea USING '\xffffffff'::bytea || convert_to(needed, 'UTF8'), ALTER COLUMN reason TYPE bytea USING '\xffffffff'::bytea || convert_to(reason, 'UTF8');
ALTER TABLE referrals RENAME COLUMN needed TO needed_encrypted;
ALTER TABLE referrals RENAME COLUMN reason TO reason_encrypted;

ALTER TABLE grants ALTER COLUMN purpose TYPE bytea USING '\xffffffff'::bytea || convert_to(purpose, 'UTF8'), ALTER COLUMN reason TYPE bytea USING '\xffffffff'::bytea || convert_to(reason, 'UTF8');
ALTER TABLE grants RENAME COLUMN purpose TO purpose_encrypted;
ALTER TABLE grants RENAME COLUMN reason TO reason_encrypted;

ALTER TABLE claims ALTER COLUMN text TYPE bytea USING '\xffffffff'::bytea || convert_to(text, 'UTF8'), ALTER COLUMN next_step TYPE bytea USING '\xffffffff'::bytea || convert_to(next_step, 'UTF8');
ALTER TABLE claims RENAME COLUMN text TO text_encrypted;
ALTER TABLE claims RENAME COLUMN next_step TO next_step_encrypted;
ALTER TABLE claim_steps ALTER COLUMN note TYPE bytea USING '\xffffffff'::bytea || convert_to(note, 'UTF8');
ALTER TABLE claim_steps RENAME COLUMN note TO note_encrypted;

ALTER TABLE skills ALTER COLUMN certificates TYPE bytea USING '\xffffffff'::bytea || convert_to(to_json(certificates)::text, 'UTF8');
ALTER TABLE skills RENAME COLUMN certificates TO certificates_encrypted;

-- Of an erased person stay the number, days, codes, states and amounts, by which money is accounted for and figures stand. Words are blanked though their key is
-- gone, since some are older than keys. Answers go, but the one by which figures are told by sex.
CREATE FUNCTION forget_cases(numbers text[], at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    gone bytea := '\x00000000';
    ids uuid[] := ARRAY(SELECT id FROM cases WHERE worker_number = ANY (numbers));
BEGIN
    UPDATE cases SET case_key = NULL, key_version = NULL, erased_at = coalesce(erased_at, at) WHERE id = ANY (ids);
    UPDATE case_signs SET reason_encrypted = gone, lifted_because_encrypted = CASE WHEN lifted_because_encrypted IS NOT NULL THEN gone END WHERE case_id = ANY (ids);
    UPDATE case_reopenings SET reason_encrypted = gone WHERE case_id = ANY (ids);
    UPDATE plans SET goals_encrypted = gone WHERE case_id = ANY (ids);
    UPDATE referrals SET needed_encrypted = gone, reason_encrypted = CASE WHEN reason_encrypted IS NOT NULL THEN gone END WHERE case_id = ANY (ids);
    UPDATE grants SET purpose_encrypted = gone, reason_encrypted = CASE WHEN reason_encrypted IS NOT NULL THEN gone END WHERE case_id = ANY (ids);
    UPDATE claims SET text_encrypted = gone, next_step_encrypted = CASE WHEN next_step_encrypted IS NOT NULL THEN gone END WHERE case_id = ANY (ids);
    UPDATE claim_steps SET note_encrypted = gone WHERE claim_id IN (SELECT id FROM claims WHERE case_id = ANY (ids));
    UPDATE skills SET certificates_encrypted = gone WHERE case_id = ANY (ids);
    DELETE FROM assessment_answers WHERE question <> 'SEX' AND assessment_id IN (SELECT id FROM assessments WHERE case_id = ANY (ids));
    UPDATE work_item_steps SET reason = '' WHERE reason IS NOT NULL AND work_item_id IN (SELECT id FROM work_items WHERE subjects && numbers);
END $$;
COMMENT ON FUNCTION forget_cases IS 'The one change to what is otherwise never changed: docs/decisions/0029-words-of-a-case-go-with-the-person.md.';
REVOKE EXECUTE ON FUNCTION forget_cases FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_cases TO ":app";

-- An answer that is on its way while the person is erased waits for that and is refused: answers are codes, under no key.
CREATE FUNCTION answers_of_nobody_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM cases c JOIN assessments a ON a.case_id = c.id WHERE a.id = NEW.assessment_id AND c.erased_at IS NULL FOR SHARE OF c;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'The person was erased.' USING ERRCODE = '23514', CONSTRAINT = 'assessment_answers_of_nobody_erased';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER answers_of_nobody_erased BEFORE INSERT ON assessment_answers FOR EACH ROW EXECUTE FUNCTION answers_of_nobody_erased();
