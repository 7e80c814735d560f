-- 0023: two doors of the directory, and when a personal link was mailed.
-- Clusters that people without an account want to start, until the address of the person is proven. Nothing of
-- it is kept longer than the mailed link holds.
CREATE TABLE starts (
    id {uuid} PRIMARY KEY,
    -- Who starts it.
    person_name TEXT NOT NULL,
    email TEXT NOT NULL,
    language TEXT NOT NULL,
    name TEXT NOT NULL,
    country_code TEXT NOT NULL REFERENCES countries (code),
    sector TEXT,
    organization_id {uuid} REFERENCES organizations (id) ON DELETE SET NULL,
    purpose TEXT NOT NULL,
    -- The draft that came of it; empty until the person followed the link.
    cluster_id {uuid} REFERENCES clusters (id) ON DELETE CASCADE,
    version {int64} NOT NULL,
    created_at {int64} NOT NULL
);
CREATE INDEX starts_by_time ON starts (created_at);
CREATE INDEX starts_of_email ON starts (email);

-- What was written or said to the organization behind a stub before its page is published (practice: nobody finds
-- the own page without having been told). The newest line of a record counts.
CREATE TABLE letters (
    id {uuid} PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('organization', 'cluster')),
    record_id {uuid} NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('mail', 'letter', 'phone', 'visit')),
    -- Of the office, never of a person; by mail only.
    address TEXT,
    -- Who was reached, and how.
    note TEXT,
    language TEXT NOT NULL,
    written_on TEXT NOT NULL,
    -- From this day on the page may be published.
    due_on TEXT NOT NULL,
    written_by {uuid} REFERENCES accounts (id) ON DELETE SET NULL,
    state TEXT NOT NULL CHECK (state IN ('sent', 'corrected', 'objected')),
    -- What they answered.
    answer TEXT,
    answered_at {int64},
    version {int64} NOT NULL,
    created_at {int64} NOT NULL,
    CHECK ((channel = 'mail') = (address IS NOT NULL))
);
CREATE INDEX letters_of_record ON letters (kind, record_id, created_at);

-- When the present personal link of a respondent was last mailed; a new link has not been.
ALTER TABLE respondents ADD COLUMN mailed_at {int64};
