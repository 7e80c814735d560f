// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency } from '$lib/api/client.svelte';
import type { SuccessorDraft } from '$lib/api/schema';

/// How a facilitator hands a cluster over.

export const findHandover = (cluster_id: string) =>
  ask(api.GET('/api/clusters/{cluster_id}/handover', { params: { path: { cluster_id } } }));

export const askSuccessor = (cluster_id: string, body: SuccessorDraft) =>
  ask(
    api.POST('/api/clusters/{cluster_id}/handover', {
      params: { path: { cluster_id }, header: idempotency() },
      body,
    }),
  );
