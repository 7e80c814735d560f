// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';
import type { NetworkFigure } from '$lib/api/schema';

export const findNetwork = (id: string) =>
  ask(api.GET('/api/waves/{id}/network', { params: { path: { id } } }));

/** Figures that are shares in [0, 1] and read best as a percentage; the others are plain numbers. */
const shares = new Set([
  'density',
  'density_low',
  'density_high',
  'reciprocity_edgewise',
  'transitivity_global_undirected',
  'fragmentation',
]);

/** What is read first; the others open on demand. */
export const firstFigures = ['m', 'density', 'mean_degree', 'reciprocity_edgewise', 'ties_across_countries'];

export const isShare = ({ id }: NetworkFigure): boolean => shares.has(id);
