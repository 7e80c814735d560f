-- 0006: surveys of a cluster, their waves with frozen rosters and wordings, and what was answered.
CREATE TABLE surveys (
    id {uuid} PRIMARY KEY,
    cluster_id {uuid} NOT NULL UNIQUE REFERENCES clusters (id),
    title TEXT NOT NULL
);

CREATE TABLE questions (
    id {uuid} PRIMARY KEY,
    survey_id {uuid} NOT NULL REFERENCES surveys (id),
    key TEXT NOT NULL CHECK (key IN ('know', 'communicate', 'sensitive', 'worked_together', 'competitor')),
    position {int64} NOT NULL,
    sensitivity TEXT NOT NULL CHECK (sensitivity IN ('open', 'limited', 'sealed')),
    symmetrization TEXT NOT NULL CHECK (symmetrization IN ('or_shown', 'max', 'directed', 'and_or_single', 'or')),
    scale TEXT NOT NULL CHECK (scale IN ('binary', 'frequency4')),
    gate TEXT CHECK (gate IN ('know', 'communicate', 'sensitive', 'worked_together', 'competitor')),
    UNIQUE (survey_id, key)
);

-- Another wording is another version: a series breaks where the hash changes.
CREATE TABLE question_versions (
    id {uuid} PRIMARY KEY,
    question_id {uuid} NOT NULL REFERENCES questions (id),
    wording TEXT NOT NULL,
    wording_sha256 TEXT NOT NULL,
    created_at {int64} NOT NULL,
    UNIQUE (question_id, wording_sha256)
);

CREATE TABLE waves (
    id {uuid} PRIMARY KEY,
    cluster_id {uuid} NOT NULL REFERENCES clusters (id),
    survey_id {uuid} NOT NULL REFERENCES surveys (id),
    title TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'closed', 'frozen', 'published')),
    is_baseline {bool} NOT NULL,
    opens_at {int64},
    closes_at {int64},
    closed_at {int64},
    frozen_at {int64},
    consent_version TEXT NOT NULL,
    languages TEXT NOT NULL,
    revision {int64} NOT NULL,
    is_demo {bool} NOT NULL,
    version {int64} NOT NULL
);
CREATE INDEX waves_of_cluster ON waves (cluster_id, id);

-- The instrument of a wave, frozen when it opens.
CREATE TABLE wave_questions (
    wave_id {uuid} NOT NULL REFERENCES waves (id) ON DELETE CASCADE,
    question_id {uuid} NOT NULL REFERENCES questions (id),
    question_version_id {uuid} NOT NULL REFERENCES question_versions (id),
    PRIMARY KEY (wave_id, question_id)
);

-- The roster of a wave, a snapshot of the memberships. Sealed answers count on `position` never changing once open.
CREATE TABLE wave_members (
    id {uuid} PRIMARY KEY,
    wave_id {uuid} NOT NULL REFERENCES waves (id) ON DELETE CASCADE,
    membership_id {uuid},
    organization_id {uuid},
    label TEXT NOT NULL,
    kind TEXT NOT NULL,
    subsector TEXT,
    subgroup TEXT,
    country_code TEXT NOT NULL,
    participates_in_programme {bool},
    is_facilitator {bool} NOT NULL,
    joined_on TEXT,
    left_on TEXT,
    position {int64} NOT NULL,
    UNIQUE (wave_id, position)
);

-- Who answers for a member. The personal link is derived from `id` and `link_version` with a key outside the
-- database; `reference` only finds the row.
CREATE TABLE respondents (
    id {uuid} PRIMARY KEY,
    wave_id {uuid} NOT NULL REFERENCES waves (id) ON DELETE CASCADE,
    wave_member_id {uuid} NOT NULL REFERENCES wave_members (id) ON DELETE CASCADE,
    reference TEXT NOT NULL UNIQUE,
    link_version {int64} NOT NULL,
    language TEXT,
    mode TEXT NOT NULL CHECK (mode IN ('link', 'paper', 'interview', 'import')),
    consent TEXT CHECK (consent IN ('facilitator', 'aggregate')),
    consent_version TEXT,
    consented_at {int64},
    state TEXT NOT NULL CHECK (state IN ('invited', 'opened', 'started', 'done', 'declined', 'withdrawn')),
    finished_at {int64},
    receipt TEXT
);
CREATE INDEX respondents_of_wave ON respondents (wave_id, wave_member_id);

-- Open and limited answers. A taken-back tie stays as an empty value, so that an older tap of the same device that
-- arrives late cannot bring it back.
CREATE TABLE answers (
    respondent_id {uuid} NOT NULL REFERENCES respondents (id) ON DELETE CASCADE,
    question_id {uuid} NOT NULL REFERENCES questions (id),
    alter_id {uuid} NOT NULL REFERENCES wave_members (id),
    value {int64} CHECK (value BETWEEN 0 AND 3),
    prefilled_untouched {bool} NOT NULL,
    device TEXT NOT NULL,
    sequence {int64} NOT NULL,
    received_at {int64} NOT NULL,
    PRIMARY KEY (respondent_id, question_id, alter_id)
);

-- What is known of a whole row. No row here: not answered, which is not "none of these".
CREATE TABLE row_states (
    respondent_id {uuid} NOT NULL REFERENCES respondents (id) ON DELETE CASCADE,
    question_id {uuid} NOT NULL REFERENCES questions (id),
    state TEXT NOT NULL CHECK (state IN ('answered', 'answered_empty', 'partial', 'nonresponse', 'declined',
                                         'withdrawn')),
    device TEXT NOT NULL,
    sequence {int64} NOT NULL,
    PRIMARY KEY (respondent_id, question_id)
);

-- One ciphertext over the whole roster for each respondent and sealed question, of one size. The id is random and
-- there is no time, so that nothing tells in which order they came.
CREATE TABLE sealed_answers (
    id {uuid} PRIMARY KEY,
    respondent_id {uuid} NOT NULL REFERENCES respondents (id) ON DELETE CASCADE,
    question_id {uuid} NOT NULL REFERENCES questions (id),
    ciphertext {bytes} NOT NULL,
    UNIQUE (respondent_id, question_id)
);

-- What was done to a wave, and by whom; nothing of what was answered.
CREATE TABLE wave_events (
    id {uuid} PRIMARY KEY,
    wave_id {uuid} NOT NULL REFERENCES waves (id) ON DELETE CASCADE,
    event TEXT NOT NULL CHECK (event IN ('created', 'opened', 'closed', 'reopened', 'frozen', 'published',
                                         'link_replaced', 'links_sent')),
    respondent_id {uuid},
    account_id {uuid},
    revision {int64} NOT NULL,
    happened_at {int64} NOT NULL
);
CREATE INDEX wave_events_of_wave ON wave_events (wave_id, happened_at, id);
