-- 0005: clusters and the organizations that belong to them.
CREATE TABLE clusters (
    id {uuid} PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    acronym TEXT,
    country_code TEXT NOT NULL REFERENCES countries (code),
    -- Codes as a JSON list: every country the members come from, the seat included.
    countries TEXT NOT NULL,
    locality TEXT,
    latitude {real} CHECK (latitude BETWEEN -90 AND 90),
    longitude {real} CHECK (longitude BETWEEN -180 AND 180),
    website TEXT,
    sector TEXT,
    -- As the cluster says itself, for clusters whose roster is not kept here.
    stated_member_count {int64} CHECK (stated_member_count >= 0),
    objectives TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('s0', 's1', 's2', 's3', 's4', 's5', 'sx')),
    tier TEXT NOT NULL CHECK (tier IN ('listed', 'active', 'verified')),
    description TEXT NOT NULL,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'cluster', 'bso', 'national', 'regional_aggregate',
                                                   'public')),
    publication TEXT NOT NULL CHECK (publication IN ('draft', 'published')),
    claim TEXT NOT NULL CHECK (claim IN ('unclaimed', 'claimed')),
    source TEXT,
    source_url TEXT,
    as_of TEXT,
    last_confirmed_on TEXT,
    is_demo {bool} NOT NULL,
    version {int64} NOT NULL,
    created_at {int64} NOT NULL,
    updated_at {int64} NOT NULL,
    sort_key TEXT NOT NULL,
    CHECK ((latitude IS NULL) = (longitude IS NULL))
);
CREATE INDEX clusters_by_name ON clusters (sort_key, id);
CREATE INDEX clusters_by_change ON clusters (updated_at, id);
CREATE INDEX clusters_of_country ON clusters (country_code, sort_key, id);

CREATE TABLE cluster_slugs (
    slug TEXT PRIMARY KEY,
    cluster_id {uuid} NOT NULL REFERENCES clusters (id) ON DELETE CASCADE
);
CREATE INDEX cluster_slugs_of ON cluster_slugs (cluster_id);

CREATE TABLE memberships (
    id {uuid} PRIMARY KEY,
    cluster_id {uuid} NOT NULL REFERENCES clusters (id),
    organization_id {uuid} NOT NULL REFERENCES organizations (id),
    label TEXT NOT NULL,
    subsector TEXT,
    subgroup TEXT,
    country_code TEXT NOT NULL REFERENCES countries (code),
    contact_name TEXT,
    contact_email TEXT,
    contact_phone TEXT,
    language TEXT NOT NULL,
    -- Empty: not stated, which is not the same as no.
    participates_in_programme {bool},
    is_facilitator {bool} NOT NULL,
    joined_on TEXT,
    left_on TEXT,
    version {int64} NOT NULL,
    sort_key TEXT NOT NULL,
    UNIQUE (cluster_id, organization_id),
    CHECK (left_on IS NULL OR joined_on IS NULL OR left_on >= joined_on)
);
CREATE INDEX memberships_of_cluster ON memberships (cluster_id, sort_key, id);
CREATE INDEX memberships_of_organization ON memberships (organization_id);
