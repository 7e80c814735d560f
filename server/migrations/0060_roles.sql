-- 0060: who gave a role and until when it lasts, roles that are offered by mail, and roles that have ended. A role is made
-- anew with a consultant among the names: a CHECK cannot be widened.
CREATE TABLE held_roles (
    id {uuid} PRIMARY KEY,
    account_id {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('member', 'facilitator', 'bso_officer', 'national', 'regional_editor',
                                       'assessor', 'researcher', 'consultant', 'administrator')),
    scope TEXT NOT NULL CHECK (scope IN ('platform', 'country', 'organization', 'cluster')),
    scope_id TEXT,
    created_at {int64} NOT NULL,
    -- Empty: the installation itself, or an account that is gone.
    given_by {uuid} REFERENCES accounts (id) ON DELETE SET NULL,
    ends_at {int64},
    -- Only the whole platform needs no id.
    CHECK ((scope = 'platform') = (scope_id IS NULL)),
    -- Every other role lasts until somebody ends it: whoever asks for one of those needs no clock.
    CHECK (ends_at IS NULL OR role IN ('assessor', 'researcher', 'consultant')),
    CHECK (role <> 'consultant' OR (scope = 'cluster' AND ends_at IS NOT NULL))
);
INSERT INTO held_roles (id, account_id, role, scope, scope_id, created_at)
SELECT id, account_id, role, scope, scope_id, created_at FROM grants;
DROP TABLE grants;
ALTER TABLE held_roles RENAME TO grants;
CREATE INDEX grants_of_account ON grants (account_id);
CREATE UNIQUE INDEX grants_once ON grants (account_id, role, scope, COALESCE(scope_id, ''));
CREATE INDEX grants_of_scope ON grants (scope_id, role);

-- What somebody could do, since when, and how it ended.
CREATE TABLE ended_grants (
    id {uuid} PRIMARY KEY,
    account_id {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    scope TEXT NOT NULL,
    scope_id TEXT,
    created_at {int64} NOT NULL,
    given_by {uuid} REFERENCES accounts (id) ON DELETE SET NULL,
    ended_at {int64} NOT NULL,
    ended_by {uuid} REFERENCES accounts (id) ON DELETE SET NULL,
    cause TEXT NOT NULL CHECK (cause IN ('taken_away', 'laid_down', 'handed_over', 'expired'))
);
CREATE INDEX ended_grants_of_account ON ended_grants (account_id);
CREATE INDEX ended_grants_of_scope ON ended_grants (scope_id, ended_at);

-- A role that is offered to an address. An answered offer is removed: the role itself tells who gave it.
CREATE TABLE role_offers (
    id {uuid} PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('role', 'hand_over', 'deputy')),
    email TEXT NOT NULL,
    email_folded TEXT NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    role TEXT NOT NULL,
    scope TEXT NOT NULL,
    scope_id TEXT,
    -- Of a deputy only; others begin when they accept.
    begins_at {int64},
    ends_at {int64},
    offered_by {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    created_at {int64} NOT NULL,
    expires_at {int64} NOT NULL,
    CHECK ((purpose = 'deputy') = (begins_at IS NOT NULL))
);
CREATE INDEX role_offers_of_scope ON role_offers (scope_id, role);
CREATE INDEX role_offers_of_giver ON role_offers (offered_by);

-- The holder of a role that ends, and who gave it, are told before.
CREATE TABLE grant_notices (
    grant_id {uuid} NOT NULL REFERENCES grants (id) ON DELETE CASCADE,
    ends_at {int64} NOT NULL,
    days_before {int64} NOT NULL,
    PRIMARY KEY (grant_id, ends_at, days_before)
);

-- Clusters that nobody runs any more, about which those who can name somebody were told.
CREATE TABLE orphan_notices (
    cluster_id {uuid} PRIMARY KEY REFERENCES clusters (id) ON DELETE CASCADE,
    told_at {int64} NOT NULL
);

-- For whom something was changed, when a deputy did it.
ALTER TABLE changes ADD COLUMN for_account_id {uuid} REFERENCES accounts (id) ON DELETE SET NULL;
