-- 0030: a pilot tries the questions of a draft with a few members. Its answers count nowhere, and go when the draft
-- opens.
ALTER TABLE waves ADD COLUMN pilot_of {uuid} REFERENCES waves (id) ON DELETE CASCADE;
CREATE INDEX waves_pilots ON waves (pilot_of) WHERE pilot_of IS NOT NULL;
