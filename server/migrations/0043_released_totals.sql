-- 0043: waves whose totals the facilitator released to ministries, the regional team and funders.
-- Nothing is released by this step: publishing a wave has promised so far that it opens nothing.
CREATE TABLE released_totals (
    wave_id {uuid} PRIMARY KEY REFERENCES waves (id) ON DELETE CASCADE,
    released_at {int64} NOT NULL
);
