// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency } from '$lib/api/client.svelte';
import type { ClusterTotals } from '$lib/api/schema';

export type TotalsWave = ClusterTotals['waves'][number];
export type TotalsStep = TotalsWave['steps'][number];

export const findTotals = (id: string) =>
  ask(api.GET('/api/clusters/{cluster_id}/totals', { params: { path: { cluster_id: id } } }));

/** Lets readers of totals read those of a wave, or takes that back. */
export const release = (id: string, isReleased: boolean) => {
  const params = { path: { id }, header: idempotency() };
  return ask(
    isReleased
      ? api.PUT('/api/waves/{id}/totals', { params })
      : api.DELETE('/api/waves/{id}/totals', { params }),
  );
};
