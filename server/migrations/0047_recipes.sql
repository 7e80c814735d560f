-- 0047: what a cluster says of how it began: since when, who led, and what came first of it.
CREATE TABLE recipes (
    cluster_id {uuid} PRIMARY KEY REFERENCES clusters (id),
    began_on TEXT,
    first_result_on TEXT,
    first_result TEXT,
    first_result_source TEXT,
    version {int64} NOT NULL,
    updated_at {int64} NOT NULL
);
CREATE TABLE recipe_leaders (
    id {uuid} PRIMARY KEY,
    cluster_id {uuid} NOT NULL REFERENCES clusters (id),
    membership_id {uuid} NOT NULL REFERENCES memberships (id) ON DELETE CASCADE,
    UNIQUE (cluster_id, membership_id)
);
CREATE INDEX recipe_leaders_of_member ON recipe_leaders (membership_id);
