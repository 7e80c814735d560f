-- 0015: what a facilitator keeps of members, the people behind them, and what each member gives and gets.

-- Empty only until the next change: then it is taken from the kind of the organization.
ALTER TABLE memberships ADD COLUMN category TEXT
    CHECK (category IN ('core_firm', 'related_firm', 'support_organization', 'academia', 'public_body', 'finance',
                        'civil_society', 'other'));
UPDATE memberships SET category = (
    SELECT CASE o.kind
        WHEN 'firm' THEN 'core_firm'
        WHEN 'cooperative' THEN 'core_firm'
        WHEN 'bso' THEN 'support_organization'
        WHEN 'association' THEN 'support_organization'
        WHEN 'academia' THEN 'academia'
        WHEN 'research' THEN 'academia'
        WHEN 'public_body' THEN 'public_body'
        WHEN 'finance' THEN 'finance'
        WHEN 'non_profit' THEN 'civil_society'
        ELSE 'other' END
    FROM organizations o WHERE o.id = memberships.organization_id);
ALTER TABLE memberships ADD COLUMN fee_class TEXT;
ALTER TABLE memberships ADD COLUMN left_reason TEXT
    CHECK (left_reason IN ('closed', 'merged', 'moved', 'cost', 'no_benefit', 'no_time', 'excluded', 'other'));
-- A JSON list of short texts.
ALTER TABLE memberships ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';

-- A person somebody may reach, with or without an account. The same human being may stand here several times:
-- clusters do not see one another's people.
CREATE TABLE people (
    id {uuid} PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT,
    phone TEXT,
    language TEXT NOT NULL,
    -- Empty: nobody asked how the person likes to be reached.
    channel TEXT CHECK (channel IN ('email', 'whatsapp', 'phone', 'sms', 'paper')),
    consent TEXT NOT NULL CHECK (consent IN ('not_asked', 'given', 'withdrawn')),
    consent_on TEXT,
    account_id {uuid} REFERENCES accounts (id) ON DELETE SET NULL,
    version {int64} NOT NULL,
    created_at {int64} NOT NULL,
    updated_at {int64} NOT NULL,
    sort_key TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    email_folded TEXT,
    phone_digits TEXT
);
CREATE INDEX people_of_account ON people (account_id);

-- What a person is to an organization, to a cluster, or to an organization as a member of a cluster (both).
CREATE TABLE contact_roles (
    id {uuid} PRIMARY KEY,
    person_id {uuid} NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    organization_id {uuid} REFERENCES organizations (id),
    cluster_id {uuid} REFERENCES clusters (id),
    role TEXT NOT NULL CHECK (role IN ('contact', 'owner', 'manager', 'delegate', 'chair', 'treasurer', 'secretary',
                                       'facilitator', 'adviser')),
    is_primary {bool} NOT NULL,
    since TEXT,
    until TEXT,
    version {int64} NOT NULL,
    CHECK (organization_id IS NOT NULL OR cluster_id IS NOT NULL),
    CHECK (until IS NULL OR since IS NULL OR until >= since)
);
CREATE INDEX contact_roles_of_person ON contact_roles (person_id);
CREATE INDEX contact_roles_of_organization ON contact_roles (organization_id);
CREATE INDEX contact_roles_of_cluster ON contact_roles (cluster_id, organization_id);
-- One person is written to for a member.
CREATE UNIQUE INDEX contact_roles_primary ON contact_roles (cluster_id, organization_id) WHERE is_primary;

-- The way to an account for one person. The token is derived from the random id by a key outside the database.
CREATE TABLE person_invitations (
    id {uuid} PRIMARY KEY,
    person_id {uuid} NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    email TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('member', 'facilitator')),
    scope TEXT NOT NULL CHECK (scope IN ('organization', 'cluster')),
    scope_id TEXT NOT NULL,
    invited_by {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    created_at {int64} NOT NULL,
    expires_at {int64} NOT NULL,
    accepted_at {int64}
);
CREATE INDEX person_invitations_of_person ON person_invitations (person_id);

