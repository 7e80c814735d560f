-- 0026: when a personal link was given by message, on a card or in person; mails are noted in mailed_at.
ALTER TABLE respondents ADD COLUMN handed_at {int64};

-- What a wave held when it was frozen. A hash that no longer fits tells that somebody changed the database by hand.
CREATE TABLE wave_freezes (
    wave_id {uuid} PRIMARY KEY REFERENCES waves (id) ON DELETE CASCADE,
    results_sha256 TEXT NOT NULL,
    engine_version TEXT NOT NULL,
    frozen_at {int64} NOT NULL
);
