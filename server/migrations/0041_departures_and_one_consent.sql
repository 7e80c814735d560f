-- 0041: that the facilitators of a cluster were told when the names leave its waves; once for each such day, which a
-- later wave moves. And one consent where there were two.
CREATE TABLE departure_notices (
    cluster_id {uuid} PRIMARY KEY REFERENCES clusters (id) ON DELETE CASCADE,
    leaves_at {int64} NOT NULL,
    told_at {int64} NOT NULL
);

-- Whether a tie is shown to its other end follows the consent to a map that members see. That one allows more, so
-- nobody who gave it is shown further than before; who only shared with the other end shares no longer.
DROP TABLE shared_networks;
