-- 0044: views of a wave's map under a name. They name members by their ids only, so that whoever has lost its name has
-- none here either.
CREATE TABLE map_views (
    id {uuid} PRIMARY KEY,
    wave_id {uuid} NOT NULL REFERENCES waves (id) ON DELETE CASCADE,
    account_id {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    scene TEXT NOT NULL,
    is_shared {bool} NOT NULL,
    version {int64} NOT NULL,
    sort_key TEXT NOT NULL
);
CREATE UNIQUE INDEX map_views_by_name ON map_views (wave_id, account_id, sort_key);
