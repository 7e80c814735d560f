-- 0010: every change of a record of the directory, with what stood in the changed fields before and after.
CREATE TABLE changes (
    id {uuid} PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('organization', 'cluster', 'membership', 'person', 'project', 'expert',
                                       'agreement', 'factsheet')),
    record_id {uuid} NOT NULL,
    -- Of the record after the change.
    version {int64} NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('created', 'updated', 'removed', 'merged', 'restored')),
    -- Empty: the installation itself, or an account that is gone.
    account_id {uuid} REFERENCES accounts (id) ON DELETE SET NULL,
    -- Of the import or bulk edit to which the change belongs.
    batch_id {uuid},
    -- The change that this one takes back.
    reverts_id {uuid} REFERENCES changes (id),
    -- Where the record stood, so that a removed one is still found by those who may bring it back.
    cluster_id {uuid},
    country_code TEXT,
    visibility TEXT,
    -- JSON objects of the changed fields: no "before" when it was created, no "after" when it was removed, neither
    -- when what stood there was erased.
    before TEXT,
    after TEXT,
    changed_at {int64} NOT NULL
);
CREATE INDEX changes_of_record ON changes (kind, record_id, changed_at, id);
CREATE INDEX changes_of_cluster ON changes (cluster_id, changed_at, id) WHERE cluster_id IS NOT NULL;
CREATE INDEX changes_of_batch ON changes (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX changes_removed ON changes (kind, changed_at, id) WHERE action = 'removed';
CREATE UNIQUE INDEX changes_taken_back_once ON changes (reverts_id) WHERE reverts_id IS NOT NULL;
