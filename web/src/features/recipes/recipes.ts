// SPDX-License-Identifier: Apache-2.0
import { api, ask, ifMatch } from '$lib/api/client.svelte';
import type { Recipe, RecipeCard, RecipePatch } from '$lib/api/schema';
import { number, percent, plural, t } from '$lib/i18n/i18n.svelte';

/// The recipe card: what was there before, what was done for trust, how long the first result took.

export const findRecipe = (cluster_id: string) =>
  ask(api.GET('/api/clusters/{cluster_id}/recipe', { params: { path: { cluster_id } } }));

export const changeRecipe = (recipe: Recipe, body: RecipePatch) =>
  ask(
    api.PATCH('/api/clusters/{cluster_id}/recipe', {
      params: { path: { cluster_id: recipe.cluster_id }, header: ifMatch(recipe) },
      body,
    }),
  );

type Measure = keyof RecipeCard['figures'];
export const measures: readonly Measure[] = [
  'worked_before_share',
  'trust_acts_first_year',
  'days_to_first_result',
];

/** A figure as it is read; what is unknown is not zero. */
export function valueOf(measure: Measure, value: number | null): string {
  if (value === null) return t('recipe.unknown');
  if (measure === 'worked_before_share') return percent(value);
  if (measure === 'days_to_first_result') return plural('recipe.days', Math.round(value));
  return number(value, { maximumFractionDigits: 1 });
}

/** The median of the others, or how many of them are too few. */
export function peersOf({ peers }: RecipeCard, measure: Measure): string {
  const { clusters, median } = peers[measure];
  return median === null
    ? plural('recipe.too_few_peers', clusters)
    : t('recipe.peers', { median: valueOf(measure, median), n: clusters });
}
