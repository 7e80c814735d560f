-- 0027: removing an organization asks each table that names it, so that each answers without reading all its rows.
CREATE INDEX country_facts_of_organization ON country_facts (organization_id) WHERE organization_id IS NOT NULL;
CREATE INDEX experts_of_organization ON experts (organization_id) WHERE organization_id IS NOT NULL;
CREATE INDEX starts_of_organization ON starts (organization_id) WHERE organization_id IS NOT NULL;
