-- 0068: why results of a frozen wave were worked out anew: its answers were sealed by a new key, which changes their
-- bytes and nothing that they say, or its key was lost.
CREATE TABLE wave_releases_kept AS SELECT * FROM wave_releases;
DROP TABLE wave_releases;
CREATE TABLE wave_releases (
    id {uuid} PRIMARY KEY,
    wave_id {uuid} NOT NULL REFERENCES waves (id) ON DELETE CASCADE,
    cause TEXT NOT NULL
        CHECK (cause IN ('withdrawal', 'objection', 'narrowed', 'retention', 'new_key', 'key_lost')),
    former_sha256 TEXT NOT NULL,
    results_sha256 TEXT NOT NULL,
    engine_version TEXT NOT NULL,
    released_at {int64} NOT NULL
);
INSERT INTO wave_releases SELECT * FROM wave_releases_kept;
DROP TABLE wave_releases_kept;
CREATE INDEX wave_releases_of_wave ON wave_releases (wave_id, released_at, id);
