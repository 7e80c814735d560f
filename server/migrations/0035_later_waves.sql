-- 0035: what a later wave takes over from the one before. Noted at the consent: which wave the respondent answered
-- last, and whether it is asked without its former ticks, so that what they do to the answers can be measured.
CREATE TABLE prefills (
    respondent_id {uuid} PRIMARY KEY REFERENCES respondents (id) ON DELETE CASCADE,
    last_respondent_id {uuid} NOT NULL REFERENCES respondents (id) ON DELETE CASCADE,
    is_control {bool} NOT NULL
);
CREATE INDEX prefills_of_last ON prefills (last_respondent_id);
