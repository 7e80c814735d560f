// SPDX-License-Identifier: Apache-2.0
import type { Digest, PublicList } from '$lib/api/schema';

/** What the form of a new search holds. */
export interface SearchDraft {
  name: string;
  list: PublicList;
  /** The filters as in the address of the list: `q=cocoa&country=GD`. */
  query: string;
  digest: Digest;
}

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
