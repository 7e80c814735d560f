// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';
import type { NetworkFigure, NetworkNode } from '$lib/api/schema';

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

export const isShare = ({ id }: NetworkFigure): boolean => shares.has(id);

/** How many ties join a node to the others, in both directions; empty when it may not be known. */
export const degreeOf = ({ indegree, outdegree }: NetworkNode): number | null =>
  indegree === null && outdegree === null ? null : (indegree ?? 0) + (outdegree ?? 0);
