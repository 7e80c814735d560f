-- 0063: withdrawn answers are noted as erasures too, so that an older backup, once restored, can be cleaned again; and
-- the texts to which people agreed are kept under their hash.
CREATE TABLE erasures_kept AS SELECT * FROM erasures;
DROP TABLE erasures;
CREATE TABLE erasures (
    id {uuid} PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'account', 'answers')),
    record_id {uuid} NOT NULL,
    -- A JSON object: how many rows of what.
    removed TEXT NOT NULL,
    erased_at {int64} NOT NULL
);
INSERT INTO erasures (id, kind, record_id, removed, erased_at)
SELECT id, kind, record_id, removed, erased_at FROM erasures_kept;
DROP TABLE erasures_kept;

-- Whole, as the page showed it, with the names of those who read totals. Lines of before have a hash only.
CREATE TABLE consent_texts (
    text_sha256 TEXT PRIMARY KEY,
    consent_version TEXT NOT NULL,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    first_shown_at {int64} NOT NULL
);
