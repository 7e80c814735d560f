// SPDX-License-Identifier: Apache-2.0
import type { ClusterDetails, OrganizationDetails } from '$lib/api/schema';

/// What a section of a profile holds, and what becomes of it while it is edited. Free of any request.

export type Kind = 'organization' | 'cluster';
export type ProfileRecord = OrganizationDetails | ClusterDetails;

/** Every field that a section of either kind may hold; a section reads only its own. */
export type ProfileDraft = Omit<OrganizationDetails, 'version'> &
  Pick<ClusterDetails, 'countries' | 'objectives'>;
export type Field = keyof ProfileDraft;
export type SectionName = ProfileRecord['confirmations'][number]['section'];

/** What stands in which section, in the order of the page; a record without a field leaves it out. */
export const sections: Record<SectionName, readonly Field[]> = {
  identity: [
    'name',
    'acronym',
    'names',
    'acronyms',
    'kind',
    'legal_form',
    'founded_year',
    'size_band',
    'women_led',
    'source',
    'source_url',
  ],
  purpose: ['description', 'objectives'],
  place: ['country_code', 'countries', 'locality', 'latitude', 'longitude'],
  sector: ['sector', 'further_sectors', 'value_chain_stages'],
  offer: ['services', 'offers', 'needs'],
  capability: ['machines', 'certificates', 'capacities', 'spare_days_per_month'],
  reach: ['website', 'markets', 'languages', 'social_links', 'affiliations'],
};

/** The sections that a kind of record has. */
export const sectionsOf = (kind: Kind): SectionName[] =>
  (Object.keys(sections) as SectionName[]).filter((name) => kind === 'organization' || name !== 'capability');

const read = (record: object, field: string): unknown => (record as Record<string, unknown>)[field];

/** A copy of the fields of a section that the record has. */
export function draftOf(record: ProfileRecord, section: SectionName): ProfileDraft {
  const fields = sections[section].filter((field) => field in record);
  return structuredClone(
    Object.fromEntries(fields.map((field) => [field, read(record, field)])),
  ) as ProfileDraft;
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The fields of a section in which two records differ. */
export const differing = (section: SectionName, a: object, b: object): Field[] =>
  sections[section].filter((field) => !isSame(read(a, field), read(b, field)));

/** Whether anything is written in a line of a list; a date or a choice alone says nothing. */
function saysSomething(line: object): boolean {
  return Object.entries(line).some(([key, value]) => {
    if (['kind', 'network', 'period', 'until', 'valid_until'].includes(key)) return false;
    if (typeof value === 'string') return value.trim() !== '';
    if (typeof value === 'number') return value !== 0;
    return typeof value === 'object' && value !== null && Object.values(value).some((text) => text !== '');
  });
}

/** A draft without the lines that were left empty and without empty translations. */
export function tidied(draft: ProfileDraft): ProfileDraft {
  const entries = Object.entries(draft).map(([field, value]): [string, unknown] =>
    Array.isArray(value)
      ? [field, value.filter((line: unknown) => typeof line !== 'object' || !line || saysSomething(line))]
      : [field, value === '' ? null : value],
  );
  return Object.fromEntries(entries) as ProfileDraft;
}

/** The evidence of a record with the address for one section replaced, or taken out when it is empty. */
export function withEvidence(record: ProfileRecord, section: SectionName, url: string) {
  const others = record.evidence.filter((each) => each.section !== section);
  return url.trim() ? [...others, { section, url: url.trim() }] : others;
}

export const evidenceOf = (record: ProfileRecord, section: SectionName): string =>
  record.evidence.find((each) => each.section === section)?.url ?? '';

export const confirmedOn = (record: ProfileRecord, section: SectionName): string | undefined =>
  record.confirmations.find((each) => each.section === section)?.confirmed_on;
