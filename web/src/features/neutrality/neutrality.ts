// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency } from '$lib/api/client.svelte';

/// Whether those who run a cluster stand apart from its members.

export const findNeutrality = (cluster_id: string) =>
  ask(api.GET('/api/clusters/{cluster_id}/neutrality', { params: { path: { cluster_id } } }));

export const findNeutralityRule = () => ask(api.GET('/api/neutrality'));

/** Decides for the whole installation. */
export const saveNeutralityRule = (firms_may_facilitate: boolean) =>
  ask(
    api.PUT('/api/neutrality', {
      params: { header: idempotency() },
      body: { firms_may_facilitate },
    }),
  );
