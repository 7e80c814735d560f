-- 0016: who asks to keep a record, and what readers say is wrong.
CREATE TABLE claims (
    id {uuid} PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('organization', 'cluster')),
    record_id {uuid} NOT NULL,
    country_code TEXT NOT NULL REFERENCES countries (code),
    -- Who asks; an account is made when the claim is granted.
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    language TEXT NOT NULL,
    note TEXT,
    -- Whether the address is one of the record's own web domain.
    is_on_domain {bool} NOT NULL,
    -- Unproven until the person followed the link sent to the address.
    state TEXT NOT NULL CHECK (state IN ('unproven', 'open', 'approved', 'declined')),
    reason TEXT,
    decided_by {uuid} REFERENCES accounts (id) ON DELETE SET NULL,
    decided_at {int64},
    version {int64} NOT NULL,
    created_at {int64} NOT NULL
);
CREATE INDEX claims_by_state ON claims (state, created_at, id);
CREATE INDEX claims_of_record ON claims (kind, record_id);

CREATE TABLE corrections (
    id {uuid} PRIMARY KEY,
    -- The public page on which it was noticed.
    page TEXT NOT NULL,
    kind TEXT CHECK (kind IN ('organization', 'cluster')),
    record_id {uuid},
    country_code TEXT REFERENCES countries (code),
    part TEXT NOT NULL CHECK (part IN ('name', 'contact', 'place', 'description', 'members', 'closed', 'other')),
    text TEXT NOT NULL,
    -- For the answer; removed when it is queued.
    email TEXT,
    language TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'declined')),
    reason TEXT,
    decided_by {uuid} REFERENCES accounts (id) ON DELETE SET NULL,
    decided_at {int64},
    version {int64} NOT NULL,
    created_at {int64} NOT NULL,
    CHECK ((kind IS NULL) = (record_id IS NULL))
);
CREATE INDEX corrections_by_state ON corrections (state, created_at, id);
