-- 0012: what organizations and clusters say of themselves beyond their listing, and how a cluster's stage came
-- about. Lists and texts by language are JSON; records that are already there say nothing yet.
ALTER TABLE organizations ADD COLUMN names TEXT NOT NULL DEFAULT '{}';
ALTER TABLE organizations ADD COLUMN acronyms TEXT NOT NULL DEFAULT '{}';
ALTER TABLE organizations ADD COLUMN legal_form TEXT;
ALTER TABLE organizations ADD COLUMN further_sectors TEXT NOT NULL DEFAULT '[]';
ALTER TABLE organizations ADD COLUMN value_chain_stages TEXT NOT NULL DEFAULT '[]';
ALTER TABLE organizations ADD COLUMN services TEXT NOT NULL DEFAULT '[]';
ALTER TABLE organizations ADD COLUMN offers TEXT NOT NULL DEFAULT '[]';
ALTER TABLE organizations ADD COLUMN needs TEXT NOT NULL DEFAULT '[]';
ALTER TABLE organizations ADD COLUMN markets TEXT NOT NULL DEFAULT '[]';
ALTER TABLE organizations ADD COLUMN languages TEXT NOT NULL DEFAULT '[]';
ALTER TABLE organizations ADD COLUMN social_links TEXT NOT NULL DEFAULT '[]';
ALTER TABLE organizations ADD COLUMN affiliations TEXT NOT NULL DEFAULT '[]';
ALTER TABLE organizations ADD COLUMN evidence TEXT NOT NULL DEFAULT '[]';
ALTER TABLE organizations ADD COLUMN confirmations TEXT NOT NULL DEFAULT '[]';
ALTER TABLE organizations ADD COLUMN machines TEXT NOT NULL DEFAULT '[]';
ALTER TABLE organizations ADD COLUMN certificates TEXT NOT NULL DEFAULT '[]';
ALTER TABLE organizations ADD COLUMN capacities TEXT NOT NULL DEFAULT '[]';
ALTER TABLE organizations ADD COLUMN spare_days_per_month {int64} CHECK (spare_days_per_month BETWEEN 0 AND 31);
-- Empty: not said, which is not the same as no.
ALTER TABLE organizations ADD COLUMN women_led {bool};

ALTER TABLE clusters ADD COLUMN names TEXT NOT NULL DEFAULT '{}';
ALTER TABLE clusters ADD COLUMN acronyms TEXT NOT NULL DEFAULT '{}';
ALTER TABLE clusters ADD COLUMN legal_form TEXT;
ALTER TABLE clusters ADD COLUMN further_sectors TEXT NOT NULL DEFAULT '[]';
ALTER TABLE clusters ADD COLUMN value_chain_stages TEXT NOT NULL DEFAULT '[]';
ALTER TABLE clusters ADD COLUMN services TEXT NOT NULL DEFAULT '[]';
ALTER TABLE clusters ADD COLUMN offers TEXT NOT NULL DEFAULT '[]';
ALTER TABLE clusters ADD COLUMN needs TEXT NOT NULL DEFAULT '[]';
ALTER TABLE clusters ADD COLUMN markets TEXT NOT NULL DEFAULT '[]';
ALTER TABLE clusters ADD COLUMN languages TEXT NOT NULL DEFAULT '[]';
ALTER TABLE clusters ADD COLUMN social_links TEXT NOT NULL DEFAULT '[]';
ALTER TABLE clusters ADD COLUMN affiliations TEXT NOT NULL DEFAULT '[]';
ALTER TABLE clusters ADD COLUMN evidence TEXT NOT NULL DEFAULT '[]';
ALTER TABLE clusters ADD COLUMN confirmations TEXT NOT NULL DEFAULT '[]';
ALTER TABLE clusters ADD COLUMN founded_year {int64} CHECK (founded_year BETWEEN 1000 AND 9999);

CREATE TABLE stage_changes (
    id {uuid} PRIMARY KEY,
    cluster_id {uuid} NOT NULL REFERENCES clusters (id) ON DELETE CASCADE,
    stage TEXT NOT NULL CHECK (stage IN ('s0', 's1', 's2', 's3', 's4', 's5', 'sx')),
    reached_on TEXT NOT NULL,
    -- Whether the steering committee confirmed what the facilitator set.
    is_confirmed {bool} NOT NULL,
    note TEXT,
    account_id {uuid} REFERENCES accounts (id) ON DELETE SET NULL,
    created_at {int64} NOT NULL
);
CREATE INDEX stage_changes_of ON stage_changes (cluster_id, reached_on, id);
