// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';
import type { Holding, OwnData } from '$lib/api/schema';
import { dateTime, hasText, textOf } from '$lib/i18n/i18n.svelte';

/// What an installation holds about whoever asks.

export const findOwnData = () => ask(api.GET('/api/account/data'));

/** The same for whoever reads mail at an address: `token` stands behind the # of the mailed link. */
export const readByMail = (token: string) => ask(api.POST('/api/own_data/read', { body: { token } }));

export const askByMail = (email: string, language: string) =>
  ask(api.POST('/api/own_data/link', { body: { email, language } }));

export const eraseByMail = (token: string) => ask(api.POST('/api/own_data/erase', { body: { token } }));

/** What becomes of the rows at an erasure, in the order in which people ask. */
export const fates = ['erased', 'cleared', 'answers', 'owner', 'number'] as const;

/** The holdings with one fate; those of one table and way stand together as the server sent them. */
export const withFate = (data: OwnData, fate: Holding['fate']): Holding[] =>
  data.holdings.filter((holding) => holding.fate === fate);

/** The heading of a table of the database in the reader's words. */
export const titleOf = ({ table }: Holding): string => textOf(`own_data.table.${table}`);

/** Columns whose codes have labels elsewhere. */
const labelled: Record<string, string[]> = {
  role: ['grant.role', 'person.role'],
  scope: ['grant.scope'],
};

/** A value as somebody reads it: a moment in words, a code by its label where there is one. */
export function valueText(column: string, value: string): string {
  if (column.endsWith('_at')) return dateTime(value);
  const keys = [`own_data.value.${value}`, ...(labelled[column] ?? []).map((kind) => `${kind}.${value}`)];
  const key = keys.find(hasText);
  return key ? textOf(key) : value;
}
