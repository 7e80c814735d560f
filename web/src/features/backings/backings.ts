// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency } from '$lib/api/client.svelte';
import type { Backing, ClusterStart } from '$lib/api/schema';
import type { Result } from '$lib/api/problem';

/// Starting a cluster, and standing behind one.

export const startCluster = (body: ClusterStart) =>
  ask(api.POST('/api/starts', { params: { header: idempotency() }, body }));

/** Support organizations of a country that may be asked to stand behind a cluster. */
export const supportersOf = (country_code: string) =>
  ask(api.GET('/api/organizations', { params: { query: { country_code, kind: 'bso', limit: 100 } } }));

/** Clusters of the country whose name or texts have the same words. */
export const alike = (q: string, country_code: string) =>
  ask(api.GET('/api/clusters', { params: { query: { q, country_code, limit: 5 } } }));

export const openBackings = () => ask(api.GET('/api/backings'));

export const decideBacking = (backing_id: string, is_confirmed: boolean, reason: string | null) =>
  ask(
    api.POST('/api/backings/{backing_id}/decide', {
      params: { path: { backing_id } },
      body: { is_confirmed, reason },
    }),
  );

/** Who stands behind a cluster; nothing when it needs nobody. */
export async function backingOf(cluster_id: string): Promise<Result<Backing | null>> {
  const result = await ask(
    api.GET('/api/clusters/{cluster_id}/backing', { params: { path: { cluster_id } } }),
  );
  return result.ok ? { ok: true, value: result.value.items[0] ?? null } : result;
}
