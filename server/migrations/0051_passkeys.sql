-- 0051: passkeys. The table holds public keys only: a dump of it signs nobody in.
CREATE TABLE passkeys (
    id {uuid} PRIMARY KEY,
    account_id {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    -- As the authenticator names it, base64url.
    credential TEXT NOT NULL UNIQUE,
    -- COSE_Key (RFC 9052), base64url.
    public_key TEXT NOT NULL,
    sign_count {int64} NOT NULL,
    name TEXT NOT NULL,
    created_at {int64} NOT NULL,
    last_used_at {int64}
);
CREATE INDEX passkeys_of_account ON passkeys (account_id);