-- That somebody was erased, and how much; never who. The id is that of the erased row, so that an older backup,
-- once restored, can be erased again.
CREATE TABLE erasures (
    id {uuid} PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'account')),
    record_id {uuid} NOT NULL,
    -- A JSON object: how many rows of what.
    removed TEXT NOT NULL,
    erased_at {int64} NOT NULL
);

-- Chains and working groups of a cluster, each with the person who keeps an eye on it.
CREATE TABLE member_groups (
    id {uuid} PRIMARY KEY,
    cluster_id {uuid} NOT NULL REFERENCES clusters (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('chain', 'working_group', 'other')),
    purpose TEXT,
    monitor_id {uuid} REFERENCES people (id) ON DELETE SET NULL,
    version {int64} NOT NULL,
    sort_key TEXT NOT NULL
);
CREATE UNIQUE INDEX member_groups_name ON member_groups (cluster_id, sort_key);

CREATE TABLE group_members (
    group_id {uuid} NOT NULL REFERENCES member_groups (id) ON DELETE CASCADE,
    membership_id {uuid} NOT NULL REFERENCES memberships (id) ON DELETE CASCADE,
    PRIMARY KEY (group_id, membership_id)
);
CREATE INDEX group_members_of_membership ON group_members (membership_id);

-- A filter of a roster that its maker comes back to.
CREATE TABLE saved_views (
    id {uuid} PRIMARY KEY,
    account_id {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    cluster_id {uuid} NOT NULL REFERENCES clusters (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    -- A JSON object.
    filter TEXT NOT NULL,
    version {int64} NOT NULL,
    sort_key TEXT NOT NULL
);
CREATE UNIQUE INDEX saved_views_name ON saved_views (account_id, cluster_id, sort_key);

-- What a member gave to its cluster and got from it, as somebody recorded it.
CREATE TABLE statement_entries (
    id {uuid} PRIMARY KEY,
    cluster_id {uuid} NOT NULL REFERENCES clusters (id),
    membership_id {uuid} NOT NULL REFERENCES memberships (id),
    direction TEXT NOT NULL CHECK (direction IN ('gives', 'gets')),
    kind TEXT NOT NULL CHECK (kind IN ('fee', 'hours', 'data', 'in_kind', 'seat', 'fair', 'saving', 'contact', 'service',
                                       'other')),
    -- Minor units of the currency; both or none.
    amount {int64} CHECK (amount >= 0),
    currency TEXT,
    quantity {real} CHECK (quantity >= 0),
    unit TEXT,
    happened_on TEXT NOT NULL,
    note TEXT,
    evidence TEXT,
    recorded_by {uuid} REFERENCES accounts (id) ON DELETE SET NULL,
    recorded_at {int64} NOT NULL,
    version {int64} NOT NULL,
    CHECK ((amount IS NULL) = (currency IS NULL)),
    CHECK ((quantity IS NULL) = (unit IS NULL)),
    CHECK (amount IS NOT NULL OR quantity IS NOT NULL OR note IS NOT NULL)
);
CREATE INDEX statement_entries_of_membership ON statement_entries (membership_id, happened_on, id);

-- Whether a member says that others on the roster compete with it. Sealed: no name, no time, one size.
CREATE TABLE competition_flags (
    id {uuid} PRIMARY KEY,
    cluster_id {uuid} NOT NULL REFERENCES clusters (id) ON DELETE CASCADE,
    -- Made from the membership by a key outside the database.
    giver TEXT NOT NULL UNIQUE,
    ciphertext {bytes} NOT NULL
);
CREATE INDEX competition_flags_of_cluster ON competition_flags (cluster_id);
-- The sum that is shown; taken anew only when several flags have changed, so that no two looks tell one.
CREATE TABLE competition_sums (
    cluster_id {uuid} PRIMARY KEY REFERENCES clusters (id) ON DELETE CASCADE,
    stated {int64} NOT NULL,
    competing {int64} NOT NULL,
    changed_since {int64} NOT NULL
);
