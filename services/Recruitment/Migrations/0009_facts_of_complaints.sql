-- What was said and complained about weighs in verdicts too: it is kept since these tables have their present form.
SELECT keep_history('complaints'), keep_history('declarations', 'id', true), keep_history('complaint_entries', 'complaint_id,number', true), keep_history('complaint_remedies', 'complaint_id,number', true);
