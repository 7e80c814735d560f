-- 0035: what a later wave takes over from the one before. Noted at the consent: which wave the respondent answered
-- last, and whether it is asked without its former ticks, so that what they do to the answers can be measured.
CREATE TABLE prefills (
    respondent_id {uuid} PRIMARY KEY REFERENCES respondents (id) ON DELETE CASCADE,
    last_respondent_id {uuid} NOT NULL REFERENCES respondents (id) ON DELETE CASCADE,
    is_control {bool} NOT NULL
);
CREATE INDEX prefills_of_last ON prefills (last_respondent_id);

-- Who lets the members whom it named see that, where they allow the same.
CREATE TABLE shared_networks (
    respondent_id {uuid} PRIMARY KEY REFERENCES respondents (id) ON DELETE CASCADE,
    shared_at {int64} NOT NULL
);

-- Right of reply, in the ten days after closing: who has looked and is content, what was corrected, and which ties of
-- others a member disputes. A disputed tie is marked, never removed.
CREATE TABLE replies (
    respondent_id {uuid} PRIMARY KEY REFERENCES respondents (id) ON DELETE CASCADE,
    replied_at {int64} NOT NULL
);
CREATE TABLE answer_corrections (
    id {uuid} PRIMARY KEY,
    respondent_id {uuid} NOT NULL REFERENCES respondents (id) ON DELETE CASCADE,
    question_id {uuid} NOT NULL REFERENCES questions (id),
    alter_id {uuid} NOT NULL REFERENCES wave_members (id) ON DELETE CASCADE,
    former_value {int64},
    value {int64},
    device TEXT NOT NULL,
    corrected_at {int64} NOT NULL
);
CREATE INDEX answer_corrections_of ON answer_corrections (respondent_id, corrected_at, id);
CREATE TABLE disputed_ties (
    respondent_id {uuid} NOT NULL REFERENCES respondents (id) ON DELETE CASCADE,
    question_id {uuid} NOT NULL REFERENCES questions (id),
    namer_id {uuid} NOT NULL REFERENCES wave_members (id) ON DELETE CASCADE,
    disputed_at {int64} NOT NULL,
    PRIMARY KEY (respondent_id, question_id, namer_id)
);
