-- 0052: waves whose consent says that totals of the whole network are public, and since when they are. A wave is
-- entered while it is a draft, before anybody agreed to its text: what was answered under another one stays closed.
CREATE TABLE public_figures (
    wave_id {uuid} PRIMARY KEY REFERENCES waves (id) ON DELETE CASCADE,
    announced_at {int64} NOT NULL,
    released_at {int64}
);
