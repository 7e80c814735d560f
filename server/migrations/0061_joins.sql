-- 0061: who asks to belong to an organization. Its own people answer. A granted request is removed, a declined one keeps
-- the same account from asking again at once.
CREATE TABLE join_requests (
    id {uuid} PRIMARY KEY,
    organization_id {uuid} NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    account_id {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    note TEXT,
    created_at {int64} NOT NULL,
    declined_at {int64},
    UNIQUE (organization_id, account_id)
);
CREATE INDEX join_requests_of_account ON join_requests (account_id);
