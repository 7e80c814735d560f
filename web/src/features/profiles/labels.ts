// SPDX-License-Identifier: Apache-2.0
import { countryName, language, textOf } from '$lib/i18n/i18n.svelte';
import type { Field, Kind } from './drafts';

/// Words and choices of the fields of a profile.

export interface Option {
  value: string;
  label: string;
}

const ofOrganization = new Set<Field>(['name', 'kind', 'founded_year', 'size_band', 'women_led']);
const ofListing = new Set<Field>([
  'acronym',
  'country_code',
  'countries',
  'locality',
  'latitude',
  'longitude',
  'sector',
  'description',
  'objectives',
  'website',
]);

/** The key of a field's label. */
export function labelOf(kind: Kind, field: Field): string {
  if (ofOrganization.has(field)) return `organization.${field}`;
  return ofListing.has(field) ? `listing.${field}` : `profile.${field}`;
}

/** Choices of an enumeration, worded by `<prefix>.<value>`. */
export const optionsOf = (prefix: string, values: readonly string[]): Option[] =>
  values.map((value) => ({ value, label: textOf(`${prefix}.${value}`) }));

export const valueChainStages = [
  'inputs',
  'production',
  'processing',
  'packaging',
  'distribution',
  'retail',
  'services',
] as const;
export const offerKinds = [
  'product',
  'service',
  'skill',
  'equipment',
  'space',
  'finance',
  'partner',
  'other',
] as const;
export const socialNetworks = [
  'facebook',
  'instagram',
  'linkedin',
  'youtube',
  'tiktok',
  'x',
  'whatsapp',
  'other',
] as const;
export const capacityPeriods = ['day', 'week', 'month', 'season', 'year'] as const;
export const sizeBands = ['micro', 'small', 'medium', 'large'] as const;

const byLabel = (a: Option, b: Option) => a.label.localeCompare(b.label, language());

// ISO 3166-1 alpha-2 codes are two capitals; the browser knows which of the 676 are in use.
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const notCountries = new Set([
  'EU',
  'EZ',
  'UN',
  'XA',
  'XB',
  'ZZ',
  'QO',
  'XK',
  'AC',
  'CP',
  'DG',
  'EA',
  'IC',
  'TA',
]);

/** The countries of the world in the reader's language. */
export const territories = (): Option[] =>
  letters
    .flatMap((first) => letters.map((second) => first + second))
    .map((value) => ({ value, label: countryName(value) }))
    .filter(({ value, label }) => label !== value && !notCountries.has(value))
    .sort(byLabel);

const spoken = ['en', 'es', 'fr', 'nl', 'ht', 'pap', 'pt', 'zh', 'hi', 'de', 'srn', 'it', 'ar'];

/** The languages heard in the region, in the reader's own. */
export function languages(): Option[] {
  const names = new Intl.DisplayNames(language(), { type: 'language' });
  return spoken.map((value) => ({ value, label: names.of(value) ?? value })).sort(byLabel);
}

/** In which languages authors write. */
export const textLanguages = ['en', 'es', 'fr', 'nl', 'ht', 'pap'] as const;
