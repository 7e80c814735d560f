-- 0042: that somebody wants answers of a wave for research, under which agreement, and who let it go. Whoever asks
-- does not decide. Which mail did not go out because there is nobody at its address. And which members
-- of a draft are asked, or not, whatever its rule says.
CREATE TABLE research_requests (
    id {uuid} PRIMARY KEY,
    wave_id {uuid} NOT NULL REFERENCES waves (id) ON DELETE CASCADE,
    recipient TEXT NOT NULL,
    purpose TEXT NOT NULL,
    -- The data-use agreement as it was signed: its text, or where it is kept.
    agreement TEXT NOT NULL,
    agreed_by TEXT NOT NULL,
    agreed_on TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'declined', 'withdrawn')),
    reason TEXT,
    asked_by {uuid} NOT NULL,
    asked_at {int64} NOT NULL,
    decided_by {uuid},
    decided_at {int64},
    version {int64} NOT NULL,
    CHECK (state IN ('waiting', 'withdrawn') OR (decided_by IS NOT NULL AND decided_by <> asked_by)),
    CHECK (state <> 'declined' OR reason IS NOT NULL)
);
CREATE INDEX research_requests_of_wave ON research_requests (wave_id, asked_at, id);
CREATE INDEX research_requests_waiting ON research_requests (asked_at, id) WHERE state = 'waiting';

ALTER TABLE exports ADD COLUMN request_id {uuid} REFERENCES research_requests (id) ON DELETE SET NULL;

ALTER TABLE outbox_mail ADD COLUMN is_address_refused {bool} NOT NULL DEFAULT FALSE;
CREATE INDEX outbox_mail_of_address ON outbox_mail (lower(recipient), created_at);

CREATE TABLE asked_choices (
    wave_id {uuid} NOT NULL REFERENCES waves (id) ON DELETE CASCADE,
    membership_id {uuid} NOT NULL REFERENCES memberships (id) ON DELETE CASCADE,
    is_asked {bool} NOT NULL,
    PRIMARY KEY (wave_id, membership_id)
);
CREATE INDEX asked_choices_of_membership ON asked_choices (membership_id);
