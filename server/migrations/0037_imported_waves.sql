-- 0037: a wave whose network was collected elsewhere says where it comes from and of which day it is. Nobody answered
-- it here: it has no links, and is not opened again.
ALTER TABLE waves ADD COLUMN imported_from TEXT;
ALTER TABLE waves ADD COLUMN collected_on TEXT;
UPDATE waves SET imported_from = title
WHERE EXISTS (SELECT 1 FROM respondents r WHERE r.wave_id = waves.id AND r.mode = 'import');
