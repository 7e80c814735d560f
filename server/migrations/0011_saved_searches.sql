-- 0011: searches of the directory that an account keeps, and the weekly mail about what is new in them.
CREATE TABLE saved_searches (
    id {uuid} PRIMARY KEY,
    account_id {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    list TEXT NOT NULL CHECK (list IN ('organizations', 'clusters')),
    -- The filters as in the address of the list: "q=cocoa&country=GD".
    query TEXT NOT NULL,
    digest TEXT NOT NULL CHECK (digest IN ('never', 'weekly')),
    -- What changed up to then has been told.
    digested_at {int64} NOT NULL,
    version {int64} NOT NULL,
    created_at {int64} NOT NULL,
    updated_at {int64} NOT NULL
);
CREATE INDEX saved_searches_of_account ON saved_searches (account_id, created_at, id);
CREATE INDEX saved_searches_due ON saved_searches (digested_at) WHERE digest = 'weekly';

-- Where a mail of a series is ended by one click; sealed as the body is.
ALTER TABLE outbox_mail ADD COLUMN sealed_unsubscribe_url TEXT;
