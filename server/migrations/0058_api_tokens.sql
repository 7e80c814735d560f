-- 0058: tokens for machines that act for an account. The table holds hashes only: a dump of it calls nothing.
CREATE TABLE api_tokens (
    id {uuid} PRIMARY KEY,
    account_id {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    token_sha256 TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    created_at {int64} NOT NULL,
    expires_at {int64} NOT NULL,
    last_used_at {int64}
);
CREATE INDEX api_tokens_of_account ON api_tokens (account_id);
