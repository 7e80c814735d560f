-- 0039: organizations that a respondent knows and the roster lacks, with what is answered about each. They stand
-- beside the network of the roster and never in it.
CREATE TABLE unlisted_organizations (
    -- Made by the device: sent twice, it is one.
    id {uuid} PRIMARY KEY,
    respondent_id {uuid} NOT NULL REFERENCES respondents (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    -- Empty: outside the region.
    country_code TEXT,
    locality TEXT,
    kind TEXT NOT NULL,
    device TEXT NOT NULL,
    sequence {int64} NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('pending', 'merged', 'accepted', 'rejected')),
    -- Of a merged one: the member of the roster that it is.
    wave_member_id {uuid} REFERENCES wave_members (id) ON DELETE CASCADE,
    -- Of an accepted one: its record in the directory, when there is one.
    organization_id {uuid}
);
CREATE INDEX unlisted_of_respondent ON unlisted_organizations (respondent_id);

-- A taken-back tie stays as an empty value, as in answers.
CREATE TABLE unlisted_answers (
    unlisted_id {uuid} NOT NULL REFERENCES unlisted_organizations (id) ON DELETE CASCADE,
    question_id {uuid} NOT NULL REFERENCES questions (id),
    value {int64} CHECK (value BETWEEN 0 AND 4),
    device TEXT NOT NULL,
    sequence {int64} NOT NULL,
    received_at {int64} NOT NULL,
    PRIMARY KEY (unlisted_id, question_id)
);
