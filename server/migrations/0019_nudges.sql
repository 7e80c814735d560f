-- 0018: when somebody was last asked whether a record is still right; at most one such mail a month.
CREATE TABLE nudges (
    kind TEXT NOT NULL CHECK (kind IN ('organization', 'cluster')),
    record_id {uuid} NOT NULL,
    account_id {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    sent_at {int64} NOT NULL,
    PRIMARY KEY (kind, record_id, account_id)
);
