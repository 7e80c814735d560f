-- 0008: what idempotency keys, mail and files need beyond 0001.

-- What is repeated to the client is the id of the record; its address follows from the route.
ALTER TABLE idempotency_keys RENAME COLUMN location TO record_id;

-- Bodies of mail hold personal links, so they are kept sealed by the installation key: a dump gives no link.
-- Attempts are counted by the job that delivers.
ALTER TABLE outbox_mail RENAME COLUMN text TO sealed_body;
ALTER TABLE outbox_mail DROP COLUMN html;
ALTER TABLE outbox_mail DROP COLUMN attempts;
ALTER TABLE outbox_mail ADD COLUMN recipient_name TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox_mail ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
ALTER TABLE outbox_mail ADD COLUMN state TEXT NOT NULL DEFAULT 'waiting'
    CHECK (state IN ('waiting', 'sent', 'failed'));
CREATE INDEX outbox_mail_age ON outbox_mail (created_at);

-- Who uploaded a file; empty for Konbit itself and once the account is gone.
ALTER TABLE files ADD COLUMN account_id {uuid} REFERENCES accounts (id) ON DELETE SET NULL;
CREATE INDEX files_of_account ON files (account_id);
