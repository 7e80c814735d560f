-- 0048: reports of a wave that were taken out, for whom and by whom. The report carries the same words.
CREATE TABLE report_copies (
    id {uuid} PRIMARY KEY,
    wave_id {uuid} NOT NULL REFERENCES waves (id) ON DELETE CASCADE,
    account_id {uuid},
    audience TEXT NOT NULL CHECK (audience IN ('board', 'evaluator')),
    answered {int64} NOT NULL,
    asked {int64} NOT NULL,
    -- Of the frozen results; empty while they could still change.
    results_sha256 TEXT,
    taken_at {int64} NOT NULL
);
CREATE INDEX report_copies_of_wave ON report_copies (wave_id, taken_at, id);
