// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';
import type { AuditAction, AuditLine, AuditOutcome } from '$lib/api/schema';
import { t, textOf } from '$lib/i18n/i18n.svelte';

/// The log of who did what, and who looked at a cluster from outside.

/** In the order in which they are offered. */
export const actions: readonly AuditAction[] = [
  'signed_in',
  'signed_out',
  'changed',
  'rights_changed',
  'read',
  'exported',
  'released',
  'day_begun',
  'days_removed',
];
export const outcomes: readonly AuditOutcome[] = ['done', 'refused', 'failed'];

/** What is asked for; empty texts do not matter. */
export interface AuditFilters {
  account: string;
  action: string;
  outcome: string;
  object_id: string;
  from: string;
  to: string;
}

export const noFilters: Readonly<AuditFilters> = {
  account: '',
  action: '',
  outcome: '',
  object_id: '',
  from: '',
  to: '',
};

const given = (filters: AuditFilters): Partial<Record<keyof AuditFilters, string>> =>
  Object.fromEntries(
    Object.entries(filters)
      .map(([name, value]: [string, string]) => [name, value.trim()])
      .filter(([, value]) => value !== ''),
  );

export const listEntries = (filters: AuditFilters, after = '') =>
  ask(
    api.GET('/api/audit', {
      params: { query: { ...(given(filters) as { action?: AuditAction; outcome?: AuditOutcome }), after } },
    }),
  );

/** The table of the same entries. */
export function tableHref(filters: AuditFilters): string {
  const query = new URLSearchParams(given(filters)).toString();
  return `/api/audit.csv${query && `?${query}`}`;
}

export const checkChain = () => ask(api.GET('/api/audit/check'));

export const listOutsideReaders = (cluster_id: string, quarter: string) =>
  ask(
    api.GET('/api/clusters/{cluster_id}/outside_readers', {
      params: { path: { cluster_id }, query: { quarter } },
    }),
  );

/** The first part of an id: enough to tell records apart on a screen. */
const short = (id: string): string => id.slice(0, 8);

/** Who did it: a name while there is one. */
export function whoOf({ account_id, account_name, address }: AuditLine): string {
  if (account_name) return account_name;
  if (account_id) return t('audit.erased', { id: short(account_id) });
  return t(address ? 'audit.unknown' : 'audit.konbit');
}

/** The role that it rests on, in words; empty where none stands out. */
export const roleOf = ({ role }: AuditLine): string => (role ? textOf(`grant.role.${role}`) : '');

/** What became of privileged fields, a line each. */
export const changesOf = ({ changes }: AuditLine): string[] =>
  changes.map(({ field, before, after }) =>
    t('audit.change', { field, before: before || t('audit.nothing'), after: after || t('audit.nothing') }),
  );

/** "wave 0193abcd" */
export const objectOf = ({ object_kind, object_id }: AuditLine): string =>
  [object_kind, object_id && short(object_id)].filter(Boolean).join(' ');

/** "Quarter 4 of 2026" of "2026-Q4". */
export function quarterText(quarter: string): string {
  const [year = '', number = ''] = quarter.split('-Q');
  return t('outside_readers.quarter_text', { quarter: number, year });
}
