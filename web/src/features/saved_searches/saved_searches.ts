// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency, ifMatch } from '$lib/api/client.svelte';
import type { Digest, PublicList, SavedSearch } from '$lib/api/schema';

export const listSearches = () => ask(api.GET('/api/saved_searches'));

/** What the form of a new search holds. */
export interface SearchDraft {
  name: string;
  list: PublicList;
  /** The filters as in the address of the list: `q=cocoa&country=GD`. */
  query: string;
  digest: Digest;
}

export const saveSearch = (draft: SearchDraft) =>
  ask(api.POST('/api/saved_searches', { params: { header: idempotency() }, body: draft }));

export const changeDigest = (search: SavedSearch, digest: Digest) =>
  ask(
    api.PATCH('/api/saved_searches/{id}', {
      params: { path: { id: search.id }, header: ifMatch(search) },
      body: { digest },
    }),
  );

export const forgetSearch = (search: SavedSearch) =>
  ask(
    api.DELETE('/api/saved_searches/{id}', {
      params: { path: { id: search.id }, header: ifMatch(search) },
    }),
  );

/**
 * The search that the link "Save this search" of a public list brings along.
 *
 * @param query  Of the screen's address: `list`, and the filters of that list.
 * @returns Nothing when the address names no list.
 */
export function draftFrom(query: URLSearchParams): SearchDraft | undefined {
  const filters = new URLSearchParams(query);
  const list = filters.get('list');
  filters.delete('list');
  if (list !== 'organizations' && list !== 'clusters') return undefined;
  const words = filters.get('q') ?? '';
  return { name: words.slice(0, 80), list, query: filters.toString(), digest: 'weekly' };
}
