-- 0014: tables from elsewhere on their way into the directory or a roster, row by row, and what became of them.
CREATE TABLE imports (
    id {uuid} PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('organizations', 'roster')),
    cluster_id {uuid} REFERENCES clusters (id) ON DELETE CASCADE,
    -- Who brought the table; nobody else sees it, for it may hold contacts.
    account_id {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    file_name TEXT NOT NULL,
    format TEXT NOT NULL CHECK (format IN ('csv', 'xlsx')),
    encoding TEXT,
    delimiter TEXT,
    sheet TEXT,
    other_sheets TEXT NOT NULL,
    columns TEXT NOT NULL,
    signature TEXT NOT NULL,
    default_country TEXT NOT NULL,
    on_possible TEXT NOT NULL CHECK (on_possible IN ('ask', 'same', 'new')),
    skips_blocked {bool} NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'running', 'done', 'failed', 'cancelled', 'undoing', 'undone')),
    counts TEXT NOT NULL,
    failure TEXT NOT NULL,
    job_id {uuid},
    version {int64} NOT NULL,
    created_at {int64} NOT NULL,
    finished_at {int64},
    CHECK ((kind = 'roster') = (cluster_id IS NOT NULL))
);
CREATE INDEX imports_of_account ON imports (account_id, created_at, id);
CREATE INDEX imports_by_age ON imports (created_at);

CREATE TABLE import_rows (
    id {uuid} PRIMARY KEY,
    import_id {uuid} NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    number {int64} NOT NULL,
    organization TEXT NOT NULL,
    cells TEXT NOT NULL,
    corrections TEXT NOT NULL,
    understood TEXT NOT NULL,
    replaced TEXT NOT NULL,
    choice TEXT CHECK (choice IN ('create', 'update', 'skip')),
    action TEXT NOT NULL CHECK (action IN ('create', 'link', 'update', 'unchanged', 'skip')),
    duplicates TEXT NOT NULL,
    problems TEXT NOT NULL,
    is_blocked {bool} NOT NULL,
    outcome TEXT CHECK (outcome IN ('created', 'linked', 'updated', 'unchanged', 'skipped', 'undone', 'kept')),
    organization_id {uuid},
    -- Versions after the import: who finds another one has edited since.
    organization_version {int64},
    membership_id {uuid},
    membership_version {int64},
    UNIQUE (import_id, number)
);

-- What somebody took the columns of a header for, the last time.
CREATE TABLE import_mappings (
    id {uuid} PRIMARY KEY,
    account_id {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    signature TEXT NOT NULL,
    columns TEXT NOT NULL,
    used_at {int64} NOT NULL,
    UNIQUE (account_id, kind, signature)
);
