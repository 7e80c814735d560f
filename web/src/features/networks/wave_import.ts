// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency } from '$lib/api/client.svelte';
import type { WaveImport } from '$lib/api/schema';

/// A network that was collected elsewhere, taken in as an answered wave.

export const previewImport = (cluster_id: string, body: WaveImport) =>
  ask(
    api.POST('/api/clusters/{cluster_id}/waves/import/preview', {
      params: { path: { cluster_id }, header: idempotency() },
      body,
    }),
  );

export const importWave = (cluster_id: string, body: WaveImport) =>
  ask(
    api.POST('/api/clusters/{cluster_id}/waves/import', {
      params: { path: { cluster_id }, header: idempotency() },
      body,
    }),
  );
