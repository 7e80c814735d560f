-- 0049: that somebody wants a picture of a network without names for a funder, and who let it go. Whoever asks does not
-- decide, and an approval ends.
CREATE TABLE blind_map_requests (
    id {uuid} PRIMARY KEY,
    wave_id {uuid} NOT NULL REFERENCES waves (id) ON DELETE CASCADE,
    recipient TEXT NOT NULL,
    purpose TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'declined')),
    reason TEXT,
    asked_by {uuid} NOT NULL,
    asked_at {int64} NOT NULL,
    decided_by {uuid},
    decided_at {int64},
    expires_at {int64},
    version {int64} NOT NULL,
    CHECK (state = 'waiting' OR (decided_by IS NOT NULL AND decided_by <> asked_by)),
    CHECK (state <> 'approved' OR expires_at IS NOT NULL),
    CHECK (state <> 'declined' OR reason IS NOT NULL)
);
CREATE INDEX blind_map_requests_of_wave ON blind_map_requests (wave_id, asked_at, id);
CREATE INDEX blind_map_requests_waiting ON blind_map_requests (asked_at, id) WHERE state = 'waiting';

-- Each file that left under an approval; no two are alike.
CREATE TABLE blind_map_files (
    id {uuid} PRIMARY KEY,
    request_id {uuid} NOT NULL REFERENCES blind_map_requests (id) ON DELETE CASCADE,
    account_id {uuid},
    taken_at {int64} NOT NULL
);
CREATE INDEX blind_map_files_of_request ON blind_map_files (request_id, taken_at, id);
