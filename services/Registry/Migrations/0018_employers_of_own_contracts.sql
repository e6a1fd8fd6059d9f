-- An agency that applied under the contract of another keeps nothing of that contract: its employer is taken from the row, which the agency takes out.

UPDATE departures
SET employer_id = NULL
FROM departure_decisions AS last
WHERE departures.by_agency AND departures.employer_id IS NOT NULL
  AND last.departure_id = departures.id AND last.version = departures.version
  AND (last.findings @> '[{"code": "CONTRACT_OF_AGENCY"}]'
    -- An officer cleared while Recruitment did not say whose contract it is. Without an employer a departure is looked at whenever one of that country changes.
    OR last.findings @> '[{"code": "RECRUITMENT_NOT_ANSWERED"}]' OR last.findings @> '[{"code": "RECRUITMENT_REFUSED"}]');
