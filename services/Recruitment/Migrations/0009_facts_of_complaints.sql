-- Complaints and declarations have columns of their own since 0006, and entries and remedies weigh in verdicts.
SELECT keep_history('complaints'), keep_history('declarations', 'id', true), keep_history('complaint_entries', 'complaint_id,number', true), keep_history('complaint_remedies', 'complaint_id,number', true);
