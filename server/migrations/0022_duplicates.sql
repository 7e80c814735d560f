-- 0022: organizations that resemble one another and are two all the same, as somebody said who keeps the directory.
CREATE TABLE known_apart (
    -- The smaller of the two ids stands first.
    first_id {uuid} NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    second_id {uuid} NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    account_id {uuid} REFERENCES accounts (id) ON DELETE SET NULL,
    said_at {int64} NOT NULL,
    PRIMARY KEY (first_id, second_id),
    CHECK (first_id < second_id)
);
CREATE INDEX known_apart_second ON known_apart (second_id);

-- Contacts that were erased because they asked for it, so that an old list does not bring them back. A mark is made of
-- the cluster and the address or telephone by a key outside the database: nobody reads either from it.
CREATE TABLE erased_contacts (
    mark TEXT PRIMARY KEY,
    cluster_id {uuid} NOT NULL REFERENCES clusters (id) ON DELETE CASCADE,
    erased_on TEXT NOT NULL
);
CREATE INDEX erased_contacts_of_cluster ON erased_contacts (cluster_id);

-- Whether the contact of a row is asked again although it was erased.
ALTER TABLE import_rows ADD COLUMN asks_again {bool} NOT NULL DEFAULT FALSE;
