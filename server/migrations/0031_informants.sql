-- 0031: who is asked. A wave asks all its members, or those who take part in the programme, or those who do not; a
-- member may be asked through several people, whose answers make one row.
ALTER TABLE waves ADD COLUMN asks TEXT NOT NULL DEFAULT 'everybody'
    CHECK (asks IN ('everybody', 'participants', 'non_participants'));
ALTER TABLE waves ADD COLUMN informant_rule TEXT NOT NULL DEFAULT 'any' CHECK (informant_rule IN ('any', 'all'));

-- Who answers for the member; empty: its contact, whoever that is.
ALTER TABLE respondents ADD COLUMN person_id {uuid} REFERENCES people (id) ON DELETE SET NULL;
-- Among the informants of one member, from 1.
ALTER TABLE respondents ADD COLUMN place {int64} NOT NULL DEFAULT 1;
CREATE INDEX respondents_of_person ON respondents (person_id) WHERE person_id IS NOT NULL;
