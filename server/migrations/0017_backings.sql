-- 0017: which support organization stands behind a cluster that somebody started, and whether it agrees. Clusters
-- without a line here were entered by those who keep the directory.
CREATE TABLE backings (
    id {uuid} PRIMARY KEY,
    cluster_id {uuid} NOT NULL UNIQUE REFERENCES clusters (id) ON DELETE CASCADE,
    -- Empty: those who keep the directory of the country are asked.
    organization_id {uuid} REFERENCES organizations (id) ON DELETE SET NULL,
    state TEXT NOT NULL CHECK (state IN ('awaited', 'confirmed', 'declined')),
    reason TEXT,
    requested_by {uuid} REFERENCES accounts (id) ON DELETE SET NULL,
    decided_by {uuid} REFERENCES accounts (id) ON DELETE SET NULL,
    created_at {int64} NOT NULL,
    decided_at {int64},
    version {int64} NOT NULL,
    CHECK ((state = 'awaited') = (decided_at IS NULL)),
    CHECK (state <> 'declined' OR reason IS NOT NULL)
);
CREATE INDEX backings_of_organization ON backings (organization_id);
