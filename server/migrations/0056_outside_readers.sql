-- 0056: how often people from outside opened a cluster's pages: by organization and role, never by person.
CREATE TABLE outside_readings (
    id {uuid} PRIMARY KEY,
    cluster_id {uuid} NOT NULL REFERENCES clusters (id) ON DELETE CASCADE,
    quarter TEXT NOT NULL,
    -- Empty for somebody who speaks for no organization here: an office of a country, or of the region.
    organization_id {uuid} REFERENCES organizations (id) ON DELETE CASCADE,
    country_code TEXT,
    role TEXT NOT NULL,
    page TEXT NOT NULL CHECK (page IN ('members', 'results', 'report', 'download')),
    openings {int64} NOT NULL CHECK (openings > 0)
);
CREATE INDEX outside_readings_of_cluster ON outside_readings (cluster_id, quarter);
