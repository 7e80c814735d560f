-- 0013: the registers beside the directory: cluster projects, facts about countries, experts, agreements.
CREATE TABLE projects (
    id {uuid} PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    funder TEXT NOT NULL,
    call_name TEXT,
    call_year {int64} CHECK (call_year BETWEEN 1950 AND 2100),
    -- Codes as a JSON list.
    countries TEXT NOT NULL,
    -- In the smallest unit of the currency: cents.
    amount_minor {int64} CHECK (amount_minor >= 0),
    currency TEXT,
    starts_on TEXT,
    ends_on TEXT,
    status TEXT NOT NULL CHECK (status IN ('planned', 'running', 'completed', 'cancelled')),
    source TEXT,
    source_url TEXT,
    as_of TEXT,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'cluster', 'bso', 'national', 'regional_aggregate',
                                                   'public')),
    publication TEXT NOT NULL CHECK (publication IN ('draft', 'published')),
    is_demo {bool} NOT NULL,
    version {int64} NOT NULL,
    created_at {int64} NOT NULL,
    updated_at {int64} NOT NULL,
    sort_key TEXT NOT NULL,
    -- An amount without its currency says nothing, and the other way round.
    CHECK ((amount_minor IS NULL) = (currency IS NULL)),
    CHECK (ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on)
);
CREATE INDEX projects_by_name ON projects (sort_key, id);

CREATE TABLE project_slugs (
    slug TEXT PRIMARY KEY,
    project_id {uuid} NOT NULL REFERENCES projects (id) ON DELETE CASCADE
);
CREATE INDEX project_slugs_of ON project_slugs (project_id);

CREATE TABLE project_clusters (
    project_id {uuid} NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    cluster_id {uuid} NOT NULL REFERENCES clusters (id) ON DELETE CASCADE,
    position {int64} NOT NULL,
    PRIMARY KEY (project_id, cluster_id)
);
CREATE INDEX project_clusters_of ON project_clusters (cluster_id);

CREATE TABLE project_organizations (
    project_id {uuid} NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    organization_id {uuid} NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('lead', 'support', 'trainer')),
    position {int64} NOT NULL,
    PRIMARY KEY (project_id, organization_id, role)
);
CREATE INDEX project_organizations_of ON project_organizations (organization_id);

-- What is said of a country's cluster policy. Several facts of a kind stand beside one another: a budget for each year.
CREATE TABLE country_facts (
    id {uuid} PRIMARY KEY,
    country_code TEXT NOT NULL REFERENCES countries (code),
    kind TEXT NOT NULL CHECK (kind IN ('law', 'programme', 'budget', 'host_body', 'committee',
                                       'monitoring_evaluation')),
    statement TEXT NOT NULL,
    amount_minor {int64} CHECK (amount_minor >= 0),
    currency TEXT,
    year {int64} CHECK (year BETWEEN 1950 AND 2100),
    organization_id {uuid} REFERENCES organizations (id) ON DELETE SET NULL,
    source TEXT NOT NULL,
    source_url TEXT,
    as_of TEXT NOT NULL,
    -- Who wrote it last, and whether as an office of the country itself.
    author_id {uuid} REFERENCES accounts (id) ON DELETE SET NULL,
    is_by_country {bool} NOT NULL,
    confirmed_by {uuid} REFERENCES accounts (id) ON DELETE SET NULL,
    confirmed_at {int64},
    is_demo {bool} NOT NULL,
    version {int64} NOT NULL,
    created_at {int64} NOT NULL,
    updated_at {int64} NOT NULL,
    CHECK ((amount_minor IS NULL) = (currency IS NULL))
);
CREATE INDEX country_facts_of_country ON country_facts (country_code, kind);

-- People who are asked for advice. Nothing of them is public before they have confirmed it themselves; a withdrawn
-- profile is erased, row and all.
CREATE TABLE experts (
    id {uuid} PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    headline TEXT NOT NULL,
    about TEXT NOT NULL,
    objectives TEXT NOT NULL,
    topics TEXT NOT NULL,
    languages TEXT NOT NULL,
    countries TEXT NOT NULL,
    organization_id {uuid} REFERENCES organizations (id) ON DELETE SET NULL,
    engagements TEXT NOT NULL,
    -- Never shown: messages are passed on.
    contact_email TEXT NOT NULL,
    mail_language TEXT NOT NULL,
    -- Grows when the address changes, so that links sent to the former one end.
    link_version {int64} NOT NULL,
    invited_at {int64},
    consent_version TEXT,
    consented_at {int64},
    is_demo {bool} NOT NULL,
    version {int64} NOT NULL,
    created_at {int64} NOT NULL,
    updated_at {int64} NOT NULL,
    sort_key TEXT NOT NULL,
    CHECK ((consent_version IS NULL) = (consented_at IS NULL))
);
CREATE INDEX experts_by_name ON experts (sort_key, id);

CREATE TABLE expert_slugs (
    slug TEXT PRIMARY KEY,
    expert_id {uuid} NOT NULL REFERENCES experts (id) ON DELETE CASCADE
);
CREATE INDEX expert_slugs_of ON expert_slugs (expert_id);

-- What clusters and support organizations have agreed with others, kept by one cluster or one organization.
CREATE TABLE agreements (
    id {uuid} PRIMARY KEY,
    title TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('memorandum', 'cooperation', 'funding', 'service', 'data_sharing', 'other')),
    cluster_id {uuid} REFERENCES clusters (id),
    organization_id {uuid} REFERENCES organizations (id),
    -- Lists as JSON.
    parties TEXT NOT NULL,
    obligations TEXT NOT NULL,
    signed_on TEXT,
    valid_from TEXT,
    valid_until TEXT,
    document_url TEXT,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'cluster', 'public')),
    is_demo {bool} NOT NULL,
    version {int64} NOT NULL,
    created_at {int64} NOT NULL,
    updated_at {int64} NOT NULL,
    sort_key TEXT NOT NULL,
    CHECK ((cluster_id IS NULL) <> (organization_id IS NULL)),
    CHECK (valid_until IS NULL OR valid_from IS NULL OR valid_until >= valid_from)
);
CREATE INDEX agreements_of_cluster ON agreements (cluster_id, sort_key, id);
CREATE INDEX agreements_of_organization ON agreements (organization_id, sort_key, id);
CREATE INDEX agreements_ending ON agreements (valid_until);

-- Which notice of an end was given. An agreement that is renewed ends on another day, and is told of anew.
CREATE TABLE agreement_notices (
    agreement_id {uuid} NOT NULL REFERENCES agreements (id) ON DELETE CASCADE,
    valid_until TEXT NOT NULL,
    days_before {int64} NOT NULL,
    noticed_at {int64} NOT NULL,
    PRIMARY KEY (agreement_id, valid_until, days_before)
);
