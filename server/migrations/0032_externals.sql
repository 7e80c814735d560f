-- 0032: organizations outside the cluster about which a wave asks; what each question is for, and what its answers are
-- called.

-- Empty for members. Externals stand behind them, never answer, and count in no figure of the members' network.
ALTER TABLE wave_members ADD COLUMN external_kind TEXT
    CHECK (external_kind IN ('university', 'government', 'buyer', 'support_organization', 'other'));

-- A JSON list of 'map_to_members', 'facilitator', 'evaluation', 'research'.
ALTER TABLE wave_questions ADD COLUMN purposes TEXT NOT NULL DEFAULT '["facilitator","evaluation"]';
UPDATE wave_questions SET purposes = '["evaluation"]' WHERE sensitivity = 'sealed';
-- Own words for the values of the scale, the lowest first; a JSON list of texts by language.
ALTER TABLE wave_questions ADD COLUMN anchors TEXT NOT NULL DEFAULT '[]';

DROP VIEW asked_questions;
CREATE VIEW asked_questions AS
SELECT w.wave_id, q.id, q.survey_id, q.key, w.position, w.sensitivity, w.symmetrization, w.scale, w.gate, w.anchors,
       w.purposes, w.purposes LIKE '%"facilitator"%' AS may_be_named, w.question_version_id, w.is_own_wording
FROM wave_questions w JOIN questions q ON q.id = w.question_id;
