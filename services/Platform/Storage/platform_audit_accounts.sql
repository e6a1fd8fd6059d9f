-- What one account did is asked for by auditors (gms.audits.v1.Audits/ListAudit).
CREATE INDEX audit_account ON audit (account, at, id);
