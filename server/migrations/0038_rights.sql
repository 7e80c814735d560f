-- 0038: what respondents agreed to, for each purpose, line by line; who objects to being listed; what was worked out
-- anew after a wave was frozen; what was taken out of the house; and how answers lose their names in the end.
ALTER TABLE respondents ADD COLUMN shares_with_members {bool} NOT NULL DEFAULT FALSE;
ALTER TABLE respondents ADD COLUMN shares_with_research {bool} NOT NULL DEFAULT FALSE;

-- Lines are only ever added: the latest of a purpose holds.
CREATE TABLE consents (
    id {uuid} PRIMARY KEY,
    respondent_id {uuid} NOT NULL REFERENCES respondents (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL CHECK (purpose IN ('members', 'facilitator', 'figures', 'research')),
    is_given {bool} NOT NULL,
    consent_version TEXT NOT NULL,
    language TEXT NOT NULL,
    -- Of the whole text that was shown, with the names in it.
    text_sha256 TEXT NOT NULL,
    recorded_at {int64} NOT NULL
);
CREATE INDEX consents_of_respondent ON consents (respondent_id, recorded_at, id);

-- Who reads the totals of a wave, by name: said in the text to which respondents agree.
CREATE TABLE wave_readers (
    wave_id {uuid} PRIMARY KEY REFERENCES waves (id) ON DELETE CASCADE,
    names TEXT NOT NULL
);

-- 'removed': off the roster, and in no result; its place stays empty, as sealed rows count on places.
-- 'unnamed': in frozen results, where others named it; nothing tells any more who it was.
ALTER TABLE wave_members ADD COLUMN listing TEXT NOT NULL DEFAULT 'named'
    CHECK (listing IN ('named', 'removed', 'unnamed'));

-- An organization that does not want to be listed in the surveys of a cluster. No reason is asked for or kept.
CREATE TABLE objections (
    id {uuid} PRIMARY KEY,
    cluster_id {uuid} NOT NULL REFERENCES clusters (id) ON DELETE CASCADE,
    organization_id {uuid} NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    objected_at {int64} NOT NULL,
    UNIQUE (cluster_id, organization_id)
);

-- Results that were worked out anew after freezing; wave_freezes holds the hash of the latest.
CREATE TABLE wave_releases (
    id {uuid} PRIMARY KEY,
    wave_id {uuid} NOT NULL REFERENCES waves (id) ON DELETE CASCADE,
    cause TEXT NOT NULL CHECK (cause IN ('withdrawal', 'objection', 'narrowed', 'retention')),
    former_sha256 TEXT NOT NULL,
    results_sha256 TEXT NOT NULL,
    engine_version TEXT NOT NULL,
    released_at {int64} NOT NULL
);
CREATE INDEX wave_releases_of_wave ON wave_releases (wave_id, released_at, id);

-- What was taken out of a wave as a file, by whom and for what. The file carries the same words.
CREATE TABLE exports (
    id {uuid} PRIMARY KEY,
    wave_id {uuid} NOT NULL REFERENCES waves (id) ON DELETE CASCADE,
    account_id {uuid},
    content TEXT NOT NULL CHECK (content IN ('members', 'ties', 'map', 'funnel')),
    question TEXT,
    purpose TEXT NOT NULL CHECK (purpose IN ('facilitation', 'evaluation', 'members', 'research')),
    answered {int64} NOT NULL,
    asked {int64} NOT NULL,
    -- Of a table that the server wrote; drawings are made in the browser.
    sha256 TEXT,
    exported_at {int64} NOT NULL
);
CREATE INDEX exports_of_wave ON exports (wave_id, exported_at, id);
