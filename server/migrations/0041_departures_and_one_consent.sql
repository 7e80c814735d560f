-- 0041: that the facilitators of a cluster were told when the names leave its waves; once for each such day, which a
-- later wave moves.
CREATE TABLE departure_notices (
    cluster_id {uuid} PRIMARY KEY REFERENCES clusters (id) ON DELETE CASCADE,
    leaves_at {int64} NOT NULL,
    told_at {int64} NOT NULL
);
