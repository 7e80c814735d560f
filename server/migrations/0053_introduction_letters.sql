-- 0053: letters about an introduction that wait until their readers may be written to; gone once they are sent.
CREATE TABLE introduction_letters (
    introduction_id {uuid} NOT NULL REFERENCES introductions (id) ON DELETE CASCADE,
    side TEXT NOT NULL CHECK (side IN ('one', 'other', 'introducer')),
    PRIMARY KEY (introduction_id, side)
);
