-- 0001: what every slice stands on: settings, jobs, idempotency keys, outgoing mail, files, search.

CREATE TABLE settings (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    updated_at {int64} NOT NULL
);

-- A job runs at least once. It is claimed by whoever moves lease_until into the future.
CREATE TABLE jobs (
    id {uuid} NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    unique_key TEXT,
    run_at {int64} NOT NULL,
    lease_until {int64},
    leased_by TEXT,
    attempts {int64} NOT NULL DEFAULT 0,
    progress {real} NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
    cancel_requested {bool} NOT NULL DEFAULT FALSE,
    last_error TEXT,
    created_at {int64} NOT NULL,
    finished_at {int64}
);
CREATE INDEX jobs_due ON jobs (run_at) WHERE finished_at IS NULL;
-- One unfinished job of a kind per key: asking twice for the same report makes it once.
CREATE UNIQUE INDEX jobs_unfinished ON jobs (kind, unique_key) WHERE finished_at IS NULL;

-- The answer to a repeated request; status and location are empty while the first one still runs.
CREATE TABLE idempotency_keys (
    actor TEXT NOT NULL,
    key TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    status {int64},
    location TEXT,
    created_at {int64} NOT NULL,
    PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);

-- Mail is written in the transaction that causes it and sent afterwards.
CREATE TABLE outbox_mail (
    id {uuid} NOT NULL PRIMARY KEY,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    html TEXT,
    created_at {int64} NOT NULL,
    sent_at {int64},
    attempts {int64} NOT NULL DEFAULT 0,
    last_error TEXT
);
CREATE INDEX outbox_mail_unsent ON outbox_mail (created_at) WHERE sent_at IS NULL;

-- The content lies in the data folder under its digest; two uploads of one content are two rows.
CREATE TABLE files (
    id {uuid} NOT NULL PRIMARY KEY,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    media_type TEXT NOT NULL,
    bytes {int64} NOT NULL CHECK (bytes >= 0),
    name TEXT NOT NULL,
    visibility TEXT NOT NULL
        CHECK (visibility IN ('private', 'cluster', 'bso', 'national', 'regional_aggregate', 'public')),
    created_at {int64} NOT NULL
);
CREATE INDEX files_content ON files (sha256);

-- Folded text of every record that can be searched for. See server/src/db/search.hpp.
-- only sqlite
CREATE TABLE search_documents (
    place INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    scope TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (kind, id)
);
CREATE VIRTUAL TABLE search_words USING fts5(
    title, body, content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 0');
-- only postgres
CREATE TABLE search_documents (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    scope TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    words TSVECTOR NOT NULL,
    PRIMARY KEY (kind, id)
);
CREATE INDEX search_documents_words ON search_documents USING gin (words);
-- both
