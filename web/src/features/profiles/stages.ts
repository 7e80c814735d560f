// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';
import type { Stage, StageChangeCreate } from '$lib/api/schema';

/** The stages in order; `sx`, dormant, is the last. */
export const allStages: readonly Stage[] = ['s0', 's1', 's2', 's3', 's4', 's5', 'sx'];

export const listStages = (cluster_id: string) =>
  ask(api.GET('/api/clusters/{cluster_id}/stages', { params: { path: { cluster_id } } }));

/** A line to be filled in, for today. */
export const newStage = (): {
  stage: Stage;
  reached_on: string;
  note: string | null;
  is_confirmed: boolean;
} => ({
  stage: 's1',
  reached_on: new Date().toISOString().slice(0, 10),
  note: null,
  is_confirmed: false,
});

export const addStage = (cluster_id: string, body: StageChangeCreate) =>
  ask(api.POST('/api/clusters/{cluster_id}/stages', { params: { path: { cluster_id } }, body }));
