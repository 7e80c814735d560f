-- 0064: what went wrong with data of people, with its clock; and who handles data for this installation.
CREATE TABLE breaches (
    id {uuid} PRIMARY KEY,
    title TEXT NOT NULL,
    found_at {int64} NOT NULL,
    what TEXT NOT NULL,
    whose TEXT NOT NULL,
    -- Empty: not known yet, which is not nobody.
    people_count {int64} CHECK (people_count >= 0),
    -- JSON lists: of country codes, and of whom was told when.
    countries TEXT NOT NULL,
    risk TEXT NOT NULL CHECK (risk IN ('unknown', 'low', 'medium', 'high')),
    steps TEXT NOT NULL,
    notices TEXT NOT NULL,
    people_told_at {int64},
    closed_at {int64},
    conclusion TEXT,
    entered_by {uuid} REFERENCES accounts (id) ON DELETE SET NULL,
    version {int64} NOT NULL,
    created_at {int64} NOT NULL,
    updated_at {int64} NOT NULL,
    CHECK (closed_at IS NULL OR conclusion IS NOT NULL)
);
CREATE INDEX breaches_by_time ON breaches (found_at, id);

-- Which deadline was reminded of, so that each mail goes out once.
CREATE TABLE breach_reminders (
    breach_id {uuid} NOT NULL REFERENCES breaches (id) ON DELETE CASCADE,
    step TEXT NOT NULL CHECK (step IN ('found', 'soon', 'overdue')),
    sent_at {int64} NOT NULL,
    PRIMARY KEY (breach_id, step)
);

CREATE TABLE processors (
    id {uuid} PRIMARY KEY,
    name TEXT NOT NULL,
    task TEXT NOT NULL CHECK (task IN ('hosting', 'mail', 'backup', 'support', 'other')),
    -- ISO 3166-1 alpha-2 of where the data lie.
    territory_code TEXT NOT NULL,
    data TEXT NOT NULL,
    agreement TEXT,
    since_on TEXT NOT NULL,
    until_on TEXT,
    version {int64} NOT NULL,
    created_at {int64} NOT NULL,
    updated_at {int64} NOT NULL
);
