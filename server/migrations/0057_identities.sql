-- 0057: accounts entered through services of others (OpenID Connect).
CREATE TABLE identities (
    id {uuid} PRIMARY KEY,
    account_id {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    provider_id TEXT NOT NULL,
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    label TEXT NOT NULL,
    created_at {int64} NOT NULL,
    last_used_at {int64},
    -- One person of a provider enters one account. Addresses do not count.
    UNIQUE (issuer, subject)
);
CREATE INDEX identities_of_account ON identities (account_id);

-- Who is at a provider just now. Hashes only: a dump finishes no attempt, and verifier and nonce are nowhere here.
CREATE TABLE oidc_attempts (
    state_sha256 TEXT PRIMARY KEY,
    provider_id TEXT NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('sign_in', 'link', 'invitation')),
    session_id {uuid} REFERENCES sessions (id) ON DELETE CASCADE,
    invitation_id {uuid} REFERENCES person_invitations (id) ON DELETE CASCADE,
    browser_sha256 TEXT NOT NULL,
    return_to TEXT NOT NULL,
    expires_at {int64} NOT NULL
);
CREATE INDEX oidc_attempts_by_end ON oidc_attempts (expires_at);
CREATE INDEX oidc_attempts_of_session ON oidc_attempts (session_id);
CREATE INDEX oidc_attempts_of_invitation ON oidc_attempts (invitation_id);

-- only postgres
ALTER TABLE sessions DROP CONSTRAINT sessions_entrance_check;
ALTER TABLE sessions ADD CONSTRAINT sessions_entrance_check
    CHECK (entrance IN ('password', 'link', 'passkey', 'provider'));

-- only sqlite
-- A CHECK cannot be changed: the table is made anew. Nobody has to sign in again.
PRAGMA defer_foreign_keys = ON;
CREATE TABLE sessions_kept AS SELECT * FROM sessions;
DROP TABLE sessions;
CREATE TABLE sessions (
    id {uuid} PRIMARY KEY,
    token_sha256 TEXT NOT NULL UNIQUE,
    account_id {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    entrance TEXT NOT NULL CHECK (entrance IN ('password', 'link', 'passkey', 'provider')),
    device TEXT NOT NULL,
    created_at {int64} NOT NULL,
    proven_at {int64} NOT NULL,
    last_seen_at {int64} NOT NULL,
    expires_at {int64} NOT NULL
);
INSERT INTO sessions (id, token_sha256, account_id, entrance, device, created_at, proven_at, last_seen_at, expires_at)
SELECT id, token_sha256, account_id, entrance, device, created_at, proven_at, last_seen_at, expires_at
FROM sessions_kept;
DROP TABLE sessions_kept;
CREATE INDEX sessions_of_account ON sessions (account_id);
CREATE INDEX sessions_by_end ON sessions (expires_at);
-- both
