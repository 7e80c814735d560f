-- 0028: whether somebody is shown on the public page of the organization or cluster that they have a role in. The
-- person is asked by mail and answers; a keeper can take the entry off the page, and cannot put it there.
CREATE TABLE team_showings (
    role_id {uuid} PRIMARY KEY REFERENCES contact_roles (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('asked', 'given', 'withdrawn')),
    asked_at {int64} NOT NULL,
    -- The text that was answered, and when.
    consent_version TEXT,
    answered_at {int64},
    -- What the person wants to be said beside name and role: a JSON list of language codes, and the own addresses.
    languages TEXT NOT NULL,
    shows_email {bool} NOT NULL,
    shows_phone {bool} NOT NULL,
    -- What stood there when the person agreed: something else is not shown in its place.
    agreed_name TEXT,
    agreed_role TEXT,
    agreed_email TEXT,
    agreed_phone TEXT,
    CHECK (state = 'asked' OR answered_at IS NOT NULL),
    CHECK (state <> 'given' OR consent_version IS NOT NULL)
);
