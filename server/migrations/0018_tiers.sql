-- 0017: how much of a listing was checked: the rules of a country, the evidence, waivers, and what came of them.

-- A country without a row has the rules of TierRules in features/tiers/tier.hpp.
CREATE TABLE tier_rules (
    country_code TEXT PRIMARY KEY REFERENCES countries (code),
    least_firms {int64} NOT NULL CHECK (least_firms BETWEEN 1 AND 50),
    active_months {int64} NOT NULL CHECK (active_months BETWEEN 3 AND 36),
    needs_agreement {bool} NOT NULL,
    updated_at {int64} NOT NULL
);

-- The members' agreement of a cluster, and what was reviewed of a record.
CREATE TABLE tier_evidence (
    id {uuid} PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('organization', 'cluster')),
    record_id {uuid} NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('agreement', 'review')),
    title TEXT NOT NULL,
    url TEXT,
    -- Signed on; reviewed on.
    held_on TEXT NOT NULL,
    -- Empty: holds until another is given.
    expires_on TEXT,
    account_id {uuid} REFERENCES accounts (id) ON DELETE SET NULL,
    created_at {int64} NOT NULL
);
CREATE INDEX tier_evidence_of ON tier_evidence (kind, record_id, purpose);

CREATE TABLE tier_waivers (
    id {uuid} PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('organization', 'cluster')),
    record_id {uuid} NOT NULL,
    tier TEXT NOT NULL CHECK (tier IN ('listed', 'active', 'verified')),
    programme TEXT NOT NULL,
    reason TEXT NOT NULL,
    until_on TEXT NOT NULL,
    account_id {uuid} REFERENCES accounts (id) ON DELETE SET NULL,
    created_at {int64} NOT NULL
);
CREATE INDEX tier_waivers_of ON tier_waivers (kind, record_id);

-- No tier: what makes a listing is still missing.
CREATE TABLE record_tiers (
    kind TEXT NOT NULL CHECK (kind IN ('organization', 'cluster')),
    record_id {uuid} NOT NULL,
    tier TEXT CHECK (tier IN ('listed', 'active', 'verified')),
    since TEXT NOT NULL,
    PRIMARY KEY (kind, record_id)
);

CREATE TABLE tier_changes (
    id {uuid} PRIMARY KEY,
    kind TEXT NOT NULL,
    record_id {uuid} NOT NULL,
    before TEXT,
    after TEXT,
    changed_at {int64} NOT NULL
);
CREATE INDEX tier_changes_of ON tier_changes (kind, record_id, changed_at);
