-- 0054: in which format a network was taken out for another program; empty for tables and drawings.
ALTER TABLE exports ADD COLUMN format TEXT
    CHECK (format IN ('csv', 'matrix', 'graphml', 'gexf', 'pajek', 'dl', 'vna', 'json', 'rsiena'));
