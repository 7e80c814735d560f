// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';
import type { Cluster, Localized, Stage } from '$lib/api/schema';

/** The stages a cluster passes, in order; `sx`, dormant, stands outside. */
export const stages: readonly Stage[] = ['s0', 's1', 's2', 's3', 's4', 's5'];

export const myClusters = () =>
  ask(api.GET('/api/clusters', { params: { query: { mine: true, limit: 100 } } }));

export const findCluster = (cluster_id: string) =>
  ask(api.GET('/api/clusters/{cluster_id}', { params: { path: { cluster_id } } }));

/** An author's text in the reader's language, else in English, else in whichever there is; empty when there is none. */
export const localized = (text: Localized, language: string): string =>
  text[language] ?? text.en ?? Object.values(text)[0] ?? '';

/** "Gouyave, Grenada", or the country alone. */
export const placeOf = (cluster: Cluster, country: string): string =>
  [cluster.locality, country].filter(Boolean).join(', ');
