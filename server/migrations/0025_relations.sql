-- 0025: what an imported network calls its ties. A wave that was asked has its own five relations and leaves it empty.
ALTER TABLE wave_questions ADD COLUMN relation TEXT;
