// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency, ifMatch } from '$lib/api/client.svelte';
import type { Digest, SavedSearch } from '$lib/api/schema';
import type { SearchDraft } from './draft';

export const listSearches = () => ask(api.GET('/api/saved_searches'));

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
