-- 0029: a wave says which questions it asks, how strictly it keeps each and in which words. What there is to choose
-- from stands in the program (features/surveys/instrument.hpp).
CREATE TABLE rules_of_questions (
    wave_id {uuid} NOT NULL REFERENCES waves (id) ON DELETE CASCADE,
    question_id {uuid} NOT NULL REFERENCES questions (id),
    question_version_id {uuid} NOT NULL REFERENCES question_versions (id),
    position {int64} NOT NULL,
    sensitivity TEXT NOT NULL CHECK (sensitivity IN ('open', 'limited', 'sealed')),
    symmetrization TEXT NOT NULL,
    scale TEXT NOT NULL,
    gate TEXT,
    -- Worded by the facilitator: no newer standard wording takes its place.
    is_own_wording {bool} NOT NULL,
    -- What an imported network calls its ties.
    relation TEXT,
    PRIMARY KEY (wave_id, question_id)
);
INSERT INTO rules_of_questions
SELECT w.wave_id, w.question_id, w.question_version_id, q.position, q.sensitivity, q.symmetrization, q.scale, q.gate,
       FALSE, w.relation
FROM wave_questions w JOIN questions q ON q.id = w.question_id;
DROP TABLE wave_questions;
ALTER TABLE rules_of_questions RENAME TO wave_questions;

-- only sqlite
-- A CHECK cannot be dropped: the table is made anew, and what refers to its rows is checked at the end only.
PRAGMA defer_foreign_keys = ON;
CREATE TABLE questions_kept AS SELECT id, survey_id, key FROM questions;
DROP TABLE questions;
CREATE TABLE questions (
    id {uuid} PRIMARY KEY,
    survey_id {uuid} NOT NULL REFERENCES surveys (id),
    key TEXT NOT NULL,
    UNIQUE (survey_id, key)
);
INSERT INTO questions SELECT id, survey_id, key FROM questions_kept;
DROP TABLE questions_kept;
-- only postgres
ALTER TABLE questions DROP COLUMN position, DROP COLUMN sensitivity, DROP COLUMN symmetrization, DROP COLUMN scale,
    DROP COLUMN gate, DROP CONSTRAINT questions_key_check;
-- both

-- A question as one wave asks it.
CREATE VIEW asked_questions AS
SELECT w.wave_id, q.id, q.survey_id, q.key, w.position, w.sensitivity, w.symmetrization, w.scale, w.gate,
       w.question_version_id, w.is_own_wording
FROM wave_questions w JOIN questions q ON q.id = w.question_id;
