-- 0019: organizations that were found to be one, with what is needed to part them again.
CREATE TABLE merges (
    id {uuid} PRIMARY KEY,
    survivor_id {uuid} NOT NULL,
    duplicate_id {uuid} NOT NULL,
    duplicate_name TEXT NOT NULL,
    country_code TEXT NOT NULL REFERENCES countries (code),
    -- JSON: the fields taken over as they were in the survivor before, the duplicate as it was, and the ids of
    -- what moved, by table.
    replaced TEXT NOT NULL,
    duplicate TEXT NOT NULL,
    moved TEXT NOT NULL,
    account_id {uuid} REFERENCES accounts (id) ON DELETE SET NULL,
    merged_at {int64} NOT NULL,
    undone_at {int64}
);
CREATE INDEX merges_of ON merges (survivor_id, merged_at);
