-- 0046: meetings of a cluster and which members were there: a network that needs no survey.
CREATE TABLE meetings (
    id {uuid} PRIMARY KEY,
    cluster_id {uuid} NOT NULL REFERENCES clusters (id),
    title TEXT NOT NULL,
    held_on TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('general_meeting', 'working_group', 'training', 'member_visit',
                                       'exchange_visit', 'work_day', 'social', 'sticc', 'other')),
    version {int64} NOT NULL,
    created_at {int64} NOT NULL,
    updated_at {int64} NOT NULL
);
CREATE INDEX meetings_of_cluster ON meetings (cluster_id, held_on, id);

-- Members, not people: who of a member came is nobody's business here.
CREATE TABLE meeting_attendances (
    id {uuid} PRIMARY KEY,
    meeting_id {uuid} NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    membership_id {uuid} NOT NULL REFERENCES memberships (id) ON DELETE CASCADE,
    UNIQUE (meeting_id, membership_id)
);
CREATE INDEX meeting_attendances_of_member ON meeting_attendances (membership_id);
