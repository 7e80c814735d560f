-- 0045: members whom a facilitator brings together, and who does not want that.

-- Changes are kept of more kinds of records from here on.
-- only sqlite
-- A CHECK cannot be changed: the table is made anew, and what refers to its rows is checked at the end only.
PRAGMA defer_foreign_keys = ON;
CREATE TABLE changes_kept AS SELECT * FROM changes;
DROP TABLE changes;
CREATE TABLE changes (
    id {uuid} PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('organization', 'cluster', 'membership', 'person', 'project', 'expert',
                                       'agreement', 'factsheet', 'introduction', 'meeting', 'recipe')),
    record_id {uuid} NOT NULL,
    version {int64} NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('created', 'updated', 'removed', 'merged', 'restored')),
    account_id {uuid} REFERENCES accounts (id) ON DELETE SET NULL,
    batch_id {uuid},
    reverts_id {uuid} REFERENCES changes (id),
    cluster_id {uuid},
    country_code TEXT,
    visibility TEXT,
    before TEXT,
    after TEXT,
    changed_at {int64} NOT NULL
);
INSERT INTO changes SELECT id, kind, record_id, version, action, account_id, batch_id, reverts_id, cluster_id,
                           country_code, visibility, before, after, changed_at
FROM changes_kept ORDER BY changed_at, id;
DROP TABLE changes_kept;
CREATE INDEX changes_of_record ON changes (kind, record_id, changed_at, id);
CREATE INDEX changes_of_cluster ON changes (cluster_id, changed_at, id) WHERE cluster_id IS NOT NULL;
CREATE INDEX changes_of_batch ON changes (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX changes_removed ON changes (kind, changed_at, id) WHERE action = 'removed';
CREATE UNIQUE INDEX changes_taken_back_once ON changes (reverts_id) WHERE reverts_id IS NOT NULL;
-- only postgres
ALTER TABLE changes DROP CONSTRAINT changes_kind_check;
ALTER TABLE changes ADD CONSTRAINT changes_kind_check
    CHECK (kind IN ('organization', 'cluster', 'membership', 'person', 'project', 'expert', 'agreement', 'factsheet',
                    'introduction', 'meeting', 'recipe'));
-- both

CREATE TABLE introductions (
    id {uuid} PRIMARY KEY,
    cluster_id {uuid} NOT NULL REFERENCES clusters (id),
    -- On whose answers the proposal rests.
    wave_id {uuid} NOT NULL REFERENCES waves (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('close_triangle', 'bridge_groups', 'bring_in_isolate')),
    one_id {uuid} NOT NULL REFERENCES memberships (id) ON DELETE CASCADE,
    other_id {uuid} NOT NULL REFERENCES memberships (id) ON DELETE CASCADE,
    introducer_id {uuid} REFERENCES memberships (id) ON DELETE SET NULL,
    state TEXT NOT NULL CHECK (state IN ('introduced', 'met', 'working', 'declined')),
    introduced_on TEXT NOT NULL,
    met_on TEXT,
    working_on TEXT,
    note TEXT,
    -- Empty: Konbit wrote to nobody; somebody may have spoken to them.
    mailed_at {int64},
    version {int64} NOT NULL,
    created_at {int64} NOT NULL,
    updated_at {int64} NOT NULL,
    CHECK (one_id <> other_id)
);
CREATE INDEX introductions_of_cluster ON introductions (cluster_id, created_at, id);
CREATE INDEX introductions_of_one ON introductions (one_id);
CREATE INDEX introductions_of_other ON introductions (other_id);

-- Who does not want to be introduced to anybody. Why is nobody's business.
CREATE TABLE introduction_refusals (
    membership_id {uuid} PRIMARY KEY REFERENCES memberships (id) ON DELETE CASCADE,
    refused_at {int64} NOT NULL
);
