-- 0002: codes, their names by language, and the countries. Filled from data/reference at every start; never edited here.
CREATE TABLE reference_terms (
    list TEXT NOT NULL,
    code TEXT NOT NULL,
    parent TEXT,
    position {int64} NOT NULL,
    source TEXT,
    as_of TEXT,
    PRIMARY KEY (list, code)
);

CREATE TABLE reference_names (
    list TEXT NOT NULL,
    code TEXT NOT NULL,
    language TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (list, code, language)
);

CREATE TABLE countries (
    code TEXT PRIMARY KEY,
    alpha3 TEXT NOT NULL UNIQUE,
    numeric_code TEXT NOT NULL UNIQUE,
    currency TEXT NOT NULL,
    -- A decimal as text: 2.70 XCD to the US dollar is exact, a binary fraction would not be.
    usd_peg TEXT,
    time_zone TEXT NOT NULL,
    dial_code TEXT NOT NULL,
    languages TEXT NOT NULL,
    groups TEXT NOT NULL,
    latitude {real} NOT NULL,
    longitude {real} NOT NULL,
    fiscal_year_start_month {int64} NOT NULL CHECK (fiscal_year_start_month BETWEEN 1 AND 12),
    data_protection_law TEXT,
    law_as_of TEXT,
    source TEXT
);

-- The SHA-256 of the files last loaded, so that a start with the same files writes nothing.
CREATE TABLE reference_loads (
    name TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL
);
