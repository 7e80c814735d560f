-- 0050: how an account is entered: sessions with their device, one-time tickets, one-time codes, recovery codes.

-- Everybody signs in once more: from now on a session knows its device and when its owner was last proven.
DROP TABLE sessions;
CREATE TABLE sessions (
    id {uuid} PRIMARY KEY,
    -- A dump of this table signs nobody in: it holds hashes of the tokens only.
    token_sha256 TEXT NOT NULL UNIQUE,
    account_id {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    entrance TEXT NOT NULL CHECK (entrance IN ('password', 'link', 'passkey')),
    device TEXT NOT NULL,
    created_at {int64} NOT NULL,
    proven_at {int64} NOT NULL,
    last_seen_at {int64} NOT NULL,
    expires_at {int64} NOT NULL
);
CREATE INDEX sessions_of_account ON sessions (account_id);
CREATE INDEX sessions_by_end ON sessions (expires_at);

-- Browsers in which an account was signed in before: entering from any other is told by mail.
CREATE TABLE account_devices (
    account_id {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    device_sha256 TEXT NOT NULL,
    last_seen_at {int64} NOT NULL,
    PRIMARY KEY (account_id, device_sha256)
);
CREATE INDEX account_devices_by_age ON account_devices (last_seen_at);

-- What may be used once and soon: mailed links, the step between password and code, challenges of passkeys.
CREATE TABLE tickets (
    ticket_sha256 TEXT PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('second_factor', 'sign_in', 'reset_password', 'confirm_email',
                                             'undo_email', 'add_passkey', 'use_passkey')),
    -- Empty where nobody is known yet, and for an address without an account: it takes as long, and opens nothing.
    account_id {uuid} REFERENCES accounts (id) ON DELETE CASCADE,
    detail TEXT NOT NULL,
    tries {int64} NOT NULL,
    created_at {int64} NOT NULL,
    expires_at {int64} NOT NULL
);
CREATE INDEX tickets_of_account ON tickets (account_id);
CREATE INDEX tickets_by_end ON tickets (expires_at);

-- The secret of an authenticator app, sealed by the installation key; unconfirmed until its first code was typed.
CREATE TABLE one_time_codes (
    account_id {uuid} PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    sealed_secret TEXT NOT NULL,
    last_step {int64} NOT NULL,
    confirmed_at {int64}
);

CREATE TABLE recovery_codes (
    account_id {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    code_mac TEXT NOT NULL,
    used_at {int64},
    PRIMARY KEY (account_id, code_mac)
);
