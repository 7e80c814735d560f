-- 0062: who stands in for somebody in one role, and in which time. The deputy holds nothing: what the other may at that
-- moment counts, so a role that ends takes the deputy's with it.
CREATE TABLE deputies (
    id {uuid} PRIMARY KEY,
    account_id {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    deputy_id {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('facilitator', 'bso_officer', 'national')),
    scope TEXT NOT NULL CHECK (scope IN ('country', 'cluster')),
    scope_id TEXT NOT NULL,
    begins_at {int64} NOT NULL,
    ends_at {int64} NOT NULL,
    created_at {int64} NOT NULL,
    CHECK (ends_at > begins_at),
    CHECK (account_id <> deputy_id)
);
CREATE INDEX deputies_of_deputy ON deputies (deputy_id, ends_at);
CREATE INDEX deputies_of_account ON deputies (account_id);
