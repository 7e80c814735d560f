-- 0033: the hour in which the members of a wave answer together at a meeting. One at a time for a wave; who sits in the
-- room is kept as long as it lasts, and nothing of it afterwards.
CREATE TABLE rooms (
    id {uuid} PRIMARY KEY,
    wave_id {uuid} NOT NULL UNIQUE REFERENCES waves (id) ON DELETE CASCADE,
    started_at {int64} NOT NULL,
    ends_at {int64} NOT NULL
);

CREATE TABLE room_members (
    room_id {uuid} NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
    wave_member_id {uuid} NOT NULL REFERENCES wave_members (id) ON DELETE CASCADE,
    PRIMARY KEY (room_id, wave_member_id)
);
