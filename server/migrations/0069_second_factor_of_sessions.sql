-- 0069: which sessions and tokens come of two factors: accounts with an office need them.
ALTER TABLE sessions ADD COLUMN has_second_factor {bool} NOT NULL DEFAULT FALSE;
ALTER TABLE api_tokens ADD COLUMN has_second_factor {bool} NOT NULL DEFAULT FALSE;

-- A passkey is two in one, and whoever has codes was asked for one. Turning codes on ended the other sessions.
UPDATE sessions SET has_second_factor = TRUE
WHERE entrance = 'passkey'
   OR account_id IN (SELECT account_id FROM one_time_codes WHERE confirmed_at IS NOT NULL);
UPDATE api_tokens SET has_second_factor = TRUE
WHERE EXISTS (SELECT 1 FROM one_time_codes c
              WHERE c.account_id = api_tokens.account_id AND c.confirmed_at <= api_tokens.created_at);
