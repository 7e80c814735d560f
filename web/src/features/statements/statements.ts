// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency, ifMatch } from '$lib/api/client.svelte';
import type { StatementEntry, StatementEntryCreate } from '$lib/api/schema';
import { language } from '$lib/i18n/i18n.svelte';

/// What a member gives to its cluster and gets from it.

export const directions = ['gives', 'gets'] as const;

/** In which direction each kind mostly goes; what is recorded decides. */
export const usualDirection: Record<StatementEntry['kind'], StatementEntry['direction']> = {
  fee: 'gives',
  hours: 'gives',
  data: 'gives',
  in_kind: 'gives',
  seat: 'gets',
  fair: 'gets',
  saving: 'gets',
  contact: 'gets',
  service: 'gets',
  other: 'gets',
};
export const entryKinds = Object.keys(usualDirection) as StatementEntry['kind'][];

export interface Period {
  from?: string;
  to?: string;
}

/** Whether it would end before it begins; a date that is missing contradicts nothing. */
export const isPeriodReversed = ({ from, to }: Period): boolean => Boolean(from && to && to < from);

export const findStatement = (id: string, period: Period) =>
  ask(api.GET('/api/memberships/{id}/statement', { params: { path: { id }, query: period } }));

export const addEntry = (id: string, body: StatementEntryCreate) =>
  ask(
    api.POST('/api/memberships/{id}/statement/entries', {
      params: { path: { id }, header: idempotency() },
      body,
    }),
  );

export const removeEntry = (entry: StatementEntry) =>
  ask(
    api.DELETE('/api/statement_entries/{id}', {
      params: { path: { id: entry.id }, header: ifMatch(entry) },
    }),
  );

export const listOwnMemberships = () => ask(api.GET('/api/account/memberships'));

export const findCompetition = (id: string) =>
  ask(api.GET('/api/memberships/{id}/competition', { params: { path: { id } } }));

export const stateCompetition = (id: string, competes: boolean | null) =>
  ask(api.PUT('/api/memberships/{id}/competition', { params: { path: { id } }, body: { competes } }));

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** An amount of minor units as the reader's language writes it. */
export const money = (amount: number, currency: string): string =>
  new Intl.NumberFormat(language(), { style: 'currency', currency, currencyDisplay: 'code' }).format(
    amount / 10 ** digitsOf(currency),
  );

/** Minor units of what somebody typed; nothing for what is no number. */
export function minorUnits(text: string, currency: string): number | null {
  const value = Number(text.replace(',', '.'));
  return text.trim() === '' || Number.isNaN(value) ? null : Math.round(value * 10 ** digitsOf(currency));
}
