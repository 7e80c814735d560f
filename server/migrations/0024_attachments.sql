-- 0024: logos, photos and documents of organizations and clusters, and the content that is to leave the disk.
CREATE TABLE attachments (
    id {uuid} NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('organization', 'cluster')),
    record_id {uuid} NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('logo', 'photo', 'document')),
    position {int64} NOT NULL,
    alt TEXT NOT NULL DEFAULT '{}',
    caption TEXT NOT NULL DEFAULT '{}',
    credit TEXT,
    -- Whether people can be recognized on a photo, and agreed to that. Empty: not said yet.
    people TEXT CHECK (people IN ('nobody', 'agreed')),
    title TEXT,
    language TEXT,
    visibility TEXT NOT NULL
        CHECK (visibility IN ('private', 'cluster', 'bso', 'national', 'regional_aggregate', 'public')),
    publication TEXT NOT NULL CHECK (publication IN ('draft', 'published')),
    -- JSON: name, width, height and bytes of each size.
    sizes TEXT NOT NULL,
    bytes {int64} NOT NULL,
    account_id {uuid} REFERENCES accounts (id) ON DELETE SET NULL,
    version {int64} NOT NULL,
    created_at {int64} NOT NULL,
    updated_at {int64} NOT NULL
);
CREATE INDEX attachments_of ON attachments (kind, record_id, position, id);
CREATE UNIQUE INDEX attachments_one_logo ON attachments (kind, record_id) WHERE purpose = 'logo';

CREATE TABLE attachment_files (
    attachment_id {uuid} NOT NULL REFERENCES attachments (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    file_id {uuid} NOT NULL REFERENCES files (id),
    PRIMARY KEY (attachment_id, name)
);

-- Content without a row of its own any more, until its bytes are gone too.
CREATE TABLE removed_files (
    sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64)
);
