// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';
import type { FunnelStep, Network, NetworkFigure, NetworkQuestion } from '$lib/api/schema';
import { hasText, number, percent, plural, t, textOf } from '$lib/i18n/i18n.svelte';

/** Whoever withdrew after freezing has no name on the server; here it gets the words for that. */
export async function findNetwork(id: string) {
  const result = await ask(api.GET('/api/waves/{id}/network', { params: { path: { id } } }));
  if (result.ok) for (const node of result.value.map.nodes) node.label ||= t('network.unnamed_other');
  return result;
}

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
export const firstFigures = [
  'm',
  'density',
  'mean_degree',
  'reciprocity_edgewise',
  'pairs',
  'ties_across_countries',
  'mean_rating',
  'ratings',
];

export const isShare = ({ id }: NetworkFigure): boolean => shares.has(id);

/** What the ties of a question are called: in an imported network by its own name. */
export const relationOf = ({ questions }: Network, key: FunnelStep['key']): string =>
  questions.find((question) => question.key === key)?.relation ?? textOf(`question.key.${key}`);

/** Of which cluster and wave a figure is; "Baseline" alone says too little in a file. */
export const sourceOf = ({ wave }: Network): string => `${wave.cluster_name} · ${wave.title}`;

/** On how many answers a figure rests, and how many of the members that is. */
export function basisOf({ response }: Network): string {
  const basis = plural('network.basis', response.answered);
  return response.rate === null
    ? basis
    : `${basis}, ${t('network.rate_of', { share: percent(response.rate) })}`;
}

/** How far two people who answer for one member agree, or why that is not said. */
export const agreementWords = ({
  members,
  kappa,
  reason,
}: NonNullable<NetworkQuestion['agreement']>): string =>
  kappa === null
    ? textOf(`network.agreement.${reason ?? 'few_members'}`, { n: members })
    : plural('network.agreement', members, { kappa: number(kappa, { maximumFractionDigits: 2 }) });

/** Why a figure is not shown, in a few words. */
export const hiddenWords = (reason: string | null): string =>
  reason && hasText(`network.hidden_small.${reason}`)
    ? textOf(`network.hidden_small.${reason}`)
    : t('network.hidden_small');
