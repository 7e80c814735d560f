-- 0040: tests of a wave's network that somebody asked for. What was worked out from equal answers is not worked out
-- again.
CREATE TABLE analyses (
    id {uuid} PRIMARY KEY,
    wave_id {uuid} NOT NULL REFERENCES waves (id) ON DELETE CASCADE,
    asked TEXT NOT NULL,
    input_sha256 TEXT NOT NULL,
    engine_version TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'failed', 'cancelled')),
    job_id {uuid},
    result TEXT,
    failure TEXT,
    asked_at {int64} NOT NULL,
    finished_at {int64}
);
CREATE INDEX analyses_of_wave ON analyses (wave_id, asked_at);
