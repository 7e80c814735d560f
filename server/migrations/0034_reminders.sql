-- 0034: members who have not answered are reminded by mail, once a week at most over all clusters, and not while their
-- country is suspended.
CREATE TABLE reminder_plans (
    wave_id {uuid} PRIMARY KEY REFERENCES waves (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('off', 'on', 'held')),
    -- When a draft will open: members are told a week before.
    opens_on TEXT,
    -- By how much the closing date was moved for suspended countries.
    closing_moved_ms {int64} NOT NULL,
    version {int64} NOT NULL
);

CREATE TABLE reminders_sent (
    respondent_id {uuid} NOT NULL REFERENCES respondents (id) ON DELETE CASCADE,
    -- 0: told before, 1: the link, from 2 on: reminders.
    step {int64} NOT NULL,
    sent_at {int64} NOT NULL,
    PRIMARY KEY (respondent_id, step)
);
CREATE INDEX reminders_sent_lately ON reminders_sent (sent_at);

-- Who wants no reminders. It holds for the address, which is kept as a keyed hash: another contact of the member is
-- another person.
CREATE TABLE reminder_stops (
    membership_id {uuid} NOT NULL REFERENCES memberships (id) ON DELETE CASCADE,
    address_hmac TEXT NOT NULL,
    PRIMARY KEY (membership_id, address_hmac)
);

-- While a hurricane or a holiday stops a country, nobody there is written to, and what was due waits as long.
CREATE TABLE suspensions (
    id {uuid} PRIMARY KEY,
    country_code TEXT NOT NULL REFERENCES countries (code),
    reason TEXT NOT NULL CHECK (reason IN ('hurricane', 'holiday', 'other')),
    begins_at {int64} NOT NULL,
    ends_at {int64} NOT NULL
);
CREATE INDEX suspensions_of_country ON suspensions (country_code, begins_at);
