// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';
import type { Result } from '$lib/api/problem';

/// What the forms of the registers choose from.

/** A record by its name. */
export interface Named {
  id: string;
  name: string;
}

/** A value and its text in a menu. */
export interface Option {
  value: string;
  label: string;
}

const mostFound = 8;

function named(result: Result<{ items: Named[] }>): Result<Named[]> {
  if (!result.ok) return result;
  return { ok: true, value: result.value.items.map(({ id, name }) => ({ id, name })) };
}

/** Organizations by words of their names, best match first. */
export const findOrganizations = async (q: string): Promise<Result<Named[]>> =>
  named(await ask(api.GET('/api/organizations', { params: { query: { q, limit: mostFound } } })));

/** Clusters by words of their names, best match first. */
export const findClusters = async (q: string): Promise<Result<Named[]>> =>
  named(await ask(api.GET('/api/clusters', { params: { query: { q, limit: mostFound } } })));

/** The countries of the region in the reader's language; none when the server cannot be reached. */
export async function countryOptions(): Promise<Option[]> {
  const result = await ask(api.GET('/api/countries'));
  return result.ok ? result.value.items.map(({ code, name }) => ({ value: code, label: name })) : [];
}

/** The codes of a reference list in the reader's language; none when the server cannot be reached. */
export async function termOptions(list: string): Promise<Option[]> {
  const result = await ask(api.GET('/api/reference/{list}', { params: { path: { list } } }));
  return result.ok ? result.value.items.map(({ code, name }) => ({ value: code, label: name })) : [];
}

/** Nothing instead of an empty text: unknown is stored in one way only. */
export const orNull = (text: string | null): string | null => text?.trim() || null;

/** "240000.5" in hundredths, or nothing for a text that is no amount. */
export function minorOf(text: string): number | null {
  const amount = Number(text.trim());
  return text.trim() && Number.isFinite(amount) ? Math.round(amount * 100) : null;
}

/** Hundredths as somebody would type them. */
export const majorOf = (minor: number | null): string => (minor === null ? '' : String(minor / 100));

/** What may be typed as an amount of money, for the `pattern` of its field. */
export const amountPattern = '[0-9]+([.][0-9]{1,2})?';
