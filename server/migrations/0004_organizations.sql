-- 0004: organizations of the directory, and the addresses under which they were known before.
CREATE TABLE organizations (
    id {uuid} PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    acronym TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('firm', 'cooperative', 'bso', 'association', 'academia', 'research',
                                       'public_body', 'finance', 'non_profit', 'other')),
    country_code TEXT NOT NULL REFERENCES countries (code),
    locality TEXT,
    latitude {real} CHECK (latitude BETWEEN -90 AND 90),
    longitude {real} CHECK (longitude BETWEEN -180 AND 180),
    website TEXT,
    founded_year {int64} CHECK (founded_year BETWEEN 1000 AND 9999),
    size_band TEXT CHECK (size_band IN ('micro', 'small', 'medium', 'large')),
    sector TEXT,
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
    -- Made in core/text, so that both databases order and compare names alike.
    sort_key TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    -- A point needs both.
    CHECK ((latitude IS NULL) = (longitude IS NULL))
);
CREATE INDEX organizations_by_name ON organizations (sort_key, id);
CREATE INDEX organizations_by_change ON organizations (updated_at, id);
CREATE INDEX organizations_of_country ON organizations (country_code, sort_key, id);
-- Lists by country and kind, and every count under the filters, without touching the table.
CREATE INDEX organizations_of_kind ON organizations (country_code, kind, updated_at, id, visibility, publication,
                                                     sector);
CREATE INDEX organizations_by_folded_name ON organizations (country_code, name_folded);

CREATE TABLE organization_slugs (
    slug TEXT PRIMARY KEY,
    organization_id {uuid} NOT NULL REFERENCES organizations (id) ON DELETE CASCADE
);
CREATE INDEX organization_slugs_of ON organization_slugs (organization_id);
