-- 0003: who may sign in, what they were granted, and where they are signed in now.
CREATE TABLE accounts (
    id {uuid} PRIMARY KEY,
    email TEXT NOT NULL,
    email_folded TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('active', 'disabled')),
    password_hash TEXT,
    is_demo {bool} NOT NULL,
    version {int64} NOT NULL,
    created_at {int64} NOT NULL,
    updated_at {int64} NOT NULL
);

CREATE TABLE grants (
    id {uuid} PRIMARY KEY,
    account_id {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('member', 'facilitator', 'bso_officer', 'national', 'regional_editor',
                                       'assessor', 'researcher', 'administrator')),
    scope TEXT NOT NULL CHECK (scope IN ('platform', 'country', 'organization', 'cluster')),
    scope_id TEXT,
    created_at {int64} NOT NULL,
    -- Only the whole platform needs no id.
    CHECK ((scope = 'platform') = (scope_id IS NULL))
);
CREATE INDEX grants_of_account ON grants (account_id);
CREATE UNIQUE INDEX grants_once ON grants (account_id, role, scope, COALESCE(scope_id, ''));

-- A dump of this table signs nobody in: it holds hashes of the tokens only.
CREATE TABLE sessions (
    token_sha256 TEXT PRIMARY KEY,
    account_id {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    created_at {int64} NOT NULL,
    last_seen_at {int64} NOT NULL,
    expires_at {int64} NOT NULL
);
CREATE INDEX sessions_of_account ON sessions (account_id);
CREATE INDEX sessions_by_end ON sessions (expires_at);
