// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';

/// Making one organization of two.

export const findOrganizations = (q: string) =>
  ask(api.GET('/api/organizations', { params: { query: { q, limit: 8 } } }));

export const previewMerge = (survivor_id: string, duplicate_id: string) =>
  ask(api.GET('/api/merges/preview', { params: { query: { survivor_id, duplicate_id } } }));

export const merge = (survivor_id: string, duplicate_id: string, take: string[]) =>
  ask(api.POST('/api/merges', { body: { survivor_id, duplicate_id, take } }));

export const recentMerges = () => ask(api.GET('/api/merges'));

export const undoMerge = (merge_id: string) =>
  ask(api.POST('/api/merges/{merge_id}/undo', { params: { path: { merge_id } } }));

/** The organizations of a country that may be one, the most alike first. */
export const likelyDuplicates = (country_code: string) =>
  ask(api.GET('/api/duplicates', { params: { query: { country_code } } }));

/** Nobody is asked again about these two. */
export const tellApart = (first_id: string, second_id: string) =>
  ask(api.POST('/api/duplicates/apart', { body: { first_id, second_id } }));
