-- 0055: the audit log: who did what that matters, chained by hashes per node, so that a changed, removed,
-- inserted or reordered entry is found. Ids only: no names, no texts of people, no secrets.

-- Written in the transaction of what they tell, and taken into the chain of a node a moment later.
CREATE TABLE audit_notes (
    id {uuid} PRIMARY KEY,
    -- Empty where no node is known: any takes it.
    node TEXT NOT NULL,
    entry TEXT NOT NULL
);

-- Only ever inserted into, and removed by whole days when they are too old. Nothing is declared to refer to
-- accounts or records: an entry outlives them.
CREATE TABLE audit_entries (
    id {uuid} NOT NULL,
    happened_at {int64} NOT NULL,
    action TEXT NOT NULL,
    outcome TEXT NOT NULL,
    account_id {uuid},
    role TEXT,
    scope TEXT,
    scope_id TEXT,
    on_behalf_of TEXT,
    address TEXT NOT NULL,
    route TEXT NOT NULL,
    object_kind TEXT NOT NULL,
    object_id TEXT,
    reason TEXT NOT NULL,
    changes TEXT NOT NULL,
    node TEXT NOT NULL,
    number {int64} NOT NULL,
    -- Of the chain, in UTC: when it was taken in, never before the entry ahead of it.
    day TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (node, number)
);
CREATE INDEX audit_entries_by_time ON audit_entries (happened_at, id);
CREATE INDEX audit_entries_of_account ON audit_entries (account_id, happened_at, id);
CREATE INDEX audit_entries_of_object ON audit_entries (object_id, happened_at, id);
CREATE INDEX audit_entries_by_day ON audit_entries (node, day);

-- The head of each finished day. They stay when the entries of the day are removed.
CREATE TABLE audit_days (
    node TEXT NOT NULL,
    day TEXT NOT NULL,
    number {int64} NOT NULL,
    head TEXT NOT NULL,
    PRIMARY KEY (node, day)
);
