// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';
import type { Result } from '$lib/api/problem';
import type { HistoryLine } from '$lib/api/schema';
import { countryName, date, hasText, t, textOf } from '$lib/i18n/i18n.svelte';

/// What became of a record: reading its changes, putting their values into words, taking one back.

export interface HistoryPage {
  items: HistoryLine[];
  next: string | null;
}

/** One page of changes, newest first; `after` is what the page before gave as `next`. */
export type ReadHistory = (after: string) => Promise<Result<HistoryPage>>;

export const organizationHistory =
  (id: string): ReadHistory =>
  (after) =>
    ask(api.GET('/api/organizations/{id}/history', { params: { path: { id }, query: { after } } }));

export const clusterHistory =
  (cluster_id: string): ReadHistory =>
  (after) =>
    ask(
      api.GET('/api/clusters/{cluster_id}/history', { params: { path: { cluster_id }, query: { after } } }),
    );

export const membershipHistory =
  (id: string): ReadHistory =>
  (after) =>
    ask(api.GET('/api/memberships/{id}/history', { params: { path: { id }, query: { after } } }));

/** The organizations that were taken out of the directory and not brought back: alone, or in one batch. */
export const removals =
  (batch_id?: string): ReadHistory =>
  (after) =>
    ask(api.GET('/api/removals', { params: { query: { after, ...(batch_id ? { batch_id } : {}) } } }));

/** Imports that were taken back, each with how many organizations went with it. */
export const removedBatches = () =>
  ask(api.GET('/api/removals/batches', { params: { query: { limit: 100 } } }));

export const undoChange = (change_id: string) =>
  ask(api.POST('/api/changes/{change_id}/undo', { params: { path: { change_id } } }));

/** The name of a field as its form says it; the field's own name where no form has it. */
export function fieldLabel(kind: string, name: string): string {
  const key = [kind, 'organization', 'cluster'].map((each) => `${each}.${name}`).find(hasText);
  return key ? textOf(key) : name.replaceAll('_', ' ');
}

const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

function wordText(kind: string, name: string, value: string): string {
  const key = [kind, 'question'].map((each) => `${each}.${name}.${value}`).find(hasText);
  if (key) return textOf(key);
  if (/^countr(y_code|ies)$/.test(name)) return countryName(value);
  return /^\d{4}-\d\d-\d\d(T|$)/.test(value) ? date(value) : value;
}

/** A value of a field in words: enumerations, countries and dates by their names, lists with commas, texts by language. */
export function valueText(kind: string, name: string, value: unknown): string {
  if (isBlank(value)) return t('history.was_empty');
  if (typeof value === 'boolean') return value ? t('history.yes') : t('history.no');
  if (typeof value === 'string') return wordText(kind, name, value);
  if (Array.isArray(value) && name.endsWith('_ids')) return t('history.count', { n: value.length });
  if (Array.isArray(value)) return value.map((each) => valueText(kind, name, each)).join(', ');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .filter(([, each]) => !isBlank(each))
      .map(([key, each]) => `${key}: ${valueText(kind, key, each)}`)
      .join('; ');
  return String(value);
}
