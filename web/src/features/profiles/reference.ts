// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';
import type { Option } from './labels';

/** The terms of a reference list in the reader's language; of a list in two levels only the lower one. */
export async function optionsOfList(list: string, language: string): Promise<Option[]> {
  const result = await ask(
    api.GET('/api/reference/{list}', { params: { path: { list }, query: { lang: language } as never } }),
  );
  if (!result.ok) return [];
  const parents = new Set(result.value.items.map(({ parent }) => parent).filter((code) => code !== null));
  return result.value.items
    .filter(({ code }) => !parents.has(code))
    .map(({ code, name }) => ({ value: code, label: name }));
}
